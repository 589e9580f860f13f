/// A draft being read by the therapist, sentence by sentence, with what she decided so far.
///
/// It keeps the sources, so that a review put aside can be taken up again. The findings are always
/// those of the document as it would be signed now.
package struct Review: Equatable, Sendable {
    package let draft: Draft
    package let kind: DocumentKind
    package let source: ScopedSource
    /// When the document would be signed; set again when a review is taken up or signed.
    package private(set) var at: Moment
    package private(set) var decisions: [String: Decision]
    /// Sentences that she put into another section, by its place among the draft's sections.
    package private(set) var moved: [String: Int]
    /// How long she has read, over all sittings.
    package var seconds: Int
    package private(set) var findings: [Finding] = []
    /// Seen by the rules and kept nowhere.
    private var beside = Beside()

    package enum Decision: Codable, Equatable, Sendable {
        case pending
        case accepted
        case edited(String)
        case struck

        /// Whether the sentence stands as it was drafted.
        fileprivate var keepsText: Bool { self == .pending || self == .accepted }
    }

    fileprivate init(
        draft: Draft, kind: DocumentKind, source: ScopedSource, at: Moment,
        decisions: [String: Decision], moved: [String: Int] = [:], seconds: Int = 0
    ) {
        self.draft = draft
        self.kind = kind
        self.source = source
        self.at = at
        self.decisions = decisions
        self.moved = moved
        self.seconds = seconds
        examine()
    }

    package func decision(on sentence: String) -> Decision { decisions[sentence] ?? .pending }

    /// Ids of the sentences that still wait for a decision, in reading order.
    package var undecided: [String] {
        draft.sentences.map(\.id).filter { decision(on: $0) == .pending }
    }

    package var blocking: [Finding] { findings.filter { $0.weight == .blocks } }

    /// Records a decision and, if it changes the document, looks at the whole of it again. An edit
    /// must not be empty.
    package mutating func decide(_ decision: Decision, on sentence: String) throws(ReviewError) {
        guard draft.sentences.contains(where: { $0.id == sentence }) else {
            throw .noSuchSentence
        }
        var decision = decision
        if case .edited(let text) = decision {
            let written = text.trimmingBlanks()
            guard !written.isEmpty else { throw .emptyEdit }
            guard written.unicodeScalars.allSatisfy({ !$0.isHidden }) else {
                throw .hiddenCharacter
            }
            decision = .edited(written)
        }
        let before = decisions.updateValue(decision, forKey: sentence) ?? .pending
        if !(before.keepsText && decision.keepsText) { examine() }
    }

    /// Puts a sentence at the end of another section. It stays undecided if it was.
    package mutating func move(_ sentence: String, to section: Int) throws(ReviewError) {
        guard let from = place(of: sentence) else { throw .noSuchSentence }
        guard draft.sections.indices.contains(section) else { throw .noSuchSection }
        moved[sentence] = section == from ? nil : section
        examine()
    }

    /// The section a sentence was drafted for.
    private func place(of sentence: String) -> Int? {
        draft.sections.firstIndex { $0.sentences.contains { $0.id == sentence } }
    }

    /// The section a sentence stands in now.
    package func section(of sentence: String) -> String {
        (moved[sentence] ?? place(of: sentence)).map { draft.sections[$0].heading } ?? ""
    }

    /// How much of the document is her own wording, in percent of its letters.
    package var editedPercent: Int {
        let all = asSigned.sentences.reduce(0) { $0 + $1.text.count }
        let edited = asSigned.sentences.reduce(0) { sum, sentence in
            if case .edited = decision(on: sentence.id) { sum + sentence.text.count } else { sum }
        }
        return all == 0 ? 0 : edited * 100 / all
    }

    /// The same review at a later time: dates and delays are judged anew.
    package func taken(up moment: Moment) -> Review {
        var review = self
        review.at = moment
        review.examine()
        return review
    }

    /// The same review, looked at beside the rest of the vault.
    package func beside(_ beside: Beside) -> Review {
        var review = self
        review.beside = beside
        review.examine()
        return review
    }

    /// The texts a sentence rests on, in her own words.
    package func sourcesText(of sentence: String) -> [String] {
        guard
            let sentence = asSigned.sentences.first(where: { $0.id == sentence })
                ?? draft.sentences.first(where: { $0.id == sentence })
        else { return [] }
        return sentence.restsOn.map { sourceWithEdits.text(of: $0) }
    }

    /// One of those texts, from 1, in the whole of what was jotted there.
    package func context(
        of sentence: String, source number: Int
    ) -> (label: String, before: String, words: String, after: String)? {
        guard let sentence = asSigned.sentences.first(where: { $0.id == sentence }),
            sentence.restsOn.indices.contains(number - 1)
        else { return nil }
        let span = sentence.restsOn[number - 1]
        guard let entry = sourceWithEdits.entry(span.entry) else { return nil }
        let bytes = Array(entry.text.utf8)
        guard (0...span.end).contains(span.start), span.end <= bytes.count else { return nil }
        let part = span.start..<span.end
        let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
        return (
            entry.label, text(0..<part.lowerBound), text(part), text(part.upperBound..<bytes.count)
        )
    }

    /// The draft with every decision carried out. An edited sentence rests on the edit itself.
    package var asSigned: Draft {
        Draft(
            kind: draft.kind, kindVersion: draft.kindVersion, engine: draft.engine,
            sections: draft.sections.enumerated().map { place, section in
                let own = section.sentences.filter { moved[$0.id] == nil }
                let last = own.last?.paragraph ?? 0
                let arrived = draft.sentences.filter { moved[$0.id] == place }
                    .map { $0.put(into: last) }
                return Draft.Section(
                    heading: section.heading, sentences: (own + arrived).compactMap(decided))
            })
    }

    private func decided(_ sentence: Sentence) -> Sentence? {
        switch decision(on: sentence.id) {
        case .pending, .accepted: sentence
        case .struck: nil
        case .edited(let text): sentence.edited(text)
        }
    }

    private var sourceWithEdits: ScopedSource {
        source.including(
            edits: draft.sentences.compactMap { sentence in
                guard case .edited(let text) = decision(on: sentence.id) else { return nil }
                return SourceEntry(
                    id: sentence.editID, label: "Edit", text: text, shown: text, origin: .entered)
            })
    }

    private mutating func examine() {
        let examined = Examined(
            draft: asSigned, source: sourceWithEdits, kind: kind, at: at, beside: beside)
        findings = Rule.all.filter { kind.rules.contains($0.id) }.flatMap { $0.check(examined) }
    }
}

extension Sentence {
    fileprivate func put(into paragraph: Int) -> Sentence {
        Sentence(
            id: id, text: text, restsOn: restsOn, origin: origin, fields: fields,
            paragraph: paragraph)
    }

    fileprivate var editID: String { "edit/\(id)" }

    fileprivate func edited(_ text: String) -> Sentence {
        Sentence(
            id: id, text: text, restsOn: [Span(entry: editID, 0..<text.utf8.count)],
            origin: .entered, fields: fields, paragraph: paragraph)
    }
}

extension Draft {
    /// Opens the review of this draft; every sentence waits for a decision.
    package func reviewed(
        against source: ScopedSource, kind: DocumentKind, at moment: Moment
    ) -> Review {
        Review(draft: self, kind: kind, source: source, at: moment, decisions: [:])
    }
}

extension Review: Codable {
    private enum CodingKeys: String, CodingKey {
        case draft, kind, entries, consent, at, decisions, moved, seconds
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let source = Source(entries: try container.decode([SourceEntry].self, forKey: .entries))
        let consent = try container.decode(Consent.self, forKey: .consent)
        let draft = try container.decode(Draft.self, forKey: .draft)
        let moved = try container.decodeIfPresent([String: Int].self, forKey: .moved) ?? [:]
        guard moved.values.allSatisfy(draft.sections.indices.contains) else {
            throw DecodingError.dataCorruptedError(
                forKey: .moved, in: container, debugDescription: "no such section")
        }
        self.init(
            draft: draft,
            kind: try container.decode(DocumentKind.self, forKey: .kind),
            source: consent.admits(source),
            at: try container.decode(Moment.self, forKey: .at),
            decisions: try container.decode([String: Decision].self, forKey: .decisions),
            moved: moved,
            seconds: try container.decodeIfPresent(Int.self, forKey: .seconds) ?? 0)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(draft, forKey: .draft)
        try container.encode(kind, forKey: .kind)
        try container.encode(source.entries, forKey: .entries)
        try container.encode(source.consent, forKey: .consent)
        try container.encode(at, forKey: .at)
        try container.encode(decisions, forKey: .decisions)
        if !moved.isEmpty { try container.encode(moved, forKey: .moved) }
        if seconds > 0 { try container.encode(seconds, forKey: .seconds) }
    }
}
