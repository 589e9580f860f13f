internal import Documents

/// The report for programs: one JSON file, and tables for spreadsheets.
extension AuditReport {
    /// Sorted keys and line breaks.
    package var json: [UInt8] {
        get throws { try JSON.readable(self) + Array("\n".utf8) }
    }

    /// Each table as CSV (cells that a spreadsheet would run are neutralised, see ``CSVRow``), by a
    /// word for its file's name: what sections say, their tables, and the acts of the period.
    package var csv: [(name: String, text: String)] {
        let figures = sections.flatMap { section in
            section.figures.map { figure in
                ["\(section.number)", section.title, figure.label, figure.value]
                    + [figure.standing.rawValue, Self.numbers(figure.entries)]
            }
        }
        let header = ["section", "title", "what", "value", "standing", "entries"]
        var files = [(name: "figures", text: Self.text([header] + figures))]
        for table in sections.flatMap(\.tables) {
            let rows = table.rows.map { $0.cells + [Self.numbers($0.entries)] }
            files.append((table.name, Self.text([table.columns + ["Entries"]] + rows)))
        }
        let acts = entries.map {
            [
                "\($0.number)", $0.moment, $0.act, $0.client, $0.record,
                $0.details.joined(separator: "; "),
            ]
        }
        let columns = ["entry", "time", "act", "client", "record", "details"]
        files.append(("acts", Self.text([columns] + acts)))
        return files
    }

    private static func text(_ rows: [[String]]) -> String { rows.map(CSVRow.text).joined() }

    private static func numbers(_ entries: [UInt64]) -> String {
        entries.map(String.init).joined(separator: " ")
    }
}
