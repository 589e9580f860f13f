import Testing

@testable import Age

@Suite struct `Bech32 text` {
    @Test(arguments: [
        "A12UEL5L",
        "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
        "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
        "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j",
        "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
        "?1ezyfcl",
    ])
    func `of BIP-173 is accepted`(text: String) {
        let index = Array(text.utf8).withUnsafeBytes { Bech32.separatorIndex(in: $0) }
        #expect(index == Array(text.utf8).lastIndex(of: UInt8(ascii: "1")))
    }

    /// The last entry of the BIP's list, a text of more than 90 characters, is allowed by age.
    @Test(arguments: [
        "\u{20}1nwldj5", "\u{7f}1axkwrx", "\u{80}1eym55h", "pzry9x0s0muk", "1pzry9x0s0muk",
        "x1b4n0q5v", "li1dgmt3", "de1lg7wt\u{ff}", "A1G7SGD8", "10a06t8", "1qzzfhee",
        "A12UEl5L", "a12UEL5L", "", "1", "a1",
    ])
    func `that is malformed is refused`(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { Bech32.separatorIndex(in: $0) } == nil)
    }

    @Test func `longer than 90 characters is accepted`() throws {
        let bytes = [UInt8](repeating: 0xa5, count: 1184)
        let text = encoded(bytes, prefix: "age1pq", uppercase: false)
        var decoded = [UInt8](repeating: 0, count: bytes.count)
        let fits = decoded.withUnsafeMutableBytes { target in
            text.withUnsafeBytes { Bech32.decode($0, prefix: "age1pq", into: target) }
        }
        #expect(fits && decoded == bytes)
    }

    @Test(arguments: 0...40) func `round-trips every length`(count: Int) {
        let bytes = content(count)
        for uppercase in [false, true] {
            let text = encoded(bytes, prefix: "abc", uppercase: uppercase)
            #expect(text.count == Bech32.length(prefix: "abc", count: count))
            var decoded = [UInt8](repeating: 0, count: count)
            let fits = decoded.withUnsafeMutableBytes { target in
                text.withUnsafeBytes { Bech32.decode($0, prefix: "abc", into: target) }
            }
            #expect(fits && decoded == bytes)
        }
    }

    /// Two five-bit values are one byte and two bits over, which must be zero. Made with the
    /// reference code of the BIP.
    @Test(arguments: [
        ("a19q6lahk7", true), ("a19y44l3ey", true), ("a19gytemgr", true), ("a19s0740rd", true),
        ("a19p8ffztv", false), ("a19zf6u59n", false), ("a19r5vgpcp", false),
        ("a19lsnxnu4", false),
    ]) func `is refused when the bits left over are not zero`(text: String, fits: Bool) {
        var byte: UInt8 = 0
        let decodes = withUnsafeMutableBytes(of: &byte) { target in
            Array(text.utf8).withUnsafeBytes { Bech32.decode($0, prefix: "a", into: target) }
        }
        #expect(decodes == fits)
        #expect(Array(text.utf8).withUnsafeBytes { Bech32.separatorIndex(in: $0) } == 1)
    }

    @Test func `behind another prefix of the same length is refused`() throws {
        let bytes = content(32)
        let recipient = String(
            decoding: encoded(bytes, prefix: "agf", uppercase: false), as: UTF8.self)
        #expect(throws: AgeError.badRecipient) { try AgeRecipient(recipient) }
        let key = encoded(bytes, prefix: "age-secret-kez-", uppercase: true)
        #expect(throws: AgeError.badIdentity) { _ = try AgeIdentity(parsing: try secret(key)) }
        let good = encoded(bytes, prefix: "age-secret-key-", uppercase: true)
        #expect(throws: Never.self) { _ = try AgeIdentity(parsing: try secret(good)) }
    }

    private func encoded(_ bytes: [UInt8], prefix: String, uppercase: Bool) -> [UInt8] {
        var text = [UInt8](
            repeating: 0, count: Bech32.length(prefix: prefix, count: bytes.count))
        bytes.withUnsafeBytes { source in
            text.withUnsafeMutableBytes {
                Bech32.encode(source, prefix: prefix, uppercase: uppercase, into: $0)
            }
        }
        return text
    }
}
