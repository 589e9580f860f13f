/// A row of a CSV file (RFC 4180), every cell in quotation marks.
package enum CSVRow {
    /// Ends in a line break. A cell that a spreadsheet would take for a formula has an apostrophe
    /// before it (attack 31).
    package static func text(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static let formula: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    private static func quoted(_ cell: String) -> String {
        let text = cell.first.map(formula.contains) == true ? "'" + cell : cell
        let isPlain = !text.utf8.contains(UInt8(ascii: "\""))
        return "\"" + (isPlain ? text : text.replacing("\"", with: "\"\"")) + "\""
    }
}
