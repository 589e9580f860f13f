import Testing

@testable import Documents

@Suite struct `A row of CSV that is written` {
    @Test func `is read again as it was`() throws {
        let cells = ["plain", "a, b", "she said \"no\"", "two\nlines", "", " é "]
        let text = CSVRow.text(["one", "two", "three", "four", "five", "six"]) + CSVRow.text(cells)
        let table = try CSVTable(Array(text.utf8))
        #expect(table.rows.map(\.fields) == [cells])
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
    func `holds no formula`(_ cell: String) {
        #expect(CSVRow.text([cell]) == "\"'\(cell)\"\r\n")
    }
}
