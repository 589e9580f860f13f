import Testing

@testable import Sealing

@Suite struct `Passphrases` {
    private static let salt = [UInt8](0..<16)

    /// Made with Python's cryptography package (OpenSSL's Argon2id): Vectors/make_vectors.py.
    @Test(arguments: [
        (
            "correct horse battery staple",
            "0d1a3c6523c8f06e4e0af9c515aa5b5448cfebd6838f2d52c3d8b6ef8ddc3c2e"
        ),
        (
            "Käthe über Ångström",
            "d2fcf7a5cd9ca78e3d8635b87159a79391d69f95402a9b2c7ab8d9bc834ef418"
        ),
    ]) func `become keys by Argon2id`(text: String, expected: String) throws {
        let key = try passphrase(text).key(salt: Self.salt, cost: .floor)
        #expect(bytes(of: key) == hex(expected))
    }

    /// RFC 7914, section 12, third vector: N = 2^14, r = 8, p = 1; the first 32 of its 64 bytes.
    @Test func `become keys by scrypt`() throws {
        let key = try passphrase("pleaseletmein")
            .scryptKey(salt: Array("SodiumChloride".utf8), workFactor: 14)
        #expect(
            bytes(of: key)
                == hex("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"))
        let other = try passphrase("passphrase").scryptKey(salt: Self.salt, workFactor: 10)
        #expect(
            bytes(of: other)
                == hex("e503e9061f91b2c327cb9c938bd43b30c34fff236deea4bfbff0b112f00b6bd7"))
    }

    /// Attack 38: the same characters, composed and decomposed, from any keyboard.
    @Test(arguments: [
        ("\u{e9}", "e\u{301}"), ("\u{c5}ngstr\u{f6}m", "A\u{30a}ngstro\u{308}m"),
        ("\u{212b}", "\u{c5}"), ("\u{1e69}", "s\u{307}\u{323}"), ("\u{1e69}", "s\u{323}\u{307}"),
        ("\u{ac00}", "\u{1100}\u{1161}"), ("\u{3a9}", "\u{2126}"),
    ]) func `are the same composed and decomposed`(one: String, other: String) throws {
        #expect(Array(one.utf8) != Array(other.utf8))
        #expect(try passphrase(one).equals(try passphrase(other)))
        #expect(try passphrase("x" + one + "y").equals(try passphrase("x" + other + "y")))
    }

    @Test(arguments: [
        ("a", "A"), ("a", "a "), ("a", " a"), ("\u{e9}", "e"), ("\u{fb01}", "fi"), ("\u{b2}", "2"),
        ("\u{430}", "a"),
    ]) func `that look alike are not the same`(one: String, other: String) throws {
        #expect(!(try passphrase(one).equals(try passphrase(other))))
    }

    @Test(arguments: [
        [], [UInt8](repeating: 0x61, count: 1025), [0xff], [0xc3], [0xc3, 0x28], [0x61, 0x80],
        [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf4, 0x90, 0x80, 0x80],
    ]) func `that are empty, too long or no text are refused`(typed: [UInt8]) {
        #expect(throws: SealingError.unusablePassphrase) {
            _ = try Passphrase(try secret(typed))
        }
    }

    @Test(arguments: [1, 2, 1023, 1024]) func `of every usable length are kept`(count: Int) throws {
        let typed = [UInt8](repeating: 0x7e, count: count)
        let kept = try Passphrase(try secret(typed)).withBytes { Array($0) }
        #expect(kept == typed)
    }

    /// Attack 39: counted parameters, not wall clock.
    @Test func `cost what was decided`() {
        #expect(PassphraseCost.floor == PassphraseCost(memory: 67_108_864, passes: 3))
        #expect(PassphraseCost.standard == PassphraseCost(memory: 268_435_456, passes: 3))
        #expect(PassphraseCost.ceiling == PassphraseCost(memory: 4_294_967_296, passes: 16))
        #expect(PassphraseCost.floor.isAcceptable)
        #expect(PassphraseCost.standard.isAcceptable)
        #expect(PassphraseCost.ceiling.isAcceptable)
    }

    /// Attacks 11 and 12: refused before any memory is taken, so at once.
    @Test(arguments: [
        PassphraseCost(memory: (64 << 20) - 1, passes: 3),
        PassphraseCost(memory: 64 << 20, passes: 2),
        PassphraseCost(memory: 0, passes: 0),
        PassphraseCost(memory: 8192, passes: 1),
        PassphraseCost(memory: (4 << 30) + 1, passes: 3),
        PassphraseCost(memory: 1 << 40, passes: 3),
        PassphraseCost(memory: .max, passes: 3),
        PassphraseCost(memory: 256 << 20, passes: 17),
        PassphraseCost(memory: 256 << 20, passes: .max),
    ]) func `of a cost outside the bounds are refused`(cost: PassphraseCost) throws {
        #expect(!cost.isAcceptable)
        let passphrase = try passphrase("a")
        #expect(throws: SealingError.costOutOfBounds) {
            _ = try passphrase.key(salt: Self.salt, cost: cost)
        }
    }

    /// Attack 12: a terabyte in the slot, and no more than 50 MiB to be had.
    @Test func `of a cost outside the bounds are refused without taking memory`() async {
        await #expect(processExitsWith: .success) {
            let passphrase = try passphrase("a")
            try limitMemory()
            #expect(throws: SealingError.costOutOfBounds) {
                _ = try passphrase.key(
                    salt: Self.salt, cost: PassphraseCost(memory: 1 << 40, passes: 3))
            }
            #expect(throws: SealingError.notEnoughMemory) {
                _ = try passphrase.key(salt: Self.salt, cost: .standard)
            }
        }
    }

    @Test(arguments: [-1, 0, 23, 40, 63, 64, 1 << 40, Int.max, Int.min])
    func `of an scrypt work factor outside the bounds are refused`(workFactor: Int) throws {
        let passphrase = try passphrase("a")
        #expect(throws: SealingError.costOutOfBounds) {
            _ = try passphrase.scryptKey(salt: Self.salt, workFactor: workFactor)
        }
    }

    @Test(arguments: [0, 15, 17]) func `with a salt of another size are refused`(size: Int) throws {
        let passphrase = try passphrase("a")
        #expect(throws: SealingError.costOutOfBounds) {
            _ = try passphrase.key(salt: .init(repeating: 0, count: size), cost: .floor)
        }
    }
}
