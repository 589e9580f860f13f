/// A client's request under 45 CFR 164.522 to 164.528, as it was filled in, with its clock.
///
/// When it is due, and how it stands, is worked out and never stored.
package struct ClientRequest: Equatable, Sendable {
    package let rule: RequestRule
    package let entries: Entries

    package init(rule: RequestRule, entries: Entries) {
        self.rule = rule
        self.entries = entries
    }

    package enum Standing: String, Sendable {
        case open
        case extended
        /// Decided, and nothing given to the client yet: the clock runs on.
        case decided
        case closed
    }

    package var standing: Standing {
        if entries["sent-on"] != nil { return .closed }
        if entries["decision"] != nil { return .decided }
        return entries["extended-on"] == nil ? .open : .extended
    }

    package var received: Day? { day("received") }

    /// The last day for it without an extension; nil where no deadline is set.
    package var firstDue: Day? { due(after: rule.days) }

    /// The last day on which it is answered in time.
    package var due: Day? {
        guard entries["extended-on"] != nil, let days = rule.days else { return firstDue }
        return due(after: days + (rule.extensionDays ?? 0))
    }

    package var ground: RequestRule.Ground? {
        entries["ground"].flatMap { id in rule.grounds.first { $0.id == id } }
    }

    /// Whether it was answered in time; nil while it is open, or where no deadline is set.
    package var wasInTime: Bool? {
        guard let due, let sent = day("sent-on") else { return nil }
        return sent <= due
    }

    /// Throws where what is filled in can't be so.
    package func check(on today: Day) throws {
        guard let received else { throw EntryError.notADate(label: "Received on") }
        for (field, label) in [
            ("received", "Received on"), ("extended-on", "Extension letter of"),
            ("decided-on", "Decided on"), ("sent-on", "Given on"),
        ] {
            guard let day = day(field) else { continue }
            if day > today { throw EntryError.inTheFuture(label: label) }
            if day < received { throw RequestError.beforeReceipt(label: label) }
        }
        if let letter = day("extended-on") {
            guard let firstDue, rule.extensionDays != nil else {
                throw RequestError.noDeadline
            }
            guard letter <= firstDue else { throw RequestError.extendedTooLate }
        }
        if entries["ground"] != nil, ground == nil { throw RequestError.noSuchGround }
    }

    private func due(after days: Int?) -> Day? {
        guard let days, let received else { return nil }
        return Day(daysSince1970: received.daysSince1970 + days)
    }

    private func day(_ field: String) -> Day? { entries[field].flatMap(Day.init(iso:)) }
}
