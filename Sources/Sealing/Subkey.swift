internal import CSodium

/// What a key derived from the vault key is for. The numbers are part of the file format.
package enum KeyPurpose: UInt64, Sendable, CaseIterable {
    /// Authenticates the vault's header with its key slots.
    case header = 1
    /// Seals the practice's own records (settings).
    case practice = 2
    /// Wraps the clients' keys.
    case clientKeys = 3
    /// Seals the audit trail's entries.
    case auditEntries = 4
    /// Wraps the audit trail's signing key.
    case signingKey = 5
    /// Wraps the key under which the keys of psychotherapy notes are wrapped.
    case psychotherapyKeys = 6
    /// The vault's own age key, for which exports are sealed beside their readers'.
    case ownExports = 7
    /// Wraps the seeds of the keys that sessions sign the audit trail with.
    case sessionKeys = 8
    /// Of a client's key: makes the pseudonym that stands for the client in the audit trail.
    case pseudonym = 9
}

extension SecretKey {
    /// The key for one purpose, by `crypto_kdf` (BLAKE2b, context `vaultkey`).
    ///
    /// Learning one derived key tells nothing about the vault key or any other.
    package borrowing func derived(for purpose: KeyPurpose) throws(SealingError) -> SecretKey {
        try withBytes { (master) throws(SealingError) in
            try SecretKey { (target) throws(SealingError) in
                let status = crypto_kdf_derive_from_key(
                    target.octets, target.count,
                    purpose.rawValue, "vaultkey",
                    master.octets)
                guard status == 0 else { throw .libraryUnavailable }
            }
        }
    }
}
