import Foundation
import GRDB

/// Someone with the file and any SQLite shell, who knows the program's source and not the key.
enum Attacker {
    /// Edits the file behind the triggers' back: they are taken away and put back, and so is the
    /// number by which SQLite counts changes of the structure. Only the edit itself is left.
    static func edit(_ path: String, _ body: (Database) throws -> Void) throws {
        try raw(path) { database in
            let triggers = try String.fetchAll(
                database, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
            )
            let names = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            let changes = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
            for name in names { try database.execute(sql: "DROP TRIGGER \(name)") }
            try body(database)
            for trigger in triggers { try database.execute(sql: trigger) }
            // Rewritten from front to back, so that nothing in unused space tells of the edit.
            try database.execute(sql: "VACUUM")
            try database.execute(sql: "PRAGMA schema_version = \(changes)")
        }
    }

    /// Any statement on a plain connection.
    static func raw(_ path: String, _ body: (Database) throws -> Void) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction(body)
        try queue.close()
    }

    /// Reads without changing anything.
    static func read<R>(_ path: String, _ body: (Database) throws -> R) throws -> R {
        let queue = try DatabaseQueue(path: path)
        let result = try queue.read(body)
        try queue.close()
        return result
    }

    /// The bytes of one column of one row.
    static func blob(_ path: String, _ sql: String) throws -> [UInt8] {
        try read(path) { Array(try Data.fetchOne($0, sql: sql) ?? Data()) }
    }
}
