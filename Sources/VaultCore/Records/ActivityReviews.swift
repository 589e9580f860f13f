package import Audit
package import Documents
internal import Schema

/// That she looked through the acts of a period, and what she found (45 CFR 164.308(a)(1)(ii)(D)).
package struct ActivityReview: Codable, Equatable, Sendable {
    package let from: Day
    package let until: Day
    /// The first and the last entry of the period; nil where nothing was done.
    package let first: UInt64?
    package let last: UInt64?
    package let acts: Int
    package let found: [Found]
    /// In her own words; nil where she found nothing to note.
    package let finding: String?
    package let signer: String
    package let signedAt: Moment

    package struct Found: Codable, Equatable, Sendable {
        package let kind: String
        package let count: Int
        package let entries: [UInt64]
    }
}

/// The acts of a period as she is shown them.
package struct Activity: Sendable {
    package let from: Day
    package let until: Day
    package let summary: ActivitySummary
    package let unusual: [UnusualActs]
}

extension Library {
    package static func activityReviewRule() throws -> ActivityReviewRule {
        try ActivityReviewRule(table: Tables.activityReview)
    }

    package static func findingForm() throws -> Form {
        try JSON.value(Form.self, from: Kinds.reviewFinding)
    }
}

extension Vault {
    /// What was done from one day to another; without a first day, since the last signed review.
    /// That day is looked through again, because some of it came after.
    package func activity(from: Day? = nil, until: Day) throws -> Activity {
        let entries = try auditEntries()
        let last = try activityReviews().map(\.review.until).max()
        let beginning = entries.first.flatMap { Day(daysSince1970: $0.localDay) }
        let from = min(from ?? last ?? beginning ?? until, until)
        let days = from.daysSince1970...until.daysSince1970
        return Activity(
            from: from, until: until, summary: ActivitySummary(of: entries, on: days),
            unusual: UnusualActs.found(among: entries, on: days, habits: try habits()))
    }

    /// Notes that she looked: a sealed record with her words, an entry with the period alone.
    package func sign(_ activity: Activity, finding: String?) throws -> RecordSummary {
        let record = try newRecord()
        let now = surroundings.now()
        let review = ActivityReview(
            from: activity.from, until: activity.until, first: activity.summary.entries?.lowerBound,
            last: activity.summary.entries?.upperBound, acts: activity.summary.acts,
            found: activity.unusual.map {
                .init(kind: $0.kind.rawValue, count: $0.count, entries: $0.entries)
            },
            finding: finding, signer: try signer().name, signedAt: now)
        let event = AuditEvent(
            .auditReview, record: record,
            details: [
                .from: activity.from.iso, .until: activity.until.iso,
                .count: "\(activity.unusual.count)", .size: "\(activity.summary.acts)",
                .outcome: finding == nil ? "nothing-noted" : "noted",
            ])
        try commit(event) {
            let header = RecordHeader(
                type: .activityReview, number: try $0.nextNumber(.activityReview),
                day: now.day.iso, writtenAt: writtenAt, facts: [.until: activity.until.iso])
            try $0.append(
                header, body: try JSON.bytes(review), record: record, owner: KeyRing.practice)
        }
        return try summary(record)
    }

    /// The reviews that were signed, oldest first.
    package func activityReviews() throws -> [(record: RecordSummary, review: ActivityReview)] {
        try records(.activityReview).map { ($0, try activityReview($0)) }
    }

    package func activityReview(_ summary: RecordSummary) throws -> ActivityReview {
        try decoded(ActivityReview.self, try body(of: summary))
    }

    /// The day of the last signed review, and whether another is overdue: counted from it, or from
    /// the day the vault was made.
    package func activityReviewDue(on today: Day) throws -> (last: Day?, isOverdue: Bool) {
        let last = try records(.activityReview).compactMap { Day(iso: $0.header.day) }.max()
        let made = Moment(
            milliseconds: Int64(clamping: header.madeAt), zoneOffsetMinutes: 0)?.day
        let from = last ?? made ?? today
        let passed = today.daysSince1970 - from.daysSince1970
        return (last, passed > (try Library.activityReviewRule().everyDays))
    }

    /// As the table has them; the hours as her profile does, if it says so.
    func habits() throws -> ActivityHabits {
        let rule = try Library.activityReviewRule()
        let practice = try practice()
        let hour = { (field: String) in practice[field].flatMap(ClockTime.init) }
        return ActivityHabits(
            opens: (hour("hours-from") ?? rule.opens).minutesSinceMidnight,
            closes: (hour("hours-until") ?? rule.closes).minutesSinceMidnight,
            chartsAnHour: rule.chartsAnHour, longestSilence: rule.longestSilenceHours)
    }
}
