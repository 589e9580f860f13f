import Documents
import Foundation
import Testing

/// The README's table of what each kind of document must hold is made from the kind files.
@Suite struct `The table of kinds` {
    private static var lines: [String] {
        Sample.library.kinds.map { kind in
            let needed = kind.requirements.filter { $0.weight == .blocks }.map { requirement in
                requirement.from == .jotting
                    ? kind.form[requirement.field]?.label.lowercased() ?? requirement.field
                    : requirement.field.replacing("-", with: " ")
            }
            let tells = kind.discloses.map { discloses in
                "; tells at the most: "
                    + discloses.allowed.map { $0.label.lowercased() }.joined(separator: ", ")
            }
            return "| \(kind.label) | \(needed.joined(separator: ", "))\(tells ?? "") "
                + "| \(kind.source ?? "") |"
        }
    }

    @Test func `stands in the README as the kind files say`() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../README.md").standardized
        let readme = try String(contentsOf: file, encoding: .utf8)
        let head = "| kind | must be there before anyone can sign | source |\n|---|---|---|\n"
        let table = head + Self.lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1",
            let start = readme.range(of: head),
            let end = readme.range(of: "\n\n", range: start.upperBound..<readme.endIndex)
        {
            let new = readme.replacingCharacters(
                in: start.lowerBound..<readme.index(after: end.lowerBound), with: table)
            try Data(new.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8).contains(table))
    }
}
