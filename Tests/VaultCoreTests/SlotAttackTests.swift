import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

/// Attacks 16 and 37: key slots put back, planted or exchanged, and changes of them cut short.
@Suite struct `The key slots against their forger` {
    private func expectDoesNotVerify(
        _ words: String, _ kind: SlotKind, in small: TestVault
    ) {
        let error = #expect(throws: (any Error).self) { _ = try small.unlock(words, kind) }
        #expect((error as? any UserFacing)?.exitCode == .doesNotVerify)
    }

    @Test
    func `attack 16: each earlier header that is put back is refused and told as rolled back`()
        throws
    {
        let small = try TestVault.small()
        let vault = try small.open()
        var earlier = [try small.storedHeader()]
        for change: () throws -> Void in [
            { try vault.setRecovery(try Sample.passphrase("a sheet")) },
            { try vault.changePassphrase(to: try Sample.passphrase("new words"), cost: .floor) },
            { try small.notes(vault).protect(with: try Sample.passphrase("second"), cost: .floor) },
            { try vault.removeSlot(2) },
        ] {
            try change()
            earlier.append(try small.storedHeader())
        }
        let present = earlier.removeLast()
        let refusal = VaultError.damaged("its header is not the last one that was written")
        for header in earlier {
            try small.replaceHeader(header)
            let error = #expect(throws: VaultError.self) { _ = try small.open() }
            #expect(error == refusal)
            #expect(error?.exitCode == .doesNotVerify)
            let report = try small.verify()
            #expect(report.damages == [.init(.rolledBack, "the header with its key slots")])
            #expect(report.exitCode == .olderCopy)
        }
        // What opened then does not open now, and leaves no entry that says it did.
        try small.replaceHeader(earlier[1])
        #expect(throws: refusal) { _ = try small.unlock("a sheet", .recovery) }
        #expect(throws: refusal) { _ = try small.unlock(Sample.passphrase) }
        try small.replaceHeader(present)
        #expect(try small.open().auditEntries().last?.act == .slotRemove)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `attack 16: a header put back while the vault is open stops the next act`() throws {
        let small = try TestVault.small()
        let header = try small.storedHeader()
        let vault = try small.open()
        try vault.setRecovery(try Sample.passphrase("a sheet"))
        try small.replaceHeader(header)
        #expect(throws: VaultError.damaged("its header is not the last one that was written")) {
            try vault.change(Settings())
        }
    }

    @Test func `attack 16: a planted slot opens nothing, and her own is refused too`() throws {
        let small = try TestVault.smallest()
        var header = try VaultHeader(bytes: small.storedHeader())
        header.slots.append(
            try KeySlot.wrap(
                try SecretKey.random(), under: try Sample.passphrase("his own words"),
                kind: .recovery, number: 2, madeAt: 0, cost: .floor, vault: header.vaultID))
        try small.replaceHeader(header.bytes)
        #expect(try small.closed().has(.recovery))
        expectDoesNotVerify("his own words", .recovery, in: small)
        expectDoesNotVerify(Sample.passphrase, .passphrase, in: small)
        #expect(throws: VaultError.damaged("its header was changed")) { _ = try small.open() }
    }

    @Test func `attack 16: a slot whose owner holds the vault key is refused without its act`()
        throws
    {
        // Someone who once read the key can seal a header; the trail has no entry of it.
        let small = try TestVault.smallest()
        var header = try VaultHeader(bytes: small.storedHeader())
        let key = try SecretKey(copying: small.key)
        header.slots.append(
            try KeySlot.wrap(
                key, under: try Sample.passphrase("his own words"), kind: .recovery, number: 2,
                madeAt: 0, cost: .floor, vault: header.vaultID))
        try header.seal(with: key)
        try small.replaceHeader(header.bytes)
        expectDoesNotVerify("his own words", .recovery, in: small)
        #expect(
            try small.verify().damages == [.init(.rolledBack, "the header with its key slots")])
    }

    enum Exchange: CaseIterable, Sendable {
        case kinds, numbers, codes, needed, set, madeAt, wrapped, salts, order, lock, noLock

        func make(_ header: inout VaultHeader) {
            switch self {
            case .kinds:
                header.slots[1].kind = .executor
                header.slots[2].kind = .recovery
                (header.slots[1].shares, header.slots[2].shares) = (header.slots[2].shares, nil)
            case .numbers: header.slots[1].number = 5
            case .codes: header.slots[2].shares?.codes.swapAt(0, 1)
            case .needed: header.slots[2].shares?.needed = 1
            case .set: header.slots[2].shares?.identifier = 8
            case .madeAt: header.slots[1].madeAt += 1
            case .wrapped:
                let wrapped = header.slots[1].wrapped
                header.slots[1].wrapped = header.slots[2].wrapped
                header.slots[2].wrapped = wrapped
            case .salts: header.slots[1].salt = header.slots[2].salt
            case .order: header.slots.swapAt(1, 2)
            case .lock: header.psychotherapy?.salt[0] ^= 1
            case .noLock:
                header.psychotherapy?.salt = []
                header.psychotherapy?.cost = PassphraseCost(memory: 0, passes: 0)
            }
        }
    }

    @Test(arguments: Exchange.allCases)
    func `attack 16: parts of slots that are exchanged end the opening`(
        _ exchange: Exchange
    ) throws {
        let small = try TestVault.everySlot()
        var header = try VaultHeader(bytes: small.storedHeader())
        let before = header
        exchange.make(&header)
        #expect(header != before)
        try small.replaceHeader(header.bytes)
        #expect(throws: VaultError.damaged("its header was changed")) { _ = try small.open() }
    }

    /// Slots that no header may hold, with the word that their owner would seal it with.
    private static let impossible: [@Sendable (inout VaultHeader) -> Void] = [
        { $0.slots.removeFirst() },
        { $0.slots = [] },
        { $0.slots.append($0.slots[0]) },
        { header in header.slots += (0..<4).map { _ in header.slots[1] } },
        { $0.slots[2].shares = nil },
        { $0.slots[1].shares = $0.slots[2].shares },
        { $0.slots[2].shares?.needed = 4 },
        { $0.slots[2].shares?.codes = [[UInt8]](repeating: [1], count: 17) },
        { $0.slots[1].cost.memory = PassphraseCost.floor.memory - 1 },
        { $0.slots[2].cost.passes = .max },
        { $0.psychotherapy?.cost.memory = 1 },
        { $0.psychotherapy?.salt.removeLast() },
        { $0.psychotherapy?.salt = [] },
        { $0.vaultID.removeLast() },
    ]

    @Test(arguments: impossible.indices)
    func `attack 16: of an impossible form are refused before any passphrase is asked`(
        _ index: Int
    ) throws {
        let small = try TestVault.everySlot()
        var header = try VaultHeader(bytes: small.storedHeader())
        Self.impossible[index](&header)
        try header.seal(with: try SecretKey(copying: small.key))
        try small.replaceHeader(header.bytes)
        let error = #expect(throws: SealingError.self) { _ = try small.closed() }
        #expect(error?.exitCode == .doesNotVerify)
    }

    /// Attack 11, for a header with everything in it.
    @Test func `attack 16: no bit of them can be changed, with a new checksum or without`() throws {
        let small = try TestVault.everySlot()
        let original = try small.storedHeader()
        let key = try SecretKey(copying: small.key)
        var accepted: [Int] = []
        for index in original.indices {
            for bit in 0..<8 {
                var edited = original
                edited[index] ^= 1 << bit
                // Without a new checksum nothing else is looked at.
                if bit == index % 8, opens(edited, key) { accepted.append(index) }
                edited = Array(edited.dropLast(36))
                edited += CanonicalBytes.field(Digest.sha256(edited))
                if edited != original, opens(edited, key) { accepted.append(index) }
            }
        }
        #expect(accepted.isEmpty)
        let isOriginalAccepted = opens(original, key)
        #expect(isOriginalAccepted)
    }

    private func opens(_ header: [UInt8], _ key: borrowing SecretKey) -> Bool {
        do {
            try VaultHeader(bytes: header).authenticate(with: key)
            return true
        } catch {
            return false
        }
    }

    private struct Stop: Error {}

    /// Says no when everything is written and only the commit is missing.
    private final class Refuser: TransactionObserver {
        func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
        func databaseDidChange(with event: DatabaseEvent) {}
        func databaseWillCommit() throws { throw Stop() }
        func databaseDidCommit(_ db: Database) {}
        func databaseDidRollback(_ db: Database) {}
    }

    @Test func `attack 37: a change that fails at the last moment leaves the old slots`() throws {
        let small = try TestVault.everySlot()
        let vault = try small.open()
        let (header, file) = (vault.header, try contents(small.path))
        let refuser = Refuser()
        vault.storage.queue.inDatabase { $0.add(transactionObserver: refuser) }
        #expect(throws: Stop.self) {
            try vault.changePassphrase(to: try Sample.passphrase("new words"), cost: .floor)
        }
        #expect(throws: Stop.self) { try vault.setRecovery(try Sample.passphrase("a sheet")) }
        #expect(throws: Stop.self) { try vault.removeSlot(3) }
        #expect(throws: Stop.self) { try small.notes(vault).protect(with: nil) }
        // The open vault too goes on with what the file has.
        #expect(vault.header == header)
        #expect(try contents(small.path) == file)
        vault.storage.queue.inDatabase { $0.remove(transactionObserver: refuser) }
        try vault.removeSlot(3)
        _ = try small.unlock(Sample.passphrase)
        _ = try small.unlock(TestVault.recoveryWords, .recovery)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `attack 19: on a full disk a change leaves the old slots`() throws {
        let small = try TestVault.smallest()
        let vault = try small.open()
        // No page more than there are; entries fill the last one until one does not fit.
        try vault.storage.queue.inDatabase { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        var kept = vault.header
        var words = Sample.passphrase
        var refusal: VaultError?
        for round in 0..<12 where refusal == nil {
            do {
                try vault.changePassphrase(
                    to: try Sample.passphrase("words \(round)"), cost: .floor)
                (kept, words) = (vault.header, "words \(round)")
            } catch let error as VaultError {
                refusal = error
            }
        }
        #expect(refusal == .diskFull)
        #expect(vault.header == kept)
        #expect(try VaultHeader(bytes: small.storedHeader()) == kept)
        #expect(try small.verify().damages.isEmpty)
        let again = try small.unlock(words)
        try again.setRecovery(try Sample.passphrase("a sheet"))
        _ = try small.unlock("a sheet", .recovery)
    }

    @Test func `attack 37: a machine that stopped in the middle has the old slots or the new`()
        throws
    {
        let small = try TestVault.small()
        let before = try contents(small.path)
        let copy = try TestVault(copying: small, memory: true)
        try small.open().changePassphrase(to: try Sample.passphrase("new words"), cost: .floor)
        // Stopped before the journal was deleted, then after.
        try write(try contents(small.path), to: copy.path)
        try write(Journal.restoring(before), to: copy.path + "-journal")
        _ = try copy.unlock(Sample.passphrase)
        #expect(throws: SealingError.wrongPassphrase) { _ = try copy.unlock("new words") }
        #expect(try copy.verify().damages.isEmpty)
        try write(try contents(small.path), to: copy.path)
        try FileManager.default.removeItem(atPath: copy.memory)
        _ = try copy.unlock("new words")
        #expect(throws: SealingError.wrongPassphrase) { _ = try copy.unlock(Sample.passphrase) }
        #expect(try copy.verify().damages.isEmpty)
    }
}
