package import Audit
internal import GRDB

extension Vault {
    /// The trail's entries, oldest first; each is checked against its leaf hash.
    package func auditEntries() throws -> [AuditEntry] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT number, leaf_hash, subtree, sealed, checkpoint FROM audit_entry
                    ORDER BY number
                    """
            ).map { try openEntry(try AuditRow($0)) }
        }
    }

    /// How long the trail is, and its root, for the paper that a later reader compares it with.
    package func trailHead() throws -> (entries: UInt64, root: String) {
        let head = try read { try TrailHead.load($0, vault: self) }
        return (head.size, head.frontier.root.description)
    }

    /// The public key as C2SP signed notes write it.
    package var verifierKey: String {
        get throws { try VerifierKey(name: origin, publicKey: publicKey).encoded }
    }

    /// The newest signed checkpoint with the proof that it covers an entry.
    func proof(of number: UInt64) throws -> InclusionBundle {
        try read { database in
            let head = try TrailHead.load(database, vault: self)
            guard
                let row = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT number, leaf_hash, subtree, sealed, checkpoint FROM audit_entry
                        WHERE number = ?
                        """, arguments: [Int64(number)]),
                let note = head.note
            else { throw VaultError.damaged("audit entry \(number) is missing") }
            let entry = try openEntry(try AuditRow(row))
            let proof = try treeNodes(size: head.size, database).inclusionProof(index: number)
            return InclusionBundle(proof: proof, checkpoint: note, leaf: entry.bytes)
        }
    }
}

/// Why someone goes on from an older copy.
package enum RestoreReason: String, CaseIterable, Sendable {
    case restoredBackup = "restored-backup"
    case replacedLaptop = "replaced-laptop"
    case damagedFile = "damaged-file"
}
