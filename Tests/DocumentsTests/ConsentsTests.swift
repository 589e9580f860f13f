import Documents
import Testing
import Wording

@Suite struct ConsentsTests {
    static let plan = ConsentValidityTests.plan
    static let sister = Recipient(name: "Sample Sister", kind: .family)

    private static func toPlan(
        _ basis: LegalBasis = .payment, _ purpose: Purpose = .payment, from: String? = "2026-01-05"
    ) -> Disclosure {
        ConsentValidityTests.disclosure(to: plan, for: purpose, from: from, basis: basis)
    }

    private static func toSister(
        _ basis: LegalBasis = .treatment, _ items: Set<DisclosureItem> = [.diagnosis],
        from: String? = "2026-01-05"
    ) -> Disclosure {
        ConsentValidityTests.disclosure(
            to: sister, for: .family, items, from: from, basis: basis)
    }

    @Test(
        arguments: [
            ([:], toPlan(), .paidInFull), ([:], toPlan(.operations, .operations), .paidInFull),
            ([:], toPlan(.authorization, .individualRequest), .paidInFull),
            ([:], toPlan(.access), .paidInFull), ([:], toPlan(.requiredByLaw, .legal), nil),
            ([:], toPlan(.order, .legal), nil), ([:], toSister(), nil),
            (["agreed": "no"], toPlan(), .paidInFull),
            (["requested-on": "2026-11-17"], toPlan(), nil),
            (["requested-on": "unreadable"], toPlan(), .paidInFull),
            (["services-from": "2026-11-03"], toPlan(), nil),
            (["services-from": "2026-11-02"], toPlan(), .paidInFull),
            (["services-until": "2026-01-04"], toPlan(), nil),
            (["services-until": "2026-01-05"], toPlan(), .paidInFull),
            (["services-from": "2026-11-03"], toPlan(from: nil), .paidInFull),
            (["ended-on": "2026-11-01"], toPlan(), .paidInFull),
            (["ended-on": "2026-11-01", "ended-how": "practice"], toPlan(), .paidInFull),
            (["ended-on": "2026-11-01", "ended-how": "client-written"], toPlan(), nil),
            (["ended-on": "2026-11-17", "ended-how": "client-written"], toPlan(), .paidInFull),
        ] as [([String: String?], Disclosure, Reason?)])
    func `what was paid in full stays from the plan`(
        change: [String: String?], disclosure: Disclosure, reason: Reason?
    ) throws {
        #expect(try Paper.filed(.restriction, nil, change).forbids(disclosure) == reason)
    }

    @Test(
        arguments: [
            ([:], toSister(), .restricted), ([:], toSister(.authorization), .restricted),
            ([:], toSister(.threat), nil), ([:], toPlan(), nil),
            (["against": nil], toPlan(), .restricted), (["agreed": "no"], toSister(), nil),
            (["agreed": nil], toSister(), nil), (["agreed-on": "2026-11-17"], toSister(), nil),
            (["items": "risk"], toSister(), nil),
            (["items": "risk, diagnosis"], toSister(), .restricted),
            (["items": "risk"], toSister(.treatment, []), .restricted),
            (["items": "risk, dreams"], toSister(), .restricted),
            (["ended-on": "2026-03-01", "ended-how": "client-spoken"], toSister(), nil),
            // What the practice ends alone holds for what was known until then.
            (["ended-on": "2026-03-01", "ended-how": "practice"], toSister(), .restricted),
            (
                ["ended-on": "2026-03-01", "ended-how": "practice"], toSister(from: nil),
                .restricted
            ),
            (["ended-on": "2026-03-01"], toSister(from: "2026-03-02"), nil),
            (
                ["against": nil],
                ConsentValidityTests.disclosure(for: .emergency, basis: .treatment), nil
            ),
            (
                ["against": nil],
                ConsentValidityTests.disclosure(for: .emergency, basis: .authorization), .restricted
            ),
            (
                ["against": nil],
                ConsentValidityTests.disclosure(
                    to: Recipient(name: "Mira Example", kind: .client), basis: .access), nil
            ),
        ] as [([String: String?], Disclosure, Reason?)])
    func `an agreed restriction holds until the client ends it`(
        change: [String: String?], disclosure: Disclosure, reason: Reason?
    ) throws {
        let restriction = try Paper.filed(.restriction, Paper.agreedRestriction, change)
        #expect(restriction.forbids(disclosure) == reason)
    }

    private func consents(
        _ papers: (ConsentKind, [String: String?])...
    ) throws -> Consents {
        Consents(
            try papers.enumerated().map { index, paper in
                try Paper.filed(paper.0, nil, paper.1, number: UInt8(index + 1))
            })
    }

    @Test func `the newest valid consent is taken`() throws {
        let disclosure = ConsentValidityTests.disclosure()
        let all = try consents(
            (.authorization, [:]), (.authorization, ["signed-on": "2026-05-01"]),
            (.authorization, ["signed-on": "2026-06-01", "revoked-on": "2026-07-01"]),
            (.restriction, [:]), (.notice, [:]))
        #expect(all.best(for: disclosure) == .consent(ConsentID(.numbered(2))))
    }

    @Test func `without a valid one every one says why`() throws {
        let all = try consents(
            (.authorization, ["superseded-by": "K2"]), (.notice, [:]),
            (.authorization, ["recipient": "Dr. Else"]))
        #expect(
            all.best(for: ConsentValidityTests.disclosure())
                == .refused([
                    .init(consent: ConsentID(.numbered(1)), reasons: [.superseded]),
                    .init(consent: ConsentID(.numbered(3)), reasons: [.recipientNotNamed]),
                ]))
        #expect(
            Consents([]).best(for: ConsentValidityTests.disclosure())
                == .refused([.init(consent: nil, reasons: [.noneOnFile])]))
    }

    @Test func `a restriction beats an authorization signed after it`() throws {
        let all = try consents(
            (.restriction, [:]),
            (
                .authorization,
                [
                    "recipient": "Sample Health Plan", "recipient-kind": "health-plan",
                    "purpose": "payment", "signed-on": "2026-10-01",
                ]
            ))
        let disclosure = Self.toPlan(.authorization)
        #expect(all.all[1].validity(for: disclosure) == .valid)
        #expect(
            all.best(for: disclosure)
                == .refused([.init(consent: ConsentID(.numbered(1)), reasons: [.paidInFull])]))
    }

    @Test(arguments: LegalBasis.allCases)
    func `psychotherapy notes leave on few bases`(_ basis: LegalBasis) {
        let permission = Consents([]).best(
            for: ConsentValidityTests.disclosure([.psychotherapyNotes], basis: basis))
        let passes = [.requiredByLaw, .oversight, .threat].contains(basis)
        #expect((permission == .basis(basis)) == passes)
    }

    @Test(arguments: LegalBasis.allCases)
    func `part 2 records leave on fewer`(_ basis: LegalBasis) {
        let permission = Consents([]).best(
            for: ConsentValidityTests.disclosure(basis: basis, part2: true))
        #expect((permission == .basis(basis)) == (basis == .part2Order))
        let client = Consents([]).best(
            for: ConsentValidityTests.disclosure(
                to: Recipient(name: "Mira Example", kind: .client), basis: basis, part2: true))
        #expect((client == .basis(basis)) == [.part2Order, .access].contains(basis))
        let emergency = Consents([]).best(
            for: ConsentValidityTests.disclosure(for: .emergency, basis: basis, part2: true))
        #expect((emergency == .basis(basis)) == [.part2Order, .treatment].contains(basis))
    }

    /// What needs no consent overrides none; nor does a basis beside a consent that reaches as far.
    @Test(arguments: LegalBasis.allCases)
    func `is overridden only where one would be asked for and is missing`(
        _ basis: LegalBasis
    ) throws {
        let none = Consents([])
        let ordinary = ConsentValidityTests.disclosure(basis: basis)
        let needsReason = !basis.needsConsent && !basis.isEveryday
        #expect(none.isOverridden(by: ordinary) == needsReason)
        #expect(try !consents((.authorization, [:])).isOverridden(by: ordinary))
        #expect(
            try consents((.authorization, ["items": "identity"])).isOverridden(by: ordinary)
                == needsReason)
        let part2 = ConsentValidityTests.disclosure(for: .emergency, basis: basis, part2: true)
        #expect(none.isOverridden(by: part2) == (!basis.needsConsent && basis != .access))
    }

    @Test func `two disclosures in one tell what either tells, about the days of both`() {
        let one = ConsentValidityTests.disclosure([.identity], from: "2026-01-05")
        let two = ConsentValidityTests.disclosure(
            [.diagnosis], from: "2025-12-01", until: "2026-02-01")
        let both = one.joined(with: two)
        #expect(both.items == [.identity, .diagnosis])
        #expect(both.covered == Paper.day("2025-12-01")...Paper.day("2026-11-02"))
        #expect(one.joined(with: ConsentValidityTests.disclosure(from: nil)).covered == nil)
    }

    @Test func `lists show what ends soon, the nearest first`() throws {
        let all = try consents(
            (.authorization, ["expires-on": "2026-12-01"]),
            (.authorization, ["expires-on": "2026-11-20"]), (.authorization, [:]),
            (.notice, ["expires-on": "2026-11-25"]))
        let soon = all.expiring(within: 30, of: Paper.day("2026-11-16")).map(\.id)
        #expect(soon == [2, 4, 1].map { ConsentID(.numbered($0)) })
    }

    @Test func `the safe contact and the answer to a notice are the latest ones`() throws {
        let all = try consents(
            (.communication, [:]), (.communication, ["requested-on": "2026-05-01"]),
            (.communication, ["requested-on": "2026-06-01", "ended-on": "2026-07-01"]),
            (.notice, [:]), (.notice, ["answer": "declined", "signed-on": "2026-08-01"]),
            (.notice, ["notice": "telehealth", "signed-on": "2026-09-01"]))
        let today = Paper.day("2026-11-16")
        #expect(all.safeContact(on: today)?.id == ConsentID(.numbered(2)))
        #expect(all.safeContact(on: Paper.day("2026-06-15"))?.id == ConsentID(.numbered(3)))
        let notice = all.notice(.aiNotice, on: today)
        #expect(notice?.state(on: today) == .declined)
        #expect(all.notice(.aiNotice, on: Paper.day("2026-07-01"))?.id == ConsentID(.numbered(4)))
        #expect(all.notice(.recording, on: today) == nil)
    }

    static let reasons: [Reason] =
        [
            .notSigned, .superseded, .noConsentToDisclose, .noneOnFile, .practiceMayNotDisclose,
            .recipientNotNamed, .purposeDiffers, .informationUnknown,
            .itemsOutside([.risk, .plan]), .datesOutside, .psychotherapyNotesNeedTheirOwn,
            .part2NeedsItsOwn, .onlyForPart2, .restricted, .paidInFull,
        ]
        + (ConsentElement.allCases.map(Defect.Fault.missing) + [
            .expired(on: Paper.day("2026-01-01")), .eventHappened(on: Paper.day("2026-01-01")),
            .revoked(on: Paper.day("2026-01-01")), .combined, .combinedThoughConditioned,
            .psychotherapyNotesCombined, .proceedingsCombined, .conditioned, .knownFalse,
        ]).flatMap { [.defect(Defect($0, .hipaa)), .defect(Defect($0, .part2))] }

    @Test(arguments: reasons)
    func `every reason says what is wrong, what to do, and by which law`(_ reason: Reason) {
        #expect(reason.problem.hasSuffix(".") && reason.problem.first?.isUppercase ?? false)
        #expect(reason.nextStep.hasSuffix(".") && reason.nextStep.first?.isUppercase ?? false)
        #expect(reason.exitCode == .refused)
        for law in [Law.hipaa, .part2] {
            let paragraph = reason.paragraph(law)
            #expect(paragraph.hasPrefix("45 CFR 164.5") || paragraph.hasPrefix("42 CFR 2.3"))
        }
    }

    @Test func `no two reasons share a code or a sentence`() {
        let plain = Self.reasons.filter {
            guard case .defect(let defect) = $0 else { return true }
            return defect.law == .hipaa
        }
        #expect(Set(plain.map(\.problem)).count == plain.count)
        #expect(Set(plain.map(\.code)).count == plain.count - ConsentElement.allCases.count + 1)
    }
}
