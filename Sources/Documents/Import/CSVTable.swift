/// A table read from a CSV file: the names in its first line, then rows with their line numbers.
///
/// RFC 4180, read strictly. Cells are text and are kept as they stand, also those that a
/// spreadsheet would take for a formula because they begin with `=`, `+`, `-`, `@`, a tab or a
/// carriage return: only a program that writes CSV neutralises them (attack 31). A line with
/// nothing on it is no row. The limits bound what a hostile file can cost.
package struct CSVTable: Equatable, Sendable {
    package static let largestFile = 16 << 20
    package static let mostRows = 100_000
    package static let mostColumns = 256
    /// In bytes of UTF-8.
    package static let longestField = 64 << 10

    /// What stands between the fields: a comma, or what the first line has instead of one.
    package enum Separator: UInt8, Sendable {
        case comma = 0x2C
        case semicolon = 0x3B
        case tab = 0x09

        package var name: String {
            switch self {
            case .comma: "comma"
            case .semicolon: "semicolon"
            case .tab: "tab"
            }
        }
    }

    package struct Row: Equatable, Sendable {
        /// The line of the file that the row begins on; the first is 1.
        package let line: Int
        /// One for each column.
        package let fields: [String]
    }

    package let separator: Separator
    /// Without blanks at either end; no two are equal, not even but for capitals.
    package let columns: [String]
    package let rows: [Row]

    /// Reads UTF-8, with or without a byte order mark, or UTF-16 with one.
    ///
    /// Throws all that is wrong with the file, as far as the first hundred faults.
    package init(_ bytes: [UInt8]) throws(CSVProblems) {
        let text: String
        do throws(CSVError) {
            guard bytes.count <= CSVTable.largestFile else { throw .tooLarge }
            text = try CSVTable.text(bytes)
        } catch {
            throw CSVProblems(all: [error])
        }
        var reader = CSVReader(text)
        guard let separator = reader.separator, let header = reader.row() else {
            throw CSVProblems(all: reader.problems.isEmpty ? [.empty] : reader.problems)
        }
        let columns = header.fields.map { $0.trimmingBlanks() }
        reader.checkColumns(columns, at: header.line)
        var rows: [Row] = []
        while columns.count <= CSVTable.mostColumns, !reader.isFull, let row = reader.row() {
            if rows.count == CSVTable.mostRows {
                reader.report(.tooManyRows(line: row.line))
                break
            }
            reader.checkCount(of: row, columns: columns.count)
            rows.append(row)
        }
        guard reader.problems.isEmpty else { throw CSVProblems(all: reader.problems) }
        self.separator = separator
        self.columns = columns
        self.rows = rows
    }

    private static func text(_ bytes: [UInt8]) throws(CSVError) -> String {
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFF, 0xFE): try decoded(units(bytes, high: 1), as: UTF16.self)
        case (0xFE, 0xFF): try decoded(units(bytes, high: 0), as: UTF16.self)
        default:
            try decoded(
                bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0), as: UTF8.self)
        }
    }

    /// Pairs of bytes after the mark; half a pair becomes a unit that no text has.
    private static func units(_ bytes: [UInt8], high: Int) -> [UInt16] {
        stride(from: 2, to: bytes.count, by: 2).map { place in
            guard place + 1 < bytes.count else { return 0xD800 }
            return UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + 1 - high])
        }
    }

    /// A line break is a unit of its own in both encodings, so lines can be tried one by one.
    private static func decoded<Encoding: Unicode.Encoding>(
        _ units: some Collection<Encoding.CodeUnit>, as encoding: Encoding.Type
    ) throws(CSVError) -> String {
        if let text = String(validating: units, as: encoding) { return text }
        var line = 1
        var last: Encoding.CodeUnit = 0
        var start = units.startIndex
        for place in units.indices where units[place] == 10 || units[place] == 13 {
            guard String(validating: units[start..<place], as: encoding) != nil else { break }
            // Between the two halves of a CRLF there is nothing, and no new line.
            line += units[place] == 10 && last == 13 && start == place ? 0 : 1
            last = units[place]
            start = units.index(after: place)
        }
        throw .notText(line: line)
    }
}
