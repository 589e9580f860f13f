internal import Audit
internal import CSQLite
internal import Documents
internal import Foundation
internal import GRDB
internal import Sealing

extension Vault {
    /// Checks everything in the file: its bytes, the trail, each row against its leaf, each
    /// envelope. Believes nothing that it can compute, stops at nothing, lists all it finds.
    ///
    /// `comparing` says whether it is also compared with what this computer remembers: a copy that
    /// is being made or rehearsed may well be older.
    package func verify(
        witnesses: [Witness] = [], comparing: Bool = true
    ) throws -> VerificationReport {
        var report = VerificationReport()
        // Closed after the read has ended: closing a file ends SQLite's locks on it.
        let file = try InputFile(path)
        defer { withExtendedLifetime(file) {} }
        do {
            try storage.queue.read { database in
                try header.authenticate(with: keys.vaultKey)
                try storage.checkSchema(database)
                let leaves = try verifyTrail(database, into: &report)
                try verifyFile(database, file, lastEntry: leaves.last, into: &report)
                try verifyRows(database, leaves: leaves, into: &report)
                try verifyStanding(database, witnesses, comparing: comparing, into: &report)
            }
        } catch let error as DatabaseError {
            report.note(.changed, "the file's inner structure (\(error.resultCode.rawValue))")
        } catch let error as VaultError {
            guard case .damaged(let place) = error else { throw error }
            report.note(.changed, place)
        }
        if !report.damages.isEmpty, storage.hasMoved { throw VaultError.busy }
        return report
    }

    /// SQLite's own check, then every byte that SQLite does not look at.
    private func verifyFile(
        _ database: Database, _ file: InputFile, lastEntry: AuditEntry?,
        into report: inout VerificationReport
    ) throws {
        for finding in try String.fetchAll(database, sql: "PRAGMA integrity_check")
        where finding != "ok" {
            report.note(.changed, "the file's inner structure: \(finding)")
        }
        let roots = try Int.fetchAll(
            database, sql: "SELECT rootpage FROM sqlite_schema WHERE rootpage > 1")
        guard var pages = try SQLiteFile(file) else {
            report.note(.changed, "the file's length")
            return
        }
        // The library that wrote last put its version into the file, and the entry says which.
        let version =
            lastEntry?.ties.map { UInt32(clamping: $0.storage) }
            ?? UInt32(lastEntry?[.storage] ?? "") ?? 0
        for page in try pages.unexpectedPages(roots: roots, writtenBy: version) {
            report.note(.changed, "unused space in page \(page) of the file")
        }
    }

    /// Every entry: number, leaf, tree, signature. Returns what the leaves say of the rows.
    private func verifyTrail(
        _ database: Database, into report: inout VerificationReport
    ) throws -> [AuditEntry] {
        try prepareKeys(database)
        var verifier = TrailVerifier(origin: origin, key: publicKey, witnesses: [])
        var entries: [AuditEntry] = []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT number, leaf_hash, subtree, sealed, CAST(checkpoint AS BLOB), opening
                FROM audit_entry ORDER BY number
                """)
        while let row = try rows.next() {
            let stored: AuditRow
            do {
                let note = try row.bytes(4)
                stored = try AuditRow(row, checkpoint: String(decoding: note, as: UTF8.self))
                try requirePlain(note)
            } catch {
                report.note(.changed, "an audit entry after number \(entries.count)")
                continue
            }
            if let entry = verifier.add(opened(stored)) { entries.append(entry) }
        }
        let trail = verifier.finish()
        for damage in trail.damage {
            let last = damage.entries.upperBound - 1
            let which =
                damage.entries.lowerBound == last
                ? "audit entry \(last)"
                : "audit entries \(damage.entries.lowerBound) to \(last)"
            report.note(.changed, "\(which) (\(damage.kind.rawValue))")
        }
        report.entries = entries.count
        report.root = trail.root?.description ?? ""
        if let place = Self.missingKey(entries, trail.damage) { report.note(.rolledBack, place) }
        report.breaks = trail.sessions.breaks
        report.unended = AuditEntry.unendedExports(among: entries)
        if entries.isEmpty { report.note(.changed, "the audit trail is gone") }
        return entries
    }

    /// Entries that say no more than their leaf, though no entry tells that their client was
    /// destroyed.
    private static func missingKey(
        _ entries: [AuditEntry], _ damage: [TrailDamage]
    ) -> String? {
        let damaged = Set(damage.filter { $0.kind == .opening }.map(\.entries.lowerBound))
        let destroyed = Set(
            entries.filter { $0.act == .clientDestroy }.compactMap(\.ties?.pseudonym))
        let closed = entries.filter { entry in
            !entry.isOpen && !damaged.contains(entry.number)
                && !destroyed.contains(entry.ties?.pseudonym ?? [])
        }
        guard let last = closed.last else { return nil }
        return "a client's key, which opens audit entry \(last.number), is gone"
    }

    /// A checkpoint as we write it: the signatures and nothing more.
    private func requirePlain(_ note: [UInt8]) throws {
        let signed = try SignedNote(note)
        guard (1...2).contains(signed.signatures.count), Array(signed.encoded.utf8) == note else {
            throw VaultError.damaged("checkpoint")
        }
    }

    private func opened(_ row: AuditRow) -> StoredEntry {
        let number = UInt64(bitPattern: row.number)
        // What does not open is said by the verifier, with everything else about this entry.
        var leaf = StoredEntry.Leaf.unreadable
        do {
            leaf = .shut(try openLeaf(row))
            leaf = .opened(try openBytes(row))
        } catch {}
        return StoredEntry(
            number: number, leaf: leaf, leafHash: row.leafHash, subtree: row.subtree,
            checkpoint: Array(row.checkpoint.utf8))
    }

    /// Every row against its leaf and every leaf against its row; every envelope is opened.
    private func verifyRows(
        _ database: Database, leaves: [AuditEntry], into report: inout VerificationReport
    ) throws {
        var promised: [[UInt8]: UInt64] = [:]
        // A damaged entry that can still be read makes no promise less: its rows are looked for.
        for entry in leaves {
            for row in entry.rows { promised[row.digest.bytes] = row.sequence }
        }
        if let last = leaves.last {
            if !TrailHead.agree(try TrailHead.totals(database), with: last) {
                report.note(.changed, "the number of rows")
            }
            if try !TrailHead.headerIsPresent(database, last) {
                report.note(.rolledBack, "the header with its key slots")
            }
        }
        for row in try Row.fetchAll(
            database, sql: "SELECT sequence, owner, sealed FROM owner_key ORDER BY sequence")
        {
            let sequence = (row[0] as DatabaseValue).description
            do {
                let stored = try OwnerKeyRow(row)
                guard promised.removeValue(forKey: stored.digest) != nil else {
                    throw VaultError.damaged("digest")
                }
                try keys.unwrap(stored)
            } catch {
                report.note(.changed, "client key \(sequence)")
            }
        }
        var sequences = Set<UInt64>()
        var seen = Set<[UInt8]>()
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT r.sequence, r.record, r.revision, r.owner, r.header, b.sealed
                FROM revision r LEFT JOIN body b ON b.sequence = r.sequence ORDER BY r.sequence
                """)
        var pieces: Int64 = 0
        var certificates: [RecordID: RecordSummary] = [:]
        while let row = try rows.next() {
            report.revisions += 1
            let summary = verifyRow(
                row, promised: &promised, sequences: &sequences, seen: &seen, into: &report)
            if let summary, [.attachment, .earlierTrail].contains(summary.header.type) {
                pieces += verifyPieces(of: summary, database, into: &report)
            }
            if let summary, summary.header.type == .certificate {
                certificates[summary.record] = summary
            }
        }
        if try Int64.fetchOne(database, sql: "SELECT count(*) FROM attachment_piece") != pieces {
            report.note(.changed, "pieces that belong to no attached file")
        }
        try verifyPsychotherapy(database, promised: &promised, into: &report)
        for sequence in try Int64.fetchAll(
            database,
            sql: "SELECT sequence FROM body WHERE sequence NOT IN (SELECT sequence FROM revision)")
        {
            report.note(.changed, "text \(sequence) belongs to no row")
        }
        let destroyed = try verifyDestroyed(leaves, certificates, database, into: &report)
        for sequence in promised.values.sorted()
        where !sequences.contains(sequence) && !destroyed.contains(where: { $0.contains(sequence) })
        {
            report.note(.rolledBack, "row \(sequence), of which the audit trail tells, is gone")
        }
    }

    /// The rows that signed certificates say are destroyed: none of them may be missed, and none be
    /// there. A certificate counts only where an entry of this trail names it.
    private func verifyDestroyed(
        _ leaves: [AuditEntry], _ certificates: [RecordID: RecordSummary], _ database: Database,
        into report: inout VerificationReport
    ) throws -> [DestructionCertificate.Run] {
        var destroyed: [DestructionCertificate.Run] = []
        for entry in leaves where entry.act == .clientDestroy && entry.isOpen {
            do {
                guard let summary = RecordID(bytes: entry.record).flatMap({ certificates[$0] })
                else { throw VaultError.damaged("certificate") }
                let certificate = try certificate(summary, database)
                guard entry[.digest] == certificate.digest else {
                    throw VaultError.damaged("certificate")
                }
                destroyed += certificate.rows
            } catch {
                report.note(
                    .changed, "the certificate of destruction that entry \(entry.number) names")
            }
        }
        guard !destroyed.isEmpty else { return [] }
        for table in ["owner_key", "revision", "psychotherapy_note"] {
            for sequence in try Int64.fetchAll(
                database, sql: "SELECT sequence FROM \(table) ORDER BY sequence")
            where destroyed.contains(where: { $0.contains(UInt64(clamping: sequence)) }) {
                report.note(.changed, "row \(sequence) was destroyed, and is back")
            }
        }
        return destroyed
    }

    /// Opens every piece of an attached file and hashes it; gives how many there should be.
    private func verifyPieces(
        of summary: RecordSummary, _ database: Database, into report: inout VerificationReport
    ) -> Int64 {
        do {
            let body = try body(of: summary, database)
            let attachment =
                summary.header.type == .earlierTrail
                ? try decoded(EarlierTrail.self, body).file : try decoded(Attachment.self, body)
            do {
                try forEachPart(of: summary, attachment, database) { _ in }
            } catch {
                report.note(.changed, "a piece of the attached file in row \(summary.sequence)")
            }
            return attachment.pieces
        } catch {
            report.note(.changed, "row \(summary.sequence)")
            return 0
        }
    }

    /// Each row against its leaf; the notes themselves are opened only where no second passphrase
    /// is needed.
    private func verifyPsychotherapy(
        _ database: Database, promised: inout [[UInt8]: UInt64],
        into report: inout VerificationReport
    ) throws {
        let rows = try PsychotherapyRow.all(database)
        for row in rows where promised.removeValue(forKey: row.digest) == nil {
            report.note(.changed, "row \(row.sequence) of the psychotherapy notes")
        }
        // Without a key no note was ever written; making one here would be a write.
        guard !rows.isEmpty, header.psychotherapy != nil, !psychotherapyNeedsPassphrase else {
            return
        }
        do {
            _ = try PsychotherapyNotes(of: self) { throw SealingError.wrongPassphrase }
                .newest(rows, of: nil)
        } catch {
            report.note(.changed, "a psychotherapy note or its key")
        }
    }

    /// The row's opened header, if it opens and the trail knows it.
    private func verifyRow(
        _ row: Row, promised: inout [[UInt8]: UInt64], sequences: inout Set<UInt64>,
        seen: inout Set<[UInt8]>, into report: inout VerificationReport
    ) -> RecordSummary? {
        let stored: RevisionRow
        do {
            stored = try RevisionRow(row)
        } catch {
            report.note(.changed, "a row of the record table")
            return nil
        }
        let known = promised.removeValue(forKey: stored.digest) != nil
        // Said below, once: a row that is not the promised one.
        if !known { sequences.insert(UInt64(bitPattern: stored.sequence)) }
        var opened: RecordSummary?
        do {
            let summary = try summary(of: stored)
            guard let body = stored.body else { throw VaultError.damaged("body") }
            let context = keys.context(
                "record.body", record: stored.record, owner: stored.owner,
                revision: summary.revision)
            _ = try keys.withKey(of: stored.owner) {
                try Envelope.open(body, with: $0, for: context)
            }
            report.readable += 1
            if known { opened = summary }
            let isRepeated = !seen.insert(stored.header).inserted
            if !known {
                // A revision that stands twice took the place of a newer one (attack 4).
                report.note(
                    isRepeated ? .rolledBack : .changed,
                    "row \(stored.sequence) is not in the audit trail")
            }
        } catch {
            let kind = holdsEarlierRevision(stored) ? .rolledBack : Damage.Kind.changed
            report.note(kind, "row \(stored.sequence)")
        }
        return opened
    }

    private typealias Damage = VerificationReport.Damage

    /// Whether a row that does not open holds an earlier revision of the same record (attack 4).
    private func holdsEarlierRevision(_ row: RevisionRow) -> Bool {
        guard row.revision > 1, row.revision < 100_000 else { return false }
        return (1..<row.revision).contains { earlier in
            var candidate = row
            candidate.revision = earlier
            do {
                _ = try summary(of: candidate)
                return true
            } catch {
                return false
            }
        }
    }

    /// The remembered checkpoint of this computer, and those on sticks.
    private func verifyStanding(
        _ database: Database, _ witnesses: [Witness], comparing: Bool,
        into report: inout VerificationReport
    ) throws {
        let head: TrailHead
        do {
            head = try TrailHead.load(database, vault: self)
        } catch {
            report.note(.changed, "the end of the audit trail")
            return
        }
        report.witnesses = witnesses.count
        // A restore that was begun with this very trail goes on from it; its entry is written next.
        let isCompared = try comparing && begunRestore(of: head, database) == nil
        let standings =
            [isCompared ? try judgeStanding(head, database) : .current]
            + [try judge(witnesses.map(\.checkpoint), against: head, database)]
        for standing in standings {
            switch standing {
            case .current: break
            case .memoryChanged: report.note(.changed, standing.error?.problem ?? "")
            case .older: report.note(.rolledBack, standing.error?.problem ?? "")
            case .fork: report.note(.fork, standing.error?.problem ?? "")
            }
        }
    }
}
