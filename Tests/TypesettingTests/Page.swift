import Documents
import Foundation
import Testing
import Typesetting

/// A PDF as the programs of the system see it: poppler's, and zbar for the QR codes.
struct Page {
    let bytes: [UInt8]

    init(_ sheet: Sheet, on paper: Paper = .letter) throws { bytes = try sheet.pdf(on: paper) }

    /// `-raw` is the order in which it was drawn, `-layout` the places on the page.
    func text(_ mode: String = "-raw") throws -> String {
        try withFile { try run("/usr/bin/pdftotext", mode, $0, "-") }
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
private func run(_ program: String, _ arguments: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program)")
    return String(decoding: bytes, as: UTF8.self)
}

extension StringProtocol {
    var trimmed: String { trimmingCharacters(in: .whitespaces) }
    var withoutBlanks: String { String(filter { !$0.isWhitespace }) }
}
