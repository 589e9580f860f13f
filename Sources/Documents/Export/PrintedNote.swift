/// The printed page: plain text, at most 80 columns.
package enum PrintedNote {
    package static let width = 80

    package static func text(of note: Note) -> String {
        var lines: [String] = []
        var before: PrintedPiece?
        for piece in note.printed {
            if let before, piece.isApart(from: before) { lines.append("") }
            lines += piece.lines
            before = piece
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Breaks at blanks; a word longer than the line is cut.
    package static func wrap(_ text: String, columns wanted: Int) -> [String] {
        // Beside a label that is longer than the line the text still has a column.
        let columns = max(16, wanted)
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                var word = word
                if line.isEmpty {
                    line = ""
                } else if line.count + 1 + word.count <= columns {
                    line += " " + word
                    continue
                } else {
                    lines.append(line)
                }
                while word.count > columns {
                    lines.append(String(word.prefix(columns)))
                    word = word.dropFirst(columns)
                }
                line = String(word)
            }
            if !line.isEmpty { lines.append(line) }
        }
        return lines
    }
}

extension PrintedPiece {
    fileprivate func isApart(from before: PrintedPiece) -> Bool {
        if case .facts = self { return false }
        return before != .rule
    }

    fileprivate var lines: [String] {
        switch self {
        case .letterhead(let lines): Self.wrap(lines) + [Self.line("-")]
        case .title(let title, let mark):
            [title.uppercased()] + [mark].compactMap { $0 } + [Self.line("=")]
        case .facts(let facts): Self.table(facts)
        case .lines(let lines), .colophon(let lines): Self.wrap(lines)
        case .subject(let text), .notice(let text): Self.wrap([text])
        case .section(let heading, let paragraphs):
            (heading.isEmpty ? [] : [heading.uppercased()])
                + paragraphs.map { Self.wrap([$0]) }.joined(separator: [""])
        case .signature(let closing, let lines):
            (closing.map { [$0, ""] } ?? []) + Self.wrap(lines)
        case .rule: [Self.line("-")]
        }
    }

    private static func line(_ stroke: String) -> String {
        String(repeating: stroke, count: PrintedNote.width)
    }

    private static func wrap(_ lines: [String]) -> [String] {
        lines.flatMap { PrintedNote.wrap($0, columns: PrintedNote.width) }
    }

    private static func table(_ facts: [Note.HeaderLine]) -> [String] {
        let column = (facts.map(\.label.count).max() ?? 0) + 3
        return facts.flatMap { fact in
            let label = (fact.label + ":").padded(to: column)
            let wrapped = PrintedNote.wrap(fact.text, columns: PrintedNote.width - column)
            return [label + (wrapped.first ?? "")]
                + wrapped.dropFirst().map { String(repeating: " ", count: column) + $0 }
        }
    }
}

extension String {
    fileprivate func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - count))
    }
}
