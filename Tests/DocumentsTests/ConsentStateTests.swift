import Documents
import Testing

@Suite struct ConsentStateTests {
    /// A paper with one thing changed, and all that makes it invalid on November 16, 2026.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let kind: ConsentKind
        var base: [String: String]?
        let change: [String: String?]
        let faults: [Defect.Fault]
        let paragraph: String

        var testDescription: String { name }

        static func authorization(
            _ name: String, _ change: [String: String?], _ faults: Defect.Fault...,
            paragraph: String
        ) -> Case {
            Case(
                name: name, kind: .authorization, change: change, faults: faults,
                paragraph: "45 CFR 164.508" + paragraph)
        }

        static func part2(
            _ name: String, _ change: [String: String?], _ faults: Defect.Fault...,
            paragraph: String
        ) -> Case {
            Case(
                name: name, kind: .part2, change: change, faults: faults,
                paragraph: "42 CFR 2.31" + paragraph)
        }

        /// A part 2 consent that is an authorization as well.
        static func both(
            _ name: String, _ change: [String: String?], _ faults: Defect.Fault...,
            paragraph: String
        ) -> Case {
            Case(
                name: name, kind: .part2, base: Paper.part2School, change: change, faults: faults,
                paragraph: paragraph)
        }
    }

    static let yesterday = Paper.day("2026-11-15")
    static let today = Paper.day("2026-11-16")

    static let authorizations: [Case] = [
        .authorization(
            "the expiration date has passed", ["expires-on": "2026-11-15"],
            .expired(on: yesterday), paragraph: "(b)(2)(i)"),
        .authorization(
            "the expiration event is known to have occurred",
            [
                "expires-on": nil, "expiry-event": "end of treatment",
                "expiry-event-happened": "2026-11-16",
            ], .eventHappened(on: today), paragraph: "(b)(2)(i)"),
        .authorization(
            "not filled out: information", ["items": nil], .missing(.information),
            paragraph: "(c)(1)(i)"),
        .authorization(
            "not filled out: dates covered", ["period": "between", "period-from": "2026-01-01"],
            .missing(.datesCovered), paragraph: "(c)(1)(i)"),
        .authorization(
            "dates covered the wrong way round",
            ["period": "between", "period-from": "2026-05-01", "period-until": "2026-04-01"],
            .missing(.datesCovered), paragraph: "(c)(1)(i)"),
        .authorization(
            "not filled out: who may disclose", ["discloser": "nobody"], .missing(.discloser),
            paragraph: "(c)(1)(ii)"),
        .authorization(
            "not filled out: another discloser without a name", ["discloser": "other"],
            .missing(.discloser), paragraph: "(c)(1)(ii)"),
        .authorization(
            "not filled out: who may receive", ["recipient": "—"], .missing(.recipient),
            paragraph: "(c)(1)(iii)"),
        .authorization(
            "not filled out: purpose", ["purpose": nil], .missing(.purpose),
            paragraph: "(c)(1)(iv)"),
        .authorization(
            "another purpose without saying which", ["purpose": "treatment, other"],
            .missing(.purpose), paragraph: "(c)(1)(iv)"),
        .authorization(
            "not filled out: expiry", ["expires-on": nil], .missing(.expiry),
            paragraph: "(c)(1)(v)"),
        .authorization(
            "“none” is no expiry", ["expires-on": nil, "expiry-event": "None."],
            .missing(.expiry), paragraph: "(c)(1)(v)"),
        .authorization(
            "an expiry that can't be read", ["expires-on": "next spring"], .missing(.expiry),
            paragraph: "(c)(1)(v)"),
        .authorization(
            "not filled out: signature", ["signed-by": nil], .missing(.signature),
            paragraph: "(c)(1)(vi)"),
        .authorization(
            "not filled out: date of the signature", ["signed-on": nil], .missing(.dateSigned),
            paragraph: "(c)(1)(vi)"),
        .authorization(
            "not filled out: authority of the representative", ["signed-by": "representative"],
            .missing(.authority), paragraph: "(c)(1)(vi)"),
        .authorization(
            "no statement of the right to revoke", ["revocation-statement": "no"],
            .missing(.revocationStatement), paragraph: "(c)(2)(i)"),
        .authorization(
            "no statement on conditioning", ["conditioning-statement": "no"],
            .missing(.conditioningStatement), paragraph: "(c)(2)(ii)"),
        .authorization(
            "the wrong statement on conditioning", ["conditioning-statement": "consequences"],
            .missing(.conditioningStatement), paragraph: "(c)(2)(ii)"),
        .authorization(
            "no statement on redisclosure", ["redisclosure-statement": nil],
            .missing(.redisclosureStatement), paragraph: "(c)(2)(iii)"),
        .authorization(
            "known to have been revoked",
            ["revoked-on": "2026-11-16", "revoked-how": "written"], .revoked(on: today),
            paragraph: "(b)(2)(iii)"),
        .authorization(
            "unlawfully compound", ["combined": "other-document"], .combined, paragraph: "(b)(3)"),
        .authorization(
            "psychotherapy notes with other information",
            ["items": "diagnosis, psychotherapy_notes"], .psychotherapyNotesCombined,
            paragraph: "(b)(3)(ii)"),
        .authorization(
            "psychotherapy notes with another authorization",
            ["items": "psychotherapy_notes", "combined": "authorizations"],
            .psychotherapyNotesCombined, paragraph: "(b)(3)(ii)"),
        .authorization(
            "combined with an authorization for psychotherapy notes",
            ["combined": "psychotherapy-notes"], .psychotherapyNotesCombined,
            paragraph: "(b)(3)(ii)"),
        .authorization(
            "combined with others though conditioned",
            [
                "combined": "authorizations", "conditioned": "for-recipient",
                "conditioning-statement": "consequences",
            ], .combinedThoughConditioned, paragraph: "(b)(3)(iii)"),
        .authorization(
            "unlawfully conditioned", ["conditioned": "yes"], .conditioned, paragraph: "(b)(4)"),
        .authorization(
            "material information known to be false", ["known-false": "yes"], .knownFalse,
            paragraph: "(b)(2)(v)"),
        .authorization(
            "not noted whether combined", ["combined": nil], .missing(.answerOnCombining),
            paragraph: "(b)(3)"),
        .authorization(
            "not noted whether conditioned", ["conditioned": nil],
            .missing(.answerOnConditioning), paragraph: "(b)(4)"),
        .authorization(
            "several at once",
            ["purpose": nil, "recipient": nil, "combined": "other-document"],
            .missing(.recipient), .missing(.purpose), .combined, paragraph: "(c)(1)(iii)"),
        // Nothing wrong with these.
        .authorization("complete", [:], paragraph: ""),
        .authorization("on its last day", ["expires-on": "2026-11-16"], paragraph: ""),
        .authorization(
            "an event that has not happened",
            ["expires-on": nil, "expiry-event": "end of treatment"], paragraph: ""),
        .authorization(
            "an event that happens later",
            ["expiry-event": "end of treatment", "expiry-event-happened": "2026-11-17"],
            paragraph: ""),
        .authorization("revoked later", ["revoked-on": "2026-11-17"], paragraph: ""),
        .authorization(
            "psychotherapy notes with their like",
            ["items": "psychotherapy_notes", "combined": "psychotherapy-notes"], paragraph: ""),
        .authorization(
            "combined with other authorizations", ["combined": "authorizations"], paragraph: ""),
        .authorization(
            "care whose sole aim is information for the recipient",
            ["conditioned": "for-recipient", "conditioning-statement": "consequences"],
            paragraph: ""),
        .authorization(
            "signed by a representative with authority",
            ["signed-by": "representative", "authority": "parent of a minor"], paragraph: ""),
        .authorization(
            "no copy and no plain language", ["copy-given": "no", "plain-language": "no"],
            paragraph: ""),
    ]

    static let part2Consents: [Case] = [
        .part2(
            "expired", ["no-expiry": "no", "expires-on": "2026-11-15"], .expired(on: yesterday),
            paragraph: "(c)(1)"),
        .part2("revoked", ["revoked-on": "2026-11-16"], .revoked(on: today), paragraph: "(c)(3)"),
        .part2("false", ["known-false": "yes"], .knownFalse, paragraph: "(c)(4)"),
        .part2("no name", ["names-client": "no"], .missing(.clientName), paragraph: "(a)(1)"),
        .part2("no discloser", ["discloser": nil], .missing(.discloser), paragraph: "(a)(2)"),
        .part2("no information", ["items": nil], .missing(.information), paragraph: "(a)(3)"),
        .part2(
            "no recipient", ["recipient-named": "name"], .missing(.recipient),
            paragraph: "(a)(4)(i)"),
        .part2(
            "an intermediary without participants",
            ["recipient-named": "intermediary", "recipient": "Sample Exchange"],
            .missing(.participants), paragraph: "(a)(4)(ii)"),
        .part2(
            "no statement that HIPAA allows redisclosure", ["hipaa-statement": "no"],
            .missing(.redisclosureUnderHIPAA), paragraph: "(a)(4)(iii)"),
        .part2(
            "no purpose", ["purpose": nil, "recipient-named": "name", "recipient": "A. Sample"],
            .missing(.purpose), .missing(.expiry), paragraph: "(a)(5)"),
        .part2(
            "no right to revoke", ["revocation-statement": "no"], .missing(.revocationStatement),
            paragraph: "(a)(6)"),
        .part2("no expiry", ["no-expiry": "no"], .missing(.expiry), paragraph: "(a)(7)"),
        .part2("no signature", ["signed-by": nil], .missing(.signature), paragraph: "(a)(8)"),
        .part2("no date", ["signed-on": nil], .missing(.dateSigned), paragraph: "(a)(9)"),
        .part2(
            "no statement on redisclosure", ["redisclosure-statement": "no"],
            .missing(.redisclosureStatement), paragraph: "(a)(10)(i)"),
        .part2(
            "no statement on refusal", ["refusal-statement": "no"], .missing(.refusalStatement),
            paragraph: "(a)(10)(ii)"),
        .part2(
            "counseling notes with other records",
            [
                "items": "diagnosis, psychotherapy_notes", "recipient-named": "name",
                "recipient": "A. Sample", "expires-on": "2027-01-01",
            ], .psychotherapyNotesCombined, paragraph: "(b)(2)"),
        .part2(
            "counseling notes on a condition",
            [
                "items": "psychotherapy_notes", "recipient-named": "name",
                "recipient": "A. Sample", "expires-on": "2027-01-01", "conditioned": "yes",
            ], .conditioned, paragraph: "(b)(3)"),
        .part2(
            "counseling notes without an expiry",
            [
                "items": "psychotherapy_notes", "recipient-named": "name",
                "recipient": "A. Sample",
            ], .missing(.expiry), paragraph: "(a)(7)"),
        .part2(
            "a purpose that is not known here", ["purpose": "treatment, research"],
            .missing(.recipient), .missing(.expiry), paragraph: "(a)(4)(i)"),
        .part2("complete", [:], paragraph: ""),
        .part2("treatment may depend on it", ["conditioned": "yes"], paragraph: ""),
        .part2(
            "“none” is enough for care and payment", ["no-expiry": nil, "expiry-event": "none"],
            paragraph: ""),
        .both("complete for a school", [:], paragraph: ""),
        .both(
            "no expiry for a school", ["expires-on": nil, "no-expiry": "yes"], .missing(.expiry),
            paragraph: "42 CFR 2.31(a)(7)"),
        .both(
            "no statement on conditioning", ["refusal-statement": "no"],
            .missing(.conditioningStatement), paragraph: "45 CFR 164.508(c)(2)(ii)"),
        .both(
            "no statement on redisclosure", ["redisclosure-statement": "no"],
            .missing(.redisclosureStatement), paragraph: "45 CFR 164.508(c)(2)(iii)"),
        .both(
            "combined with another document", ["combined": "other-document"], .combined,
            paragraph: "45 CFR 164.508(b)(3)"),
        .both(
            "on a condition", ["conditioned": "yes"], .conditioned,
            paragraph: "45 CFR 164.508(b)(4)"),
        .both(
            "all treating providers, for a school", ["recipient-named": "tpo"],
            .missing(.recipient),
            paragraph: "42 CFR 2.31(a)(4)(i)"),
        .both(
            "proceedings with another purpose", ["purpose": "school, legal"],
            .proceedingsCombined, paragraph: "42 CFR 2.31(d)"),
        .both(
            "proceedings with another consent",
            ["purpose": "legal", "combined": "authorizations"], .proceedingsCombined,
            paragraph: "42 CFR 2.31(d)"),
        .both("proceedings alone", ["purpose": "legal"], paragraph: ""),
    ]

    @Test(arguments: authorizations + part2Consents)
    func `every defect is found, and no other`(_ example: Case) throws {
        let consent = try Paper.filed(example.kind, example.base, example.change)
        let defects = consent.defects(on: ConsentStateTests.today)
        #expect(defects.map(\.fault) == example.faults)
        #expect(defects.first?.paragraph ?? "" == (example.faults.isEmpty ? "" : example.paragraph))
        let state = consent.state(on: ConsentStateTests.today)
        #expect((state == .active) == example.faults.isEmpty)
        guard ["defective", "active"].contains(state.word) else { return }
        #expect(state == (defects.isEmpty ? .active : .defective(defects)))
    }

    /// Each paper on three days, in this order.
    @Test(
        arguments: [
            (ConsentKind.authorization, [:], "draft active active"),
            (.authorization, ["signed-on": "2026-07-01"], "draft draft active"),
            (.authorization, ["signed-by": nil, "signed-on": nil], "draft draft draft"),
            (.authorization, ["signed-by": nil], "draft defective defective"),
            (.authorization, ["signed-on": "soon"], "defective defective defective"),
            (.authorization, ["expires-on": "2026-07-01"], "draft active expired"),
            (
                .authorization,
                ["expiry-event": "end of treatment", "expiry-event-happened": "2026-07-01"],
                "draft active expired"
            ),
            (.authorization, ["expiry-event-happened": "in July"], "draft expired expired"),
            (.authorization, ["revoked-on": "2026-07-01"], "draft active revoked"),
            (
                .authorization, ["revoked-on": "2026-07-01", "combined": nil],
                "draft defective revoked"
            ),
            (.authorization, ["revoked-how": "spoken"], "draft revoked revoked"),
            (.authorization, ["revoked-on": "long ago"], "draft revoked revoked"),
            (.authorization, ["superseded-by": "K2"], "draft superseded superseded"),
            (
                .authorization, ["superseded-by": "K2", "superseded-on": "2026-07-01"],
                "draft active superseded"
            ),
            (
                .authorization, ["superseded-by": "K2", "revoked-on": "2026-07-01"],
                "draft superseded revoked"
            ),
            (.part2, [:], "draft active active"),
            (.part2, ["revoked-on": "2026-07-01"], "draft active revoked"),
            (.restriction, [:], "draft active active"),
            (
                .restriction, ["ended-on": "2026-07-01", "ended-how": "client-written"],
                "draft active expired"
            ),
            (
                .restriction, ["ended-on": "2026-07-01", "ended-how": "practice"],
                "draft active active"
            ),
            (.restriction, ["ended-on": "2026-07-01"], "draft active active"),
            (.restriction, ["agreed": "no"], "draft active active"),
            (.restriction, ["paid-in-full-no-plan": "no"], "draft draft draft"),
            (
                .restriction, ["paid-in-full-no-plan": "no", "agreed": "no"],
                "draft declined declined"
            ),
            (.communication, [:], "draft active active"),
            (.communication, ["agreed": "no"], "draft declined declined"),
            (.communication, ["ended-on": "2026-07-01"], "draft active expired"),
            (.notice, [:], "draft active active"),
            (.notice, ["answer": "declined"], "draft declined declined"),
            (.notice, ["expires-on": "2026-07-01"], "draft active expired"),
            (.notice, ["revoked-on": "2026-07-01"], "draft active revoked"),
        ] as [(ConsentKind, [String: String?], String)])
    func `a consent begins and ends`(
        kind: ConsentKind, change: [String: String?], states: String
    ) throws {
        let consent = try Paper.filed(kind, nil, change)
        let days = ["2026-01-31", "2026-06-01", "2026-12-01"].map(Paper.day)
        #expect(days.map { consent.state(on: $0).word }.joined(separator: " ") == states)
    }

    @Test(
        arguments: [
            (["expires-on": "2026-12-16"], true), (["expires-on": "2026-12-17"], false),
            (["expires-on": "2026-11-16"], true), (["expires-on": "2026-11-15"], false),
            (["expires-on": "2026-12-01", "revoked-on": "2026-11-01"], false),
            (["expires-on": nil, "expiry-event": "end of treatment"], false),
        ] as [([String: String?], Bool)])
    func `it says when it is about to expire`(change: [String: String?], soon: Bool) throws {
        let consent = try Paper.filed(.authorization, nil, change)
        #expect(consent.expires(within: 30, of: ConsentStateTests.today) == soon)
    }

    @Test(
        arguments: [
            (["expires-on": "2026-07-01"], "2032-07-01"),
            (["expires-on": "2024-02-29", "signed-on": "2024-01-01"], "2030-03-01"),
            (["revoked-on": "2026-05-01"], "2032-05-01"),
            (["revoked-on": "2026-05-01", "superseded-on": "2026-08-01"], "2032-08-01"),
            (["revoked-how": "written"], "keep"),
            (["superseded-by": "K2"], "keep"), ([:], "keep"), (["signed-on": nil], "keep"),
            (["combined": nil], "2032-03-01"), (["expires-on": "2025-01-01"], "2032-03-01"),
            (["signed-on": "9998-01-01", "expires-on": "9999-01-01"], "keep"),
        ] as [([String: String?], String)])
    func `it is kept six years after it was last in effect`(
        change: [String: String?], until: String
    ) throws {
        let consent = try Paper.filed(.authorization, nil, change)
        let kept = consent.keepUntil(asOf: ConsentStateTests.today)
        #expect(kept?.iso ?? "keep" == until)
    }

    @Test func `what is still owed to the client is told, and does not make it invalid`() throws {
        let open = try Paper.filed(
            .authorization, nil, ["copy-given": "no", "plain-language": nil])
        #expect(open.duties.map(\.field) == ["plain-language", "copy-given"])
        #expect(open.state(on: ConsentStateTests.today) == .active)
        let brought = try Paper.filed(.authorization, nil, ["copy-given": "brought"])
        #expect(brought.duties.isEmpty)
        #expect(try Paper.filed(.part2).duties.isEmpty)
    }
}
