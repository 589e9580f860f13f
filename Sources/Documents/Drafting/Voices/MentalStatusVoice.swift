/// The mental status, told from what was chosen, three items to a sentence: “Speech was soft, and
/// affect restricted and congruent with mood.” What was not assessed stands in a sentence of its own.
struct MentalStatusVoice {
    let kind: DocumentKind
    let source: ScopedSource

    /// One item: its answer as words, and how it is said.
    private struct Item {
        let field: Field
        let answer: String
        /// “was” unless the kind says otherwise: perception *showed* no hallucinations.
        let verb: String
        /// A sentence of its own, with `{answer}` in it.
        let sentence: String?

        var name: String { field.label.lowercasedFirst }
    }

    static let notAssessed = "not-assessed"

    func tell(_ fields: [String], _ narrator: inout Narrator) -> [Composer.Composed] {
        var composed: [Composer.Composed] = []
        var run: [Item] = []
        var unasked: [Item] = []
        for field in fields.compactMap({ kind.form[$0] }) {
            guard let text = source.text(.jotting, field.id) else { continue }
            let item = item(field, text)
            if isUnasked(text) {
                unasked.append(item)
            } else if let sentence = item.sentence {
                flush(&run, into: &composed, &narrator)
                add(
                    narrator.filled(sentence).replacing("{answer}", with: item.answer), [item],
                    to: &composed, &narrator)
            } else {
                if run.count == 3 || (run.last.map { $0.verb != item.verb } ?? false) {
                    flush(&run, into: &composed, &narrator)
                }
                run.append(item)
            }
        }
        flush(&run, into: &composed, &narrator)
        if !unasked.isEmpty {
            let verb = unasked.count == 1 ? "was" : "were"
            add(
                "\(Prose.list(unasked.map(\.name))) \(verb) not assessed", unasked, to: &composed,
                &narrator)
        }
        return composed
    }

    private func isUnasked(_ text: String) -> Bool {
        Entries.list(text).contains(Self.notAssessed) || NotAssessed(text) != nil
    }

    private func item(_ field: Field, _ text: String) -> Item {
        let wording = kind.pattern(of: field.id)?.wording ?? [:]
        let answer =
            field.choices.isEmpty
            ? Quotation.words(of: text)
            : Prose.list(
                Entries.list(text).compactMap { id in
                    field.choices.first { $0.id == id }?.label.lowercasedFirst
                })
        return Item(
            field: field, answer: answer, verb: wording["verb"] ?? "was",
            sentence: wording["sentence"])
    }

    /// “Insight was good, judgment fair and impulse control good.”
    private func flush(
        _ run: inout [Item], into composed: inout [Composer.Composed], _ narrator: inout Narrator
    ) {
        guard let first = run.first else { return }
        let parts =
            ["\(first.name) \(first.verb) \(first.answer)"]
            + run.dropFirst().map { "\($0.name) \($0.answer)" }
        let text =
            parts.count == 1
            ? parts[0]
            : parts.dropLast().joined(separator: ", ") + ", and " + (parts.last ?? "")
        add(text, run, to: &composed, &narrator)
        run = []
    }

    private func add(
        _ text: String, _ items: [Item], to composed: inout [Composer.Composed],
        _ narrator: inout Narrator
    ) {
        narrator.say(text)
        composed.append(
            Composer.Composed(
                text: text,
                spans: items.map { item in
                    let id = SourceEntry.id(.jotting, item.field.id)
                    return Span(entry: id, 0..<(source.entry(id)?.text.utf8.count ?? 0))
                }, origin: .template, fields: items.map(\.field.id)))
    }
}
