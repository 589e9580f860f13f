import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `A vault of version 1` {
    private static let kept = ["vault", "owner_key", "revision", "body", "audit_entry"]

    private func version(_ old: OldVault) throws -> Int? {
        try Attacker.read(old.path) { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    }

    @Test func `opens and gets the tables it lacks, and nothing that was in it changes`() throws {
        let old = try OldVault()
        // The entries get a column, which stays empty.
        let before = try Self.kept.flatMap { table in
            try Attacker.rows(old.path, table).map { $0 + (table == "audit_entry" ? [.null] : []) }
        }
        #expect(try version(old) == 1)
        let vault = try old.open()
        #expect(try version(old) == 3)
        #expect(try Self.kept.flatMap { try Attacker.rows(old.path, $0) } == before)
        #expect(try Attacker.rows(old.path, "attachment_piece", "psychotherapy_note").isEmpty)
        #expect(try vault.records(.client).map(\.shortName) == ["C1"])
        #expect(try vault.records(.session).map(\.shortName) == ["S1"])
        #expect(try vault.entries(of: vault.find("C1", .client))["name"] != nil)
        try vault.requireWhole()
    }

    @Test func `verifies without damage before and after its first act`() throws {
        let old = try OldVault()
        let before = try old.verify()
        #expect(before.damages.isEmpty, "\(before.damages)")
        _ = try old.unlock()
        let after = try old.verify()
        #expect(after.damages.isEmpty, "\(after.damages)")
        #expect(after.entries == before.entries + 1)
        #expect(after.root != before.root)
        // From here on its entries say what the new tables hold, and what the header is.
        let last = try #require(try old.open().auditEntries().last)
        #expect(last.act == .vaultOpen)
        #expect(last.ties != nil && last[.total] == nil)
    }

    @Test func `opens with its passphrase alone`() throws {
        let old = try OldVault()
        #expect(throws: SealingError.wrongPassphrase) {
            _ = try old.closed().unlock(with: try Sample.passphrase("other invented words"))
        }
        let closed = try old.closed()
        #expect(closed.has(.passphrase))
        #expect(!closed.has(.recovery) && !closed.has(.executor))
        #expect(
            try old.open().slots == [
                SlotSummary(kind: .passphrase, number: 1, madeAt: 0, needed: 0, sheets: 0)
            ])
    }

    @Test func `shows its signed document, whose signature is valid`() throws {
        let old = try OldVault()
        let vault = try old.open()
        let document = try vault.find("D1", .document)
        #expect(document.header.state == .signed)
        #expect(document.header.facts == [:])
        let signed = try vault.view(signed: document)
        #expect(!signed.text.isEmpty)
        let foreign = try SigningKey(seed: try SecretKey.random()).publicKey
        #expect(throws: SigningError.self) {
            _ = try SignedDocument.reopened(
                try vault.body(of: document), hash: Digest.sha256
            ) { foreign.verifies($1, of: Array(($0 + "\n").utf8)) }
        }
    }

    @Test func `takes a slot, a psychotherapy note and an attachment, and still verifies`() throws {
        let old = try OldVault()
        let vault = try old.open()
        let size = try Attacker.blob(old.path, "SELECT header FROM vault").count
        try vault.setRecovery(try Sample.passphrase("words of a sheet"))
        let header = try Attacker.blob(old.path, "SELECT header FROM vault")
        #expect(size < header.count)
        #expect(header.dropFirst(4).starts(with: VaultHeader.label.utf8))
        #expect(try VaultHeader(bytes: header).psychotherapy != nil)

        let client = try vault.find("C1", .client)
        let note = try PsychotherapyNotes(of: vault) { try Sample.passphrase() }
            .add("A thought of my own.", day: "2026-11-16", of: client)
        try write("a page of paper", to: old.folder("page.txt"))
        let file = try vault.attach(
            fileAt: old.folder("page.txt"), titled: "A page", to: client, day: "2026-11-16")

        let again = try old.open()
        #expect(again.slots.map(\.kind) == [.passphrase, .recovery])
        #expect(try again.attachment(again.find("F1", .attachment)).digest.count == 64)
        #expect(file.shortName == "F1")
        #expect(
            try PsychotherapyNotes(of: again) { try Sample.passphrase() }.all() == [note])
        let report = try old.verify()
        #expect(report.damages.isEmpty, "\(report.damages)")
        #expect(report.readable == report.revisions)
        _ = try old.closed().unlock(
            with: try Sample.passphrase("words of a sheet"), kind: .recovery)
        _ = try old.unlock()
    }

    @Test func `gets the key of psychotherapy notes with the first look at them`() throws {
        let old = try OldVault()
        let vault = try old.open()
        #expect(!vault.psychotherapyNeedsPassphrase)
        #expect(try PsychotherapyNotes(of: vault) { try Sample.passphrase() }.all().isEmpty)
        #expect(try vault.auditEntries().last?[.setting] == "psychotherapy-key")
        let lock = vault.header.psychotherapy
        #expect(lock != nil)
        // Another command that opened the vault before that keeps the same key.
        #expect(try old.open().header.psychotherapy == lock)
        #expect(try old.verify().damages.isEmpty)
    }

    @Test func `gets its tables once when several commands open it at once`() throws {
        let old = try OldVault()
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            do { _ = try Storage.open(at: old.path) } catch { failures.add(error) }
        }
        #expect(failures.all.isEmpty)
        #expect(try version(old) == 3)
        #expect(try old.verify().damages.isEmpty)
    }

    private final class Failures: @unchecked Sendable {
        private let lock = NSLock()
        private(set) var all: [any Error] = []

        func add(_ error: any Error) { lock.withLock { all.append(error) } }
    }

    @Test func `gets one key of psychotherapy notes when two commands look at once`() throws {
        let old = try OldVault()
        let (one, two) = (try old.open(), try old.open())
        let client = try one.find("C1", .client)
        _ = try PsychotherapyNotes(of: one) { try Sample.passphrase() }
            .add("First thought.", day: "2026-11-16", of: client)
        let notes = try PsychotherapyNotes(of: two) { try Sample.passphrase() }
        #expect(try notes.all().map(\.content.text) == ["First thought."])
        #expect(try old.verify().damages.isEmpty)
    }

    private static let planted = [
        "INSERT INTO attachment_piece VALUES (1, randomblob(16), 0, randomblob(300))",
        "INSERT INTO psychotherapy_note VALUES (1, randomblob(16), 1, randomblob(16), randomblob(300))",
        """
        INSERT INTO psychotherapy_note SELECT 9, owner, 0, owner, sealed FROM owner_key
        """,
        """
        INSERT INTO attachment_piece VALUES (1, randomblob(16), 0, x'00');
        INSERT INTO psychotherapy_note VALUES (1, randomblob(16), 1, randomblob(16), x'00')
        """,
    ]

    @Test(arguments: planted)
    func `whose new tables hold rows that its trail does not know is refused`(
        _ sql: String
    ) throws {
        let old = try OldVault()
        _ = try old.closed()
        try Attacker.edit(old.path) { try $0.execute(sql: sql) }
        let error = #expect(throws: VaultError.self) { _ = try old.open() }
        #expect(error == .damaged("rows are missing or were added"))
        #expect(throws: VaultError.self) { _ = try old.unlock() }
        let report = try old.verify()
        #expect(report.damages.contains { $0.place == "the number of rows" })
        #expect(report.exitCode == .doesNotVerify)
    }

    @Test(arguments: [
        "DELETE FROM owner_key",
        "DELETE FROM body WHERE sequence = (SELECT max(sequence) FROM body)",
        "DELETE FROM revision WHERE sequence = (SELECT min(sequence) FROM revision)",
        "INSERT INTO revision SELECT 99, record, revision, owner, header FROM revision LIMIT 1",
    ])
    func `whose old tables hold other rows than its last entry says is refused`(
        _ sql: String
    ) throws {
        let old = try OldVault()
        _ = try old.closed()
        try Attacker.edit(old.path) { try $0.execute(sql: sql) }
        #expect(throws: VaultError.damaged("rows are missing or were added")) {
            _ = try old.open()
        }
        #expect(try old.verify().damages.contains { $0.place == "the number of rows" })
    }

    /// What an entry says, what the tables hold, and whether that agrees.
    private static let totals: [(String, String, Bool)] = [
        ("3,1,3,1,3,1,0,0", "3,1,3,1,3,1,0,0", true), ("3,1,3,1,3,1", "3,1,3,1,3,1,0,0", true),
        ("3,1,3,1,3,1", "3,1,3,1,3,1,1,0", false), ("3,1,3,1,3,1", "3,1,3,1,3,1,0,1", false),
        ("3,1,3,1,3,1", "3,1,3,1,3,1,10,0", false), ("3,1,3,1,3,1", "3,1,3,1,3,10,0,0", false),
        ("3,1,3,1,3,1", "3,1,3,1,4,1,0,0", false), ("3,1,3,1,3", "3,1,3,1,3,0,0,0", false),
        ("3,1,3,1,3,1,0", "3,1,3,1,3,1,0,0", false),
        ("3,1,3,1,3,1,2,0", "3,1,3,1,3,1,2,1", false),
        ("3,1,3,1,3,1,2,1", "3,1,3,1,3,1,2,0", false), ("3,1,3,1,3,1,2,1", "3,1,3,1,3,1", false),
    ]

    @Test(arguments: totals)
    func `is believed only where the new tables are empty`(
        _ said: String, _ found: String, _ agrees: Bool
    ) throws {
        let entry = try AuditEntry(
            number: 0, time: 0, zone: 0, act: .vaultCreate, actor: "test",
            details: [AuditEntry.Detail(.total, said)], salt: [UInt8](repeating: 0, count: 16))
        #expect(TrailHead.agree(found, with: entry) == agrees)
    }

    @Test func `whose entry says nothing of its rows is not believed`() throws {
        let entry = try AuditEntry(
            number: 0, time: 0, zone: 0, act: .vaultCreate, actor: "test",
            salt: [UInt8](repeating: 0, count: 16))
        #expect(!TrailHead.agree("0,0,0,0,0,0,0,0", with: entry))
    }
}
