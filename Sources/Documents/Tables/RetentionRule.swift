/// How long a record is kept: so many years from the last service, and for someone who was a minor
/// then, at least until some age.
package struct RetentionRule: Codable, Equatable, Sendable {
    package let id: String
    package let covers: Covers
    /// Whom it binds, in words: psychologists, enrolled clinicians.
    package let appliesTo: String
    /// The credentials it binds, as they stand after a name (`LMFT`); nil if it binds everyone.
    package let licenses: [String]?
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
        /// What HIPAA asks to be written down: policies, the accounting of disclosures, consents,
        /// the audit trail.
        case policies
    }

    var fault: String? {
        let spans = [years, minorYearsPastMajority ?? 0, minorUntilAge ?? 0]
        return spans.allSatisfy((0...150).contains) ? nil : "nobody keeps a record that long"
    }

    var isAboutMinors: Bool { minorYearsPastMajority != nil || minorUntilAge != nil }

    /// Whether it binds someone with these credentials; without any it is taken to.
    func binds(_ credentials: String?) -> Bool {
        guard let licenses, let credentials else { return true }
        return !Self.words(credentials).isDisjoint(with: licenses.flatMap(Self.words))
    }

    /// `Ph.D., LMFT` is `phd` and `lmft`.
    private static func words(_ text: String) -> Set<String> {
        Set(
            text.lowercased().replacing(".", with: "").split { !$0.isLetter }.map(String.init))
    }

    /// The last day on which it must be kept; where the day of birth isn't known, as for an adult.
    func keptThrough(born: Day?, lastService: Day, majority: Int) -> Day {
        let days = lastService.after(years: years)
        guard let born, lastService < born.after(years: majority) else { return days }
        let past = minorYearsPastMajority.map { born.after(years: majority + $0) }
        return max(days, past ?? days, minorUntilAge.map { born.after(years: $0) } ?? days)
    }

    private enum CodingKeys: String, CodingKey {
        case id, covers, licenses, years, source, evidence
        case appliesTo = "applies_to"
        case minorYearsPastMajority = "minor_years_past_majority"
        case minorUntilAge = "minor_until_age"
        case verifiedOn = "verified_on"
    }
}

extension Day {
    /// The same date so many years on; March 1 for a February 29 that isn't there, and the last
    /// day of the calendar beyond its end.
    package func after(years: Int) -> Day {
        Day(year: year + years, month: month, day: day)
            ?? Day(year: year + years, month: 3, day: 1) ?? Day(daysSince1970: 2_932_896) ?? self
    }
}
