import Testing

@testable import Sealing

/// Answers that the standards give for the primitives behind this target's doors.
@Suite struct `Answers of the standards` {
    /// RFC 8032, section 7.1: seed, public key, message, signature.
    @Test(arguments: [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            """
            e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
            5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
            """
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            """
            92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da
            085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
            """
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            """
            6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac
            18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
            """
        ),
    ]) func `for Ed25519`(seed: String, publicKey: String, message: String, signature: String)
        throws
    {
        let signingKey = try SigningKey(seed: try key(hex(seed)))
        #expect(signingKey.publicKey.bytes == hex(publicKey))
        #expect(signingKey.sign(hex(message)) == hex(signature))
        #expect(signingKey.publicKey.verifies(hex(signature), of: hex(message)))
        for place in 0..<64 {
            var changed = hex(signature)
            changed[place] ^= 1
            #expect(!signingKey.publicKey.verifies(changed, of: hex(message)))
        }
        #expect(!signingKey.publicKey.verifies(hex(signature), of: hex(message) + [0]))
        #expect(!signingKey.publicKey.verifies(Array(hex(signature).dropLast()), of: hex(message)))
        #expect(!signingKey.publicKey.verifies([], of: hex(message)))
    }

    @Test(arguments: [0, 31, 33, 64]) func `for Ed25519 are about 32 bytes`(count: Int) {
        #expect(throws: SealingError.malformed) {
            _ = try PublicKey([UInt8](repeating: 1, count: count))
        }
    }

    /// RFC 7748, section 6.1: Alice and Bob, both ways.
    @Test func `for X25519`() throws {
        let alice = try key(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"))
        let bob = try key(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"))
        let alicePoint = hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
        let bobPoint = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")
        let shared = hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")
        #expect(try X25519.publicKey(of: alice) == alicePoint)
        #expect(try X25519.publicKey(of: bob) == bobPoint)
        #expect(bytes(of: try X25519.sharedSecret(alice, with: bobPoint)) == shared)
        #expect(bytes(of: try X25519.sharedSecret(bob, with: alicePoint)) == shared)
    }

    @Test(arguments: ["", "0900", String(repeating: "09", count: 33)])
    func `for X25519 are about points of 32 bytes`(point: String) throws {
        let secret = try SecretKey.random()
        #expect(throws: SealingError.malformed) {
            _ = try X25519.sharedSecret(secret, with: hex(point))
        }
    }

    @Test func `for X25519 are never zero`() throws {
        let secret = try SecretKey.random()
        for point in [[UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31)] {
            #expect(throws: SealingError.malformed) {
                _ = try X25519.sharedSecret(secret, with: point)
            }
        }
    }

    /// FIPS 180-4 examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]) func `for SHA-256`(text: String, expected: String) {
        #expect(Digest.sha256(Array(text.utf8)) == hex(expected))
        var stream = SHA256Stream()
        text.utf8.forEach { stream.update([$0]) }
        #expect(stream.finish() == hex(expected))
    }

    /// RFC 4231, test cases 1, 2 and 6 (a key longer than a block).
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131),
            "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ]) func `for HMAC-SHA-256`(key: [UInt8], text: String, expected: String) {
        #expect(key.withUnsafeBytes { Digest.hmac(key: $0, Array(text.utf8)) } == hex(expected))
    }

    /// RFC 8439, section 2.8.2, has associated data; this one, without, is from Python's
    /// cryptography package: key 0…31, nonce 0…11.
    @Test func `for ChaCha20-Poly1305`() throws {
        let key = try key(Array(0..<32))
        let expected = hex("e6956d204a7fd02edcacdedff3a6b392dd803873cc18a320e5")
        var sealed = [UInt8](repeating: 0, count: expected.count)
        try Array("one chunk".utf8).withUnsafeBytes { source in
            try sealed.withUnsafeMutableBytes {
                try ChaChaPoly.seal(source, into: $0, nonce: Array(0..<12), key: key)
            }
        }
        #expect(sealed == expected)
        var opened = [UInt8](repeating: 0, count: 9)
        try sealed.withUnsafeBytes { source in
            try opened.withUnsafeMutableBytes {
                try ChaChaPoly.open(source, into: $0, nonce: Array(0..<12), key: key)
            }
        }
        #expect(opened == Array("one chunk".utf8))
    }

    @Test func `for ChaCha20-Poly1305 are refused in every other size`() throws {
        let key = try key(Array(0..<32))
        var target = [UInt8](repeating: 0, count: 40)
        let source = [UInt8](repeating: 0, count: 40)
        func attempt(
            source sourceCount: Int, target targetCount: Int, nonce: Int, open: Bool
        ) -> SealingError? {
            source.withUnsafeBytes { source in
                target.withUnsafeMutableBytes { target in
                    let from = UnsafeRawBufferPointer(rebasing: source.prefix(sourceCount))
                    let to = UnsafeMutableRawBufferPointer(rebasing: target.prefix(targetCount))
                    let nonce = [UInt8](repeating: 0, count: nonce)
                    do throws(SealingError) {
                        if open {
                            try ChaChaPoly.open(from, into: to, nonce: nonce, key: key)
                        } else {
                            try ChaChaPoly.seal(from, into: to, nonce: nonce, key: key)
                        }
                        return nil
                    } catch {
                        return error
                    }
                }
            }
        }
        #expect(attempt(source: 10, target: 26, nonce: 12, open: false) == nil)
        #expect(attempt(source: 10, target: 25, nonce: 12, open: false) == .malformed)
        #expect(attempt(source: 10, target: 27, nonce: 12, open: false) == .malformed)
        #expect(attempt(source: 10, target: 26, nonce: 11, open: false) == .malformed)
        #expect(attempt(source: 26, target: 10, nonce: 12, open: true) == .changed)
        #expect(attempt(source: 15, target: 0, nonce: 12, open: true) == .malformed)
        #expect(attempt(source: 26, target: 11, nonce: 12, open: true) == .malformed)
        #expect(attempt(source: 26, target: 10, nonce: 24, open: true) == .malformed)
    }

    @Test func `for randomness are never the same`() throws {
        #expect(try Randomness.bytes(24).count == 24)
        #expect(try Randomness.bytes(24) != Randomness.bytes(24))
        #expect(Digest.equal([1, 2], [1, 2]))
        #expect(!Digest.equal([1, 2], [1, 3]) && !Digest.equal([1, 2], [1, 2, 3]))
    }
}
