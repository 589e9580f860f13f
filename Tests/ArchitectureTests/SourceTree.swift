import Foundation
import Testing

/// The program's own source files, read as text.
struct SourceTree {
    struct File: Sendable, CustomTestStringConvertible {
        /// Relative to the repository.
        let path: String
        let target: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        var testDescription: String { path }

        /// The code without comments and without what stands between quotes.
        var code: String {
            lines.map { line in
                let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
                let outside = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }
                let plain = outside.map(\.element).joined(separator: "\"")
                return plain.components(separatedBy: "//")[0]
            }.joined(separator: "\n")
        }

        /// Modules after `import`, whatever stands before it.
        var imports: [String] {
            code.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                let before = ["internal", "package", "public", "private", "fileprivate", "import"]
                guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
                    words[...place].allSatisfy({ before.contains(String($0)) || $0.first == "@" })
                else { return nil }
                // `import struct Module.Name` names its module as well.
                let kinds = ["struct", "class", "enum", "protocol", "func", "let", "var"]
                let name = words[(place + 1)...].first { !kinds.contains(String($0)) } ?? ""
                return name.split(separator: ".").first.map(String.init)
            }
        }
    }

    /// The repository that this test was compiled in.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static let files: [File] =
        read("Sources") { String($0.split(separator: "/")[1]) } + read("schema") { _ in "Schema" }

    private static func read(_ folder: String, target: (String) -> String) -> [File] {
        let base = root + "/" + folder
        guard let names = FileManager.default.enumerator(atPath: base) else { return [] }
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
            .compactMap { name in
                guard let bytes = FileManager.default.contents(atPath: base + "/" + name) else {
                    return nil
                }
                let path = folder + "/" + name
                return File(
                    path: path, target: target(path), text: String(decoding: bytes, as: UTF8.self))
            }
    }
}
