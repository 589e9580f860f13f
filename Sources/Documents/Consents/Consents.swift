/// All consents, restrictions and notices on file for one client.
package struct Consents: Equatable, Sendable {
    package let all: [ConsentOnFile]

    package init(_ all: [ConsentOnFile]) { self.all = all }

    /// Whether something may leave the practice, and under what.
    package enum Permission: Codable, Equatable, Sendable {
        case consent(ConsentID)
        /// This basis needs no consent. Whether it holds is for her to judge.
        case basis(LegalBasis)
        case refused([Refusal])
    }

    /// What stands against a disclosure, and which consent or restriction says so.
    package struct Refusal: Codable, Equatable, Sendable {
        package let consent: ConsentID?
        package let reasons: [Reason]

        package init(consent: ConsentID?, reasons: [Reason]) {
            self.consent = consent
            self.reasons = reasons
        }
    }

    /// The newest consent that allows a disclosure, or the reasons of every one. Restrictions come
    /// first: nothing signed elsewhere undoes them.
    package func best(for disclosure: Disclosure) -> Permission {
        let restrictions = all.compactMap { restriction in
            restriction.forbids(disclosure).map {
                Refusal(consent: restriction.id, reasons: [$0])
            }
        }
        guard restrictions.isEmpty else { return .refused(restrictions) }
        guard disclosure.basis.needsConsent else { return withoutConsent(disclosure) }
        let candidates = all.filter { $0.kind.law != nil }
        guard !candidates.isEmpty else {
            return .refused([Refusal(consent: nil, reasons: [.noneOnFile])])
        }
        var refusals: [Refusal] = []
        var valid: [ConsentOnFile] = []
        for consent in candidates {
            switch consent.validity(for: disclosure) {
            case .valid: valid.append(consent)
            case .notValid(let reasons):
                refusals.append(Refusal(consent: consent.id, reasons: reasons))
            }
        }
        let newest = valid.max { left, right in
            (left.signedOn?.daysSince1970 ?? 0) < (right.signedOn?.daysSince1970 ?? 0)
        }
        return newest.map { .consent($0.id) } ?? .refused(refusals)
    }

    /// Whether this basis stands in for a consent that would be asked for and is missing or does not
    /// reach so far. Treatment, payment and operations ask for none, but of part 2 records (2.13).
    package func isOverridden(by disclosure: Disclosure) -> Bool {
        let basis = disclosure.basis
        guard !basis.needsConsent, basis != .access, !basis.isEveryday || disclosure.isPart2 else {
            return false
        }
        let asked = disclosure.with(basis: disclosure.isPart2 ? .part2Consent : .authorization)
        guard case .refused = best(for: asked) else { return false }
        return true
    }

    /// Two kinds of records are beyond what most bases reach.
    private func withoutConsent(_ disclosure: Disclosure) -> Permission {
        let basis = disclosure.basis
        var reasons: [Reason] = []
        if disclosure.includesPsychotherapyNotes, !basis.reachesPsychotherapyNotes {
            reasons.append(.psychotherapyNotesNeedTheirOwn)
        }
        if disclosure.isPart2, !disclosure.reachesPart2Records { reasons.append(.part2NeedsItsOwn) }
        return reasons.isEmpty
            ? .basis(basis) : .refused([Refusal(consent: nil, reasons: reasons)])
    }

    /// Those in force whose last day is at most so many days away, the nearest first.
    package func expiring(within days: Int, of day: Day) -> [ConsentOnFile] {
        all.filter { $0.expires(within: days, of: day) }
            .sorted { ($0.expiresOn?.daysSince1970 ?? 0) < ($1.expiresOn?.daysSince1970 ?? 0) }
    }

    /// The safe contact to use: of those in force, the one asked for last.
    package func safeContact(on day: Day) -> ConsentOnFile? {
        latest(.communication, "requested-on") { $0.state(on: day) == .active }
    }

    /// The last answer to a notice of this kind, given by that day.
    package func notice(_ kind: NoticeKind, on day: Day) -> ConsentOnFile? {
        latest(.notice, "signed-on") {
            $0.entries["notice"] == kind.rawValue
                && ![.draft, .superseded].contains($0.state(on: day))
        }
    }

    private func latest(
        _ kind: ConsentKind, _ date: String, where holds: (ConsentOnFile) -> Bool
    ) -> ConsentOnFile? {
        all.filter { $0.kind == kind && holds($0) }
            .max { ($0.day(date)?.daysSince1970 ?? 0) < ($1.day(date)?.daysSince1970 ?? 0) }
    }
}
