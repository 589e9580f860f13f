internal import Sealing

/// How the key above all psychotherapy keys is kept: wrapped under its own purpose of the vault
/// key and, where the therapist chose a second passphrase, under that as well.
///
/// The two wraps lie one in the other, so that both are needed; setting or changing the second
/// passphrase rewraps this one key and rewrites no note. Whoever loses it loses these notes:
/// neither the recovery code nor the executor's shares lead past it.
struct PsychotherapyLock: Equatable {
    /// Empty, and the cost zero, while there is no second passphrase.
    var salt: [UInt8]
    var cost: PassphraseCost
    var sealed: [UInt8]

    var needsPassphrase: Bool { !salt.isEmpty }

    var isAcceptable: Bool {
        needsPassphrase
            ? cost.isAcceptable && salt.count == Passphrase.saltSize
            : cost == PassphraseCost(memory: 0, passes: 0)
    }

    /// A fresh key, without a second passphrase.
    static func made(
        vault: [UInt8], vaultKey: borrowing SecretKey
    ) throws(SealingError) -> PsychotherapyLock {
        let key = try SecretKey.random()
        return try wrap(key, vault: vault, vaultKey: vaultKey)
    }

    /// Wraps the key under the vault key alone.
    static func wrap(
        _ key: borrowing SecretKey, vault: [UInt8], vaultKey: borrowing SecretKey
    ) throws(SealingError) -> PsychotherapyLock {
        let sealed = try Envelope.sealKey(
            key, with: try vaultKey.derived(for: .psychotherapyKeys),
            for: context("psychotherapy.key", vault: vault))
        return PsychotherapyLock(
            salt: [], cost: PassphraseCost(memory: 0, passes: 0), sealed: sealed)
    }

    /// Wraps the key under the second passphrase, and that under the vault key.
    static func wrap(
        _ key: borrowing SecretKey, under second: borrowing Passphrase, cost: PassphraseCost,
        vault: [UInt8], vaultKey: borrowing SecretKey
    ) throws(SealingError) -> PsychotherapyLock {
        let salt = try Randomness.bytes(Passphrase.saltSize)
        let inner = try Envelope.sealKey(
            key, with: try second.key(salt: salt, cost: cost),
            for: context("psychotherapy.passphrase", vault: vault, salt: salt))
        let sealed = try Envelope.seal(
            inner, with: try vaultKey.derived(for: .psychotherapyKeys),
            for: context("psychotherapy.key", vault: vault, salt: salt))
        return PsychotherapyLock(salt: salt, cost: cost, sealed: sealed)
    }

    /// The key above all psychotherapy keys; `second` is asked for only where there is one.
    func unwrap(
        vault: [UInt8], vaultKey: borrowing SecretKey, second: () throws -> Passphrase
    ) throws -> SecretKey {
        let wrappingKey = try vaultKey.derived(for: .psychotherapyKeys)
        let outer = Self.context("psychotherapy.key", vault: vault, salt: salt)
        guard needsPassphrase else {
            return try Envelope.openKey(sealed, with: wrappingKey, for: outer)
        }
        let inner = try Envelope.open(sealed, with: wrappingKey, for: outer)
        let passphraseKey = try second().key(salt: salt, cost: cost)
        do throws(SealingError) {
            return try Envelope.openKey(
                inner, with: passphraseKey,
                for: Self.context("psychotherapy.passphrase", vault: vault, salt: salt))
        } catch .wrongKeyOrPlace {
            throw SealingError.wrongPassphrase
        }
    }

    private static func context(
        _ purpose: String, vault: [UInt8], salt: [UInt8] = []
    ) -> SealContext {
        SealContext(vault: vault, record: salt, owner: [], purpose: purpose, revision: 1)
    }

    func append(to encoder: inout CanonicalBytes) {
        encoder.append(salt)
        encoder.append(cost.memory)
        encoder.append(cost.passes)
        encoder.append(sealed)
    }

    init(salt: [UInt8], cost: PassphraseCost, sealed: [UInt8]) {
        self.salt = salt
        self.cost = cost
        self.sealed = sealed
    }

    init(_ reader: inout CanonicalReader) throws {
        salt = try reader.field()
        cost = PassphraseCost(memory: try reader.number(), passes: try reader.number())
        sealed = try reader.field()
    }
}
