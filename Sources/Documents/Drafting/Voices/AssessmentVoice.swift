/// What the therapist concludes: “Symptoms are consistent with …”, “Client is improving slowly.”
struct AssessmentVoice {
    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var rest = facts.map(\.asThing)[...]
        while let first = rest.first {
            let run = [first] + rest.dropFirst().prefix(while: { same(first, $0) }).prefix(2)
            rest = rest.dropFirst(run.count)
            let text = sentence(run, narrator)
            narrator.say(text)
            told.append(Told(text: text, ranges: run.map(\.range)))
        }
        return told
    }

    private func same(_ left: Fact, _ right: Fact) -> Bool {
        switch (left.shape, right.shape) {
        case (.noun(let one), .noun(let other)):
            return !one.hasPrefix("rule out ") && !other.hasPrefix("rule out ")
        case (.state, .state), (.topic, .topic), (.absence, .absence),
            (.gerund, .gerund), (.state, .gerund), (.gerund, .state):
            return true
        case (.predicate(let one), .predicate(let other)):
            return !other.namesClient && one.isPast == other.isPast
        default: return left == right
        }
    }

    /// “continued decrease in avoidance”: a change is there, rather than an impression of it.
    private static func isChange(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ").map(String.init)
        let head = words.prefix { !WordClass.prepositions.contains($0) }.last ?? ""
        return [
            "decrease", "increase", "improvement", "improvements", "reduction", "decline",
            "progress", "worsening", "gains", "change", "changes",
        ].contains(head) && words.count > 1
    }

    private func sentence(_ facts: [Fact], _ narrator: Narrator) -> String {
        let subject = narrator.subject
        guard let first = facts.first else { return "" }
        switch first.shape {
        case .state, .gerund:
            let verb = subject.agree("is")
            let opening = narrator.choose([
                "\(subject.text) \(verb)", "\(subject.text) also \(verb)",
            ])
            return "\(opening) \(Prose.facts(facts, Voices.plain))"
        case .topic: return Voices.topics(facts, past: false)
        case .noun(let text) where facts.count == 1 && text.hasPrefix("rule out "):
            return "\(text.dropFirst("rule out ".count)) is to be ruled out"
        case .noun:
            let items = Prose.facts(facts, Voices.plain)
            if facts.count == 1, AssessmentVoice.isChange(items) {
                return "there \(Fact.isPlural(items) ? "are" : "is") \(items)"
            }
            let used = narrator.openings.contains("the clinical")
            let openings =
                used
                ? ["therapist notes", "therapist also notes"]
                : ["the clinical impression is of", "therapist notes"]
            return "\(narrator.choose(openings)) \(items)"
        case .absence:
            let items = facts.map { String(Voices.plain($0).dropFirst(3)) }
            let verb = Fact.isPlural(items.first ?? "") ? "are" : "is"
            return "there \(verb) no \(Prose.list(items, with: "or"))"
        case .denial(let text, let past):
            return "\(subject.text) \(past ? "denied" : subject.agree("denies")) \(text)"
        case .says(let verb, let complement):
            let spoken = verb.form == .past ? verb.text(.past) : subject.agree(verb.text(.third))
            return "\(subject.text) \(spoken) \(Voices.text(complement))"
        case .predicate:
            let phrases = facts.compactMap { fact -> String? in
                guard case .predicate(let predicate) = fact.shape else { return nil }
                return "\(subject.agree(predicate.verb)) \(predicate.rest)".trimmingBlanks()
            }
            let opening = narrator.choose([
                "\(subject.text) \(phrases[0])", "\(subject.text) also \(phrases[0])",
            ])
            return Prose.list([opening] + phrases.dropFirst())
        case .clause(let text), .sentence(let text): return text
        case .labelled(let label, let facts): return Voices.labelled(label, facts, past: false)
        }
    }
}
