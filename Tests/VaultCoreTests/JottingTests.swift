import Audit
import Documents
import Foundation
import Testing

@testable import VaultCore

@Suite struct `A jotting` {
    @Test func `is in the file after each line, whatever becomes of the program`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let session = try vault.find("S1", .session)
        var jotting = try vault.jot("First line", about: client, session: session, on: "2026-11-16")
        var expected = "First line"
        for line in ["second, with “quotes” and ✓", "", "third\nand fourth", "first line"] {
            // The file as it is at this moment, as another computer would have it.
            let copy = try TestVault(copying: small, memory: false)
            let there = try copy.open()
            #expect(try there.jotting(there.find("J1", .jotting)).text == expected)
            #expect(try copy.verify().damages.isEmpty)
            jotting = try vault.add(line, to: jotting)
            expected += "\n" + line
        }
        let again = try small.open()
        let found = try again.find("J1", .jotting)
        #expect(try again.jotting(found).text == expected)
        #expect(found == jotting)
        #expect(found.revision == 5)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `belongs to a client, and to a session where one is named`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let (one, two) = (try vault.find("C1", .client), try vault.find("C2", .client))
        let (first, second) = (try vault.find("S1", .session), try vault.find("S2", .session))
        let made = try [
            vault.jot("a", about: one, session: first, on: "2026-11-16"),
            vault.jot("b", about: one, session: nil, on: "2026-11-17"),
            vault.jot("c", about: two, session: second, on: "2026-11-17"),
            vault.jot("d", about: one, session: first, on: "2026-11-18"),
        ]
        #expect(made.map(\.shortName) == ["J1", "J2", "J3", "J4"])
        #expect(made.map(\.owner) == [one, one, two, one].map(\.record))
        #expect(made.map(\.header.parent) == [first.record, nil, second.record, first.record])
        #expect(made.map(\.header.day) == ["2026-11-16", "2026-11-17", "2026-11-17", "2026-11-18"])
        #expect(made.map(\.header.label) == ["M.E.", "M.E.", "N.P.", "M.E."])
        // Also after a line was added, in the order in which they were begun.
        _ = try vault.add("more", to: made[0])
        let again = try small.open()
        #expect(try again.jottings(of: second).map(\.shortName) == ["J3"])
        #expect(try again.jottings(of: again.find("S3", .session)).isEmpty)
    }

    @Test func `of no session belongs to the client's last one up to its day`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let (one, two) = (try vault.find("C1", .client), try vault.find("C2", .client))
        let first = try vault.find("S1", .session)
        for day in ["2026-11-15", "2026-11-16", "2026-11-17", "2026-11-19"] {
            _ = try vault.jot(day, about: one, session: nil, on: day)
        }
        _ = try vault.jot("another client's", about: two, session: nil, on: "2026-11-16")
        let named = try vault.jot("named", about: one, session: first, on: "2026-11-30")
        let names = { (session: RecordSummary) in
            try vault.jottings(of: session).map(\.shortName)
        }
        #expect(try names(first) == ["J2", "J3", "J4", named.shortName])
        // A session that is entered later takes what was jotted from its day on.
        let later = try vault.addSession(Sample.session(17), of: one)
        #expect(try names(first) == ["J2", named.shortName])
        #expect(try names(later) == ["J3", "J4"])
        #expect(try names(vault.find("S2", .session)) == [])
    }

    @Test func `takes no line over one that came meanwhile`() throws {
        let small = try TestVault.small()
        let (mine, other) = (try small.open(), try small.open())
        let jotting = try mine.jot(
            "a", about: mine.find("C1", .client), session: nil, on: "2026-11-16")
        _ = try other.add("b", to: jotting)
        #expect(throws: VaultError.changedMeanwhile) { _ = try mine.add("c", to: jotting) }
        let found = try mine.find("J1", .jotting)
        _ = try mine.add("c", to: found)
        #expect(try other.jotting(other.find("J1", .jotting)).text == "a\nb\nc")
    }

    @Test func `leaves an entry for its first line and for each that follows`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let jotting = try vault.jot("a", about: client, session: nil, on: "2026-11-16")
        _ = try vault.add("b", to: jotting)
        let entries = try vault.auditEntries().suffix(2)
        #expect(entries.map(\.act) == [.jottingCreate, .jottingChange])
        #expect(entries.allSatisfy { $0.record == jotting.record.bytes })
        #expect(entries.allSatisfy { $0.client == client.record.bytes })
    }

    @Test func `keeps when its newest line was written`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let jotting = try vault.jot(
            "a", about: vault.find("C1", .client), session: nil, on: "2026-11-16")
        small.clock.advance(seconds: 90)
        let later = try vault.add("b", to: jotting)
        #expect(later.header.writtenAt == jotting.header.writtenAt + 90_000)
        #expect(later.header.day == "2026-11-16")
    }
}
