import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `The ways into the vault` {
    @Test
    func `attack 37: a new passphrase opens, the old one is refused, and no record is rewritten`()
        throws
    {
        let small = try TestVault.small()
        let records = try small.storedRecords()
        let older = try TestVault(copying: small, memory: true)
        try small.open().changePassphrase(
            to: try Sample.passphrase("eight invented storks flew"), cost: .floor)
        #expect(try small.storedRecords() == records)
        let error = #expect(throws: SealingError.self) { _ = try small.unlock(Sample.passphrase) }
        #expect(error == .wrongPassphrase)
        #expect(error?.exitCode == .locked)
        let vault = try small.unlock("eight invented storks flew")
        #expect(try vault.records(.client).count == 3)
        #expect(try vault.auditEntries().map(\.act).contains(.passphraseChange))
        #expect(try small.verify().damages.isEmpty)
        // As it is told to her: a copy from before still opens with the old one.
        _ = try older.unlock(Sample.passphrase)
    }

    @Test func `attack 37: a new passphrase may cost more, which its slot then says`() throws {
        let small = try TestVault.smallest()
        let cost = PassphraseCost(memory: 65 << 20, passes: 4)
        try small.open().changePassphrase(to: try Sample.passphrase("new words"), cost: cost)
        #expect(try VaultHeader(bytes: small.storedHeader()).slots.map(\.cost) == [cost])
        _ = try small.unlock("new words")
    }

    @Test func `are as many as were made, and each says of itself what a list shows`() throws {
        let small = try TestVault.everySlot()
        let now = UInt64(small.clock.now.milliseconds)
        #expect(
            try small.open().slots == [
                SlotSummary(kind: .passphrase, number: 1, madeAt: now, needed: 0, sheets: 0),
                SlotSummary(kind: .recovery, number: 2, madeAt: now, needed: 0, sheets: 0),
                SlotSummary(kind: .executor, number: 3, madeAt: now, needed: 2, sheets: 3),
            ])
        #expect(try SlotKind.allCases.allSatisfy(small.closed().has))
        #expect(try TestVault.smallest().closed().has(.passphrase))
        #expect(try !TestVault.smallest().closed().has(.recovery))
        let report = try small.verify()
        #expect(report.damages.isEmpty, "\(report.damages)")
    }

    @Test(arguments: [
        (SlotKind.recovery, TestVault.recoveryWords, AuditAct.recoveryUse, "2"),
        (.executor, TestVault.executorWords, .executorUse, "3"),
    ])
    func `attack 16: that are used instead of the passphrase are named in the trail`(
        _ kind: SlotKind, _ words: String, _ act: AuditAct, _ number: String
    ) throws {
        let small = try TestVault.everySlot()
        let vault = try small.unlock(words, kind)
        #expect(try vault.records(.client).count == 3)
        let last = try #require(try vault.auditEntries().last)
        #expect(last.act == act)
        #expect(last[.slot] == number)
        #expect(last[.method] == kind.rawValue)
    }

    @Test func `attack 16: open for what belongs to them alone`() throws {
        let small = try TestVault.everySlot()
        for (words, kind) in [
            (TestVault.recoveryWords, SlotKind.passphrase), (TestVault.recoveryWords, .executor),
            (TestVault.executorWords, .recovery), (Sample.passphrase, .recovery),
        ] {
            #expect(throws: SealingError.wrongPassphrase) { _ = try small.unlock(words, kind) }
        }
        // A wrong code makes the next attempt wait as a wrong passphrase does.
        #expect(try small.closed().waitBeforeAttempt() == 8)
        let vault = try small.unlock(TestVault.recoveryWords, .recovery)
        let entries = try vault.auditEntries().suffix(2)
        #expect(entries.map(\.act) == [.vaultOpenFailed, .recoveryUse])
        #expect(entries.first?[.count] == "4")
    }

    @Test func `attack 16: of a kind that is not there open for nothing`() throws {
        let small = try TestVault.smallest()
        #expect(throws: SealingError.wrongPassphrase) {
            _ = try small.unlock(Sample.passphrase, .recovery)
        }
    }

    @Test func `attack 16: that are made anew leave the earlier sheets useless`() throws {
        let small = try TestVault.everySlot()
        let records = try small.storedRecords()
        try small.open().setRecovery(try Sample.passphrase("a newer sheet"))
        try small.open().setExecutor(
            try Sample.passphrase("a newer set"), set: 8, needed: 3, sheets: ["a", "b", "c", "d"])
        for (words, kind) in [
            (TestVault.recoveryWords, SlotKind.recovery), (TestVault.executorWords, .executor),
        ] {
            #expect(throws: SealingError.wrongPassphrase) { _ = try small.unlock(words, kind) }
        }
        let vault = try small.unlock("a newer sheet", .recovery)
        _ = try small.unlock("a newer set", .executor)
        _ = try small.unlock(Sample.passphrase)
        #expect(vault.slots.map(\.kind) == [.passphrase, .recovery, .executor])
        #expect(vault.slots.map(\.number) == [1, 4, 5])
        #expect(vault.slots.map(\.sheets) == [0, 0, 4])
        #expect(try small.storedRecords() == records)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `recognise a sheet of the present set, and no other`() throws {
        let small = try TestVault.everySlot()
        let vault = try small.open()
        #expect(try TestVault.sheets.map(vault.recognise) == [1, 2, 3])
        for words in ["", "one invented sheeT", TestVault.executorWords, TestVault.recoveryWords] {
            #expect(try vault.recognise(sheet: words) == nil)
        }
        let checks = try vault.auditEntries().suffix(7)
        #expect(checks.allSatisfy { $0.act == .slotCheck })
        #expect(
            checks.map { $0[.outcome] } == [
                "sheet-1", "sheet-2", "sheet-3", "unknown", "unknown", "unknown", "unknown",
            ])
        try vault.setExecutor(
            try Sample.passphrase("a newer set"), set: 8, needed: 1, sheets: ["a", "b"])
        #expect(try vault.recognise(sheet: TestVault.sheets[0]) == nil)
        #expect(try vault.recognise(sheet: "b") == 2)
        #expect(try small.open().recognise(sheet: "a") == 1)
        // What is kept of a sheet is neither its words nor their plain digest.
        let header = try small.storedHeader()
        #expect(header.firstRange(of: Digest.sha256(Array("a".utf8))) == nil)
        #expect(try contents(small.path).firstRange(of: Array("invented sheet".utf8)) == nil)
    }

    @Test func `can be tried without opening anything, and the trail says what came of it`() throws
    {
        let small = try TestVault.everySlot()
        let closed = try small.closed()
        for (words, kind, opens) in [
            (TestVault.recoveryWords, SlotKind.recovery, true),
            (TestVault.executorWords, .executor, true), (TestVault.executorWords, .recovery, false),
            ("other words", .passphrase, false),
        ] {
            #expect(try closed.opens(with: try Sample.passphrase(words), kind: kind) == opens)
        }
        #expect(
            try !TestVault.smallest().closed().opens(with: Sample.passphrase(), kind: .executor))
        // A try is no attempt at breaking in.
        #expect(try closed.waitBeforeAttempt() == 0)
        let vault = try small.open()
        try vault.noteCheck(of: .recovery, opens: true)
        try vault.noteCheck(of: .executor, opens: false)
        let entries = try vault.auditEntries().suffix(2)
        #expect(entries.allSatisfy { $0.act == .slotCheck })
        #expect(entries.map { $0[.kind] } == ["recovery", "executor"])
        #expect(entries.map { $0[.outcome] } == ["opens", "unknown"])
    }

    @Test func `can be taken away, but never the passphrase's`() throws {
        let small = try TestVault.everySlot()
        let vault = try small.open()
        #expect(throws: SlotError.lastOne) { try vault.removeSlot(1) }
        for number: UInt64 in [0, 4, .max] {
            #expect(throws: SlotError.unknown) { try vault.removeSlot(number) }
        }
        try vault.removeSlot(3)
        #expect(vault.slots.map(\.kind) == [.passphrase, .recovery])
        let last = try #require(try vault.auditEntries().last)
        #expect(last.act == .slotRemove)
        #expect(last[.slot] == "3")
        #expect(last[.kind] == "executor")
        #expect(throws: SealingError.wrongPassphrase) {
            _ = try small.unlock(TestVault.executorWords, .executor)
        }
        #expect(try vault.recognise(sheet: TestVault.sheets[0]) == nil)
        try small.open().removeSlot(2)
        #expect(try small.open().slots.map(\.kind) == [.passphrase])
        #expect(throws: SlotError.lastOne) { try small.open().removeSlot(1) }
        _ = try small.unlock(Sample.passphrase)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `never get the number of one that was taken away`() throws {
        let small = try TestVault.everySlot()
        try small.open().removeSlot(3)
        try small.open().setExecutor(
            try Sample.passphrase("a newer set"), set: 8, needed: 1, sheets: ["a"])
        #expect(try small.open().slots.map(\.number) == [1, 2, 4])
        try small.open().removeSlot(4)
        try small.open().removeSlot(2)
        try small.open().setRecovery(try Sample.passphrase("a newer sheet"))
        #expect(try small.open().slots.map(\.number) == [1, 5])
    }

    /// How many sheets, and how many of them are needed.
    @Test(arguments: [(17, 2), (40, 2), (80, 3), (5000, 2), (0, 0), (0, 1), (3, 4), (3, 0)])
    func `are left as they were where there are too many sheets, or too few`(
        _ count: Int, _ needed: Int
    ) throws {
        let small = try TestVault.everySlot()
        let file = try contents(small.path)
        #expect(throws: SlotError.impossibleSheets) {
            try small.open().setExecutor(
                try Sample.passphrase("a newer set"), set: 8, needed: needed,
                sheets: (0..<count).map { "sheet \($0)" })
        }
        #expect(try contents(small.path) == file)
        #expect(try small.open().slots.count == 3)
    }

    @Test func `stand in a header of one size, whatever they are`() throws {
        let small = try TestVault.small()
        var sizes = [try small.storedHeader().count]
        let vault = try small.open()
        let change: [() throws -> Void] = [
            { try vault.setRecovery(try Sample.passphrase("a sheet")) },
            {
                try vault.setExecutor(
                    try Sample.passphrase("a set"), set: .max, needed: 16,
                    sheets: (0..<16).map { "sheet \($0)" })
            },
            {
                try small.notes(vault).protect(
                    with: try Sample.passphrase("a second"), cost: .floor)
            },
            { try vault.changePassphrase(to: try Sample.passphrase("new words"), cost: .floor) },
            { try vault.removeSlot(2) },
            { try small.notes(vault, second: "a second").protect(with: nil) },
        ]
        for change in change {
            try change()
            let stored = try small.storedHeader()
            #expect(try VaultHeader(bytes: stored) == vault.header)
            sizes.append(stored.count)
        }
        #expect(sizes == [Int](repeating: 3840, count: 7))
        _ = try small.unlock("new words")
        #expect(try small.verify().damages.isEmpty)
    }

    enum Change: CaseIterable, Sendable {
        case passphrase, recovery, executor, remove, second

        func make(in small: TestVault, _ vault: Vault, by who: String) throws {
            switch self {
            case .passphrase:
                try vault.changePassphrase(to: try Sample.passphrase(who), cost: .floor)
            case .recovery: try vault.setRecovery(try Sample.passphrase(who))
            case .executor:
                try vault.setExecutor(
                    try Sample.passphrase(who), set: 9, needed: 1, sheets: [who])
            case .remove: try vault.removeSlot(3)
            case .second:
                try small.notes(vault).protect(with: try Sample.passphrase(who), cost: .floor)
            }
        }
    }

    /// What two commands do, and whether the second is refused: it counted on slots that are no
    /// longer there.
    private static let races: [(Change, Change, Bool)] = [
        (.passphrase, .passphrase, true), (.recovery, .recovery, true),
        (.executor, .executor, true), (.passphrase, .recovery, true),
        (.executor, .remove, true), (.remove, .remove, true), (.remove, .executor, true),
        (.recovery, .remove, false), (.recovery, .second, false), (.second, .passphrase, false),
        (.second, .second, false),
    ]

    @Test(arguments: races)
    func `that two commands change at once are changed one after the other, or not at all`(
        _ first: Change, _ second: Change, _ isRefused: Bool
    ) throws {
        let small = try TestVault.everySlot()
        let (one, two) = (try small.open(), try small.open())
        try first.make(in: small, one, by: "one")
        if isRefused {
            let size = try one.auditEntries().count
            #expect(throws: VaultError.changedMeanwhile) {
                try second.make(in: small, two, by: "two")
            }
            #expect(try VaultHeader(bytes: small.storedHeader()) == one.header)
            #expect(try small.open().auditEntries().count == size)
        } else {
            try second.make(in: small, two, by: "two")
            #expect(try VaultHeader(bytes: small.storedHeader()) == two.header)
        }
        if isRefused || first != second { try expect(first, by: "one", in: small) }
        if !isRefused { try expect(second, by: "two", in: small) }
        #expect(try small.verify().damages.isEmpty)
    }

    private func expect(_ change: Change, by who: String, in small: TestVault) throws {
        switch change {
        case .passphrase: _ = try small.unlock(who)
        case .recovery: _ = try small.unlock(who, .recovery)
        case .executor: _ = try small.unlock(who, .executor)
        case .remove: #expect(try small.open().slots.map(\.kind).contains(.executor) == false)
        case .second:
            let notes = try small.notes(try small.open(), second: who)
            #expect(try notes.all().count == 2)
        }
    }
}
