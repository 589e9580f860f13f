/// What is about to leave the practice: to whom, what for, what, and about which dates.
package struct Disclosure: Codable, Equatable, Sendable {
    package let recipient: Recipient
    package let purpose: Purpose
    /// For ``Purpose/other``: which one.
    package let otherPurpose: String?
    package let items: Set<DisclosureItem>
    /// The day it leaves.
    package let date: Day
    /// The dates the information is about; nil if that is not known.
    package let covered: ClosedRange<Day>?
    package let basis: LegalBasis
    /// Whether it holds records of a substance use disorder program (42 CFR part 2).
    package let isPart2: Bool

    package init(
        recipient: Recipient, purpose: Purpose, otherPurpose: String? = nil,
        items: Set<DisclosureItem>, date: Day, covered: ClosedRange<Day>?,
        basis: LegalBasis = .authorization, isPart2: Bool
    ) {
        self.recipient = recipient
        self.purpose = purpose
        self.otherPurpose = otherPurpose
        self.items = items
        self.date = date
        self.covered = covered
        self.basis = basis
        self.isPart2 = isPart2
    }

    private enum CodingKeys: String, CodingKey {
        case recipient, purpose, otherPurpose, items, date, from, until, basis, isPart2
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let from = try container.decodeIfPresent(Day.self, forKey: .from)
        let until = try container.decodeIfPresent(Day.self, forKey: .until)
        var covered: ClosedRange<Day>?
        if let from, let until, from <= until { covered = from...until }
        self.init(
            recipient: try container.decode(Recipient.self, forKey: .recipient),
            purpose: try container.decode(Purpose.self, forKey: .purpose),
            otherPurpose: try container.decodeIfPresent(String.self, forKey: .otherPurpose),
            items: Set(try container.decode([DisclosureItem].self, forKey: .items)),
            date: try container.decode(Day.self, forKey: .date), covered: covered,
            basis: try container.decode(LegalBasis.self, forKey: .basis),
            isPart2: try container.decode(Bool.self, forKey: .isPart2))
    }

    /// The items in the order of the vocabulary, so that the same disclosure is the same bytes.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(recipient, forKey: .recipient)
        try container.encode(purpose, forKey: .purpose)
        try container.encodeIfPresent(otherPurpose, forKey: .otherPurpose)
        try container.encode(DisclosureItem.allCases.filter(items.contains), forKey: .items)
        try container.encode(date, forKey: .date)
        try container.encodeIfPresent(covered?.lowerBound, forKey: .from)
        try container.encodeIfPresent(covered?.upperBound, forKey: .until)
        try container.encode(basis, forKey: .basis)
        try container.encode(isPart2, forKey: .isPart2)
    }

    package var includesPsychotherapyNotes: Bool { items.contains(.psychotherapyNotes) }

    var isEmergencyTreatment: Bool {
        purpose == .emergency && basis == .treatment && recipient.kind == .provider
    }

    /// What part 2 lets through without a consent: a court order (subpart E), the client's access
    /// (2.23), a medical emergency (2.51). Reports of child abuse that state law requires are
    /// outside part 2 (2.12(c)(6)), but their code covers adults too and so does not pass here.
    var reachesPart2Records: Bool {
        basis == .part2Order || isEmergencyTreatment
            || basis == .access && recipient.kind == .client
    }
}

/// Who is to receive something.
package struct Recipient: Codable, Equatable, Sendable {
    package let name: String
    package let organization: String?
    package let kind: Kind
    /// Where a consent names a class of people: the consent whose class she chose for this recipient.
    package let memberOf: ConsentID?

    package init(
        name: String, organization: String? = nil, kind: Kind, memberOf: ConsentID? = nil
    ) {
        self.name = name
        self.organization = organization
        self.kind = kind
        self.memberOf = memberOf
    }

    package enum Kind: String, Codable, CaseIterable, Sendable {
        case client
        case provider
        case healthPlan = "health-plan"
        /// Works for the practice: a biller, a lawyer's expert.
        case helper
        case employer
        case school
        case court
        case attorney
        case agency
        case family
        case other
    }
}

/// What a disclosure is for; the choices of the forms.
package enum Purpose: String, Codable, CaseIterable, Sendable {
    /// 164.508(c)(1)(iv): enough where the client asks for it and gives no other reason.
    case individualRequest = "individual-request"
    case treatment
    case payment
    case operations
    case emergency
    case employment
    case school
    case disability
    case legal
    case housing
    case family
    case other

    /// The three that one part 2 consent may cover for the whole future.
    static let careAndPayment: Set<Purpose> = [.treatment, .payment, .operations]
}

/// Names as a form states them are the same or they are not: nothing is guessed.
package enum ExactName {
    /// Case, blanks and punctuation don't tell names apart; every other sign does.
    static func folded(_ name: String) -> String {
        name.lowercased().split { $0.isWhitespace || $0.isPunctuation }.joined(separator: " ")
    }

    /// Two names that say nothing are not the same.
    package static func same(_ left: String?, _ right: String?) -> Bool {
        guard let left = left.map(folded), let right = right.map(folded) else { return false }
        return !left.isEmpty && left == right
    }
}
