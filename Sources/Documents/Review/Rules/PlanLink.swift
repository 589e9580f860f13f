extension Rule {
    /// A note names the objectives of the signed plan that it worked on, or says why none: the golden
    /// thread. Without a plan it is told after three sessions.
    package static let planLink = Rule(id: "planLink") { examined in
        guard let field = examined.kind.form["objectives"] else { return [] }
        let plan = examined.source.planObjectives
        let said = examined.jotted(field.id)
        let finding = { (weight: Finding.Weight, message: String, nextStep: String) in
            Finding(
                rule: "planLink", weight: weight, field: field.id, message: message,
                nextStep: nextStep)
        }
        guard !plan.isEmpty else {
            let held = examined.source.text(.record, "sessions-held").flatMap { Int($0) } ?? 0
            return held < 3 || said != nil
                ? []
                : [
                    finding(
                        .advises, "After \(held) sessions there is no signed treatment plan.",
                        "Draft one with `vault draft plan`.")
                ]
        }
        guard let said else {
            return [
                finding(
                    .blocks, "“\(field.label)” is missing.",
                    "Write the numbers of the objectives that the session worked on, or why none.")
            ]
        }
        return NamedObjectives(said).numbers.filter { !(1...plan.count).contains($0) }.map {
            finding(
                .blocks, "The plan has no objective \($0).",
                "It has \(plan.count): write their numbers, or why none was worked on.")
        }
    }
}
