extension ConsentOnFile {
    /// Whether this consent allows this disclosure, by itself: ``Consents/best(for:)`` also asks the
    /// restrictions. Nothing matches by likeness: a false block can be talked about, a false pass
    /// can't be taken back.
    package func validity(for disclosure: Disclosure) -> Verdict {
        guard let law = kind.law else { return .notValid([.noConsentToDisclose]) }
        let reasons = reasonsOfState(on: disclosure.date) + mismatches(disclosure, law)
        return reasons.isEmpty ? .valid : .notValid(reasons)
    }

    private func reasonsOfState(on day: Day) -> [Reason] {
        let isSigned = isSigned(by: day)
        let unsigned: [Defect.Fault] = [.missing(.signature), .missing(.dateSigned)]
        let defects = defects(on: day).filter { isSigned || !unsigned.contains($0.fault) }
        return (isSigned ? [] : [.notSigned]) + defects.map(Reason.defect)
            + (isSuperseded(by: day) ? [.superseded] : [])
    }

    private func mismatches(_ disclosure: Disclosure, _ law: Law) -> [Reason] {
        var reasons: [Reason] = []
        if disclosure.isPart2, law == .hipaa { reasons.append(.part2NeedsItsOwn) }
        if !disclosure.isPart2, law == .part2 { reasons.append(.onlyForPart2) }
        if answers("discloser", "other") { reasons.append(.practiceMayNotDisclose) }
        if !names(disclosure.recipient) { reasons.append(.recipientNotNamed) }
        if !isFor(disclosure) { reasons.append(.purposeDiffers) }
        if disclosure.items.isEmpty { reasons.append(.informationUnknown) }
        let outside = disclosure.items.subtracting(coveredItems)
        let others = DisclosureItem.allCases.filter {
            outside.contains($0) && $0 != .psychotherapyNotes
        }
        if !others.isEmpty { reasons.append(.itemsOutside(others)) }
        if !covers(disclosure.covered) { reasons.append(.datesOutside) }
        if outside.contains(.psychotherapyNotes) { reasons.append(.psychotherapyNotesNeedTheirOwn) }
        return reasons
    }

    /// Nobody can hand over psychotherapy notes without saying whose they are.
    private var coveredItems: Set<DisclosureItem> {
        coversPsychotherapyNotes ? items.union([.identity, .factOfTreatment]) : items
    }

    private func covers(_ dates: ClosedRange<Day>?) -> Bool {
        if answers("period", "all") { return true }
        guard let period, let dates else { return false }
        return period.lowerBound <= dates.lowerBound && dates.upperBound <= period.upperBound
    }

    private func isFor(_ disclosure: Disclosure) -> Bool {
        guard purposes.contains(disclosure.purpose) else { return false }
        guard disclosure.purpose == .other else { return true }
        return (entries["purpose-text"] ?? "").split(whereSeparator: \.isNewline)
            .contains { ExactName.same(String($0), disclosure.otherPurpose) }
    }

    private func names(_ recipient: Recipient) -> Bool {
        if namesTreatingProviders {
            return [.provider, .healthPlan, .helper].contains(recipient.kind)
        }
        if let kind = entries["recipient-kind"], kind != recipient.kind.rawValue { return false }
        guard answers("recipient-named", "name") else {
            return recipient.memberOf == id && says("recipient")
        }
        let named = entries["recipient"]
        let organization = entries["organization"]
        if ExactName.same(named, recipient.name) {
            return organization == nil || ExactName.same(organization, recipient.organization)
        }
        // The organization is itself the recipient, whoever opens the envelope there.
        return ExactName.same(named, recipient.organization)
            && (organization == nil || ExactName.same(organization, recipient.organization))
    }
}
