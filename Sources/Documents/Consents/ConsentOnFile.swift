/// The record of one consent.
package struct ConsentID: Hashable, Sendable, Codable {
    package let record: RecordID
    package init(_ record: RecordID) { self.record = record }
}

/// What a consent form is; its raw value is the id of the form that was filled in.
package enum ConsentKind: String, Codable, CaseIterable, Sendable {
    case authorization = "consent-authorization"
    case part2 = "consent-part2"
    case restriction = "consent-restriction"
    case communication = "consent-communication"
    case notice = "consent-notice"

    /// The law that says what must stand in it, if it lets anything leave the practice at all.
    var law: Law? {
        switch self {
        case .authorization: .hipaa
        case .part2: .part2
        case .restriction, .communication, .notice: nil
        }
    }
}

/// What was given or told to the client; the choices of the form of notices.
package enum NoticeKind: String, Codable, CaseIterable, Sendable {
    case informedConsent = "informed-consent"
    case privacyNotice = "privacy-notice"
    case telehealth
    case aiNotice = "ai-notice"
    case aiConsent = "ai-consent"
    case fees
    case minor
    case recording
}

/// The two federal laws on consents to disclose: 45 CFR 164.508 and 42 CFR 2.31.
package enum Law: String, Codable, Sendable {
    case hipaa
    case part2
}

/// A consent, restriction or notice as it was filed: a filled-in form with its kind.
///
/// What it is worth is computed, never stored: ``state(on:)`` and ``validity(for:)`` read only what
/// is filled in. What can't be read there counts against it.
package struct ConsentOnFile: Equatable, Sendable {
    package let id: ConsentID
    package let kind: ConsentKind
    package let entries: Entries

    package init(id: ConsentID, kind: ConsentKind, entries: Entries) {
        self.id = id
        self.kind = kind
        self.entries = entries
    }

    package var items: Set<DisclosureItem> {
        Set(entries.list("items").compactMap(DisclosureItem.init))
    }

    package var purposes: Set<Purpose> {
        Set(entries.list("purpose").compactMap(Purpose.init))
    }

    package var signedOn: Day? { day("signed-on") }

    /// The last day it holds, if it names one.
    package var expiresOn: Day? { day("expires-on") }

    func day(_ field: String) -> Day? { entries[field].flatMap(Day.init(iso:)) }

    /// Whether a text was written, and says something.
    func says(_ field: String) -> Bool {
        entries[field].map(ExactName.folded).map { !$0.isEmpty } ?? false
    }

    func answers(_ field: String, _ choices: String...) -> Bool {
        entries[field].map(choices.contains) ?? false
    }

    /// Since when that holds which a date field tells, if it does on this day. A date that can't be
    /// read holds from the start.
    func since(_ field: String, by day: Day) -> Day? {
        guard let text = entries[field] else { return nil }
        guard let since = Day(iso: text) else { return signedOn ?? day }
        return since <= day ? since : nil
    }

    /// Treatment, payment and operations and nothing else: the part 2 consent with rules of its own.
    /// Counseling notes are outside it (42 CFR 2.31(b)), as psychotherapy notes are in HIPAA.
    var isForCareAndPayment: Bool {
        !purposes.isEmpty && !coversPsychotherapyNotes
            && entries.list("purpose").allSatisfy { purpose in
                Purpose.careAndPayment.contains { $0.rawValue == purpose }
            }
    }

    var coversPsychotherapyNotes: Bool { items.contains(.psychotherapyNotes) }
}
