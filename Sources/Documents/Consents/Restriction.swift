extension ConsentOnFile {
    /// 164.522(a)(1)(vi): the client paid a service in full, so that its plan need not know. Such a
    /// request must be agreed to.
    package var isMandatory: Bool { answers("paid-in-full-no-plan", "yes") }

    /// When a restriction ended. The practice alone can't end a mandatory one, and anything unclear
    /// about how it ended counts as the practice's doing (164.522(a)(2)).
    func restrictionEnd(by day: Day) -> Day? {
        guard let ended = self.day("ended-on"), ended <= day else { return nil }
        return isMandatory && !isEndedByClient ? nil : ended
    }

    private var isEndedByClient: Bool { answers("ended-how", "client-written", "client-spoken") }

    /// Why this restriction forbids a disclosure; nil if it doesn't.
    ///
    /// It beats any authorization, also a later one: that the client signs something else does not
    /// end it. It yields to what law requires or 164.512 permits, to the client in person, and, if
    /// it is not mandatory, to emergency treatment (164.522(a)(1)(iii), (v)).
    package func forbids(_ disclosure: Disclosure) -> Reason? {
        guard kind == .restriction, !disclosure.basis.outranksRestrictions,
            disclosure.recipient.kind != .client, isInForce(for: disclosure),
            concernsServices(on: disclosure.covered)
        else { return nil }
        if isMandatory {
            return disclosure.recipient.kind == .healthPlan ? .paidInFull : nil
        }
        if disclosure.isEmergencyTreatment { return nil }
        let against = entries.list("against")
        guard against.isEmpty || against.contains(disclosure.recipient.kind.rawValue),
            isAboutEverything || disclosure.items.isEmpty
                || !items.isDisjoint(with: disclosure.items)
        else { return nil }
        return .restricted
    }

    /// It lists nothing, or something that is not known here.
    private var isAboutEverything: Bool {
        items.isEmpty || items.count < entries.list("items").count
    }

    private func isInForce(for disclosure: Disclosure) -> Bool {
        guard isMandatory || answers("agreed", "yes") else { return false }
        let start = (isMandatory ? nil : day("agreed-on")) ?? day("requested-on")
        if let start, start > disclosure.date { return false }
        guard let ended = restrictionEnd(by: disclosure.date) else { return true }
        // What the practice ends alone stays restricted for what was known before.
        guard !isEndedByClient, let covered = disclosure.covered else { return !isEndedByClient }
        return covered.lowerBound <= ended
    }

    private func concernsServices(on dates: ClosedRange<Day>?) -> Bool {
        guard let dates else { return true }
        if let from = day("services-from"), dates.upperBound < from { return false }
        if let until = day("services-until"), dates.lowerBound > until { return false }
        return true
    }
}
