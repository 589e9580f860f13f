import Documents
import Testing

@Suite struct SigningTests {
    static let signer = Signer(
        name: "Robin Specimen", credentials: "LMFT", licence: "LMFT 000000 (invented)")

    static func moment(_ day: String, _ time: String) throws -> Moment {
        let day = try #require(Day(iso: day))
        let time = try #require(ClockTime(time))
        return try #require(Moment(day: day, time: time, zoneOffsetMinutes: -300))
    }

    static func document() throws -> DocumentID {
        DocumentID(try #require(RecordID(bytes: Array(0...15))))
    }

    /// Stands in for SHA-256: these tests are about what is covered, not about the hash.
    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var state: UInt64 = 14_695_981_039_346_656_037
        for byte in bytes { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }
        return (0..<8).map { UInt8(truncatingIfNeeded: state >> ($0 * 8)) }
    }

    static func review(_ sample: Sample, accepted: Bool = true) throws -> Review {
        var review = try sample.draft().reviewed(
            against: sample.source(), kind: sample.kind(), at: moment("2026-11-16", "16:30"))
        if accepted {
            for id in review.undecided { try review.decide(.accepted, on: id) }
        }
        return review
    }

    static func signed(
        _ sample: Sample, at moment: Moment, as document: DocumentID? = nil
    ) throws -> SignedDocument {
        try review(sample).signed(
            by: signer, document: document ?? self.document(), at: moment, hash: hash,
            sign: { hash(Array($0.utf8)) })
    }

    @Test(arguments: [
        "arrows", "telegraphic", "active-risk", "couple-themes", "prose-abbrev", "names",
        "older-adult", "semicolons", "substance", "child", "british", "teen-sh", "crisis",
        "all-caps",
    ])
    func `a signed note is printed as it was kept`(name: String) throws {
        let sample = try #require(Sample.all.first { $0.name == name })
        let document = try SigningTests.signed(
            sample, at: SigningTests.moment("2026-11-16", "16:30"))
        #expect(document.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try Golden.expect(document.text, matches: "\(name).txt")
    }

    @Test(arguments: [
        (
            "F41.1, F33.1 since 2026-11-17, F43.21 2025-02-01 to 2025-09-30, F10.20?",
            "F41.1, F10.20 (provisional)"
        ),
        ("F41.1 until 2026-11-16, F33.1 since 2026-11-16", "F41.1, F33.1"),
        ("F41.1 until 2026-11-15", nil),
    ])
    func `a note tells the diagnoses of its day`(line: String, told: String?) throws {
        let sample = try #require(Sample.all.first)
        var client = sample.client
        client["diagnosis"] = line
        let source = Consent.ownFile.admits(
            Source(
                client: client, session: sample.session,
                jotting: try Sample.kind.form.read(Array(sample.jotting.utf8)),
                kind: Sample.kind, library: Sample.library))
        let note = try BuiltInEngine(instruments: Sample.instruments).draft(
            Sample.kind, from: source
        )
        .reviewed(
            against: source, kind: Sample.kind,
            at: SigningTests.moment("2026-11-16", "16:30")
        )
        .note(by: SigningTests.signer, document: SigningTests.document())
        #expect(note.header.first { $0.label == "Diagnosis" }?.text == told)
    }

    @Test func `a signed note as data is as it was kept`() throws {
        let document = try SigningTests.signed(
            Sample.all[0], at: SigningTests.moment("2026-11-16", "16:30"))
        try Golden.expect(document.json, matches: "arrows.json")
        #expect(try ExportFormat.json.render(document) == Array(document.json.utf8))
        #expect(try ExportFormat.text.render(document) == Array(document.text.utf8))
    }

    @Test func `an undecided sentence is not signed`() throws {
        var review = try SigningTests.review(Sample.all[0], accepted: false)
        let last = try #require(review.undecided.last)
        for id in review.undecided where id != last { try review.decide(.accepted, on: id) }
        #expect(throws: SigningError.undecided(count: 1)) {
            try review.signed(
                by: SigningTests.signer, document: SigningTests.document(),
                at: SigningTests.moment("2026-11-16", "16:30"), hash: SigningTests.hash,
                sign: { _ in [] })
        }
    }

    @Test func `a blocking finding is not signed`() throws {
        let sample = Sample(
            name: "blocked", jotting: "s: mood low\ni: CBT\nr: calm\na: stable\nprog: same\np: f/u")
        let review = try SigningTests.review(sample)
        #expect(review.blocking.count == 3)
        #expect(throws: SigningError.blocked(count: 3)) {
            try review.signed(
                by: SigningTests.signer, document: SigningTests.document(),
                at: SigningTests.moment("2026-11-16", "16:30"), hash: SigningTests.hash,
                sign: { _ in [] })
        }
    }

    @Test func `a note signed after a day says so`() throws {
        let document = try SigningTests.signed(
            Sample.all[0], at: SigningTests.moment("2026-11-18", "09:00"))
        #expect(document.note.isLateEntry)
        #expect(document.text.contains("LATE ENTRY"))
    }

    @Test func `a stored document opens, and a changed one does not`() throws {
        let document = try SigningTests.signed(
            Sample.all[0], at: SigningTests.moment("2026-11-16", "16:30"))
        let bytes = try document.bytes()
        let verify = { (statement: String, signature: [UInt8]) in
            SigningTests.hash(Array(statement.utf8)) == signature
        }
        let reopened = try SignedDocument.reopened(
            bytes, hash: SigningTests.hash, verify: verify)
        #expect(reopened == document)
        let text = String(decoding: bytes, as: UTF8.self)
        for (old, new) in [
            ("moderate range", "moderate rangf"), ("LMFT", "LMFU"), ("denies", "admits"),
        ] {
            let changed = text.split(separator: old, maxSplits: 1).joined(separator: new)
            #expect(throws: SigningError.doesNotVerify) {
                try SignedDocument.reopened(
                    Array(changed.utf8), hash: SigningTests.hash, verify: verify)
            }
        }
        #expect(throws: SigningError.unreadable) {
            try SignedDocument.reopened([0, 1, 2], hash: SigningTests.hash, verify: verify)
        }
    }

    @Test func `a review put aside is taken up as it was`() throws {
        var review = try SigningTests.review(Sample.all[0], accepted: false)
        try review.decide(.edited("Client slept well."), on: "s1")
        try review.decide(.struck, on: "s2")
        let again = try JSON.value(Review.self, from: JSON.bytes(review))
        #expect(again == review)
        #expect(again.sourcesText(of: "s1") == ["Client slept well."])
        #expect(throws: ReviewError.emptyEdit) { try review.decide(.edited("  "), on: "s1") }
        #expect(throws: ReviewError.noSuchSentence) { try review.decide(.accepted, on: "s99") }
    }
}
