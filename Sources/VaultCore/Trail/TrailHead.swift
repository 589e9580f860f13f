internal import Audit
internal import GRDB
internal import Sealing

/// The end of the audit trail as the file has it, believed only after its signature was checked.
///
/// Read in a few rows, however long the trail: the stored subtree roots rebuild the frontier, and
/// the frontier's root must be the one that the last signed checkpoint names.
struct TrailHead {
    var frontier: Frontier
    /// The last signed checkpoint; nil for a vault that is being made.
    var note: String?
    /// The opened last entry.
    var last: AuditEntry?

    var size: UInt64 { frontier.size }

    static func load(_ database: Database, vault: Vault) throws -> TrailHead {
        guard
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT \(AuditRow.columns) FROM audit_entry
                    ORDER BY number DESC LIMIT 1
                    """)
        else {
            let records = try Int.fetchOne(database, sql: "SELECT count(*) FROM vault") ?? 0
            guard records == 0 else { throw VaultError.damaged("the audit trail is gone") }
            return TrailHead(frontier: Frontier(), note: nil, last: nil)
        }
        // Another command may have added a client, whose entry this is.
        try vault.prepareKeys(database)
        let newest = try AuditRow(row)
        guard newest.number >= 0 else { throw VaultError.damaged("the audit trail's numbers") }
        let size = UInt64(newest.number) + 1
        let subtrees = try Frontier.entriesNeeded(size: size).map { number in
            guard
                let row = try Row.fetchOne(
                    database, sql: "SELECT subtree FROM audit_entry WHERE number = ?",
                    arguments: [Int64(number)])
            else { throw VaultError.damaged("audit entry \(number) is missing") }
            return try Hash(try row.bytes(0))
        }
        let frontier = try Frontier(size: size, subtrees: subtrees)
        let checkpoint = try Checkpoint(
            verifying: newest.checkpoint, origin: vault.origin, key: vault.publicKey)
        guard checkpoint.size == size, checkpoint.root == frontier.root else {
            throw VaultError.damaged("the audit trail does not lead to its signed checkpoint")
        }
        let entry = try vault.openEntry(newest)
        return TrailHead(frontier: frontier, note: newest.checkpoint, last: entry)
    }

    /// How many rows the tables hold, as the last entry should say.
    static func totals(_ database: Database) throws -> String {
        // Ends and counts: a row out of line shows as well as a missing one.
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*), coalesce(min(sequence), 0), coalesce(max(sequence), 0),
                    (SELECT coalesce(min(sequence), 0) FROM body),
                    (SELECT coalesce(max(sequence), 0) FROM body)
                FROM revision
                """)
        let revisions = try (0..<5).map { "\(try row?.number($0) ?? 0)" }.joined(separator: ",")
        let others = try ["owner_key", "attachment_piece", "psychotherapy_note"].map { table in
            "\(try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0)"
        }
        return revisions + "," + others.joined(separator: ",")
    }

    /// Whether the tables hold what an entry says. One written before a table existed says nothing
    /// of it: then it must be empty.
    static func agree(_ totals: String, with entry: AuditEntry) -> Bool {
        if let ties = entry.ties { return Hash(of: Array(totals.utf8)) == ties.tables }
        guard let said = entry[.total] else { return false }
        return totals == said
            || (totals.hasPrefix(said + ",") && said.count(of: ",") == 5
                && totals.dropFirst(said.count).allSatisfy { $0 == "," || $0 == "0" })
    }

    /// A quick look at every opening: a row that was deleted or put back changes the counts that
    /// the last entry carries. `vault verify` says which row it is.
    func checkTotals(_ database: Database, vault: Vault) throws {
        guard let last else { return }
        guard Self.agree(try Self.totals(database), with: last) else {
            throw VaultError.damaged("rows are missing or were added")
        }
        guard try Self.headerIsPresent(database, last) else {
            throw VaultError.damaged("its header is not the last one that was written")
        }
    }

    /// Whether the header with its key slots is the one that the last entry tells of (attack 16);
    /// an earlier one, in which a removed slot still opens, is not.
    static func headerIsPresent(_ database: Database, _ last: AuditEntry) throws -> Bool {
        let stored = try Hash(of: storedHeader(database) ?? [])
        if let ties = last.ties { return stored == ties.header }
        return last[.header].map { $0 == stored.description } ?? true
    }

    static func storedHeader(_ database: Database) throws -> [UInt8]? {
        try Row.fetchOne(database, sql: "SELECT header FROM vault WHERE id = 1")?.bytes(0)
    }
}

extension String {
    fileprivate func count(of character: Character) -> Int {
        count { $0 == character }
    }
}

extension Vault {
    /// Opens an entry and checks that it is the leaf that its row claims.
    func openEntry(_ row: AuditRow) throws -> AuditEntry {
        let number = UInt64(row.number)
        let entry = try AuditEntry(bytes: try openBytes(row))
        guard entry.number == number, entry.leafHash.bytes == row.leafHash else {
            throw VaultError.damaged("audit entry \(number) is not the one that was written")
        }
        return entry
    }

    /// An entry's bytes: without the opening where its client was destroyed.
    func openBytes(_ row: AuditRow) throws -> [UInt8] {
        let number = UInt64(row.number)
        let leaf = try openLeaf(row)
        let closed = try AuditEntry(bytes: leaf)
        guard (closed.ties == nil) == (row.opening == nil) else {
            throw VaultError.damaged("what audit entry \(number) says")
        }
        guard let sealed = row.opening else { return leaf }
        return leaf + (try keys.opening(sealed, of: closed) ?? [])
    }

    func openLeaf(_ row: AuditRow) throws -> [UInt8] {
        try Envelope.open(
            row.sealed, with: keys.auditKey, for: keys.auditContext(number: UInt64(row.number)))
    }

    /// Compares the trail with the checkpoint that this computer remembers (attacks 6, 8, 9).
    func judgeStanding(_ head: TrailHead, _ database: Database) throws -> Standing {
        guard let note = try state.lastCheckpoint() else {
            return try hasForgotten(head) ? .memoryChanged : .current
        }
        let seen: Checkpoint
        do {
            seen = try Checkpoint(verifying: note, origin: origin, key: publicKey)
        } catch {
            return .memoryChanged
        }
        return try compare([seen], with: head, database)
    }

    /// Whether this computer goes on with a session's key and yet remembers no checkpoint. Only an
    /// act that begins a session, or a new vault, can have stopped before it was remembered.
    private func hasForgotten(_ head: TrailHead) throws -> Bool {
        guard let last = head.last, let ties = last.ties, last.number > 0,
            !Self.turning.contains(last.act)
        else { return false }
        return try state.session(of: ties.sessionKey) != nil
    }

    /// What other signed checkpoints of this vault say about the present trail.
    func compare(
        _ seen: [Checkpoint], with head: TrailHead, _ database: Database
    ) throws -> Standing {
        let present = try Checkpoint(origin: origin, frontier: head.frontier)
        let report = WitnessReport(
            seen, head: present, nodes: treeNodes(size: head.size, database))
        switch report.verdict {
        case .firstSight, .consistent: return .current
        case .shorter(let missing): return .older(seen: head.size + missing, here: head.size)
        case .unjudged: throw VaultError.damaged("the audit trail's hashes")
        case .forked:
            let other = report.findings.last { $0.verdict == .forked }?.checkpoint
            return .fork(
                here: Self.name(head.size, head.frontier.root),
                elsewhere: other.map { Self.name($0.size, $0.root) } ?? "",
                common: report.commonSize)
        }
    }

    /// A head of the trail as a person can compare it: its size and the beginning of its root.
    private static func name(_ size: UInt64, _ root: Hash) -> String {
        "\(size) entries with root \(root.description.prefix(16))"
    }

    /// The tree's inner nodes, looked up in the kept hashes as a proof asks for them.
    func treeNodes(size: UInt64, _ database: Database) -> TreeNodes {
        let hash = { (column: String, number: UInt64) -> Hash? in
            do {
                let row = try Row.fetchOne(
                    database, sql: "SELECT \(column) FROM audit_entry WHERE number = ?",
                    arguments: [Int64(number)])
                return try row.map { try Hash(try $0.bytes(0)) }
            } catch {
                // A proof without this node is refused, which is what a damaged row deserves.
                return nil
            }
        }
        return TreeNodes(
            size: size, leaf: { hash("leaf_hash", $0) }, subtree: { hash("subtree", $0) })
    }
}
