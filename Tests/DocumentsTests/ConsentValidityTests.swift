import Documents
import Testing

@Suite struct ConsentValidityTests {
    static let doctor = Recipient(name: "Dr. Ana Sample", kind: .provider)
    static let plan = Recipient(name: "Sample Health Plan", kind: .healthPlan)

    /// A disclosure that the sample authorization covers, with something changed.
    static func disclosure(
        to recipient: Recipient = doctor, for purpose: Purpose = .treatment,
        other: String? = nil, _ items: Set<DisclosureItem> = [.identity, .diagnosis],
        on date: String = "2026-11-16", from: String? = "2026-01-05", until: String = "2026-11-02",
        basis: LegalBasis = .authorization, part2: Bool = false
    ) -> Disclosure {
        Disclosure(
            recipient: recipient, purpose: purpose, otherPurpose: other, items: items,
            date: Paper.day(date), covered: from.map { Paper.day($0)...Paper.day(until) },
            basis: basis, isPart2: part2)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        var kind = ConsentKind.authorization
        var base: [String: String]?
        var change: [String: String?] = [:]
        var disclosure = ConsentValidityTests.disclosure()
        var reasons: [Reason] = []

        var testDescription: String { name }
    }

    private static func to(
        _ name: String, at organization: String? = nil, _ kind: Recipient.Kind = .provider,
        memberOf: ConsentID? = nil
    ) -> Disclosure {
        disclosure(
            to: Recipient(name: name, organization: organization, kind: kind, memberOf: memberOf))
    }

    static let recipients: [Case] = [
        Case(name: "named", disclosure: to("Dr. Ana Sample")),
        Case(name: "case, blanks and points", disclosure: to(" dr ANA  sample,")),
        Case(name: "a longer name", disclosure: to("Dr. Ana Sample-Jones"), reasons: not),
        Case(name: "a shorter name", disclosure: to("Ana Sample"), reasons: not),
        Case(name: "one letter more", disclosure: to("Dr. Ana Samples"), reasons: not),
        Case(name: "a sign more", disclosure: to("Dr. Ana Sample+"), reasons: not),
        Case(name: "a look-alike letter", disclosure: to("Dr. Аna Sample"), reasons: not),
        Case(name: "nobody", disclosure: to(""), reasons: not),
        Case(
            name: "nobody, named nobody", change: ["recipient": "."], disclosure: to(","),
            reasons: [.defect(Defect(.missing(.recipient), .hipaa))] + not),
        Case(name: "another kind", disclosure: to("Dr. Ana Sample", .employer), reasons: not),
        Case(
            name: "named at her clinic", change: ["organization": "Sample Clinic"],
            disclosure: to("Dr. Ana Sample", at: "Sample Clinic")),
        Case(
            name: "at another clinic", change: ["organization": "Sample Clinic"],
            disclosure: to("Dr. Ana Sample", at: "Sample Hospital"), reasons: not),
        Case(
            name: "at no clinic", change: ["organization": "Sample Clinic"],
            disclosure: to("Dr. Ana Sample"), reasons: not),
        Case(
            name: "somebody at the clinic named", change: ["recipient": "Sample Clinic"],
            disclosure: to("Front Desk", at: "Sample Clinic")),
        Case(
            name: "somebody else at her clinic", change: ["organization": "Sample Clinic"],
            disclosure: to("Front Desk", at: "Sample Clinic"), reasons: not),
        Case(
            name: "a class without a choice",
            change: ["recipient-named": "class", "recipient": "my doctors"],
            disclosure: to("my doctors"), reasons: not),
        Case(
            name: "a class and her choice",
            change: ["recipient-named": "class", "recipient": "my doctors"],
            disclosure: to("Dr. Ana Sample", memberOf: Paper.id)),
        Case(
            name: "a choice from another consent's class",
            change: ["recipient-named": "class", "recipient": "my doctors"],
            disclosure: to("Dr. Ana Sample", memberOf: ConsentID(.numbered(9))), reasons: not),
        Case(
            name: "a choice where a name is named", disclosure: to("Dr. B", memberOf: Paper.id),
            reasons: not),
    ]

    private static let not: [Reason] = [.recipientNotNamed]

    static let contents: [Case] = [
        Case(
            name: "purpose differs", disclosure: disclosure(for: .legal), reasons: [.purposeDiffers]
        ),
        Case(
            name: "the client's request covers only itself",
            change: ["purpose": "individual-request"], reasons: [.purposeDiffers]),
        Case(
            name: "one of several purposes", change: ["purpose": "school, treatment"]),
        Case(
            name: "another purpose, as it stands",
            change: ["purpose": "other", "purpose-text": "Adoption home study"],
            disclosure: disclosure(for: .other, other: "adoption, home study")),
        Case(
            name: "another other purpose",
            change: ["purpose": "other", "purpose-text": "Adoption home study"],
            disclosure: disclosure(for: .other, other: "adoption"), reasons: [.purposeDiffers]),
        Case(
            name: "another purpose, unsaid",
            change: ["purpose": "other", "purpose-text": "Adoption home study"],
            disclosure: disclosure(for: .other), reasons: [.purposeDiffers]),
        Case(name: "all items", disclosure: disclosure([.identity, .diagnosis, .progress])),
        Case(
            name: "items outside", disclosure: disclosure([.identity, .risk, .medications]),
            reasons: [.itemsOutside([.risk, .medications])]),
        Case(
            name: "an item the program does not know",
            change: ["items": "identity, everything"], disclosure: disclosure([.diagnosis]),
            reasons: [.itemsOutside([.diagnosis])]),
        Case(name: "no items", disclosure: disclosure([]), reasons: [.informationUnknown]),
        Case(
            name: "within the dates",
            change: [
                "period": "between", "period-from": "2026-01-05", "period-until": "2026-11-02",
            ]),
        Case(
            name: "a day too early",
            change: [
                "period": "between", "period-from": "2026-01-06", "period-until": "2026-11-02",
            ], reasons: [.datesOutside]),
        Case(
            name: "a day too late",
            change: [
                "period": "between", "period-from": "2026-01-05", "period-until": "2026-11-01",
            ], reasons: [.datesOutside]),
        Case(
            name: "from a day on", change: ["period": "since", "period-from": "2026-01-01"]),
        Case(
            name: "before that day", change: ["period": "since", "period-from": "2026-02-01"],
            reasons: [.datesOutside]),
        Case(
            name: "dates unknown", change: ["period": "since", "period-from": "2026-01-01"],
            disclosure: disclosure(from: nil), reasons: [.datesOutside]),
        Case(name: "dates unknown, all covered", disclosure: disclosure(from: nil)),
        Case(
            name: "psychotherapy notes", disclosure: disclosure([.psychotherapyNotes]),
            reasons: [.psychotherapyNotesNeedTheirOwn]),
        Case(
            name: "psychotherapy notes among others",
            disclosure: disclosure([.risk, .psychotherapyNotes]),
            reasons: [.itemsOutside([.risk]), .psychotherapyNotesNeedTheirOwn]),
        Case(
            name: "psychotherapy notes with their own",
            change: ["items": "psychotherapy_notes"],
            disclosure: disclosure([.identity, .factOfTreatment, .psychotherapyNotes])),
        Case(
            name: "their own covers nothing else", change: ["items": "psychotherapy_notes"],
            disclosure: disclosure([.psychotherapyNotes, .diagnosis]),
            reasons: [.itemsOutside([.diagnosis])]),
    ]

    static let states: [Case] = [
        Case(
            name: "not signed", change: ["signed-by": nil, "signed-on": nil],
            reasons: [.notSigned]),
        Case(
            name: "signed a day later", change: ["signed-on": "2026-11-17"], reasons: [.notSigned]),
        Case(name: "signed that day", change: ["signed-on": "2026-11-16"]),
        Case(
            name: "expired", change: ["expires-on": "2026-11-15"],
            reasons: [.defect(Defect(.expired(on: Paper.day("2026-11-15")), .hipaa))]),
        Case(
            name: "revoked that day", change: ["revoked-on": "2026-11-16"],
            reasons: [.defect(Defect(.revoked(on: Paper.day("2026-11-16")), .hipaa))]),
        Case(name: "revoked after", change: ["revoked-on": "2026-11-17"]),
        Case(name: "superseded", change: ["superseded-by": "K2"], reasons: [.superseded]),
        Case(
            name: "only from others to the practice",
            change: ["discloser": "other", "discloser-name": "Dr. Ana Sample"],
            reasons: [.practiceMayNotDisclose]),
        Case(name: "both ways", change: ["discloser": "both"]),
        Case(
            name: "every reason at once",
            change: ["signed-by": nil, "signed-on": nil, "purpose": nil, "period": nil],
            disclosure: disclosure(to: plan, [.risk], part2: true),
            reasons: [
                .notSigned, .defect(Defect(.missing(.datesCovered), .hipaa)),
                .defect(Defect(.missing(.purpose), .hipaa)), .part2NeedsItsOwn,
                .recipientNotNamed, .purposeDiffers, .itemsOutside([.risk]), .datesOutside,
            ]),
        Case(
            name: "part 2 records under an authorization", disclosure: disclosure(part2: true),
            reasons: [.part2NeedsItsOwn]),
        Case(name: "part 2, care", kind: .part2, disclosure: disclosure(part2: true)),
        Case(
            name: "part 2, payment", kind: .part2,
            disclosure: disclosure(to: plan, for: .payment, part2: true)),
        Case(
            name: "part 2, care, to an employer", kind: .part2,
            disclosure: disclosure(to: Recipient(name: "A", kind: .employer), part2: true),
            reasons: not),
        Case(
            name: "part 2, for proceedings", kind: .part2,
            disclosure: disclosure(for: .legal, part2: true), reasons: [.purposeDiffers]),
        Case(
            name: "other records under a part 2 consent", kind: .part2,
            reasons: [.onlyForPart2]),
        Case(
            name: "counseling notes under the consent to care", kind: .part2,
            disclosure: disclosure([.psychotherapyNotes], part2: true),
            reasons: [.psychotherapyNotesNeedTheirOwn]),
        Case(
            name: "part 2, a school", kind: .part2, base: Paper.part2School,
            disclosure: disclosure(
                to: Recipient(name: "Dean Sample", kind: .school), for: .school, part2: true)),
        Case(
            name: "a restriction is no consent", kind: .restriction,
            reasons: [.noConsentToDisclose]),
        Case(name: "nor is a notice", kind: .notice, reasons: [.noConsentToDisclose]),
    ]

    @Test(arguments: recipients + contents + states)
    func `a consent covers what it says, and nothing like it`(_ example: Case) throws {
        let consent = try Paper.filed(example.kind, example.base, example.change)
        let verdict = consent.validity(for: example.disclosure)
        #expect(verdict == (example.reasons.isEmpty ? .valid : .notValid(example.reasons)))
        #expect(try JSON.value(Verdict.self, from: JSON.bytes(verdict)) == verdict)
    }

    @Test func `an empty or damaged form covers nothing`() throws {
        let damaged = ["", ",", "yes", "all", "2026-99-99", "\u{0}", "name", "9999-12-31"]
        for kind in ConsentKind.allCases {
            let form = try Paper.form(kind)
            for value in damaged {
                var entries = Entries()
                for field in form.fields { entries[field.id] = value }
                let consent = ConsentOnFile(id: Paper.id, kind: kind, entries: entries)
                for part2 in [true, false] {
                    let disclosure = Self.disclosure(part2: part2)
                    #expect(consent.validity(for: disclosure) != .valid)
                    _ = consent.state(on: disclosure.date)
                    _ = consent.keepUntil(asOf: disclosure.date)
                    _ = consent.expires(within: .max, of: disclosure.date)
                }
            }
        }
    }

    @Test func `whatever is taken away from a consent makes it cover less`() throws {
        for (kind, disclosure) in [
            (ConsentKind.authorization, Self.disclosure()),
            (.part2, Self.disclosure(part2: true)),
        ] {
            let harmless: Set = [
                "plain-language", "copy-given", "scan", "recipient-kind", "no-expiry",
            ]
            for field in try #require(Paper.complete[kind]).keys where !harmless.contains(field) {
                let consent = try Paper.filed(kind, nil, [field: nil])
                #expect(consent.validity(for: disclosure) != .valid, "\(kind): \(field)")
            }
        }
    }
}
