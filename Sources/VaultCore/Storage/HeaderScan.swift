internal import CSQLite
internal import Documents
internal import GRDB

/// Reads rows' ids and sealed header in order, straight from SQLite.
///
/// The one loop that a list's speed hangs on: GRDB's rows cost ten times as much here. Types are
/// checked column by column, because a tampered file may hold anything anywhere.
struct HeaderScan {
    private static let sql = """
        SELECT sequence, record, revision, owner, header FROM revision WHERE sequence > ?
        ORDER BY sequence
        """

    private let database: Database

    init(_ database: Database) { self.database = database }

    /// The newest row of each record, in the order in which the records were first made.
    ///
    /// `before` gives the revision that a record had at `sequence`, 0 when it is newer.
    func newest(
        after sequence: Int64, before: (RecordID) -> UInt64
    ) throws -> [RevisionRow] {
        var rows: [RevisionRow] = []
        var places: [UInt128: Int] = [:]
        try forEach(after: sequence) { record, row in
            let place = places[record]
            // An older row that took a newer one's place leaves a gap or a repetition (attack 4).
            let known =
                place.map { rows[$0].revision }
                ?? Int64(bitPattern: RecordID(bytes: row.record).map(before) ?? 0)
            guard row.revision == 1 &+ known else {
                throw VaultError.damaged(
                    "row \(row.sequence) is not the next revision of its record")
            }
            if let place {
                rows[place] = row
            } else {
                places[record] = rows.count
                rows.append(row)
            }
        }
        return rows
    }

    private func forEach(
        after sequence: Int64, _ body: (UInt128, RevisionRow) throws -> Void
    ) throws {
        var statement: OpaquePointer?
        let prepared = sqlite3_prepare_v2(database.sqliteConnection, Self.sql, -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        guard prepared == SQLITE_OK, let statement else { throw failure(prepared) }
        sqlite3_bind_int64(statement, 1, sequence)
        while true {
            let status = sqlite3_step(statement)
            if status == SQLITE_DONE { return }
            guard status == SQLITE_ROW else { throw failure(status) }
            let row = RevisionRow(
                sequence: try number(statement, 0), record: try bytes(statement, 1),
                revision: try number(statement, 2), owner: try bytes(statement, 3),
                header: try bytes(statement, 4), body: nil)
            guard row.sequence >= 1, row.record.count == 16 else {
                throw VaultError.damaged("row \(row.sequence) has a broken id")
            }
            let key = row.record.withUnsafeBytes { $0.loadUnaligned(as: UInt128.self) }
            try body(key, row)
        }
    }

    private func failure(_ status: Int32) -> any Error {
        VaultError.fromStorage(DatabaseError(resultCode: ResultCode(rawValue: status)))
    }

    private func number(_ statement: OpaquePointer, _ column: Int32) throws -> Int64 {
        guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else {
            throw VaultError.damaged("a number in the record table is something else")
        }
        return sqlite3_column_int64(statement, column)
    }

    private func bytes(_ statement: OpaquePointer, _ column: Int32) throws -> [UInt8] {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB else {
            throw VaultError.damaged("sealed bytes in the record table are something else")
        }
        let count = Int(sqlite3_column_bytes(statement, column))
        let start = sqlite3_column_blob(statement, column)
        return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}
