/// What the therapist did, in the past tense: “Therapist used … and reviewed …”.
struct WorkVoice {
    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var phrases: [(text: String, range: Range<Int>)] = []
        let flush = { (narrator: inout Narrator) in
            guard !phrases.isEmpty else { return }
            let opening = narrator.choose(["therapist", "therapist also", "in addition, therapist"])
            let first = phrases[0].text
            let text =
                self.opened(opening, first, narrator)
                + self.rest(
                    phrases.dropFirst().map(\.text), after: first.contains(" and "))
            narrator.say(text)
            told.append(Told(text: text, ranges: phrases.map(\.range)))
            phrases = []
        }
        for group in merged(facts) {
            guard let fact = group.first else { continue }
            if group.count > 1 {
                let names = group.compactMap(technique)
                phrases.append(("\(verb(for: names[0])) \(Prose.list(names))", group.range))
                if phrases.count == 3 { flush(&narrator) }
                continue
            }
            switch fact.shape {
            case .sentence(let text), .clause(let text):
                flush(&narrator)
                narrator.say(text)
                told.append(Told(text: text, ranges: [fact.range]))
            case .predicate(let predicate) where predicate.namesClient:
                flush(&narrator)
                let subject = narrator.subject
                let text = "\(subject.text) \(subject.agree(predicate.verb)) \(predicate.rest)"
                narrator.say(text)
                told.append(Told(text: text, ranges: [fact.range]))
            default:
                phrases.append((phrase(fact), fact.range))
                if phrases.count == 3 { flush(&narrator) }
            }
        }
        flush(&narrator)
        return told
    }

    private func opened(_ opening: String, _ first: String, _ narrator: Narrator) -> String {
        if opening != "therapist" { return "\(opening) \(first)" }
        if narrator.openings.last?.hasPrefix("therapist") ?? false {
            return narrator.choose(["therapist also \(first)", "in addition, therapist \(first)"])
        }
        // “Therapist used …” twice in a row would be heard.
        let plain = "therapist \(first)"
        return narrator.choose([plain, "therapist also \(first)"])
    }

    private func rest(_ phrases: [String], after listed: Bool) -> String {
        switch phrases.count {
        case 0: ""
        case 1: (listed ? ", and " : " and ") + phrases[0]
        default: ", \(phrases[0]), and \(phrases[1])"
        }
    }

    /// Techniques named side by side share one verb.
    private func merged(_ facts: [Fact]) -> [[Fact]] {
        var result: [[Fact]] = []
        for fact in facts {
            if let text = technique(fact), let last = result.last?.last,
                let before = technique(last),
                verb(for: text) == verb(for: before), result[result.count - 1].count < 4
            {
                result[result.count - 1].append(fact)
            } else {
                result.append([fact])
            }
        }
        return result
    }

    /// The name of a technique that goes with “used” or “provided”.
    private func technique(_ fact: Fact) -> String? {
        switch fact.shape {
        case .noun(let text): moved(text) == nil ? text : nil
        case .gerund(let text): WorkVoice.isTechnique(text) ? text : nil
        case .labelled(let label, _): Verb.reading(label) == nil ? Voices.plain(fact) : nil
        default: nil
        }
    }

    /// Words in -ing that name a technique rather than tell what was done.
    static func isTechnique(_ text: String) -> Bool {
        let words = text.lowercased().split(separator: " ").map(String.init)
        let names = [
            "grounding", "breathing", "pacing", "coping", "counseling", "journaling", "listening",
            "reframing", "modeling", "training", "problem-solving", "processing", "rapport",
            "tapping", "mirroring",
        ]
        return words.count == 1 || names.contains(words.first ?? "")
    }

    private func phrase(_ fact: Fact) -> String {
        switch fact.shape {
        case .predicate(let predicate):
            return "\(past(predicate.verb)) \(predicate.rest)".trimmingBlanks()
        case .gerund(let text) where WorkVoice.isTechnique(text):
            return "\(verb(for: text)) \(text)"
        case .gerund(let text):
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            return ([past(words[0])] + words.dropFirst()).joined(separator: " ")
        case .noun(let text): return moved(text) ?? "\(verb(for: text)) \(text)"
        case .topic(let topic): return "addressed \(topic.noun ?? topic.clause(past: true))"
        case .says(let verb, let complement):
            return "\(verb.text(.past)) \(Voices.text(complement))"
        case .denial(let text, _): return "noted that client denied \(text)"
        case .absence(let text): return "used no \(text)"
        case .state(let text, _): return "was \(text)"
        case .labelled(let label, let facts):
            let inner = facts.map(Voices.plain).joined(separator: ", ")
            if let verb = Verb.reading(label) { return "\(verb.text(.past)) \(inner)" }
            return "\(verb(for: label)) \(label) (\(inner))"
        case .clause(let text), .sentence(let text): return text
        }
    }

    private func past(_ verb: String) -> String { Verb.reading(verb)?.text(.past) ?? verb }

    /// “thought record reviewed” is: reviewed thought record.
    private func moved(_ text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count > 1, let last = words.last, let verb = Verb.reading(last),
            verb.form == .past, !WordClass.adjectives.contains(last)
        else { return nil }
        return "\(last) \(words.dropLast().joined(separator: " "))"
    }

    private func verb(for noun: String) -> String {
        let given = [
            "psychoeducation", "support", "validation", "feedback", "education", "empathy",
            "empathic", "reassurance", "normalization", "encouragement", "resources", "referral",
            "supportive listening", "active listening", "a referral", "handout",
            "crisis intervention",
        ]
        return given.contains { noun.hasPrefix($0) || noun.hasSuffix(" " + $0) }
            ? "provided" : "used"
    }
}

extension Array where Element == Fact {
    fileprivate var range: Range<Int> {
        (first?.range.lowerBound ?? 0)..<(last?.range.upperBound ?? 0)
    }
}
