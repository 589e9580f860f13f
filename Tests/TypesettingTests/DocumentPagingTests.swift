import Documents
import Foundation
import Testing
import Typesetting

@Suite struct `Pages of a signed document` {
    private func pages(_ sections: [(String, [String])], letter: Bool) throws -> [[Substring]] {
        let frame = letter ? try Signed.letter() : nil
        let document = try Signed.document(Signed.note(sections, letter: frame))
        return try Page(document).text().split(separator: "\u{C}").map { page in
            page.split(separator: "\n")
        }
    }

    @Test(arguments: [(1, 5), (2, 15), (5, 45), (10, 95), (20, 200)])
    func `are numbered`(count: Int, paragraphs: Int) throws {
        let paragraph = Array(repeating: "value", count: 60).joined(separator: " ")
        let pages = try pages(
            [("Text", Array(repeating: paragraph, count: paragraphs))], letter: false)
        #expect(pages.count == count)
        for (index, page) in pages.enumerated() {
            #expect(page.dropLast().last?.hasSuffix("Page \(index + 1) of \(pages.count)") == true)
        }
    }

    /// Wherever a page ends: two lines of a paragraph on either side, a heading with its text, and
    /// the signature whole and under at least two lines of what is signed.
    @Test(arguments: [false, true]) func `end where they may`(letter: Bool) throws {
        for lines in 14...62 {
            let above = Array(repeating: "above", count: lines).joined(separator: "\n")
            let text = Array(repeating: "value", count: 45).joined(separator: " ")
            let pages = try pages([("", [above]), ("Heading", [text, text])], letter: letter)
                .map { $0.dropLast(2) }
            for page in pages {
                #expect(page.last != "Heading")
                #expect(page.filter { $0.contains("value") }.count != 1)
                #expect(page.filter { $0 == "above" }.count != 1)
            }
            let closing = letter ? "Sincerely," : "Signed by Robin Specimen, LMFT"
            let last = try #require(pages.last)
            let signature = try #require(last.firstIndex { $0 == closing })
            #expect(last[..<signature].count { $0.contains("value") } >= 2)
            #expect(last.last == "Document 000102030405060708090a0b0c0d0e0f")
        }
    }

    @Test func `cut a table's row only if it is very long`() throws {
        let long = Array(repeating: "value", count: 1200).joined(separator: " ")
        let document = try Signed.document(
            Signed.note(
                Signed.soap,
                header: Signed.header + [("Participants", long), ("Diagnosis", "F41.1")]))
        let page = try Page(document)
        #expect(try page.spoken().contains("Participants: value"))
        #expect(try page.spoken().components(separatedBy: "value").count == 1201)
        #expect(try page.facts()["Pages"] == "4")
    }
}
