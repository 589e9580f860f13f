package import Documents

extension AuditReport {
    /// The report on paper: sections and figures; the acts one by one are in the page and tables.
    package var sheet: Sheet {
        var blocks: [Sheet.Block] = [
            .facts(heading.map { .init($0.label, $0.value, isExact: $0.label == "Public key") })
        ]
        for section in sections {
            if section.number == 2 { blocks.append(.page) }
            blocks.append(.heading("\(section.number). \(section.title)"))
            blocks.append(.facts(section.laws.map { .init($0.paragraph, $0.asks) }))
            // The verdict itself.
            let first = section.number == 1 ? section.paragraphs.first : nil
            blocks += first.map { [Sheet.Block.bar($0)] } ?? []
            blocks += section.paragraphs.dropFirst(first == nil ? 0 : 1).map {
                Sheet.Block.paragraph($0)
            }
            if !section.figures.isEmpty {
                blocks.append(
                    .table(
                        title: "", columns: ["What", "Value", "Standing", "Entries"],
                        rows: section.figures.map {
                            [$0.label, $0.value, $0.standing.word, Self.words($0.entries)]
                        }))
            }
            blocks += section.pictures.filter { $0.bars.contains { $0.count > 0 } }.map(Self.bars)
            for table in section.tables where table.rows.isEmpty && !table.empty.isEmpty {
                blocks.append(.paragraph("\(table.title): \(table.empty)"))
            }
            for table in section.tables where !table.rows.isEmpty {
                blocks.append(Self.block(of: table))
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

    private static func block(of table: Table) -> Sheet.Block {
        let hasEntries = table.rows.contains { !$0.entries.isEmpty }
        return .table(
            title: title(of: table), columns: table.columns + (hasEntries ? ["Entries"] : []),
            rows: table.rows.prefix(mostRows).map { row in
                row.cells.map(short) + (hasEntries ? [words(row.entries)] : [])
            })
    }

    /// A digest is too long for a column; the table's own file has all of it.
    private static func short(_ cell: String) -> String {
        cell.count == 64 && cell.allSatisfy(\.isHexDigit) ? cell.prefix(16) + "…" : cell
    }

    /// As many numbers as fit; the tables have them all.
    private static func words(_ entries: [UInt64]) -> String {
        let shown = entries.prefix(6).map(String.init).joined(separator: ", ")
        return entries.count > 6 ? "\(shown), … (\(entries.count))" : shown
    }

    private static func bars(_ picture: Picture) -> Sheet.Block {
        let counted = picture.bars.filter { $0.count > 0 }
        let shown = counted.prefix(12).map { "\($0.label): \($0.count)" }
        let rest = counted.count > 12 ? ", …" : ""
        let dark =
            picture.bars.contains { $0.stands && $0.count > 0 }
            ? " Dark bars are outside what is usual." : ""
        return .bars(
            picture.bars.map { .init($0.label, $0.count, isDark: $0.stands) },
            caption: "\(picture.title) (\(shown.joined(separator: ", "))\(rest)).\(dark)")
    }
}
