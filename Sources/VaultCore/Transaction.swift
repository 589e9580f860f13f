package import Audit
package import Documents
internal import Foundation
internal import GRDB
internal import Sealing

/// What the trail will say of an act: never a name, never clinical text.
package struct AuditEvent: Sendable {
    package var act: AuditAct
    package var client: RecordID?
    package var record: RecordID?
    package var details: [AuditDetail: String]

    package init(
        _ act: AuditAct, client: RecordID? = nil, record: RecordID? = nil,
        details: [AuditDetail: String] = [:]
    ) {
        self.act = act
        self.client = client
        self.record = record
        self.details = details
    }
}

/// A write in progress. Only ``Vault/commit(_:_:)`` makes one, and it always ends with an entry.
package final class Transaction {
    private let database: Database
    private let vault: Vault
    private let head: TrailHead
    private var rows: [RowDigest] = []
    private var told: [AuditDetail: String] = [:]
    /// The header, if this write changed it.
    private(set) var changedHeader: VaultHeader?

    /// The highest number of a row so far, where the rows themselves may be gone.
    private let last: Int64

    init(_ database: Database, vault: Vault) throws {
        self.database = database
        self.vault = vault
        last = 0
        head = try TrailHead.load(database, vault: vault)
        try head.checkTotals(database, vault: vault)
    }

    /// A write into a file that lacks a destroyed client's rows; `last` was the highest number of
    /// all. What the last entry says of the tables was checked where they were whole.
    init(_ database: Database, vault: Vault, lackingRowsUpTo last: Int64) throws {
        self.database = database
        self.vault = vault
        self.last = last
        head = try TrailHead.load(database, vault: vault)
    }

    /// Details of the entry that are known only while the act is done.
    func tell(_ details: [AuditDetail: String]) {
        told.merge(details) { _, newer in newer }
    }

    /// The newest revision of every record, as of this transaction.
    package func summaries() throws -> [RecordSummary] {
        try vault.summaries(database)
    }

    /// Opens the body of a revision, as of this transaction.
    package func body(of summary: RecordSummary) throws -> [UInt8] {
        try vault.body(of: summary, database)
    }

    package func newRecordID() throws -> RecordID { try RecordID.random() }

    /// The next free number of a type: for C7 when there were C1 to C6, also destroyed ones.
    package func nextNumber(_ type: RecordType) throws -> UInt64 {
        let numbers = try summaries().flatMap { summary in
            summary.header.type == type
                ? [summary.header.number] : summary.header.destroyedNumbers(type)
        }
        return numbers.max().map { $0 + 1 } ?? 1
    }

    /// Makes and stores the key of a new client.
    package func makeKey(for client: RecordID) throws {
        let sequence = try nextSequence()
        let row = try vault.keys.makeKey(for: client.bytes, sequence: sequence)
        try database.execute(
            sql: "INSERT INTO owner_key (sequence, owner, sealed) VALUES (?, ?, ?)",
            arguments: [row.sequence, Data(row.owner), Data(row.sealed)])
        rows.append(RowDigest(sequence: UInt64(row.sequence), digest: try Hash(row.digest)))
    }

    /// Appends the first revision of a new record.
    package func append(
        _ header: RecordHeader, body: [UInt8], record: RecordID, owner: [UInt8]
    ) throws {
        try append(header, body, record, owner, revision: 1)
    }

    /// Appends the next revision of a record, unless another command has done so meanwhile.
    package func append(
        _ header: RecordHeader, body: [UInt8], replacing earlier: RecordSummary
    ) throws {
        // Only rows younger than the one it was made from can be newer revisions of it.
        let isChanged = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM revision WHERE sequence > ? AND record = ?)",
            arguments: [earlier.sequence, Data(earlier.record.bytes)])
        guard isChanged == false else { throw VaultError.changedMeanwhile }
        try append(
            header, body, earlier.record, earlier.owner.bytes, revision: earlier.revision + 1)
    }

    /// Appends a revision that comes from another vault, under the ids that it had there.
    func take(_ revision: PortableRevision, body: [UInt8]) throws {
        try append(
            revision.header, body, revision.record, revision.owner.bytes,
            revision: revision.revision)
    }

    /// Where the revisions of these records lie.
    func all(_ newest: [RecordSummary]) throws -> AllRecords { try AllRecords(newest, database) }

    /// The lines that all revisions of these records would leave with.
    func portableLines(
        of records: [RecordSummary], among all: AllRecords, _ body: ([UInt8]) throws -> Void
    ) throws {
        try vault.portableLines(of: records, among: all, database, body)
    }

    private func append(
        _ header: RecordHeader, _ body: [UInt8], _ record: RecordID, _ owner: [UInt8],
        revision: UInt64
    ) throws {
        guard body.count < Storage.largestBlob / 2 else { throw VaultError.tooLarge }
        let place = { (purpose: String) in
            self.vault.keys.context(
                purpose, record: record.bytes, owner: owner, revision: revision)
        }
        let row = try vault.keys.withKey(of: owner) { key in
            RevisionRow(
                sequence: try nextSequence(), record: record.bytes, revision: Int64(revision),
                owner: owner,
                header: try Envelope.seal(header.bytes, with: key, for: place("record.header")),
                body: try Envelope.seal(body, with: key, for: place("record.body")))
        }
        try database.execute(
            sql: """
                INSERT INTO revision (sequence, record, revision, owner, header)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                row.sequence, Data(row.record), row.revision, Data(row.owner), Data(row.header),
            ])
        try database.execute(
            sql: "INSERT INTO body (sequence, sealed) VALUES (?, ?)",
            arguments: [row.sequence, Data(row.body ?? [])])
        rows.append(RowDigest(sequence: UInt64(row.sequence), digest: try Hash(row.digest)))
    }

    /// Stores the header of a new vault.
    func writeHeader(_ header: VaultHeader) throws {
        try database.execute(
            sql: "INSERT INTO vault (id, header) VALUES (1, ?)", arguments: [Data(header.bytes)])
    }

    /// Changes the header as it stands in the file now, which another command may have changed.
    func changeHeader(_ change: (inout VaultHeader) throws -> Void) throws {
        var header = try VaultHeader(bytes: try TrailHead.storedHeader(database) ?? [])
        try header.authenticate(with: vault.keys.vaultKey)
        try change(&header)
        try header.seal(with: vault.keys.vaultKey)
        // Nothing is written that would not be read again: it would lock her out.
        guard header.fits, try VaultHeader(bytes: header.bytes) == header else {
            throw SlotError.impossibleSheets
        }
        try database.execute(
            sql: "UPDATE vault SET header = ? WHERE id = 1", arguments: [Data(header.bytes)])
        changedHeader = header
    }

    /// Appends one piece of an attached file; gives the number of its row.
    func appendPiece(_ sealed: [UInt8], piece: UInt64, record: RecordID) throws -> Int64 {
        try database.cachedStatement(
            sql: "INSERT INTO attachment_piece (record, piece, sealed) VALUES (?, ?, ?)"
        ).execute(arguments: [Data(record.bytes), Int64(piece), Data(sealed)])
        return database.lastInsertedRowID
    }

    /// Appends a revision of a psychotherapy note, or revision 0: a client's key for them.
    func append(_ make: (Int64) throws -> PsychotherapyRow) throws {
        let row = try make(nextSequence())
        let latest = try Int64.fetchOne(
            database, sql: "SELECT max(revision) FROM psychotherapy_note WHERE record = ?",
            arguments: [Data(row.record)])
        guard row.revision == 0 ? latest == nil : row.revision == (latest ?? 0) + 1 else {
            throw VaultError.changedMeanwhile
        }
        try database.execute(
            sql: """
                INSERT INTO psychotherapy_note (sequence, record, revision, owner, sealed)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                row.sequence, Data(row.record), row.revision, Data(row.owner), Data(row.sealed),
            ])
        rows.append(RowDigest(sequence: UInt64(row.sequence), digest: try Hash(row.digest)))
    }

    func psychotherapyRows() throws -> [PsychotherapyRow] {
        try PsychotherapyRow.all(database)
    }

    /// Writes the entry for everything appended, and gives the signed checkpoint it leads to;
    /// `turn` gives the session's keys.
    func finish(
        _ event: AuditEvent, _ turn: (_ after: AuditEntry?) throws -> SessionTurn
    ) throws -> String {
        let now = vault.surroundings.now()
        let totals = try TrailHead.totals(database)
        // Time never runs backwards in the trail; a clock that did is noted with what it showed.
        let clock = UInt64(max(0, now.milliseconds))
        let last = head.last?.time ?? 0
        let header = try TrailHead.storedHeader(database) ?? []
        tell(event.details)
        var details = told
        if clock < last { details[.clock] = "\(clock)" }
        // What belongs to the practice is about no client.
        let client = event.client.map(\.bytes).flatMap { $0 == KeyRing.practice ? nil : $0 } ?? []
        let turn = try turn(head.last)
        let entry = try AuditEntry(
            number: head.size, time: max(clock, last), zone: now.zoneOffsetMinutes,
            act: event.act,
            ties: AuditEntry.Ties(
                pseudonym: client.isEmpty
                    ? AuditEntry.Ties.noClient : try vault.keys.pseudonym(of: client),
                sessionKey: turn.next.publicKey,
                previous: Hash(of: Array((head.note ?? "").utf8)),
                tables: Hash(of: Array(totals.utf8)), header: Hash(of: header),
                storage: UInt64(Storage.libraryVersion)),
            actor: vault.surroundings.program,
            client: client, record: event.record?.bytes ?? [], rows: rows,
            details: details.map { AuditEntry.Detail($0, $1) }, salt: try Randomness.bytes(32))
        var frontier = head.frontier
        let subtree = frontier.append(entry.leafHash)
        let checkpoint = try Checkpoint(origin: vault.origin, frontier: frontier)
        let note = try checkpoint.signed(
            by: vault.keys.signingKey, session: turn.signer.key)
        let sealed = try Envelope.seal(
            entry.leaf, with: vault.keys.auditKey,
            for: vault.keys.auditContext(number: head.size))
        let opening = try vault.keys.sealOpening(of: entry)
        try database.execute(
            sql: """
                INSERT INTO audit_entry (number, leaf_hash, subtree, sealed, checkpoint, opening)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Int64(head.size), Data(entry.leafHash.bytes), Data(subtree.bytes), Data(sealed),
                note, Data(opening),
            ])
        return note
    }

    /// Client keys, revisions and psychotherapy notes share one sequence; each table grows at its
    /// end only.
    private func nextSequence() throws -> Int64 {
        try max(last, Self.lastSequence(database)) + 1
    }

    static func lastSequence(_ database: Database) throws -> Int64 {
        let last = try Int64.fetchOne(
            database,
            sql: """
                SELECT max(
                    (SELECT coalesce(max(sequence), 0) FROM owner_key),
                    (SELECT coalesce(max(sequence), 0) FROM revision),
                    (SELECT coalesce(max(sequence), 0) FROM psychotherapy_note))
                """)
        // The counts were checked when the write began; this only keeps a trap out of reach.
        guard let last, (0..<Int64.max).contains(last) else {
            throw VaultError.damaged("the numbers of the rows")
        }
        return last
    }
}
