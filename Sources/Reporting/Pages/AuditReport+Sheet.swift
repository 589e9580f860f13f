package import Documents

extension AuditReport {
    /// The report on paper: sections and figures; the acts one by one are in the page and tables.
    package var sheet: Sheet {
        var blocks: [Sheet.Block] = [
            .facts(heading.map { .init($0.label, $0.value, isExact: $0.label == "Public key") })
        ]
        for section in sections {
            blocks.append(.heading("\(section.number). \(section.title)"))
            blocks += section.laws.map { Sheet.Block.paragraph("\($0.paragraph): \($0.asks)") }
            blocks += section.paragraphs.map { Sheet.Block.paragraph($0) }
            if !section.figures.isEmpty {
                blocks.append(.facts(section.figures.map { .init($0.label, Self.words($0)) }))
            }
            for table in section.tables where table.rows.isEmpty && !table.empty.isEmpty {
                blocks.append(.paragraph("\(table.title): \(table.empty)"))
            }
            for table in section.tables where !table.rows.isEmpty {
                blocks.append(.paragraph(Self.title(of: table)))
                blocks += table.rows.prefix(Self.mostRows).map { row in
                    let cells = zip(table.columns, row.cells).filter { !$0.1.isEmpty }
                    return Sheet.Block.paragraph(
                        "• " + cells.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
                            + Self.words(row.entries))
                }
            }
        }
        return Sheet(
            title: title, blocks: blocks,
            footer: "Confidential. \(title), \(from.iso) to \(until.iso).")
    }

    /// Paper shows the first rows of a table; the table's own file has all.
    private static let mostRows = 40

    private static func title(of table: Table) -> String {
        table.rows.count > mostRows
            ? "\(table.title): the first \(mostRows) of \(table.rows.count); \(table.name).csv has all"
            : table.title
    }

    private static func words(_ figure: Figure) -> String {
        let standing = figure.standing == .shown ? "" : ", \(figure.standing.word)"
        return figure.standing == .unknown
            ? figure.value : figure.value + standing + words(figure.entries)
    }

    /// As many numbers as fit a line; the tables have them all.
    private static func words(_ entries: [UInt64]) -> String {
        guard let first = entries.first else { return "" }
        guard entries.count > 1 else { return " (entry \(first))" }
        let shown = entries.prefix(8).map(String.init).joined(separator: ", ")
        return " (entries \(shown)\(entries.count > 8 ? ", …" : ""))"
    }
}
