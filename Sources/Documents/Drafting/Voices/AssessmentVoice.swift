/// What the therapist concludes: “Symptoms are consistent with …”, “Client is improving slowly.”
struct AssessmentVoice {
    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var rest = facts[...]
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
        case (.state, .state), (.topic, .topic), (.noun, .noun), (.absence, .absence),
            (.gerund, .gerund), (.state, .gerund), (.gerund, .state):
            return true
        case (.predicate(let one), .predicate(let other)):
            return !other.namesClient && one.isPast == other.isPast
        default: return left == right
        }
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
        case .noun:
            let opening = narrator.choose([
                "the clinical impression is of", "therapist also notes",
            ])
            let used = narrator.openings.contains("the clinical")
            return
                "\(used ? narrator.choose(["therapist notes", "therapist also notes"]) : opening) "
                + Prose.facts(facts, Voices.plain)
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
