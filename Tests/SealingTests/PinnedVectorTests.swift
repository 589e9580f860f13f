import Testing

@testable import Sealing

/// Bytes that must never change, made outside of Swift by Vectors/make_vectors.py.
@Suite struct `Pinned bytes` {
    private static let head = "01 6465666768696a6b6c6d6e6f707172737475767778797a7b"
    private static let commitment =
        "1231dde0d6d763f15d1a1c25318e91862ede4487f0a52dee58085971e7bd67d5"
    private static let tail = """
        fa2162b97d11b999897700b0b2768568bc0c7b11e2eca0dd5140eda0d1e4cb3a94488f26940432f74a33554a2f
        206c6996714f8341b9407f5900458be57cd65eaca6d92e51b8428f8e5edb42ec437376255005a55b04f1d4c52f
        685e05265612754193
        """
    private static let otherKey = "0d668020ccd4ac3d18377de40a7eaec5f529f1b90aad3064ebfe098db5615b2a"
    private static let otherCommitment =
        "889ea1b20ecfbd09eb9a7d05573a04a5cfc3ed47b6e24eb3e336508c57559929"
    private static let twoKeyCiphertext = """
        cadf56fa872ce5ba73849932c292fffaf4cc931bdbcc0e2c44f9a37b1f5a4d058b09301522377a917b8de0605d
        7fe6cafab78513ea6fa919467ce0c997bb7ef522f3b53ae0ecb9bf814470b9ba02792824210ec029b34e00beae
        3e777ac5b0b97b68e4b420afed8a304ad7891ac1de4df598057df19bea492fc0405e587aba1314db9eed2e4216
        630881bbb72c219515
        """

    private func master() throws -> SecretKey { try key(Array(0..<32)) }

    @Test func `of a place`() {
        let expected = """
            00000010 7661756c742e636f6e746578742f7631
            00000010 01010101010101010101010101010101
            00000010 02020202020202020202020202020202
            00000010 03030303030303030303030303030303
            00000009 6e6f74652e626f6479
            00000008 0000000000000007
            """
        #expect(pinnedContext().canonical == hex(expected))
    }

    @Test func `of an envelope`() throws {
        let envelope = hex(
            Self.head + Self.commitment
                + "cd47e0c0129ae234bfe68aa1980f1c80fb2449e84a4f8d42066acf249f" + Self.tail
                + "95441f85b209eb0f89325cf9c50fa890")
        let opened = try Envelope.open(envelope, with: try master(), for: pinnedContext())
        #expect(opened == Array("The vault keeps its promise.".utf8))
    }

    /// Authentic, but no end mark: nobody's envelope.
    @Test func `of an envelope without its padding`() throws {
        let envelope = hex(
            Self.head + Self.commitment
                + "992f85e064fb9758cbc6e1c4fd7f6fa092503ac83a3de22f6f19aa0a1f" + Self.tail
                + "780d6245093daefc78a4457529d1f824")
        #expect(throws: SealingError.malformed) {
            try Envelope.open(envelope, with: try master(), for: pinnedContext())
        }
    }

    /// Attack 13. One ciphertext and tag that Poly1305 accepts under two keys: with each key's own
    /// commitment it opens, so the forgery is a real one; with the other's it is refused before
    /// anything is decrypted.
    @Test func `that fit two keys are refused by the commitment`() throws {
        let other = try key(hex(Self.otherKey))
        let forFirst = hex(Self.head + Self.commitment + Self.twoKeyCiphertext)
        let forOther = hex(Self.head + Self.otherCommitment + Self.twoKeyCiphertext)
        let first = try Envelope.open(forFirst, with: try master(), for: pinnedContext())
        let second = try Envelope.open(forOther, with: other, for: pinnedContext())
        #expect(first.count == 127 && second.count == 127 && first != second)
        #expect(throws: SealingError.wrongKeyOrPlace) {
            try Envelope.open(forFirst, with: other, for: pinnedContext())
        }
        #expect(throws: SealingError.wrongKeyOrPlace) {
            try Envelope.open(forOther, with: try master(), for: pinnedContext())
        }
    }

    @Test(arguments: [
        (
            KeyPurpose.header, UInt64(1),
            "6c429add9a5707f588acd71058ce4afe9c297415977a02cf62a3e856dd2fcc3d"
        ),
        (.practice, 2, "ca8b30d45be3260ca8c434927093d0d2a666970825d59d72ed308d2f0b6923f5"),
        (.clientKeys, 3, "7ad6620839f8565b6cdd8032099d74f30e0164e68cba74da669c3989d458d412"),
        (.auditEntries, 4, "5af50129243e8da3c63c0ac3e59424c977af9ed3304ead92eeb6aaa879a2a75f"),
        (.signingKey, 5, "8e88e59b96b03868976ed9cc945ec254e23bb706871a0df428ab49f06b510d6d"),
        (.psychotherapyKeys, 6, "107205710c1a501c81b6003ee13cfe2813a70ce739d96c99de5795aeb38ad46c"),
        (.ownExports, 7, "0a4559c787118c6d256485f37d9e981cf8f217c4e23a3ae048e4441606a32e60"),
        (.sessionKeys, 8, "8ac1ce502dae447ef2b1009c26e130863eaec75b57c7bbc2b63226802c15b862"),
        (.pseudonym, 9, "7ca13a018e67abdc4607fe4162af9d59e46907370d948f67ecab1bddc816e713"),
    ]) func `of derived keys`(purpose: KeyPurpose, number: UInt64, expected: String) throws {
        #expect(purpose.rawValue == number)
        #expect(bytes(of: try master().derived(for: purpose)) == hex(expected))
    }

    @Test func `of derived keys cover every purpose`() {
        #expect(KeyPurpose.allCases.map(\.rawValue) == Array(1...9))
    }
}
