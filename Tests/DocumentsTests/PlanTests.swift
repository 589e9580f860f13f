import Documents
import Testing

/// A treatment plan, and what is said about its objectives.
@Suite struct `A treatment plan` {
    static let yardsticks = Measured.library.instruments.map(Yardstick.init)
    static let planned = Paper.day("2026-11-16")
    static let scores = [
        ScoreOnFile(instrument: "phq-9", total: 18, day: Paper.day("2026-11-09")),
        ScoreOnFile(instrument: "gad-7", total: 15, day: Paper.day("2026-09-14")),
    ]

    static func lacks(_ text: String, scores: [ScoreOnFile] = scores) -> [String] {
        Objective(text, on: planned, yardsticks: yardsticks)
            .lacks(on: planned, scores: scores).map(\.rawValue)
    }

    @Test(arguments: [
        ("reduce PHQ-9 from 18 to below 10 within 12 weeks", [String]()),
        (
            "Client will reduce PHQ-9 from 18 on November 9, 2026 to 9 or less by February 8, 2027",
            []
        ),
        ("improve mood", ["O1", "O2", "O3", "O4", "O7"]),
        ("reduce PHQ-9 from 18 to below 10", ["O4"]),
        ("reduce GAD-7 from 15 to 8 within 12 weeks", ["O3"]),
        ("raise PHQ-9 from 10 to 18 within 12 weeks", ["O3", "O6"]),
        ("reduce PHQ-9 from 18 to 15 within 12 weeks", ["O5"]),
        ("reduce PHQ-9 from 18 to 5 within 4 weeks", ["O14"]),
        (
            "Client will walk 4 times per week within 6 weeks, from 1 time per week as of "
                + "November 9, 2026, by activity log", []
        ),
        (
            "Client will attend the first meeting of the support group by December 14, 2026; "
                + "baseline: none attended as of November 16, 2026", []
        ),
        ("Therapist will provide CBT weekly", ["O1", "O2", "O3", "O4", "O7", "O9"]),
    ])
    func `says of an objective what it lacks`(text: String, expected: [String]) {
        #expect(Self.lacks(text) == expected)
    }

    @Test func `answers a vague phrase and makes no number up`() throws {
        let vague = try #require(VaguePhrase.found(in: "Client will improve mood."))
        #expect(vague.instead.contains("PHQ-9 from ⟨n⟩ to ⟨n⟩"))
        for phrase in VaguePhrase.all {
            let digits = phrase.instead.replacing("PHQ-9", with: "").replacing("GAD-7", with: "")
                .replacing("PCL-5", with: "").replacing("of 7 days", with: "")
            #expect(!digits.contains { $0.isNumber }, "\(phrase.instead)")
        }
        #expect(VaguePhrase.found(in: "reduce PHQ-9 from 18 to below 10 within 12 weeks") == nil)
    }

    static let jotting = """
        plan-date: 2026-11-16
        risk: Low; denies suicidal ideation, no past attempts.
        own-goal: I want to drive to my sister again
        goals: Return to driving and to work without missed days.
        objectives: reduce GAD-7 from 15 to below 8 within 12 weeks
        Client will drive on the highway 3 times per week by February 8, 2027, from 0 times on \
        November 9, 2026, by driving log
        interventions: Exposure to highway driving, graded, by the therapist, weekly
        Cognitive restructuring of catastrophic predictions, weekly
        frequency: Individual psychotherapy (CBT), weekly, 53 minutes, for 16 weeks.
        level: Outpatient: works most days and is safe at home.
        coordination: With Dr. Ana Sample, who prescribes (consent A1).
        discharge: the GAD-7 stays below 8 for 4 weeks and she drives the highway alone.
        participation: She set the goals with me, agrees with the plan and has a copy.
        review: 2027-02-14
        """

    static func review(_ jotting: String = jotting) throws -> Review {
        var kind = try #require(Sample.library.kind("treatment-plan"))
        kind.yardsticks = yardsticks
        let results = [
            try Measured.result("gad-7", 15, on: "2026-11-09"),
            try Measured.result("gad-7", 12, on: "2026-09-14"),
        ]
        let source = Consent.ownFile.admits(
            Source(
                file: kind, library: Sample.library,
                client: Entries([
                    "name": "Mira Example", "born": "1990-04-23", "pronouns": "she",
                    "diagnosis": "F41.1", "problems": "worry most of the day, avoids driving",
                    "impairments": "work: misses one day a week",
                ]),
                jotting: try kind.form.read(Array(jotting.utf8)),
                record: TreatmentRecord(sessions: [], results: results), on: planned,
                instruments: Measured.library))
        let draft = try BuiltInEngine(instruments: Measured.library).draft(kind, from: source)
        var review = draft.reviewed(
            against: source, kind: kind, at: try SigningTests.moment("2026-11-16", "16:30"))
        for id in review.undecided { try review.decide(.accepted, on: id) }
        return review
    }

    @Test func `is printed as it was kept`() throws {
        let document = try Self.review().signed(
            by: SigningTests.signer, document: SigningTests.document(),
            at: SigningTests.moment("2026-11-16", "16:30"), hash: SigningTests.hash,
            sign: { SigningTests.hash(Array($0.utf8)) })
        try Golden.expect(document.text, matches: "treatment-plan.txt")
    }

    @Test func `is blocked by an objective that can't be shown to be reached`() throws {
        let vague = Self.jotting.replacing(
            "reduce GAD-7 from 15 to below 8 within 12 weeks", with: "improve mood")
        var review = try Self.review(vague)
        #expect(review.blocking.map(\.rule) == Array(repeating: "objectives", count: 4))
        let sentence = try #require(review.blocking.first?.sentence)
        try review.decide(
            .edited("1. Reduce GAD-7 from 15 to below 8 within 12 weeks."), on: sentence)
        #expect(review.blocking == [])
    }

    @Test func `asks for a goal in the client's own words`() throws {
        let without = Self.jotting.replacing(
            "own-goal: I want to drive to my sister again\n", with: "")
        #expect(try Self.review(without).findings.contains { $0.rule == "ownGoal" })
        #expect(try !Self.review().findings.contains { $0.rule == "ownGoal" })
    }
}
