internal import CSQLite
internal import Foundation
package import GRDB
internal import Glibc
internal import Schema
internal import Sealing

/// The one SQLite file and everything that must be true of a connection to it.
///
/// The file is 0600, has our `application_id`, exactly the tables and triggers of `schema/sql`, a
/// rollback journal that is deleted after each commit, and no trust in anything it contains: no
/// extensions, defensive mode, `trusted_schema` off, bounded lengths.
package struct Storage {
    /// "VLT1" as a number; `file` and other programs recognise the vault by it.
    package static let applicationID: Int32 = 0x564C_5431
    /// The version of `schema/sql` that this program writes.
    package static let version = Migrations.all.count
    /// SQLite's version as it stands in the files it writes.
    static let libraryVersion = sqlite3_libversion_number()
    /// Nothing larger is ever put into one column.
    package static let largestBlob = 64 << 20

    package let path: String
    package let queue: DatabaseQueue
    /// The file's number on its disk.
    private let fileNumber: ino_t?

    /// Makes a new file, which must not exist yet, with the current schema.
    package static func create(at path: String) throws -> Storage {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw VaultError.fromSystem(errno) }
        fchmod(descriptor, 0o600)
        close(descriptor)
        do {
            let storage = try Storage(path: path)
            try storage.queue.inDatabase { database in
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
            try migrator.migrate(storage.queue)
            return storage
        } catch {
            unlink(path)
            throw VaultError.fromStorage(error)
        }
    }

    /// Opens an existing file after checking that it is one of ours, byte for byte in its schema.
    package static func open(at path: String) throws -> Storage {
        guard access(path, F_OK) == 0 else { throw VaultError.fromSystem(errno) }
        guard access(path, R_OK) == 0 else { throw VaultError.fromSystem(errno) }
        try checkIdentity(path)
        let before = fileNumber(path)
        do {
            let storage = try Storage(path: path)
            try storage.queue.read(storage.checkSchema)
            // An older vault gets the tables it lacks; what it holds stays as it is.
            if try storage.queue.read(Self.fileVersion) < version {
                do {
                    try migrator.migrate(storage.queue)
                } catch {
                    // Unless another command was quicker.
                    guard try storage.queue.read(Self.fileVersion) == version else { throw error }
                }
                try storage.queue.read(storage.checkSchema)
            }
            return storage
        } catch {
            guard before == fileNumber(path) else { throw VaultError.busy }
            throw VaultError.fromStorage(error)
        }
    }

    /// The vault's header as the file has it, read without changing anything.
    static func headerOnly(at path: String) throws -> [UInt8]? {
        try checkIdentity(path)
        var configuration = Self.configuration
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { database in
            try Row.fetchOne(database, sql: "SELECT header FROM vault")?.bytes(0)
        }
    }

    /// Brings an interrupted change of a file to its end, then runs `body` while nobody writes.
    static func holding<R>(_ path: String, _ body: () throws -> R) throws -> R {
        try checkIdentity(path)
        var result: R?
        do {
            try DatabaseQueue(path: path, configuration: configuration)
                .inTransaction(.exclusive) { _ in
                    result = try body()
                    return .rollback
                }
        } catch {
            throw VaultError.fromStorage(error)
        }
        guard let result else { throw VaultError.diskFailed }
        return result
    }

    private init(path: String) throws {
        self.path = path
        fileNumber = Self.fileNumber(path)
        queue = try DatabaseQueue(path: path, configuration: Self.configuration)
    }

    /// Whether another file has taken its place: a client's record was destroyed meanwhile.
    var hasMoved: Bool {
        guard let now = Self.fileNumber(path) else { return false }
        return now != fileNumber
    }

    private static func fileNumber(_ path: String) -> ino_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_ino : nil
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { database in
            guard let handle = database.sqliteConnection else { throw VaultError.diskFailed }
            vault_sqlite_defensive(handle)
            sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(largestBlob + 4096))
            sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
            try database.execute(
                sql: """
                    PRAGMA journal_mode = DELETE;
                    PRAGMA synchronous = EXTRA;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    """)
        }
        return configuration
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, migration) in Migrations.all.enumerated() {
            migrator.registerMigration(migration.name) { database in
                try database.execute(sql: String(decoding: migration.sql, as: UTF8.self))
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }

    /// Reads the first 100 bytes before SQLite sees the file (file format, section 1.3).
    static func checkIdentity(_ path: String) throws {
        // Nothing is waited for where a pipe stands in the file's place.
        let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw VaultError.fromSystem(errno) }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 100)
        guard read(descriptor, &head, head.count) == head.count,
            head.starts(with: Array("SQLite format 3\0".utf8)),
            SQLiteFile.number(head, at: 68) == UInt32(applicationID)
        else { throw VaultError.foreign }
        guard SQLiteFile.number(head, at: 60) <= UInt32(version) else { throw VaultError.newer }
    }

    /// Refuses a file whose tables, triggers or versions are not exactly ours (attack 40).
    package func checkSchema(_ database: Database) throws {
        let found = try Self.fileVersion(database)
        guard (1...Self.version).contains(found),
            try SchemaText(database).digest == Self.schemaDigests[found - 1]
        else { throw VaultError.alteredSchema }
    }

    private static func fileVersion(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// SHA-256 over the schema of each version of `schema/sql`; a test computes them anew. Kept as
    /// constants because making a schema in memory would cost every command a tenth of its time.
    package static let schemaDigests = [
        "c3a50d1781085c4ed2b77d64b54ab390ca409b7243eee4bae1417b4260192f07",
        "afe8496a0a2b8ad2e415db3e1106a995e5f4dde23a799a5713a04b8ff1cd1718",
        "ecc1377bd0a261c6bf0f3b77ba3190686908b869234ffcaa3fca0c971a44e1c8",
    ]

    /// The same, from the migrations themselves.
    package static func computedSchemaDigest(version: Int) throws -> String {
        let memory = try DatabaseQueue()
        try migrator.migrate(memory, upTo: Migrations.all[version - 1].name)
        return try memory.read { try SchemaText($0).digest }
    }
}

/// What SQLite keeps of a schema, as text that can be compared.
private struct SchemaText {
    let digest: String

    init(_ database: Database) throws {
        var encoder = CanonicalBytes(label: "vault.schema/v1", capacity: 4096)
        let objects = try String.fetchAll(
            database,
            sql: """
                SELECT rowid || quote(type) || quote(name) || quote(tbl_name)
                    || CASE WHEN type IN ('table', 'index') THEN 'at' ELSE quote(rootpage) END
                    || quote(sql)
                FROM sqlite_schema ORDER BY rowid
                """)
        for object in objects { encoder.append(object) }
        for pragma in ["user_version", "schema_version"] {
            encoder.append("\(try Int.fetchOne(database, sql: "PRAGMA \(pragma)") ?? 0)")
        }
        digest = Digest.sha256(encoder.bytes).hexText
    }
}
