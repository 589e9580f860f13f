internal import CSodium

/// The practitioner's Ed25519 signing key (RFC 8032): signs the audit trail and her documents.
///
/// What is kept sealed is the 32-byte seed; the expanded key lives in guarded memory.
package struct SigningKey: ~Copyable {
    private let expanded: SecretBytes
    package let publicKey: PublicKey

    package init(seed: borrowing SecretKey) throws(SealingError) {
        var verification = [UInt8](repeating: 0, count: PublicKey.size)
        let expanded = try seed.withBytes { (seed) throws(SealingError) in
            try SecretBytes(count: 64) { target in
                crypto_sign_ed25519_seed_keypair(&verification, target.octets, seed.octets)
            }
        }
        publicKey = try PublicKey(verification)
        self.expanded = expanded
    }

    package borrowing func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        expanded.withBytes { key in
            _ = crypto_sign_ed25519_detached(
                &signature, nil, message, UInt64(message.count),
                key.octets)
        }
        return signature
    }
}

/// An Ed25519 public key: 32 bytes that anyone may see.
package struct PublicKey: Hashable, Sendable {
    package static let size = 32
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) throws(SealingError) {
        guard bytes.count == Self.size else { throw .malformed }
        self.bytes = bytes
    }

    package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        signature.count == 64
            && crypto_sign_ed25519_verify_detached(
                signature, message, UInt64(message.count), bytes) == 0
    }
}
