/// What the therapist did, in the past tense: “Therapist used … and reviewed …”.
struct WorkVoice {
    /// What opens a sentence that only names techniques: “Interventions included …”.
    var opening = "interventions included"

    private enum Item {
        /// The name of a technique.
        case technique(String)
        /// What follows “therapist”.
        case phrase(String)
        case sentence(String)
    }

    private typealias Entry = (item: Item, range: Range<Int>)

    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        var run: [Entry] = []
        for entry in entries(facts, narrator) {
            if case .sentence(let text) = entry.item {
                flush(&run, &told, &narrator)
                narrator.say(text)
                told.append(Told(text: text, ranges: [entry.range]))
            } else {
                if run.count == 4 || (run.count == 3 && phrases(run) > 1) {
                    flush(&run, &told, &narrator)
                }
                run.append(entry)
            }
        }
        flush(&run, &told, &narrator)
        return told
    }

    private func phrases(_ run: [Entry]) -> Int {
        run.count { entry in if case .phrase = entry.item { true } else { false } }
    }

    private func flush(_ run: inout [Entry], _ told: inout [Told], _ narrator: inout Narrator) {
        guard !run.isEmpty else { return }
        let text = sentence(run.map(\.item), narrator, follows: !told.isEmpty)
        narrator.say(text)
        told.append(Told(text: text, ranges: run.map(\.range)))
        run = []
    }

    private func sentence(_ items: [Item], _ narrator: Narrator, follows: Bool) -> String {
        let names = items.compactMap { item in
            if case .technique(let name) = item { name } else { nil }
        }
        if names.count == items.count, names.allSatisfy({ verb(for: $0) == "used" }) {
            let again = narrator.openings.contains { opening.hasPrefix($0) }
            return again
                ? narrator.choose(["therapist also used", "in addition, therapist used"])
                    + " \(Prose.list(names))" : "\(opening) \(Prose.list(names))"
        }
        let parts = joined(items)
        let used = follows && narrator.openings.last?.contains("therapist") ?? false
        let openings =
            used
            ? ["therapist also", "in addition, therapist"]
            : ["therapist", "therapist also", "in addition, therapist"]
        let opened = narrator.choose(openings.map { "\($0) \(parts[0])" })
        switch parts.count {
        case 1: return opened
        case 2: return opened + (parts[0].contains(" and ") ? ", and " : " and ") + parts[1]
        default:
            return ([opened] + parts[1..<(parts.count - 1)]).joined(separator: ", ")
                + ", and " + (parts.last ?? "")
        }
    }

    /// Techniques named side by side share one verb.
    private func joined(_ items: [Item]) -> [String] {
        var parts: [(verb: String, names: [String])] = []
        for item in items {
            switch item {
            case .technique(let name):
                let verb = verb(for: name)
                if parts.last?.verb == verb {
                    parts[parts.count - 1].names.append(name)
                } else {
                    parts.append((verb, [name]))
                }
            case .phrase(let text), .sentence(let text): parts.append(("", [text]))
            }
        }
        return parts.map { "\($0.verb) \(Prose.list($0.names))".trimmingBlanks() }
    }

    private func entries(_ facts: [Fact], _ narrator: Narrator) -> [Entry] {
        var entries: [Entry] = []
        for fact in facts {
            if case .noun(let text) = fact.shape, let last = entries.last,
                let told = qualified(last.item, by: text)
            {
                entries[entries.count - 1] = (told, last.range.lowerBound..<fact.range.upperBound)
                continue
            }
            entries.append((item(fact, narrator), fact.range))
        }
        return entries
    }

    /// “imaginal exposure, second hot spot, 30 min”: what follows the technique belongs to it.
    private func qualified(_ item: Item, by text: String) -> Item? {
        let ordinals = ["first", "second", "third", "fourth", "fifth", "session", "round", "part"]
        let first = text.split(separator: " ").first.map { $0.lowercased() } ?? ""
        let added: String
        if PlanVoice.isTime(text) {
            added = " for \(text)"
        } else if ordinals.contains(first) || first.hasPrefix("#") {
            added = " (\(text))"
        } else {
            return nil
        }
        switch item {
        case .technique(let name): return .technique(name + added)
        case .phrase(let words): return .phrase(words + added)
        case .sentence: return nil
        }
    }

    private func item(_ fact: Fact, _ narrator: Narrator) -> Item {
        switch fact.shape {
        case .sentence(let text), .clause(let text): return .sentence(text)
        case .predicate(let predicate):
            if predicate.namesClient {
                let subject = narrator.subject
                return .sentence(
                    "\(subject.text) \(subject.agree(predicate.verb)) \(predicate.rest)")
            }
            let next = predicate.rest.split(separator: " ").first.map(String.init) ?? ""
            if WorkVoice.done.contains(predicate.verb), ["to", "for", "by", ""].contains(next) {
                return .sentence(
                    "\(narrator.persona.noun) was \(predicate.verb) \(predicate.rest)"
                        .trimmingBlanks())
            }
            return .phrase("\(past(predicate.verb)) \(predicate.rest)".trimmingBlanks())
        case .gerund(let text) where !WorkVoice.isTechnique(text):
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            return .phrase(([past(words[0])] + words.dropFirst()).joined(separator: " "))
        case .noun(let text), .gerund(let text):
            return passive(text).map { .sentence($0) } ?? .technique(text)
        case .topic(let topic):
            guard !topic.isEvent, let noun = topic.noun else {
                return .sentence(topic.clause(past: topic.isPast))
            }
            return .phrase("addressed \(noun)")
        case .says(let verb, let complement):
            return .phrase("\(verb.text(.past)) \(Voices.text(complement))")
        case .denial(let text, _): return .phrase("noted that client denied \(text)")
        case .absence(let text):
            return .sentence(
                passive("no \(text)") ?? "there \(Fact.isPlural(text) ? "were" : "was") no \(text)")
        case .state(let text, _): return .phrase("was \(text)")
        case .labelled(let label, let facts): return labelled(label, facts, narrator)
        }
    }

    /// “letter to grandmother started” was started.
    private func passive(_ text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count > 1, let last = words.last, let verb = Verb.reading(last),
            verb.isPastOrParticiple, !WordClass.adjectives.contains(last)
        else { return nil }
        let subject = words.dropLast().joined(separator: " ")
        return "\(subject) \(Fact.isPlural(subject) ? "were" : "was") \(verb.text(.participle))"
    }

    /// “CBT: reviewed thought records” was done as part of CBT; what is only named stands in
    /// parentheses.
    private func labelled(_ label: String, _ facts: [Fact], _ narrator: Narrator) -> Item {
        let inner = facts.map { Voices.plain($0) }.joined(separator: ", ")
        if let verb = Verb.reading(label), verb.form != .gerund {
            return .phrase("\(verb.text(.past)) \(inner)")
        }
        let items = facts.map { item($0, narrator) }
        guard !facts.isEmpty, facts.allSatisfy(isSurelyHers),
            case .predicate = facts[0].shape
        else {
            let named = facts.reduce(into: [String]()) { named, fact in
                let text = Voices.brief(fact)
                if PlanVoice.isTime(text), !named.isEmpty {
                    named[named.count - 1] += " for \(text)"
                } else {
                    named.append(text)
                }
            }
            return .technique("\(label) (\(named.joined(separator: ", ")))")
        }
        let texts = items.map { item in
            switch item {
            case .technique(let name): "\(verb(for: name)) \(name)"
            case .phrase(let text), .sentence(let text): text
            }
        }
        return .sentence("as part of \(label), therapist \(Prose.list(texts))")
    }

    /// Without an object, these were done with the client: “sent to ER”.
    private static let done: Set<String> = [
        "sent", "referred", "transported", "escorted", "admitted", "hospitalized", "transferred",
    ]

    /// What only a therapist does; whether she or her client “touched the door” nobody can know.
    private func isSurelyHers(_ fact: Fact) -> Bool {
        switch fact.shape {
        case .predicate(let predicate):
            guard !predicate.namesClient, let verb = predicate.reading else { return false }
            return WorkVoice.therapeutic.contains(verb.base)
        case .topic(let topic): return topic.isEvent
        default: return false
        }
    }

    private static let therapeutic = WordClass.words(
        """
        review introduce teach discuss explore challenge model coach validate normalize normalise
        assign role-play process provide explain examine create develop build schedule assess
        encourage reframe elicit guide facilitate educate reinforce summarize clarify prompt
        monitor track soften plan demonstrate highlight administer collaborate identify address
        """)

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

    private func past(_ verb: String) -> String { Verb.reading(verb)?.text(.past) ?? verb }

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
