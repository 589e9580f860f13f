import Documents
import Foundation
import Testing
import Typesetting

@Suite struct `A signed document as PDF` {
    @Test func `says the words that were signed, in their order, and at its foot whose it is`()
        throws
    {
        for document in try Signed.samples() {
            // A line may end with a hyphen that was typed.
            let text = try Page(document).text().replacing("-\n", with: "-")
            let pages = text.split(separator: "\u{C}").map { $0.split(separator: "\n") }
            expect(
                pages.map { $0.dropLast(2).joined(separator: " ") }.joined(separator: " "),
                says: document)
            for (index, page) in pages.enumerated() {
                let number = "Page \(index + 1) of \(pages.count)"
                let whose =
                    document.note.letter == nil
                    ? "Client: Mira Example · Date of birth: April 23, 1990"
                    : "Re: Request for authorization: Mira Example, born April 23, 1990"
                #expect(page.dropLast().last == "\(whose) \(number)")
                #expect(page.last?.hasPrefix("Confidential. ") == true)
                #expect(
                    page.last?.hasSuffix(" Document \(document.note.document.record.hex)") == true)
            }
        }
    }

    @Test func `reads aloud the same words and nothing else`() throws {
        for document in try Signed.samples() {
            expect(try Page(document).spoken(), says: document)
        }
    }

    @Test func `has headings, a table and paragraphs for programs that read aloud`() throws {
        let note = try Page(try Signed.soapNote()).structure()
        #expect(note.hasPrefix("Document\n  H1 (block)\n    \"Progress note (SOAP)\"\n  Table"))
        for part in [
            "TR\n      TH:\n         /Scope /Row\n        \"Client:\"\n      TD\n"
                + "        \"Mira Example\"\n      TH",
            "  Sect\n    H2 (block)\n      \"Subjective\"\n    P (block)\n      \"Client reports",
        ] { #expect(note.contains(part)) }
        let letter = try Page(try Signed.requestLetter()).structure()
        #expect(letter.contains("  H1 (block)\n    \"Re: Request for authorization"))
        #expect(letter.contains("\"1 Sample Street, Springfield 555-0100\""))
    }

    /// One element, with the foot between its two halves.
    @Test func `keeps a paragraph over two pages one paragraph`() throws {
        let text = Array(repeating: "A sentence of many words.", count: 220).joined(separator: " ")
        let page = try Page(try Signed.document(Signed.note([("Long", [text])])))
        #expect(try page.facts()["Pages"] == "2")
        let structure = try page.structure()
        #expect(structure.components(separatedBy: "Span (inline)").count == 3)
        #expect(
            structure.contains("Sect\n    H2 (block)\n      \"Long\"\n    P (block)\n      Span"))
        #expect(try page.spoken().contains(text))
    }

    /// Nothing drawn stands outside of the structure and the artifacts.
    @Test func `marks every stroke as text or decoration`() throws {
        for document in try Signed.samples() {
            try Page(document).expectEveryStrokeMarked()
        }
    }

    @Test func `says its language and nothing about who made it, when and with what`() throws {
        for document in try Signed.samples() { try Page(document).expectNothingOfItself() }
    }

    @Test func `embeds each font with its letters`() throws {
        for document in try Signed.samples() {
            let fonts = try Page(document).fonts()
            #expect(fonts.count >= 4)
            for font in fonts { #expect(font.isWhole, "\(font.name)") }
        }
    }

    @Test(arguments: [("letter", "612 x 792 pts (letter)"), ("a4", "595.276 x 841.89 pts (A4)")])
    func `is on this paper`(name: String, size: String) throws {
        let page = try Page(try Signed.soapNote(), on: name == "a4" ? .a4 : .letter)
        #expect(try page.facts()["Page size"] == size)
        #expect(try page.facts()["Pages"] == "1")
    }

    @Test func `is the same bytes again`() throws {
        for document in try Signed.samples() {
            let isSame = try document.pdf() == document.pdf()
            #expect(isSame)
        }
        let isOther = try Signed.soapNote().pdf() != Signed.requestLetter().pdf()
        #expect(isOther)
    }

    @Test func `is the same bytes elsewhere, in silence`() async throws {
        let here = try Signed.requestLetter().pdf()
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardOutputContent, \.standardErrorContent]
        ) { [here = here as [UInt8]] in
            for (name, value) in [
                ("LANG", "he_IL.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Tokyo"),
                ("HOME", "/nonexistent"), ("SOURCE_DATE_EPOCH", "1"),
            ] {
                setenv(name, value, 1)
            }
            let isSame = try Signed.requestLetter().pdf() == here
            #expect(isSame)
            #expect(throws: TypesettingError.unreadable) {
                try "x".withPassword { try Typesetter.protected([1, 2, 3], with: $0) }
            }
        }
        #expect(result?.standardOutputContent == [])
        #expect(String(decoding: result?.standardErrorContent ?? [1], as: UTF8.self) == "")
    }

    @Test func `is one of the ways out`() throws {
        let document = try Signed.soapNote()
        #expect(ExportFormat.pdf.id == "pdf" && ExportFormat.pdf.fileName == "document.pdf")
        let isSame = try ExportFormat.pdf.render(document) == document.pdf()
        #expect(isSame)
    }

    /// What is on file about a letter is not all on the letter.
    @Test func `of a letter tells no more than the letter`() throws {
        let letter = try Signed.letter(
            to: ["Registrar"], subject: "Your inquiry", salutation: "Dear Registrar:")
        let document = try Signed.document(
            Signed.note([("", ["I can neither confirm nor deny."])], letter: letter))
        let text = try Page(document).text()
        #expect(text.contains("Re: Your inquiry Page 1 of 1"))
        #expect(!text.contains("Mira") && !text.contains("1990"))
        #expect(!(try Page(document).objects()).contains("Mira"))
    }

    @Test func `has a record number where there is no date of birth`() throws {
        let header = [("Client", "Mira Example"), ("Record no.", "A-17")]
        let text = try Page(Signed.document(Signed.note(Signed.soap, header: header))).text()
        #expect(text.contains("Client: Mira Example · Record no.: A-17 Page 1"))
    }

    /// Another version of the program may have printed it otherwise; its page is what was signed.
    @Test func `is the page as it was signed if today's would differ`() throws {
        let signed = "OLD TITLE\n=========\nClient:   Mira Example\n\nAn older layout.\n"
        let document = try Signed.document(Signed.note(Signed.soap), text: signed)
        let page = try Page(document)
        #expect(try page.spoken() == "OLD TITLE ========= Client: Mira Example An older layout.")
        #expect(try page.text("-layout").contains("Client:   Mira Example\n"))
    }
}
