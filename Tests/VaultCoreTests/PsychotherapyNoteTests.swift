import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `Psychotherapy notes` {
    @Test func `are numbered, dated and kept by client, each as it stands now`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let (mara, noel) = (try vault.find("C1", .client), try vault.find("C2", .client))
        let notes = try small.notes(vault)
        let first = try notes.add("First thought.", day: "2026-11-16", of: mara)
        let second = try notes.add("Second thought.", day: "2026-11-17", of: noel)
        let third = try notes.add("Third thought.", day: "2026-11-18", of: mara)
        #expect([first, second, third].map(\.shortName) == ["P1", "P2", "P3"])
        try notes.change(first, to: "First thought, again.")
        #expect(throws: VaultError.changedMeanwhile) { try notes.change(first, to: "Lost.") }

        let again = try small.notes(try small.open())
        #expect(
            try again.all().map(\.content.text) == [
                "First thought, again.", "Second thought.", "Third thought.",
            ])
        #expect(try again.all(of: mara).map(\.shortName) == ["P1", "P3"])
        #expect(try again.all(of: noel) == [second])
        #expect(try again.all().map(\.content.day) == ["2026-11-16", "2026-11-17", "2026-11-18"])
        #expect(try again.all().map(\.revision) == [2, 1, 1])
        #expect(try again.all().map(\.client) == [mara.record, noel.record, mara.record])
        #expect(try again.view("p1").content.text == "First thought, again.")
        for name in ["P4", "P", "", "1", "S1"] {
            #expect(throws: VaultError.unknown("psychotherapy note of that number")) {
                _ = try again.view(name)
            }
        }
        let report = try small.verify()
        #expect(report.damages.isEmpty, "\(report.damages)")
    }

    @Test func `leave entries of their own, with ids and no word`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let notes = try small.notes(vault)
        let client = try vault.find("C1", .client)
        let note = try notes.add("zanzibar", day: "2026-11-16", of: client)
        _ = try notes.view("P1")
        try notes.change(note, to: "zanzibar again")
        let entries = try vault.auditEntries().suffix(3)
        #expect(
            entries.map(\.act) == [
                .psychotherapyNoteCreate, .psychotherapyNoteView, .psychotherapyNoteChange,
            ])
        #expect(entries.allSatisfy { $0.client == client.owner.bytes })
        #expect(entries.allSatisfy { $0.record == note.record.bytes })
        // The client's key of such notes is a row of its own, made with the first.
        #expect(entries.map(\.rows.count) == [2, 0, 1])
        #expect(entries.allSatisfy { $0.bytes.firstRange(of: "zanzibar".utf8) == nil })
    }

    @Test func `are in no list, no search and no other table`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let before = try vault.summaries()
        let tables = ["owner_key", "revision", "body", "attachment_piece"]
        let rows = try tables.flatMap { try Attacker.rows(small.path, $0) }
        let note = try small.notes(vault)
            .add("zanzibar", day: "2026-11-16", of: vault.find("C1", .client))
        #expect(try vault.summaries() == before)
        #expect(try small.open().summaries() == before)
        #expect(try tables.flatMap { try Attacker.rows(small.path, $0) } == rows)
        for type in RecordType.allCases {
            #expect(try !vault.records(type).contains { $0.record == note.record })
        }
        #expect(throws: VaultError.self) {
            _ = try vault.find("P1", .client, .session, .document, .jotting, .attachment)
        }
        #expect(try vault.search(["zanzibar"], limit: 10).isEmpty)
        #expect(throws: VaultError.self) { _ = try vault.summary(note.record) }
    }

    /// A word of a note, looked for in every file that this program writes.
    @Test func `leave no word in the vault's file, its memory or the index`() throws {
        let small = try TestVault.everySlot()
        let vault = try small.open()
        let canary = "zanzibarcanary"
        let notes = try small.notes(vault)
        let client = try vault.find("C1", .client)
        let note = try notes.add("\(canary) 1", day: "2026-11-16", of: client)
        try notes.change(note, to: "\(canary) 2")
        // So many records that list and index keep what they know.
        for number in 0..<SearchIndex.stale + 2 {
            _ = try vault.jot("Invented \(number)", about: client, session: nil, on: "2026-11-16")
        }
        let again = try small.open()
        _ = try again.summaries()
        #expect(try again.search([canary], limit: 10).isEmpty)
        #expect(try again.search(["invented"], limit: 200).count > 60)
        var files = [small.path]
        let state = try #require(try small.folder.names(in: "state").first)
        files += try small.folder.names(in: "state/" + state).map {
            "\(small.stateRoot)/\(state)/\($0)"
        }
        #expect(files.contains { $0.hasSuffix("/search") })
        #expect(files.contains { $0.hasSuffix("/summaries") })
        for file in files {
            let bytes = try contents(file)
            #expect(bytes.firstRange(of: Array(canary.utf8)) == nil, "\(file)")
            #expect(bytes.firstRange(of: note.record.bytes) == nil || file == small.path)
        }
    }

    @Test func `have a key for each client that opens no other's`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let notes = try small.notes(vault)
        let (mara, noel) = (try vault.find("C1", .client), try vault.find("C2", .client))
        let one = try notes.add("First thought.", day: "2026-11-16", of: mara)
        _ = try notes.add("Second thought.", day: "2026-11-17", of: noel)
        let rows = try vault.read { try PsychotherapyRow.all($0) }
        let keys = rows.filter { $0.revision == 0 }
        #expect(keys.map(\.owner) == [mara.record.bytes, noel.record.bytes])
        let note = try #require(rows.first { $0.record == one.record.bytes })
        // Under another client's id: the key of that client is used, and does not open it.
        var moved = note
        moved.owner = noel.record.bytes
        let refused = { (rows: [PsychotherapyRow]) in
            let error = #expect(throws: (any Error).self) { _ = try notes.newest(rows, of: nil) }
            #expect((error as? any UserFacing)?.exitCode == .doesNotVerify)
        }
        refused(keys + [moved])
        // Nor does the client's key for everything else.
        var exchanged = keys
        exchanged[0].sealed = keys[1].sealed
        refused(exchanged + [note])
        let other = try Attacker.blob(small.path, "SELECT sealed FROM owner_key ORDER BY sequence")
        exchanged[0].sealed = other
        refused(exchanged + [note])
        refused([note])
        #expect(try notes.newest(keys + [note], of: nil) == [one])
    }

    @Test func `outlive a new passphrase and a new recovery code, without a row rewritten`() throws
    {
        let small = try TestVault.everySlot()
        let records = try small.storedRecords()
        let vault = try small.open()
        try vault.changePassphrase(to: try Sample.passphrase("new words"), cost: .floor)
        try vault.setRecovery(try Sample.passphrase("a newer sheet"))
        for opened in [
            try small.unlock("new words"), try small.unlock("a newer sheet", .recovery),
            try small.unlock(TestVault.executorWords, .executor),
        ] {
            #expect(opened.psychotherapyNeedsPassphrase)
            #expect(try small.notes(opened).all().count == 2)
        }
        #expect(try small.storedRecords() == records)
    }

    @Test func `take a second passphrase, another and none, without a row rewritten`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let notes = try small.notes(vault)
        let made = try [
            notes.add("First thought.", day: "2026-11-16", of: vault.find("C1", .client)),
            notes.add("Second thought.", day: "2026-11-17", of: vault.find("C2", .client)),
        ]
        let records = try small.storedRecords()
        #expect(!vault.psychotherapyNeedsPassphrase)
        for second in ["one second", "another second"] {
            try notes.protect(with: try Sample.passphrase(second), cost: .floor)
            #expect(vault.psychotherapyNeedsPassphrase)
            let again = try small.open()
            #expect(again.psychotherapyNeedsPassphrase)
            #expect(try small.notes(again, second: second).all() == made)
            for wrong in ["one second", "another second", Sample.passphrase] where wrong != second {
                #expect(throws: VaultError.wrongSecondPassphrase) {
                    _ = try small.notes(again, second: wrong)
                }
            }
        }
        try notes.protect(with: nil)
        let asked = try small.open()
        #expect(!asked.psychotherapyNeedsPassphrase)
        // Nobody is asked for what there is none of.
        let open = try PsychotherapyNotes(of: asked) { throw SealingError.unusablePassphrase }
        #expect(try open.all() == made)
        #expect(try small.storedRecords() == records)
        #expect(
            try asked.auditEntries().suffix(3).map { $0[.setting] }
                == [String?](repeating: "psychotherapy-passphrase", count: 3))
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `are not opened by the vault key where there is a second passphrase`() throws {
        let small = try TestVault.everySlot()
        let vault = try small.open()
        let lock = try #require(vault.header.psychotherapy)
        #expect(throws: VaultError.wrongSecondPassphrase) {
            _ = try small.notes(vault, second: Sample.passphrase)
        }
        // It counts as an attempt, makes the next one wait, and the next opening tells.
        #expect(try vault.waitBeforeAttempt() == 1)
        let entries = try small.unlock(Sample.passphrase).auditEntries().suffix(2)
        #expect(entries.map(\.act) == [.vaultOpenFailed, .vaultOpen])
        // The wraps lie one in the other: taking the outer off by hand gives no key.
        var bare = lock
        bare.salt = []
        bare.cost = PassphraseCost(memory: 0, passes: 0)
        #expect(throws: (any Error).self) {
            _ = try bare.unwrap(vault: vault.id, vaultKey: vault.keys.vaultKey) {
                try Sample.passphrase()
            }
        }
        // And the second passphrase alone, under another vault key, is nothing either.
        let foreign = try SecretKey.random()
        #expect(throws: SealingError.wrongKeyOrPlace) {
            _ = try lock.unwrap(vault: vault.id, vaultKey: foreign) {
                try Sample.passphrase(TestVault.secondPassphrase)
            }
        }
        #expect(throws: SealingError.wrongKeyOrPlace) {
            _ = try lock.unwrap(
                vault: [UInt8](repeating: 7, count: 16), vaultKey: vault.keys.vaultKey
            ) { try Sample.passphrase(TestVault.secondPassphrase) }
        }
    }

    @Test func `whose second passphrase is not typed are not opened, and nothing is written`()
        throws
    {
        struct Cancelled: Error {}
        let small = try TestVault.everySlot()
        let vault = try small.open()
        let size = try vault.auditEntries().count
        #expect(throws: Cancelled.self) {
            _ = try PsychotherapyNotes(of: vault) { throw Cancelled() }
        }
        #expect(try small.open().auditEntries().count == size)
    }
}

/// Attacks 1 to 5 on psychotherapy notes, which `vault verify` checks without opening them.
@Suite struct `Moved psychotherapy notes` {
    /// P1 in three revisions and P3, of C1; P2 of C2. Rows 1 and 2 of the table are C1's key and P1.
    private static func filled() throws -> TestVault {
        let small = try TestVault.small()
        let vault = try small.open()
        let notes = try small.notes(vault)
        let (mara, noel) = (try vault.find("C1", .client), try vault.find("C2", .client))
        var first = try notes.add("First thought.", day: "2026-11-16", of: mara)
        _ = try notes.add("Second thought.", day: "2026-11-17", of: noel)
        _ = try notes.add("Third thought.", day: "2026-11-18", of: mara)
        for text in ["First thought, again.", "First thought, once more."] {
            try notes.change(first, to: text)
            first = try #require(try notes.all().first)
        }
        return small
    }

    private static let plain = Result { try filled() }
    private static let locked = Result {
        let small = try filled()
        let notes = try small.notes(try small.open())
        try notes.protect(with: try Sample.passphrase(TestVault.secondPassphrase), cost: .floor)
        return small
    }

    private func small(locked: Bool) throws -> TestVault {
        try TestVault(copying: try (locked ? Self.locked : Self.plain).get(), memory: true)
    }

    /// Rows in the order of the table: 0 C1's key, 1 P1, 2 C2's key, 3 P2, 4 P3, 5 P1 again, 6 once
    /// more.
    enum Attack: CaseIterable, Sendable {
        case notesOfOneClient, notesOfTwoClients, wholeNotes, keys, owners
        case rolledBack, olderInPlace, deletedLast, deletedMiddle, deletedKey, allGone
        case planted, plantedKey, doubled, deletedAndDoubled, flipped, renumbered

        /// Whether the number of rows tells at the opening.
        var changesCount: Bool {
            switch self {
            case .deletedLast, .deletedMiddle, .deletedKey, .allGone, .planted, .plantedKey,
                .doubled:
                true
            default: false
            }
        }

        func sql(_ rows: [Int64]) -> String {
            let table = "psychotherapy_note"
            let exchange = { (columns: String, one: Int, two: Int) in
                """
                CREATE TEMP TABLE kept AS SELECT * FROM \(table) WHERE sequence = \(rows[one]);
                UPDATE \(table) SET (\(columns)) =
                    (SELECT \(columns) FROM \(table) WHERE sequence = \(rows[two]))
                    WHERE sequence = \(rows[one]);
                UPDATE \(table) SET (\(columns)) = (SELECT \(columns) FROM kept)
                    WHERE sequence = \(rows[two]);
                """
            }
            switch self {
            case .notesOfOneClient: return exchange("sealed", 1, 4)
            case .notesOfTwoClients: return exchange("sealed", 1, 3)
            case .wholeNotes: return exchange("record, revision, owner, sealed", 3, 4)
            case .keys: return exchange("sealed", 0, 2)
            case .owners: return exchange("owner", 3, 4)
            case .rolledBack:
                return """
                    UPDATE \(table) SET sealed =
                        (SELECT sealed FROM \(table) WHERE sequence = \(rows[5]))
                    WHERE sequence = \(rows[6])
                    """
            case .olderInPlace:
                return """
                    UPDATE \(table) SET (revision, sealed) =
                        (SELECT revision, sealed FROM \(table) WHERE sequence = \(rows[5]))
                    WHERE sequence = \(rows[6])
                    """
            case .deletedLast: return "DELETE FROM \(table) WHERE sequence = \(rows[6])"
            case .deletedMiddle: return "DELETE FROM \(table) WHERE sequence = \(rows[5])"
            case .deletedKey: return "DELETE FROM \(table) WHERE sequence = \(rows[2])"
            case .allGone: return "DELETE FROM \(table)"
            case .planted:
                return """
                    INSERT INTO \(table) SELECT 999, randomblob(16), 1, owner, randomblob(200)
                    FROM \(table) WHERE sequence = \(rows[1])
                    """
            case .plantedKey:
                return """
                    INSERT INTO \(table) SELECT 999, owner, 0, owner, randomblob(105)
                    FROM owner_key ORDER BY sequence DESC LIMIT 1
                    """
            case .doubled:
                return """
                    INSERT INTO \(table) SELECT 999, record, 4, owner, sealed
                    FROM \(table) WHERE sequence = \(rows[6])
                    """
            case .deletedAndDoubled:
                return """
                    DELETE FROM \(table) WHERE sequence = \(rows[6]);
                    INSERT INTO \(table) SELECT 999, record, 2, owner, sealed
                    FROM \(table) WHERE sequence = \(rows[4])
                    """
            case .flipped:
                return "UPDATE \(table) SET sealed = zeroblob(120) WHERE sequence = \(rows[3])"
            case .renumbered:
                return "UPDATE \(table) SET sequence = 999 WHERE sequence = \(rows[6])"
            }
        }
    }

    @Test(arguments: Attack.allCases, [false, true])
    func `are noticed, with a second passphrase and without`(
        _ attack: Attack, _ isLocked: Bool
    ) throws {
        let small = try small(locked: isLocked)
        let rows = try Attacker.read(small.path) {
            try Int64.fetchAll(
                $0, sql: "SELECT sequence FROM psychotherapy_note ORDER BY sequence")
        }
        try #require(rows.count == 7)
        try Attacker.edit(small.path) { try $0.execute(sql: attack.sql(rows)) }
        let report = try small.verify()
        #expect(report.exitCode == .doesNotVerify, "\(report.damages)")
        let places = report.damages.map(\.place)
        #expect(places.contains("the number of rows") == attack.changesCount)
        // Either a row that the trail does not know, or one that it knows and is not there.
        #expect(places.contains { $0.hasPrefix("row ") }, "\(places)")
        #expect(report.readable == report.revisions)
        if attack.changesCount {
            #expect(throws: VaultError.damaged("rows are missing or were added")) {
                _ = try small.open()
            }
        }
    }

    @Test(arguments: Attack.allCases)
    func `never show one client's thought as another's, nor an older one as the newest`(
        _ attack: Attack
    ) throws {
        let small = try small(locked: false)
        let vault = try small.open()
        let known = try small.notes(vault).all()
        let rows = try vault.read { try PsychotherapyRow.all($0) }.map(\.sequence)
        try Attacker.edit(small.path) { try $0.execute(sql: attack.sql(rows)) }
        do {
            let shown = try small.notes(try small.openUnsettled()).all()
            // What is shown at all is what she wrote; missing ones the opening tells of.
            #expect(attack.changesCount || attack == .renumbered || attack == .wholeNotes)
            let texts = Set(known.map(\.content.text) + ["First thought, again."])
            #expect(shown.allSatisfy { texts.contains($0.content.text) })
            for note in shown {
                #expect(known.first { $0.record == note.record }?.client == note.client)
            }
        } catch let error as any UserFacing {
            #expect(error.exitCode == .doesNotVerify)
        }
    }

    @Test func `take no new one under a key that was another client's`() throws {
        let small = try small(locked: false)
        let client = try small.open().find("C3", .client)
        // C3 has no notes and so no key for them yet.
        try Attacker.edit(small.path) {
            try $0.execute(
                sql: """
                    UPDATE psychotherapy_note SET record = ?1, owner = ?1
                    WHERE sequence = (SELECT min(sequence) FROM psychotherapy_note)
                    """, arguments: [Data(client.record.bytes)])
        }
        let file = try contents(small.path)
        let notes = try small.notes(try small.open())
        #expect(throws: (any Error).self) {
            _ = try notes.add("A thought.", day: "2026-11-18", of: client)
        }
        #expect(try contents(small.path) == file)
    }

    @Test func `that verify without damage were not opened for it`() throws {
        let small = try small(locked: true)
        let report = try small.verify()
        #expect(report.damages.isEmpty, "\(report.damages)")
        #expect(try small.open().psychotherapyNeedsPassphrase)
    }
}
