/// What states, payers and professions demand, as data: how long records are kept, when a note is
/// late, what must be said about a writing aid.
///
/// Each rule says where it comes from, and whether anyone has read it there; none is legal
/// advice. The row `US` holds for everyone. Where several rules hold, the strictest wins. A state
/// or payer is named as she writes it: by id (`CA`), name or alias, whatever the case.
package struct Rulebook: Equatable, Sendable {
    package let notice: String
    package let jurisdictions: [Authority]
    package let payers: [Authority]

    /// A row of her own stands in the place of the program's row with the same id, or beside them.
    package init(
        jurisdictions: [UInt8], payers: [UInt8], own: OwnRules = OwnRules()
    ) throws(TableError) {
        let table = try Table<Authority>(jurisdictions, named: "jurisdictions")
        notice = table.notice
        self.jurisdictions = try Self.merged(table.rows, own.states, named: "states")
        self.payers = try Self.merged(
            try Table<Authority>(payers, named: "payers").rows, own.payers, named: "payers")
    }

    private static func merged(
        _ rows: [Authority], _ own: String?, named name: String
    ) throws(TableError) -> [Authority] {
        guard let own else { return rows }
        let added = try Table<Authority>(Array(own.utf8), named: name).rows
        let ids = Set(added.map(\.id))
        return rows.filter { !ids.contains($0.id) } + added
    }

    /// Those whose rules hold, beginning with the one for everyone.
    func authorities(_ jurisdiction: String?, _ payer: String?) -> [Authority] {
        authorities([jurisdiction].compactMap { $0 }, payer)
    }

    func authorities(_ names: [String], _ payer: String?) -> [Authority] {
        let named =
            [jurisdictions.first { $0.id == "US" }] + names.map(jurisdiction)
            + [payer.flatMap(self.payer)]
        return named.compactMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Her own rows go before the program's, whose names they may take.
    func jurisdiction(_ name: String) -> Authority? {
        jurisdictions.last { $0.answers(to: name) }
    }

    func payer(_ name: String) -> Authority? { payers.last { $0.answers(to: name) } }
}

/// Tables of hers: the text of each file, in the form of the program's; nil where she has none.
package struct OwnRules: Codable, Equatable, Sendable {
    package var states: String?
    package var payers: String?

    package init(states: String? = nil, payers: String? = nil) {
        self.states = states
        self.payers = payers
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
