extension Form {
    /// The largest jotting that is read.
    package static let largestJotting = 1 << 20

    /// Reads a jotting: lines of `field: text`, each going on until the next field begins.
    ///
    /// An indented line always continues the field above it; so does a line that doesn't begin like
    /// a field. `#` begins a comment. A text field written twice is joined, line after line, so that
    /// nothing is lost; any other field written twice with different answers is refused.
    package func read(_ bytes: [UInt8]) throws(JottingError) -> Entries {
        var texts: [(field: Field, lines: [String], line: Int)] = []
        for (index, line) in try Form.lines(of: bytes).enumerated() {
            let number = index + 1
            let content = line.trimmingBlanks()
            guard !content.isEmpty, !content.hasPrefix("#") else { continue }
            let indented = line.first.map { $0 == " " || $0 == "\t" } ?? false
            if !(indented && !texts.isEmpty), let (field, rest) = try beginning(content, number) {
                texts.append((field, rest.isEmpty ? [] : [rest], number))
            } else if texts.isEmpty {
                throw .textBeforeFirstField(line: number)
            } else {
                texts[texts.count - 1].lines.append(content)
            }
        }
        var entries = Entries()
        for text in texts where !text.lines.isEmpty {
            try add(text.lines.joined(separator: "\n"), to: text.field, at: text.line, in: &entries)
        }
        guard !entries.isEmpty else { throw .noAnswers(example: fields.first?.id ?? "note") }
        return entries
    }

    private func add(
        _ written: String, to field: Field, at line: Int, in entries: inout Entries
    ) throws(JottingError) {
        let text: String
        do throws(EntryError) {
            text = try accept(written, for: field)
        } catch {
            throw .answer(line: line, error)
        }
        guard let earlier = entries[field.id], earlier != text else {
            return entries[field.id] = text
        }
        guard [.text, .lines, .quote].contains(field.input) else {
            throw .fieldTwice(line: line, label: field.label)
        }
        entries[field.id] = earlier + "\n" + text
    }

    /// The field a line begins with and what follows the colon; nil for a line that goes on.
    private func beginning(
        _ line: String, _ number: Int
    ) throws(JottingError) -> (Field, String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let name = line[..<colon].trimmingBlanks()
        let after = line[line.index(after: colon)...]
        if name.count <= 40, let field = field(named: name) {
            return (field, after.trimmingBlanks())
        }
        // An unknown name is a slip, not a sentence: one word, or a few that nearly match.
        let words = name.split(separator: " ")
        let looksLikeAName =
            name.count <= 40
            && name.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "_" }
            && (after.isEmpty || after.first == " " || after.first == "\t")
        guard looksLikeAName, words.count == 1 || (words.count <= 3 && nearest(to: name) != nil)
        else { return nil }
        throw .unknownField(line: number, suggestion: nearest(to: name)?.id)
    }

    private static func lines(of bytes: [UInt8]) throws(JottingError) -> [Substring] {
        guard bytes.count <= largestJotting else { throw .tooLarge }
        let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: marked, as: UTF8.self) else { throw .notText }
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        for (index, line) in lines.enumerated() {
            guard line.unicodeScalars.allSatisfy({ !$0.isHidden }) else {
                throw .hiddenCharacter(line: index + 1)
            }
        }
        return lines
    }
}

extension Unicode.Scalar {
    /// Control characters but the tab, overrides of writing direction, and what can't be seen.
    var isHidden: Bool {
        switch value {
        case 0x09: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x200B, 0x200E, 0x200F, 0x061C, 0x2028, 0x2029, 0xFEFF: true
        case 0x202A...0x202E, 0x2060...0x2069, 0xE0000...0xE007F, 0xFFF9...0xFFFB: true
        default: false
        }
    }
}

extension StringProtocol {
    func trimmingBlanks() -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isBlank($0) }),
            let last = lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
