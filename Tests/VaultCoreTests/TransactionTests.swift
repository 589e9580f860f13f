import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `An act` {
    private struct Stop: Error {}

    @Test func `that stops in the middle leaves no row, no entry and no memory`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let file = try contents(small.path)
        let memory = try contents(small.memory)
        #expect(throws: Stop.self) {
            try vault.commit(AuditEvent(.clientCreate)) { transaction in
                let client = try transaction.newRecordID()
                try transaction.makeKey(for: client)
                try transaction.append(
                    RecordHeader(type: .client, number: 4, writtenAt: 0), body: [1, 2, 3],
                    record: client, owner: client.bytes)
                throw Stop()
            }
        }
        #expect(try contents(small.path) == file)
        #expect(try contents(small.memory) == memory)
        #expect(try small.open().auditEntries().last?.act == .settingsChange)
        #expect(try small.verify().damages.isEmpty)
        let state = try #require(try small.folder.names(in: "state").first)
        let names = try small.folder.names(in: "state/" + state)
        #expect(names.filter { !$0.hasPrefix("session-") } == ["checkpoint"])
        #expect(names.count == 2)
    }

    @Test func `whose entry cannot be written leaves no row either`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let file = try contents(small.path)
        #expect(throws: AuditError.unusableEntry) {
            try vault.commit(AuditEvent(.clientCreate, details: [.kind: "two words"])) {
                let record = try $0.newRecordID()
                try $0.append(
                    RecordHeader(type: .settings, number: 1, writtenAt: 0), body: [1],
                    record: record, owner: KeyRing.practice)
            }
        }
        #expect(try contents(small.path) == file)
    }

    @Test func `is refused when another command changed the record meanwhile`() throws {
        let small = try TestVault.small()
        let mine = try small.open()
        let stale = try mine.find("C1", .client)
        let other = try small.open()
        try other.change(try other.find("C1", .client), to: Sample.clients[0])
        let file = try contents(small.path)
        #expect(throws: VaultError.changedMeanwhile) {
            try mine.change(stale, to: Sample.clients[2])
        }
        #expect(try contents(small.path) == file)
        try mine.change(try mine.find("C1", .client), to: Sample.clients[2])
    }

    @Test func `makes the memory of this computer the vault's own end, never further`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        for _ in 0..<5 {
            try vault.change(Settings())
            let note = String(decoding: try contents(small.memory), as: UTF8.self)
            let seen = try Checkpoint(
                verifying: note, origin: vault.origin, key: vault.publicKey)
            #expect(seen.size == UInt64(try vault.auditEntries().count))
        }
    }

    @Test func `whose commit fails at the last moment leaves row, entry and memory as they were`()
        throws
    {
        let small = try TestVault.small()
        let vault = try small.open()
        let file = try contents(small.path)
        let memory = try contents(small.memory)
        let refuser = Refuser()
        vault.storage.queue.inDatabase { $0.add(transactionObserver: refuser) }
        #expect(throws: Stop.self) { try vault.change(Settings()) }
        #expect(refuser.wasAsked)
        #expect(try contents(small.path) == file)
        #expect(try contents(small.memory) == memory)
        #expect(try small.open().standing == .current)
    }

    /// Says no when everything is written and only the commit is missing.
    private final class Refuser: TransactionObserver {
        private(set) var wasAsked = false

        func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
        func databaseDidChange(with event: DatabaseEvent) {}
        func databaseWillCommit() throws {
            wasAsked = true
            throw Stop()
        }
        func databaseDidCommit(_ db: Database) {}
        func databaseDidRollback(_ db: Database) {}
    }

    @Test func `does not move the memory while it has not been committed`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let memory = try contents(small.memory)
        let path = try small.memory
        try vault.commit(AuditEvent(.auditView)) { _ in
            let present = try contents(path)
            #expect(present == memory)
        }
        #expect(try contents(path) != memory)
    }

    @Test func `whose machine stopped before the memory was moved mends itself at the next`() throws
    {
        let small = try TestVault.small()
        let memory = try contents(small.memory)
        try small.open().change(Settings())
        try write(memory, to: small.memory)
        let vault = try small.open()
        #expect(vault.standing == .current)
        try vault.change(Settings())
        #expect(try small.open().standing == .current)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `on an exported document's stick or none never writes over a newer file`() throws {
        let small = try TestVault.small()
        let one = try small.open()
        let two = try small.open()
        for _ in 0..<3 {
            try one.change(Settings())
            try two.change(Settings())
        }
        #expect(try small.verify().damages.isEmpty)
        #expect(try one.auditEntries().count == 20)
    }

    @Test(arguments: ["", "nonsense", "vault-00\n1\nAAAA\n\n", String(repeating: "x", count: 9000)])
    func `is refused where the memory of this computer was changed, until a restore says why`(
        _ text: String
    ) throws {
        let small = try TestVault.small()
        try write(text, to: small.memory)
        let vault = try small.open()
        #expect(vault.standing == .memoryChanged)
        #expect(try vault.records(.client).count == 3)
        let error = #expect(throws: VaultError.self) { try vault.change(Settings()) }
        #expect(error == .memoryChanged)
        #expect(error?.exitCode == .olderCopy)
        _ = try vault.restore(reason: .damagedFile)
        #expect(try vault.auditEntries().last?.act == .vaultRestore)
        #expect(try small.open().standing == .current)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `is refused where the memory is gone and the session's key is not`() throws {
        let small = try TestVault.small()
        let vault = try small.open(with: Sample.passphrase)
        unlink(try small.memory)
        // The first act of a session may have stopped before it was remembered.
        #expect(try small.open().standing == .current)
        try vault.change(Settings())
        unlink(try small.memory)
        #expect(try small.open().standing == .memoryChanged)
    }

    @Test func `goes on where this computer has no memory of the vault yet`() throws {
        let small = try TestVault.small()
        let here = try TestVault(copying: small, memory: false)
        let vault = try here.open()
        #expect(vault.standing == .current)
        try vault.change(Settings())
        #expect(try here.open().standing == .current)
    }

    @Test func `keeps text that is too large out with its own words`() throws {
        let vault = try TestVault.smallest().open()
        #expect(throws: VaultError.tooLarge) {
            try vault.commit(AuditEvent(.settingsChange)) {
                try $0.append(
                    RecordHeader(type: .settings, number: 1, writtenAt: 0),
                    body: [UInt8](repeating: 0, count: Storage.largestBlob / 2),
                    record: try $0.newRecordID(), owner: KeyRing.practice)
            }
        }
    }
}

@Suite struct `Wrong passphrases` {
    @Test func `make each next attempt wait longer, up to a minute`() throws {
        let small = try TestVault.smallest()
        var waits: [Int64] = []
        for _ in 0..<3 {
            let error = #expect(throws: SealingError.self) {
                _ = try small.open(with: "not this one")
            }
            #expect(error == .wrongPassphrase)
            #expect(error?.exitCode == .locked)
            waits.append(try small.closed().waitBeforeAttempt())
        }
        #expect(waits == [1, 2, 4])
        small.clock.advance(seconds: 3)
        #expect(try small.closed().waitBeforeAttempt() == 1)
        small.clock.advance(seconds: 1)
        #expect(try small.closed().waitBeforeAttempt() == 0)
    }

    @Test(arguments: [
        (0, 0), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60), (8, 60), (1_000_000, 60),
    ])
    func `wait so many seconds`(_ count: Int, _ seconds: Int64) {
        #expect(FailedAttempts(text: "\(count) 1000").remaining(now: 1000) == seconds)
        #expect(FailedAttempts(text: "\(count) 1000").remaining(now: 1000 + seconds) == 0)
        // A clock that went back never makes it longer than the wait itself.
        #expect(FailedAttempts(text: "\(count) 1000").remaining(now: -5000) == seconds)
    }

    @Test(arguments: [
        "", "x", "1", "-1 5", "9223372036854775807 9223372036854775807",
        "1 9223372036854775807", "1 -9223372036854775808", "1 2 3", "99999999999999999999 1",
    ])
    func `are counted without a crash, whatever stands in the file`(_ text: String) {
        let failures = FailedAttempts(text: text)
        #expect((0...60).contains(failures.remaining(now: 1_795_460_400)))
        #expect((0...60).contains(failures.remaining(now: 0)))
    }

    @Test func `are entered into the trail at the next opening, and then forgotten`() throws {
        let small = try TestVault.smallest()
        for _ in 0..<2 {
            #expect(throws: SealingError.wrongPassphrase) { _ = try small.open(with: "nor this") }
        }
        let vault = try small.open(with: Sample.passphrase)
        let entries = try vault.auditEntries().suffix(2)
        #expect(entries.map(\.act) == [.vaultOpenFailed, .vaultOpen])
        #expect(entries.first?[.count] == "2")
        #expect(entries.last?[.method] == "passphrase")
        #expect(try small.closed().waitBeforeAttempt() == 0)
        _ = try small.open(with: Sample.passphrase)
        #expect(try vault.auditEntries().suffix(2).map(\.act) == [.vaultOpen, .vaultOpen])
    }

    @Test func `are told without claiming more than is known`() {
        #expect(
            SealingError.wrongPassphrase.problem
                == "This passphrase does not open the vault: it is mistyped, or the file's lock is damaged."
        )
    }
}
