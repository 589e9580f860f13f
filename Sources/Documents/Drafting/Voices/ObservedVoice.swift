/// What the therapist saw: “Mood was anxious and affect constricted.” Never put in her client's
/// mouth: nothing here is “reported” unless she wrote so.
struct ObservedVoice {
    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        for group in grouped(facts) {
            let text = sentence(group, narrator)
            narrator.say(text)
            told.append(Told(text: text, ranges: group.map(\.range)))
        }
        return told
    }

    /// Facts of one kind are told together, where the first of them stood.
    private func grouped(_ facts: [Fact]) -> [[Fact]] {
        var groups: [(kind: Int, facts: [Fact])] = []
        for fact in facts {
            let kind = kind(of: fact)
            if kind < 5,
                let place = groups.firstIndex(where: { $0.kind == kind && $0.facts.count < 5 })
            {
                groups[place].facts.append(fact)
            } else {
                groups.append((kind, [fact]))
            }
        }
        return groups.map(\.facts)
    }

    private func kind(of fact: Fact) -> Int {
        switch fact.shape {
        case .state, .gerund: 0
        case .predicate(let predicate) where predicate.looksLike: 0
        case .topic: 1
        case .noun(let text) where isDone(text): 5
        case .noun: 2
        case .absence: 3
        default: 5
        }
    }

    private func sentence(_ facts: [Fact], _ narrator: Narrator) -> String {
        let subject = narrator.subject
        let was = subject.agree("was")
        guard let first = facts.first else { return "" }
        switch first.shape {
        case .predicate(let predicate) where predicate.looksLike: fallthrough
        case .state, .gerund:
            let opening = narrator.choose(["\(subject.text) \(was)", "\(subject.text) also \(was)"])
            return "\(opening) \(Prose.facts(facts, plain))"
        case .topic: return Voices.topics(facts, past: true)
        case .noun(let text) where isDone(text):
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            return "\(subject.text) \(subject.agree(words[0])) \(words[1])"
        case .noun:
            let items = Prose.facts(facts, plain)
            if facts.allSatisfy({ isManner(plain($0)) }) {
                return
                    "\(narrator.choose(["\(subject.text) presented", "\(subject.text) showed"])) "
                    .replacingPresented(items)
            }
            return narrator.choose(["therapist observed", "therapist also observed"]) + " \(items)"
        case .absence: return Voices.absences(facts)
        case .denial(let text, let past):
            return "\(subject.text) \(past ? "denied" : subject.agree("denies")) \(text)"
        case .says(let verb, let complement):
            let spoken = verb.form == .past ? verb.text(.past) : subject.agree(verb.text(.third))
            return "\(subject.text) \(spoken) \(Voices.text(complement))"
        case .predicate(let predicate):
            let verb = subject.agree(predicate.verb)
            let opening = narrator.choose([
                "\(subject.text) \(verb)", "\(subject.text) also \(verb)",
            ])
            return "\(opening) \(predicate.rest)"
        case .clause(let text), .sentence(let text): return text
        case .labelled(let label, let facts): return Voices.labelled(label, facts, past: true)
        }
    }

    private func plain(_ fact: Fact) -> String { Voices.plain(fact) }

    /// “walks with cane”: what the client does, and not a noun.
    private func isDone(_ text: String) -> Bool {
        let words = text.split(separator: " ").map(String.init)
        guard words.count > 1, let verb = Verb.reading(words[0]), verb.form == .third else {
            return false
        }
        return WordClass.prepositions.contains(words[1])
    }

    /// Mood, affect, eye contact: what one presents with.
    private func isManner(_ text: String) -> Bool {
        [
            "mood", "affect", "speech", "eye contact", "thought process", "insight", "judgment",
            "energy",
            "hygiene", "grooming",
        ].contains { text.hasSuffix($0) || text.contains($0 + " ") }
    }
}

extension String {
    fileprivate func replacingPresented(_ items: String) -> String {
        hasSuffix("presented ") ? self + "with " + items : self + items
    }
}

/// Wording that several voices share.
enum Voices {
    /// “feeling tired”, “being on leave”, “not being out to parents”.
    static func state(_ text: String, _ isFeeling: Bool) -> String {
        let verb = isFeeling ? "feeling" : "being"
        for adverb in ["still ", "also ", "now "] where text.hasPrefix(adverb) {
            return adverb + state(String(text.dropFirst(adverb.count)), isFeeling)
        }
        return text.hasPrefix("not ") ? "not \(verb) \(text.dropFirst(4))" : "\(verb) \(text)"
    }

    /// What follows a subject: “went home”, “denies cravings”.
    static func phrase(_ fact: Fact, _ subject: Subject) -> String {
        switch fact.shape {
        case .predicate(let predicate):
            return "\(subject.agree(predicate.verb)) \(predicate.rest)".trimmingBlanks()
        case .says(let verb, let complement):
            let spoken = verb.form == .past ? verb.text(.past) : subject.agree(verb.text(.third))
            return "\(spoken) \(text(complement))"
        case .denial(let text, let past):
            return "\(past ? "denied" : subject.agree("denies")) \(text)"
        default: return plain(fact)
        }
    }

    static func text(_ complement: Fact.Complement) -> String {
        switch complement {
        case .noun(let text), .words(let text): text
        }
    }

    /// As she put it, without a verb of ours: for parentheses.
    static func brief(_ fact: Fact) -> String {
        if case .topic(let topic) = fact.shape, topic.noun == nil {
            return "\(topic.subject) \(topic.value)"
        }
        return plain(fact)
    }

    /// “Mood was anxious, affect constricted, and thoughts were racing.”
    static func topics(_ facts: [Fact], past: Bool) -> String {
        var items: [String] = []
        var lastVerb = ""
        for fact in facts {
            guard case .topic(let topic) = fact.shape else { continue }
            let verb = topic.verb(past: past)
            if topic.value.hasPrefix("from ") {
                items.append(topic.clause(past: past))
                lastVerb = ""
            } else {
                items.append(
                    verb == lastVerb && !topic.isEvent
                        ? "\(topic.subject) \(topic.value)"
                        : "\(topic.subject) \(verb) \(topic.value)")
                lastVerb = topic.isEvent ? "" : verb
            }
        }
        return Prose.joined(items, facts)
    }

    /// “No psychosis or mania was observed.” What she wrote as noted stays noted.
    static func absences(_ facts: [Fact]) -> String {
        let items = facts.map(plain).map { $0.hasPrefix("no ") ? String($0.dropFirst(3)) : $0 }
        for ending in [
            "noted", "observed", "evident", "present", "reported", "expressed", "voiced",
        ] {
            if items.count == 1, items[0].hasSuffix(" " + ending) {
                let noun = String(items[0].dropLast(ending.count + 1))
                return "no \(noun) \(Fact.isPlural(noun) ? "were" : "was") \(ending)"
            }
        }
        let list = Prose.list(items, with: "or")
        return "no \(list) \(Fact.isPlural(items.first ?? "") ? "were" : "was") observed"
    }

    static func labelled(_ label: String, _ facts: [Fact], past: Bool) -> String {
        let verb =
            past ? (Fact.isPlural(label) ? "were" : "was") : (Fact.isPlural(label) ? "are" : "is")
        return "\(label) \(verb) \(Prose.facts(facts, plain))"
    }

    static func plain(_ fact: Fact) -> String {
        switch fact.shape {
        case .noun(let text), .gerund(let text), .clause(let text), .sentence(let text): text
        case .absence(let text): "no \(text)"
        case .state(let text, _): text
        case .topic(let topic): topic.noun ?? topic.clause(past: true)
        case .denial(let text, let past): "\(past ? "denied" : "denies") \(text)"
        case .says(let verb, let complement):
            "\(verb.text(verb.form == .past ? .past : .third)) \(text(complement))"
        case .predicate(let predicate):
            [predicate.verb, predicate.rest].filter { !$0.isEmpty }.joined(separator: " ")
        case .labelled(let label, let facts):
            "\(label) (\(facts.map(plain).joined(separator: ", ")))"
        }
    }
}
