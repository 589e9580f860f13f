import Documents
import Testing
import Wording

@Suite struct `A CSV file` {
    private static func read(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8)) }

    /// The rows without their lines.
    private static func rows(_ text: String) throws -> [[String]] {
        try read(text).rows.map(\.fields)
    }

    private static func problems(_ bytes: [UInt8]) -> [CSVError] {
        do throws(CSVProblems) {
            _ = try CSVTable(bytes)
            return []
        } catch {
            return error.all
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `has names, rows and the lines they begin on`(end: String) throws {
        let text =
            "Name,Born\n\nDana,2001-02-03\n\"Two\nlines\",\"a \"\"b\"\", c\"\n\n\nLast,\n\n"
        let table = try Self.read(text.replacing("\n", with: end))
        #expect(table.columns == ["Name", "Born"] && table.separator == .comma)
        #expect(table.rows.map(\.line) == [3, 4, 8])
        #expect(table.rows[0].fields == ["Dana", "2001-02-03"])
        #expect(table.rows[1].fields == ["Two\(end)lines", "a \"b\", c"])
        #expect(table.rows[2].fields == ["Last", ""])
    }

    @Test(arguments: [
        ("a,b\n1,2", CSVTable.Separator.comma), ("a;b\n1;2", .semicolon), ("a\tb\n1\t2", .tab),
        ("\"a,x\";b\n1;2", .semicolon), ("\"a\n,x\"\tb\n1\t2", .tab), ("a\n1;2", .comma),
        ("\n\na;b\n1;2", .semicolon), ("\"a;\"\n1;2", .comma), ("a,b;c\n1,2", .comma),
    ])
    func `says what separates its columns`(text: String, separator: CSVTable.Separator) throws {
        #expect(try Self.read(text).separator == separator)
    }

    /// Attack 31: what a spreadsheet would run as a formula is text here, letter for letter.
    @Test(arguments: [
        "=1+1", "+1", "-1", "@a", "\tx", "\rx", " x ", "=cmd|' /C calc'!A0", "\u{E9}",
    ])
    func `keeps every cell as it stands`(cell: String) throws {
        #expect(try Self.rows("a,b\n\"\(cell)\",1") == [[cell, "1"]])
        if !cell.contains("\r") { #expect(try Self.rows("a,b\n\(cell),1") == [[cell, "1"]]) }
    }

    @Test func `trims the names of its columns, and nothing else`() throws {
        let table = try Self.read(" Name ,\"\nBorn \"\n x , y\n")
        #expect(table.columns == ["Name", "Born"] && table.rows[0].fields == [" x ", " y"])
    }

    @Test(arguments: [true, false])
    func `may be in UTF-16 with its mark`(bigEndian: Bool) throws {
        let units = "\u{FEFF}Name;Born\r\nZo\u{EB} \u{1F600};1\r\n".utf16
        let bytes = units.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
            return bigEndian ? pair : pair.reversed()
        }
        let table = try CSVTable(bytes)
        #expect(
            table.columns == ["Name", "Born"] && table.rows[0].fields[0] == "Zo\u{EB} \u{1F600}")
        #expect(Self.problems(bytes + [0]) == [.notText(line: 3)])
        let lone: [UInt8] = bigEndian ? [0xD8, 0, 0, 10] : [0, 0xD8, 10, 0]
        #expect(Self.problems(bytes + lone) == [.notText(line: 3)])
    }

    @Test func `may begin with the mark of UTF-8`() throws {
        #expect(try Self.read("\u{FEFF}a,b\n1,2").columns == ["a", "b"])
    }

    /// As Excel writes it unless it is told otherwise: Windows-1252.
    @Test(arguments: [("\n", 3), ("\r\n", 3), ("\r", 3), ("\r\n\n", 5)])
    func `is refused in other encodings, with the line`(end: String, line: Int) {
        let text = "a,b\(end)1,2\(end)".utf8
        #expect(Self.problems(text + [0x5A, 0x6F, 0xEB]) == [.notText(line: line)])
        #expect(Self.problems(text + [0xED, 0xA0, 0x80]) == [.notText(line: line)])
        #expect(CSVError.notText(line: 3).nextStep.contains("CSV UTF-8"))
    }

    private static let faults: [(String, [CSVError])] = [
        ("", [.empty]), ("\n\r\n\n", [.empty]), ("\u{FEFF}", [.empty]),
        ("a\tb;c\n", [.separatorUnclear(line: 1)]), ("\n\na\tb;c", [.separatorUnclear(line: 3)]),
        ("a,\n", [.unnamedColumn(line: 1, column: 2)]),
        ("a, ,b\n", [.unnamedColumn(line: 1, column: 2)]),
        ("Name,b, name\n", [.repeatedColumn(line: 1, column: 3)]),
        ("a,b\n1\n1,2,3\n\n1,2", [.tooFewFields(line: 2), .tooManyFields(line: 3)]),
        ("a,b\n1,\"2\n3,4\n", [.unclosedQuote(line: 2)]), ("\"a", [.unclosedQuote(line: 1)]),
        ("a,b\n1,\"2\"3\n4,5,6\n", [.textAfterQuote(line: 2), .tooManyFields(line: 3)]),
        ("a,b\n1,\"2\n\" \n", [.textAfterQuote(line: 3)]),
        ("a,b\n1,5'4\"\n", [.quoteInsideField(line: 2)]),
        ("a,b\n1, \"2\"\n", [.quoteInsideField(line: 2)]),
        ("a,b\n1,\u{0}\n\u{1B}[31m,2\n", [.hiddenCharacter(line: 2), .hiddenCharacter(line: 3)]),
        ("a,b\n1,\"x\r\n\r\u{7F}\"\n", [.hiddenCharacter(line: 4)]),
        ("a\u{202E},b\n1,\u{85}\n", [.hiddenCharacter(line: 1), .hiddenCharacter(line: 2)]),
        (
            "a,b,,a\n\"1\" ,2\n1\n\"x",
            [
                .unnamedColumn(line: 1, column: 3), .repeatedColumn(line: 1, column: 4),
                .textAfterQuote(line: 2), .tooFewFields(line: 3), .unclosedQuote(line: 4),
            ]
        ),
    ]

    @Test(arguments: faults)
    func `has all its faults told, each with its line`(text: String, faults: [CSVError]) {
        #expect(Self.problems(Array(text.utf8)) == faults)
    }

    @Test func `has no more than a hundred faults told`() {
        let text = "a,b\n" + String(repeating: "1\n", count: 500)
        let problems = Self.problems(Array(text.utf8))
        #expect(problems.count == 100 && problems.last == .tooFewFields(line: 101))
    }

    @Test func `has limits on its size, rows, columns and fields`() {
        #expect(
            Self.problems([UInt8](repeating: 97, count: CSVTable.largestFile + 1)) == [.tooLarge])
        let rows = "a\n" + String(repeating: "1\n", count: CSVTable.mostRows)
        #expect(Self.problems(Array(rows.utf8)).isEmpty)
        #expect(
            Self.problems(Array((rows + "1").utf8))
                == [.tooManyRows(line: CSVTable.mostRows + 2)])
        let columns = (1...CSVTable.mostColumns).map(String.init).joined(separator: ",")
        #expect(Self.problems(Array(columns.utf8)).isEmpty)
        #expect(Self.problems(Array((columns + ",x").utf8)) == [.tooManyColumns(line: 1)])
        let commas = [UInt8](repeating: UInt8(ascii: ","), count: 500_000)
        #expect(Self.problems(commas) == [.tooManyColumns(line: 1)])
        #expect(Self.problems([97, 10] + commas) == [.tooManyFields(line: 2)])
        let field = String(repeating: "x", count: CSVTable.longestField)
        #expect(Self.problems(Array("a\n\(field)\n\"\(field)\"".utf8)).isEmpty)
        #expect(
            Self.problems(Array("a\nx\(field)\n\"\(field)x\"".utf8))
                == [.fieldTooLong(line: 2), .fieldTooLong(line: 3)])
    }

    @Test(arguments: [
        ("a\n", CSVError.fieldTooLong(line: 2)), ("a\n\"", .unclosedQuote(line: 2)),
    ])
    func `is refused with a line of ten megabytes`(start: String, fault: CSVError) {
        let text = start + String(repeating: "x", count: 10_000_000)
        #expect(Self.problems(Array(text.utf8)) == [fault])
    }

    /// Cells of hostile pieces, written by the rules of RFC 4180, come back as they were.
    @Test(arguments: 0..<30)
    func `comes back as it was written`(seed: Int) throws {
        let pieces = ["\"", ",", ";", "\t", "\n", "\r\n", "\r", "a", " ", "\u{E9}", "=", "", "''"]
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let cells = (0..<20).map { _ in
            (0..<3).map { _ in (0..<next(6)).map { _ in pieces[next(pieces.count)] }.joined() }
        }
        let separator = [",", ";", "\t"][next(3)]
        let end = ["\n", "\r\n", "\r"][next(3)]
        let written =
            ["a", "b", "c"].joined(separator: separator) + end
            + cells.map { row in
                row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator)
            }.joined(separator: end)
        #expect(try Self.rows(written) == cells)
    }
}
