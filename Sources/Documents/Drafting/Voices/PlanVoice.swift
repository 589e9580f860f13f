/// What is to happen: “Plan is to continue CBT and follow up in 1 week. Homework is …”
struct PlanVoice {
    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var steps: [(String, Range<Int>)] = []
        var things: [(String, Range<Int>)] = []
        var others: [Told] = []
        var homework: Int?
        for fact in facts {
            if let place = homework, isStep(fact), others.indices.contains(place),
                startsHomeworkVerb(fact)
            {
                others[place].text = Prose.adding(step(fact), to: others[place].text)
                others[place].ranges.append(fact.range)
                continue
            }
            switch fact.shape {
            case .labelled(let label, let inner) where isHomework(label):
                homework = others.count
                others.append(Told(text: self.homework(inner), ranges: [fact.range]))
            case .noun(let text) where text.lowercased().hasPrefix("homework "):
                let rest = String(text.dropFirst("homework ".count))
                let trimmed =
                    rest.hasPrefix("of ") || rest.hasPrefix("is ")
                    ? String(rest.dropFirst(3)) : rest
                others.append(Told(text: "homework is \(trimmed)", ranges: [fact.range]))
            case .noun(let text) where text.lowercased().hasPrefix("next session"):
                let when = NextVoice.when(
                    String(text.dropFirst("next session".count)).trimmingBlanks())
                others.append(Told(text: "the next session is \(when)", ranges: [fact.range]))
            case .predicate(let predicate) where predicate.namesClient:
                let will = ["will", "to"].contains(predicate.verb) ? "will" : predicate.verb
                others.append(
                    Told(
                        text: "\(narrator.persona.noun) \(will) \(predicate.rest)",
                        ranges: [fact.range]))
            case .clause(let text), .sentence(let text):
                others.append(Told(text: text, ranges: [fact.range]))
            case .labelled(let label, let facts):
                others.append(
                    Told(text: Voices.labelled(label, facts, past: false), ranges: [fact.range]))
            case .denial(let text, _):
                others.append(
                    Told(text: "\(narrator.persona.noun) denies \(text)", ranges: [fact.range]))
            default:
                if isStep(fact) {
                    steps.append((step(fact), fact.range))
                } else {
                    things.append((Voices.plain(fact), fact.range))
                }
            }
        }
        var told: [Told] = []
        for start in stride(from: 0, to: steps.count, by: 4) {
            let part = steps[start..<min(start + 4, steps.count)]
            let opening = start == 0 ? "plan is to" : "therapist will also"
            told.append(
                Told(text: "\(opening) \(Prose.list(part.map(\.0)))", ranges: part.map(\.1)))
        }
        if !things.isEmpty {
            let opening = steps.isEmpty ? "the plan includes" : "the plan also includes"
            told.append(
                Told(text: "\(opening) \(Prose.list(things.map(\.0)))", ranges: things.map(\.1)))
        }
        told += others
        for sentence in told { narrator.say(sentence.text) }
        return told
    }

    private func isHomework(_ label: String) -> Bool {
        ["homework", "assigned homework", "new homework"].contains(label.lowercased())
    }

    private func isStep(_ fact: Fact) -> Bool {
        switch fact.shape {
        case .predicate: true
        case .gerund(let text): !WorkVoice.isTechnique(text)
        case .noun(let text): text.hasPrefix("to ")
        default: false
        }
    }

    private func startsHomeworkVerb(_ fact: Fact) -> Bool {
        guard case .predicate(let predicate) = fact.shape else { return false }
        return ["practice", "complete", "track", "log", "journal", "record"].contains(
            predicate.reading?.base ?? "")
    }

    /// As an infinitive without “to”.
    private func step(_ fact: Fact) -> String {
        switch fact.shape {
        case .predicate(let predicate):
            if ["will", "to", "would", "should"].contains(predicate.verb.lowercased()) {
                return predicate.rest
            }
            let verb = predicate.reading.map { $0.base } ?? predicate.verb
            return "\(verb.uncapitalizedVerb) \(due(predicate.rest))".trimmingBlanks()
        case .gerund(let text):
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            let verb = Verb.reading(words[0]).map { $0.base } ?? words[0]
            return ([verb] + words.dropFirst()).joined(separator: " ")
        case .noun(let text): return String(text.dropFirst(3))
        default: return Voices.plain(fact)
        }
    }

    /// “follow up 1 week” is due in 1 week.
    private func due(_ rest: String) -> String {
        let bare = rest.split(separator: " ").map(String.init)
        if bare.count == 2, bare[0].first?.isNumber ?? false, Numbers.isUnit(bare[1]) {
            return "in \(rest)"
        }
        let words = rest.split(separator: " ").map(String.init)
        guard words.count > 2, words[0] == "up", words[1].first?.isNumber ?? false,
            Numbers.isUnit(words[2])
        else { return rest }
        return (["up", "in"] + words.dropFirst()).joined(separator: " ")
    }

    private func homework(_ facts: [Fact]) -> String {
        let items = facts.map { isStep($0) ? "to \(step($0))" : Voices.plain($0) }
        return "homework is \(Prose.list(items))"
    }
}

extension String {
    fileprivate var uncapitalizedVerb: String { prefix(1).lowercased() + dropFirst() }
}

/// When the next session is.
enum NextVoice {
    static func sentence(_ text: String, _ expansion: Expansion) -> String {
        let words = expansion.pieces(of: text).prose
        if words.lowercased().hasPrefix("next session") {
            return
                "the next session is \(when(String(words.dropFirst("next session".count)).trimmingBlanks()))"
        }
        return "the next session is \(when(words))"
    }

    static func when(_ words: String) -> String {
        var parts = words.split(separator: " ").map(String.init)
        guard let first = parts.first else { return words }
        for index in parts.indices.dropFirst() where isTime(parts, index) {
            if !["at", "from", "to", "or", "and", "by"].contains(parts[index - 1].lowercased()),
                !isTime(parts, index - 1)
            {
                parts[index] = "at " + parts[index]
            }
        }
        let text = parts.joined(separator: " ")
        if ["in", "on", "at", "scheduled", "to", "not", "set", "as"].contains(first.lowercased()) {
            return text
        }
        if first.first?.isNumber ?? false, parts.count > 1, Numbers.isUnit(parts[1]) {
            return "in \(text)"
        }
        let weekdays = [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ]
        let bare = first.lowercased().filter(\.isLetter)
        let isDate =
            weekdays.contains(bare)
            || Day.monthNames.contains { bare.count >= 3 && $0.lowercased().hasPrefix(bare) }
            || first.contains("/") || Day(iso: first) != nil
        if let day = Day(iso: first) {
            return (["on \(day.spoken)"] + parts.dropFirst()).joined(separator: " ")
        }
        return isDate ? "on \(text)" : text
    }

    private static func isTime(_ parts: [String], _ index: Int) -> Bool {
        guard parts.indices.contains(index), let first = parts[index].first, first.isNumber else {
            return false
        }
        if parts[index].contains(":") { return true }
        return parts.indices.contains(index + 1)
            && ["AM", "PM", "AM.", "PM."].contains(parts[index + 1].filter { $0 != "," })
    }
}
