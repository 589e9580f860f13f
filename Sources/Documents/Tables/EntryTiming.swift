/// When a note counts as late, as one state or payer has it; what it does not say is nil.
package struct TimingRule: Codable, Equatable, Sendable {
    package let id: String
    /// From then on the note is labelled a late entry.
    package let onTimeHours: Int?
    /// From then on it must say why.
    package let reasonHours: Int?
    /// From then on it is overdue.
    package let overdueDays: Int?
    /// What is expected, in words: three business days, 24 hours after a crisis.
    package let norm: String?
    package let source: String
    package let evidence: Evidence
    package let verifiedOn: Day?

    var fault: String? {
        let spans = [onTimeHours, reasonHours, overdueDays].compactMap { $0 }
        return spans.allSatisfy((1...10_000).contains) ? nil : "no note has so much time"
    }

    private enum CodingKeys: String, CodingKey {
        case id, norm, source, evidence
        case onTimeHours = "on_time_hours"
        case reasonHours = "reason_hours"
        case overdueDays = "overdue_days"
        case verifiedOn = "verified_on"
    }
}

/// The thresholds that hold for a session: the strictest of all that apply. A note that needs a
/// reason is never on time.
package struct EntryTiming: Equatable, Sendable {
    package let onTimeHours: Int
    package let reasonHours: Int
    package let overdueDays: Int
    /// What is expected, in words, by everyone who says so.
    package let norms: [String]

    /// Where nobody says otherwise: a late entry after a day, a reason after three.
    package static let standard = EntryTiming(
        onTimeHours: 24, reasonHours: 72, overdueDays: 7, norms: [])
}

extension Rulebook {
    package func lateEntry(jurisdiction: String? = nil, payer: String? = nil) -> EntryTiming {
        let rules = authorities(jurisdiction, payer).flatMap(\.timing)
        let standard = EntryTiming.standard
        let reason = rules.compactMap(\.reasonHours).min() ?? standard.reasonHours
        return EntryTiming(
            onTimeHours: min(
                reason, rules.compactMap(\.onTimeHours).min() ?? standard.onTimeHours),
            reasonHours: reason,
            overdueDays: rules.compactMap(\.overdueDays).min() ?? standard.overdueDays,
            norms: rules.compactMap(\.norm))
    }
}

extension EntryTiming {
    /// As entries of a source, so that a review put aside keeps the hours it was drafted under.
    var entries: [SourceEntry] {
        [
            .computed(.session, "on-time-hours", "Hours to be on time", String(onTimeHours)),
            .computed(.session, "reason-hours", "Hours until a reason", String(reasonHours)),
        ]
    }
}

extension ScopedSource {
    /// The hours that came with the source; the standard ones where none did.
    var timing: (onTimeHours: Int, reasonHours: Int) {
        let hours = { (field: String) in text(.session, field).flatMap { Int($0) } }
        return (
            hours("on-time-hours") ?? EntryTiming.standard.onTimeHours,
            hours("reason-hours") ?? EntryTiming.standard.reasonHours
        )
    }
}
