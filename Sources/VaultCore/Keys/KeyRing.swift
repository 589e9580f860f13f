internal import Documents
internal import Sealing

/// The keys of an open vault: each derived once, each in guarded memory.
///
/// A class because keys can't be copied and several parts of an open vault share them; it goes
/// away, and wipes them, with the vault.
final class KeyRing {
    let vaultKey: SecretKey
    let signingKey: SigningKey
    let practiceKey: SecretKey
    let auditKey: SecretKey
    private let wrappingKey: SecretKey
    private let vaultID: [UInt8]
    private var owners: [[UInt8]: OwnerKey] = [:]
    /// The last stored client key that was looked at.
    private(set) var lastSequence: Int64 = 0

    /// One client's key, in a box because dictionaries copy their values.
    private final class OwnerKey {
        let key: SecretKey
        init(_ key: consuming SecretKey) { self.key = key }
    }

    /// Owner of the practice's own records.
    static let practice = [UInt8](repeating: 0, count: 16)

    init(vaultKey: consuming SecretKey, header: VaultHeader) throws {
        signingKey = try header.signingKey(vaultKey: vaultKey)
        practiceKey = try vaultKey.derived(for: .practice)
        auditKey = try vaultKey.derived(for: .auditEntries)
        wrappingKey = try vaultKey.derived(for: .clientKeys)
        vaultID = header.vaultID
        self.vaultKey = vaultKey
    }

    /// Lends the key that seals an owner's records.
    func withKey<R>(
        of owner: [UInt8], _ body: (borrowing SecretKey) throws -> R
    ) throws -> R {
        if owner == Self.practice { return try body(practiceKey) }
        guard let found = owners[owner] else {
            throw VaultError.damaged("a client's key is missing")
        }
        return try body(found.key)
    }

    /// Keeps the keys of these rows' owners readable during `body`, which opens many of them.
    func lendingEach<R>(of rows: [RevisionRow], _ body: () throws -> R) throws -> R {
        var owners: Set<[UInt8]> = []
        var last: [UInt8] = []
        for row in rows where row.owner != last {
            last = row.owner
            if last == Self.practice || self.owners[last] != nil { owners.insert(last) }
        }
        return try lend(Array(owners)[...], body)
    }

    private func lend<R>(_ owners: ArraySlice<[UInt8]>, _ body: () throws -> R) throws -> R {
        guard let owner = owners.first else { return try body() }
        return try withKey(of: owner) { key in
            try key.withBytes { _ in try lend(owners.dropFirst(), body) }
        }
    }

    /// Unwraps a stored client key and keeps it for this vault's time.
    func unwrap(_ row: OwnerKeyRow) throws {
        defer { lastSequence = max(lastSequence, row.sequence) }
        guard owners[row.owner] == nil else { return }
        let key = try Envelope.openKey(
            row.sealed, with: wrappingKey, for: wrapContext(row.owner))
        owners[row.owner] = OwnerKey(key)
    }

    /// Makes a key for a new client, wrapped for storing.
    func makeKey(for owner: [UInt8], sequence: Int64) throws -> OwnerKeyRow {
        let key = try SecretKey.random()
        let sealed = try Envelope.sealKey(key, with: wrappingKey, for: wrapContext(owner))
        owners[owner] = OwnerKey(key)
        return OwnerKeyRow(sequence: sequence, owner: owner, sealed: sealed)
    }

    private func wrapContext(_ owner: [UInt8]) -> SealContext {
        SealContext(
            vault: vaultID, record: owner, owner: owner, purpose: "owner.key", revision: 1)
    }

    /// Where a revision's header or body belongs.
    func context(
        _ purpose: String, record: [UInt8], owner: [UInt8], revision: UInt64
    ) -> SealContext {
        SealContext(
            vault: vaultID, record: record, owner: owner, purpose: purpose, revision: revision)
    }

    /// Where an audit entry belongs.
    func auditContext(number: UInt64) -> SealContext {
        SealContext(
            vault: vaultID, record: [], owner: [], purpose: "audit.entry", revision: number)
    }
}
