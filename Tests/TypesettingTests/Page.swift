import Documents
import Foundation
import Testing
import Typesetting

/// A PDF as the programs of the system see it: poppler's, and zbar for the QR codes.
struct Page {
    let bytes: [UInt8]

    init(_ sheet: Sheet, on paper: Paper = .letter) throws { bytes = try sheet.pdf(on: paper) }

    init(_ document: SignedDocument, on paper: Paper = .letter) throws {
        bytes = try document.pdf(on: paper)
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// `-raw` is the order in which it was drawn, `-layout` the places on the page.
    func text(_ mode: String = "-raw") throws -> String {
        try withFile { try run("/usr/bin/pdftotext", mode, $0, "-") }
    }

    /// The structure as programs read it aloud: elements, and what is in them between quotes.
    func structure() throws -> String {
        try withFile { try run("/usr/bin/pdfinfo", "-struct-text", $0) }
    }

    /// All that is read aloud, with one blank between words.
    func spoken() throws -> String {
        try structure().split(separator: "\n").filter { $0.trimmed.hasPrefix("\"") }
            .map { $0.trimmed.dropFirst().dropLast() }.joined(separator: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The objects in a form to read. Also fails if there is anything to complain about.
    func objects() throws -> String {
        try withFile { file in
            try run("/usr/bin/qpdf", "--check", file)
            return try run("/usr/bin/qpdf", "--qdf", "--object-streams=disable", file, "-")
        }
    }

    /// What `pdftotext` and `qpdf` say with a password: whether it opens, and the text.
    func opened(with password: String) throws -> (opens: Bool, text: String, encryption: String) {
        try withFile { file in
            let check = try output("/usr/bin/qpdf", "--password=" + password, "--check", file)
            let text = try output("/usr/bin/pdftotext", "-upw", password, file, "-")
            // pdftotext takes no more.
            if password.utf8.count <= 32 { #expect((text.status == 0) == (check.status == 0)) }
            return (check.status == 0, text.output, check.output)
        }
    }

    /// What `pdfinfo` says, by label.
    func facts() throws -> [String: String] {
        let lines = try withFile { try run("/usr/bin/pdfinfo", $0) }.split(separator: "\n")
        return Dictionary(
            lines.map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (String(parts[0]), parts.last.map { $0.trimmed } ?? "")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Names, and whether each is embedded and has a map to Unicode.
    func fonts() throws -> [(name: String, isWhole: Bool)] {
        try withFile { try run("/usr/bin/pdffonts", $0) }.split(separator: "\n").dropFirst(2).map {
            let words = $0.split(separator: " ").map(String.init)
            // The last words are: embedded, subset, Unicode, and the object's two numbers.
            return (words[0], words.suffix(5).prefix(3).allSatisfy { $0 == "yes" })
        }
    }

    /// Nothing drawn stands outside of the structure and the artifacts.
    func expectEveryStrokeMarked(at place: SourceLocation = #_sourceLocation) throws {
        let objects = try objects()
        var (depth, drawn) = (0, 0)
        for line in objects.split(separator: "\n") {
            if line.hasSuffix(" BDC") || line.hasSuffix(" BMC") { depth += 1 }
            if line == "EMC" { depth -= 1 }
            if ["Tj", "TJ", " f", " S"].contains(where: line.hasSuffix) || line == "S" {
                drawn += 1
                #expect(depth == 1, "\(line)", sourceLocation: place)
            }
        }
        #expect(depth == 0 && drawn > 20, sourceLocation: place)
        #expect(objects.contains("/Artifact BMC"), sourceLocation: place)
        for mark in ["/Private", "ActualText"] {
            #expect(!objects.contains(mark), sourceLocation: place)
        }
    }

    /// Its language, a neutral title, and not who made it, when and with what.
    func expectNothingOfItself(at place: SourceLocation = #_sourceLocation) throws {
        let facts = try facts()
        #expect(facts["Title"] == "Document", sourceLocation: place)
        #expect(facts["Tagged"] == "yes", sourceLocation: place)
        let told = ["Author", "Creator", "Producer", "Subject", "Keywords"]
        for label in told + ["CreationDate", "ModDate"] {
            #expect(facts[label] == nil, "\(label)", sourceLocation: place)
        }
        let objects = try objects()
        for entry in ["/Lang (en-US)", "/DisplayDocTitle true", "/Marked true"] {
            #expect(objects.contains(entry), "\(entry)", sourceLocation: place)
        }
    }

    func codes(resolution: Int) throws -> [String] {
        try withFile { file in
            try run("/usr/bin/pdftoppm", "-r", "\(resolution)", "-png", file, file)
            let folder = URL(filePath: file).deletingLastPathComponent().path
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".png") }.sorted()
                .flatMap { picture in
                    try run("/usr/bin/zbarimg", "--nodbus", "-q", "--raw", folder + "/" + picture)
                        .split(separator: "\n").map(String.init)
                }
        }
    }

    /// The first page as rows of "is it dark", light gray included.
    func dots(resolution: Int) throws -> [[Bool]] {
        try withFile { file in
            try run(
                "/usr/bin/pdftoppm", "-r", "\(resolution)", "-gray", "-singlefile", file, file)
            let picture = try Data(contentsOf: URL(filePath: file + ".pgm"))
            // P5, width and height, the white value; then one byte a dot.
            let head = picture.prefix(40).split(separator: 0x0A, maxSplits: 3)
            let size = String(decoding: head[1], as: UTF8.self).split(separator: " ")
            let width = try #require(Int(size[0]))
            let height = try #require(Int(size[1]))
            let dots = Array(picture.suffix(width * height))
            return (0..<height).map { row in
                dots[(row * width)..<((row + 1) * width)].map { $0 < 200 }
            }
        }
    }

    private func withFile<R>(_ body: (String) throws -> R) throws -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "page.pdf")
        try Data(bytes).write(to: file)
        return try body(file.path)
    }
}

/// Runs a program and returns its output; whatever it complains about is a failure.
@discardableResult
func run(_ program: String, _ arguments: String...) throws -> String {
    let result = try output(program, arguments)
    #expect(result.status == 0, "\(program)")
    return result.output
}

private func output(
    _ program: String, _ arguments: String...
) throws -> (status: Int32, output: String) {
    try output(program, arguments)
}

private func output(
    _ program: String, _ arguments: [String]
) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = Pipe()
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
}

/// The words of the plain page without its lines; there, titles and headings are in capitals.
func expect(
    _ drawn: String, says document: SignedDocument, at place: SourceLocation = #_sourceLocation
) {
    let plain = document.text.split(separator: "\n")
        .filter { !$0.allSatisfy { "-=".contains($0) } }.joined(separator: " ")
    let expected = plain.split(whereSeparator: \.isWhitespace).map(String.init)
    let found = drawn.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(found.count == expected.count, sourceLocation: place)
    let other = zip(found, expected).first { $0 != $1 && $0.uppercased() != $1 }
    #expect(other == nil, sourceLocation: place)
}

extension StringProtocol {
    var trimmed: String { trimmingCharacters(in: .whitespaces) }
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var withoutBlanks: String { String(filter { !$0.isWhitespace }) }
}
