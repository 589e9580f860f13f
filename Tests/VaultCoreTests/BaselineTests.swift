import Documents
import Testing
import Wording

@testable import VaultCore

@Suite struct `The small vault of these tests` {
    @Test func `verifies`() throws {
        let report = try TestVault.small().verify()
        #expect(report.damages.isEmpty, "\(report.damages)")
        #expect(report.exitCode == .done)
        #expect(report.entries == 14)
        #expect(report.readable == report.revisions)
    }

    @Test func `still verifies after an attacker took the triggers away and put them back`() throws
    {
        let small = try TestVault.small()
        try Attacker.edit(small.path) { _ in }
        let report = try small.verify()
        #expect(report.damages.isEmpty, "\(report.damages)")
        _ = try small.open()
    }

    @Test func `holds its clients, sessions and documents`() throws {
        let vault = try TestVault.small().open()
        #expect(try vault.records(.client).map(\.shortName) == ["C1", "C2", "C3"])
        #expect(try vault.records(.session).map(\.shortName) == ["S1", "S2", "S3"])
        #expect(try vault.records(.document).map(\.header.state) == [.signed, .draft])
        #expect(try vault.entries(of: vault.find("C2", .client))["pronouns"] == "they")
    }
}
