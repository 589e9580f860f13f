import Documents
import Foundation
import Schema
import Sealing
import Testing

@testable import VaultCore

/// An invented practice with three invented clients.
enum Sample {
    static let passphrase = "seven invented herons waded"

    static let practice = Entries([
        "name": "Dr. Ada Sample", "credentials": "LMFT", "licence": "LMFT 00000, California",
    ])

    static let clients = [
        Entries(["name": "Mara Example", "born": "1988-04-12", "diagnosis": "F41.1"]),
        Entries(["name": "Noel Placeholder", "born": "1975-11-02", "diagnosis": "F33.1"]),
        Entries(["name": "Ines Muster", "born": "2001-01-30", "diagnosis": "F43.23"]),
    ]

    static func session(_ day: Int) -> Entries {
        Entries([
            "date": "2026-11-\(day)", "start": "10:00", "stop": "10:50", "type": "individual",
            "participants": "client", "place": "11", "code": "90834",
        ])
    }

    static func passphrase(_ text: String = passphrase) throws -> Passphrase {
        let bytes = Array(text.utf8)
        return try Passphrase(
            try SecretBytes(count: bytes.count) { $0.copyBytes(from: bytes) })
    }

    /// A review of two plain sentences under a kind without rules: what is drafted and which rules
    /// hold is not what these tests are about.
    static func review(_ clock: TestClock, about word: String = "sleep") throws -> Review {
        let library = try Library().kinds
        let kind = try ruleless(try #require(library.kind("progress-note.soap")))
        let field = try #require(kind.form.fields.first?.id)
        let text = "Client reports better \(word). No other change."
        let source = Source(
            client: clients[0], session: session(16), jotting: Entries(dictionary: [field: text]),
            kind: kind, library: library)
        let place = SourceEntry.id(.jotting, field)
        let end = text.utf8.count - "No other change.".utf8.count
        let sentences = [0..<end - 1, end..<text.utf8.count].enumerated().map { index, span in
            Sentence(
                id: "s\(index + 1)", text: String(decoding: Array(text.utf8)[span], as: UTF8.self),
                restsOn: [Span(entry: place, start: span.lowerBound, end: span.upperBound)],
                origin: .entered, fields: [field])
        }
        let draft = Draft(
            kind: kind.id, kindVersion: kind.version, engine: "test 1",
            sections: [Draft.Section(heading: "Subjective", sentences: sentences)])
        return draft.reviewed(
            against: Consent.ownFile.admits(source), kind: kind, at: clock.now)
    }

    private static func ruleless(_ kind: DocumentKind) throws -> DocumentKind {
        let object = try JSONSerialization.jsonObject(with: Data(try JSON.bytes(kind)))
        var fields = try #require(object as? [String: Any])
        fields["rules"] = [String]()
        fields["requirements"] = [String]()
        let bytes = try JSONSerialization.data(withJSONObject: fields)
        return try JSON.value(DocumentKind.self, from: Array(bytes))
    }

    /// The same with every sentence accepted.
    static func accepted(_ review: Review) throws -> Review {
        var review = review
        for sentence in review.draft.sentences { try review.decide(.accepted, on: sentence.id) }
        return review
    }
}

extension Entries {
    init(dictionary: [String: String]) {
        self.init()
        for (field, text) in dictionary { self[field] = text }
    }
}
