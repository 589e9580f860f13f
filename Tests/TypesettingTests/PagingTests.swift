import Documents
import Testing

@testable import Typesetting

@Suite struct `Slabs on pages` {
    /// Heights of 10 on pages of 50; "h" stays with the next.
    private func pages(_ plan: String, height: Double = 50) throws -> [String] {
        let slabs = plan.map { letter in
            Slab(height: 10, spaceBefore: 0, staysWithNext: letter == "h") { _, _ in }
        }
        var letters = plan[...]
        return try Slab.pages(of: slabs, height: height).map { page in
            let part = letters.prefix(page.count)
            letters = letters.dropFirst(page.count)
            return String(part)
        }
    }

    @Test(arguments: [
        ("", [""]), ("aaaaa", ["aaaaa"]), ("aaaaaa", ["aaaaa", "a"]),
        ("aaaahaa", ["aaaa", "haa"]), ("aaahhaa", ["aaa", "hhaa"]), ("aaahahaa", ["aaaha", "haa"]),
        // Longer than a page: it has to be cut.
        ("ahhhhhhha", ["ahhhh", "hhha"]), ("hhhhhhh", ["hhhhh", "hh"]), ("aaaah", ["aaaah"]),
        ("aaaaahhhh", ["aaaaa", "hhhh"]),
    ])
    func `break where they may`(plan: String, pages expected: [String]) throws {
        #expect(try pages(plan) == expected)
    }

    @Test func `keep their distance but at the top of a page`() throws {
        let slabs = (0..<4).map { _ in Slab(height: 20, spaceBefore: 5) { _, _ in } }
        let tops = try Slab.pages(of: slabs, height: 50).map { $0.map(\.top) }
        #expect(tops == [[0, 25], [0, 25]])
    }

    @Test func `begin a page where they are to`() throws {
        let slabs = [false, true, false].map {
            Slab(height: 10, staysWithNext: true, beginsPage: $0) { _, _ in }
        }
        #expect(try Slab.pages(of: slabs, height: 50).map(\.count) == [1, 2])
    }

    @Test(arguments: [9.0, 0, -100]) func `never hang over the foot`(height: Double) throws {
        #expect(throws: TypesettingError.tooLong) { try pages("a", height: height) }
    }

    /// Wherever the page ends, at least two lines of a paragraph are on either side.
    @Test(arguments: 30...52) func `leave no line and no heading alone`(above: Int) throws {
        let sheet = try Sample.sheet(
            .paragraph(Array(repeating: "above", count: above).joined(separator: "\n")),
            .heading("HEADING"),
            .paragraph(Array(repeating: "value", count: 100).joined(separator: " ")), footer: "")
        let pages = try Page(sheet).text().split(separator: "\u{C}").map { page in
            page.split(separator: "\n").filter { !$0.contains("Page ") }
        }
        for page in pages {
            #expect(page.last != "HEADING")
            #expect(page.filter { $0.contains("value") }.count != 1)
        }
    }

    /// The facts under a heading go with it, and no row of a table stands alone under its head.
    @Test(arguments: 26...52) func `leave no facts and no row alone`(above: Int) throws {
        let sheet = try Sample.sheet(
            .paragraph(Array(repeating: "above", count: above).joined(separator: "\n")),
            .heading("HEADING"), .facts([.init("FACT", "of the heading")]),
            .table(
                title: "", columns: ["HEAD"], rows: (1...4).map { ["row \($0)"] }), footer: "")
        let pages = try Page(sheet).text().split(separator: "\u{C}").map { page in
            page.split(separator: "\n").filter { !$0.contains("Page ") }
        }
        for page in pages {
            #expect(page.last != "HEADING" && page.last != "HEAD")
            #expect(page.last?.hasPrefix("FACT") != true)
            #expect(page.filter { $0.contains("row") }.count != 1)
        }
    }
}
