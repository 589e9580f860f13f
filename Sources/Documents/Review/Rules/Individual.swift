extension Rule {
    /// O13: an objective that stands word for word in several other clients' plans is no individual
    /// one.
    package static let individual = Rule(id: "individual") { examined in
        let most = 2
        return examined.draft.sentences.filter { $0.field == "objectives" }.compactMap { sentence in
            let own = folded(sentence.text)
            let others = examined.beside.otherObjectives.count { folded($0) == own }
            guard others > most else { return nil }
            return Finding(
                rule: "individual", weight: .advises, sentence: sentence.id,
                field: sentence.field,
                message: "\(others) other clients have this objective word for word (O13).",
                nextStep: "Say what it means for this client.")
        }
    }

    /// Without its number, capitals and signs.
    private static func folded(_ objective: String) -> String {
        let unnumbered = objective.drop { $0.isNumber }
        let text = unnumbered.hasPrefix(". ") ? String(unnumbered.dropFirst(2)) : objective
        return text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
