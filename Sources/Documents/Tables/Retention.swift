/// How long a record is kept: so many years from the last service, and for someone who was a minor
/// then, at least until some age.
package struct RetentionRule: Codable, Equatable, Sendable {
    package let id: String
    package let covers: Covers
    /// Whom it binds, in words: psychologists, enrolled clinicians.
    package let appliesTo: String
    package let years: Int
    /// For a minor: years past majority, or an age; the later day counts.
    package let minorYearsPastMajority: Int?
    package let minorUntilAge: Int?
    package let source: String
    package let evidence: Evidence
    package let verifiedOn: Day?

    package enum Covers: String, Codable, Sendable {
        /// The client's record.
        case chart
        /// What HIPAA asks to be written down about the practice itself.
        case policies
    }

    var fault: String? {
        let spans = [years, minorYearsPastMajority ?? 0, minorUntilAge ?? 0]
        return spans.allSatisfy((0...150).contains) ? nil : "nobody keeps a record that long"
    }

    /// The last day on which it must be kept.
    func keptThrough(born: Day, lastService: Day, majority: Int) -> Day {
        let days = lastService.after(years: years)
        guard lastService < born.after(years: majority) else { return days }
        let past = minorYearsPastMajority.map { born.after(years: majority + $0) }
        return max(days, past ?? days, minorUntilAge.map { born.after(years: $0) } ?? days)
    }

    private enum CodingKeys: String, CodingKey {
        case id, covers, years, source, evidence
        case appliesTo = "applies_to"
        case minorYearsPastMajority = "minor_years_past_majority"
        case minorUntilAge = "minor_until_age"
        case verifiedOn = "verified_on"
    }
}

/// How long one client's record must be kept, and why.
package struct Retention: Equatable, Sendable {
    /// The rule that keeps it longest.
    package let rule: RetentionRule
    package let keptThrough: Day
    /// Every rule that was looked at, with the day it keeps the record through.
    package let all: [Due]
    /// A state or payer that the table does not have: its rules are unknown.
    package let unlisted: [String]

    package struct Due: Equatable, Sendable {
        package let rule: RetentionRule
        package let keptThrough: Day
    }

    /// The first day on which it may be destroyed, unless it is on hold.
    package var earliestDestruction: Day {
        Day(daysSince1970: keptThrough.daysSince1970 + 1) ?? keptThrough
    }
}

extension Rulebook {
    /// The longest retention of a client's record; nil if no rule holds, and then it is kept.
    package func retention(
        jurisdiction: String?, payer: String?, born: Day, lastService: Day
    ) -> Retention? {
        let authorities = authorities(jurisdiction, payer)
        let majority = authorities.compactMap(\.majority).max() ?? 18
        let all = authorities.flatMap(\.retention).filter { $0.covers == .chart }.map {
            Retention.Due(
                rule: $0,
                keptThrough: $0.keptThrough(
                    born: born, lastService: lastService, majority: majority))
        }
        guard let longest = all.max(by: { $0.keptThrough < $1.keptThrough }) else { return nil }
        return Retention(
            rule: longest.rule, keptThrough: longest.keptThrough, all: all,
            unlisted: unlisted(jurisdiction, payer))
    }
}

extension Day {
    /// The same date so many years on; March 1 for a February 29 that isn't there, and the last
    /// day of the calendar beyond its end.
    func after(years: Int) -> Day {
        Day(year: year + years, month: month, day: day)
            ?? Day(year: year + years, month: 3, day: 1) ?? Day(daysSince1970: 2_932_896) ?? self
    }
}
