/// “The session worked on objective 2 of the plan of November 2, 2026: answer 5 of 5 calls.”
struct ObjectivesVoice {
    let source: ScopedSource

    func tell(_ text: String, of field: String, _ narrator: inout Narrator) -> Composer.Composed {
        let plan = source.planObjectives
        let named = NamedObjectives(text).numbers.filter { (1...max(1, plan.count)).contains($0) }
        let own = Span(entry: SourceEntry.id(.jotting, field), 0..<text.utf8.count)
        guard let day = source.text(.record, "last-plan"), !plan.isEmpty, !named.isEmpty else {
            // Only she can say that none was worked on.
            let words = Reader(client: narrator.persona.noun).spelledOut(text)
            let opening =
                text.lowercased().hasPrefix("none")
                ? "no objective of the plan was worked on" : "objectives of the plan"
            let sentence = "\(opening): \(words)"
            narrator.say(sentence)
            return Composer.Composed(
                text: sentence, spans: [own], origin: .entered, fields: [field])
        }
        let words = named.map { number in
            var objective = plan[number - 1]
            if objective.hasSuffix(".") { objective.removeLast() }
            return objective
        }
        let sentence =
            "the session worked on \(named.count == 1 ? "objective" : "objectives") "
            + "\(Prose.list(named.map(String.init))) of the plan of \(day): "
            + words.joined(separator: "; ")
        narrator.say(sentence)
        return Composer.Composed(
            text: sentence, spans: [own] + named.map { span(of: $0, in: plan) },
            origin: .computed, fields: [field])
    }

    /// Where an objective stands among the lines of the plan.
    private func span(of number: Int, in plan: [String]) -> Span {
        let start = plan[..<(number - 1)].map { $0.utf8.count + 1 }.reduce(0, +)
        return Span(
            entry: SourceEntry.id(.record, "plan-objectives"),
            start..<start + plan[number - 1].utf8.count)
    }
}
