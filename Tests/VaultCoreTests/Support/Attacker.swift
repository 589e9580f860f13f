import Foundation
import GRDB

/// Someone with the file and any SQLite shell, who knows the program's source and not the key.
enum Attacker {
    /// Edits the file behind the triggers' back: they are taken away and put back, and so is the
    /// number by which SQLite counts changes of the structure. Only the edit itself is left.
    static func edit(_ path: String, _ body: (Database) throws -> Void) throws {
        try raw(path) { database in
            let objects = try Row.fetchAll(
                database, sql: "SELECT rowid, * FROM sqlite_schema ORDER BY rowid DESC")
            let changes = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
            try rewrite(database, sql: "DELETE FROM sqlite_schema WHERE type = 'trigger'")
            try body(database)
            // Rewritten from front to back, so that nothing in unused space tells of the edit.
            try database.execute(sql: "VACUUM")
            for object in objects {
                let place: Int64 = object["rowid"]
                if object["type"] == "trigger" {
                    try rewrite(
                        database, sql: "INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)",
                        StatementArguments(object.databaseValues.dropFirst()))
                }
                try rewrite(
                    database, sql: "UPDATE sqlite_schema SET rowid = ? WHERE name = ?",
                    [place, object["name"] as String])
            }
            try database.execute(sql: "PRAGMA schema_version = \(changes)")
        }
    }

    private static func rewrite(
        _ database: Database, sql: String, _ arguments: StatementArguments = []
    ) throws {
        try database.execute(sql: "PRAGMA writable_schema = ON")
        try database.execute(sql: sql, arguments: arguments)
        try database.execute(sql: "PRAGMA writable_schema = RESET")
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
