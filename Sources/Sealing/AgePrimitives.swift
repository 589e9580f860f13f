internal import CSodium

/// The primitives of the age file format, kept here because this target alone sees libsodium.

/// Curve25519 Diffie–Hellman (RFC 7748).
package enum X25519 {
    /// The public point of a secret scalar.
    package static func publicKey(of secret: borrowing SecretKey) throws(SealingError) -> [UInt8] {
        try Sodium.start()
        var point = [UInt8](repeating: 0, count: 32)
        secret.withBytes {
            _ = crypto_scalarmult_curve25519_base(
                &point, $0.octets)
        }
        return point
    }

    /// The shared secret; refused when it would be all zeros (a low-order point).
    package static func sharedSecret(
        _ secret: borrowing SecretKey, with point: [UInt8]
    ) throws(SealingError) -> SecretKey {
        guard point.count == 32 else { throw .malformed }
        return try secret.withBytes { (scalar) throws(SealingError) in
            try SecretKey { (target) throws(SealingError) in
                let status = crypto_scalarmult_curve25519(
                    target.octets,
                    scalar.octets, point)
                guard status == 0 else { throw .malformed }
            }
        }
    }
}

extension Passphrase {
    /// scrypt (RFC 7914) with r = 8, p = 1 and N = 2^`workFactor`, as age uses it.
    package borrowing func scryptKey(
        salt: [UInt8], workFactor: Int
    ) throws(SealingError) -> SecretKey {
        guard (1...22).contains(workFactor) else { throw .costOutOfBounds }
        return try withBytes { (secret) throws(SealingError) in
            try SecretKey { (target) throws(SealingError) in
                let status = crypto_pwhash_scryptsalsa208sha256_ll(
                    secret.octets, secret.count,
                    salt, salt.count, UInt64(1) << UInt64(workFactor), 8, 1,
                    target.octets, target.count)
                guard status == 0 else { throw .notEnoughMemory }
            }
        }
    }
}

/// A key while it is lent to several threads at once; see ``SecretKey/lend(_:)``.
package struct LentKey: @unchecked Sendable {
    fileprivate let octets: UnsafePointer<UInt8>
}

extension SecretKey {
    /// Lends the key to every thread that works for `body`, and none of them may outlive the call:
    /// afterwards the pages are closed, and reading the key ends the process. Only this thread
    /// flips their protection, so the others need no lock.
    package borrowing func lend<R: ~Copyable, E: Error>(
        _ body: (LentKey) throws(E) -> R
    ) throws(E) -> R {
        try withBytes { (key) throws(E) in try body(LentKey(octets: key.octets)) }
    }
}

/// ChaCha20-Poly1305 (IETF, RFC 8439) over caller's buffers, without associated data.
package enum ChaChaPoly {
    package static let tagSize = 16
    package static let nonceSize = 12

    /// Writes `source.count + 16` bytes to `target`, which may begin where `source` does.
    package static func seal(
        _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer,
        nonce: [UInt8], key: LentKey
    ) throws(SealingError) {
        guard target.count == source.count + tagSize, nonce.count == nonceSize else {
            throw .malformed
        }
        let status = crypto_aead_chacha20poly1305_ietf_encrypt(
            target.octets, nil,
            source.octets, UInt64(source.count),
            nil, 0, nil, nonce, key.octets)
        guard status == 0 else { throw .libraryUnavailable }
    }

    package static func seal(
        _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer,
        nonce: [UInt8], key: borrowing SecretKey
    ) throws(SealingError) {
        try key.lend { (key) throws(SealingError) in
            try seal(source, into: target, nonce: nonce, key: key)
        }
    }

    /// Writes `source.count - 16` bytes to `target`; throws without releasing any on a bad tag.
    package static func open(
        _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer,
        nonce: [UInt8], key: LentKey
    ) throws(SealingError) {
        guard source.count >= tagSize, target.count == source.count - tagSize,
            nonce.count == nonceSize
        else { throw .malformed }
        let status = crypto_aead_chacha20poly1305_ietf_decrypt(
            target.octets, nil, nil,
            source.octets, UInt64(source.count),
            nil, 0, nonce, key.octets)
        guard status == 0 else { throw .changed }
    }

    package static func open(
        _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer,
        nonce: [UInt8], key: borrowing SecretKey
    ) throws(SealingError) {
        try key.lend { (key) throws(SealingError) in
            try open(source, into: target, nonce: nonce, key: key)
        }
    }
}

/// Plaintext that had to stand in ordinary memory for a while.
package enum PlainMemory {
    /// Overwrites with zeros, in a way that is not optimised away.
    package static func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
        sodium_memzero(bytes.baseAddress, bytes.count)
    }
}
