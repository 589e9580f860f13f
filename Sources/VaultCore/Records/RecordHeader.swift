package import Documents
internal import Sealing

/// What kind of record a row is. Sealed: the file does not show it.
package enum RecordType: String, Sendable, CaseIterable {
    case practice
    case settings
    case client
    case session
    case document
    case measure
    case consent
    case attachment
    case jotting
    /// A row of the accounting of disclosures.
    case disclosure
    /// Someone that things are sent to.
    case correspondent
    /// The audit trail of a vault that this one took everything over from.
    case earlierTrail = "earlier-trail"
    /// What a client asked for under 45 CFR 164.522 to 164.528.
    case request
    /// That she looked through the trail of a period (164.308(a)(1)(ii)(D)).
    case activityReview = "activity-review"
    /// A lost stick, a letter to the wrong person (164.308(a)(6)(ii)).
    case incident
    /// That somebody outside has seen the trail at one size.
    case cosignature
    /// What remains of a client's record that was destroyed.
    case certificate

    /// The letter before the number, as she types it.
    package var letter: String {
        switch self {
        case .client: "C"
        case .session: "S"
        case .document: "D"
        case .measure: "M"
        case .consent: "A"
        case .attachment: "F"
        case .jotting: "J"
        case .disclosure: "E"
        case .correspondent: "R"
        case .request: "Q"
        case .activityReview: "V"
        case .incident: "I"
        case .certificate: "T"
        case .practice, .settings, .earlierTrail, .cosignature: ""
        }
    }

    /// The kind in words, such as “a client”.
    var words: String {
        switch self {
        case .client: "a client"
        case .session: "a session"
        case .document: "a document"
        case .measure: "a score"
        case .consent: "a consent"
        case .attachment: "an attached file"
        case .jotting: "a jotting"
        case .disclosure: "a disclosure"
        case .correspondent: "a correspondent"
        case .request: "a client's request"
        case .activityReview: "a review of the audit trail"
        case .incident: "an incident"
        case .certificate: "a certificate of destruction"
        case .practice, .settings, .earlierTrail, .cosignature: "none of these"
        }
    }
}

/// Where a document stands on its way.
package enum DocumentState: String, Sendable, CaseIterable {
    case draft
    case inReview = "in review"
    case signed
    /// Put away: no list shows it, and it can't be signed.
    case discarded
}

/// The small sealed part of a revision that lists read, so that they never open bodies.
///
/// Canonical bytes, label `vault.record-header/v2`: type, number, state, day, label, parent, time,
/// number of facts, then each fact's word and text. Version 1 ended with the time. Binary rather than JSON because a list reads a thousand of them.
package struct RecordHeader: Equatable, Sendable {
    package var type: RecordType
    /// Counts records of one type from 1: the number in C1, S1, D1.
    package var number: UInt64
    package var state: DocumentState?
    /// The day a list sorts by: the session's date, a client's first day.
    package var day: String
    /// What a list shows: initials, a kind's name.
    package var label: String
    /// The record it belongs to: a document's session.
    package var parent: RecordID?
    /// When this revision was written, milliseconds UTC.
    package var writtenAt: UInt64
    package var facts: RecordFacts

    package init(
        type: RecordType, number: UInt64, state: DocumentState? = nil, day: String = "",
        label: String = "", parent: RecordID? = nil, writtenAt: UInt64,
        facts: RecordFacts = [:]
    ) {
        self.type = type
        self.number = number
        self.state = state
        self.day = day
        self.label = label
        self.parent = parent
        self.writtenAt = writtenAt
        self.facts = facts
    }

    private static let canonicalLabel = "vault.record-header/v2"
    private static let labelOfVersion1 = "vault.record-header/v1"

    var bytes: [UInt8] {
        var encoder = CanonicalBytes(label: Self.canonicalLabel)
        encoder.append(type.rawValue)
        encoder.append(number)
        encoder.append(state?.rawValue ?? "")
        encoder.append(day)
        encoder.append(label)
        encoder.append(parent?.bytes ?? [])
        encoder.append(writtenAt)
        encoder.append(UInt64(facts.count))
        for (fact, text) in facts.all {
            encoder.append(fact.rawValue)
            encoder.append(text)
        }
        return encoder.bytes
    }

    init(bytes: [UInt8]) throws(SealingError) {
        let isVersion1 = bytes.dropFirst(4).starts(with: Self.labelOfVersion1.utf8)
        var reader = try CanonicalReader(
            bytes, label: isVersion1 ? Self.labelOfVersion1 : Self.canonicalLabel)
        guard let type = RecordType(rawValue: try reader.text()) else { throw .malformed }
        self.type = type
        number = try reader.number()
        let state = try reader.text()
        self.state = DocumentState(rawValue: state)
        guard state.isEmpty || self.state != nil else { throw .malformed }
        day = try reader.text()
        label = try reader.text()
        let parent = try reader.field()
        self.parent = RecordID(bytes: parent)
        guard parent.isEmpty || self.parent != nil else { throw .malformed }
        writtenAt = try reader.number()
        facts = [:]
        let count = isVersion1 ? 0 : try reader.number()
        guard count <= RecordFact.allCases.count else { throw .malformed }
        for _ in 0..<count {
            guard let fact = RecordFact(rawValue: try reader.text()) else { throw .malformed }
            facts.append(fact, try reader.text())
        }
        try reader.finish()
    }
}

/// A revision as a list sees it: its row's ids and its opened header.
package struct RecordSummary: Equatable, Sendable {
    package var record: RecordID
    package var owner: RecordID
    package var revision: UInt64
    package var sequence: Int64
    package var header: RecordHeader

    /// A document that waits to be reviewed or signed.
    package var isUnsigned: Bool { header.state == .draft || header.state == .inReview }

    /// C1, S1, D1.
    package var shortName: String {
        header.type.letter.isEmpty
            ? header.type.rawValue : "\(header.type.letter)\(header.number)"
    }
}
