/// Something that may be a breach (45 CFR 164.402), as it was filled in, with its clock.
///
/// Whether it is one is the therapist's decision. Until she has decided, the law presumes that it
/// is (164.402(2)), and so does the clock.
package struct Incident: Equatable, Sendable {
    package let entries: Entries
    package let rule: BreachRule

    package init(entries: Entries, rule: BreachRule) {
        self.entries = entries
        self.rule = rule
    }

    package enum Decision: String, CaseIterable, Sendable {
        case lowProbability = "low-probability"
        case secured
        case exception
        case breach
    }

    /// Someone who has to be told, by when, and the day that it was done.
    package struct Notice: Equatable, Sendable {
        package let who: Who
        package let due: Day
        package let told: Day?

        package enum Who: String, Sendable {
            case individuals
            case department
            case media

            /// The field of the form that says when.
            package var field: String { "\(rawValue)-told-on" }
        }
    }

    package var decision: Decision? { entries["decision"].flatMap(Decision.init) }
    package var isClosed: Bool { entries["closed-on"] != nil }
    package var discovered: Day? { day("discovered") }
    package var affected: Int? { entries["affected"].flatMap { Int($0) } }

    /// What the four factors of 164.402(2) lack; no low probability is shown without them.
    package static let factors = ["information", "recipient", "acquired", "mitigated"]

    package var missingFactors: [String] { Self.factors.filter { entries[$0] == nil } }

    /// Who is to be told, the first due first; nobody where she decided that it is no breach.
    package var notices: [Notice] {
        guard decision == nil || decision == .breach, let discovered,
            let individuals = Day(daysSince1970: discovered.daysSince1970 + rule.individualDays),
            let lastOfYear = Day(year: discovered.year, month: 12, day: 31),
            let annual = Day(daysSince1970: lastOfYear.daysSince1970 + rule.annualDays)
        else { return [] }
        let count = affected ?? 0
        var all: [(Notice.Who, Day)] = [
            (.individuals, individuals),
            (.department, count >= rule.atOnceFrom ? individuals : annual),
        ]
        if count > rule.mediaAbove { all.append((.media, individuals)) }
        return all.map { Notice(who: $0, due: $1, told: day($0.field)) }
            .sorted { $0.due < $1.due }
    }

    package var pending: [Notice] { notices.filter { $0.told == nil } }

    /// Throws where what is filled in can't be so.
    package func check(on today: Day) throws {
        guard let discovered else { throw EntryError.notADate(label: "Discovered on") }
        for (field, label) in [
            ("discovered", "Discovered on"), ("happened", "Happened on"),
            ("decided-on", "Decided on"), ("individuals-told-on", "Clients told on"),
            ("department-told-on", "HHS told on"), ("media-told-on", "Media told on"),
            ("closed-on", "Closed on"),
        ] {
            guard let day = day(field) else { continue }
            if day > today { throw EntryError.inTheFuture(label: label) }
            if field == "happened" {
                if day > discovered { throw IncidentError.discoveredBefore }
            } else if day < discovered {
                throw IncidentError.beforeDiscovery(label: label)
            }
        }
        if let text = entries["affected"], affected == nil || text.contains(".") {
            throw EntryError.notANumber(label: "People affected")
        }
        if decision == .lowProbability, !missingFactors.isEmpty {
            throw IncidentError.factorsMissing
        }
        guard isClosed else { return }
        guard decision != nil else { throw IncidentError.notDecided }
        guard pending.isEmpty else { throw IncidentError.noticesMissing }
    }

    private func day(_ field: String) -> Day? { entries[field].flatMap(Day.init(iso:)) }
}
