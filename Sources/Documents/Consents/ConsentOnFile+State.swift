extension ConsentOnFile {
    /// What a consent is on a given day.
    package enum State: Equatable, Sendable {
        /// Not signed, or a request not answered, by that day.
        case draft
        case active
        /// The day it ended: its last day, or the day of the event that ends it.
        case expired(on: Day)
        case revoked(on: Day)
        case superseded
        /// Signed, but 45 CFR 164.508(b)(2) or 42 CFR 2.31(c) says that it is not valid.
        case defective([Defect])
        /// A request that was declined, or a notice that the client declined.
        case declined

        /// One word for lists and for the `--json` output.
        package var word: String {
            switch self {
            case .draft: "draft"
            case .active: "active"
            case .expired: "expired"
            case .revoked: "revoked"
            case .superseded: "superseded"
            case .defective: "defective"
            case .declined: "declined"
            }
        }
    }

    package func state(on day: Day) -> State {
        switch kind {
        case .authorization, .part2:
            guard isSigned(by: day) else { return .draft }
            if let ended = endedState(on: day) { return ended }
            let defects = defects(on: day)
            return defects.isEmpty ? .active : .defective(defects)
        case .notice:
            guard let signedOn, signedOn <= day else { return .draft }
            if let ended = endedState(on: day) { return ended }
            return answers("answer", "declined") ? .declined : .active
        case .communication:
            guard entries["agreed"] != nil, isRequested(by: day) else { return .draft }
            guard answers("agreed", "yes") else { return .declined }
            guard let ended = self.day("ended-on"), ended <= day else { return .active }
            return .expired(on: ended)
        case .restriction:
            guard isMandatory || entries["agreed"] != nil, isRequested(by: day) else {
                return .draft
            }
            guard isMandatory || answers("agreed", "yes") else { return .declined }
            return restrictionEnd(by: day).map(State.expired) ?? .active
        }
    }

    /// A date without a signature, or the other way round, is a defect and no draft.
    func isSigned(by day: Day) -> Bool {
        if let signedOn { return signedOn <= day }
        return entries["signed-by"] != nil || entries["signed-on"] != nil
    }

    private func isRequested(by day: Day) -> Bool {
        self.day("requested-on").map { $0 <= day } ?? true
    }

    private func endedState(on day: Day) -> State? {
        if let revoked = revoked(by: day) { return .revoked(on: revoked) }
        if isSuperseded(by: day) { return .superseded }
        return (happened(by: day) ?? expired(by: day)).map(State.expired)
    }

    func revoked(by day: Day) -> Day? {
        if entries["revoked-on"] == nil, entries["revoked-how"] != nil { return signedOn ?? day }
        return since("revoked-on", by: day)
    }

    func isSuperseded(by day: Day) -> Bool {
        if entries["superseded-on"] == nil { return entries["superseded-by"] != nil }
        return since("superseded-on", by: day) != nil
    }

    /// Its last day, once that has passed.
    func expired(by day: Day) -> Day? { expiresOn.flatMap { $0 < day ? $0 : nil } }

    /// When the event happened that ends it. Until she records that it did, it hasn't.
    func happened(by day: Day) -> Day? { since("expiry-event-happened", by: day) }

    /// Whether it is in force on this day and its last day is at most so many days away.
    package func expires(within days: Int, of day: Day) -> Bool {
        guard state(on: day) == .active, let expiresOn else { return false }
        return expiresOn.daysSince1970 - day.daysSince1970 <= days
    }

    /// What the practice still owes the client, though the consent is valid without it.
    package var duties: [Finding] {
        guard let law = kind.law, law == .hipaa || !isForCareAndPayment else { return [] }
        let duties: [(isDone: Bool, finding: Finding)] = [
            (
                answers("plain-language", "yes"),
                Finding(
                    rule: "authorization", weight: .advises, field: "plain-language",
                    message: "It should be in plain language (45 CFR 164.508(c)(3)).",
                    nextStep: "Use a plainer form next time.")
            ),
            (
                answers("copy-given", "yes", "brought"),
                Finding(
                    rule: "authorization", weight: .advises, field: "copy-given",
                    message: "The client has no copy yet (45 CFR 164.508(c)(4)).",
                    nextStep: "Give your client a copy of the signed form.")
            ),
        ]
        return duties.filter { !$0.isDone }.map(\.finding)
    }

    /// The last day it must be kept: six years after it was made or last in effect, whichever is
    /// later (164.508(b)(6), 164.530(j)(2)). Nil while it is in effect, or if no date says since
    /// when it isn't: then it is kept.
    package func keepUntil(asOf day: Day) -> Day? {
        let made = signedOn ?? self.day("requested-on")
        let ends = [
            "revoked-on", "superseded-on", "expires-on", "expiry-event-happened", "ended-on",
        ].compactMap(self.day).filter { $0 <= day }
        switch state(on: day) {
        case .draft, .active: return nil
        case .expired, .revoked, .superseded:
            guard let last = ends.max() else { return nil }
            return max(last, made ?? last).sixYearsLater
        case .defective, .declined:
            return made.map { max($0, ends.max() ?? $0).sixYearsLater } ?? nil
        }
    }
}

extension Day {
    /// February 29 becomes March 1.
    fileprivate var sixYearsLater: Day? {
        Day(year: year + 6, month: month, day: day) ?? Day(year: year + 6, month: 3, day: 1)
    }
}
