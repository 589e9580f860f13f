extension Rule {
    /// Wording that tells a later reader nothing.
    package static let vague = Rule(id: "vague") { examined in
        let phrases = [
            "doing well", "doing ok", "doing better", "as needed", "continue treatment",
            "continue therapy", "good session", "talked about things", "various topics",
            "processed feelings", "same as before", "no changes", "some progress", "things are",
            "fairly well", "within normal limits",
        ]
        return examined.draft.sentences.compactMap { sentence in
            let text = sentence.text.lowercased()
            guard examined.kind.pattern(of: sentence.field ?? "")?.voice != .quote,
                let phrase = phrases.first(where: text.contains)
            else { return nil }
            return Finding(
                rule: "vague", weight: .advises, sentence: sentence.id, field: sentence.field,
                message: "“\(phrase)” says little to a later reader.",
                nextStep: "Say what exactly, how often, or how much.")
        }
    }
}
