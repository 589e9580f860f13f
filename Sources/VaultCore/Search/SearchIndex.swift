internal import CSQLite
internal import Documents
internal import GRDB
internal import Sealing

/// A full-text index (SQLite's FTS5) that exists in memory only.
///
/// It holds words, not texts: row n is the revision with sequence n. A newer revision is a new row;
/// rows that are no longer newest are passed over when results are read. Between two searches it is
/// kept in the state folder as sealed pieces, bound like the list's snapshot to the signed
/// checkpoint it was made at. Losing it costs one slow search.
struct SearchIndex {
    private let queue: DatabaseQueue
    /// All rows up to this one are in it.
    private(set) var sequence: Int64

    /// More new rows than this are worth keeping the index anew.
    static let stale = 64

    /// An empty index.
    init() throws {
        queue = try DatabaseQueue()
        sequence = 0
        try queue.inDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA temp_store = MEMORY;
                    CREATE VIRTUAL TABLE word USING fts5(
                        text, content = '', tokenize = 'unicode61 remove_diacritics 2');
                    INSERT INTO word(word, rank) VALUES ('hashsize', 67108864);
                    """)
        }
    }

    /// Adds the texts of new revisions, all in one transaction.
    mutating func add(_ rows: [(sequence: Int64, text: String)], through last: Int64) throws {
        try queue.inTransaction { database in
            let insert = try database.makeStatement(
                sql: "INSERT INTO word (rowid, text) VALUES (?, ?)")
            for row in rows { try insert.execute(arguments: [row.sequence, row.text]) }
            return .commit
        }
        sequence = last
    }

    /// The rows that hold all these words or words that begin with them, best first.
    func rows(holding words: [String]) throws -> [Int64] {
        // By scalars: with an accent on it, a quote is another character and still ends the word.
        let plain = words.map { word in
            String(
                String.UnicodeScalarView(
                    word.unicodeScalars.filter { $0 != "\"" && $0 != "\0" }))
        }
        guard plain.contains(where: { !$0.isEmpty }) else { return [] }
        let query = plain.map { "\"\($0)\"*" }.joined(separator: " ")
        return try queue.inDatabase { database in
            try Int64.fetchAll(
                database, sql: "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rank",
                arguments: [query])
        }
    }
}

extension SearchIndex {
    private static let label = "vault.search/v1"

    /// What the first piece says: where the index was made, and how long it is.
    private struct Front {
        var note: String
        var entry: UInt64
        var sequence: UInt64
        var size: UInt64

        var bytes: [UInt8] {
            var encoder = CanonicalBytes(label: SearchIndex.label)
            encoder.append(note)
            encoder.append(entry)
            encoder.append(sequence)
            encoder.append(size)
            return encoder.bytes
        }

        init(note: String, entry: UInt64, sequence: UInt64, size: UInt64) {
            self.note = note
            self.entry = entry
            self.sequence = sequence
            self.size = size
        }

        init(bytes: [UInt8]) throws {
            var reader = try CanonicalReader(bytes, label: SearchIndex.label)
            note = try reader.text()
            entry = try reader.number()
            sequence = try reader.number()
            size = try reader.number()
            try reader.finish()
        }
    }

    /// Every piece is bound to its place and to the salt of its file.
    private static func context(_ keys: KeyRing, salt: [UInt8], piece: UInt64) -> SealContext {
        keys.context("search", record: salt, owner: KeyRing.practice, revision: piece)
    }

    /// The kept index, if there is one and it is of this very trail.
    init?(kept pieces: borrowing StoredPieces, keys: KeyRing, _ database: Database) {
        do {
            guard let salt = pieces.next(), let sealed = pieces.next() else { return nil }
            let open = { (piece: [UInt8], number: UInt64) in
                try Envelope.open(
                    piece, with: keys.practiceKey,
                    for: Self.context(keys, salt: salt, piece: number))
            }
            let front = try Front(bytes: try open(sealed, 0))
            let row = try Row.fetchOne(
                database, sql: "SELECT checkpoint FROM audit_entry WHERE number = ?",
                arguments: [Int64(bitPattern: front.entry)])
            guard let row, try row.text(0) == front.note, front.size < 4 << 30 else { return nil }
            // The memory belongs to SQLite from the call on, whatever becomes of it.
            guard let memory = sqlite3_malloc64(front.size) else { return nil }
            var filled = 0
            var number: UInt64 = 1
            while filled < Int(front.size) {
                guard let piece = pieces.next(), let part = try? open(piece, number),
                    part.count <= Int(front.size) - filled
                else {
                    sqlite3_free(memory)
                    return nil
                }
                part.withUnsafeBytes { source in
                    if let start = source.baseAddress {
                        memory.advanced(by: filled).copyMemory(
                            from: start, byteCount: source.count)
                    }
                }
                filled += part.count
                number += 1
            }
            queue = try DatabaseQueue()
            sequence = Int64(bitPattern: front.sequence)
            try queue.inDatabase { index in
                let flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE
                let status = sqlite3_deserialize(
                    index.sqliteConnection, "main", memory.assumingMemoryBound(to: UInt8.self),
                    Int64(filled), Int64(filled), UInt32(flags))
                guard status == SQLITE_OK else { throw VaultError.diskFailed }
                try index.execute(sql: "PRAGMA temp_store = MEMORY")
            }
        } catch {
            // Another version's, or damaged: it is only a copy, and is made anew.
            return nil
        }
    }

    /// Keeps the index. A full or read-only disk only means that the next search is slower.
    func keep(in state: StateFolder, keys: KeyRing, note: String, entry: Int64) {
        do {
            let salt = try Randomness.bytes(16)
            try queue.inDatabase { index in
                var size: Int64 = 0
                guard let bytes = sqlite3_serialize(index.sqliteConnection, "main", &size, 0)
                else { return }
                defer { sqlite3_free(bytes) }
                let all = UnsafeRawBufferPointer(start: bytes, count: Int(size))
                let front = Front(
                    note: note, entry: UInt64(bitPattern: entry),
                    sequence: UInt64(bitPattern: sequence), size: UInt64(size))
                try state.keepSearchIndex { append in
                    func seal(_ part: some Collection<UInt8>, _ number: UInt64) throws -> [UInt8] {
                        StoredPieces.framed(
                            try Envelope.seal(
                                part, with: keys.practiceKey,
                                for: Self.context(keys, salt: salt, piece: number)))
                    }
                    try append(StoredPieces.framed(salt) + seal(front.bytes, 0))
                    let starts = stride(from: 0, to: all.count, by: Vault.pieceSize)
                    for (number, start) in starts.enumerated() {
                        let part = all[start..<min(start + Vault.pieceSize, all.count)]
                        try append(try seal(part, UInt64(number) + 1))
                    }
                }
            }
        } catch {
            return
        }
    }
}
