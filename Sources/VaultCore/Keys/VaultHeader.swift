internal import Sealing

/// The vault's header: what is readable before the passphrase, and what proves it unchanged.
///
///     label "vault.header/v1"; then, each with a 4-byte length before it:
///     vault id (16) · made at (8, ms UTC) · public key (32) · sealed signing seed
///     · number of slots (8) · per slot: salt (16), memory (8), passes (8), wrapped key
///     · authentication code (32): HMAC-SHA-256 over all before it, under the header key
///     · checksum (32): SHA-256 over all before it
///
/// The checksum tells accidental damage from a wrong passphrase; the code tells tampering.
struct VaultHeader: Equatable {
    static let label = "vault.header/v1"

    var vaultID: [UInt8]
    var madeAt: UInt64
    var publicKey: PublicKey
    var sealedSeed: [UInt8]
    var slots: [KeySlot]
    private var code: [UInt8] = []

    /// A header for a new vault, authenticated with its key.
    init(
        vaultID: [UInt8], madeAt: UInt64, slots: [KeySlot], vaultKey: borrowing SecretKey
    ) throws(SealingError) {
        let seed = try SecretKey.random()
        let wrappingKey = try vaultKey.derived(for: .signingKey)
        self.vaultID = vaultID
        self.madeAt = madeAt
        publicKey = try SigningKey(seed: seed).publicKey
        sealedSeed = try Envelope.sealKey(
            seed, with: wrappingKey, for: Self.seedContext(vault: vaultID))
        self.slots = slots
        code = try vaultKey.derived(for: .header).authenticate(authenticated)
    }

    private static func seedContext(vault: [UInt8]) -> SealContext {
        SealContext(vault: vault, record: [], owner: [], purpose: "signing.seed", revision: 1)
    }

    private var authenticated: [UInt8] {
        var encoder = CanonicalBytes(label: Self.label)
        encoder.append(vaultID)
        encoder.append(madeAt)
        encoder.append(publicKey.bytes)
        encoder.append(sealedSeed)
        encoder.append(UInt64(slots.count))
        for slot in slots {
            encoder.append(slot.salt)
            encoder.append(slot.cost.memory)
            encoder.append(slot.cost.passes)
            encoder.append(slot.wrapped)
        }
        return encoder.bytes
    }

    /// The bytes kept in the file.
    var bytes: [UInt8] {
        let body = authenticated + CanonicalBytes.field(code)
        return body + CanonicalBytes.field(Digest.sha256(body))
    }

    /// Reads a header; nothing in it is believed yet but the checksum.
    init(bytes: [UInt8]) throws {
        let sumSize = 36
        guard bytes.count > sumSize,
            Array(bytes.suffix(sumSize))
                == CanonicalBytes.field(Digest.sha256(Array(bytes.dropLast(sumSize))))
        else { throw VaultError.damaged("its header was changed") }
        var reader = try CanonicalReader(Array(bytes.dropLast(sumSize)), label: Self.label)
        vaultID = try reader.field()
        madeAt = try reader.number()
        publicKey = try PublicKey(try reader.field())
        sealedSeed = try reader.field()
        let count = try reader.number()
        guard vaultID.count == 16, (1...4).contains(count) else { throw SealingError.malformed }
        slots = []
        for _ in 0..<count {
            let salt = try reader.field()
            let cost = PassphraseCost(memory: try reader.number(), passes: try reader.number())
            slots.append(KeySlot(salt: salt, cost: cost, wrapped: try reader.field()))
        }
        code = try reader.field()
        try reader.finish()
        guard slots.allSatisfy({ $0.cost.isAcceptable }) else {
            throw SealingError.costOutOfBounds
        }
    }

    /// The signing key, after the vault key has proved that the whole header is unchanged.
    func signingKey(vaultKey: borrowing SecretKey) throws -> SigningKey {
        try authenticate(with: vaultKey)
        let wrappingKey = try vaultKey.derived(for: .signingKey)
        let seed = try Envelope.openKey(
            sealedSeed, with: wrappingKey, for: Self.seedContext(vault: vaultID))
        let key = try SigningKey(seed: seed)
        guard key.publicKey == publicKey else {
            throw VaultError.damaged("its public key was exchanged")
        }
        return key
    }

    /// Throws unless the header is what the holder of the vault key wrote.
    func authenticate(with vaultKey: borrowing SecretKey) throws {
        let expected = try vaultKey.derived(for: .header).authenticate(authenticated)
        guard Digest.equal(code, expected) else {
            throw VaultError.damaged("its header was changed")
        }
    }

    /// The origin line of this vault's checkpoints, and the name its signatures carry.
    var origin: String { "vault-" + vaultID.hexText }
}
