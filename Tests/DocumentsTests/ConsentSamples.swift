import Documents
import Foundation
import Testing

/// Invented consents, filled in through the forms themselves.
enum Paper {
    /// The forms as they lie in the schema.
    static let forms: [ConsentKind: Form] = {
        let folder = URL(filePath: #filePath).appending(path: "../../../schema/forms").standardized
        var forms: [ConsentKind: Form] = [:]
        for kind in ConsentKind.allCases {
            let file = folder.appending(path: kind.rawValue + ".json")
            forms[kind] = try? JSON.value(Form.self, from: Array(Data(contentsOf: file)))
        }
        return forms
    }()

    static func form(_ kind: ConsentKind) throws -> Form { try #require(forms[kind]) }

    static let id = ConsentID(.numbered(1))

    /// Complete in every part, for a letter to a doctor.
    static let authorization = [
        "discloser": "practice", "recipient": "Dr. Ana Sample", "recipient-named": "name",
        "recipient-kind": "provider", "items": "identity, diagnosis, progress", "period": "all",
        "purpose": "treatment", "expires-on": "2027-03-01", "signed-by": "client",
        "signed-on": "2026-03-01", "revocation-statement": "stated",
        "conditioning-statement": "nothing", "redisclosure-statement": "yes", "conditioned": "no",
        "combined": "alone", "plain-language": "yes", "copy-given": "yes", "scan": "A1",
    ]

    /// A single consent to treatment, payment and operations.
    static let part2 = [
        "names-client": "yes", "discloser": "practice", "recipient-named": "tpo",
        "recipient-kind": "provider", "items": "identity, diagnosis, substance_use",
        "period": "all", "purpose": "treatment, payment, operations", "no-expiry": "yes",
        "signed-by": "client", "signed-on": "2026-03-01", "revocation-statement": "stated",
        "redisclosure-statement": "yes", "hipaa-statement": "yes", "refusal-statement": "yes",
        "conditioned": "no", "combined": "alone",
    ]

    /// A part 2 consent for one person and another purpose, and so an authorization as well.
    static let part2School = part2.merging([
        "recipient-named": "name", "recipient": "Dean Sample", "recipient-kind": "school",
        "purpose": "school", "no-expiry": "no", "expires-on": "2027-03-01",
    ]) { $1 }

    static let paidInFull = [
        "requested-on": "2026-02-01", "request": "nothing to my insurer",
        "paid-in-full-no-plan": "yes",
    ]

    static let agreedRestriction = [
        "requested-on": "2026-02-01", "request": "nothing to my family",
        "paid-in-full-no-plan": "no", "agreed": "yes", "agreed-on": "2026-02-03",
        "against": "family",
    ]

    static let complete: [ConsentKind: [String: String]] = [
        .authorization: authorization, .part2: part2, .restriction: paidInFull,
        .communication: [
            "requested-on": "2026-02-01", "agreed": "yes", "phone": "555-0100",
        ],
        .notice: [
            "notice": "ai-notice", "answer": "acknowledged", "signed-by": "client",
            "signed-on": "2026-02-01", "version": "2026-01",
        ],
    ]

    /// One filled in with something changed; nil leaves a field empty. A value that its form does not
    /// take stands as it is, as if it had been damaged.
    static func filed(
        _ kind: ConsentKind, _ base: [String: String]? = nil, _ change: [String: String?] = [:],
        number: UInt8 = 1
    ) throws -> ConsentOnFile {
        let form = try form(kind)
        let base = try #require(base ?? complete[kind])
        var entries = Entries()
        for (id, value) in base.mapValues(Optional.some).merging(change, uniquingKeysWith: { $1 }) {
            let field = try #require(form[id], "no such field: \(id)")
            entries[id] = value.map { value in (try? form.accept(value, for: field)) ?? value }
        }
        return ConsentOnFile(id: ConsentID(.numbered(number)), kind: kind, entries: entries)
    }

    static func day(_ iso: String) -> Day {
        guard let day = Day(iso: iso) else { fatalError("no such day: \(iso)") }
        return day
    }
}

extension RecordID {
    static func numbered(_ number: UInt8) -> RecordID {
        guard let id = RecordID(bytes: Array(repeating: 0, count: 15) + [number]) else {
            fatalError("sixteen bytes name a record")
        }
        return id
    }
}
