/// The service codes she bills, and the minutes that support each.
///
/// Numbers are facts to be confirmed against the payer's table. The labels are our own words:
/// codes and their official descriptions belong to the American Medical Association, as the
/// notice says. She may replace the whole table by one with her own codes and labels.
package struct ServiceCodes: Codable, Equatable, Sendable {
    private let table: Table<Code>

    package init(bytes: [UInt8]) throws(TableError) {
        table = try Table(bytes, named: "service codes")
    }

    /// Written as the file is read, so that she can edit what she was shown and give it back.
    package init(from decoder: any Decoder) throws { table = try Table(from: decoder) }
    package func encode(to encoder: any Encoder) throws { try table.encode(to: encoder) }

    package var notice: String { table.notice }
    package var all: [Code] { table.rows }

    package subscript(code: String) -> Code? { table[code] }

    package enum Verdict: Equatable, Sendable {
        /// Not in the table, so nothing can be said.
        case unknown
        /// In the table without minutes.
        case untimed
        case fits
        /// Supported, but a minute more or less would be another code: 37/38, 52/53.
        case atBoundary(neighbor: String)
        /// Too few minutes, too many; and the code of the same kind that they support.
        case below(suggested: String?)
        case above(suggested: String?)
    }

    package func verdict(on code: String, minutes: Int) -> Verdict {
        guard let row = table[code] else { return .unknown }
        guard let band = row.minutes else { return .untimed }
        let others = all.filter { $0.isLike(row) && $0 != row }
        let fitting = highest(of: others, for: minutes)?.code
        if minutes < band.from { return .below(suggested: fitting) }
        if let to = band.to, minutes > to { return .above(suggested: fitting) }
        let neighbor = others.first { other in
            other.minutes.map {
                ($0.to == band.from - 1 && minutes == band.from)
                    || (band.to == $0.from - 1 && minutes == band.to)
            } ?? false
        }
        return neighbor.map { .atBoundary(neighbor: $0.code) } ?? .fits
    }

    /// The highest code that the documented minutes support for a session of this type; nil if
    /// they support none. Codes beside another one and codes of prescribers are never suggested.
    package func suggested(minutes: Int, type: String, clientPresent: Bool = true) -> Code? {
        highest(
            of: all.filter {
                $0.types.contains(type) && !$0.isAddOn && !$0.isMedical
                    && $0.client != (clientPresent ? .absent : .present)
            }, for: minutes)
    }

    /// How often the add-on code for further time may stand beside this one: 90840 beside 90839,
    /// once for 75–104 minutes, twice for 105–134.
    package func further(beside code: String, minutes: Int) -> (code: String, units: Int)? {
        guard let further = table[code]?.further, minutes >= further.from else { return nil }
        return (further.code, 1 + (minutes - further.from) / further.each)
    }

    /// A code with minutes is higher than one without, and the longer the higher.
    private func highest(of rows: [Code], for minutes: Int) -> Code? {
        let fitting = rows.filter { $0.minutes?.holds(minutes) ?? true }
        let longest = fitting.compactMap(\.minutes?.from).max()
        return fitting.first { $0.minutes?.from == longest }
    }
}

extension ServiceCodes {
    /// One code of the table.
    package struct Code: TableRow {
        package let code: String
        package let label: String
        /// Types of session it is for, by the ids of the session form.
        package let types: [String]
        /// Nil for a code whose time is recorded but does not choose it.
        package let minutes: Minutes?
        package let client: Presence?
        /// The least number of clients in a group.
        package let members: Int?
        package let isAddOn: Bool
        /// With medical services: for those who prescribe.
        package let isMedical: Bool
        package let further: Further?
        /// Codes that the same day may not have as well.
        package let notWith: [String]
        package let note: String?
        package let source: String?
        package let evidence: Evidence?
        package let verifiedOn: Day?

        /// The least minutes and the most; without the most, any more.
        package struct Minutes: Codable, Equatable, Sendable {
            package let from: Int
            package let to: Int?

            /// 38–52, or 53 and more.
            package var words: String { to.map { "\(from)–\($0)" } ?? "\(from) and more" }

            func holds(_ minutes: Int) -> Bool { minutes >= from && minutes <= to ?? .max }
        }

        package enum Presence: String, Codable, Sendable { case present, absent }

        /// The add-on code for time beyond: from so many minutes, and again for each so many more.
        package struct Further: Codable, Equatable, Sendable {
            package let code: String
            package let from: Int
            package let each: Int
        }

        var id: String { code }

        var fault: String? {
            if code.isEmpty || code.utf8.count > 12 || label.isEmpty {
                return "code and label must not be empty, nor the code long"
            }
            if let minutes, minutes.from < 0 || minutes.to ?? .max < minutes.from {
                return "its minutes end before they begin"
            }
            if let further, further.from < 1 || further.each < 1 {
                return "further time needs minutes above zero"
            }
            return nil
        }

        /// Of the same kind, so that only the minutes tell them apart.
        func isLike(_ other: Code) -> Bool {
            types == other.types && isAddOn == other.isAddOn && isMedical == other.isMedical
                && client == other.client && (minutes == nil) == (other.minutes == nil)
        }

        private enum CodingKeys: String, CodingKey {
            case code, label, types, minutes, client, members, further, note, source, evidence
            case isAddOn = "add_on"
            case isMedical = "medical"
            case notWith = "not_with"
            case verifiedOn = "verified_on"
        }

        /// Only code and label are needed: a code of her own may have no more.
        package init(from decoder: any Decoder) throws {
            let row = try decoder.container(keyedBy: CodingKeys.self)
            code = try row.decode(String.self, forKey: .code)
            label = try row.decode(String.self, forKey: .label)
            types = try row.decodeIfPresent([String].self, forKey: .types) ?? []
            minutes = try row.decodeIfPresent(Minutes.self, forKey: .minutes)
            client = try row.decodeIfPresent(Presence.self, forKey: .client)
            members = try row.decodeIfPresent(Int.self, forKey: .members)
            isAddOn = try row.decodeIfPresent(Bool.self, forKey: .isAddOn) ?? false
            isMedical = try row.decodeIfPresent(Bool.self, forKey: .isMedical) ?? false
            further = try row.decodeIfPresent(Further.self, forKey: .further)
            notWith = try row.decodeIfPresent([String].self, forKey: .notWith) ?? []
            note = try row.decodeIfPresent(String.self, forKey: .note)
            source = try row.decodeIfPresent(String.self, forKey: .source)
            evidence = try row.decodeIfPresent(Evidence.self, forKey: .evidence)
            verifiedOn = try row.decodeIfPresent(Day.self, forKey: .verifiedOn)
        }
    }
}
