import Audit
import Documents
import Foundation
import GRDB
import Testing
import Wording

@testable import VaultCore

@Suite struct `A client's file` {
    private func acts(_ vault: Vault, _ count: Int) throws -> [AuditAct] {
        try vault.auditEntries().suffix(count).map(\.act)
    }

    @Test func `says in its header what lists and reminders need`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.addClient(
            Entries([
                "name": "Ida Beispiel", "opened": "2026-01-05", "plan-review": "2026-12-01",
                "measures": "PHQ-9 every 14 days",
            ]))
        #expect(client.shortName == "C4")
        #expect(client.record == client.owner)
        #expect(client.header.day == "2026-01-05")
        #expect(client.header.label == "I.B.")
        #expect(
            client.header.facts == [
                .planDue: "2026-12-01", .measureEvery: "PHQ-9 every 14 days",
            ])
        #expect(try acts(vault, 1) == [.clientCreate])
    }

    @Test(arguments: [
        (Entries(["name": "Ida Beispiel"]), "I.B."),
        (Entries(["name": "Ida Beispiel", "chosen-name": "Max Beispiel"]), "M.B."),
        (Entries(["name": "Ida Beispiel", "chosen-name": "Max", "alias": "River"]), "River"),
        (Entries([:]), ""),
    ])
    func `goes in lists by the alias, else by the initials of the name she goes by`(
        _ entries: Entries, _ label: String
    ) throws {
        let small = try TestVault.smallest()
        #expect(try small.open().addClient(entries).header.label == label)
    }

    /// The day of discharge before and after a change, and the act it is.
    @Test(
        arguments: [
            (nil, "2026-11-20", AuditAct.clientClose), ("2026-11-20", nil, .clientReopen),
            ("2026-11-20", "2026-11-21", .clientChange), (nil, nil, .clientChange),
        ] as [(String?, String?, AuditAct)])
    func `is discharged and reopened by acts of their own`(
        _ before: String?, _ after: String?, _ act: AuditAct
    ) throws {
        let small = try TestVault.smallest()
        let vault = try small.open()
        var entries = Sample.clients[1]
        entries["closed"] = before
        let client = try vault.addClient(entries)
        entries["closed"] = after
        entries["pronouns"] = "they"
        try vault.change(client, to: entries)
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == act)
        #expect(entry.client == client.record.bytes)
        #expect(entry.record == client.record.bytes)
        let now = try small.open().find("C2", .client)
        #expect(now.header.facts[.closed] == after)
        #expect(now.revision == 2)
        #expect(try vault.entries(of: now) == entries)
    }

    @Test func `is looked at with an entry`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        #expect(try vault.view(client: vault.find("c2", .client))["pronouns"] == "they")
        #expect(try acts(vault, 1) == [.clientView])
    }

    @Test(arguments: ["C4", "c0", "D9", "J1", "C1 ", "", "Mara Example", "client", "PRACTICE"])
    func `is found by its number alone, and a mistyped word is not repeated`(_ name: String) throws
    {
        let small = try TestVault.small()
        let vault = try small.open()
        let error = #expect(throws: VaultError.self) {
            _ = try vault.find(name, .client, .document, .jotting)
        }
        #expect(error?.problem.contains("Mara") == false)
        #expect(error?.problem.uppercased().contains("EXAMPLE") == false)
    }

    @Test func `is not found under another type`() throws {
        let vault = try TestVault.small().open()
        #expect(try vault.find("c1", .client).shortName == "C1")
        let other = VaultError.otherKind(
            "C1", is: "a client", needs: "a session or a document")
        #expect(throws: other) { _ = try vault.find("C1", .session, .document) }
        #expect(throws: VaultError.unknown("C9")) { _ = try vault.find("C9", .session) }
    }

    @Test func `comes in with many at once, each with a key of its own`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let many = (1...20).map { Entries(["name": "Client \($0)", "opened": "2026-01-05"]) }
        let made = try vault.importClients(many)
        #expect(made.map(\.shortName) == (4...23).map { "C\($0)" })
        #expect(try made.map(vault.entries) == many)
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == .importDone)
        #expect(entry[.count] == "20")
        #expect(entry.rows.count == 40)
        let owners = try Attacker.read(small.path) {
            try Set(Data.fetchAll($0, sql: "SELECT owner FROM owner_key"))
        }
        #expect(owners.count == 23)
        #expect(try small.open().records(.client).count == 23)
        #expect(try vault.addClient(Sample.clients[0]).shortName == "C24")
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `comes in with all the others or with none`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let before = try contents(small.path)
        let memory = try contents(small.memory)
        var many = (1...5).map { Entries(["name": "Client \($0)"]) }
        many.append(
            Entries(["notes": String(repeating: "x", count: Storage.largestBlob / 2)]))
        many.append(Entries(["name": "Client 7"]))
        #expect(throws: VaultError.tooLarge) { _ = try vault.importClients(many) }
        #expect(try contents(small.path) == before)
        #expect(try contents(small.memory) == memory)
        #expect(try vault.records(.client).count == 3)
        // What was begun leaves no trace in the open vault either.
        many.remove(at: 5)
        #expect(try vault.importClients(many).map(\.shortName) == (4...9).map { "C\($0)" })
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `is not written over when another command changed it meanwhile`() throws {
        let small = try TestVault.small()
        let (mine, other) = (try small.open(), try small.open())
        let stale = try mine.find("C1", .client)
        var closed = Sample.clients[0]
        closed["closed"] = "2026-11-20"
        try other.change(try other.find("C1", .client), to: closed)
        #expect(throws: VaultError.changedMeanwhile) {
            try mine.change(stale, to: Sample.clients[0])
        }
        #expect(try small.open().find("C1", .client).header.facts[.closed] == "2026-11-20")
    }
}

@Suite struct `A kept score` {
    @Test func `says in its header what lists and reminders need`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let quiet = try vault.score("phq9", 14, on: "2026-11-16", of: client)
        let flagged = try vault.score("PHQ-9", 15, nine: 1, on: "2026-11-17", of: client)
        #expect([quiet, flagged].map(\.shortName) == ["M1", "M2"])
        #expect(quiet.header.day == "2026-11-16")
        #expect(quiet.header.label == "PHQ-9")
        #expect(quiet.header.parent == client.record)
        #expect(quiet.owner == client.record)
        #expect(quiet.header.facts == [.instrument: "phq-9", .score: "14"])
        #expect(flagged.header.facts == [.instrument: "phq-9", .score: "15", .flagged: "risk"])
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == .measureCreate)
        #expect(entry.record == flagged.record.bytes)
    }

    @Test func `comes back as it was, with the client's others in their order`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let (mara, noel) = (try vault.find("C1", .client), try vault.find("C2", .client))
        _ = try vault.score("PHQ-9", 14, on: "2026-11-16", of: mara)
        _ = try vault.score("PHQ-9", 20, nine: 3, on: "2026-11-16", of: noel)
        _ = try vault.score("GAD-7", 9, on: "2026-11-02", of: mara)
        let kept = try small.open().measures(of: mara)
        #expect(kept.map(\.record.shortName) == ["M1", "M3"])
        #expect(kept.map(\.result.instrument) == ["phq-9", "gad-7"])
        #expect(kept.map(\.result.total) == [Points(14), Points(9)])
        #expect(kept.first?.result.beside == [9: 0])
        #expect(kept.allSatisfy { $0.result.flags.isEmpty })
        let other = try #require(try small.open().measures(of: noel).first)
        #expect(other.result.flags.map(\.item) == [9])
        #expect(other.result.day == Day(iso: "2026-11-16"))
    }
}
