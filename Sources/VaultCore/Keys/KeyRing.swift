internal import Audit
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
    let sessionKey: SecretKey
    private let wrappingKey: SecretKey
    private let vaultID: [UInt8]
    private var owners: [[UInt8]: OwnerKey] = [:]
    /// The clients by their pseudonyms, as far as they were asked for.
    private var clients: [[UInt8]: [UInt8]] = [:]
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
        sessionKey = try vaultKey.derived(for: .sessionKeys)
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

    func holds(keyOf owner: [UInt8]) -> Bool { owners[owner] != nil }

    /// Wipes a destroyed client's key, and what was made of it.
    func forget(_ owner: [UInt8]) {
        owners[owner] = nil
        clients = clients.filter { $0.value != owner }
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

    /// What stands for a client in the audit trail: the first 16 bytes of HMAC-SHA-256 over
    /// `vault.pseudonym/v1` under a key derived from the client's. It dies with that key.
    func pseudonym(of client: [UInt8]) throws -> [UInt8] {
        let pseudonym = try withKey(of: client) { key in
            let code = try key.derived(for: .pseudonym)
                .authenticate(CanonicalBytes(label: "vault.pseudonym/v1").bytes)
            return Array(code.prefix(AuditEntry.idSize))
        }
        clients[pseudonym] = client
        return pseudonym
    }

    /// The client whom a pseudonym stands for; nil where the key is gone.
    func client(behind pseudonym: [UInt8]) throws -> [UInt8]? {
        if clients.count < owners.count {
            let known = Set(clients.values)
            for owner in owners.keys where !known.contains(owner) {
                _ = try self.pseudonym(of: owner)
            }
        }
        return clients[pseudonym]
    }

    /// Seals what an entry says beyond its leaf: with the key of the client it is about, but for
    /// the act that destroys that key.
    func sealOpening(of entry: AuditEntry) throws -> [UInt8] {
        let client = entry.act == .clientDestroy ? [] : entry.client
        let place = openingContext(number: entry.number, of: client)
        let opening = entry.opening ?? []
        guard !client.isEmpty else {
            return try Envelope.seal(opening, with: auditKey, for: place)
        }
        return try withKey(of: client) { try Envelope.seal(opening, with: $0, for: place) }
    }

    /// Opens it again; nil where the client's key is gone.
    func opening(_ sealed: [UInt8], of closed: AuditEntry) throws -> [UInt8]? {
        let pseudonym = closed.ties?.pseudonym ?? AuditEntry.Ties.noClient
        guard pseudonym != AuditEntry.Ties.noClient, closed.act != .clientDestroy else {
            let place = openingContext(number: closed.number, of: [])
            return try Envelope.open(sealed, with: auditKey, for: place)
        }
        guard let client = try client(behind: pseudonym) else { return nil }
        let place = openingContext(number: closed.number, of: client)
        return try withKey(of: client) { try Envelope.open(sealed, with: $0, for: place) }
    }

    private func openingContext(number: UInt64, of client: [UInt8]) -> SealContext {
        SealContext(
            vault: vaultID, record: [], owner: client, purpose: "audit.opening", revision: number)
    }

    /// Where an audit entry belongs.
    func auditContext(number: UInt64) -> SealContext {
        SealContext(
            vault: vaultID, record: [], owner: [], purpose: "audit.entry", revision: number)
    }
}
