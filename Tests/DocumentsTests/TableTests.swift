import Documents
import Schema
import Testing

/// A table that can't be used says which row is at fault.
@Suite struct TableTests {
    private func refusal(_ json: String) -> TableError? {
        do throws(TableError) {
            _ = try ServiceCodes(bytes: Array(json.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("", "table.unreadable"), ("[]", "table.unreadable"), ("{", "table.unreadable"),
        ("null", "table.unreadable"), ("{\"rows\": []}", "table.unreadable"),
        ("{\"notice\": \"n\"}", "table.unreadable"),
        ("{\"notice\": \"n\", \"rows\": []}", "table.empty"),
        ("{\"notice\": \"n\", \"rows\": 7}", "table.unreadable"),
        (String(repeating: "[", count: 200_000), "table.unreadable"),
        (
            "{\"notice\": \"n\", \"rows\": [{\"code\": \"A\", \"label\": \"a\", \"members\": 1.5}]}",
            "table.unreadable"
        ),
        (String(repeating: " ", count: 1 << 20) + "{}", "table.too-large"),
    ])
    func `a file that is no table is refused`(json: String, code: String) {
        #expect(refusal(json)?.code == code)
    }

    static let rows: [(String, TableError)] = [
        ("{}", .row(table: "service codes", row: 2, field: "code")),
        ("7", .row(table: "service codes", row: 2, field: nil)),
        ("null", .row(table: "service codes", row: 2, field: nil)),
        ("{\"code\": \"B\"}", .row(table: "service codes", row: 2, field: "label")),
        ("{\"code\": 9, \"label\": \"b\"}", .row(table: "service codes", row: 2, field: "code")),
        (
            "{\"code\": \"B\", \"label\": \"b\", \"minutes\": {\"to\": 3}}",
            .row(table: "service codes", row: 2, field: "from")
        ),
        (
            "{\"code\": \"B\", \"label\": \"b\", \"minutes\": {\"from\": \"9\"}}",
            .row(table: "service codes", row: 2, field: "from")
        ),
        (
            "{\"code\": \"B\", \"label\": \"b\", \"verified_on\": \"soon\"}",
            .row(table: "service codes", row: 2, field: "verified_on")
        ),
        (
            "{\"code\": \"B\", \"label\": \"b\", \"client\": \"away\"}",
            .row(table: "service codes", row: 2, field: "client")
        ),
        ("{\"code\": \"A\", \"label\": \"b\"}", .twice(table: "service codes", row: 2)),
        (
            "{\"code\": \"B\", \"label\": \"\"}",
            .contradiction(
                table: "service codes", row: 2,
                detail: "code and label must not be empty, nor the code long")
        ),
        (
            "{\"code\": \"B\", \"label\": \"b\", \"minutes\": {\"from\": 9, \"to\": 8}}",
            .contradiction(
                table: "service codes", row: 2, detail: "its minutes end before they begin")
        ),
        (
            "{\"code\": \"B\", \"label\": \"b\", \"minutes\": {\"from\": -9223372036854775808}}",
            .contradiction(
                table: "service codes", row: 2, detail: "its minutes end before they begin")
        ),
        (
            """
            {"code": "B", "label": "b", "further": {"code": "C", "from": 9, "each": 0}}
            """,
            .contradiction(
                table: "service codes", row: 2, detail: "further time needs minutes above zero")
        ),
    ]

    @Test(arguments: rows)
    func `a row at fault is told by its number`(row: String, error: TableError) {
        let json = """
            {"notice": "n", "rows": [{"code": "A", "label": "a"}, \(row)]}
            """
        #expect(refusal(json) == error)
    }

    @Test(arguments: Tables.all.map(\.name))
    func `a table of the program cut short is refused`(name: String) throws {
        let bytes = try #require(Tables.all.first { $0.name == name }).bytes
        for end in stride(from: 0, to: bytes.count - 2, by: 97) {
            let cut = Array(bytes[..<end])
            #expect(throws: TableError.self) { try ServiceCodes(bytes: cut) }
            #expect(throws: TableError.self) { try Rulebook(jurisdictions: cut, payers: cut) }
        }
    }

    @Test func `every error says what happened and what to do`() {
        let errors: [TableError] = [
            .tooLarge(table: "a"), .unreadable(table: "a"), .empty(table: "a"),
            .row(table: "a", row: 2, field: "b"), .row(table: "a", row: 2, field: nil),
            .twice(table: "a", row: 2), .contradiction(table: "a", row: 2, detail: "b"),
        ]
        for error in errors {
            expectSentences(error)
            #expect(error.code.hasPrefix("table."))
        }
    }
}
