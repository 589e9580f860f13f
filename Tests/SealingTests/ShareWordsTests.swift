import Testing

@testable import Sealing

@Suite struct `A sheet of words` {
    /// 1 of 1, made by the reference implementation (Vectors/make_share_vectors.py).
    private static let typed = `Sets of sheets made elsewhere`.all.first?.sheets.first ?? ""
    private static let words = typed.split(separator: " ").map(String.init)

    static let spellings: [(String, @Sendable ([String]) -> String)] = [
        ("capitals", { $0.map { $0.uppercased() }.joined(separator: " ") }),
        ("a line each", { "\n" + $0.joined(separator: "\r\n") + "\n\n" }),
        ("commas", { $0.joined(separator: ", ") }),
        ("tabs and many spaces", { "  \t" + $0.joined(separator: " \t\u{a0} ") }),
        ("four letters", { $0.map { String($0.prefix(4)) }.joined(separator: " ") }),
        ("five letters", { $0.map { String($0.prefix(5)) }.joined(separator: " ") }),
        (
            "numbers",
            { $0.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: " ") }
        ),
        (
            "numbers in brackets",
            { $0.enumerated().map { "(\($0.offset + 1))\($0.element);" }.joined() }
        ),
    ]

    @Test(arguments: spellings.map(\.0)) func `is read however it is typed`(name: String) throws {
        let spell = try #require(Self.spellings.first { $0.0 == name }).1
        let sheet = try ShareWords(typed: spell(Self.words))
        #expect(sheet.words == Self.words)
        #expect(try sheet == ShareWords(typed: Self.typed))
    }

    @Test func `tells its set, its place and how many are needed`() throws {
        let sheets = try SecretShares.split(
            try secret([UInt8](repeating: 1, count: 16)), needed: 2, of: 3)
        #expect(sheets.map(\.place) == [1, 2, 3])
        #expect(sheets.allSatisfy { $0.needed == 2 && (0..<32_768).contains($0.set) })
        #expect(Set(sheets.map(\.set)).count == 1)
        #expect(Set(sheets.map { $0.words.prefix(3) }).count == 1)
        #expect(sheets.allSatisfy { $0.words.count == 20 })
    }

    @Test func `does not print its words`() throws {
        let sheet = try ShareWords(typed: Self.typed)
        var dumped = ""
        dump(sheet, to: &dumped)
        for text in ["\(sheet)", String(reflecting: sheet), dumped, "\([sheet])"] {
            #expect(text.contains("sheet 1 of set"))
            #expect(Self.words.allSatisfy { !text.contains($0) })
            #expect(!text.contains("numbers"))
        }
    }

    @Test(arguments: 0..<20) func `names the place of an unknown word`(place: Int) {
        for unknown in [
            "zzzz", "aca", "acids", "academics", "acdemic", "académic", "ａｃａｄｅｍｉｃ", "é",
        ] {
            var words = Self.words
            words[place] = unknown
            #expect(throws: ShareError.unknownWord(place + 1, sheet: 3), "\(unknown)") {
                try ShareWords(typed: words.joined(separator: " "), sheet: 3)
            }
        }
    }

    @Test(arguments: 0..<20) func `notices any other word in any place`(place: Int) throws {
        for word in ShareWordList.words where word != Self.words[place] {
            var words = Self.words
            words[place] = word
            #expect(throws: ShareError.mistyped(sheet: nil)) {
                try ShareWords(typed: words.joined(separator: " "))
            }
        }
    }

    @Test func `notices two and three other words, and exchanged ones`() {
        for one in 0..<20 {
            for other in 0..<one {
                var words = Self.words
                words.swapAt(one, other)
                if words != Self.words { expectMistyped(words) }
                words = Self.words
                words[one] = "always"
                words[other] = "beyond"
                expectMistyped(words)
                words[(one + 7) % 20] = "ceramic"
                expectMistyped(words)
            }
        }
    }

    private func expectMistyped(_ words: [String]) {
        #expect(throws: ShareError.mistyped(sheet: nil)) {
            try ShareWords(typed: words.joined(separator: " "))
        }
    }

    @Test(arguments: [0, 1, 6, 7, 8, 19, 21, 24, 26, 29, 32, 34, 35, 59, 100, 1000])
    func `has a length that a share can have`(count: Int) {
        let words = [String](repeating: "academic", count: count).joined(separator: " ")
        #expect(throws: ShareError.wordCount(min(count, 101), sheet: 2)) {
            try ShareWords(typed: words, sheet: 2)
        }
    }

    @Test(arguments: [
        "", " ", "\u{0}", "1 2 3 4 5", "\u{feff}\u{202e}\u{200d}", "👩‍⚕️👩‍⚕️👩‍⚕️",
        String(decoding: (0...255).map { UInt8($0) }, as: UTF8.self),
    ]) func `is not read from something else`(text: String) {
        #expect(throws: ShareError.self) { try ShareWords(typed: text) }
    }

    /// Comparing one letter with very many marks on it takes minutes, so it is not compared.
    @Test(
        .timeLimit(.minutes(1)), arguments: [" ", "academic ", "a", "1", "\u{301}\u{323}", "é"])
    func `is not read from very much of anything`(text: String) {
        for start in ["", "a"] {
            let huge = start + String(repeating: text, count: 400_000)
            #expect(throws: ShareError.self) { try ShareWords(typed: huge) }
        }
    }

    @Test func `is made of a list of 1,024 words`() {
        let words = ShareWordList.words
        #expect(words.count == 1024 && words == words.sorted())
        #expect(Set(words.map { $0.prefix(4) }).count == 1024)
        #expect(words.allSatisfy { (4...8).contains($0.count) })
        #expect(words.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) } })
        #expect(words.first == "academic" && words[512] == "leader" && words.last == "zero")
        // Pinned by `sha256sum` of the standard's wordlist.txt.
        #expect(
            Digest.sha256(Array((words.joined(separator: "\n") + "\n").utf8)).hexText
                == "bcc4555340332d169718aed8bf31dd9d5248cb7da6e5d355140ef4f1e601eec3")
    }
}
