extension ConsentOnFile {
    /// Everything that makes it invalid on a day, each with its paragraph; empty if nothing does.
    ///
    /// A part 2 consent for more than treatment, payment and operations has to be an authorization
    /// as well, so 45 CFR 164.508 is applied to it too.
    package func defects(on day: Day) -> [Defect] {
        guard let law = kind.law else { return [] }
        return ended(by: day, law)
            + (law == .hipaa ? missingFromAuthorization : missingFromPart2Consent)
            + (law == .hipaa ? authorizationCombined : part2ConsentCombined)
            + conditioned(law)
            + (entries["known-false"] ?? "no" == "no" ? [] : [Defect(.knownFalse, law)])
    }

    private func ended(by day: Day, _ law: Law) -> [Defect] {
        [
            expired(by: day).map { Defect(.expired(on: $0), law) },
            happened(by: day).map { Defect(.eventHappened(on: $0), law) },
            revoked(by: day).map { Defect(.revoked(on: $0), law) },
        ].compactMap(\.self)
    }

    // MARK: Elements and statements

    private var missingFromAuthorization: [Defect] {
        let isConditioned = answers("conditioned", "for-recipient")
        return missing(
            .hipaa,
            [
                (.revocationStatement, answers("revocation-statement", "stated", "notice")),
                (
                    .conditioningStatement,
                    answers("conditioning-statement", isConditioned ? "consequences" : "nothing")
                ),
                (.redisclosureStatement, answers("redisclosure-statement", "yes")),
                (.expiry, namesExpiry),
            ])
    }

    private var missingFromPart2Consent: [Defect] {
        let isForCare = !purposes.isDisjoint(with: Purpose.careAndPayment)
        let toProviders =
            answers("recipient-named", "tpo")
            || answers("recipient-kind", "provider", "health-plan", "helper")
        let statesRedisclosure = answers("redisclosure-statement", "yes")
        let statesRefusal = answers("refusal-statement", "yes")
        var defects = missing(
            .part2,
            [
                (.clientName, answers("names-client", "yes")),
                (
                    .participants,
                    !answers("recipient-named", "intermediary") || says("intermediary-members")
                ),
                (
                    .redisclosureUnderHIPAA,
                    !(isForCare && toProviders) || answers("hipaa-statement", "yes")
                ),
                (.revocationStatement, answers("revocation-statement", "stated")),
                (.redisclosureStatement, !isForCare || statesRedisclosure),
                (.refusalStatement, !isForCare || statesRefusal),
                (
                    .expiry,
                    namesExpiry
                        || isForCareAndPayment
                            && (answers("no-expiry", "yes") || says("expiry-event"))
                ),
            ])
        if !isForCareAndPayment {
            if !statesRedisclosure {
                defects.append(Defect(.missing(.redisclosureStatement), .hipaa))
            }
            if !statesRefusal { defects.append(Defect(.missing(.conditioningStatement), .hipaa)) }
        }
        return defects
    }

    /// What both laws ask for, and what one of them does, in the order of ``ConsentElement``.
    private func missing(_ law: Law, _ others: [(ConsentElement, Bool)]) -> [Defect] {
        let hasDates =
            switch entries["period"] {
            case "all": true
            case "since", "between": period != nil
            default: false
            }
        let common: [(ConsentElement, Bool)] = [
            (
                .discloser,
                answers("discloser", "practice", "both")
                    || answers("discloser", "other") && says("discloser-name")
            ),
            (.information, !items.isEmpty),
            (.datesCovered, hasDates),
            (
                .recipient,
                namesTreatingProviders || says("recipient") && !answers("recipient-named", "tpo")
            ),
            (.purpose, !purposes.isEmpty && (!purposes.contains(.other) || says("purpose-text"))),
            (.signature, answers("signed-by", "client", "representative")),
            (.dateSigned, signedOn != nil),
            (.authority, !answers("signed-by", "representative") || says("authority")),
            (.answerOnCombining, entries["combined"] != nil),
            (.answerOnConditioning, entries["conditioned"] != nil),
        ]
        let absent = Set((common + others).filter { !$0.1 }.map(\.0))
        return ConsentElement.allCases.filter(absent.contains).map { Defect(.missing($0), law) }
    }

    /// 2.31(a)(4)(i): the wide class that only a consent to care and payment may name.
    var namesTreatingProviders: Bool { answers("recipient-named", "tpo") && isForCareAndPayment }

    /// The dates it covers, if it sets a limit that can be read.
    var period: ClosedRange<Day>? {
        guard let from = day("period-from") else { return nil }
        let until =
            answers("period", "since") ? Day(year: 9999, month: 12, day: 31) : day("period-until")
        return until.flatMap { from <= $0 ? from...$0 : nil }
    }

    /// A date, or an event that can happen.
    private var namesExpiry: Bool {
        if expiresOn != nil { return true }
        guard says("expiry-event"), let event = entries["expiry-event"] else { return false }
        return !ConsentOnFile.noEvents.contains(ExactName.folded(event))
    }

    private static let noEvents: Set = [
        "none", "never", "no", "na", "n a", "not applicable", "no expiration", "no expiry",
        "no expiration date", "does not expire", "until revoked", "indefinite", "indefinitely",
        "unlimited", "permanent",
    ]

    // MARK: Combined and conditioned

    private var authorizationCombined: [Defect] {
        var defects: [Defect] = []
        if entries["combined"] != nil,
            !answers("combined", "alone", "authorizations", "psychotherapy-notes")
        {
            defects.append(Defect(.combined, .hipaa))
        }
        if answers("combined", "authorizations"), !answers("conditioned", "no") {
            defects.append(Defect(.combinedThoughConditioned, .hipaa))
        }
        if notesAreCombined { defects.append(Defect(.psychotherapyNotesCombined, .hipaa)) }
        return defects
    }

    private var part2ConsentCombined: [Defect] {
        var defects: [Defect] = []
        if notesAreCombined || coversPsychotherapyNotes && answers("combined", "other-document") {
            defects.append(Defect(.psychotherapyNotesCombined, .part2))
        }
        if purposes.contains(.legal),
            entries.list("purpose").count > 1 || !answers("combined", "alone")
        {
            defects.append(Defect(.proceedingsCombined, .part2))
        }
        guard !isForCareAndPayment else { return defects }
        return defects + authorizationCombined.filter { $0.fault != .psychotherapyNotesCombined }
    }

    /// Such notes stand alone: no other information beside them, and no other consent but their like.
    private var notesAreCombined: Bool {
        coversPsychotherapyNotes
            ? entries.list("items").count > 1 || answers("combined", "authorizations")
            : answers("combined", "psychotherapy-notes")
    }

    private func conditioned(_ law: Law) -> [Defect] {
        guard entries["conditioned"] != nil, !answers("conditioned", "no") else { return [] }
        // 164.508(b)(4)(iii): care whose sole aim is information for the recipient.
        let isExcepted = answers("conditioned", "for-recipient")
        switch law {
        case .hipaa: return isExcepted ? [] : [Defect(.conditioned, .hipaa)]
        case .part2:
            if coversPsychotherapyNotes { return [Defect(.conditioned, .part2)] }
            return isExcepted || isForCareAndPayment ? [] : [Defect(.conditioned, .hipaa)]
        }
    }
}
