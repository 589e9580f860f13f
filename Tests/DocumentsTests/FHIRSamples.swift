import Documents
import Foundation
import Testing

/// Bundles as they are kept, and ways to look into one.
enum FHIRSample {
    /// The smallest thing that says it is a PDF: what is inside one is not FHIR's business.
    static let pdf = ExportFormat(id: "pdf", fileName: "document.pdf") { _ in
        Array("%PDF-1.7\n%%EOF\n".utf8)
    }

    static func bytes(of document: SignedDocument) throws -> [UInt8] {
        try ExportFormat.fhir(pdf: pdf, instruments: Measured.library).render(document)
    }

    static let client = Entries([
        "name": "Mira Example", "chosen-name": "Mimi", "pronouns": "she", "born": "1990-04-23",
        "record-number": "R-17",
        "diagnosis":
            "F41.1 since 2026-09-14, F43.21 2025-02-01 to 2025-09-30, F10.20?",
        "phone": "555-0111", "email": "mira@example.org", "address": "2 Sample Street, Springfield",
        "state": "CA", "emergency-contact": "Ira Example, sister, 555-0122",
        "safe-contact": "mobile only, no voicemail", "payer": "Acme Health", "part-2": "no",
        "goals": "I want to drive to my sister again", "alerts": "allergic to cats",
    ])

    /// A client with something of everything.
    static func record() throws -> FHIRRecord {
        let session = SessionID(.numbered(20))
        let cancelled = SessionID(.numbered(21))
        let later = SessionID(.numbered(22))
        let held = Sample.all[0].session
        var missed = held
        missed["date"] = "2026-11-09"
        missed["missed"] = "no-show"
        var planned = held
        planned["date"] = "2026-11-30"
        planned["place"] = "10"
        let attendance = try #require(LetterSample.all.first { $0.type == "attendance" })
        let letter = try attendance.signed(as: DocumentID(.numbered(42)))
        return FHIRRecord(
            practice: .init(record: .numbered(1), entries: LetterSample.practice),
            client: .init(record: .numbered(2), entries: client),
            sessions: [
                .init(id: session, entries: held, zoneOffsetMinutes: -300),
                .init(id: cancelled, entries: missed, zoneOffsetMinutes: -300),
                .init(id: later, entries: planned, zoneOffsetMinutes: nil),
            ],
            measures: [
                .init(
                    record: .numbered(30),
                    result: try Measured.result("gad-7", 15, on: "2026-11-09")),
                .init(
                    record: .numbered(31),
                    result: try Measured.result("phq-9", answers: "1 1 0 2 1 0 0 1 0")),
                .init(
                    record: .numbered(32),
                    result: try Measured.result("who-5", 44, on: "2026-11-09")),
                .init(
                    record: .numbered(33),
                    result: try Measured.result(
                        "promis-t", #require(Points("61.5")), on: "2026-11-09")),
                .init(
                    record: .numbered(34),
                    result: try Measured.result("c-ssrs", 1, on: "2026-11-09")),
            ],
            consents: try consents(),
            disclosures: [
                .init(
                    record: .numbered(60), disclosure: try attendance.scope().disclosure,
                    recorded: try SigningTests.moment("2026-11-20", "16:45"),
                    document: letter.note.document),
                .init(
                    record: .numbered(61),
                    disclosure: Disclosure(
                        recipient: Recipient(
                            name: "Superior Court of Invented County", kind: .court),
                        purpose: .legal, items: [.attendanceDates], date: Paper.day("2026-10-01"),
                        covered: nil, basis: .order, isPart2: false),
                    recorded: try SigningTests.moment("2026-10-02", "09:00"), document: nil),
            ],
            documents: [
                .init(
                    signed: try SigningTests.signed(
                        Sample.all[0], at: SigningTests.moment("2026-11-16", "16:30"),
                        as: DocumentID(.numbered(40))), session: session),
                .init(signed: try ExportSample.plan(as: DocumentID(.numbered(41))), session: nil),
                .init(signed: letter, session: nil),
            ])
    }

    private static func consents() throws -> [ConsentOnFile] {
        try [
            Paper.filed(.authorization, number: 50),
            Paper.filed(
                .authorization, nil, ["revoked-on": "2026-06-01", "revoked-how": "written"],
                number: 51),
            Paper.filed(.part2, number: 52), Paper.filed(.restriction, number: 53),
            Paper.filed(.restriction, Paper.agreedRestriction, number: 54),
            Paper.filed(.communication, number: 55), Paper.filed(.notice, number: 56),
            Paper.filed(
                .notice, nil, ["notice": "privacy-notice", "answer": "declined"], number: 57),
            Paper.filed(
                .notice, nil, ["notice": "informed-consent", "answer": "agreed"], number: 58),
            Paper.filed(
                .authorization, nil,
                [
                    "purpose": "other, employment", "purpose-text": "a reason", "period": "between",
                    "period-from": "2026-01-01", "period-until": "2026-06-30",
                ], number: 59),
        ]
    }

    static func bundle() throws -> [UInt8] {
        try record().bundle(
            at: SigningTests.moment("2026-11-21", "08:00"), instruments: Measured.library,
            forms: [Sample.library.clientForm, Sample.library.sessionForm] + Paper.forms.values,
            diagnoses: CodeSample.diagnoses, pdf: pdf)
    }
}

/// A bundle as it is read.
struct ReadBundle {
    let object: [String: Any]

    init(_ bytes: [UInt8]) throws {
        object = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    var resources: [[String: Any]] {
        (object["entry"] as? [[String: Any]] ?? []).compactMap { $0["resource"] as? [String: Any] }
    }

    func resources(_ type: String) -> [[String: Any]] {
        resources.filter { $0["resourceType"] as? String == type }
    }

    /// Every text in it, with the element it stands in and the one around that.
    static func texts(
        in value: Any, named name: String = "", within outer: String = ""
    ) -> [(name: String, outer: String, text: String)] {
        if let text = value as? String { return [(name, outer, text)] }
        if let list = value as? [Any] {
            return list.flatMap { texts(in: $0, named: name, within: outer) }
        }
        guard let object = value as? [String: Any] else { return [] }
        return object.flatMap { texts(in: $0.value, named: $0.key, within: name) }
    }
}
