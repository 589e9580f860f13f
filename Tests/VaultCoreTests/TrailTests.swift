import Audit
import Documents
import Foundation
import GRDB
import Testing
import Wording

@testable import VaultCore

/// Attacks 6 to 9: the audit trail cut, edited, forked, and the whole file set back.
@Suite struct `The audit trail against its forger` {
    @Test func `attack 6: the tail and its rows are cut away, and this computer knows better`()
        throws
    {
        let small = try TestVault.small()
        let size = try small.open().auditEntries().count
        try Attacker.edit(small.path) { database in
            // The last act was a change of the settings: one revision, one body, one entry.
            try database.execute(
                sql: "DELETE FROM body WHERE sequence = (SELECT max(sequence) FROM body)")
            try database.execute(
                sql: "DELETE FROM revision WHERE sequence = (SELECT max(sequence) FROM revision)")
            try database.execute(
                sql: "DELETE FROM audit_entry WHERE number = (SELECT max(number) FROM audit_entry)")
        }
        let vault = try small.open()
        #expect(vault.standing == .older(seen: UInt64(size), here: UInt64(size) - 1))
        #expect(vault.standing.error?.exitCode == .olderCopy)
        #expect(throws: VaultError.olderCopy(seen: UInt64(size), here: UInt64(size) - 1)) {
            try vault.commit(AuditEvent(.auditView))
        }
        let report = try small.verify()
        #expect(report.damages.map(\.kind) == [.rolledBack])
        #expect(report.exitCode == .olderCopy)
    }

    @Test func `attack 6: the tail is cut without its rows, and the counts tell`() throws {
        let small = try TestVault.small()
        try Attacker.edit(small.path) {
            try $0.execute(
                sql: "DELETE FROM audit_entry WHERE number = (SELECT max(number) FROM audit_entry)")
        }
        #expect(throws: VaultError.damaged("rows are missing or were added")) {
            _ = try small.open()
        }
        #expect(try small.verify().exitCode == .doesNotVerify)
    }

    @Test func `attack 6: the whole trail is gone`() throws {
        let small = try TestVault.small()
        try Attacker.edit(small.path) { try $0.execute(sql: "DELETE FROM audit_entry") }
        #expect(throws: VaultError.damaged("the audit trail is gone")) { _ = try small.open() }
        #expect(try small.verify().damages.contains { $0.place == "the audit trail is gone" })
    }

    @Test func `attack 36: a clock that went back is an entry of its own, once`() throws {
        let small = try TestVault.smallest()
        let before = try #require(try small.open().auditEntries().last)
        small.clock.advance(seconds: -7200)
        _ = try small.open(with: Sample.passphrase)
        small.clock.advance(seconds: 60)
        let vault = try small.open(with: Sample.passphrase)
        let entries = try vault.auditEntries().suffix(3)
        #expect(entries.map(\.act) == [.clockJump, .vaultOpen, .vaultOpen])
        #expect(entries.allSatisfy { $0.time == before.time && $0[.clock] != nil })
        small.clock.advance(seconds: 7200)
        let later = try #require(
            try small.open(with: Sample.passphrase).auditEntries().last)
        #expect(later.act == .vaultOpen && later[.clock] == nil && later.time > before.time)
        #expect(try small.verify().damages.isEmpty)
    }

    enum Forgery: String, CaseIterable, Sendable {
        case leafHash, subtree, sealed, opening, checkpoint, exchange, insert, duplicate, remove,
            renumber
    }

    @Test(arguments: Forgery.allCases)
    func `attack 7: any edit of an entry is found, and the first bad one is named`(
        _ forgery: Forgery
    ) throws {
        var random = SeededGenerator(UInt64(forgery.rawValue.utf8.reduce(0) { $0 * 31 + Int($1) }))
        for _ in 0..<6 {
            let small = try TestVault.small()
            let size = try small.open().auditEntries().count
            let first = Int.random(in: 0..<size - 1, using: &random)
            let second = Int.random(in: first + 1..<size, using: &random)
            try Attacker.edit(small.path) {
                try forge(forgery, first, second, size: size, $0, &random)
            }
            let report = try small.verify()
            let bad = report.damages.compactMap { firstEntry(in: $0.place) }.min()
            let expected = forgery == .duplicate || forgery == .insert ? size : first
            #expect(bad == expected, "\(first) and \(second) of \(size): \(report.damages)")
            #expect(report.exitCode == .doesNotVerify)
        }
    }

    /// The number in "audit entry 3 (…)" or "audit entries 3 to 5 (…)".
    private func firstEntry(in place: String) -> Int? {
        let words = place.split(separator: " ")
        guard words.count > 2, words[0] == "audit" else { return nil }
        return Int(words[2])
    }

    private func forge(
        _ forgery: Forgery, _ first: Int, _ second: Int, size: Int, _ database: Database,
        _ random: inout SeededGenerator
    ) throws {
        let columns = "leaf_hash, subtree, sealed, checkpoint, opening"
        switch forgery {
        case .leafHash: try flip("leaf_hash", first, database, &random)
        case .subtree: try flip("subtree", first, database, &random)
        case .sealed: try flip("sealed", first, database, &random)
        case .opening: try flip("opening", first, database, &random)
        case .checkpoint:
            let note = try String.fetchOne(
                database, sql: "SELECT checkpoint FROM audit_entry WHERE number = ?",
                arguments: [first])
            var letters = Array(try #require(note).utf8)
            let place = Int.random(in: letters.indices, using: &random)
            letters[place] = letters[place] == 65 ? 66 : 65
            try database.execute(
                sql: "UPDATE audit_entry SET checkpoint = ? WHERE number = ?",
                arguments: [String(decoding: letters, as: UTF8.self), first])
        case .exchange:
            try database.execute(
                sql: """
                    UPDATE audit_entry SET number = -1 WHERE number = \(first);
                    UPDATE audit_entry SET number = \(first) WHERE number = \(second);
                    UPDATE audit_entry SET number = \(second) WHERE number = -1;
                    """.replacingOccurrences(of: "-1", with: "1000000"))
        case .insert:
            try database.execute(
                sql: """
                    INSERT INTO audit_entry VALUES (\(size), randomblob(32), randomblob(32),
                        randomblob(300), (SELECT checkpoint FROM audit_entry WHERE number = \(first)),
                        randomblob(300))
                    """)
        case .duplicate:
            try database.execute(
                sql: """
                    INSERT INTO audit_entry
                    SELECT \(size), \(columns) FROM audit_entry WHERE number = \(first)
                    """)
        case .remove:
            try database.execute(sql: "DELETE FROM audit_entry WHERE number = \(first)")
        case .renumber:
            try database.execute(
                sql: """
                    DELETE FROM audit_entry WHERE number = \(first);
                    UPDATE audit_entry SET number = number - 1 WHERE number > \(first);
                    """)
        }
    }

    private func flip(
        _ column: String, _ number: Int, _ database: Database, _ random: inout SeededGenerator
    ) throws {
        let kept = try Data.fetchOne(
            database, sql: "SELECT \(column) FROM audit_entry WHERE number = ?",
            arguments: [number])
        var bytes = Array(try #require(kept))
        bytes[Int.random(in: bytes.indices, using: &random)] ^=
            1
            << UInt8.random(
                in: 0..<8, using: &random)
        try database.execute(
            sql: "UPDATE audit_entry SET \(column) = ? WHERE number = ?",
            arguments: [Data(bytes), number])
    }

    @Test func `attack 8: two copies went different ways, and one stick shows both heads`() throws {
        let laptop = try TestVault.small()
        let stick = try laptop.folder.folder("stick")
        // Both know the stick from before they parted.
        let common = try export(from: try laptop.open(), to: stick)
        let other = try TestVault(copying: laptop, memory: true)
        _ = try export(from: try laptop.open(), to: stick)
        let away = try other.open()
        for _ in 0..<6 { try away.change(Settings()) }

        let vault = try other.open()
        let error = try #require(
            throws: VaultError.self,
            performing: { try vault.requireAgreement(with: try Witness.all(in: stick, for: vault)) }
        )
        guard case .fork(let here, let elsewhere, let last) = error else {
            Issue.record("not told as a fork: \(error)")
            return
        }
        let size = try vault.auditEntries().count
        #expect(here.hasPrefix("\(size) entries with root "))
        #expect(elsewhere.hasPrefix("\(common + 2) entries with root "))
        #expect(here.suffix(16) != elsewhere.suffix(16))
        #expect(last == UInt64(common))
        #expect(error.exitCode == .olderCopy)
        #expect(error.problem.contains(here) && error.problem.contains(elsewhere))

        let report = try other.verify(stick: stick)
        #expect(report.damages.map(\.kind) == [.fork])
        #expect(report.exitCode == .olderCopy)
        // No export leaves on that stick while the copies disagree.
        #expect(throws: error) { _ = try export(from: vault, to: stick) }
    }

    /// Exports the signed document; returns the size of the trail that the witness on the stick is of.
    private func export(from vault: Vault, to stick: String) throws -> Int {
        let document = try vault.find("D1", .document)
        _ = try vault.export(
            document, to: stick, lock: .recipients([try Keys.recipient()]))
        // The checkpoint was made at the entry before the last: the intent.
        return try vault.auditEntries().count - 1
    }

    @Test func `attack 9: an older copy lists, and refuses every act that would be written`() throws
    {
        let small = try TestVault.small()
        let older = try contents(small.path)
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        try vault.change(client, to: Sample.clients[0])
        let size = UInt64(try vault.auditEntries().count)
        try write(older, to: small.path)

        let back = try small.open()
        let refusal = VaultError.olderCopy(seen: size, here: size - 1)
        #expect(back.standing == .older(seen: size, here: size - 1))
        #expect(refusal.exitCode == .olderCopy)
        #expect(try back.records(.client).count == 3)
        let again = try back.find("C1", .client)
        #expect(throws: refusal) { try back.change(again, to: Sample.clients[0]) }
        #expect(throws: refusal) { _ = try back.view(client: again) }
        #expect(throws: refusal) { _ = try back.addClient(Sample.clients[2]) }
        #expect(throws: refusal) { try back.commit(AuditEvent(.auditView)) }
        #expect(try small.verify().exitCode == .olderCopy)
        #expect(try contents(small.path) == older)
    }

    @Test(arguments: RestoreReason.allCases)
    func `attack 9: a restore makes the older copy legal, and the trail says what was given up`(
        _ reason: RestoreReason
    ) throws {
        let small = try TestVault.small()
        let older = try contents(small.path)
        try small.open().change(Settings())
        let newest = try #require(try small.open().auditEntries().last)
        try write(older, to: small.path)

        let back = try small.open()
        _ = try back.restore(reason: reason)
        #expect(back.standing == .current)
        let entry = try #require(try back.auditEntries().last)
        #expect(entry.act == .vaultRestore)
        #expect(entry[.reason] == reason.rawValue)
        #expect(entry[.witness] == "\(newest.number + 1)")
        #expect(entry[.digest]?.count == 64)
        try back.change(Settings())
        #expect(try small.open().standing == .current)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `attack 9: after a restore, the newer file that was given up is told as a fork`()
        throws
    {
        let small = try TestVault.small()
        let older = try contents(small.path)
        try small.open().change(Settings())
        let newer = try contents(small.path)
        try write(older, to: small.path)
        _ = try small.open().restore(reason: .restoredBackup)
        try write(newer, to: small.path)
        guard case .fork = try small.open().standing else {
            Issue.record("not told as a fork: \(try small.open().standing)")
            return
        }
    }

    @Test func `attack 14: no salt comes twice, also after going on from an older copy`() throws {
        let small = try TestVault.small()
        let older = try contents(small.path)
        var salts = Set<[UInt8]>()
        var seen = Set<[UInt8]>()
        for round in 0..<4 {
            let vault = try small.open()
            if round > 0 { _ = try vault.restore(reason: .restoredBackup) }
            for _ in 0..<5 { try vault.change(Settings()) }
            for envelope in try envelopes(small.path) where seen.insert(envelope).inserted {
                #expect(salts.insert(Array(envelope[1..<25])).inserted)
            }
            try write(older, to: small.path)
        }
        #expect(salts.count > 80)
    }

    private func envelopes(_ path: String) throws -> [[UInt8]] {
        try Attacker.read(path) { database in
            try Data.fetchAll(
                database,
                sql: """
                    SELECT sealed FROM body UNION ALL SELECT header FROM revision
                    UNION ALL SELECT sealed FROM owner_key UNION ALL SELECT sealed FROM audit_entry
                    """
            ).map { Array($0) }
        }
    }
}
