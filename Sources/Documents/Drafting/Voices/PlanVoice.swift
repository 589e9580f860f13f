/// What is to happen, in her order: “The plan is to continue CBT. It also includes 2 walks.”
struct PlanVoice {
    private enum Item {
        /// An infinitive without “to”.
        case step(String)
        case thing(String)
        /// Homework, as an infinitive with “to” or a noun.
        case homework(String)
        /// A sentence of its own.
        case sentence(String)

        func goesWith(_ other: Item) -> Bool {
            switch (self, other) {
            case (.step, .step), (.thing, .thing), (.homework, .homework): true
            case (.step, .thing), (.thing, .step): named != nil && other.named != nil
            default: false
            }
        }

        /// After “includes”: “calling prescriber”, “2 walks”; nil for a verb without that form.
        var named: String? {
            guard case .step(let text) = self else { return text }
            if text.hasPrefix("not ") {
                return Item.step(String(text.dropFirst(4))).named.map { "not " + $0 }
            }
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            guard let verb = Verb.reading(words[0]) else { return nil }
            return ([verb.text(.gerund)] + words.dropFirst()).joined(separator: " ")
        }

        var text: String {
            switch self {
            case .step(let text), .thing(let text), .homework(let text), .sentence(let text): text
            }
        }
    }

    private typealias Entry = (item: Item, range: Range<Int>)

    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        let entries = self.entries(facts, narrator.persona)
        var told: [Told] = []
        for run in runs(entries) {
            let isFirst = told.allSatisfy { !$0.text.hasPrefix("the plan") }
            let follows = told.last?.text.hasPrefix("the plan") ?? false
            let text = sentence(run, isFirst: isFirst, follows: follows)
            narrator.say(text)
            told.append(Told(text: text, ranges: run.map(\.range)))
        }
        return told
    }

    /// Steps and things stay together as far as they go; homework and sentences are apart.
    private func runs(_ entries: [Entry]) -> [[Entry]] {
        var runs: [[Entry]] = []
        for entry in entries {
            if let last = runs.last?.last, runs[runs.count - 1].count < 4,
                last.item.goesWith(entry.item)
            {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        return runs
    }

    private func sentence(_ run: [Entry], isFirst: Bool, follows: Bool) -> String {
        guard let first = run.first?.item else { return "" }
        let items = run.map(\.item.text)
        let areSteps = run.allSatisfy { if case .step = $0.item { true } else { false } }
        switch first {
        case .sentence: return items[0]
        case .homework: return "homework is \(Prose.list(items))"
        case .step where areSteps:
            let also = items.count > 1 ? "further steps are to" : "a further step is to"
            return "\(isFirst ? "the plan is to" : also) \(Prose.list(items))"
        case .step, .thing:
            let named = run.map { $0.item.named ?? $0.item.text }
            let also = follows ? "it also includes" : "the plan also includes"
            return "\(isFirst ? "the plan includes" : also) \(Prose.list(named))"
        }
    }

    private func entries(_ facts: [Fact], _ persona: Persona) -> [Entry] {
        var entries: [Entry] = []
        var isHomework = false
        for fact in facts {
            // “script for coming out, 2 weeks”: what the time belongs to is left as she put it.
            if case .noun(let text) = fact.shape, PlanVoice.isTime(text), let last = entries.last {
                let joined = "\(last.item.text) (\(text))"
                let item: Item =
                    switch last.item {
                    case .step: .step(joined)
                    case .thing: .thing(joined)
                    case .homework: .homework(joined)
                    case .sentence: .sentence(joined)
                    }
                entries[entries.count - 1] = (
                    item, last.range.lowerBound..<fact.range.upperBound
                )
                continue
            }
            if isHomework, startsHomeworkVerb(fact) {
                entries.append((.homework("to " + step(fact, persona.noun)), fact.range))
                continue
            }
            if case .labelled(let label, let inner) = fact.shape, self.isHomework(label) {
                isHomework = true
                for (index, part) in inner.enumerated() {
                    let start = index == 0 ? fact.range.lowerBound : part.range.lowerBound
                    let range = start..<part.range.upperBound
                    entries.append((.homework(homework(part, persona)), range))
                }
                continue
            }
            entries.append((item(fact, persona), fact.range))
        }
        return entries
    }

    private func item(_ fact: Fact, _ persona: Persona) -> Item {
        switch fact.shape {
        case .noun(let text) where text.lowercased().hasPrefix("homework "):
            let rest = String(text.dropFirst("homework ".count))
            let isJoined = rest.hasPrefix("of ") || rest.hasPrefix("is ")
            return .homework(isJoined ? String(rest.dropFirst(3)) : rest)
        case .noun(let text) where text.lowercased().hasPrefix("next session"):
            let when = String(text.dropFirst("next session".count)).trimmingBlanks()
            return .sentence("the next session is \(NextVoice.when(when))")
        case .noun(let text) where text.lowercased().hasPrefix("next ") && PlanVoice.isDate(text):
            return .sentence("the next session is \(NextVoice.when(String(text.dropFirst(5))))")
        case .noun("same"), .noun("same plan"), .state("same", _):
            return .sentence("the plan is the same")
        case .state("unchanged", _), .absence("change"), .absence("changes"):
            return .sentence("the plan is unchanged")
        case .noun(let text) where text.hasPrefix("to "): return .step(String(text.dropFirst(3)))
        case .predicate(let predicate) where predicate.namesClient:
            let will = ["will", "to"].contains(predicate.verb) ? "will" : predicate.verb
            return .sentence("\(persona.noun) \(will) \(predicate.rest)")
        case .predicate: return .step(step(fact, persona.noun))
        case .says(let verb, let complement) where verb.form == .base:
            return .step("\(verb.base) \(Voices.text(complement))")
        case .gerund(let text):
            let words = text.split(separator: " ").map(String.init)
            let isVerb = WordClass.isGerund(words[0]) || ["not", "never"].contains(words[0])
            return isVerb && !WorkVoice.isTechnique(text)
                ? .step(step(fact, persona.noun)) : .thing(text)
        case .clause(let text), .sentence(let text): return .sentence(text)
        case .topic(let topic): return .sentence(topic.clause(past: false))
        case .says, .denial:
            return .sentence("\(persona.noun) \(Voices.plain(fact))")
        case .labelled(let label, let facts): return labelled(label, facts, persona)
        default: return .thing(Voices.plain(fact))
        }
    }

    /// “behavioral experiment: speak once” has its content in parentheses; what only says how or
    /// when stands there itself: “1 bus ride (in vivo)”.
    private func labelled(_ label: String, _ facts: [Fact], _ persona: Persona) -> Item {
        let first = label.split(separator: " ").first.map { $0.lowercased() } ?? ""
        let content = facts.map(Voices.brief).joined(separator: ", ")
        let isManner =
            WordClass.prepositions.contains(first) || WordClass.adverbs.contains(first)
        guard isManner else { return .thing("\(label) (\(content))") }
        if facts.count == 1, case .predicate(let predicate) = facts[0].shape,
            !predicate.namesClient
        {
            return .step("\(step(facts[0], persona.noun)) (\(label))")
        }
        return .thing("\(content) (\(label))")
    }

    private func isHomework(_ label: String) -> Bool {
        ["homework", "assigned homework", "new homework"].contains(label.lowercased())
    }

    private func homework(_ fact: Fact, _ persona: Persona) -> String {
        switch fact.shape {
        case .predicate(let predicate) where !predicate.namesClient:
            "to \(step(fact, persona.noun))"
        case .gerund(let text) where !WorkVoice.isTechnique(text): "to \(step(fact, persona.noun))"
        default: Voices.plain(fact)
        }
    }

    private func startsHomeworkVerb(_ fact: Fact) -> Bool {
        guard case .predicate(let predicate) = fact.shape else { return false }
        return ["practice", "complete", "track", "log", "journal", "record"].contains(
            predicate.reading?.base ?? "")
    }

    /// As an infinitive without “to”.
    private func step(_ fact: Fact, _ noun: String) -> String {
        switch fact.shape {
        case .predicate(let predicate):
            if ["will", "to", "would", "should"].contains(predicate.verb.lowercased()) {
                return predicate.rest
            }
            if ["do", "don't"].contains(predicate.verb.lowercased()) {
                let rest =
                    predicate.rest.hasPrefix("not ") ? predicate.rest : "not \(predicate.rest)"
                if predicate.verb.lowercased() == "don't" || predicate.rest.hasPrefix("not ") {
                    return rest
                }
            }
            let verb = predicate.reading.map { $0.base } ?? predicate.verb
            let rest = predicate.rest.split(separator: " ").first.map(String.init) ?? ""
            if verb == "see", ["in", "again", "on", "next", "weekly", ""].contains(rest) {
                return "see \(noun) \(predicate.rest)".trimmingBlanks()
            }
            return "\(verb.lowercasedFirst) \(due(predicate.rest, verb))".trimmingBlanks()
        case .gerund(let text):
            var words = text.split(separator: " ").map(String.init)
            let place = ["not", "never"].contains(words[0]) && words.count > 1 ? 1 : 0
            words[place] = Verb.reading(words[place])?.base ?? words[place]
            return words.joined(separator: " ")
        default: return Voices.plain(fact)
        }
    }

    /// “follow up 1 week” is due in 1 week.
    private func due(_ rest: String, _ verb: String) -> String {
        guard ["follow", "return", "meet", "see", "check", "reassess", "review"].contains(verb)
        else { return rest }
        let words = rest.split(separator: " ").map(String.init)
        if words.count == 2, PlanVoice.isTime(rest) { return "in \(rest)" }
        guard words.count > 2, words[0] == "up", PlanVoice.isTime("\(words[1]) \(words[2])")
        else { return rest }
        return (["up", "in"] + words.dropFirst()).joined(separator: " ")
    }

    /// “next 11/30 at 2 PM”, “next Tuesday”: when, and nothing else.
    private static func isDate(_ text: String) -> Bool {
        let word = text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        return word.first?.isNumber ?? false && word.contains("/")
    }

    /// “2 weeks”, “30 minutes”.
    static func isTime(_ text: String) -> Bool {
        let words = text.split(separator: " ").map(String.init)
        return words.count == 2 && words[0].first?.isNumber ?? false && Numbers.isUnit(words[1])
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
