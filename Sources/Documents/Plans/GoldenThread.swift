/// What ties a note or a new plan to the rest of a client's treatment: the signed plan with its
/// objectives, how many sessions there were, which measures are due.
package struct GoldenThread: Equatable, Sendable {
    /// The day of the last signed plan.
    package let planned: Day?
    /// Its objectives as they were written, in their order: notes refer to them by number.
    package let objectives: [String]
    /// Sessions with a signed note.
    package let sessionsHeld: Int
    /// Names of the measures whose time has come.
    package let measuresDue: [String]

    package init(
        planned: Day? = nil, plan: Entries = Entries(), sessionsHeld: Int = 0,
        measuresDue: [String] = []
    ) {
        self.planned = planned
        objectives = (plan["objectives"] ?? "").split(separator: "\n").map { $0.trimmingBlanks() }
            .filter { !$0.isEmpty }
        self.sessionsHeld = sessionsHeld
        self.measuresDue = measuresDue
    }

    var entries: [SourceEntry] {
        var entries: [SourceEntry] = []
        let add = { (field: String, label: String, text: String) in
            if !text.isEmpty { entries.append(.computed(.record, field, label, text)) }
        }
        add("last-plan", "Last plan", planned?.spoken ?? "")
        add("plan-objectives", "Objectives of the plan", objectives.joined(separator: "\n"))
        add("sessions-held", "Sessions with a signed note", String(sessionsHeld))
        add("measures-due", "Measures due", measuresDue.joined(separator: "\n"))
        return entries
    }

    static let fields: Set<String> = [
        "last-plan", "plan-objectives", "sessions-held", "measures-due",
    ]
}

/// Which objectives of the plan a note names.
struct NamedObjectives {
    /// From 1, in the order she wrote them; empty where she gives a reason instead.
    let numbers: [Int]

    /// “2”, “1, 3”, “obj 1 and 3”.
    init(_ text: String) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        let counted = words.filter { !["and", "obj", "o", "objective", "objectives"].contains($0) }
        let read = counted.map { Int($0) }
        numbers = read.contains(nil) ? [] : read.compactMap { $0 }
    }
}

extension ScopedSource {
    /// The objectives of the last signed plan, in their order.
    var planObjectives: [String] {
        (text(.record, "plan-objectives") ?? "").split(separator: "\n").map(String.init)
    }
}
