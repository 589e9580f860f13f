import Documents
import Foundation
import GRDB
import Testing
import Wording

@testable import VaultCore

/// Attack 40: a file that SQLite would open and we must not, and others that are not ours.
@Suite struct `A hostile file` {
    private static let additions = [
        """
        CREATE TRIGGER spy AFTER INSERT ON revision
        BEGIN UPDATE vault SET header = x'00'; END
        """,
        "CREATE VIEW notes AS SELECT * FROM body",
        "CREATE TABLE notes (text TEXT)",
        "CREATE INDEX by_owner ON revision (owner)",
        "CREATE VIRTUAL TABLE search USING fts5 (text)",
        "ALTER TABLE vault ADD COLUMN hash BLOB GENERATED ALWAYS AS (hex(header)) VIRTUAL",
        "ALTER TABLE body ADD COLUMN note TEXT DEFAULT 'x'",
        "ALTER TABLE body RENAME COLUMN sealed TO opened",
        "DROP TRIGGER audit_entry_stays",
        "CREATE TEMP TABLE t (x); DROP TABLE grdb_migrations",
    ]

    @Test(arguments: additions)
    func `attack 40: with anything more or less in its structure is refused`(_ sql: String) throws {
        let small = try TestVault.smallest()
        try Attacker.raw(small.path) { try $0.execute(sql: sql) }
        let error = #expect(throws: VaultError.self) { _ = try small.open() }
        #expect(error == .alteredSchema)
        #expect(error?.exitCode == .doesNotVerify)
    }

    @Test func `attack 40: whose structure was changed and set back is told by its count`() throws {
        let small = try TestVault.smallest()
        try Attacker.raw(small.path) {
            try $0.execute(sql: "CREATE TABLE notes (text TEXT); DROP TABLE notes")
        }
        #expect(throws: VaultError.alteredSchema) { _ = try small.open() }
    }

    @Test func `attack 40: with the words of a trigger rewritten in place is refused`() throws {
        let small = try TestVault.smallest()
        try Attacker.raw(small.path) { database in
            try database.execute(
                sql: """
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_schema SET sql = replace(sql, 'ABORT', 'ROLLBACK');
                    PRAGMA writable_schema = OFF;
                    """)
        }
        #expect(throws: VaultError.alteredSchema) { _ = try small.open() }
    }

    /// Offset and content of four bytes of the file's head.
    private static let heads: [(Int, UInt32, VaultError)] = [
        (68, 0, .foreign), (68, 0x0F05_5112, .foreign), (60, 4, .newer), (60, .max, .newer),
        (0, 0x5351_4C00, .foreign),
    ]

    @Test(arguments: heads)
    func `attack 40: of another application or a newer version is refused before SQLite sees it`(
        _ offset: Int, _ value: UInt32, _ expected: VaultError
    ) throws {
        let small = try TestVault.smallest()
        var bytes = try contents(small.path)
        for index in 0..<4 {
            bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * index))
        }
        try write(bytes, to: small.path)
        #expect(throws: expected) { _ = try small.closed() }
        #expect(try contents(small.path) == bytes)
        #expect(try small.folder.names() == ["small.vault", "state"])
    }

    @Test func `of an older version that never was is refused`() throws {
        let small = try TestVault.smallest()
        try Attacker.raw(small.path) { try $0.execute(sql: "PRAGMA user_version = 0") }
        #expect(throws: VaultError.alteredSchema) { _ = try small.open() }
    }

    @Test func `attack 40: with a field of a size that the vault never writes is named, not read`()
        throws
    {
        let small = try TestVault.smallest()
        try Attacker.edit(small.path) { database in
            try database.execute(
                sql: """
                    UPDATE body SET sealed = zeroblob(\(Storage.largestBlob + 8192))
                    WHERE sequence = (SELECT max(sequence) FROM body)
                    """)
        }
        let report = try small.verify()
        #expect(report.exitCode == .doesNotVerify)
        let vault = try small.open()
        #expect(throws: VaultError.damaged("a field is larger than the vault ever writes")) {
            _ = try vault.entries(of: vault.find("C1", .client))
        }
    }

    /// Strict tables keep numbers and texts apart; a file can be written without asking them.
    @Test(arguments: ["'text'", "7", "NULL", "x''", "x'01'", "zeroblob(72)", "randomblob(200)"])
    func `attack 40: with anything else in a sealed column is damage and no crash`(
        _ value: String
    ) throws {
        for (table, column) in [
            ("body", "sealed"), ("revision", "header"), ("owner_key", "sealed"),
            ("audit_entry", "sealed"), ("audit_entry", "leaf_hash"), ("audit_entry", "subtree"),
            ("audit_entry", "checkpoint"), ("audit_entry", "opening"),
        ] {
            let small = try TestVault.smallest()
            let clean = SchemaKeeper()
            try clean.loosened(small.path) { database in
                try database.execute(sql: "UPDATE \(table) SET \(column) = \(value)")
            }
            let report = try reportOrDamage(small)
            #expect(report != .done, "\(table).\(column)")
        }
    }

    /// What a verification ends with, whether it reports or refuses.
    private func reportOrDamage(_ small: TestVault) throws -> ExitCode {
        do {
            return try small.verify().exitCode
        } catch let error as any UserFacing {
            return error.exitCode
        }
    }

    @Test(arguments: [0, 1, 99, 100, 511, 512, 4095, 4096, 8192])
    func `that was cut off is refused or damage`(_ size: Int) throws {
        let small = try TestVault.smallest()
        try write(Array(try contents(small.path).prefix(size)), to: small.path)
        let error = #expect(throws: (any Error).self) { _ = try small.open() }
        #expect((error as? any UserFacing)?.exitCode == .doesNotVerify)
    }

    @Test func `that is no vault at all is left as it is`() throws {
        let small = try TestVault.smallest()
        for text in ["", "hello", String(repeating: "x", count: 5000)] {
            try write(text, to: small.path)
            #expect(throws: VaultError.foreign) { _ = try small.closed() }
            #expect(try contents(small.path) == Array(text.utf8))
        }
        try FileManager.default.removeItem(atPath: small.path)
        #expect(throws: VaultError.notFound) { _ = try small.closed() }
        _ = try small.folder.folder("small.vault")
        #expect(throws: (any Error).self) { _ = try small.closed() }
    }
}

/// Rewrites the tables' rules so that anything fits, edits, and puts the rules back.
private struct SchemaKeeper {
    func loosened(_ path: String, _ body: (Database) throws -> Void) throws {
        var kept: [(String, String)] = []
        try Attacker.raw(path) { database in
            let changes = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
            let rows = try Row.fetchAll(
                database, sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
            kept = rows.map { ($0[0], $0[1]) }
            try database.execute(
                sql: """
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'), 'NOT NULL', '')
                        WHERE type = 'table' AND sql LIKE '%STRICT';
                    UPDATE sqlite_schema SET sql = replace(sql, 'length(', 'abs(1) OR length(')
                        WHERE type = 'table';
                    DELETE FROM sqlite_schema WHERE type = 'trigger';
                    PRAGMA schema_version = \(changes + 1);
                    """)
        }
        try Attacker.raw(path, body)
        try Attacker.raw(path) { database in
            try database.execute(sql: "PRAGMA writable_schema = ON")
            let changes = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
            for (name, sql) in kept {
                try database.execute(
                    sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ?", arguments: [sql, name])
                let type = sql.hasPrefix("CREATE TRIGGER") ? "trigger" : "table"
                if type == "trigger" {
                    let table = sql.split(whereSeparator: { " \n".contains($0) })
                    let on = table.firstIndex(of: "ON").map { String(table[$0 + 1]) } ?? ""
                    try database.execute(
                        sql: "INSERT INTO sqlite_schema VALUES ('trigger', ?, ?, 0, ?)",
                        arguments: [name, on, sql])
                }
            }
            try database.execute(sql: "PRAGMA schema_version = \(changes - 1)")
        }
    }
}
