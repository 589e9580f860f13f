import Documents
import Foundation
import Testing
import Typesetting

/// Whatever was signed, it becomes pages with nothing left out.
@Suite struct `Hostile signed documents` {
    private func page(_ paragraphs: String...) throws -> Page {
        try Page(try Signed.document(Signed.note([("Heading", paragraphs)])))
    }

    @Test(arguments: ["\u{0}", "\u{1B}[31m", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{85}"])
    func `show what can't be seen`(hidden: String) throws {
        let text = "before\(hidden)after"
        let document = try Signed.document(
            Signed.note(
                [(text, [text])], title: text, header: [("Client", text), (text, text)],
                signer: Signed.signer(text), isLateEntry: true))
        let seen = try Page(document).text()
        #expect(seen.components(separatedBy: "before\u{FFFD}").count == 11)
        #expect(!seen.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
        #expect(!seen.contains("\u{1B}"))
    }

    /// An export never fails for a character; it is named where it stands.
    @Test func `name a character that is in no font`() throws {
        let text = "Brain \u{1F9E0}, private \u{F1234}; last \u{10FFFD}."
        let document = try Signed.document(
            Signed.note(
                [(text, [text])], title: text, header: [("Client", text), (text, text)],
                letter: nil))
        let spoken = try Page(document).spoken()
        let named = "Brain [U+1F9E0], private [U+F1234]; last [U+10FFFD]."
        #expect(spoken.components(separatedBy: named).count == 7)
        #expect(try Page(document).text().contains("Client: \(named) Page 1 of 1"))
    }

    @Test(arguments: [
        ("Zoë Nguyễn, Łódź", false), ("Привет, Ελλάδα", false), ("שלום עולם", true),
        ("مرحبا بالعالم", true), ("日本語の文章", false), ("中文段落", false), ("한국어", false),
        ("½ → ✓ ×4", false), ("שלום 42 English עולם", true),
    ])
    func `keep letters of other scripts`(text: String, isRightToLeft: Bool) throws {
        let page = try page(text)
        #expect(try page.spoken().withoutBlanks.contains(text.withoutBlanks))
        for font in try page.fonts() { #expect(font.isWhole) }
        #expect(!(try page.text()).contains("[U+"))
        // What is read from right to left ends at the right margin.
        let words = try page.text("-layout").split(separator: "\n").map { $0.prefix(40) }
        if isRightToLeft { #expect(words.contains(String(repeating: " ", count: 40)[...])) }
    }

    @Test(arguments: ["fi", "fl", "ff", "ffi", "ffl"]) func `spell ligatures`(letters: String)
        throws
    {
        let text = "x\(letters)x \(letters)"
        let document = try Signed.document(
            Signed.note([(text, [text])], header: [(text, text)]))
        #expect(try Page(document).spoken().components(separatedBy: text).count == 5)
        #expect(try Page(document).text().components(separatedBy: text).count == 5)
    }

    /// Marks of the file's own language are words like others.
    @Test(arguments: [
        "/Private << /MCID 3 >> BDC", "EMC", "/Span << /ActualText <feff0020> >> BDC", "\\", "(((",
        ")Tj", "%PDF", "endstream endobj",
    ])
    func `may speak like a PDF`(word: String) throws {
        let text = Array(repeating: word, count: 400).joined(separator: " ")
        let page = try page(text)
        // A line, and a page, may end after a stroke.
        #expect(try page.spoken().withoutBlanks.contains(text.withoutBlanks))
        _ = try page.objects()
    }

    @Test func `break a word of 10,000 letters`() throws {
        let word = String(repeating: "hand", count: 2500)
        let document = try Signed.document(
            Signed.note(
                [(word, [word])], title: word, header: [("Client", word)],
                signer: Signed.signer(word)))
        let page = try Page(document)
        #expect(
            try page.spoken().withoutBlanks.components(separatedBy: "hand").count == 7 * 2500 + 1)
        #expect(Int(try page.facts()["Pages"] ?? "") ?? 0 > 8)
    }

    @Test func `may be empty`() throws {
        let empty = Signed.signer("")
        for letter in [nil, try Signed.letter(to: [], letterhead: [], subject: "", salutation: "")]
        {
            for sections in [[], [("", [])], [("", [""]), ("Heading", [])], [("", ["\n\n"])]] {
                let page = try Page(
                    try Signed.document(
                        Signed.note(
                            sections, title: "", header: [], signer: empty, letter: letter)))
                #expect(try page.facts()["Pages"] == "1")
                _ = try page.objects()
            }
        }
    }

    @Test func `may have 3,000 paragraphs, or one of 300,000 letters`() throws {
        let many = (1...3000).map { "Paragraph \($0) of many." }
        let one = many.joined(separator: " ") + String(repeating: " more", count: 50_000)
        for paragraphs in [many, [one]] {
            let page = try Page(try Signed.document(Signed.note([("Heading", paragraphs)])))
            #expect(try page.spoken().contains(paragraphs.joined(separator: " ")))
            #expect(Int(try page.facts()["Pages"] ?? "") ?? 0 > 60)
        }
    }

    @Test func `that are too long are refused`() throws {
        let text = String(repeating: "word ", count: 210_000)
        let lines = String(repeating: "a\n", count: 30_000)
        for text in [text, lines] {
            #expect(throws: TypesettingError.tooLong) { try page(text) }
        }
    }
}
