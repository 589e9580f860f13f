import Testing

@testable import Sealing

@Suite struct `The strength of a passphrase` {
    private static func strength(_ text: String) throws -> PassphraseStrength {
        try PassphraseStrength(of: try passphrase(text))
    }

    @Test(arguments: [
        "password", "letmein1987", "Sunflower7", "qwertzuiop", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "12345678901234567890", "Tr0ub4dour&3", "my dog likes cheese", "02/03/1987",
        "пароль", "        ", "x", "\u{0}", "a b c d e f g h i j k l",
    ]) func `is weak where guessers begin`(text: String) throws {
        #expect(try Self.strength(text).verdict == .weak)
    }

    @Test(arguments: ["correct horse battery staple", "rK7!pz2Q"])
    func `is fair in between`(text: String) throws {
        #expect(try Self.strength(text).verdict == .fair)
    }

    @Test(arguments: ["kJ8#mQ2!vR7z", "academic parcel velvet tropical orbit pumps"])
    func `is strong where guessers end`(text: String) throws {
        #expect(try Self.strength(text).verdict == .strong)
    }

    @Test func `is not weak for what is suggested`() throws {
        for _ in 0..<50 {
            let suggested = try SuggestedPassphrase.random()
            #expect(try PassphraseStrength(of: suggested).verdict != .weak)
        }
    }

    @Test(arguments: [
        (0, PassphraseStrength.Verdict.weak), (39.9, .weak), (40, .fair), (59.9, .fair),
        (60, .strong), (1000, .strong),
    ]) func `has a verdict in three words`(bits: Double, verdict: PassphraseStrength.Verdict) {
        #expect(PassphraseStrength.Verdict(bits: bits) == verdict)
    }

    @Test func `is not raised by spaces or capitals at the front`() throws {
        let plain = try Self.strength("mydoglikescheese")
        #expect(try Self.strength("my dog likes cheese") == plain)
        #expect(try Self.strength("  my dog\tlikes   cheese  ") == plain)
        #expect(try Self.strength("Mydoglikescheese").bits < plain.bits + 4)
    }

    @Test func `counts a character beyond ASCII once`() throws {
        // 100 kinds of characters, so never more than 6.7 bits each.
        for text in ["é", "ж", "中", "🙂"] {
            #expect(try (0.1...6.7).contains(Self.strength(text).bits))
        }
        #expect(try Self.strength("ж中🙂é").bits < 4 * 6.7)
    }

    /// The estimate looks no further than 100 characters, whatever is behind them.
    @Test func `takes no more than the first 100 characters`() throws {
        let start = String(repeating: "kJ8#mQ2!vR", count: 10)
        let long = try Self.strength(start + String(repeating: "q", count: 924))
        #expect(try Self.strength(start) == long)
        #expect(try Self.strength(String(start.dropLast()) + "R") == long)
    }

    /// Letters that stand for others are what its search branches on.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["5$", "1l|7t+!i", "4@", "|", "s5$S", "abcegilostxz", "1il|!", "0"])
    func `ends for what its search likes least`(text: String) throws {
        let long = String(String(repeating: text, count: 1024).prefix(1024))
        #expect(try Self.strength(long).bits < 200)
    }

    @Test func `is found for any bytes`() throws {
        for size in [1, 2, 3, 99, 100, 101, 1024] {
            let random = try Randomness.bytes(size).map { $0 & 0x7f }
            let bits = try PassphraseStrength(of: try Passphrase(try secret(random))).bits
            #expect(bits >= 0 && bits.isFinite)
        }
    }
}
