internal import Audit
internal import Sealing

/// The vault's header: what is readable before the passphrase, and what proves it unchanged.
///
///     label "vault.header/v2"; then, each with a 4-byte length before it:
///     vault id (16) · made at (8, ms UTC) · public key (32) · sealed signing seed
///     · psychotherapy key: salt, memory (8), passes (8), sealed (see ``PsychotherapyLock``)
///     · number of slots (8) · per slot: kind, number (8), made at (8), salt (16), memory (8),
///       passes (8), wrapped key, set (8), needed (8), number of share codes (8), each code (32)
///     · authentication code (32): HMAC-SHA-256 over all before it, under the header key
///     · zeros up to a fixed size, so that a change of slots moves nothing in the file
///     · checksum (32): SHA-256 over all before it
///
/// The checksum tells accidental damage from a wrong passphrase; the code tells tampering; the
/// last audit entry carries the digest of it all, so an earlier header does not come back unseen.
/// Version 1 had one passphrase slot, no psychotherapy key and no zeros.
struct VaultHeader: Equatable {
    static let label = "vault.header/v2"
    private static let labelOfVersion1 = "vault.header/v1"
    private static let size = 3840
    private static let sumSize = 36
    static let mostSlots = 6

    var vaultID: [UInt8]
    var madeAt: UInt64
    var publicKey: PublicKey
    var sealedSeed: [UInt8]
    var psychotherapy: PsychotherapyLock?
    var slots: [KeySlot]
    private var code: [UInt8] = []
    private var isVersion1 = false

    /// A header for a new vault, authenticated with its key.
    init(
        vaultID: [UInt8], madeAt: UInt64, slots: [KeySlot], seed: borrowing SecretKey,
        vaultKey: borrowing SecretKey
    ) throws(SealingError) {
        let wrappingKey = try vaultKey.derived(for: .signingKey)
        self.vaultID = vaultID
        self.madeAt = madeAt
        publicKey = try SigningKey(seed: seed).publicKey
        sealedSeed = try Envelope.sealKey(
            seed, with: wrappingKey, for: Self.seedContext(vault: vaultID))
        self.slots = slots
        try seal(with: vaultKey)
    }

    /// Authenticates the header anew after a change, in the present version.
    mutating func seal(with vaultKey: borrowing SecretKey) throws(SealingError) {
        isVersion1 = false
        if psychotherapy == nil {
            psychotherapy = try PsychotherapyLock.made(vault: vaultID, vaultKey: vaultKey)
        }
        code = try vaultKey.derived(for: .header).authenticate(authenticated)
    }

    private static func seedContext(vault: [UInt8]) -> SealContext {
        SealContext(vault: vault, record: [], owner: [], purpose: "signing.seed", revision: 1)
    }

    private var authenticated: [UInt8] {
        var encoder = CanonicalBytes(label: isVersion1 ? Self.labelOfVersion1 : Self.label)
        encoder.append(vaultID)
        encoder.append(madeAt)
        encoder.append(publicKey.bytes)
        encoder.append(sealedSeed)
        psychotherapy?.append(to: &encoder)
        encoder.append(UInt64(slots.count))
        for slot in slots {
            isVersion1 ? slot.appendVersion1(to: &encoder) : slot.append(to: &encoder)
        }
        return encoder.bytes
    }

    /// The bytes kept in the file.
    var bytes: [UInt8] {
        var body = authenticated + CanonicalBytes.field(code)
        let missing = isVersion1 ? 0 : Self.size - Self.sumSize - body.count
        body += [UInt8](repeating: 0, count: max(0, missing))
        return body + CanonicalBytes.field(Digest.sha256(body))
    }

    /// Whether all that is in it fits into the fixed size.
    var fits: Bool { bytes.count == Self.size }

    /// Reads a header; nothing in it is believed yet but the checksum.
    init(bytes: [UInt8]) throws {
        guard bytes.count > Self.sumSize,
            Array(bytes.suffix(Self.sumSize))
                == CanonicalBytes.field(Digest.sha256(Array(bytes.dropLast(Self.sumSize))))
        else { throw VaultError.damaged("its header was changed") }
        let body = Array(bytes.dropLast(Self.sumSize))
        isVersion1 = body.dropFirst(4).starts(with: Self.labelOfVersion1.utf8)
        var reader = try CanonicalReader(
            body, label: isVersion1 ? Self.labelOfVersion1 : Self.label)
        guard isVersion1 || bytes.count == Self.size else { throw SealingError.malformed }
        vaultID = try reader.field()
        madeAt = try reader.number()
        publicKey = try PublicKey(try reader.field())
        sealedSeed = try reader.field()
        psychotherapy = isVersion1 ? nil : try PsychotherapyLock(&reader)
        let count = try reader.number()
        guard vaultID.count == 16, (1...UInt64(Self.mostSlots)).contains(count) else {
            throw SealingError.malformed
        }
        slots = []
        for _ in 0..<count {
            slots.append(try isVersion1 ? KeySlot(version1: &reader) : KeySlot(&reader))
        }
        code = try reader.field()
        try reader.finishPadded()
        guard slots.filter({ $0.kind == .passphrase }).count == 1 else {
            throw SealingError.malformed
        }
        guard slots.allSatisfy({ $0.cost.isAcceptable }), psychotherapy?.isAcceptable ?? true
        else { throw SealingError.costOutOfBounds }
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

    /// What each audit entry says of the header as it is after the act.
    var digest: String { Digest.sha256(bytes).hexText }

    /// The origin line of this vault's checkpoints, and the name its signatures carry.
    var origin: String { SessionKeys.origin(vaultID: vaultID) }
}

extension KeySlot {
    fileprivate func appendVersion1(to encoder: inout CanonicalBytes) {
        encoder.append(salt)
        encoder.append(cost.memory)
        encoder.append(cost.passes)
        encoder.append(wrapped)
    }

    fileprivate func append(to encoder: inout CanonicalBytes) {
        encoder.append(kind.rawValue)
        encoder.append(number)
        encoder.append(madeAt)
        appendVersion1(to: &encoder)
        encoder.append(shares?.identifier ?? 0)
        encoder.append(shares?.needed ?? 0)
        encoder.append(UInt64(shares?.codes.count ?? 0))
        for code in shares?.codes ?? [] { encoder.append(code) }
    }

    fileprivate init(version1 reader: inout CanonicalReader) throws {
        kind = .passphrase
        number = 1
        madeAt = 0
        salt = try reader.field()
        cost = PassphraseCost(memory: try reader.number(), passes: try reader.number())
        wrapped = try reader.field()
    }

    fileprivate init(_ reader: inout CanonicalReader) throws {
        guard let kind = SlotKind(rawValue: try reader.text()) else { throw SealingError.malformed }
        let number = try reader.number()
        let madeAt = try reader.number()
        try self.init(version1: &reader)
        self.kind = kind
        self.number = number
        self.madeAt = madeAt
        let identifier = try reader.number()
        let needed = try reader.number()
        let count = try reader.number()
        guard (kind == .executor) == (count > 0), count <= ShareSet.most, needed <= count,
            count > 0 || identifier == 0
        else { throw SealingError.malformed }
        guard count > 0 else { return }
        shares = ShareSet(
            identifier: identifier, needed: needed,
            codes: try (0..<count).map { _ in try reader.field() })
    }
}
