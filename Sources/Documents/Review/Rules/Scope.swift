extension Rule {
    /// A document that leaves tells what its consent covers and nothing else.
    ///
    /// First by where each sentence comes from; then by its words, in what she typed for it: a text in
    /// the right field can still say too much.
    package static let scope = Rule(id: "scope") { examined in
        guard let disclosure = examined.source.consent.disclosure else { return [] }
        if let recipients = examined.kind.discloses?.recipients,
            !recipients.contains(disclosure.recipient.kind)
        {
            return [
                Finding(
                    rule: "scope", weight: .blocks, field: "recipient-kind",
                    message: "A letter of this type does not go to such a recipient.",
                    nextStep: "Draft a letter of another type, or to another recipient.")
            ]
        }
        return examined.draft.sentences.flatMap { sentence -> [Finding] in
            if let item = examined.items(of: sentence).first(where: {
                !disclosure.items.contains($0)
            }) {
                return [finding(sentence, "tells", item.label.lowercased())]
            }
            guard examined.isTyped(sentence) else { return [] }
            let text = examined.typed(sentence)
            let known = examined.knownNames
            let hits = DisclosureWords.hits(in: text, known: known)
            if let hit = hits.first(where: { !$0.items.contains(where: disclosure.items.contains) })
            {
                return [
                    finding(
                        sentence, "may tell with “\(hit.words)”",
                        hit.items.map { $0.label.lowercased() }.joined(separator: " or "))
                ]
            }
            guard PlainWords.suffice(for: disclosure.items),
                let stranger = PlainWords.strangers(in: text, known: known).first
            else { return [] }
            return [
                Finding(
                    rule: "scope", weight: .advises, sentence: sentence.id, field: sentence.field,
                    message: "“\(stranger)” is no word that a letter of dates alone needs.",
                    nextStep: "Read the sentence once more: it may tell something by the way.")
            ]
        }
    }

    private static func finding(_ sentence: Sentence, _ verb: String, _ what: String) -> Finding {
        Finding(
            rule: "scope", weight: .blocks, sentence: sentence.id, field: sentence.field,
            message: "“\(sentence.text)” \(verb) what may not go there: \(what).",
            nextStep: "Strike or edit it, or file a consent that covers it.")
    }

    /// A letter that has to be short.
    package static let letterLength = Rule(id: "letterLength") { examined in
        guard let most = examined.kind.discloses?.mostWords else { return [] }
        let words = examined.draft.sentences.reduce(0) {
            $0 + $1.text.split(whereSeparator: \.isWhitespace).count
        }
        guard words > most else { return [] }
        return [
            Finding(
                rule: "letterLength", weight: .blocks,
                message: "This letter has \(words) words; one of its type has at most \(most).",
                nextStep: "Strike or shorten sentences.")
        ]
    }
}

extension Examined {
    /// What the texts under a sentence are known to tell.
    fileprivate func items(of sentence: Sentence) -> [DisclosureItem] {
        sentence.restsOn.compactMap { span in
            guard case .item(let item) = source.entry(span.entry)?.tells else { return nil }
            return item
        }
    }

    /// Whether somebody chose its words for this document: a field of its own, or an edit.
    fileprivate func isTyped(_ sentence: Sentence) -> Bool {
        sentence.restsOn.contains { $0.entry.hasPrefix("jotting/") || $0.entry.hasPrefix("edit/") }
    }

    /// A sentence without the fixed words around what she typed.
    fileprivate func typed(_ sentence: Sentence) -> String {
        let fixed = sentence.fields.compactMap { kind.pattern(of: $0)?.wording?.values }
            .joined().flatMap { $0.split { "{}".contains($0) } }
            .map { $0.trimmingBlanks() }.filter { $0.contains(" ") }
        return fixed.reduce(sentence.text) { $0.replacing($1, with: ",") }
    }

    fileprivate var knownNames: [String] {
        [
            source.text(.client, "name"), source.text(.letter, "recipient"),
            source.text(.letter, "organization"), source.text(.practice, "name"),
            source.text(.practice, "practice"),
        ].compactMap { $0 }
    }
}
