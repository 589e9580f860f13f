import Documents
import Testing

/// A sentence in the wrong section, what a sentence rests on, and what is kept of the reading.
@Suite struct `A review` {
    private static func review() throws -> Review {
        let source = try Sample.all[0].source()
        return try Sample.all[0].draft().reviewed(
            against: source, kind: Sample.all[0].kind(),
            at: SigningTests.moment("2026-11-16", "16:30"))
    }

    @Test func `puts a sentence into another section and keeps it there`() throws {
        var review = try Self.review()
        let first = try #require(review.draft.sentences.first)
        let last = review.draft.sections.count - 1
        try review.move(first.id, to: last)
        #expect(review.asSigned.sections[0].sentences.first != first)
        #expect(review.asSigned.sections[last].sentences.last?.text == first.text)
        #expect(review.section(of: first.id) == review.draft.sections[last].heading)
        #expect(review.asSigned.sentences.count == review.draft.sentences.count)
        review.seconds = 41
        let stored = try JSON.bytes(review)
        #expect(try JSON.value(Review.self, from: stored) == review)
        try review.decide(.struck, on: first.id)
        #expect(!review.asSigned.sentences.contains { $0.id == first.id })
        try review.move(first.id, to: 0)
        #expect(review.moved.isEmpty)
    }

    @Test func `knows its sentences and sections`() throws {
        var review = try Self.review()
        #expect(throws: ReviewError.noSuchSentence) { try review.move("s999", to: 0) }
        let first = try #require(review.draft.sentences.first?.id)
        #expect(throws: ReviewError.noSuchSection) { try review.move(first, to: 99) }
        #expect(throws: ReviewError.noSuchSection) { try review.move(first, to: -1) }
    }

    @Test func `shows a source within what was jotted`() throws {
        let review = try Self.review()
        for sentence in review.draft.sentences where sentence.origin == .entered {
            for number in 1...sentence.restsOn.count {
                let found = try #require(review.context(of: sentence.id, source: number))
                let whole = review.source.entry(sentence.restsOn[number - 1].entry)?.text
                #expect(found.before + found.words + found.after == whole)
            }
            #expect(review.context(of: sentence.id, source: 0) == nil)
            #expect(review.context(of: sentence.id, source: 99) == nil)
        }
    }

    /// Each decision after each other one: what the rules find is of the document as it stands.
    @Test func `finds what a fresh look at it finds`() throws {
        var review = try Self.review()
        let decisions: [Review.Decision] = [
            .pending, .accepted, .struck, .edited("Plan to kill himself."), .pending, .struck,
            .accepted, .edited("x"), .accepted, .pending, .edited("Plan: TODO."), .struck,
            .edited("Plan to kill himself."), .pending,
        ]
        var differences = 0
        for sentence in review.draft.sentences {
            for decision in decisions {
                let before = review.findings
                try review.decide(decision, on: sentence.id)
                #expect(review.findings == review.taken(up: review.at).findings)
                differences += review.findings == before ? 0 : 1
            }
        }
        #expect(differences > 0)
    }

    @Test func `says how much is in her own words`() throws {
        var review = try Self.review()
        #expect(review.editedPercent == 0)
        for sentence in review.draft.sentences { try review.decide(.accepted, on: sentence.id) }
        #expect(review.editedPercent == 0)
        for sentence in review.draft.sentences { try review.decide(.edited("x"), on: sentence.id) }
        #expect(review.editedPercent == 100)
    }

    @Test func `ends with what she attests in her own words`() throws {
        var review = try Self.review()
        for sentence in review.draft.sentences { try review.decide(.accepted, on: sentence.id) }
        let signer = Signer(
            name: "Robin Specimen", credentials: "LMFT", licence: "LMFT 000000 (invented)",
            attestation: "I wrote the shorthand, and I stand by every line.")
        let signed = try review.signed(
            by: signer, document: SigningTests.document(),
            at: SigningTests.moment("2026-11-16", "16:30"), hash: SigningTests.hash,
            sign: { SigningTests.hash(Array($0.utf8)) })
        let text = signed.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("(built-in 1); I wrote the shorthand, and I stand by every line."))
        #expect(!text.contains("read and approved"))
    }
}
