extension Rule {
    /// O11: each intervention of a plan names a technique, and is not merely “individual therapy”.
    package static let plannedInterventions = Rule(id: "plannedInterventions") { examined in
        examined.draft.sentences.filter { $0.field == "interventions" }
            .filter { InterventionWords.namesNone($0.text) }
            .map { sentence in
                Finding(
                    rule: "plannedInterventions", weight: .advises, sentence: sentence.id,
                    field: sentence.field, message: "No technique is named here (O11).",
                    nextStep: "Name one with evidence for the problem, such as graded exposure.")
            }
    }
}
