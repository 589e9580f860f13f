import Audit
import Documents
import Testing

@testable import VaultCore

@Suite struct `How long a record is kept` {
    /// A client who was discharged long ago, and when the last session was.
    private func closed(
        _ vault: Vault, _ extra: [String: String] = [:], sessions: [(String, String?)]
    ) throws -> RecordSummary {
        var entries = Entries([
            "name": "Ida Beispiel", "born": "1970-02-03", "payer": "self-pay",
        ])
        let client = try vault.addClient(entries)
        for (day, missed) in sessions {
            var session = Sample.session(16)
            session["date"] = day
            session["missed"] = missed
            _ = try vault.addSession(session, of: client)
        }
        entries["closed"] = "2018-01-31"
        for (field, text) in extra { entries[field] = text }
        try vault.change(client, to: entries)
        return try vault.find(client.shortName, .client)
    }

    private func vault(_ small: TestVault) throws -> Vault {
        let vault = try small.open()
        var practice = Sample.practice
        practice["jurisdiction"] = "CA"
        try vault.changePractice(to: practice)
        return vault
    }

    private func earliest(_ standing: RetentionStanding) -> String? {
        switch standing {
        case .due(let kept), .notYet(let kept): kept.earliestDestruction.iso
        default: nil
        }
    }

    @Test func `counts from the last session that took place`() throws {
        let small = try TestVault.smallest()
        let vault = try vault(small)
        let client = try closed(
            vault,
            sessions: [
                ("2018-01-09", nil), ("2018-01-16", nil), ("2018-01-23", "no-show"),
                ("2027-01-01", nil),
            ])
        #expect(earliest(try vault.retention(of: client)) == "2025-01-17")
        let due = try vault.retentionDue()
        #expect(due.map(\.record) == [client])
        #expect(due.map(\.day.iso) == ["2025-01-17"])
    }

    /// The clock stands at November 23, 2026.
    @Test func `what is not known is kept, and says so`() throws {
        let small = try TestVault.smallest()
        let vault = try vault(small)
        let none = try closed(vault, sessions: [("2018-01-09", "cancelled")])
        #expect(try vault.retention(of: none) == .unknown([.noService], nil))
        let unborn = try closed(vault, ["born": ""], sessions: [("2018-01-09", nil)])
        guard case .unknown([.noDateOfBirth], _) = try vault.retention(of: unborn) else {
            Issue.record("a day of birth was made up")
            return
        }
        let away = try closed(vault, ["state": "IL"], sessions: [("2018-01-09", nil)])
        guard case .unknown([.noRuleOfState], _) = try vault.retention(of: away) else {
            Issue.record("the client's own state does not count")
            return
        }
        #expect(try vault.retentionDue().isEmpty)
        #expect(try vault.retention(of: vault.find("C1", .client)) == .open)
    }

    @Test func `a hold keeps it whatever the clock says, until it is released`() throws {
        let small = try TestVault.smallest()
        let vault = try vault(small)
        var client = try closed(vault, sessions: [("2018-01-09", nil)])
        try vault.hold(client, reason: "  invented\n complaint ")
        client = try vault.find(client.shortName, .client)
        #expect(client.header.facts[.held] == "2026-11-23")
        #expect(try vault.entries(of: client)["hold-reason"] == "invented complaint")
        #expect(try vault.retention(of: client) == .held)
        #expect(try vault.retentionDue().isEmpty)
        #expect(throws: HoldError.alreadyHeld) { try vault.hold(client, reason: "again") }
        // Changing the file through its form leaves the hold where it is.
        var entries = try vault.entries(of: client)
        entries["pronouns"] = "they"
        try vault.change(client, to: entries)
        client = try vault.find(client.shortName, .client)
        #expect(try vault.retention(of: client) == .held)
        try vault.release(client)
        client = try vault.find(client.shortName, .client)
        #expect(client.header.facts[.held] == nil)
        #expect(try vault.entries(of: client)["hold-reason"] == nil)
        #expect(earliest(try vault.retention(of: client)) == "2025-01-10")
        #expect(throws: HoldError.notHeld) { try vault.release(client) }
        #expect(throws: HoldError.noReason) { try vault.hold(client, reason: " \n") }
        let acts = try vault.auditEntries().map(\.act)
        #expect(acts.suffix(3) == [.clientHold, .clientChange, .clientRelease])
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `the report is noted, with how many are due`() throws {
        let small = try TestVault.smallest()
        let vault = try vault(small)
        _ = try closed(vault, sessions: [("2018-01-09", nil)])
        let report = try vault.retentionReport()
        #expect(report.map(\.client.shortName) == ["C1", "C2"])
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == .reportMake && entry[.kind] == "retention" && entry[.count] == "1")
    }

    @Test func `rules of her own hold, survive reopening, and go again`() throws {
        let small = try TestVault.smallest()
        var vault = try vault(small)
        let client = try closed(vault, sessions: [("2018-01-09", nil)])
        let rules = """
            {"notice": "n", "rows": [{"id": "CA", "name": "C", "timing": [], "notices": [],
            "retention": [{"id": "mine", "covers": "chart", "applies_to": "a", "years": 40,
            "source": "s", "evidence": "seen", "verified_on": "2026-11-02"}]}]}
            """
        try vault.change(rules: OwnRules(states: rules))
        #expect(throws: (any Error).self) { try vault.change(rules: OwnRules(payers: "{}")) }
        vault = try small.open()
        #expect(earliest(try vault.retention(of: client)) == "2058-01-10")
        try vault.change(rules: nil)
        #expect(earliest(try vault.retention(of: client)) == "2025-01-10")
    }
}
