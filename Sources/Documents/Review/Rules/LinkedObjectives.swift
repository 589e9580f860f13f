extension Rule {
    /// O8: an objective is about something that the client suffers from or can't do. One that names a
    /// measure is; of the others, a word stands among the problems and impairments.
    package static let linkedObjectives = Rule(id: "linkedObjectives") { examined in
        let told = [
            examined.source.text(.client, "problems"), examined.source.text(.client, "impairments"),
            examined.jotted("problems"), examined.jotted("impairments"),
        ].compactMap { $0 }
        guard !told.isEmpty else { return [] }
        let diagnosis = examined.source.text(.record, "diagnosis") ?? ""
        let known = Set((told + [diagnosis]).flatMap(beginnings))
        return examined.draft.sentences.filter { $0.field == "objectives" }.compactMap { sentence in
            let words = ObjectiveWords(sentence.text)
            guard words.instrument(of: examined.kind.yardsticks ?? []) == nil,
                known.isDisjoint(with: beginnings(of: sentence.text))
            else { return nil }
            return Finding(
                rule: "linkedObjectives", weight: .advises, sentence: sentence.id,
                field: sentence.field,
                message: "“\(sentence.text)” names no problem or impairment of this client (O8).",
                nextStep: "Say which one it is about, or add that to the problems.")
        }
    }

    /// Drive, drives and driving begin alike.
    private static func beginnings(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.filter {
            $0.count > 3 && !common.contains(String($0))
        }
        .map { String($0.prefix(4)) }
    }

    private static let common: Set<String> = [
        "client", "patient", "will", "with", "from", "that", "this", "within", "weeks", "week",
        "days",
        "times", "each", "least", "most", "more", "less", "than", "until", "disorder",
        "unspecified",
        "generalized", "single", "recurrent", "episode", "moderate", "severe", "mild",
    ]
}
