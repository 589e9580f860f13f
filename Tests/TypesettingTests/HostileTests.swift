import Documents
import Foundation
import Testing
import Typesetting

/// Whatever is to be printed, it is all on paper or there is an error.
@Suite struct `Hostile sheets` {
    private func expect(
        _ error: TypesettingError, _ blocks: Sheet.Block..., footer: String = "",
        at place: SourceLocation = #_sourceLocation
    ) throws {
        let sheet = Sheet(
            title: "", blocks: blocks, footer: footer)
        #expect(throws: error, sourceLocation: place) { try sheet.pdf() }
    }

    @Test func `of nothing are one empty page`() throws {
        let sheet = Sheet(
            title: "",
            blocks: [
                .heading(""), .paragraph(""), .steps([]), .words([]), .facts([]), .bar(""),
                .blanks([]), .words([""]), .facts([.init("", "")]), .blanks([""]),
                .steps([.init("", command: "")]),
            ], footer: "")
        let page = try Page(sheet)
        #expect(try page.facts()["Pages"] == "1")
        #expect(try page.text().contains("Page 1 of 1"))
    }

    @Test func `with a word of 10,000 letters break it everywhere but in the grid`() throws {
        let word = String(repeating: "hand", count: 2500)
        let sheet = try Sample.sheet(
            .paragraph(word), .facts([.init("", word, isExact: true)]), .heading(word),
            .facts([.init(word, "")]), footer: "")
        let lines = try Page(sheet).text().split(separator: "\n")
        let drawn = lines.filter { !$0.contains("Page ") && $0 != "Title" }
        #expect(drawn.joined().withoutBlanks == String(repeating: word, count: 4))
        try expect(.word, .words([word]))
        try expect(.word, .words(["two\nlines"]))
    }

    @Test(arguments: [4, 15, 30, 60, 72]) func `with long words use fewer columns`(
        length: Int
    ) throws {
        let words = (0..<7).map { String(repeating: "i", count: length) + "\($0)" }
        let text = try Page(try Sample.sheet(.words(words))).text().withoutBlanks
        for (number, word) in words.enumerated() { #expect(text.contains("\(number + 1)\(word)")) }
    }

    @Test(arguments: [
        "\u{0}\u{1}\u{1B}[31m", "\u{202E}backwards\u{202C}", "\u{FFFF}\u{1FFFE}", "\u{85}\r\n",
    ])
    func `with hidden characters show them`(text: String) throws {
        let page = try Page(
            try Sample.sheet(.paragraph(text), .heading(text), .facts([.init(text, text)])))
        let drawn = try page.text()
        #expect(drawn.contains("\u{FFFD}"))
        #expect(!drawn.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
        #expect(!drawn.contains("\u{1B}"))
    }

    /// Some are in no font here, some are in a font that has a shaper of its own.
    @Test(arguments: ["\u{F1234}", "\u{10FFFD}"])
    func `with a character of no font are refused`(text: String) throws {
        try expect(.unknownCharacter, .paragraph("before " + text))
        try expect(.unknownCharacter, .heading(text))
        try expect(.unknownCharacter, .words([text]))
        try expect(.unknownCharacter, .facts([.init("Key", text, isExact: true)]))
        try expect(.unknownCharacter, footer: text)
    }

    @Test func `with marks heaped on one letter are printed`() throws {
        _ = try Page(try Sample.sheet(.paragraph("a" + String(repeating: "\u{301}", count: 9000))))
    }

    @Test func `that are too long are refused`() throws {
        let long = String(repeating: "a ", count: 600_000)
        let text = String(repeating: "a ", count: 12_000)
        try expect(.tooLong, .paragraph(long))
        try expect(.tooLong, .heading(text))
        try expect(.tooLong, .bar(text))
        try expect(.tooLong, .blanks([text]))
        try expect(.tooLong, .code(payload: "a", caption: text))
        try expect(.tooLong, .code(payload: "a", caption: String(repeating: "a\n", count: 90)))
        try expect(.tooLong, footer: text)
        try expect(.tooLong, footer: String(repeating: "\n", count: 80))
        try expect(.tooLong, .paragraph(String(repeating: "\n", count: 100_000)))
        try expect(.tooLong, .words(Array(repeating: "", count: 100_000)))
        try expect(.tooLong, .facts(Array(repeating: .init("", ""), count: 100_000)))
        try expect(.tooLong, .steps(Array(repeating: .init(""), count: 100_000)))
        try expect(.tooLong, .blanks(Array(repeating: "", count: 100_000)))
        try expect(
            .tooLong, .paragraph(String(repeating: "\n", count: 15_000)),
            .paragraph(String(repeating: "\n", count: 15_000)))
    }

    @Test(arguments: ["", String(repeating: "a", count: 3000)])
    func `with nothing or too much to code are refused`(payload: String) throws {
        try expect(.code, .code(payload: payload, caption: ""))
    }
}
