import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `The vault file` {
    @Test(arguments: [
        ("journal_mode", "delete"), ("synchronous", "3"), ("secure_delete", "1"),
        ("temp_store", "2"), ("trusted_schema", "0"), ("cell_size_check", "1"),
        ("application_id", "1447842865"), ("user_version", "3"), ("locking_mode", "normal"),
        ("auto_vacuum", "0"), ("encoding", "UTF-8"),
    ])
    func `is opened with every setting it needs, read back`(
        _ pragma: String, _ expected: String
    ) throws {
        let vault = try TestVault.smallest().open()
        let found = try vault.storage.queue.inDatabase {
            try Row.fetchOne($0, sql: "PRAGMA \(pragma)")
        }
        let value = try #require(found)[0] as DatabaseValue
        #expect(String.fromDatabaseValue(value) ?? "\(value)" == expected)
    }

    @Test func `is defensive: its structure cannot be written to, and nothing can be attached`()
        throws
    {
        let vault = try TestVault.smallest().open()
        for sql in [
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
            "ATTACH ':memory:' AS other", "SELECT load_extension('x')",
            "PRAGMA journal_mode = OFF; SELECT 1 FROM pragma_journal_mode WHERE journal_mode = 'off' AND abs(-9223372036854775808)",
        ] {
            #expect(throws: DatabaseError.self) {
                try vault.storage.queue.writeWithoutTransaction { database in
                    for statement in sql.split(separator: ";") {
                        _ = try Row.fetchAll(database, sql: String(statement))
                    }
                }
            }
        }
    }

    @Test(arguments: ["audit_entry", "revision", "body", "owner_key"])
    func `refuses to change or delete a row on its own connection`(_ table: String) throws {
        let vault = try TestVault.smallest().open()
        let column = table == "audit_entry" ? "subtree" : table == "revision" ? "header" : "sealed"
        for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = x'00'"] {
            #expect(throws: DatabaseError.self) {
                try vault.storage.queue.write { try $0.execute(sql: sql) }
            }
        }
        #expect(try TestVault.smallest().verify().damages.isEmpty)
    }

    @Test func `attack 28: leaves nothing of what was deleted in the file`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let marker = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
        let large = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 91 &+ $0 >> 7) }
        try vault.storage.queue.write { database in
            for content in [marker, large] {
                try database.execute(
                    sql: """
                        INSERT INTO revision VALUES
                            ((SELECT max(sequence) + 1 FROM revision), zeroblob(16), 1, zeroblob(16), x'00')
                        """)
                try database.execute(
                    sql: "INSERT INTO body VALUES ((SELECT max(sequence) FROM revision), ?)",
                    arguments: [Data(content)])
            }
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: small.path))
        try #require(before.range(of: Data(marker[100..<164])) != nil)
        try #require(before.range(of: Data(large[16_000..<16_064])) != nil)
        try vault.storage.queue.write { database in
            try database.execute(
                sql: """
                    DROP TRIGGER body_stays;
                    DELETE FROM body WHERE sequence > (SELECT max(sequence) - 2 FROM body)
                    """)
        }
        let after = try Data(contentsOf: URL(fileURLWithPath: small.path))
        let left = [marker, large].flatMap { content in
            Swift.stride(from: 0, to: content.count - 24, by: 97).filter {
                after.range(of: Data(content[$0..<$0 + 24])) != nil
            }
        }
        #expect(left == [])
        #expect(try small.folder.names() == ["small.vault", "state"])
    }

    @Test func `keeps its lock while it is verified, so that nobody writes meanwhile`() throws {
        let small = try TestVault.small()
        let vault = try small.openUnsettled()
        let own = try FileManager.default.attributesOfItem(atPath: small.path)[.systemFileNumber]
        let inode = try #require(own as? NSNumber).stringValue
        var locks: [Bool] = []
        vault.storage.queue.inDatabase { database in
            database.trace { event in
                guard "\(event)".contains("FROM audit_entry") else { return }
                let all = FileManager.default.contents(atPath: "/proc/locks") ?? Data()
                locks.append(String(decoding: all, as: UTF8.self).contains(":\(inode) "))
            }
        }
        _ = try vault.verify()
        #expect(!locks.isEmpty)
        #expect(locks.allSatisfy { $0 })
    }

    @Test func `and what is kept of it are readable for their owner alone`() throws {
        let small = try TestVault.smallest()
        try FileManager.default.removeItem(atPath: small.stateRoot)
        _ = try small.open().addClient(Sample.clients[1])
        let state = try small.folder.names(in: "state")
        #expect(state.count == 1)
        #expect(try mode(small.stateRoot) == 0o700)
        #expect(try mode(small.stateRoot + "/" + state[0]) == 0o700)
        #expect(try mode(small.memory) == 0o600)
        for name in try small.folder.names(in: "state/" + state[0]) {
            #expect(try mode(small.stateRoot + "/" + state[0] + "/" + name) == 0o600)
        }
    }

    @Test func `and its folders are private under any umask`() throws {
        let place = try TestFolder()
        let answer = try Program.run(
            ["init", "--unlock-memory", "64", "--passphrase-fd", "0", "--from", place("practice")],
            in: place, input: Sample.passphrase + "\n", umask: "000"
        ) {
            try write(
                "name: Dr. Ada Sample\ncredentials: LMFT\nlicence: LMFT 00000\n",
                to: place("practice"))
        }
        #expect(answer.code == 0, "\(answer.errors)")
        #expect(try mode(place("data/practice.vault")) == 0o600)
        #expect(try mode(place("data")) == 0o700)
        let state = try #require(try place.names(in: "state/vault").first)
        #expect(try mode(place("state/vault")) == 0o700)
        #expect(try mode(place("state/vault/" + state)) == 0o700)
        #expect(try mode(place("state/vault/" + state + "/checkpoint")) == 0o600)
    }

    @Test func `is not made over another file, and nothing is left of a failure`() throws {
        let folder = try TestFolder()
        try write("mine", to: folder("a.vault"))
        #expect(throws: VaultError.exists) { _ = try Storage.create(at: folder("a.vault")) }
        #expect(try contents(folder("a.vault")) == Array("mine".utf8))
        symlink(folder("elsewhere"), folder("b.vault"))
        #expect(throws: VaultError.exists) { _ = try Storage.create(at: folder("b.vault")) }
        #expect(throws: VaultError.notFound) { _ = try Storage.create(at: folder("no/c.vault")) }
        #expect(try folder.names() == ["a.vault", "b.vault"])
    }
}

/// Attack 23: journals beside the file.
@Suite struct `A journal beside the vault` {
    @Test func `attack 23: of its own cut-off act rolls the act back`() throws {
        let small = try TestVault.small()
        let before = try contents(small.path)
        let copy = try TestVault(copying: small, memory: true)
        try small.open().change(Settings())
        // As if the machine had stopped before the journal was deleted.
        try write(try contents(small.path), to: copy.path)
        try write(Journal.restoring(before), to: copy.path + "-journal")
        let vault = try copy.open()
        #expect(vault.standing == .current)
        #expect(try copy.verify().damages.isEmpty)
        #expect(try contents(copy.path) == before)
        #expect(!exists(copy.path + "-journal"))
        try vault.change(Settings())
        #expect(try copy.verify().damages.isEmpty)
    }

    @Test func `attack 23: planted with older pages brings back an older copy, which is told`()
        throws
    {
        let small = try TestVault.small()
        let older = try contents(small.path)
        try small.open().change(Settings())
        try write(Journal.restoring(older), to: small.path + "-journal")
        guard case .older = try small.open().standing else {
            Issue.record("not told as an older copy")
            return
        }
        #expect(try small.verify().exitCode == .olderCopy)
    }

    @Test func `attack 23: planted from another vault is refused`() throws {
        let small = try TestVault.small()
        let foreign = try TestFolder()
        let other = try Vault.create(
            at: foreign("other.vault"), passphrase: try Sample.passphrase(), cost: .floor,
            practice: Sample.practice, surroundings: small.surroundings)
        try write(Journal.restoring(try contents(other.path)), to: small.path + "-journal")
        let error = #expect(throws: (any Error).self) { _ = try small.open() }
        #expect((error as? any UserFacing)?.exitCode == .doesNotVerify)
    }

    @Test(arguments: 1...8)
    func `attack 23: planted with pages of an attacker's making is damage`(_ page: Int) throws {
        let small = try TestVault.smallest()
        let bytes = try contents(small.path)
        var random = SeededGenerator(UInt64(page))
        var content = Array(bytes[(page - 1) * 4096..<page * 4096])
        // Page 1 keeps its head, so that it still looks like a database.
        for _ in 0..<40 { content[Int.random(in: 200..<4096, using: &random)] ^= 0x5A }
        try write(
            Journal.bytes(pages: [(page, content)], pageCount: bytes.count / 4096),
            to: small.path + "-journal")
        var end: ExitCode?
        do {
            end = try small.verify().exitCode
        } catch let error as any UserFacing {
            end = error.exitCode
        }
        #expect(end == .doesNotVerify)
        // It was played back: the test did not look at an ignored file.
        #expect(try contents(small.path) != bytes)
    }

    @Test(
        arguments: [[], [0], Array("nonsense".utf8), [UInt8](repeating: 0xD9, count: 600)]
            as [[UInt8]])
    func `attack 23: that is none changes nothing`(_ journal: [UInt8]) throws {
        let small = try TestVault.smallest()
        let bytes = try contents(small.path)
        try write(journal, to: small.path + "-journal")
        _ = try small.open()
        #expect(try small.verify().damages.isEmpty)
        #expect(try contents(small.path) == bytes)
    }

    @Test func `attack 23: that is a write-ahead log of somebody else is not read`() throws {
        let small = try TestVault.smallest()
        let bytes = try contents(small.path)
        try write([UInt8](repeating: 0x37, count: 5000), to: small.path + "-wal")
        _ = try small.open()
        #expect(try small.verify().damages.isEmpty)
        #expect(try contents(small.path) == bytes)
    }
}
