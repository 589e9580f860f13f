import Foundation
import Testing

/// Every sentence on every failure, read from the source: so that none is forgotten, those of the
/// command line included. The tests of each target walk its cases with their values.
@Suite struct `The words for failures` {
    /// One `code`, `problem` or `nextStep` of one type, with the literals in it.
    struct Wording: Sendable, CustomTestStringConvertible {
        let type: String
        let property: String
        let literals: [String]

        var testDescription: String { "\(type).\(property)" }
    }

    static let wordings = SourceTree.files.flatMap(wordings)

    private static func wordings(in file: SourceTree.File) -> [Wording] {
        var type: String?
        var found: [Wording] = []
        var index = 0
        let lines = file.lines
        while index < lines.count {
            let line = lines[index]
            if line.contains(": UserFacing") || line.contains(", UserFacing") {
                let words = line.split(whereSeparator: { " :".contains($0) })
                if let place = words.firstIndex(where: { ["enum", "struct"].contains($0) }) {
                    type = String(words[place + 1])
                }
            }
            for property in ["code", "problem", "nextStep"] {
                guard let type, line.contains("var \(property): String {") else { continue }
                let (body, end) = block(lines, from: index)
                found.append(
                    Wording(type: type, property: property, literals: literals(in: body)))
                index = end
            }
            index += 1
        }
        return found
    }

    /// From a line that opens a block to the line that closes it.
    private static func block(_ lines: [Substring], from start: Int) -> ([Substring], Int) {
        let opening = lines[start]
        if opening.hasSuffix("}") { return ([opening], start) }
        let indent = opening.prefix { $0 == " " }
        let end = lines[start...].firstIndex { $0 == indent + "}" } ?? lines.count - 1
        return (Array(lines[start...end]), end)
    }

    private static func literals(in lines: [Substring]) -> [String] {
        var found: [String] = []
        var multiline: [String]?
        for line in lines {
            let text = line.drop { $0 == " " }
            if text.hasSuffix("\"\"\"") {
                if let open = multiline { found.append(open.joined(separator: " ")) }
                multiline = multiline == nil ? [] : nil
            } else if multiline != nil {
                multiline?.append(text.replacingOccurrences(of: " \\", with: ""))
            } else {
                found += quoted(in: String(text))
            }
        }
        return found
    }

    /// What stands between quotes, joined over `+`, with values that are filled in as `…`.
    private static func quoted(in line: String) -> [String] {
        var found: [String] = []
        var current: String?
        var depth = 0
        var previous: Character = " "
        for letter in line {
            if depth > 0 {
                depth += letter == "(" ? 1 : letter == ")" ? -1 : 0
            } else if letter == "(", previous == "\\", current != nil {
                current?.removeLast()
                current?.append("…")
                depth = 1
            } else if letter == "\"" {
                if let text = current { found.append(text) }
                current = current == nil ? "" : nil
            } else {
                current?.append(letter)
            }
            previous = letter
        }
        return found
    }

    private static func all(_ property: String) -> [Wording] {
        wordings.filter { $0.property == property }
    }

    @Test func `are found for every type that can reach a person`() {
        let types = Set(
            SourceTree.files.flatMap { file in
                file.code.split(separator: "\n").filter {
                    $0.contains("UserFacing") && !$0.contains("protocol") && !$0.contains("any ")
                }.map { _ in file.path }
            })
        for property in ["code", "problem", "nextStep"] {
            #expect(Self.all(property).count >= types.count)
        }
        #expect(types.count >= 15)
    }

    @Test func `have codes that are unique across the program and of one form`() throws {
        let codes = Self.all("code").flatMap(\.literals).filter { !$0.isEmpty }
        #expect(codes.count > 90)
        let form = try Regex("^[a-z-]+(\\.[a-z-]+)+$")
        for code in codes { #expect(code.wholeMatch(of: form) != nil, "\(code)") }
        let counts = Dictionary(grouping: codes) { $0 }.filter { $0.value.count > 1 }
        #expect(counts.isEmpty, "\(counts.keys.sorted())")
    }

    @Test(arguments: all("problem"))
    func `say what happened in one sentence`(_ wording: Wording) {
        for text in wording.literals where text.contains(" ") {
            // A sentence may end with another failure's own.
            #expect(text.hasSuffix(".") || text.hasSuffix(": …"), "\(text)")
            #expect(!text.dropLast().contains(". "), "\(text)")
            #expect(text.first?.isUppercase == true || "“…".contains(text.prefix(1)), "\(text)")
        }
    }

    @Test(arguments: all("nextStep"))
    func `say what to do in one sentence that begins with a verb`(_ wording: Wording) {
        for text in wording.literals where text.count > 3 {
            #expect(text.hasSuffix("."), "\(text)")
            #expect(!text.dropLast().contains(". "), "\(text)")
            #expect(text.first?.isUppercase == true, "\(text)")
            let verb = text.prefix { $0.isLetter }
            #expect(Self.verbs.contains(String(verb)), "“\(verb)” in: \(text)")
        }
    }

    private static let verbs: Set<String> = [
        "Accept", "Check", "Choose", "Close", "Compare", "Copy", "Do", "Draft", "Enter", "Fill",
        "Free", "Go", "Install", "Keep", "Look", "Make", "Name", "Open", "Pull", "Put", "Raise",
        "Reinstall", "Resolve", "Restore", "Run", "Shorten", "Show", "Sign", "Split", "Start",
        "Trust", "Try", "Type", "Unlock", "Use", "Wait", "Write", "Read", "Renew", "Remove",
        "Press", "Save", "Say", "Set", "Delete", "Answer", "Give", "Correct", "Take", "Add",
        "Begin", "End",
    ]

    private static let jargon = [
        "nonce", "aead", "sqlite", "errno", "nil", "null", "ciphertext", "mac", "enum", "exception",
        "segmentation", "stdin", "stdout", "json", "hmac", "argon", "ed25519", "syscall",
    ]

    @Test(arguments: all("problem") + all("nextStep"))
    func `use no jargon`(_ wording: Wording) {
        for text in wording.literals {
            let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
            let found = words.filter { Self.jargon.contains(String($0)) }
            #expect(found.isEmpty, "\(found) in: \(text)")
        }
    }
}
