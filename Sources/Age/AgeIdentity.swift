package import Sealing

/// The secret half of an ``AgeRecipient``: an X25519 scalar, written `AGE-SECRET-KEY-1…`.
///
/// It stays in guarded memory from reading to writing; no array or string ever holds it.
package struct AgeIdentity: ~Copyable {
    static let prefix = "age-secret-key-"

    let secret: SecretKey
    /// Whom to encrypt for so that this identity can open the file.
    package let recipient: AgeRecipient

    /// A fresh identity from the system's randomness.
    package static func random() throws(AgeError) -> AgeIdentity {
        try AgeIdentity(secret: try AgeError.lifting(SecretKey.random))
    }

    /// Reads a key file as `age-keygen` writes it: comments begin with `#`, blank lines are
    /// skipped, and exactly one line is a key. Throws ``AgeError/badIdentity`` for anything else.
    package init(parsing text: borrowing SecretBytes) throws(AgeError) {
        try self.init(
            secret: try text.withBytes { (text) throws(AgeError) in
                let lines = text.split(whereSeparator: { $0 == 10 || $0 == 13 })
                    .filter { $0.first != UInt8(ascii: "#") && !$0.allSatisfy { $0 <= 32 } }
                guard lines.count == 1 else { throw .badIdentity }
                return try Self.secret(in: UnsafeRawBufferPointer(rebasing: lines[0]))
            })
    }

    /// The identity whose secret scalar is this key.
    package init(secret: consuming SecretKey) throws(AgeError) {
        do throws(SealingError) {
            recipient = AgeRecipient(point: try X25519.publicKey(of: secret))
        } catch {
            throw .sealing(error)
        }
        self.secret = secret
    }

    private static func secret(in line: UnsafeRawBufferPointer) throws(AgeError) -> SecretKey {
        do throws(SealingError) {
            return try SecretKey { (target) throws(SealingError) in
                guard Bech32.decode(line, prefix: prefix, into: target) else { throw .malformed }
            }
        } catch .malformed {
            throw .badIdentity
        } catch {
            throw .sealing(error)
        }
    }

    /// Lends `AGE-SECRET-KEY-1…`, 74 bytes without a line end, from guarded memory.
    package borrowing func withText<R: ~Copyable>(
        _ body: (UnsafeRawBufferPointer) throws(AgeError) -> R
    ) throws(AgeError) -> R {
        let count = Bech32.length(prefix: Self.prefix, count: SecretKey.size)
        let text = try secret.withBytes { (secret) throws(AgeError) in
            try AgeError.lifting { () throws(SealingError) in
                try SecretBytes(count: count) {
                    Bech32.encode(secret, prefix: Self.prefix, uppercase: true, into: $0)
                }
            }
        }
        return try text.withBytes(body)
    }
}
