extension Sheet {
    /// The whole sheet as plain text of at most 80 columns; a QR code is what it says.
    package var text: String {
        let rule = PrintedNote.width
        var lines = Self.wrap(title.uppercased())
        lines.append(String(repeating: "=", count: rule))
        for block in blocks {
            let next = block.lines
            if !next.isEmpty { lines += [""] + next }
        }
        lines += ["", String(repeating: "-", count: rule)]
        lines += Self.wrap(footer)
        return lines.joined(separator: "\n") + "\n"
    }

    /// Lines of at most 80 columns: `first` before the first of them, blanks before the others.
    fileprivate static func wrap(_ text: String, after first: String = "") -> [String] {
        let margin = String(repeating: " ", count: first.count)
        let lines = PrintedNote.wrap(text, columns: PrintedNote.width - first.count)
        if lines.isEmpty, first.contains(where: { $0 != " " }) { return [first] }
        return lines.enumerated().map { ($0.offset == 0 ? first : margin) + $0.element }
    }
}

extension Sheet.Block {
    fileprivate var lines: [String] {
        switch self {
        case .heading(let text): Sheet.wrap(text.uppercased())
        case .paragraph(let text): Sheet.wrap(text)
        case .steps(let steps):
            steps.enumerated().flatMap { number, step in
                Sheet.wrap(step.text, after: Self.numbered(number + 1))
                    + Sheet.wrap(step.command ?? "", after: "        ")
            }
        case .words(let words): Self.grid(words)
        case .facts(let facts): Self.table(facts)
        case .table(let title, let columns, let rows):
            Sheet.wrap(title)
                + rows.flatMap { row in
                    let cells = zip(columns, row).filter { !$0.1.isEmpty }
                    return Sheet.wrap(
                        cells.map { "\($0): \($1)" }.joined(separator: "; "), after: "- ")
                }
        // What they show stands in the caption.
        case .bars(_, let caption): Sheet.wrap(caption)
        case .bar(let text): Sheet.wrap(text.uppercased(), after: "*** ")
        case .code(let payload, let caption):
            Sheet.wrap("QR code. " + caption) + Sheet.wrap(payload, after: "    ")
        case .page: []
        case .blanks(let labels):
            labels.flatMap { label in
                var lines = Sheet.wrap(label + ":")
                let room = PrintedNote.width - (lines.last?.count ?? 0) - 1
                if room < 20 { lines.append("") }
                let blank = String(repeating: "_", count: room < 20 ? PrintedNote.width : room)
                lines[lines.count - 1] += (room < 20 ? "" : " ") + blank
                return lines
            }
        }
    }

    /// Values in a column of their own; a long label stands above its value.
    private static func table(_ facts: [Sheet.Fact]) -> [String] {
        let column = min(24, (facts.map(\.label.count).max() ?? 0) + 3)
        return facts.flatMap { fact -> [String] in
            let label = fact.label + ":"
            let room = column - label.count
            let first = room > 0 ? label + String(repeating: " ", count: room) : ""
            let margin = String(repeating: " ", count: column)
            return first.isEmpty
                ? Sheet.wrap(label) + Sheet.wrap(fact.value, after: margin)
                : Sheet.wrap(fact.value, after: first)
        }
    }

    private static func numbered(_ number: Int) -> String {
        number < 10 ? " \(number). " : "\(number). "
    }

    /// As many columns, up to four, as the longest word leaves room for.
    private static func grid(_ words: [String]) -> [String] {
        let widest = (words.map(\.count).max() ?? 0) + numbered(words.count).count + 1
        let columns = max(1, min(4, PrintedNote.width / widest))
        let column = PrintedNote.width / columns
        return stride(from: 0, to: words.count, by: columns).flatMap { start -> [String] in
            let row = (start..<min(start + columns, words.count)).map { place in
                numbered(place + 1) + words[place]
            }
            guard columns > 1 else { return Sheet.wrap(row[0]) }
            let cells = row.dropLast().map { cell in
                cell + String(repeating: " ", count: column - cell.count)
            }
            return [cells.joined() + (row.last ?? "")]
        }
    }
}
