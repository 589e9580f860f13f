/// The account of disclosures that a client is owed (45 CFR 164.528): six years back, what is
/// reportable and not suspended, with a series to the same recipient told in one line.
package struct Accounting: Equatable, Sendable {
    package let from: Day
    package let until: Day
    /// Oldest first.
    package let lines: [Line]
    /// How many were left out because an agency asked for it; the client is not told.
    package let suspended: Int

    /// One disclosure, or a series to one recipient for one purpose (164.528(b)(3)).
    package struct Line: Equatable, Sendable {
        package let first: Day
        package let last: Day
        package let count: Int
        package let recipient: String
        package let address: String
        package let what: String
        package let purpose: String
        package let numbers: [String]
    }

    static let years = 6

    /// `rows` by their numbers, such as E1, in the order they left; `purpose` puts one in words.
    package init(
        _ rows: [(name: String, row: AccountedDisclosure)], on today: Day,
        purpose: (AccountedDisclosure) -> String
    ) {
        let from =
            Day(year: today.year - Self.years, month: today.month, day: today.day)
            ?? Day(year: today.year - Self.years, month: 2, day: 28) ?? today
        self.from = from
        until = today
        let owed = rows.filter { $0.row.isReportable && (from...today).contains($0.row.at.day) }
        let told = owed.filter { $0.row.suspension.map { $0.until < today } ?? true }
        suspended = owed.count - told.count
        var series: [[(name: String, row: AccountedDisclosure)]] = []
        for next in told {
            if let place = series.firstIndex(where: { $0[0].row.isOfOneSeries(with: next.row) }) {
                series[place].append(next)
            } else {
                series.append([next])
            }
        }
        lines = series.map { rows in Line(rows, purpose(rows[0].row)) }
            .sorted { ($0.first, $0.recipient) < ($1.first, $1.recipient) }
    }
}

extension Accounting.Line {
    fileprivate init(_ rows: [(name: String, row: AccountedDisclosure)], _ purpose: String) {
        let first = rows[0].row
        self.first = rows.map(\.row.at.day).min() ?? first.at.day
        last = rows.map(\.row.at.day).max() ?? first.at.day
        count = rows.count
        recipient = [first.recipient.name, first.recipient.organization ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        address = rows.compactMap(\.row.address).last ?? ""
        var titles: [String] = []
        for title in rows.flatMap(\.row.titles) where !titles.contains(title) {
            titles.append(title)
        }
        let items = DisclosureItem.words(for: rows.flatMap(\.row.items))
        what = [titles.joined(separator: ", "), items].filter { !$0.isEmpty }.joined(
            separator: ": ")
        self.purpose = "\(purpose) (\(first.basis.label))"
        numbers = rows.map(\.name)
    }
}

extension DisclosureItem {
    /// What was told, briefly; in the order of the vocabulary.
    package static func words(for items: [DisclosureItem]) -> String {
        Set(items) == Set(allCases).subtracting([.psychotherapyNotes])
            ? "Everything but psychotherapy notes"
            : allCases.filter(items.contains).map(\.label).joined(separator: ", ")
    }
}

extension AccountedDisclosure {
    fileprivate func isOfOneSeries(with other: AccountedDisclosure) -> Bool {
        ExactName.same(recipient.name, other.recipient.name)
            && recipient.organization == other.recipient.organization
            && purpose == other.purpose && otherPurpose == other.otherPurpose
            && basis == other.basis
    }
}
