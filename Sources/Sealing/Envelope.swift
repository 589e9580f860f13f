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
        let paddedCount = Padding.padded(plaintext.count)
        let count = headSize + paddedCount + tagSize
        var outcome: Result<Void, SealingError> = .success(())
        // Padded and encrypted in place: one allocation, no second copy of the plaintext.
        let envelope = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            let target = UnsafeMutableRawBufferPointer(buffer)
            target[0] = format
            randombytes_buf(target.octets + 1, saltSize)
            let content = UnsafeMutableRawBufferPointer(
                rebasing: target[headSize..<headSize + paddedCount])
            Padding.write(plaintext, into: content)
            outcome = Result { () throws(SealingError) in
                try withOneTimeKey(
                    key, salt: UnsafeRawPointer(target.octets + 1), context: aad
                ) { (oneTime, commitment) throws(SealingError) in
                    (target.octets + 1 + saltSize).update(from: commitment, count: commitmentSize)
                    let status = crypto_aead_chacha20poly1305_ietf_encrypt(
                        content.octets, nil, content.octets, UInt64(paddedCount), aad,
                        UInt64(aad.count), nil, nonce, oneTime)
                    guard status == 0 else { throw .libraryUnavailable }
                }
            }
            initialized = count
        }
        try outcome.get()
        return envelope
    }

    /// The one-time key is used once, so its nonce is zero.
    private static let nonce = [UInt8](repeating: 0, count: 12)

    /// Opens what ``seal(_:with:for:)`` made for the same place with the same key.
    package static func open(
        _ envelope: [UInt8], with key: borrowing SecretKey, for context: SealContext
    ) throws(SealingError) -> [UInt8] {
        try Sodium.start()
        guard envelope.count >= headSize + tagSize, envelope[0] == format else { throw .malformed }
        let aad = context.canonical
        var plaintext = [UInt8](repeating: 0, count: envelope.count - headSize - tagSize)
        let salt = Array(envelope[1..<1 + saltSize])
        try withOneTimeKey(key, salt: salt, context: aad) {
            (oneTime, commitment) throws(SealingError) in
            let fits = envelope.withUnsafeBytes {
                sodium_memcmp(commitment, $0.octets + 1 + saltSize, commitmentSize)
            }
            guard fits == 0 else { throw .wrongKeyOrPlace }
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
        _ key: borrowing SecretKey, salt: UnsafeRawPointer, context: [UInt8],
        _ body: (UnsafePointer<UInt8>, _ commitment: UnsafePointer<UInt8>) throws(SealingError) ->
            Void
    ) throws(SealingError) {
        var message = [UInt8]()
        message.reserveCapacity(saltSize + context.count)
        message.append(contentsOf: UnsafeRawBufferPointer(start: salt, count: saltSize))
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
