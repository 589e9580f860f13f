internal import CSodium

/// What one guess at the passphrase costs: Argon2id (RFC 9106) memory and passes, one lane.
///
/// Chosen when the slot is made and stored in it. A cost outside the bounds is refused before any
/// memory is taken: below the floor the file was tampered with to make guessing cheap, above the
/// ceiling it was made to exhaust the machine.
package struct PassphraseCost: Hashable, Sendable {
    package var memory: UInt64
    package var passes: UInt64

    package init(memory: UInt64, passes: UInt64) {
        self.memory = memory
        self.passes = passes
    }

    package static let floor = PassphraseCost(memory: 64 << 20, passes: 3)
    package static let standard = PassphraseCost(memory: 256 << 20, passes: 3)
    package static let ceiling = PassphraseCost(memory: 4 << 30, passes: 16)

    package var isAcceptable: Bool {
        (Self.floor.memory...Self.ceiling.memory).contains(memory)
            && (Self.floor.passes...Self.ceiling.passes).contains(passes)
    }
}

extension Passphrase {
    package static let saltSize = 16

    /// The slot's key: Argon2id over the passphrase with the slot's salt and cost.
    package borrowing func key(
        salt: [UInt8], cost: PassphraseCost
    ) throws(SealingError) -> SecretKey {
        guard cost.isAcceptable, salt.count == Self.saltSize else { throw .costOutOfBounds }
        return try withBytes { (secret) throws(SealingError) in
            try SecretKey { (target) throws(SealingError) in
                let status = crypto_pwhash(
                    target.octets, UInt64(target.count),
                    secret.characters, UInt64(secret.count),
                    salt, cost.passes, Int(cost.memory), crypto_pwhash_ALG_ARGON2ID13)
                guard status == 0 else { throw .notEnoughMemory }
            }
        }
    }
}
