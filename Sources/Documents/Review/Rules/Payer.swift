extension Rule {
    /// Every score in a letter to a payer equals a stored result: a reviewer compares them.
    package static let storedScores = Rule(id: "storedScores") { examined in
        let onFile = examined.scores
        return examined.draft.sentences.filter { $0.origin != .template }.flatMap { sentence in
            ScoreMention.all(in: sentence.text, yardsticks: examined.kind.yardsticks ?? [])
                .filter { mention in
                    !onFile.contains {
                        $0.instrument == mention.instrument.id && $0.total == mention.value
                    }
                }
                .map { mention in
                    Finding(
                        rule: "storedScores", weight: .blocks, sentence: sentence.id,
                        field: sentence.field,
                        message: "No \(mention.instrument.name) of \(mention.words) is on file.",
                        nextStep: "Correct the number, or keep the score with `vault measure add`.")
                }
        }
    }

    /// Impairment in one area of life is not enough for a payer.
    package static let twoDomains = Rule(id: "twoDomains") { examined in
        guard let text = examined.jotted("impairments") else { return [] }
        let domains = text.split { "\n;".contains($0) }.filter { !$0.allSatisfy(\.isWhitespace) }
        guard domains.count < 2 else { return [] }
        return [
            Finding(
                rule: "twoDomains", weight: .blocks, field: "impairments",
                message: "Impairment is shown in one area of life only.",
                nextStep: "Add a second area with an example, on a line of its own.")
        ]
    }
}

/// A score of an instrument in running text: “PHQ-9 14”, “GAD-7 from 15 to 9”.
struct ScoreMention {
    let instrument: Yardstick
    let value: Double
    let words: String

    /// Targets are no scores: what is to be reached is passed over.
    static func all(in text: String, yardsticks: [Yardstick]) -> [ScoreMention] {
        let words = ObjectiveWords(text).words
        let stops: Set<String> = [
            "below", "under", "target", "goal", "reach", "until", "above", "least", "most",
            "within",
            "by", "weeks", "times",
        ]
        var mentions: [ScoreMention] = []
        var current: Yardstick?
        var distance = 0
        for (place, word) in words.enumerated() {
            let named = yardsticks.first { $0.names.contains(Form.folded(word)) }
            if let named {
                current = named
                distance = 0
                continue
            }
            distance += 1
            guard let instrument = current, distance <= 6 else { continue }
            if stops.contains(word) || Day.monthNames.contains(where: { $0.lowercased() == word }) {
                current = nil
                continue
            }
            let next = place + 1 < words.count ? words[place + 1] : ""
            guard let value = Double(word), next != "percent", next != "points" else { continue }
            mentions.append(ScoreMention(instrument: instrument, value: value, words: word))
        }
        return mentions
    }
}
