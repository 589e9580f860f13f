/// How long one client's record must be kept, and why.
package struct Retention: Equatable, Sendable {
    /// The rule that keeps it longest.
    package let rule: RetentionRule
    package let keptThrough: Day
    /// Every rule that binds, with the day it keeps the record through.
    package let all: [Due]
    /// What isn't known: another rule might keep it longer.
    package let gaps: [Gap]

    package struct Due: Equatable, Sendable {
        package let rule: RetentionRule
        package let keptThrough: Day
    }

    /// The first day on which it may be destroyed, unless it is on hold.
    package var earliestDestruction: Day {
        Day(daysSince1970: keptThrough.daysSince1970 + 1) ?? keptThrough
    }

    /// Why nobody can say for how long a record is to be kept.
    package enum Gap: String, Sendable, CaseIterable {
        case noService = "no-service"
        case noDateOfBirth = "no-date-of-birth"
        case noState = "no-state"
        case noRuleOfState = "no-rule-of-state"
        case noPayer = "no-payer"
        case unlistedPayer = "unlisted-payer"
        case noRule = "no-rule"

        /// What is missing, and where to enter it: words that go on after a colon.
        package var words: String {
            switch self {
            case .noService: "no session that took place is on file"
            case .noDateOfBirth: "no date of birth is on file, and a minor's record is kept longer"
            case .noState: "your state is not set (`vault practice edit jurisdiction`)"
            case .noRuleOfState:
                "the table has no rule of the state for your license (`vault reference rules`)"
            case .noPayer: "who paid is not on file (`vault client edit`)"
            case .unlistedPayer:
                "the payer on file is not in the table (`vault reference rules --payers`)"
            case .noRule: "the table has no rule at all"
            }
        }
    }
}

/// What decides how long a client's record is kept.
package struct RetentionFacts: Equatable, Sendable {
    package var isOpen: Bool
    package var isHeld: Bool
    package var born: Day?
    /// The day of the last service; the clock runs from it.
    package var lastService: Day?
    /// The last day of a consent or disclosure, which HIPAA wants kept by itself.
    package var lastDocumented: Day?
    /// The states whose license or rules count.
    package var states: [String]
    package var payer: String?
    /// As they stand after the therapist's name.
    package var credentials: String?

    package init(
        isOpen: Bool = false, isHeld: Bool = false, born: Day? = nil, lastService: Day? = nil,
        lastDocumented: Day? = nil, states: [String] = [], payer: String? = nil,
        credentials: String? = nil
    ) {
        self.isOpen = isOpen
        self.isHeld = isHeld
        self.born = born
        self.lastService = lastService
        self.lastDocumented = lastDocumented
        self.states = states
        self.payer = payer
        self.credentials = credentials
    }
}

/// Whether a client's record may be destroyed.
package enum RetentionStanding: Equatable, Sendable {
    /// A legal hold: never, until it is released.
    case held
    /// Treatment goes on; no clock runs.
    case open
    case notYet(Retention)
    case due(Retention)
    /// Never destroyed on a guess. The retention is what the known rules say.
    case unknown([Retention.Gap], Retention?)
}

extension Rulebook {
    /// What is known that far may be enough: a rule that still keeps a record does so whatever
    /// else there is. Only what would be due needs every answer.
    package func standing(of record: RetentionFacts, on today: Day) -> RetentionStanding {
        if record.isHeld { return .held }
        if record.isOpen { return .open }
        guard let lastService = record.lastService else { return .unknown([.noService], nil) }
        guard let retention = retention(of: record, since: lastService) else {
            return .unknown([.noRule], nil)
        }
        if today <= retention.keptThrough { return .notYet(retention) }
        return retention.gaps.isEmpty ? .due(retention) : .unknown(retention.gaps, retention)
    }

    /// The longest retention of a client's record; nil if no rule holds, and then it is kept.
    package func retention(of record: RetentionFacts, since lastService: Day) -> Retention? {
        let authorities = authorities(record.states, record.payer)
        let majority = authorities.compactMap(\.majority).max() ?? 18
        let rules = authorities.flatMap(\.retention).filter { $0.binds(record.credentials) }
        let all = rules.compactMap { rule -> Retention.Due? in
            switch rule.covers {
            case .chart:
                Retention.Due(
                    rule: rule,
                    keptThrough: rule.keptThrough(
                        born: record.born, lastService: lastService, majority: majority))
            case .policies:
                // Consents and the accounting are sealed with the chart and go with it.
                record.lastDocumented.map {
                    Retention.Due(rule: rule, keptThrough: $0.after(years: rule.years))
                }
            }
        }
        guard all.contains(where: { $0.rule.covers == .chart }),
            // Of two that keep it equally long, the state's or payer's and not everyone's.
            let longest = all.reversed().max(by: { $0.keptThrough < $1.keptThrough })
        else { return nil }
        return Retention(
            rule: longest.rule, keptThrough: longest.keptThrough, all: all,
            gaps: gaps(in: record, rules))
    }

    private func gaps(in record: RetentionFacts, _ rules: [RetentionRule]) -> [Retention.Gap] {
        var gaps: [Retention.Gap] = []
        if record.born == nil, rules.contains(where: \.isAboutMinors) {
            gaps.append(.noDateOfBirth)
        }
        let knows = { (state: String) in
            jurisdiction(state)?.retention.contains {
                $0.covers == .chart && $0.binds(record.credentials)
            } ?? false
        }
        if record.states.isEmpty { gaps.append(.noState) }
        if !record.states.allSatisfy(knows) { gaps.append(.noRuleOfState) }
        if let payer = record.payer {
            if self.payer(payer) == nil { gaps.append(.unlistedPayer) }
        } else {
            gaps.append(.noPayer)
        }
        return gaps
    }

    /// How long what HIPAA wants written down is kept: apart from charts, from its last day in
    /// effect. Nil if no rule says so.
    package func documentation(of day: Day) -> Retention.Due? {
        authorities(nil, nil).flatMap(\.retention).filter { $0.covers == .policies }
            .map { Retention.Due(rule: $0, keptThrough: day.after(years: $0.years)) }
            .max { $0.keptThrough < $1.keptThrough }
    }

    /// No record is due sooner after its last service than this.
    package var fewestYears: Int {
        (jurisdictions + payers).flatMap(\.retention).filter { $0.covers == .chart }
            .map(\.years).min() ?? 0
    }
}
