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
        return try scan(bytes, roots: roots, writtenBy: version)
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
                                randomblob(32), randomblob(32), randomblob(?), hex(randomblob(150)),
                                randomblob(?))
                            """, arguments: [300 + header % 200, 200 + header % 900])
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
        (120, [90, 300_000, 90, 90, 90, 2000], 100), (2500, [1], 500), (3, [1 << 20], 1),
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
        #expect(try scan(bytes, roots: [2])?.contains(2) == true)
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
        #expect(try scan(bytes, roots: [2])?.contains(2) == true)
    }

    @Test(arguments: [0, 1, 511, 512, 4095, 5000])
    func `refuses what is no whole number of pages`(_ count: Int) throws {
        #expect(try scan([UInt8](repeating: 0, count: count), roots: []) == nil)
    }

    @Test func `goes no deeper than a tree of ours can be`() throws {
        var bytes = [UInt8](repeating: 0, count: 4096 * 40)
        bytes.replaceSubrange(16..<18, with: [0x10, 0])
        bytes[100] = 13
        // Each page from 2 on is an inner page whose only child is the next.
        for page in 2..<40 {
            bytes[(page - 1) * 4096] = 5
            bytes[(page - 1) * 4096 + 11] = UInt8(page + 1)
        }
        #expect(try scan(bytes, roots: [2]) == [1] + Array(22..<40))
    }

    /// Where the only cell of an inner page or of a leaf is said to begin.
    @Test(arguments: [UInt8(5), 13], [4093, 4095, 4096, 0xFFFF])
    func `notes a page whose cell begins at its end`(_ kind: UInt8, _ place: Int) throws {
        var bytes = [UInt8](repeating: 0, count: 4096 * 2)
        bytes.replaceSubrange(16..<18, with: [0x10, 0])
        bytes[100] = 13
        bytes[4096] = kind
        bytes[4100] = 1
        let pointer = 4096 + (kind == 5 ? 12 : 8)
        bytes.replaceSubrange(
            pointer..<pointer + 2, with: [UInt8(place >> 8), UInt8(place & 0xFF)])
        #expect(try scan(bytes, roots: [2]) == [1, 2])
    }

    @Test func `lets a page that nothing leads to pass only if it is zero`() throws {
        let made = try file { _ in }
        let pages = try contents(made.path).count / 4096 + 1
        func scanned(with byte: UInt8) throws -> [Int]? {
            try unexpected(made.path) {
                $0 += [UInt8](repeating: 0, count: 4095) + [byte]
                $0[31] = UInt8(pages)
            }
        }
        #expect(try scanned(with: 0) == [])
        #expect(try scanned(with: 1) == [pages])
    }
}

/// A large value is kept in a chain of pages, each of which begins with the next one's number.
@Suite struct `The scan of overflow pages` {
    /// What the last page of each chain holds behind the next one's number; 492 bytes stay free.
    private static let lastPart = 3600
    private let bytes: [UInt8]
    private let roots: [Int]
    /// The pages of two rows' chains in their order, 25 each.
    private let first: [Int]
    private let second: [Int]

    init() throws {
        let folder = try TestFolder()
        let storage = try Storage.create(at: folder("a.vault"))
        var ends: [Int] = []
        roots = try storage.queue.writeWithoutTransaction { database in
            for row in 1...3 {
                ends.append(try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0)
                guard row < 3 else { break }
                try database.execute(
                    sql:
                        "INSERT INTO revision VALUES (?, randomblob(16), 1, randomblob(16), x'01')",
                    arguments: [row])
                // The leaf keeps 489 bytes, of which 5 tell the columns' types.
                try database.execute(
                    sql: "INSERT INTO body VALUES (?, randomblob(?))",
                    arguments: [row, 489 - 5 + 24 * 4092 + Self.lastPart])
            }
            return try Int.fetchAll(
                database, sql: "SELECT rootpage FROM sqlite_schema WHERE rootpage > 1")
        }
        bytes = try contents(folder("a.vault"))
        first = Array(ends[0] + 1...ends[1])
        second = Array(ends[1] + 1...ends[2])
    }

    private var count: Int { bytes.count / 4096 }

    private func unexpected(edit: (inout [UInt8]) -> Void = { _ in }) throws -> [Int]? {
        var edited = bytes
        edit(&edited)
        return try scan(edited, roots: roots, writtenBy: SQLiteFile.number(bytes, at: 96))
    }

    /// The same file, where this page leads to another.
    private func unexpected(_ page: Int, leadsTo next: Int) throws -> [Int]? {
        try unexpected { point(&$0, at: (page - 1) * 4096, to: next) }
    }

    private func point(_ bytes: inout [UInt8], at offset: Int, to page: Int) {
        for index in 0..<4 {
            bytes[offset + index] = UInt8(truncatingIfNeeded: page >> (24 - 8 * index))
        }
    }

    @Test func `starts from chains as SQLite makes them`() throws {
        #expect(first.count == 25)
        #expect(second.count == 25)
        for chain in [first, second] {
            for (page, next) in zip(chain, chain.dropFirst() + [0]) {
                #expect(SQLiteFile.number(bytes, at: (page - 1) * 4096) == next)
            }
        }
        #expect(try unexpected() == [])
    }

    /// Bytes of a chain's last page; its content is the seal's to watch.
    @Test(arguments: [
        (0, true), (3, true), (4, false), (4 + lastPart - 1, false), (4 + lastPart, true),
        (4000, true), (4095, true),
    ])
    func `finds any byte behind the end of a chain`(_ place: Int, _ isFound: Bool) throws {
        for page in [first[24], second[24]] {
            let found = try unexpected { $0[(page - 1) * 4096 + place] ^= 1 }
            #expect(found == (isFound ? [page] : []))
        }
    }

    /// From which page of a chain back to which: the rest of it is then nobody's.
    @Test(arguments: [(0, 0), (10, 3), (10, 10), (23, 0), (23, 23)])
    func `notes where a chain loops`(_ from: Int, _ to: Int) throws {
        #expect(
            try unexpected(first[from], leadsTo: first[to]) == [first[to]] + first[(from + 1)...])
    }

    @Test(arguments: [0, 10, 23])
    func `notes where a chain runs into another`(_ from: Int) throws {
        // Both would end well after it.
        #expect(
            try unexpected(first[from], leadsTo: second[from + 1])
                == first[(from + 1)...] + [second[from + 1]])
        #expect(
            try unexpected(second[from], leadsTo: first[from + 1])
                == [first[from + 1]] + second[(from + 1)...])
    }

    @Test func `notes where a chain runs into a table's page`() throws {
        for page in [1] + roots {
            let found = try #require(try unexpected(first[10], leadsTo: page))
            #expect(found.starts(with: [page]))
        }
    }

    @Test(arguments: [0, 1, 100, 1 << 31, 0xFFFF_FFFF])
    func `notes the page that leads beyond the file`(_ beyond: Int) throws {
        let next = beyond == 0 ? 0 : min(count + beyond, 0xFFFF_FFFF)
        #expect(try unexpected(first[10], leadsTo: next) == Array(first[10...]))
        #expect(try unexpected(first[24], leadsTo: count + 1) == [first[24]])
    }

    @Test(arguments: [0, 1, 1 << 31])
    func `notes the leaf that leads beyond the file`(_ beyond: Int) throws {
        // The last four bytes of the first row's cell, which ends the table's page.
        let leaf = try #require(
            roots.first { SQLiteFile.number(bytes, at: $0 * 4096 - 4) == first[0] })
        let found = try unexpected {
            point(&$0, at: leaf * 4096 - 4, to: beyond == 0 ? 0 : count + beyond)
        }
        #expect(found == [leaf] + first)
    }

    @Test(arguments: [Int.min, -1, 0, 51, .max])
    func `notes page 1 for a table that begins nowhere`(_ root: Int) throws {
        let beyond = root == 51 ? count + 1 : root
        let version = SQLiteFile.number(bytes, at: 96)
        #expect(try scan(bytes, roots: roots + [beyond], writtenBy: version) == [1])
    }

    @Test func `notes a table that begins where another does`() throws {
        let version = SQLiteFile.number(bytes, at: 96)
        #expect(
            try scan(bytes, roots: roots + [roots[1]], writtenBy: version) == [roots[1]])
    }

    @Test func `misses a page that was cut off`() throws {
        #expect(second[24] == count)
        #expect(try unexpected { $0.removeLast(4096) } == [1, second[23]])
        // Even if the head of the file agrees.
        let found = try unexpected {
            $0.removeLast(4096)
            point(&$0, at: 28, to: count - 1)
        }
        #expect(found == [second[23]])
    }

    @Test(arguments: [1, 2048, 4096])
    func `throws if the file becomes shorter meanwhile`(_ cut: Int) throws {
        let folder = try TestFolder()
        try write(bytes, to: folder("cut"))
        var file = try #require(try SQLiteFile(InputFile(folder("cut"))))
        truncate(folder("cut"), off_t(bytes.count - cut))
        #expect(throws: UnsealError.unreadable) {
            _ = try file.unexpectedPages(roots: roots, writtenBy: 0)
        }
    }
}

/// Scans bytes as a file of its own; nil where its length cannot be.
private func scan(_ bytes: [UInt8], roots: [Int], writtenBy version: UInt32 = 0) throws -> [Int]? {
    let folder = try TestFolder()
    try write(bytes, to: folder("edited"))
    var file = try SQLiteFile(InputFile(folder("edited")))
    return try file?.unexpectedPages(roots: roots, writtenBy: version)
}
