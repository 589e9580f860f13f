import Documents
import Foundation
import Testing
import Typesetting

@Suite struct `A sheet as PDF` {
    static let papers: [Paper] = [.letter, .a4]

    @Test(arguments: papers) func `is one page of this paper`(paper: Paper) throws {
        for sheet in [try Sample.recovery(), try Sample.share()] {
            let facts = try Page(sheet, on: paper).facts()
            #expect(facts["Pages"] == "1")
            let name = paper == .a4 ? "595.276 x 841.89 pts (A4)" : "612 x 792 pts (letter)"
            #expect(facts["Page size"] == name)
        }
    }

    @Test(arguments: ["-raw", "-layout", "-nopgbrk"])
    func `has every word with its number, in order`(mode: String) throws {
        let numbered = Sample.words.enumerated().map { "\($0.offset + 1) \($0.element)" }
        for sheet in [try Sample.recovery(), try Sample.share()] {
            let text = try Page(sheet).text(mode)
            let tidy = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(tidy.contains(numbered.joined(separator: " ")))
        }
    }

    @Test func `has all that the plain text has`() throws {
        for sheet in [try Sample.recovery(), try Sample.share(), try Sample.everything()] {
            let page = try Page(sheet)
            let drawn = try page.text().withoutBlanks
            let plain = sheet.text.withoutBlanks
            let texts = sheet.blocks.flatMap(\.texts) + [sheet.title, sheet.footer]
            for text in texts.map(\.withoutBlanks) where !text.isEmpty {
                #expect(drawn.contains(text), "\(text)")
                #expect(plain.lowercased().contains(text.lowercased()), "\(text)")
            }
        }
    }

    @Test func `embeds each font with its letters`() throws {
        for sheet in [try Sample.recovery(), try Sample.share(), try Sample.everything()] {
            let fonts = try Page(sheet).fonts()
            #expect(fonts.count >= 4)
            for font in fonts { #expect(font.isWhole, "\(font.name)") }
        }
    }

    @Test func `says its language and nothing about who made it, when and with what`() throws {
        for sheet in try Sample.sheets() { try Page(sheet).expectNothingOfItself() }
    }

    @Test func `marks every stroke as text or decoration`() throws {
        for sheet in try Sample.sheets() { try Page(sheet).expectEveryStrokeMarked() }
    }

    @Test func `reads aloud all that it says, but its foot`() throws {
        for sheet in try Sample.sheets() {
            var rest = try Page(sheet).spoken()[...]
            let texts = [sheet.title] + sheet.blocks.flatMap(\.texts)
            for text in texts.map(\.onOneLine) where !text.isEmpty {
                let place = try #require(rest.range(of: text), "\(text)")
                rest = rest[place.upperBound...]
            }
            if !sheet.footer.isEmpty { #expect(!rest.contains(sheet.footer.onOneLine)) }
        }
    }

    @Test func `has a table's headings on each page, and reads them once`() throws {
        let rows = (1...100).map { ["row \($0)", String(repeating: "words ", count: 30)] }
        let page = try Page(
            try Sample.sheet(.table(title: "", columns: ["Which one", "What"], rows: rows)))
        let pages = try page.text().split(separator: "\u{C}")
        #expect(pages.count > 2)
        for page in pages { #expect(page.contains("Which one")) }
        let spoken = try page.spoken()
        #expect(spoken.components(separatedBy: "Which one").count == 2)
        #expect(spoken.contains("row 100 words"))
        let structure = try page.structure()
        #expect(structure.contains("/Scope /Column"))
        #expect(!structure.contains("/Scope /Row"))
    }

    @Test(arguments: 1...12) func `fits any table into the column`(count: Int) throws {
        let columns = (1...count).map { "Column \($0)" }
        let rows = [
            columns.map { _ in String(repeating: "x", count: 90) }, columns.map { _ in "" }, ["y"],
        ]
        let page = try Page(try Sample.sheet(.table(title: "", columns: columns, rows: rows)))
        let text = try page.text().filter { $0 == "x" || $0 == "y" }
        #expect(text.count == count * 90 + 1)
    }

    @Test func `has headings, lists, tables and a figure for programs that read aloud`() throws {
        let cover = try Page(`A cover sheet`.sample()).structure()
        #expect(
            cover.hasPrefix(
                """
                Document
                  H1 (block)
                    "Cover sheet"
                  P (block)
                    "Confidential"
                  Table (block)
                    TR
                      TH:
                         /Scope /Row
                        "From"
                      TD
                        "Specimen Therapy 1 Sample Street, Springfield 555-0100"
                    TR

                """))
        #expect(
            cover.contains(
                """
                  H2 (block)
                    "2 enclosures"
                  L (block)
                    LI (block)
                      Lbl (block)
                        "1."
                      LBody (block)
                        P (block)
                          "Referral letter, 2 pages"
                        P (block)
                          "SHA-256 3f2a 91c0 5b7d 4e18 …"
                    LI (block)

                """))
        let recovery = try Page(Sample.recovery()).structure()
        #expect(
            recovery.contains(
                """
                    LI (block)
                      Lbl (block)
                        "1"
                      LBody (block)
                        "academic"

                """))
        #expect(recovery.contains("  Figure"))
        #expect(try Page(Sample.recovery()).objects().contains("/Alt (QR code)"))
    }

    @Test(arguments: [75, 150]) func `has a code that a reader reads`(resolution: Int) throws {
        for sheet in [try Sample.recovery(), try Sample.share()] {
            let codes = try Page(sheet).codes(resolution: resolution)
            #expect(codes == [Sample.words.joined(separator: " ")])
        }
    }

    @Test(arguments: [
        "x", "Zoë Nguyễn", "áéí 日本語", String(repeating: "0123456789", count: 160),
    ])
    func `codes any text that fits`(payload: String) throws {
        let page = try Page(try Sample.sheet(.code(payload: payload, caption: "Caption")))
        #expect(try page.codes(resolution: 120) == [payload])
    }

    /// ISO 18004 asks for four modules of white around a symbol.
    @Test(arguments: [("x", 21), (Sample.words.joined(separator: " "), 53)])
    func `draws the code at least 35 mm wide, with white around it`(
        payload: String, modules: Int
    ) throws {
        let resolution = 200
        let millimetre = Double(resolution) / 25.4
        let sheet = Sheet(
            title: "",
            blocks: [
                .words(["i"]), .code(payload: payload, caption: "ǁǁǁǁ"), .heading("ǁǁǁǁ"),
            ], footer: "")
        let dots = try Page(sheet).dots(resolution: resolution)
        // The finder's upper side, seven modules long; the grid's rules go on to the right.
        let margin = Int(18 * millimetre) + 2
        let top = try #require(
            dots.firstIndex { row in
                row[margin..<margin + 30].allSatisfy { $0 } && !row[(5 * margin)...].contains(true)
            })
        let left = try #require(dots[top].firstIndex(of: true))
        let (side, white) = (35 * millimetre, 4 * 35 * millimetre / Double(modules) - 2)
        let (y, x) = (Double(top), Double(left))
        // The other finder ends 35 mm from where this one begins.
        #expect(dots[top][Int(x + side) - 3] && !dots[top][Int(x + side) + 3])
        func isWhite(_ rows: Range<Double>, _ columns: Range<Double>) -> Bool {
            dots[Int(rows.lowerBound)..<Int(rows.upperBound)].allSatisfy {
                !$0[Int(columns.lowerBound)..<Int(columns.upperBound)].contains(true)
            }
        }
        #expect(isWhite(y - white..<y, x..<x + side))
        #expect(isWhite(y + side + 2..<y + side + white, x..<x + side))
        #expect(isWhite(y..<y + side, x + side + 2..<x + side + white))
        #expect(isWhite(y..<y + side, x - white..<x))
    }
}
