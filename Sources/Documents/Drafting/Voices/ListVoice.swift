/// A list after a fixed opening: “Protective factors include wife and dog.” What has a verb is a
/// sentence of its own.
struct ListVoice {
    let opening: String
    let again: String

    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var listed = 0
        var rest = facts.map(\.asThing)[...]
        while let first = rest.first {
            let run = rest.prefix {
                isItem($0) == isItem(first) && (isItem(first) || goTogether(first, $0))
            }
            rest = rest.dropFirst(run.count)
            let text: String
            if isItem(first) {
                text =
                    "\(listed == 0 ? opening : again) \(Prose.list(run.map { Voices.plain($0) }))"
                listed += 1
            } else {
                text = sentence(Array(run), narrator)
            }
            narrator.say(text)
            told.append(Told(text: text, ranges: run.map { $0.range }))
        }
        return told
    }

    private func isItem(_ fact: Fact) -> Bool {
        switch fact.shape {
        case .noun, .absence, .gerund, .labelled: true
        case .topic(let topic): topic.noun != nil
        default: false
        }
    }

    /// Whether two facts make one sentence.
    private func goTogether(_ first: Fact, _ other: Fact) -> Bool {
        switch (first.shape, other.shape) {
        case (.predicate, .predicate), (.state, .state), (.topic, .topic): true
        default: first.range == other.range
        }
    }

    private func sentence(_ facts: [Fact], _ narrator: Narrator) -> String {
        let subject = narrator.subject
        guard let first = facts.first else { return "" }
        switch first.shape {
        case .predicate:
            let phrases = facts.map { Voices.phrase($0, subject) }
            let opened = narrator.choose([
                "\(subject.text) \(phrases[0])", "\(subject.text) also \(phrases[0])",
            ])
            return Prose.list([opened] + phrases.dropFirst())
        case .state:
            let opened = narrator.choose([
                "\(subject.text) \(subject.agree("is"))",
                "\(subject.text) \(subject.agree("is")) also",
            ])
            return "\(opened) \(Prose.facts(facts, Voices.plain))"
        case .topic: return Voices.topics(facts, past: false)
        case .says, .denial: return "\(subject.text) \(Voices.phrase(first, subject))"
        default: return Voices.plain(first)
        }
    }
}

/// “This entry was written late because the clinician was ill.”
struct ReasonVoice {
    let opening: String

    func tell(_ facts: [Fact]) -> [Told] {
        guard !facts.isEmpty else { return [] }
        let told = Told(text: sentence(facts), ranges: facts.map(\.range))
        return [told]
    }

    private func sentence(_ facts: [Fact]) -> String {
        if facts.count == 1 {
            switch facts[0].shape {
            case .clause(let text), .sentence(let text):
                let first = text.split(separator: " ").first.map { $0.lowercased() } ?? ""
                if first == "because" { return "\(opening) \(text.lowercasedFirst)" }
                return "\(opening) because \(named(text))"
            case .topic(let topic): return "\(opening) because \(topic.clause(past: true))"
            case .noun(let text), .gerund(let text):
                let bare =
                    text.hasPrefix("because of ") ? text.dropFirst("because of ".count) : text[...]
                return "\(opening) because of \(bare)"
            default: break
            }
        }
        return "\(opening) (reason given: \(facts.map(Voices.plain).joined(separator: ", ")))"
    }

    private func named(_ text: String) -> String {
        let lower = text.uncapitalizedWord
        let roles = ["clinician", "therapist", "writer", "client", "patient", "office", "system"]
        let first = lower.split(separator: " ").first.map { $0.lowercased() } ?? ""
        return roles.contains(first) ? "the \(lower.lowercasedFirst)" : lower
    }
}
