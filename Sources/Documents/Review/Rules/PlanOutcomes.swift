extension Rule {
    /// A plan that follows another says of each objective what became of it.
    package static let planOutcomes = Rule(id: "planOutcomes") { examined in
        let before = examined.source.planObjectives.count
        let told = examined.draft.sentences.count { $0.field == "outcomes" }
        guard told < before else { return [] }
        return [
            Finding(
                rule: "planOutcomes", weight: .blocks, field: "outcomes",
                message:
                    "Of \(before - told) of \(before) objectives of the last plan no outcome is told.",
                nextStep: "Write a line for each, in their order: met, improved, unchanged, worse "
                    + "or dropped, and what shows it.")
        ]
    }
}
