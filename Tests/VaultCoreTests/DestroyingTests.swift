import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing

@testable import VaultCore

@Suite struct `A destroyed record` {
    private let reason = "added by\n mistake"

    private func destroy(_ name: String, in vault: Vault) throws -> RecordSummary {
        try vault.destroy(try vault.find(name, .client), reason: reason)
    }

    private func sealed(_ path: String, of client: RecordSummary) throws -> [[UInt8]] {
        let owner = Data(client.owner.bytes)
        return try Attacker.read(path) { database in
            try [
                "SELECT sealed FROM owner_key WHERE owner = ?",
                "SELECT header FROM revision WHERE owner = ?",
                "SELECT b.sealed FROM body b JOIN revision r USING (sequence) WHERE r.owner = ?",
                "SELECT sealed FROM psychotherapy_note WHERE owner = ?",
                """
                SELECT p.sealed FROM attachment_piece p
                WHERE p.record IN (SELECT record FROM revision WHERE owner = ?)
                """,
            ].flatMap { sql in
                try Data.fetchAll(database, sql: sql, arguments: [owner]).map { Array($0) }
            }
        }
    }

    private func holds(_ file: [UInt8], _ envelope: [UInt8]) -> Bool {
        // Its salt and key commitment: no two envelopes share them.
        Data(file).range(of: Data(envelope.prefix(57))) != nil
    }

    @Test func `leaves no byte of its envelopes in the file, and the vault verifies`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let notes = try PsychotherapyNotes(of: vault) { throw SealingError.unusablePassphrase }
        _ = try notes.add("Only mine.", day: "2026-11-02", of: client)
        let scan = small.folder("scan.pdf")
        try write([UInt8](repeating: 7, count: 300_000), to: scan)
        _ = try vault.attach(fileAt: scan, titled: "Scan", to: client, day: "2026-11-02")
        let envelopes = try sealed(small.path, of: client)
        #expect(envelopes.count > 10)
        let before = try contents(small.path)
        #expect(envelopes.allSatisfy { holds(before, $0) })
        let others = try sealed(small.path, of: try vault.find("C2", .client))
        let replaced = try #require(FileHandle(forReadingAtPath: small.path))

        let certificate = try destroy("C1", in: vault)
        let after = try contents(small.path)
        #expect(envelopes.allSatisfy { !holds(after, $0) })
        let wiped = Array(try #require(try replaced.readToEnd()))
        #expect(wiped.count == before.count && wiped.allSatisfy { $0 == 0 })
        #expect(others.allSatisfy { holds(after, $0) })
        #expect(try small.verify().damages.isEmpty)
        #expect(try mode(small.path) == 0o600)
        #expect(
            try small.folder.names().filter { $0.hasPrefix("small.vault") } == ["small.vault"])

        // The same vault goes on, and so does one that is opened anew.
        for vault in [vault, try small.open()] {
            #expect(try vault.records(.client).map(\.shortName) == ["C2", "C3"])
            #expect(throws: VaultError.unknown("C1")) { try vault.find("C1", .client) }
            #expect(throws: VaultError.unknown("D1")) { try vault.find("D1", .document) }
            #expect(try vault.find("S2", .session).header.day == "2026-11-17")
        }
        let entry = try #require(try vault.auditEntries().last { $0.act == .clientDestroy })
        #expect(entry.record == certificate.record.bytes && entry.client == client.owner.bytes)
        #expect(entry[.digest] == (try vault.certificate(certificate).digest))
        #expect(try vault.auditEntries().contains { !$0.isOpen && $0.act == .sessionCreate })
    }

    @Test func `is told by a signed certificate without a name`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let record = try destroy("C1", in: vault)
        #expect(record.shortName == "T1")
        let found = try vault.certificate(record)
        #expect(found.client == "C1" && found.reason == "added by mistake")
        #expect(found.kinds.contains(.init(name: "documents", count: 1)))
        #expect(found.firstService?.iso == "2026-11-16" && found.lastService?.iso == "2026-11-16")
        let note = try SignedNote(Array(try vault.signedNote(of: record).utf8))
        let key = try VerifierKey(name: vault.origin, publicKey: vault.publicKey)
        #expect(try note.text(signedBy: key) == Array(found.statement.utf8))
        let page = try vault.sheet(of: found, record).text
        for text in [page, found.statement] {
            #expect(!text.contains("Mara") && !text.contains("Example"))
            #expect(text.contains("added by mistake"))
        }
    }

    @Test func `is named with every backup and export that still holds it`() throws {
        let small = try TestVault.small()
        _ = try small.backUp()
        let vault = try small.open()
        let found = try vault.destruction(
            of: try vault.find("C1", .client), reason: reason)
        #expect(found.copies.map(\.what) == [.backup])
        #expect(found.copies.first?.digest.count == 64)
        let new = try vault.addClient(Sample.clients[2])
        #expect(try vault.destruction(of: new, reason: reason).copies.isEmpty)
    }

    @Test func `is not said to be in an export of another client, or of one who is gone`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let stick = try small.folder.folder("stick")
        let export = try vault.export(
            try vault.find("D1", .document), to: stick, lock: .recipients([Keys.recipient()]))
        let kept = try vault.find("C2", .client)
        #expect(try vault.destruction(of: kept, reason: reason).copies.isEmpty)
        let certificate = try vault.certificate(try destroy("C1", in: vault))
        #expect(certificate.copies.map(\.what) == [.export])
        #expect(try vault.destruction(of: kept, reason: reason).copies.isEmpty)
        #expect(try vault.filesOfDestroyed() == [export.digest: ["C1"]])
    }

    @Test func `is destroyed only when it may be`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        var client = try vault.find("C1", .client)
        let before = try contents(small.path)
        #expect(throws: DestructionError.inTreatment) { try vault.destroy(client) }
        #expect(throws: DestructionError.noReason) { try vault.destroy(client, reason: " \n") }
        #expect(try contents(small.path) == before)
        try vault.hold(client, reason: "invented complaint")
        client = try vault.find("C1", .client)
        #expect(throws: DestructionError.held) { try vault.destroy(client, reason: reason) }
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `is destroyed as it was when she looked, or not at all`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let plan = try vault.plan(of: client, reason: reason)
        try small.open().jotMany(about: "C1") { "later \($0)" }
        #expect(throws: DestructionError.changedMeanwhile) { try vault.destroy(client, as: plan) }
        #expect(try small.folder.names().filter { $0.hasPrefix("small.vault") } == ["small.vault"])
        #expect(try small.open().records(.client).count == 3)
    }

    @Test func `gives none of its numbers to another`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let last = try vault.summaries().map(\.sequence).max() ?? 0
        _ = try destroy("C3", in: vault)
        #expect(try vault.addClient(Sample.clients[0]).shortName == "C4")
        let session = try vault.addSession(Sample.session(20), of: try vault.find("C1", .client))
        #expect(session.shortName == "S4")
        #expect(try vault.summaries().filter { $0.sequence > last }.count == 3)
        #expect(try destroy("C4", in: vault).shortName == "T2")
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `is forgotten by the lists and the search index beside the vault`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        try vault.jotMany(about: "C1") { "kestrel \($0)" }
        #expect(try vault.search(["kestrel"], limit: 5).count == 5)
        _ = try vault.summaries()
        #expect(exists(try small.stateFile("search")))
        _ = try destroy("C1", in: vault)
        #expect(!exists(try small.stateFile("search")))
        #expect(!exists(try small.stateFile("summaries")))
        #expect(try vault.search(["kestrel"], limit: 5).isEmpty)
        #expect(try small.open().search(["kestrel"], limit: 5).isEmpty)
        // The entry of the import, which is about no client, promised its rows.
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `is not brought back by a command that waited on the file that was replaced`() throws
    {
        let small = try TestVault.small()
        let (first, second) = (try small.open(), try small.open())
        let other = try second.find("C2", .client)
        let plan = try second.plan(of: other, reason: reason)
        // Under a second name what was replaced stays whole, as it is until it is overwritten.
        #expect(link(small.path, small.folder("replaced")) == 0)
        _ = try destroy("C1", in: first)
        #expect(throws: VaultError.busy) { try second.destroy(other, as: plan) }
        #expect(throws: VaultError.busy) { try second.addClient(Sample.clients[2]) }
        #expect(try small.open().records(.client).map(\.shortName) == ["C2", "C3"])
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `does not pass where it is put back, or where another row is gone`() throws {
        let small = try TestVault.small()
        let key = try Attacker.read(small.path) {
            try #require(
                try Row.fetchOne($0, sql: "SELECT * FROM owner_key ORDER BY sequence LIMIT 1"))
        }
        _ = try destroy("C1", in: try small.open())
        let whole = try contents(small.path)
        // Attack 5: the key of the destroyed client again, from an older copy.
        try Attacker.edit(small.path) {
            try $0.execute(
                sql: "INSERT INTO owner_key VALUES (?, ?, ?)",
                arguments: StatementArguments(Array(key.databaseValues)))
        }
        let damages = try small.verify().damages.map(\.place)
        #expect(damages.contains("row \(key[0] as Int64) was destroyed, and is back"))
        try write(whole, to: small.path)
        #expect(try small.verify().damages.isEmpty)
        try Attacker.edit(small.path) {
            try $0.execute(
                sql: "DELETE FROM body WHERE sequence = (SELECT max(sequence) FROM body)")
            try $0.execute(
                sql: "DELETE FROM revision WHERE sequence = (SELECT max(sequence) FROM revision)")
        }
        #expect(
            try small.verify().damages.contains {
                $0.place.hasPrefix("the certificate of destruction")
            })
    }

    @Test func `is destroyed again when an older backup brings it back`() throws {
        let small = try TestVault.small()
        let older = try contents(small.path)
        _ = try destroy("C1", in: try small.open())
        try write(older, to: small.path)
        var vault = try small.open()
        #expect(try vault.records(.client).count == 3, "an older copy can be looked at")
        #expect(try vault.restore(reason: .restoredBackup))
        vault = try small.open()
        #expect(try vault.records(.client).map(\.shortName) == ["C2", "C3"])
        let certificate = try #require(try vault.certificates().first?.certificate)
        let reason = try #require(certificate.reason)
        #expect(reason.hasPrefix("Was destroyed before, on "))
        #expect(reason.hasSuffix(" and came back with a backup. The reason then: added by mistake"))
        let acts = try vault.auditEntries().map(\.act)
        #expect(acts.suffix(3) == [.vaultRestore, .clientDestroy, .reportMake])
        #expect(try small.verify().damages.isEmpty)
    }

    @Test(arguments: [nil, "no list"])
    func `is destroyed again though the list of the destroyed was lost or damaged`(
        list: String?
    ) throws {
        let small = try TestVault.small()
        let older = try contents(small.path)
        _ = try destroy("C2", in: try small.open())
        _ = try destroy("C1", in: try small.open())
        let kept = try small.stateFile("destroyed")
        if let list {
            try write(list, to: kept)
            _ = try destroy("C3", in: try small.open())
        } else {
            // The computer stopped before the list was kept.
            unlink(kept)
            _ = try small.open()
        }
        try write(older, to: small.path)
        #expect(try small.open().restore(reason: .restoredBackup))
        #expect(try small.open().records(.client).map(\.shortName) == (list == nil ? ["C3"] : []))
    }
}
