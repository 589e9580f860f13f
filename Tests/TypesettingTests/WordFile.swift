import Documents
import Foundation
import Testing
import Typesetting

/// A file of Office Open XML as other programs see it: Python's readers of zip and XML, and pandoc.
struct WordFile {
    let bytes: [UInt8]

    init(_ document: SignedDocument) throws { bytes = try document.docx() }

    struct Contents: Decodable {
        let parts: [String: String]
        let times: [[Int]]
        let beside: String
        let misplaced: [String]
        let unknownStyles: [String]
        let told: [String]
        let footer: [String]
        let fields: [String]
        let paragraphs: [Paragraph]
    }

    struct Paragraph: Decodable {
        let style: String
        let text: String
        let isRightToLeft: Bool
        let staysWithNext: Bool
        /// The runs that are.
        let rightToLeft: [String]
    }

    func contents() throws -> Contents {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Peer/read_docx.py").path
        let read = try withFile { try run("/usr/bin/python3", "-I", script, $0) }
        return try JSONDecoder().decode(Contents.self, from: Data(read.utf8))
    }

    func converted(to format: String) throws -> String {
        try withFile { try run("/usr/bin/pandoc", "-f", "docx", "-t", format, "--wrap=none", $0) }
    }

    private func withFile<R>(_ body: (String) throws -> R) throws -> R {
        let file = FileManager.default.temporaryDirectory.appending(
            path: UUID().uuidString + ".docx")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        return try body(file.path)
    }
}
