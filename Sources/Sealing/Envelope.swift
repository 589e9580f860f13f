internal import CSodium

/// A sealed piece of the vault, and the only way anything is sealed in it.
///
///     offset  width  content
///          0      1  format, 1
///          1     24  salt, random
///         25     32  key commitment
///         57      n  ChaCha20-Poly1305 (IETF, RFC 8439) ciphertext with its 16-byte tag
///
/// Key and commitment are the two halves of one BLAKE2b-512, keyed with the owner's key, over salt
/// and context. The key is used for this one envelope, so the nonce is zero. The associated data is
/// the context. Opening checks the commitment first: Poly1305 alone would let one ciphertext open
/// under two keys.
package enum Envelope {
    package static let format: UInt8 = 1
    static let saltSize = 24
    static let commitmentSize = 32
    static let tagSize = 16
    static let headSize = 1 + saltSize + commitmentSize

    /// Seals `plaintext`, padded, for one place.
    package static func seal(
        _ plaintext: some Collection<UInt8>, with key: borrowing SecretKey, for context: SealContext
    ) throws(SealingError) -> [UInt8] {
        try Sodium.start()
        let aad = context.canonical
        let padded = Padding.pad(plaintext)
        var envelope = [UInt8](repeating: 0, count: headSize + padded.count + tagSize)
        envelope[0] = format
        envelope.withUnsafeMutableBytes { randombytes_buf($0.octets + 1, saltSize) }
        try withOneTimeKey(key, salt: envelope[1..<1 + saltSize], context: aad) {
            (oneTime, commitment) throws(SealingError) in
            envelope.replaceSubrange(
                1 + saltSize..<headSize,
                with: UnsafeBufferPointer(start: commitment, count: commitmentSize))
            let nonce = [UInt8](repeating: 0, count: 12)
            let status = envelope.withUnsafeMutableBytes { target in
                crypto_aead_chacha20poly1305_ietf_encrypt(
                    target.octets + headSize, nil, padded,
                    UInt64(padded.count), aad, UInt64(aad.count), nil, nonce, oneTime)
            }
            guard status == 0 else { throw .libraryUnavailable }
        }
        return envelope
    }

    /// Opens what ``seal(_:with:for:)`` made for the same place with the same key.
    package static func open(
        _ envelope: [UInt8], with key: borrowing SecretKey, for context: SealContext
    ) throws(SealingError) -> [UInt8] {
        try Sodium.start()
        guard envelope.count >= headSize + tagSize, envelope[0] == format else { throw .malformed }
        let aad = context.canonical
        var plaintext = [UInt8](repeating: 0, count: envelope.count - headSize - tagSize)
        try withOneTimeKey(key, salt: envelope[1..<1 + saltSize], context: aad) {
            (oneTime, commitment) throws(SealingError) in
            let fits = envelope.withUnsafeBytes {
                sodium_memcmp(commitment, $0.octets + 1 + saltSize, commitmentSize)
            }
            guard fits == 0 else { throw .wrongKeyOrPlace }
            let nonce = [UInt8](repeating: 0, count: 12)
            let status = envelope.withUnsafeBytes { source in
                crypto_aead_chacha20poly1305_ietf_decrypt(
                    &plaintext, nil, nil, source.octets + headSize,
                    UInt64(envelope.count - headSize), aad, UInt64(aad.count), nonce, oneTime)
            }
            guard status == 0 else { throw .changed }
        }
        guard Padding.unpad(&plaintext) else { throw .malformed }
        return plaintext
    }

    /// Opens an envelope that holds a key, straight into guarded memory.
    package static func openKey(
        _ envelope: [UInt8], with key: borrowing SecretKey, for context: SealContext
    ) throws(SealingError) -> SecretKey {
        var bytes = try open(envelope, with: key, for: context)
        defer { bytes.withUnsafeMutableBytes { sodium_memzero($0.octets, $0.count) } }
        return try SecretKey(copying: bytes)
    }

    /// Seals a key for one place.
    package static func sealKey(
        _ secret: borrowing SecretKey, with key: borrowing SecretKey, for context: SealContext
    ) throws(SealingError) -> [UInt8] {
        try secret.withBytes { (bytes) throws(SealingError) in
            try seal(bytes, with: key, for: context)
        }
    }

    /// BLAKE2b-512(key, salt ‖ context): the first half is the one-time key, the second commits to
    /// it. Both live on the stack of this call only and are wiped before it returns.
    private static func withOneTimeKey(
        _ key: borrowing SecretKey, salt: ArraySlice<UInt8>, context: [UInt8],
        _ body: (UnsafePointer<UInt8>, _ commitment: UnsafePointer<UInt8>) throws(SealingError) ->
            Void
    ) throws(SealingError) {
        var message = Array(salt)
        message.append(contentsOf: context)
        var hash: [64 of UInt8] = .init(repeating: 0)
        defer { withUnsafeMutableBytes(of: &hash) { sodium_memzero($0.octets, $0.count) } }
        let status = key.withBytes { secret in
            withUnsafeMutableBytes(of: &hash) { target in
                crypto_generichash(
                    target.octets, 64, message,
                    UInt64(message.count), secret.octets,
                    secret.count)
            }
        }
        guard status == 0 else { throw .libraryUnavailable }
        let outcome: Result<Void, SealingError> = withUnsafeBytes(of: &hash) { bytes in
            do throws(SealingError) {
                try body(bytes.octets, bytes.octets + 32)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }
}
