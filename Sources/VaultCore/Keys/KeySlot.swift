internal import Sealing

/// One way to the vault key: the passphrase's slot.
///
/// Cost and salt are part of the wrap's context, so they can't be changed without the passphrase;
/// a cost outside the bounds is refused before any work is done.
struct KeySlot: Equatable {
    var salt: [UInt8]
    var cost: PassphraseCost
    var wrapped: [UInt8]

    /// Wraps the vault key under a passphrase.
    static func wrap(
        _ vaultKey: borrowing SecretKey, under passphrase: borrowing Passphrase,
        cost: PassphraseCost, vault: [UInt8]
    ) throws(SealingError) -> KeySlot {
        let salt = try Randomness.bytes(Passphrase.saltSize)
        let slotKey = try passphrase.key(salt: salt, cost: cost)
        let context = context(vault: vault, salt: salt, cost: cost)
        return KeySlot(
            salt: salt, cost: cost,
            wrapped: try Envelope.sealKey(vaultKey, with: slotKey, for: context))
    }

    /// The vault key, or `.wrongPassphrase`: a wrong one and a changed slot look the same.
    func unwrap(
        with passphrase: borrowing Passphrase, vault: [UInt8]
    ) throws(SealingError) -> SecretKey {
        let slotKey = try passphrase.key(salt: salt, cost: cost)
        let context = Self.context(vault: vault, salt: salt, cost: cost)
        do {
            return try Envelope.openKey(wrapped, with: slotKey, for: context)
        } catch .wrongKeyOrPlace {
            throw .wrongPassphrase
        }
    }

    private static func context(
        vault: [UInt8], salt: [UInt8], cost: PassphraseCost
    ) -> SealContext {
        var parameters = CanonicalBytes(label: "argon2id/v1")
        parameters.append(cost.memory)
        parameters.append(cost.passes)
        return SealContext(
            vault: vault, record: salt, owner: parameters.bytes, purpose: "slot.passphrase",
            revision: 1)
    }
}
