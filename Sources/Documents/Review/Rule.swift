/// A demand on a document, as a value: an id and a pure function from the draft to findings.
package struct Rule: Sendable {
    package let id: String
    package let check: @Sendable (Examined) -> [Finding]

    package init(id: String, check: @escaping @Sendable (Examined) -> [Finding]) {
        self.id = id
        self.check = check
    }

    package static let all: [Rule] = [
        .grounded, .requiredElements, .risk, .namedIntervention, .serviceMinutes,
        .telehealthLocation, .futureDate, .ambiguousShorthand, .vague, .lateEntry, .quoteVerbatim,
        .carriedOver, .scope, .letterLength, .orderOrSubpoena, .treatmentLength,
        .objectives, .ownGoal, .storedScores, .twoDomains, .correction, .reasonGiven,
        .planLink, .planOutcomes, .plannedInterventions, .linkedObjectives, .individual,
        .contradictions, .measureDue,
        .stigmatizing, .groupMembers, .familyAttendance,
        .crisisFollowUp, .missedSession, .clone,
    ]

    /// No kind of document of this family goes without these.
    package static func indispensable(for family: DocumentKind.Family) -> [Rule] {
        let always: [Rule] = [.grounded, .requiredElements, .quoteVerbatim, .carriedOver]
        return switch family {
        case .progressNote: always + [.risk, .futureDate, .lateEntry]
        case .contactNote: always + [.futureDate, .lateEntry]
        case .summary: always
        case .plan: always + [.objectives]
        case .amendment: always + [.correction]
        case .letter: always + [.scope]
        }
    }
}

/// What a rule looks at: the draft as it would be signed, what it rests on, and when.
package struct Examined: Sendable {
    package let draft: Draft
    package let source: ScopedSource
    package let kind: DocumentKind
    /// When the document would be signed.
    package let at: Moment
    package let beside: Beside

    package init(
        draft: Draft, source: ScopedSource, kind: DocumentKind, at: Moment,
        beside: Beside = Beside()
    ) {
        self.draft = draft
        self.source = source
        self.kind = kind
        self.at = at
        self.beside = beside
    }

    func label(of field: String) -> String { kind.form[field]?.label ?? field }

    func jotted(_ field: String) -> String? { source.text(.jotting, field) }
}
