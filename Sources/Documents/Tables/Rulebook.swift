/// What states, payers and professions demand, as data: how long records are kept, when a note is
/// late, what must be said about a writing aid.
///
/// Each rule says where it comes from, and whether anyone has read it there; none is legal
/// advice. The row `US` holds for everyone. Where several rules hold, the strictest wins. A state
/// or payer is named as she writes it: by id (`CA`), name or alias, whatever the case.
package struct Rulebook: Equatable, Sendable {
    private let jurisdictionTable: Table<Authority>
    private let payerTable: Table<Authority>

    package init(jurisdictions: [UInt8], payers: [UInt8]) throws(TableError) {
        jurisdictionTable = try Table(jurisdictions, named: "jurisdictions")
        payerTable = try Table(payers, named: "payers")
    }

    package var notice: String { jurisdictionTable.notice }
    package var jurisdictions: [Authority] { jurisdictionTable.rows }
    package var payers: [Authority] { payerTable.rows }

    /// Those whose rules hold, beginning with the one for everyone.
    func authorities(_ jurisdiction: String?, _ payer: String?) -> [Authority] {
        let named = [
            jurisdictions.first { $0.id == "US" },
            jurisdiction.flatMap { name in jurisdictions.first { $0.answers(to: name) } },
            payer.flatMap { name in payers.first { $0.answers(to: name) } },
        ]
        return named.compactMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Which of the two names are not in the table: their rules are unknown, not absent.
    func unlisted(_ jurisdiction: String?, _ payer: String?) -> [String] {
        [(jurisdiction, jurisdictions), (payer, payers)].compactMap { name, rows in
            name.flatMap { name in rows.contains { $0.answers(to: name) } ? nil : name }
        }
    }
}

/// A state, a payer, or the country: one row of a table.
package struct Authority: TableRow {
    package let id: String
    package let name: String
    /// Other names it goes by.
    package let aliases: [String]?
    /// The age of majority; 18 unless told otherwise.
    package let majority: Int?
    package let retention: [RetentionRule]
    package let timing: [TimingRule]
    package let notices: [NoticeRule]

    package func answers(to wanted: String) -> Bool {
        ([id, name] + (aliases ?? [])).contains { Form.folded($0) == Form.folded(wanted) }
    }

    var fault: String? {
        if id.isEmpty || name.isEmpty { return "id and name must not be empty" }
        if let majority, !(14...25).contains(majority) { return "nobody comes of age then" }
        return retention.lazy.compactMap(\.fault).first ?? timing.lazy.compactMap(\.fault).first
    }
}
