import Documents
import Foundation
import Testing

@testable import VaultCore

@Suite struct `What the last session brings` {
    private static let kind = "progress-note.soap"

    private func kind() throws -> DocumentKind {
        try #require(try Library().kinds.kind(Self.kind))
    }

    private func session(_ vault: Vault, _ day: String, of client: String) throws -> RecordSummary {
        var entries = Sample.session(16)
        entries["date"] = day
        return try vault.addSession(entries, of: vault.find(client, .client))
    }

    /// A note about this word, on its way to a signature as far as asked.
    private func note(
        _ word: String, of session: RecordSummary, in small: TestVault, _ vault: Vault,
        as state: DocumentState = .signed
    ) throws {
        let review = try Sample.review(small.clock, about: word)
        let draft = try vault.keep(review, of: session)
        guard state != .draft else { return }
        let decided = try vault.keep(try Sample.accepted(review), on: draft)
        if state == .signed { _ = try vault.sign(decided) }
    }

    /// The word that the last note before a session is about.
    private func last(
        before session: RecordSummary, of client: String = "C3", _ vault: Vault
    ) throws -> String? {
        let found = try vault.lastSession(
            of: vault.find(client, .client), before: session, kind: kind())
        let text = found?.jotting["reported"]
        return text?.replacingOccurrences(of: "Client reports better ", with: "")
            .replacingOccurrences(of: ". No other change.", with: "")
    }

    @Test func `is the jotting of the newest signed note of an earlier day`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let today = try session(vault, "2026-11-20", of: "C3")
        #expect(try last(before: today, vault) == nil)
        // The newest by its day, not by when it was written.
        for (day, word) in [("2026-11-12", "otters"), ("2026-11-05", "herons")] {
            try note(word, of: session(vault, day, of: "C3"), in: small, vault)
        }
        #expect(try last(before: today, vault) == "otters")
        #expect(try last(before: session(vault, "2026-11-12", of: "C3"), vault) == "herons")
        #expect(try last(before: session(vault, "2026-11-05", of: "C3"), vault) == nil)
        try note("storks", of: session(vault, "2026-11-19", of: "C3"), in: small, vault)
        #expect(try last(before: today, vault) == "storks")
        let found = try #require(
            try vault.lastSession(of: vault.find("C3", .client), before: today, kind: kind()))
        #expect(found.day == "2026-11-19")
        #expect(found.document.header.day == "2026-11-19")
        #expect(found.document.header.state == .signed)
        #expect(found.jotting.fields == ["reported"])
        #expect(found.jotting.carriedFrom("reported") == nil)
    }

    @Test func `is none of the same day, of a later one, or one that is not signed`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let today = try session(vault, "2026-11-20", of: "C3")
        try note("otters", of: session(vault, "2026-11-20", of: "C3"), in: small, vault)
        try note("herons", of: session(vault, "2026-11-21", of: "C3"), in: small, vault)
        try note("storks", of: session(vault, "2026-11-18", of: "C3"), in: small, vault, as: .draft)
        try note(
            "cranes", of: session(vault, "2026-11-19", of: "C3"), in: small, vault, as: .inReview)
        #expect(try last(before: today, vault) == nil)
        try note("egrets", of: session(vault, "2026-11-02", of: "C3"), in: small, vault)
        #expect(try last(before: today, vault) == "egrets")
    }

    @Test func `is never another client's`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        // C1 has a signed note of November 16.
        let today = try session(vault, "2026-11-20", of: "C3")
        #expect(try last(before: today, vault) == nil)
        #expect(try last(before: today, of: "C2", vault) == nil)
        #expect(try last(before: today, of: "C1", vault) == "sleep")
    }

    @Test func `is of the same kind of document`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let today = try session(vault, "2026-11-20", of: "C1")
        #expect(try last(before: today, of: "C1", vault) == "sleep")
        // The same form under another name.
        let object = try JSONSerialization.jsonObject(with: Data(try JSON.bytes(kind())))
        var fields = try #require(object as? [String: Any])
        fields["label"] = "Another note"
        let bytes = Array(try JSONSerialization.data(withJSONObject: fields))
        let other = try JSON.value(DocumentKind.self, from: bytes)
        let found = try vault.lastSession(
            of: vault.find("C1", .client), before: today, kind: other)
        #expect(found == nil)
    }

    @Test func `leaves no mark on a text unless it is taken over, and then keeps it`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let library = try Library().kinds
        let kind = try kind()
        let session = try session(vault, "2026-11-20", of: "C1")
        let last = try #require(
            try vault.lastSession(of: vault.find("C1", .client), before: session, kind: kind))
        var jotting = Entries(["reported": "Typed today"])
        jotting.carry(try #require(last.jotting["reported"]), to: "did", from: last.day)
        let source = Source(
            client: Sample.clients[0], session: try vault.entries(of: session), jotting: jotting,
            kind: kind, library: library)
        let draft = Draft(kind: kind.id, kindVersion: kind.version, engine: "test 1", sections: [])
        let document = try vault.keep(
            draft.reviewed(
                against: Consent.ownFile.admits(source), kind: kind, at: small.clock.now),
            of: session)

        let again = try small.open()
        let review = try again.review(of: again.find(document.shortName, .document))
        let entries = review.source.entries.filter { $0.id.hasPrefix("jotting/") }
        #expect(entries.map(\.id) == ["jotting/reported", "jotting/did"])
        #expect(entries.map(\.origin) == [.entered, .carried])
        #expect(entries.map(\.carriedFrom) == [nil, "2026-11-16"])
        #expect(entries.last?.text == "Client reports better sleep. No other change.")
    }

    @Test func `is marked field by field until the text is changed`() throws {
        var entries = Entries(["did": "Typed"])
        entries.carry("Taken over", to: "did", from: "2026-11-16")
        entries.carry("Taken over too", to: "plan", from: "2026-11-09")
        entries.carry("", to: "empty", from: "2026-11-09")
        entries["did"] = "Taken over"
        #expect(entries.carriedFrom("did") == "2026-11-16")
        let stored = try JSON.value(Entries.self, from: JSON.bytes(entries))
        #expect(stored == entries)
        #expect(stored.carriedFrom("plan") == "2026-11-09")
        #expect(stored.fields == ["did", "plan"])
        entries["did"] = "Taken over and changed"
        #expect(entries.carriedFrom("did") == nil)
        #expect(entries.carriedFrom("plan") == "2026-11-09")
    }
}
