import Testing

@testable import Age

@Suite struct `Canonical Base64` {
    /// RFC 4648, section 10, without the padding.
    static let vectors: [(String, String)] = [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
        ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
    ]

    @Test(arguments: vectors) func `follows RFC 4648`(plain: String, text: String) {
        #expect(Base64.encode(Array(plain.utf8)) == text)
        #expect(Base64.decode(text.utf8) == Array(plain.utf8))
    }

    @Test(arguments: vectors) func `is padded in armor`(plain: String, text: String) {
        let padded = text + String(repeating: "=", count: (4 - text.count % 4) % 4)
        #expect(paddedDecode(padded) == Array(plain.utf8))
        if padded != text {
            #expect(paddedDecode(text) == nil)
            #expect(Base64.decode(padded.utf8) == nil)
        }
    }

    @Test(arguments: [
        "A", "AAAAA", "Zh", "Zm9", "Zm9vYh", "AB", "AAB", "A=", "AA==", "AAA=", "=", "====",
        "Zg\n", "Z g", " Zg", "Zm9v\r", "Zm-v", "Zm_v", "Zm9v\u{0}", "Zé", "\u{ff}\u{ff}",
    ]) func `refuses every other text`(text: String) {
        #expect(Base64.decode(text.utf8) == nil)
    }

    @Test(arguments: [
        "=", "==", "===", "====", "A===", "AA=A", "=AAA", "AB==", "AAB=", "AAA==", "AAAA=",
        "AAAA====", "AA==AAAA", "AA= =",
    ]) func `refuses every other padding`(text: String) {
        #expect(paddedDecode(text) == nil)
    }

    /// Among all texts of two and three characters, exactly those with zero bits at the end.
    @Test func `gives one text to every value`() {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var decoded = 0
        for first in alphabet {
            for second in alphabet {
                if let bytes = Base64.decode([first, second]) {
                    decoded += 1
                    #expect(
                        Base64.encode(bytes) == String(decoding: [first, second], as: UTF8.self))
                }
            }
        }
        #expect(decoded == 256)
    }

    private func paddedDecode(_ text: String) -> [UInt8]? {
        var target = [UInt8](repeating: 0, count: text.utf8.count)
        let count = target.withUnsafeMutableBytes { target in
            Array(text.utf8).withUnsafeBytes { Base64.decodePadded($0, into: target) }
        }
        return count.map { Array(target.prefix($0)) }
    }
}
