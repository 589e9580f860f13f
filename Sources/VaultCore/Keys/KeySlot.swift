internal import Sealing

/// One way to the vault key: the passphrase's slot, the recovery code's, or the executor's.
///
/// Whatever it is that people keep, it becomes a ``Passphrase`` and then a key. Cost and salt are
/// part of the wrap's context, so they can't be changed without it; a cost outside the bounds is
/// refused before any work is done.
struct KeySlot: Equatable {
    var kind: SlotKind
    /// Counts the slots ever made, so that a new one never takes an old one's number.
    var number: UInt64
    /// Milliseconds UTC.
    var madeAt: UInt64
    var salt: [UInt8]
    var cost: PassphraseCost
    var wrapped: [UInt8]
    /// How the executor's secret was divided; nil for the others.
    var shares: ShareSet?

    /// A set of SLIP-39 shares, with a code for each sheet that tells it from any other without
    /// telling anything about it: HMAC-SHA-256 under the header key.
    struct ShareSet: Equatable {
        var identifier: UInt64
        var needed: UInt64
        var codes: [[UInt8]]

        /// As many members as a group of SLIP-39 can have.
        static let most = 16
    }

    /// Wraps the vault key.
    static func wrap(
        _ vaultKey: borrowing SecretKey, under secret: borrowing Passphrase, kind: SlotKind,
        number: UInt64, madeAt: UInt64, cost: PassphraseCost, vault: [UInt8]
    ) throws(SealingError) -> KeySlot {
        let salt = try Randomness.bytes(Passphrase.saltSize)
        let slotKey = try secret.key(salt: salt, cost: cost)
        let context = context(vault: vault, kind: kind, salt: salt, cost: cost)
        return KeySlot(
            kind: kind, number: number, madeAt: madeAt, salt: salt, cost: cost,
            wrapped: try Envelope.sealKey(vaultKey, with: slotKey, for: context))
    }

    /// The vault key, or `.wrongPassphrase`: a wrong one and a changed slot look the same.
    func unwrap(
        with secret: borrowing Passphrase, vault: [UInt8]
    ) throws(SealingError) -> SecretKey {
        let slotKey = try secret.key(salt: salt, cost: cost)
        let context = Self.context(vault: vault, kind: kind, salt: salt, cost: cost)
        do {
            return try Envelope.openKey(wrapped, with: slotKey, for: context)
        } catch .wrongKeyOrPlace {
            throw .wrongPassphrase
        }
    }

    private static func context(
        vault: [UInt8], kind: SlotKind, salt: [UInt8], cost: PassphraseCost
    ) -> SealContext {
        var parameters = CanonicalBytes(label: "argon2id/v1")
        parameters.append(cost.memory)
        parameters.append(cost.passes)
        return SealContext(
            vault: vault, record: salt, owner: parameters.bytes,
            purpose: "slot." + kind.rawValue, revision: 1)
    }
}

/// What opens a slot.
package enum SlotKind: String, Sendable, CaseIterable {
    /// What the therapist types every day; there is always exactly one.
    case passphrase
    /// The words on the recovery sheet.
    case recovery
    /// Enough of the share sheets that the professional executor's group holds.
    case executor
}
