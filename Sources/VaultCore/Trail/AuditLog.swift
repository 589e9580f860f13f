package import Audit
internal import GRDB

extension Vault {
    /// The trail's entries, oldest first; each is checked against its leaf hash.
    package func auditEntries() throws -> [AuditEntry] {
        var entries: [AuditEntry] = []
        try forEachEntry { entries.append($0) }
        return entries
    }

    /// Lends the trail's entries one at a time, so that a long one takes no memory; those before
    /// `end`, or all.
    func forEachEntry(
        before end: UInt64? = nil, _ body: (AuditEntry) throws -> Void
    ) throws {
        try forEachSignedEntry(before: end) { entry, _ in try body(entry) }
    }

    /// The same with the signed checkpoint beside each.
    func forEachSignedEntry(
        before end: UInt64? = nil, _ body: (AuditEntry, String) throws -> Void
    ) throws {
        try read { database in
            try prepareKeys(database)
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(AuditRow.columns) FROM audit_entry
                    WHERE number < ? ORDER BY number
                    """, arguments: [end.map { Int64($0) } ?? Int64.max])
            while let row = try rows.next() {
                let stored = try AuditRow(row)
                try body(try openEntry(stored), stored.checkpoint)
            }
        }
    }

    /// How long the trail is, and its root, for the paper that a later reader compares it with.
    package func trailHead() throws -> (entries: UInt64, root: String) {
        let head = try read { try TrailHead.load($0, vault: self) }
        return (head.size, head.frontier.root.description)
    }

    /// The public key as C2SP signed notes write it.
    package var verifierKey: String {
        get throws { try ownKey.encoded }
    }

    var ownKey: VerifierKey {
        get throws { try VerifierKey(name: origin, publicKey: publicKey) }
    }

    /// The newest signed checkpoint with the proofs that it covers these entries.
    func proofs(of numbers: [UInt64]) throws -> (checkpoint: String, bundles: [InclusionBundle]) {
        try read { database in
            let head = try TrailHead.load(database, vault: self)
            guard let note = head.note else { throw VaultError.damaged("the audit trail is gone") }
            let nodes = treeNodes(size: head.size, database)
            let bundles = try numbers.map { number in
                guard
                    let row = try Row.fetchOne(
                        database,
                        sql: """
                            SELECT \(AuditRow.columns) FROM audit_entry
                            WHERE number = ?
                            """, arguments: [Int64(number)])
                else { throw VaultError.damaged("audit entry \(number) is missing") }
                let entry = try openEntry(try AuditRow(row))
                return InclusionBundle(
                    proof: try nodes.inclusionProof(index: number), checkpoint: note,
                    entry: entry.bytes)
            }
            return (note, bundles)
        }
    }
}

/// Why someone goes on from an older copy.
package enum RestoreReason: String, CaseIterable, Sendable {
    case restoredBackup = "restored-backup"
    case replacedLaptop = "replaced-laptop"
    case damagedFile = "damaged-file"
}
