import Documents
import Schema
import Testing

/// A letter holds what its consent covers: told by where each sentence comes from, then by its words.
@Suite struct `A client letter` {
    @Test func `of every type has a sample`() {
        let kinds = Sample.library.kinds.map(\.id).filter { $0.hasPrefix("letter.") }
        #expect(kinds == LetterSample.all.map { "letter.\($0.type)" }.sorted())
    }

    @Test(arguments: LetterSample.all)
    func `is printed as it was kept`(_ sample: LetterSample) throws {
        let document = try sample.signed()
        #expect(document.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try Golden.expect(document.text, matches: "letter.\(sample.type).txt")
    }

    @Test(arguments: LetterSample.all)
    func `has no finding about what it may tell`(_ sample: LetterSample) throws {
        let findings = try sample.review().blocking.map(\.message)
        #expect(findings == [])
    }

    /// Nothing else of the client's file is even seen by an engine.
    @Test(arguments: LetterSample.all)
    func `rests on nothing outside its scope`(_ sample: LetterSample) throws {
        let source = try sample.source()
        let items = try sample.scope().disclosure.items
        for entry in source.entries {
            if case .item(let item) = entry.tells { #expect(items.contains(item), "\(entry.id)") }
        }
        #expect(source.entry("client/alerts") == nil || items.contains(.risk))
        #expect(source.entry("client/payer") == nil || items.contains(.billing))
        #expect(source.entry("client/no-ai") == nil)
    }

    @Test(arguments: LetterSample.all.filter { $0.basis == nil })
    func `may not go to another recipient, for another purpose, or too late`(
        _ sample: LetterSample
    ) throws {
        let (disclosure, _) = try sample.scope()
        let consents = try sample.consents()
        let needs = try #require(sample.kind().discloses)
        func refused(_ other: Disclosure) -> Bool {
            if case .refused = consents.scope(for: other, of: needs).permission { return true }
            return false
        }
        #expect(!refused(disclosure))
        #expect(refused(disclosure.with(on: Paper.day("2027-03-02"))))
        #expect(
            refused(
                Disclosure(
                    recipient: Recipient(name: "Pat Stranger", kind: disclosure.recipient.kind),
                    purpose: disclosure.purpose, items: [], date: disclosure.date,
                    covered: disclosure.covered, isPart2: false)))
        #expect(
            refused(
                Disclosure(
                    recipient: disclosure.recipient, purpose: .operations, items: [],
                    date: disclosure.date, covered: disclosure.covered, isPart2: false)))
        #expect(
            refused(
                Disclosure(
                    recipient: disclosure.recipient, purpose: disclosure.purpose, items: [],
                    date: disclosure.date, covered: disclosure.covered, isPart2: true)))
    }

    @Test(arguments: [
        ("treatment_506", "employer", "employment"), ("treatment_506", "provider", "employment"),
        ("payment_506", "employer", "payment"), ("individual_524", "family", "family"),
        ("ops_506", "employer", "operations"),
    ])
    func `does not leave on a basis that does not reach its recipient`(
        basis: String, recipient: String, purpose: String
    ) throws {
        var sample = try #require(LetterSample.all.first { $0.type == "attendance" })
        (sample.basis, sample.recipientKind, sample.purpose) = (basis, recipient, purpose)
        guard case .refused(let refusals) = try sample.scope().permission else {
            Issue.record("it may leave")
            return
        }
        #expect(refusals.flatMap(\.reasons) == [.basisDoesNotFit])
    }

    @Test func `leaves out what its consent leaves out`() throws {
        var sample = try #require(LetterSample.all.first { $0.type == "school" })
        #expect(try sample.signed().text.contains("F41.1"))
        sample.items = "identity, functional_limits, recommendations"
        #expect(try !sample.signed().text.contains("F41.1"))
        sample.items = "identity, recommendations"
        guard case .refused = try sample.scope().permission else {
            Issue.record("a letter without what it needs")
            return
        }
    }

    @Test func `is blocked by an edit that says too much`() throws {
        let sample = try #require(LetterSample.all.first { $0.type == "attendance" })
        var review = try sample.review()
        try review.decide(
            .edited("Mira Example attended appointments for her depression."), on: "s1")
        #expect(review.blocking.map(\.rule) == ["scope"])
        try review.decide(
            .edited("Mira Example kept appointments here on November 2, 9 and 16, 2026."),
            on: "s1")
        #expect(review.blocking == [])
        try review.decide(
            .edited(String(repeating: "Mira Example kept an appointment. ", count: 30)), on: "s1")
        #expect(review.blocking.map(\.rule) == ["letterLength"])
    }

    @Test func `about part 2 records carries the notice, and no other does`() throws {
        let notice = "42 CFR part 2 prohibits"
        for sample in LetterSample.all {
            #expect(try !sample.signed().text.contains(notice), "\(sample.type)")
        }
        var sample = try #require(LetterSample.all.first { $0.type == "court" })
        sample.isPart2 = true
        sample.basis = "part2_order"
        let text = try sample.signed().text
        #expect(text.contains(notice))
    }

    @Test(arguments: [
        ("order", "order_512e1i", 0), ("assured", "subpoena_512e1ii", 0),
        ("subpoena", "subpoena_512e1ii", 1), ("request", "req_by_law_512a", 1),
    ])
    func `answers an order, and not a subpoena alone`(
        paper: String, basis: String, findings: Int
    ) throws {
        var sample = try #require(LetterSample.all.first { $0.type == "court" })
        sample.jotting["paper"] = paper
        sample.basis = basis
        #expect(try sample.review().blocking.count == findings)
    }

    /// In the data too, of which the pages are made.
    @Test(arguments: [
        (Entries(["address": "1 Sample Street", "letterhead": " "]), ["1 Sample Street"]),
        (Entries(["phone": "555-0100"]), ["555-0100"]), (Entries(), []),
    ])
    func `of a practice without a name stands under the signer's`(
        practice: Entries, place: [String]
    ) throws {
        var sample = try #require(LetterSample.all.first { $0.type == "attendance" })
        sample.practice = practice
        let document = try sample.signed()
        let head = ["\(document.note.signer.name), \(document.note.signer.credentials)"] + place
        #expect(document.note.letter?.letterhead == head)
        #expect(document.text.hasPrefix(head.joined(separator: "\n") + "\n---"))
        let page = String(decoding: try ExportFormat.html.render(document), as: UTF8.self)
        #expect(page.contains(head[0]))
        sample.practice["practice"] = "Invented Practice"
        #expect(try sample.signed().note.letter?.letterhead == ["Invented Practice"] + place)
    }

    @Test func `is not written again by the same facts in another way`() throws {
        for sample in LetterSample.all {
            #expect(try sample.signed().json == sample.signed().json)
        }
    }

    /// A review put aside and taken up again admits what it admitted before.
    @Test(arguments: LetterSample.all)
    func `keeps its scope when it is put aside`(_ sample: LetterSample) throws {
        let review = try sample.review()
        let again = try JSON.value(Review.self, from: JSON.bytes(review))
        #expect(again == review)
        #expect(again.source.consent.disclosure == review.source.consent.disclosure)
    }
}
