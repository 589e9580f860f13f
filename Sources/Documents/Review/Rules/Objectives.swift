extension Rule {
    /// The objectives of a plan, one a line, by the rules O1 to O15 and the table of vague phrases.
    package static let objectives = Rule(id: "objectives") { examined in
        guard let planned = examined.planned else { return [] }
        return examined.draft.sentences.filter { $0.field == "objectives" }.flatMap { sentence in
            let text = examined.words(of: sentence)
            let objective = Objective(
                text, on: planned, yardsticks: examined.kind.yardsticks ?? [])
            var findings = objective.lacks(on: planned, scores: examined.scores).map { lack in
                Finding(
                    rule: "objectives", weight: lack.weight, sentence: sentence.id,
                    field: sentence.field,
                    message: "“\(text)” \(lack.message) (\(lack.rawValue)).",
                    nextStep: lack.nextStep)
            }
            if let vague = VaguePhrase.found(in: text) {
                findings.append(
                    Finding(
                        rule: "objectives", weight: .advises, sentence: sentence.id,
                        field: sentence.field, message: "“\(text)” can't be shown to be reached.",
                        nextStep: "Write instead: \(vague.instead)."))
            }
            return findings
        }
    }

    /// O12: at least one goal in the client's own words.
    package static let ownGoal = Rule(id: "ownGoal") { examined in
        guard examined.draft.sentences(about: "own-goal").isEmpty else { return [] }
        return [
            Finding(
                rule: "ownGoal", weight: .advises, field: "own-goal",
                message: "No goal stands in the client's own words (O12).",
                nextStep: "Ask what the client wants to be different, and write it as it was said.")
        ]
    }
}

extension Examined {
    /// The day of the plan.
    fileprivate var planned: Day? {
        source.text(.jotting, "plan-date").flatMap(Day.init(iso:)) ?? at.day
    }

    /// An objective as she wrote it, or as she edited it.
    fileprivate func words(of sentence: Sentence) -> String {
        if sentence.restsOn.contains(where: { $0.entry.hasPrefix("edit/") }) {
            return sentence.text
        }
        return sentence.restsOn.map { source.text(of: $0).trimmingBlanks() }.joined(separator: " ")
    }

    /// Lines of instrument, total and day.
    var scores: [ScoreOnFile] {
        (source.text(.record, "results") ?? "").split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count == 3, let total = Double(parts[1]), let day = Day(iso: parts[2])
            else { return nil }
            return ScoreOnFile(instrument: parts[0], total: total, day: day)
        }
    }
}
