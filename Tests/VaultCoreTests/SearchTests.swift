import Audit
import Documents
import Foundation
import Testing
import Wording

@testable import VaultCore

@Suite struct `A search` {
    private func names(_ vault: Vault, _ words: String...) throws -> [String] {
        try vault.search(words, limit: 100).map(\.record.shortName).sorted()
    }

    /// One record of every type, each with the beginning of one word of its own.
    private func filled() throws -> TestVault {
        let small = try TestVault.small()
        let vault = try small.open()
        var practice = Sample.practice
        practice["street"] = "Quagga Lane"
        try vault.changePractice(to: practice)
        let client = try vault.find("C3", .client)
        var entries = Sample.clients[2]
        entries["occupation"] = "Wombat keeper"
        try vault.change(client, to: entries)
        let session = try vault.find("S3", .session)
        var held = Sample.session(18)
        held["place-note"] = "Axolotl room"
        _ = try vault.change(session: session, to: held)
        _ = try vault.jot("Okapi in the garden", about: client, session: session, on: "2026-11-18")
        _ = try vault.keep(try Sample.review(small.clock, about: "narwhal"), of: session)
        let signed = try vault.keep(
            try Sample.review(small.clock, about: "pangolin"), of: vault.find("S1", .session))
        _ = try vault.sign(
            vault.keep(
                Sample.accepted(try Sample.review(small.clock, about: "pangolin")), on: signed))
        try write("a page", to: small.folder("capybara.txt"))
        _ = try vault.attach(
            fileAt: small.folder("capybara.txt"), titled: "Tapir letter", to: client,
            day: "2026-11-18")
        _ = try vault.score("PHQ-9", 14, on: "2026-11-18", of: client)
        _ = try vault.add(
            .authorization, Entries(["recipient": "Quoll House"]), titled: "School", of: client)
        return small
    }

    @Test(arguments: [
        ("quagga", "practice"), ("wombat", "C3"), ("axolotl", "S3"), ("okapi", "J1"),
        ("narwhal", "D3"), ("pangolin", "D4"), ("tapir", "F1"), ("phq", "M1"), ("quoll", "A1"),
    ])
    func `finds a word in every type of record, by its beginning and in any case`(
        _ word: String, _ name: String
    ) throws {
        let small = try filled()
        let vault = try small.open()
        #expect(try names(vault, word) == [name])
        #expect(try names(vault, word.uppercased()) == [name])
        #expect(try names(vault, String(word.prefix(word.count - 1))) == [name])
        #expect(try names(vault, String(word.dropFirst())) == [])
        #expect(try names(vault, word + "x") == [])
        #expect(try names(vault, word, "zebra") == [])
    }

    @Test func `finds what holds all the words, in any order, and shows where`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        #expect(try names(vault, "better") == ["D1", "D2"])
        #expect(try names(vault, "appetite", "better") == ["D2"])
        #expect(try names(vault, "better", "appetite", "client") == ["D2"])
        #expect(try names(vault, "better", "mara") == ["D1"], "the signed note names its client")
        let hit = try #require(try vault.search(["appetite"], limit: 1).first)
        #expect(hit.passage == "Client reports better appetite. No other change.")
        #expect(hit.record == (try vault.find("D2", .document)))
    }

    @Test(arguments: ["signed", "progress", "office", "minutes", "credentials"])
    func `passes over what stands around every note`(_ word: String) throws {
        let small = try TestVault.small()
        #expect(try names(try small.open(), word) == [])
    }

    @Test func `finds what she wrote, not what she chose from a list`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        _ = try vault.add(
            .authorization,
            Entries(["recipient": "Quoll House", "recipient-kind": "provider"]),
            titled: "School", of: client)
        let hit = try #require(try vault.search(["quoll"], limit: 1).first)
        #expect(hit.passage == "Quoll House")
        #expect(try names(vault, "provider") == [])
    }

    @Test func `finds only what stands there now`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        var entries = Sample.clients[0]
        entries["occupation"] = "Ferryman"
        try vault.change(client, to: entries)
        #expect(try names(vault, "ferryman") == ["C1"])
        entries["occupation"] = "Lampman"
        try vault.change(try vault.find("C1", .client), to: entries)
        #expect(try names(vault, "ferryman") == [])
        #expect(try names(vault, "lampman") == ["C1"])
        // The same where the older words are in the index that was kept.
        try vault.jotMany()
        #expect(try names(vault, "lampman") == ["C1"])
        #expect(exists(try small.stateFile("search")))
        entries["occupation"] = "Potter"
        try vault.change(try vault.find("C1", .client), to: entries)
        let again = try small.open()
        #expect(try names(again, "lampman") == [])
        #expect(try names(again, "potter") == ["C1"])
        // A draft's words are gone once another is signed in its place.
        let draft = try again.find("D2", .document)
        #expect(try names(again, "appetite") == ["D2"])
        let review = try Sample.accepted(try Sample.review(small.clock, about: "hunger"))
        _ = try again.sign(try again.keep(review, on: draft))
        #expect(try names(again, "appetite") == [])
        #expect(try names(again, "hunger") == ["D2"])
    }

    @Test(arguments: [
        ("Müller", "muller", true), ("Müller", "MÜLL", true), ("Mu\u{308}ller", "Müller", true),
        ("naïve", "naive", true), ("Łódź", "łódz", true), ("Ωμέγα", "ωμέ", true),
        ("Привет", "привет", true), ("東京", "東京", true), ("O’Hara", "hara", true),
        ("co-parenting", "parent", true), ("co-parenting", "co-parent", true),
        ("F41.1", "f41", true), ("F41.1", "F41.1", true), ("don't", "don't", true),
        ("sleep", "slep", false), ("sleep", "leep", false), ("sleepless", "sleep", true),
    ])
    func `takes words as they are typed on any keyboard`(
        _ text: String, _ word: String, _ isFound: Bool
    ) throws {
        let small = try TestVault.smallest()
        let vault = try small.open()
        _ = try vault.jot(text, about: vault.find("C1", .client), session: nil, on: "2026-11-16")
        #expect(try names(vault, word).contains("J1") == isFound)
    }

    /// None of these is a language that anyone speaks to the index.
    private static let hostile: [[String]] = [
        [], [""], ["\""], ["\"\""], ["NEAR("], ["sleep", "NEAR", "zebra"], ["*"], ["("], [")"],
        ["OR", "sleep"], ["NOT", "sleep"], ["text:zebra"], ["word:sleep"], ["{text}: sleep"],
        ["'; DROP TABLE word; --"], [" "], ["\n"], ["\0"], ["zebra\0sleep"], ["\"\0"], ["🙂"],
        ["\u{202E}"], ["\u{301}"], ["\u{FFFD}"], ["zebra\"\u{301} OR sleep"],
        ["\"\u{308}\u{301}) OR (sleep"], [String(repeating: "x", count: 100_000)],
        [String(repeating: "sleep ", count: 10_000)], [String(repeating: "\"", count: 9999)],
    ]

    @Test(arguments: hostile.indices)
    func `takes any sign for a sign: no word is a command`(_ index: Int) throws {
        let small = try TestVault.smallest()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        _ = try vault.jot("Better sleep", about: client, session: nil, on: "2026-11-16")
        #expect(try names(vault, "sleep") == ["J1"])
        #expect(try vault.search(Self.hostile[index], limit: 10).isEmpty)
        #expect(try names(vault, "sleep") == ["J1"])
    }

    @Test(arguments: [
        ["-sleep"], ["^sleep"], ["sleep*"], ["sleep", "*"], ["\"sleep\""], ["sl\"eep"], ["(sleep)"],
        ["sleep\0"], ["sleep", "\""], ["better sleep"], ["BETTER", "sle"],
        [String](repeating: "sleep", count: 20), [String](repeating: "sleep", count: 3000),
    ])
    func `looks for the letters and digits, whatever stands around them`(
        _ words: [String]
    ) throws {
        let small = try TestVault.smallest()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        _ = try vault.jot("Better sleep", about: client, session: nil, on: "2026-11-16")
        #expect(try vault.search(words, limit: 10).map(\.record.shortName) == ["J1"])
    }

    @Test func `gives no more than asked for`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        try vault.jotMany(12)
        for limit in [0, 1, 5, 12, 100] {
            #expect(try vault.search(["invented"], limit: limit).count == min(limit, 12))
        }
    }

    @Test func `leaves how much was found in the trail, and none of the words`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let size = try vault.auditEntries().count
        _ = try vault.search(["better", "appetite"], limit: 10)
        _ = try vault.search(["zanzibar"], limit: 10)
        let entries = try vault.auditEntries().dropFirst(size)
        #expect(entries.map(\.act) == [.recordSearch, .recordSearch])
        #expect(entries.map { $0[.count] } == ["1", "0"])
        for entry in entries {
            #expect(entry.rows.isEmpty && entry.record.isEmpty && entry.client.isEmpty)
            #expect(Set(entry.details.map(\.key)) == [.count])
            #expect(entry.bytes.firstRange(of: "zanzibar".utf8) == nil)
        }
    }

    @Test func `shows nothing in an older copy, where it could not be noted`() throws {
        let small = try TestVault.small()
        let older = try contents(small.path)
        try small.open().change(Settings())
        try write(older, to: small.path)
        let vault = try small.open()
        #expect(throws: VaultError.self) { _ = try vault.search(["better"], limit: 10) }
    }
}

@Suite struct `A passage` {
    private static let long = (1...60).map { "word\($0)" }.joined(separator: " ")

    @Test func `of a short text is all of it, on one line`() {
        #expect(Passage.around(["b"], in: " a\n\n b\tc ") == "a b c")
        #expect(Passage.around([], in: "a b") == "a b")
        #expect(Passage.around(["z"], in: "a b") == "a b")
        #expect(Passage.around([""], in: "a b") == "a b")
        #expect(Passage.around(["a"], in: "") == "")
        #expect(Passage.around(["a"], in: " \n ") == "")
        #expect(Passage.around(["longer than it"], in: "a") == "a")
    }

    @Test func `of a long text begins and ends between words, with a sign that there is more`() {
        let passage = Passage.around(["word30"], in: Self.long)
        #expect(passage.hasPrefix("… word2"))
        #expect(passage.hasSuffix(" …"))
        #expect(passage.contains(" word30 "))
        #expect(passage.count <= 165)
        let words = passage.split(separator: " ").dropFirst().dropLast().map(String.init)
        let all = Self.long.split(separator: " ").map(String.init)
        #expect(words.allSatisfy(all.contains))
    }

    @Test func `shows the first place of any of the words, where one begins like it`() {
        #expect(Passage.around(["word59", "word2"], in: Self.long).hasPrefix("word1 word2 word3 "))
        #expect(Passage.around(["WORD60"], in: Self.long).hasSuffix(" word60"))
        // Quotes and dashes are no letters, and “ord” begins no word.
        for word in ["“sleep”", "(sleep)", "night—sleep", "…sleep", "’sleep"] {
            let text = Self.long + " " + word
            #expect(Passage.around(["sleep"], in: text).hasSuffix(" " + word))
        }
        #expect(Passage.around(["sleep"], in: Self.long + " ésleep").hasPrefix("word1 "))
        #expect(Passage.around(["ord60"], in: Self.long).hasPrefix("word1 "))
        #expect(
            Passage.around(["parent"], in: Self.long + " co-parenting").hasSuffix("co-parenting"))
    }

    @Test func `of a text without blanks still shows some of it`() {
        let passage = Passage.around(["眠"], in: String(repeating: "眠れない夜", count: 200))
        #expect((50...165).contains(passage.count))
        #expect(passage.hasSuffix("…"))
        let middle =
            String(repeating: "x", count: 300) + "-sleep" + String(repeating: "y", count: 300)
        let found = Passage.around(["sleep"], in: middle)
        #expect(found.contains("sleepyyyy"))
        #expect((100...165).contains(found.count))
    }

    /// Lower-casing these changes how many characters there are.
    @Test(arguments: ["İstanbul", "ß", "ﬁn", "\r\n", "e\u{301}", "👩‍👩‍👧 home", "\u{0}", "\u{202E}x"])
    func `of any letters never traps`(_ text: String) {
        for word in [text, text.lowercased(), String(text.prefix(1)), "x"] {
            for copies in [1, 60] {
                let whole = [String](repeating: text, count: copies).joined(separator: " ")
                #expect(Passage.around([word], in: whole).count <= 165)
            }
        }
    }

    @Test func `never traps at any place of any text`() {
        var random = SeededGenerator(5)
        for _ in 0..<300 {
            let text = String(
                (0..<Int.random(in: 0...400, using: &random)).map { _ in
                    "ab  -é".randomElement(using: &random) ?? "a"
                })
            let word = String((0..<3).map { _ in "ab".randomElement(using: &random) ?? "a" })
            let passage = Passage.around([word], in: text)
            #expect(passage.count <= 165)
            #expect(!passage.contains("  ") && !passage.hasPrefix(" "))
        }
    }
}
