import Audit
import Documents
import Foundation
import GRDB
import Testing

@testable import VaultCore

/// The look at every byte below SQLite: no false alarm on what SQLite writes, no silence on the rest.
@Suite struct `The scan of unused space` {
    /// A file with the vault's own tables, settings and way of growing.
    private func file(_ fill: (Database) throws -> Void) throws -> (
        path: String, folder: TestFolder
    ) {
        let folder = try TestFolder()
        let storage = try Storage.create(at: folder("a.vault"))
        try storage.queue.writeWithoutTransaction(fill)
        return (folder("a.vault"), folder)
    }

    private func unexpected(_ path: String, edit: (inout [UInt8]) -> Void = { _ in }) throws
        -> [Int]?
    {
        var bytes = try contents(path)
        let roots = try Attacker.read(path) {
            try Int.fetchAll($0, sql: "SELECT rootpage FROM sqlite_schema WHERE rootpage > 1")
        }
        let version = SQLiteFile.number(bytes, at: 96)
        edit(&bytes)
        var file = SQLiteFile(bytes)
        return file?.unexpectedPages(roots: roots, writtenBy: version)
    }

    private func add(
        _ count: Int, sizes: [Int], each: Int, to database: Database,
        _ random: inout SeededGenerator
    ) throws {
        var left = count
        while left > 0 {
            try database.inTransaction {
                for _ in 0..<min(each, left) {
                    let sequence =
                        try Int64.fetchOne(
                            database, sql: "SELECT coalesce(max(sequence), 0) + 1 FROM revision")
                        ?? 1
                    let header = sizes.randomElement(using: &random) ?? 100
                    let body = sizes.randomElement(using: &random) ?? 100
                    try database.execute(
                        sql:
                            "INSERT INTO revision VALUES (?, randomblob(16), 1, randomblob(16), randomblob(?))",
                        arguments: [sequence, header])
                    try database.execute(
                        sql: "INSERT INTO body VALUES (?, randomblob(?))",
                        arguments: [sequence, body])
                    try database.execute(
                        sql: """
                            INSERT INTO audit_entry VALUES ((SELECT count(*) FROM audit_entry),
                                randomblob(32), randomblob(32), randomblob(?), hex(randomblob(150)))
                            """, arguments: [300 + header % 200])
                    if sequence % 5 == 0 {
                        try database.execute(
                            sql:
                                "INSERT INTO owner_key VALUES (?, randomblob(16), randomblob(105))",
                            arguments: [sequence])
                    }
                }
                return .commit
            }
            left -= each
        }
    }

    /// Sizes that fill cells, end pages exactly, and need one or many overflow pages.
    private static let growths: [(Int, [Int], Int)] = [
        (3000, [80, 120, 153, 217], 50), (1500, [600, 1000, 1400, 2000], 1),
        (400, [4000, 4050, 4061, 4062, 4070, 4092, 4096, 5000, 9000, 40_000], 7),
        (120, [90, 300_000, 90, 90, 90, 2000], 100), (2500, [1], 500),
    ]

    @Test(arguments: growths)
    func `raises no false alarm over a large vault`(
        _ count: Int, _ sizes: [Int], _ each: Int
    ) throws {
        var random = SeededGenerator(UInt64(count))
        let made = try file { try add(count, sizes: sizes, each: each, to: $0, &random) }
        #expect(try unexpected(made.path) == [])
    }

    @Test func `raises no false alarm while a vault of its own grows by acts`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        for round in 0..<60 {
            var entries = Sample.clients[round % 3]
            entries["referral"] = String(repeating: "x", count: round * 97)
            let client = try vault.find("C\(round % 3 + 1)", .client)
            try vault.change(client, to: entries)
            if round % 20 == 19 { #expect(try small.verify().damages == []) }
        }
    }

    @Test func `raises no false alarm after acts that were given up`() throws {
        struct Stop: Error {}
        let small = try TestVault.small()
        let vault = try small.open()
        for round in 0..<12 {
            do {
                try vault.commit(AuditEvent(.settingsChange)) {
                    try $0.append(
                        RecordHeader(type: .settings, number: 1, writtenAt: 0),
                        body: [UInt8](repeating: 7, count: 3000 * round),
                        record: try $0.newRecordID(), owner: KeyRing.practice)
                    if round % 2 == 0 { throw Stop() }
                }
            } catch is Stop {}
        }
        #expect(try small.verify().damages == [])
    }

    @Test func `finds any byte in unused space, page by page`() throws {
        var random = SeededGenerator(5)
        let made = try file { try add(60, sizes: [100, 900, 6000], each: 9, to: $0, &random) }
        let bytes = try contents(made.path)
        // Zeros in the middle of a page are nobody's: a byte there must be told, with its page.
        var tried = 0
        // Inner pages are let pass: SQLite itself leaves page numbers behind in them.
        for page in 1..<bytes.count / 4096 where bytes[page * 4096] != 5 {
            let range = page * 4096 + 400..<(page + 1) * 4096 - 40
            guard let gap = range.first(where: { bytes[$0..<$0 + 40].allSatisfy { $0 == 0 } })
            else {
                continue
            }
            tried += 1
            #expect(try unexpected(made.path) { $0[gap + 20] = 1 } == [page + 1])
        }
        #expect(tried > 10)
    }

    /// Four bytes of the file's head that SQLite itself lets pass.
    @Test(arguments: [18, 19, 20, 28, 32, 36, 44, 48, 52, 56, 64, 72, 91, 92, 96])
    func `looks at the fields of the head that SQLite does not`(_ offset: Int) throws {
        let made = try file { _ in }
        #expect(try unexpected(made.path) { $0[offset] ^= 0x40 }?.first == 1)
    }

    @Test func `does not read beyond a file that was made to mislead it`() throws {
        var random = SeededGenerator(77)
        let made = try file { try add(40, sizes: [100, 6000], each: 9, to: $0, &random) }
        let bytes = try contents(made.path)
        for _ in 0..<400 {
            // Whatever is said, it must come back; wrong heads of pages first.
            _ = try unexpected(made.path) { edited in
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let page = Int.random(in: 0..<bytes.count / 4096, using: &random)
                    let offset =
                        page * 4096 + (page == 0 ? 100 : 0)
                        + Int.random(in: 0..<24, using: &random)
                    edited[offset] = UInt8.random(in: 0...255, using: &random)
                }
            }
        }
    }

    @Test func `walks no loop of inner pages`() throws {
        var bytes = [UInt8](repeating: 0, count: 4096 * 2)
        bytes.replaceSubrange(16..<18, with: [0x10, 0])
        // Page 2 is an inner page all of whose 300 children are page 2.
        for (offset, value) in [(100, 13), (4096, 5), (4099, 1), (4100, 44), (4107, 2)] {
            bytes[offset] = UInt8(value)
        }
        for cell in 0..<300 {
            bytes[4096 + 12 + 2 * cell] = 0x0F
            bytes[4096 + 13 + 2 * cell] = 0xF0
        }
        bytes[4096 + 0xFF3] = 2
        var file = try #require(SQLiteFile(bytes))
        #expect(file.unexpectedPages(roots: [2], writtenBy: 0).contains(2))
    }

    @Test func `walks no loop of overflow pages`() throws {
        var bytes = [UInt8](repeating: 0, count: 4096 * 3)
        bytes.replaceSubrange(16..<18, with: [0x10, 0])
        // Page 2 is a leaf with one cell that claims 2^60 bytes, of which the rest is on page 3.
        for (offset, value) in [(100, 13), (4096, 13), (4100, 1)] { bytes[offset] = UInt8(value) }
        bytes[4096 + 9] = 0x20
        for index in 0..<8 { bytes[4096 + 0x20 + index] = 0x88 }
        var place = 4096 + 0x20 + 9 + 1
        let size = bytes[4096 + 0x20..<4096 + 0x28].reduce(0) { $0 << 7 | Int($1 & 0x7F) } << 8
        let least = (4096 - 12) * 32 / 255 - 23
        let rest = least + (size - least) % 4092
        place += rest <= 4096 - 35 ? rest : least
        bytes[place + 3] = 3
        bytes[8192 + 3] = 3
        var file = try #require(SQLiteFile(bytes))
        #expect(file.unexpectedPages(roots: [2], writtenBy: 0).contains(2))
    }

    @Test(arguments: [0, 1, 511, 512, 4095, 5000])
    func `refuses what is no whole number of pages`(_ count: Int) {
        #expect(SQLiteFile([UInt8](repeating: 0, count: count)) == nil)
    }
}
