/// What became of the homework, as the client tells it.
struct HomeworkVoice {
    func tell(_ facts: [Fact], _ narrator: inout Narrator) -> [Told] {
        var told: [Told] = []
        for fact in facts {
            let text = sentence(fact, narrator, isFirst: told.isEmpty)
            narrator.say(text)
            told.append(Told(text: text, ranges: [fact.range]))
        }
        return told
    }

    private static let outcomes = WordClass.words(
        "done completed attempted finished partial partially mostly skipped forgotten incomplete")

    private func sentence(_ fact: Fact, _ narrator: Narrator, isFirst: Bool) -> String {
        let subject = Subject(text: narrator.persona.they, isPlural: narrator.persona.isPlural)
        let text = Voices.plain(fact)
        let words = text.lowercased().split(separator: " ").map(String.init)
        let head = words.first == "not" ? words.dropFirst().first ?? "" : words.first ?? ""
        if isFirst, HomeworkVoice.outcomes.contains(head),
            words.count <= 2 || ["not", "partially", "mostly"].contains(words[0])
                || Numbers.startsWithCount(text, after: head)
        {
            return head == "partial" ? "homework was partially done" : "homework was \(text)"
        }
        switch fact.shape {
        case .sentence(let text): return text
        case .clause(let text):
            return
                "\(client(narrator).text) \(client(narrator).agree("reports")) that \(text.uncapitalizedWord)"
        case .predicate(let predicate):
            let phrase = "\(subject.agree(predicate.verb)) \(predicate.rest)".trimmingBlanks()
            let opened = client(narrator)
            let verbs = isFirst ? ["reports"] : ["adds", "also reports"]
            let opening = narrator.choose(verbs.map { "\(opened.text) \(agreed($0, opened))" })
            return isFirst
                ? "regarding homework, \(opened.text) \(opened.agree("reports")) that \(subject.text) \(phrase)"
                : "\(opening) that \(subject.text) \(phrase)"
        case .topic(let topic) where topic.isEvent: return topic.clause(past: true)
        case .denial(let text, _):
            return "\(client(narrator).text) \(client(narrator).agree("denies")) \(text)"
        case .says(let verb, let complement):
            let opened = client(narrator)
            return "\(opened.text) \(opened.agree(verb.text(.third))) \(Voices.text(complement))"
        case .state(let text, let isFeeling):
            return report(Voices.state(text, isFeeling), narrator, isFirst)
        default: return report(text, narrator, isFirst)
        }
    }

    private func report(_ text: String, _ narrator: Narrator, _ isFirst: Bool) -> String {
        let opened = client(narrator)
        if isFirst {
            return "regarding homework, \(opened.text) \(opened.agree("reports")) \(text)"
        }
        return narrator.choose([
            "\(opened.text) also \(opened.agree("notes"))",
            "\(opened.text) \(opened.agree("adds"))",
        ]) + " \(text)"
    }

    private func client(_ narrator: Narrator) -> Subject { narrator.subject }

    private func agreed(_ verb: String, _ subject: Subject) -> String {
        verb.hasPrefix("also ")
            ? "also " + subject.agree(String(verb.dropFirst(5))) : subject.agree(verb)
    }
}

extension Numbers {
    /// “done 3 times”: what follows the first word is only how often.
    fileprivate static func startsWithCount(_ text: String, after head: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count >= 2, words[0].lowercased() == head else { return false }
        let isRate = words.dropFirst(2).first.map { ["times", "time", "of"].contains($0) } ?? false
        return (words[1].first?.isNumber ?? false) && isRate
            || ["daily", "twice", "once", "except"].contains(words[1])
    }
}
