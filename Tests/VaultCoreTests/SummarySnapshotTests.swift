import Audit
import Documents
import Foundation
import GRDB
import Testing

@testable import VaultCore

@Suite struct `The sealed snapshot of the newest revisions` {
    /// Enough sessions that a list keeps a snapshot, then some more and a changed client.
    private func grown() throws -> TestVault {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try #require(try vault.records(.client).first)
        try grow(vault, client)
        var entries = try vault.entries(of: client)
        entries["called"] = "patient"
        try vault.change(client, to: entries)
        _ = try vault.addSession(Sample.session(17), of: client)
        return small
    }

    /// More sessions than a list reads one by one, then a list.
    private func grow(_ vault: Vault, _ client: RecordSummary) throws {
        try vault.commit(AuditEvent(.importDone)) { transaction in
            for number in 1...UInt64(SummarySnapshot.stale + 10) {
                try transaction.append(
                    RecordHeader(
                        type: .session, number: 100 + number, day: "2026-11-02",
                        label: "M.E.", parent: client.record, writtenAt: number),
                    body: [], record: try transaction.newRecordID(), owner: client.owner.bytes)
            }
        }
        _ = try vault.summaries()
    }

    private func snapshotPath(_ vault: TestVault) throws -> String {
        try vault.memory.replacingOccurrences(of: "/checkpoint", with: "/summaries")
    }

    @Test func `gives the same list as the file itself`() throws {
        let small = try grown()
        let path = try snapshotPath(small)
        #expect(exists(path))
        #expect(try mode(path) == 0o600)
        let withSnapshot = try small.open().summaries()
        try FileManager.default.removeItem(atPath: path)
        let without = try small.open().summaries()
        #expect(withSnapshot == without)
        #expect(withSnapshot.first { $0.shortName == "C1" }?.revision ?? 0 >= 2)
    }

    @Test func `is made anew when it is damaged`() throws {
        let small = try grown()
        let path = try snapshotPath(small)
        let expected = try small.open().summaries()
        let whole = try contents(path)
        for cut in [0, 1, 56, whole.count / 2, whole.count - 1] {
            try write(Array(whole.prefix(cut)), to: path)
            #expect(try small.open().summaries() == expected)
        }
        var flipped = whole
        flipped[whole.count / 3] ^= 4
        try write(flipped, to: path)
        #expect(try small.open().summaries() == expected)
    }

    @Test func `never stands in for a newer revision that does not open`() throws {
        let small = try grown()
        let client = try #require(try small.open().records(.client).first)
        try Attacker.edit(small.path) { database in
            try database.execute(
                sql: "UPDATE revision SET header = zeroblob(length(header)) WHERE sequence = ?",
                arguments: [client.sequence])
        }
        let vault = try small.open()
        #expect(try !vault.records(.client).contains { $0.record == client.record })
        #expect(throws: VaultError.self) { try vault.requireWhole() }
    }

    @Test func `counts for nothing in another copy of the vault`() throws {
        let here = try TestVault.small()
        let there = try TestVault(copying: here, memory: true)
        for copy in [here, there] {
            let vault = try copy.open()
            try grow(vault, try #require(try vault.records(.client).first))
        }
        let expected = try here.open().summaries()
        // This copy under the other one's memory: as long, and not the same.
        try here.copyMemory(from: there)
        let vault = try here.open()
        #expect(vault.standing != .current)
        #expect(try vault.summaries() == expected)
    }

    @Test(arguments: [[], [1], Array(repeating: UInt8(255), count: 400)] as [[UInt8]])
    func `never traps on foreign bytes`(_ bytes: [UInt8]) {
        #expect(throws: (any Error).self) { try SummarySnapshot(bytes: bytes) }
    }

    @Test func `refuses every cut of its own bytes`() throws {
        let snapshot = SummarySnapshot(
            note: "note", entry: 3, sequence: 9, all: try TestVault.small().open().summaries()
        )
        let whole = snapshot.bytes
        #expect(try SummarySnapshot(bytes: whole).all == snapshot.all)
        for cut in whole.indices {
            #expect(throws: (any Error).self) {
                try SummarySnapshot(bytes: Array(whole.prefix(cut)))
            }
        }
    }
}
