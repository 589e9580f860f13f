import Documents
import Foundation
import Testing

@testable import Typesetting

@Suite struct `A signed document for Word` {
    @Test func `says the words that were signed, in their order`() throws {
        for document in try Signed.samples() {
            let read = try WordFile(document).converted(to: "plain").split(separator: "\n")
                .filter { !$0.trimmed.allSatisfy { " -".contains($0) } }
            expect(read.joined(separator: " "), says: document)
        }
    }

    @Test func `has headings and a table`() throws {
        for document in try Signed.samples() {
            let read = try WordFile(document).converted(to: "html")
            let count = { (word: String) in read.components(separatedBy: word).count - 1 }
            let headings = document.note.sections.map(\.heading).filter { !$0.isEmpty }
            #expect(count("<h1") == 1 && count("<h2") == headings.count)
            #expect(count("<table") == (document.note.letter == nil ? 1 : 0))
            #expect(count("<tr") == (document.note.letter == nil ? document.note.header.count : 0))
        }
    }

    @Test func `is what the schema allows`() throws {
        let letter = try Signed.letter(letterhead: ["שלום", "עולם"])
        let other = try Signed.document(Signed.note([("שלום", ["עולם"])], letter: letter))
        for document in try Signed.samples() + [other] {
            let contents = try WordFile(document).contents()
            #expect(contents.misplaced == [])
            #expect(contents.unknownStyles == [])
        }
    }

    @Test func `says its language and nothing about who made it, when and with what`() throws {
        let contents = try WordFile(try Signed.soapNote()).contents()
        #expect(
            contents.parts.keys.sorted() == [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
                "word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml",
                "word/footer1.xml", "word/settings.xml", "word/styles.xml",
            ])
        #expect(contents.told == ["Document", "en-US"])
        #expect(contents.times == [[1980, 1, 1, 0, 0, 0]] && contents.beside == "")
        #expect(contents.parts["word/styles.xml"]?.contains("<w:lang w:val=\"en-US\"/>") == true)
        for (name, part) in contents.parts {
            let isShown = ["word/document.xml", "word/footer1.xml"].contains(name)
            #expect(part.contains("Mira Example") == isShown, "\(name)")
            #expect(part.contains("Robin Specimen") == (name == "word/document.xml"), "\(name)")
        }
    }

    @Test func `says at the foot of each page whose it is, and that it is a copy`() throws {
        let copy =
            "A copy that can be edited. What was signed is the text of the document with this "
            + "number."
        let number = "Document 000102030405060708090a0b0c0d0e0f"
        let note = try WordFile(try Signed.soapNote()).contents()
        #expect(
            note.footer == [
                "Client: Mira Example · Date of birth: April 23, 1990\tPage 1 of 1",
                "Confidential. Part of a client’s record.\t" + number, copy,
            ])
        #expect(note.fields == ["PAGE", "NUMPAGES"])
        let letter = try WordFile(try Signed.requestLetter()).contents()
        #expect(
            letter.footer == [
                "Re: Request for authorization: Mira Example, born April 23, 1990\tPage 1 of 1",
                "Confidential. Only for the recipient named in this letter.\t" + number, copy,
            ])
        let long = try Signed.letter(subject: String(repeating: "word ", count: 2000))
        let footer = try WordFile(Signed.document(Signed.note([], letter: long))).contents().footer
        #expect(footer.first?.count == 100 + "\tPage 1 of 1".count)
        #expect(footer.first?.contains("…\t") == true)
    }

    @Test func `keeps a heading with its text, and a signature with the last paragraph`() throws {
        for document in try Signed.samples() {
            let paragraphs = try WordFile(document).contents().paragraphs
            for paragraph in paragraphs where paragraph.style.hasPrefix("Heading") {
                #expect(paragraph.staysWithNext)
            }
            let last = try #require(paragraphs.lastIndex { $0.style == "Normal" })
            #expect(paragraphs[last...].count > 3)
            for paragraph in paragraphs[last...] { #expect(paragraph.staysWithNext) }
            #expect(paragraphs[..<last].contains { $0.style == "Normal" && !$0.staysWithNext })
        }
    }

    @Test(arguments: [
        ("Her name is שרה כהן, she said.", false, ["שרה כהן"]),
        ("שלום 42 English עולם.", true, ["שלום 42 ", " עולם."]),
        ("مرحبا بالعالم", true, ["مرحبا بالعالم"]), ("42 words", false, []), ("42", false, []),
        ("日本語", false, []), ("(שלום)", true, ["(שלום)"]), ("A1 2ב", false, ["ב"]),
    ])
    func `is read in its direction`(
        text: String, isRightToLeft: Bool, runs: [String]
    ) throws {
        let document = try Signed.document(Signed.note([("", [text])]))
        let contents = try WordFile(document).contents()
        let paragraph = try #require(contents.paragraphs.first { $0.style == "Normal" })
        #expect(paragraph.text == text)
        #expect(paragraph.isRightToLeft == isRightToLeft)
        #expect(paragraph.rightToLeft == runs)
    }

    @Test func `is the same bytes again, and elsewhere`() async throws {
        for document in try Signed.samples() {
            let isSame = try document.docx() == document.docx()
            #expect(isSame)
        }
        let here = try Signed.requestLetter().docx()
        let isOther = try Signed.soapNote().docx() != here
        #expect(isOther)
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardOutputContent, \.standardErrorContent]
        ) { [here = here as [UInt8]] in
            for (name, value) in [
                ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Tokyo"), ("HOME", "/nonexistent"),
                ("SOURCE_DATE_EPOCH", "1"),
            ] {
                setenv(name, value, 1)
            }
            let isSame = try Signed.requestLetter().docx() == here
            #expect(isSame)
        }
        #expect(result?.standardOutputContent == [] && result?.standardErrorContent == [])
    }

    @Test func `is as it was read and kept`() throws {
        for (name, document) in [
            ("letter", try Signed.requestLetter()), ("note", try Signed.soapNote()),
        ] {
            let part = try WordFile(document).contents().parts["word/document.xml"]
            try Golden.expect(try #require(part), matches: "\(name).document.xml")
        }
    }

    @Test func `is one of the ways out`() throws {
        let document = try Signed.soapNote()
        #expect(ExportFormat.docx.id == "docx" && ExportFormat.docx.fileName == "document.docx")
        let isSame = try ExportFormat.docx.render(document) == document.docx()
        #expect(isSame)
    }

    /// Another version of the program may have printed it otherwise; its page is what was signed.
    @Test func `is the page as it was signed if today's would differ`() throws {
        let signed = "OLD TITLE\n=========\nClient:   Mira Example\n\nAn older layout.\n"
        let document = try Signed.document(Signed.note(Signed.soap), text: signed)
        let contents = try WordFile(document).contents()
        #expect(
            contents.paragraphs.map(\.text) == [
                "OLD TITLE\n=========\nClient:   Mira Example", "An older layout.\n",
            ])
        #expect(contents.unknownStyles == [])
    }
}

/// Whatever was signed, it becomes a file that opens, with nothing left out.
@Suite struct `Hostile signed documents for Word` {
    /// In each place that has text.
    private static func document(_ text: String) throws -> SignedDocument {
        try Signed.document(
            Signed.note(
                [(text, [text])], title: text, header: [("Client", text), (text, text)],
                signer: Signed.signer(text), isLateEntry: true))
    }

    @Test func `show what XML can't hold, and what can't be seen`() throws {
        let controls = (0...0x9F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
            .filter { $0.properties.generalCategory == .control && $0 != "\t" && $0 != "\n" }
        let hidden = controls + ["\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "\u{202E}", "\u{FEFF}"]
        #expect(hidden.count == 68)
        let document = try Signed.document(
            Signed.note([("", hidden.map { "before\($0)after" })]))
        let paragraphs = try WordFile(document).contents().paragraphs
        #expect(paragraphs.filter { $0.text == "before\u{FFFD}after" }.count == hidden.count)

        let contents = try WordFile(Self.document("before\u{0}after")).contents()
        let places = contents.paragraphs.filter { $0.text.contains("before\u{FFFD}after") }
        #expect(places.count == 7)
        #expect(contents.footer[0].contains("before\u{FFFD}after"))
    }

    @Test(arguments: [
        "&amp; &#0; &lt;", "<w:p/></w:t></w:r>", "]]>", "\"'", "<!-- -- -->", "<?xml?>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;", "\u{1F9E0}\u{E000}\u{FFFD}",
        "e\u{301}\u{327}", " two  blanks ", "%n{}$",
    ])
    func `may speak like XML`(text: String) throws {
        let contents = try WordFile(Self.document(text)).contents()
        #expect(contents.misplaced == [])
        #expect(contents.paragraphs.filter { $0.text == text }.count == 5)
    }

    @Test func `may be empty, or have long words and many paragraphs`() throws {
        let letter = try Signed.letter(to: [], letterhead: [], subject: "", salutation: "")
        let word = String(repeating: "hand", count: 2500)
        let many = (1...3000).map { "Paragraph \($0) of many." }
        for document in [
            try Signed.document(
                Signed.note([], title: "", header: [], signer: Signed.signer(""), letter: letter)),
            try Signed.document(Signed.note([], title: "", header: [])),
            try Signed.document(Signed.note([("", [""]), ("Heading", [])], header: [])),
            try Signed.document(
                Signed.note([(word, [word])], title: word, header: [("Client", word)])),
            try Signed.document(Signed.note([("Heading", many)])),
        ] {
            let contents = try WordFile(document).contents()
            #expect(contents.misplaced == [])
            #expect(contents.paragraphs.last?.text.hasPrefix("Document ") == true)
        }
    }

    @Test func `that are too long are refused`() throws {
        let text = String(repeating: "word ", count: 210_000)
        #expect(throws: TypesettingError.tooLong) {
            try Signed.document(Signed.note([("Heading", [text])])).docx()
        }
    }

    @Test func `are never half an archive`() {
        #expect(throws: TypesettingError.failed) {
            try ZipFile.archive(of: [("a", [1]), ("a", [2])])
        }
    }
}
