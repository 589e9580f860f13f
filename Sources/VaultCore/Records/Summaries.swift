internal import Documents
internal import GRDB
internal import Sealing

extension Vault {
    /// The newest revision of every record, in the order the records were first made.
    ///
    /// Derived anew each time: the file never says what is newest. From the sealed snapshot and
    /// the rows after it; only ids and small headers are read, and only the newest are opened.
    /// A record that does not open is left out, and ``requireWhole()`` then throws.
    package func summaries() throws -> [RecordSummary] {
        try read { database in
            var fresh = 0
            let summaries = try summaries(database, fresh: &fresh, leavingOutDamaged: true)
            guard !hasDamagedRows, fresh > 0 || known == nil else { return summaries }
            let last = summaries.reduce(0) { max($0, $1.sequence) }
            if fresh > SummarySnapshot.stale { keepSnapshot(summaries, through: last, database) }
            known = SummarySnapshot(note: "", entry: -1, sequence: last, all: summaries)
            return summaries
        }
    }

    /// The same for a write, which goes no further where anything is damaged.
    func summaries(_ database: Database) throws -> [RecordSummary] {
        var fresh = 0
        return try summaries(database, fresh: &fresh, leavingOutDamaged: false)
    }

    private func summaries(
        _ database: Database, fresh: inout Int, leavingOutDamaged: Bool
    ) throws -> [RecordSummary] {
        try prepareKeys(database)
        var known = try self.known ?? snapshot(database) ?? .empty
        // Built only if there are newer rows.
        lazy var places = Dictionary(
            known.all.indices.map { (known.all[$0].record, $0) }, uniquingKeysWith: { $1 })
        let newest = try HeaderScan(database).newest(after: known.sequence) { record in
            places[record].map { known.all[$0].revision } ?? 0
        }
        fresh = newest.count
        // An older revision never stands in for a newer one that does not open.
        var damaged: Set<[UInt8]> = []
        let opened = try keys.lendingEach(of: newest) {
            try newest.compactMap { row in
                do {
                    return try summary(of: row)
                } catch  where leavingOutDamaged {
                    damaged.insert(row.record)
                    return nil
                }
            }
        }
        for summary in opened {
            if let place = places[summary.record] {
                known.all[place] = summary
            } else {
                known.all.append(summary)
            }
        }
        if !damaged.isEmpty {
            hasDamagedRows = true
            known.all.removeAll { damaged.contains($0.record.bytes) }
        }
        return known.all
    }

    /// Opens the header of a row.
    func summary(of row: RevisionRow) throws -> RecordSummary {
        guard let record = RecordID(bytes: row.record), let owner = RecordID(bytes: row.owner)
        else { throw VaultError.damaged("row \(row.sequence) has a broken id") }
        let revision = UInt64(bitPattern: row.revision)
        let context = keys.context(
            "record.header", record: row.record, owner: row.owner, revision: revision)
        let bytes = try keys.withKey(of: row.owner) { key in
            try Envelope.open(row.header, with: key, for: context)
        }
        return RecordSummary(
            record: record, owner: owner, revision: revision, sequence: row.sequence,
            header: try RecordHeader(bytes: bytes))
    }

    /// Opens the body of a revision.
    package func body(of summary: RecordSummary) throws -> [UInt8] {
        try read { try body(of: summary, $0) }
    }

    func body(of summary: RecordSummary, _ database: Database) throws -> [UInt8] {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT sealed FROM body WHERE sequence = ?",
                arguments: [summary.sequence])
        else { throw VaultError.damaged("the body of row \(summary.sequence) is missing") }
        let context = keys.context(
            "record.body", record: summary.record.bytes, owner: summary.owner.bytes,
            revision: summary.revision)
        return try keys.withKey(of: summary.owner.bytes) { key in
            try Envelope.open(try row.bytes(0), with: key, for: context)
        }
    }
}
