/// How the client answered: “Client was receptive and able to name 2 distortions.”
struct ResponseVoice {
    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var phrases: [(text: String, facts: [Fact])] = []
        let flush = { (narrator: inout Narrator) in
            guard !phrases.isEmpty else { return }
            let text = self.sentence(phrases.map(\.text), narrator)
            narrator.say(text)
            told.append(Told(text: text, ranges: phrases.flatMap(\.facts).map(\.range)))
            phrases = []
        }
        for group in grouped(facts) {
            guard let first = group.first else { continue }
            switch first.shape {
            case .state(let text, _) where ResponseVoice.grades.contains(text.lowercased()):
                flush(&narrator)
                narrator.say("response was")
                told.append(Told(text: "response was \(text)", ranges: group.map(\.range)))
            case .topic:
                flush(&narrator)
                let text = Voices.topics(group, past: true)
                narrator.say(text)
                told.append(Told(text: text, ranges: group.map(\.range)))
            case .clause(let text), .sentence(let text):
                flush(&narrator)
                narrator.say(text)
                told.append(Told(text: text, ranges: [first.range]))
            case .says(let verb, _) where verb.form != .past:
                // What she put in the present is not mixed with what was.
                flush(&narrator)
                phrases.append((phrase(group, narrator), group))
                flush(&narrator)
            default:
                phrases.append((phrase(group, narrator), group))
                if phrases.count == 3 { flush(&narrator) }
            }
        }
        flush(&narrator)
        return told
    }

    /// “good” is how the response was, not how the client is.
    private static let grades: Set<String> = [
        "good", "fair", "poor", "positive", "negative", "limited", "mixed", "appropriate", "great",
        "minimal", "adequate",
    ]

    private func sentence(_ phrases: [String], _ narrator: Narrator) -> String {
        let subject = narrator.subject
        let opened = narrator.choose([
            "\(subject.text) \(phrases[0])", "\(subject.text) also \(phrases[0])",
        ])
        return Prose.list([opened] + phrases.dropFirst())
    }

    private func grouped(_ facts: [Fact]) -> [[Fact]] {
        var groups: [[Fact]] = []
        for fact in facts {
            if let last = groups.last?.last, sameKind(last, fact) {
                groups[groups.count - 1].append(fact)
            } else {
                groups.append([fact])
            }
        }
        return groups
    }

    private func sameKind(_ left: Fact, _ right: Fact) -> Bool {
        switch (left.shape, right.shape) {
        case (.state, .state), (.topic, .topic), (.noun, .noun): true
        default: false
        }
    }

    private func phrase(_ facts: [Fact], _ narrator: Narrator) -> String {
        let subject = narrator.subject
        guard let first = facts.first else { return "" }
        switch first.shape {
        case .state: return "\(subject.agree("was")) \(Prose.facts(facts, Voices.plain))"
        case .gerund(let text): return "\(subject.agree("was")) \(text)"
        case .noun(let text) where facts.count == 1 && text.hasPrefix("“"):
            return "responded, \(text)"
        case .noun: return "showed \(Prose.facts(facts, Voices.plain))"
        case .absence(let text): return "had no \(text)"
        case .denial(let text, let past):
            return "\(past ? "denied" : subject.agree("denies")) \(text)"
        case .says(let verb, let complement):
            let spoken = verb.form == .past ? verb.text(.past) : subject.agree(verb.text(.third))
            return "\(spoken) \(Voices.text(complement))"
        case .predicate(let predicate):
            // A bare verb here tells what happened in the session.
            let verb =
                predicate.reading.map {
                    $0.form == .base ? $0.text(.past) : subject.agree(predicate.verb)
                }
                ?? subject.agree(predicate.verb)
            return "\(verb) \(predicate.rest)".trimmingBlanks()
        case .topic(let topic) where topic.isEvent: return topic.clause(past: true)
        case .labelled(let label, let facts):
            return "showed \(label) (\(facts.map(Voices.plain).joined(separator: ", ")))"
        case .topic, .clause, .sentence: return Voices.plain(first)
        }
    }
}
