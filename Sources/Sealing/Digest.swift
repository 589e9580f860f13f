internal import CNettle
internal import CSodium

/// Hashes and message authentication codes of the formats we share with others.
package enum Digest {
    /// SHA-256 (FIPS 180-4): audit tree, manifests, documents.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var stream = SHA256Stream()
        stream.update(bytes)
        return stream.finish()
    }

    /// HMAC-SHA-256 (RFC 2104) with a key of any length.
    package static func hmac(
        key: UnsafeRawBufferPointer, _ message: [UInt8]
    ) -> [UInt8] {
        message.withUnsafeBytes { hmac(key: key, $0) }
    }

    static func hmac(
        key: UnsafeRawBufferPointer, _ message: UnsafeRawBufferPointer
    ) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        var tag = [UInt8](repeating: 0, count: 32)
        let none: UInt8 = 0
        withUnsafePointer(to: none) { none in
            let start = { (bytes: UnsafeRawBufferPointer) in bytes.isEmpty ? none : bytes.octets }
            crypto_auth_hmacsha256_init(&state, start(key), key.count)
            crypto_auth_hmacsha256_update(&state, start(message), UInt64(message.count))
        }
        crypto_auth_hmacsha256_final(&state, &tag)
        return tag
    }

    /// Compares in constant time.
    package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}

/// SHA-256 over data that arrives in pieces.
///
/// Nettle's: it uses the processor's instructions for SHA-256, which libsodium does without.
package struct SHA256Stream {
    private var state = sha256_ctx()

    package init() { nettle_sha256_init(&state) }

    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        nettle_sha256_update(&state, bytes.count, bytes.octets)
    }

    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { update($0) }
    }

    package mutating func update(_ byte: UInt8) {
        withUnsafePointer(to: byte) { nettle_sha256_update(&state, 1, $0) }
    }

    package mutating func finish() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        hash.withUnsafeMutableBytes { finish(into: $0) }
        return hash
    }

    /// The same into 32 bytes that are there already.
    package mutating func finish(into hash: UnsafeMutableRawBufferPointer) {
        nettle_sha256_digest(&state, hash.count, hash.octets)
    }
}

extension SecretKey {
    /// HMAC-SHA-256 under this key.
    package borrowing func authenticate(_ message: [UInt8]) -> [UInt8] {
        withBytes { Digest.hmac(key: $0, message) }
    }

    /// HKDF-SHA-256 (RFC 5869) of secret input into a guarded key; one block is all 32 bytes.
    package static func hkdf(
        input: UnsafeRawBufferPointer, salt: [UInt8], info: String
    ) throws(SealingError) -> SecretKey {
        var pseudorandom = salt.withUnsafeBytes { Digest.hmac(key: $0, input) }
        defer { wipe(&pseudorandom) }
        let expansion = Array(info.utf8) + [1]
        var output = pseudorandom.withUnsafeBytes { key in
            expansion.withUnsafeBytes { Digest.hmac(key: key, $0) }
        }
        defer { wipe(&output) }
        return try SecretKey(copying: output)
    }

    private static func wipe(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBytes { sodium_memzero($0.octets, $0.count) }
    }
}

/// The system's randomness, for what is not secret: ids and salts.
package enum Randomness {
    package static func bytes(_ count: Int) throws(SealingError) -> [UInt8] {
        try Sodium.start()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
