import Documents
import Testing

/// Each rule with drafts it must point at, and drafts it must leave alone.
@Suite struct RuleTests {
    static let complete = [
        "reported": "mood low, slp 4h", "did": "cog restructuring of self-blame",
        "response": "engaged", "assessment": "improving", "progress": "improved",
        "plan": "f/u 1 wk",
        "si": "denied", "hi": "denied", "self-harm": "denied", "risk": "risk low, at baseline",
    ]

    struct Case: CustomTestStringConvertible, Sendable {
        let rule: String
        var jotting: [String: String?] = [:]
        var session: [String: String?] = [:]
        var client: [String: String?] = [:]
        var signedOn = "2026-11-16"
        var edit: String?
        /// Taken over from the session of November 9.
        var carried: [String: String] = [:]
        var blocks = 0
        var advises = 0

        var testDescription: String { "\(rule) \(jotting) \(session) \(client) \(edit ?? "")" }
    }

    static let cases: [Case] = [
        Case(rule: "grounded"),
        Case(rule: "carriedOver"),
        Case(rule: "carriedOver", carried: ["did": "CBT"], advises: 1),
        Case(rule: "carriedOver", carried: ["did": "CBT", "plan": "f/u 1 wk"], advises: 2),
        Case(rule: "carriedOver", edit: "Reviewed thought records.", carried: ["did": "CBT"]),
        Case(rule: "grounded", edit: "Client laughed."),
        Case(rule: "requiredElements", advises: 3),
        Case(rule: "requiredElements", jotting: ["response": nil], blocks: 1, advises: 3),
        Case(
            rule: "requiredElements", jotting: ["progress": nil, "plan": nil], blocks: 2, advises: 3
        ),
        Case(rule: "requiredElements", client: ["diagnosis": nil], blocks: 1, advises: 3),
        Case(rule: "requiredElements", session: ["participants": nil], blocks: 1, advises: 3),
        Case(rule: "risk"),
        Case(rule: "risk", jotting: ["si": nil], blocks: 1),
        Case(rule: "risk", jotting: ["si": "not-assessed"], blocks: 1),
        Case(rule: "risk", jotting: ["si": "not-assessed", "risk-reason": "left early"]),
        Case(rule: "risk", jotting: ["si": "active"], blocks: 1),
        Case(rule: "risk", jotting: ["reported": "SI w/ plan since Monday"], blocks: 1),
        Case(
            rule: "risk", jotting: ["risk-detail": "plan to use tablets, intent unclear"], blocks: 1
        ),
        Case(rule: "risk", jotting: ["risk-detail": "no plan, no intent, past attempt in 2015"]),
        Case(rule: "risk", jotting: ["reported": "hx of SI in 2015, denies SI now"]),
        Case(rule: "risk", jotting: ["assessment": "no suicidal or homicidal ideation"]),
        Case(rule: "risk", jotting: ["hi": "active"], blocks: 1),
        Case(rule: "risk", jotting: ["si": "active", "action": "safety plan completed"]),
        Case(rule: "risk", jotting: ["risk": nil], advises: 1),
        Case(
            rule: "risk",
            jotting: ["reported": "denies SI", "si": nil, "hi": nil, "self-harm": nil],
            blocks: 3, advises: 1),
        Case(rule: "risk", jotting: ["si": nil, "measure": "PHQ-9 14, item 9 = 1"], blocks: 2),
        Case(rule: "risk", jotting: ["measure": "PHQ-9 14, item 9 = 1"]),
        Case(rule: "namedIntervention"),
        Case(rule: "namedIntervention", jotting: ["did": "processed feelings"], blocks: 1),
        Case(rule: "namedIntervention", jotting: ["did": "supportive therapy"], blocks: 1),
        Case(
            rule: "namedIntervention", jotting: ["did": "provided support, validated feelings"],
            blocks: 1),
        Case(rule: "namedIntervention", jotting: ["did": "CBT"]),
        Case(
            rule: "namedIntervention",
            jotting: ["did": "processed feelings about move using EFT chair work"]),
        Case(rule: "serviceMinutes", session: ["stop": "15:00"]),
        Case(rule: "serviceMinutes", advises: 1),
        Case(rule: "serviceMinutes", session: ["stop": "14:57"], blocks: 1),
        Case(rule: "serviceMinutes", session: ["stop": "14:57", "code": "90834"], advises: 1),
        Case(rule: "serviceMinutes", session: ["stop": "14:50", "code": "90834"]),
        Case(rule: "serviceMinutes", session: ["stop": "14:20", "code": "90832"], blocks: 1),
        Case(rule: "serviceMinutes", session: ["stop": "14:00"], blocks: 1),
        Case(rule: "serviceMinutes", session: ["code": "90791"]),
        Case(rule: "telehealthLocation"),
        Case(rule: "telehealthLocation", session: ["place": "10"], blocks: 2),
        Case(rule: "telehealthLocation", session: ["place": "02", "modality": "video"], blocks: 1),
        Case(
            rule: "telehealthLocation",
            session: ["place": "10", "modality": "audio", "client-location": "at home, Anytown"]),
        Case(rule: "futureDate"),
        Case(rule: "futureDate", signedOn: "2026-11-15", blocks: 1),
        Case(rule: "futureDate", client: ["born": "2027-01-01"], blocks: 1),
        Case(rule: "ambiguousShorthand"),
        Case(rule: "ambiguousShorthand", jotting: ["reported": "saw PT, BP high"], advises: 2),
        Case(rule: "ambiguousShorthand", jotting: ["quote": "my BP is up"]),
        Case(rule: "ambiguousShorthand", jotting: ["reported": "denies SI, insomnia"], advises: 1),
        Case(rule: "ambiguousShorthand", jotting: ["reported": "denies SI, HI, slp 4h"]),
        Case(rule: "ambiguousShorthand", jotting: ["did": "MI on drinking"]),
        Case(rule: "vague"),
        Case(rule: "vague", jotting: ["reported": "doing well"], advises: 1),
        Case(rule: "lateEntry"),
        Case(rule: "lateEntry", signedOn: "2026-11-18", advises: 1),
        Case(
            rule: "lateEntry", client: ["payer": "Commercial plan"], signedOn: "2026-11-18",
            blocks: 1),
        Case(rule: "lateEntry", signedOn: "2026-11-25", blocks: 1),
        Case(
            rule: "lateEntry", jotting: ["late-reason": "illness"], signedOn: "2026-11-25",
            advises: 1),
        Case(rule: "quoteVerbatim", jotting: ["quote": "I can't do it"]),
        Case(
            rule: "quoteVerbatim", jotting: ["quote": "I can't do it"],
            edit: "Client states, “I can't do it.”"),
        Case(
            rule: "quoteVerbatim", jotting: ["quote": "I can't do it"],
            edit: "Client states, “I cannot do it.”", blocks: 1),
    ]

    @Test(arguments: cases)
    func `a rule points at what it should, and at nothing else`(example: Case) throws {
        let findings = try review(example).findings.filter { $0.rule == example.rule }
        #expect(findings.filter { $0.weight == .blocks }.count == example.blocks)
        #expect(findings.filter { $0.weight == .advises }.count == example.advises)
    }

    @Test func `every rule has a good and a bad example`() {
        // Those of plans, amendments and the other kinds are tested with them.
        let elsewhere = [
            "grounded", "objectives", "ownGoal", "correction", "reasonGiven", "stigmatizing",
            "planLink", "planOutcomes", "plannedInterventions", "linkedObjectives", "individual",
            "contradictions",
            "measureDue", "groupMembers", "familyAttendance",
            "crisisFollowUp", "missedSession", "clone",
        ]
        for rule in Rule.all where !elsewhere.contains(rule.id) {
            let findings =
                RuleTests.cases.filter { $0.rule == rule.id }.map { $0.blocks + $0.advises }
                + LetterRuleTests.cases.filter { $0.rule == rule.id }.map(\.findings)
            #expect(findings.contains(0) || rule.id == "requiredElements", "\(rule.id)")
            #expect(findings.contains { $0 > 0 }, "\(rule.id)")
        }
    }

    @Test(arguments: [
        [], [Span(entry: "jotting/reported", start: 5000, end: 5010)],
        [Span(entry: "jotting/reported", start: 2, end: 3)],
        [Span(entry: "jotting/none", start: 0, end: 4)],
        [
            Span(entry: "jotting/reported", start: 0, end: 8),
            Span(entry: "jotting/reported", start: 4, end: 4),
        ],
    ])
    func `a sentence that rests on nothing is blocked`(spans: [Span]) throws {
        let source = try Sample.all[0].source()
        let sentence = Sentence(
            id: "s1", text: "Client has a dog.",
            restsOn: spans, origin: .entered,
            fields: ["reported"])
        let draft = Draft(
            kind: "progress-note.soap", kindVersion: 1, engine: "test",
            sections: [Draft.Section(heading: "Subjective", sentences: [sentence])])
        let review = draft.reviewed(
            against: source, kind: Sample.kind,
            at: try SigningTests.moment("2026-11-16", "16:30"))
        #expect(review.blocking.contains { $0.rule == "grounded" && $0.sentence == "s1" })
    }

    @Test func `a finding goes when its cause is edited away`() throws {
        var review = try review(Case(rule: "vague", jotting: ["reported": "doing well"]))
        #expect(review.findings.contains { $0.rule == "vague" })
        let id = try #require(review.draft.sentences(about: "reported").first?.id)
        try review.decide(.edited("Client slept 7 hours on 5 nights."), on: id)
        #expect(!review.findings.contains { $0.rule == "vague" })
        try review.decide(.struck, on: id)
        #expect(review.blocking.contains { $0.field == "reported" })
    }

    private func review(_ example: Case) throws -> Review {
        var jotting = Entries()
        let fields = RuleTests.complete.merging(example.jotting.compactMapValues { $0 }) { $1 }
        for (field, text) in fields.sorted(by: { $0.key < $1.key })
        where example.jotting[field] != .some(nil) {
            jotting[field] = text
        }
        for (field, text) in example.carried { jotting.carry(text, to: field, from: "2026-11-09") }
        var session = Sample.all[0].session
        for (field, text) in example.session { session[field] = text }
        var client = Sample.all[0].client
        for (field, text) in example.client { client[field] = text }
        let source = Consent.ownFile.admits(
            Source(
                client: client, session: session, jotting: jotting, kind: Sample.kind,
                library: Sample.library))
        let draft = try BuiltInEngine(instruments: Sample.instruments).draft(
            Sample.kind, from: source)
        var review = draft.reviewed(
            against: source, kind: Sample.kind,
            at: try SigningTests.moment(example.signedOn, "16:30"))
        if let edit = example.edit {
            let field = example.jotting.keys.first ?? example.carried.keys.first ?? "reported"
            let id = try #require(draft.sentences(about: field).first?.id)
            try review.decide(.edited(edit), on: id)
        }
        return review
    }
}
