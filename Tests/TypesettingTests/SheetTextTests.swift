import Documents
import Foundation
import Testing

@Suite struct `A sheet as text` {
    @Test func `reads as it was read and kept`() throws {
        try Golden.expect(try Sample.recovery().text, matches: "recovery.txt")
        try Golden.expect(try Sample.share().text, matches: "share.txt")
        try Golden.expect(try Sample.everything().text, matches: "everything.txt")
        try Golden.expect(try Sample.destruction().text, matches: "destruction.txt")
    }

    @Test func `holds the words as they are scanned`() throws {
        let scanned = Sample.words.joined(separator: " ")
        for sheet in [try Sample.recovery(), try Sample.share()] {
            let payloads = sheet.blocks.compactMap { block -> String? in
                guard case .code(let payload, _) = block else { return nil }
                return payload
            }
            #expect(payloads == [scanned])
            let lines = sheet.text.split(separator: "\n").map { $0.drop { $0 == " " } }
            #expect(lines.joined(separator: " ").contains(scanned))
        }
    }

    @Test(arguments: [
        ["short", "words"], [String(repeating: "a", count: 30), "b"],
        [String(repeating: "a", count: 200)], [], [""], Array(repeating: "word", count: 1000),
    ])
    func `never exceeds 80 columns and loses no word`(words: [String]) throws {
        let long = String(repeating: "unbroken", count: 30)
        let text = try Sample.sheet(
            .words(words), .facts([.init(long, long)]), .blanks([long]), .bar(long),
            .steps([.init(long, command: long)]), .code(payload: long, caption: long),
            .facts([]), .steps([]), .blanks([]), .heading(""), .paragraph(""),
            .table(title: long, columns: [long], rows: [[long]]),
            .table(title: "", columns: [], rows: []),
            .bars([.init(long, 1)], caption: long)
        ).text
        for line in text.split(separator: "\n") { #expect(line.count <= 80) }
        let together = text.filter { !$0.isWhitespace }
        for (number, word) in words.enumerated() {
            #expect(together.contains("\(number + 1).\(word)"))
        }
        #expect(together.components(separatedBy: long).count >= 7)
    }

    @Test(arguments: [
        "\u{0}", "\u{7}", "\u{1B}", "\r", "\u{7F}", "\u{85}", "\u{200B}", "\u{202E}", "\u{2066}",
        "\u{2028}", "\u{FEFF}", "\u{E0041}", "\u{FFFF}", "\u{378}", "\u{10FFFF}",
    ])
    func `shows a character that can't be seen`(hidden: String) throws {
        let text = "a\(hidden)b"
        let sheet = try Sample.sheet(
            .heading(text), .bar(text), .paragraph(text), .steps([.init(text, command: text)]),
            .words([text]), .facts([.init(text, text)]), .code(payload: text, caption: text),
            .blanks([text]), .table(title: text, columns: ["x"], rows: [[text]]),
            .bars([], caption: text), footer: text)
        let seen = sheet.text.lowercased()
        #expect(!seen.unicodeScalars.contains { hidden.unicodeScalars.contains($0) })
        #expect(seen.components(separatedBy: "a\u{FFFD}b").count == 16)
    }

    @Test(arguments: 0...165) func `has a line to write on after any label`(length: Int) throws {
        let label = String(repeating: "x", count: length)
        let lines = try Sample.sheet(.blanks([label])).text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.contains { $0.hasSuffix(String(repeating: "_", count: 20)) })
        #expect(lines.joined().filter { $0 == "x" }.count == length)
    }

    @Test func `keeps a label that has no value`() throws {
        #expect(try Sample.sheet(.facts([.init("Label", "")])).text.contains("Label:"))
    }

    @Test func `keeps line ends and makes a tab a blank`() throws {
        #expect(try Sample.sheet(.paragraph("a\tb\nc")).text.contains("\na b\nc\n"))
    }
}
