/// CarePlan and Goals of a signed treatment plan. Each goal is a sentence of the plan; target and
/// due date are there only where the objective's words name them.
struct FHIRPlan {
    let plan: FHIRResource
    let goals: [FHIRResource]
    /// The goals of a section, for the composition.
    private let byField: [String: [FHIRValue]]

    private static let fields = ["own-goal", "goals", "objectives"]

    /// Nil if the note is no plan, or of nobody.
    init?(_ printed: FHIRPrinted, instruments: InstrumentLibrary?, _ context: FHIRContext) {
        let note = printed.note
        guard note.kind == "treatment-plan", let patient = context.patient else { return nil }
        let record = note.document.record
        let sentences = note.sections.flatMap(\.sentences)
        let yardsticks = (instruments?.instruments ?? []).map(Yardstick.init)
        var goals: [FHIRResource] = []
        var byField: [String: [FHIRValue]] = [:]
        for sentence in sentences {
            guard let field = sentence.field, Self.fields.contains(field) else { continue }
            let isOwn = field == "own-goal"
            let goal = FHIRResource(
                FHIRName(record, .goal, number: goals.count), "Goal",
                [
                    "lifecycleStatus": "active", "subject": patient,
                    "description": ["text": .text(sentence.text)],
                    "startDate": .day(printed.day("Plan date")),
                    "expressedBy": isOwn ? patient : nil,
                    "addresses": .some(context.conditions),
                    "target": field == "objectives"
                        ? Self.target(
                            Objective(
                                sentence.text, on: printed.day, yardsticks: yardsticks)) : nil,
                ])
            byField[field, default: []].append(goal.reference)
            goals.append(goal)
        }
        let activities = sentences.filter { $0.field == "interventions" }.map {
            ["detail": ["status": "unknown", "description": .text($0.text)]] as FHIRValue
        }
        plan = FHIRResource(
            FHIRName(record, .plan), "CarePlan",
            [
                "status": "active", "intent": "plan", "title": .text(note.title),
                "subject": patient, "author": context.practitioner,
                "created": .instant(note.signedAt),
                "period": printed.day("Plan date").map { ["start": .day($0)] },
                "addresses": .some(context.conditions),
                "goal": .some(goals.map(\.reference)), "activity": .some(activities),
            ])
        self.goals = goals
        self.byField = byField
    }

    /// What of the plan a section tells.
    func entries(of section: PageParts.Section) -> [FHIRValue] {
        let fields = Set(section.sentences.compactMap(\.field))
        return Self.fields.filter(fields.contains).flatMap { byField[$0] ?? [] }
            + (fields.contains("interventions") ? [plan.reference] : [])
    }

    private static func target(_ objective: Objective) -> FHIRValue? {
        let instrument = objective.instrument
        // A share of the baseline is no score.
        let score = objective.isShare ? nil : objective.target
        guard let instrument, let score else {
            return objective.deadline.map { [["dueDate": .day($0)]] }
        }
        return [
            [
                "measure": FHIRCodes.score(instrument.id, instrument.name),
                "detailQuantity": [
                    "value": .number(score), "comparator": comparator(objective.text),
                ],
                "dueDate": .day(objective.deadline),
            ]
        ]
    }

    /// Which side of the target counts, by its words; none where they name the score itself.
    private static func comparator(_ text: String) -> FHIRValue? {
        let words = text.lowercased()
        let sides: [(String, [String])] = [
            (
                "<=",
                ["or less", "or lower", "or fewer", "or below", "at most", "≤", "no more than"]
            ),
            (">=", ["or more", "or higher", "or above", "at least", "≥", "no less than"]),
            ("<", ["below", "under ", "less than", "lower than", "<"]),
            (">", ["above", "over ", "more than", "higher than", ">"]),
        ]
        let side = sides.first { $0.1.contains(where: words.contains) }
        return side.map { .string($0.0) }
    }
}
