import Documents
import Testing

/// What ties a note to the plan, and a plan to the one before.
@Suite struct `The golden thread` {
    static let thread = GoldenThread(
        planned: Paper.day("2026-11-02"),
        plan: Entries([
            "objectives": "Client will answer 5 of 5 calls by December 14, 2026.\n"
                + "reduce GAD-7 from 15 to below 8 within 12 weeks"
        ]), sessionsHeld: 5, measuresDue: ["GAD-7"])

    private static func review(
        objectives: String?, measure: String? = nil, thread: GoldenThread = thread
    ) throws -> Review {
        let sample = Sample.all[0]
        var jotting = try Sample.kind.form.read(Array(sample.jotting.utf8))
        jotting["objectives"] = objectives
        jotting["measure"] = measure
        let source = Consent.ownFile.admits(
            Source(
                client: sample.client, session: sample.session, jotting: jotting,
                kind: Sample.kind, library: Sample.library, thread: thread))
        return try BuiltInEngine(instruments: Sample.instruments).draft(Sample.kind, from: source)
            .reviewed(
                against: source, kind: Sample.kind,
                at: SigningTests.moment("2026-11-16", "16:30"))
    }

    @Test(arguments: [
        (
            "1",
            "The session worked on objective 1 of the plan of November 2, 2026: "
                + "Client will answer 5 of 5 calls by December 14, 2026."
        ),
        (
            "obj 2 and 1",
            "The session worked on objectives 2 and 1 of the plan of November 2, 2026: reduce GAD-7 "
                + "from 15 to below 8 within 12 weeks; Client will answer 5 of 5 calls by "
                + "December 14, 2026."
        ),
        (
            "none, ct in acute grief",
            "No objective of the plan was worked on: none, client in acute grief."
        ),
    ])
    func `is told by number, in the words of the plan`(typed: String, told: String) throws {
        let review = try Self.review(objectives: typed)
        #expect(review.draft.sentences(about: "objectives").map(\.text) == [told])
        #expect(!review.blocking.contains { ["planLink", "grounded"].contains($0.rule) })
    }

    @Test(arguments: ["calls and sleep", "2", "the second one, in part"])
    func `doesn't say that none was worked on unless she does`(typed: String) throws {
        let told = try Self.review(objectives: typed, thread: GoldenThread()).draft
            .sentences(about: "objectives").map(\.text)
        #expect(told == ["Objectives of the plan: \(typed)."])
    }

    @Test(arguments: [(nil, 1), ("3", 1), ("1, 7", 1), ("0", 1), ("1", 0)] as [(String?, Int)])
    func `holds a note up that doesn't take it`(typed: String?, blocked: Int) throws {
        let found = try Self.review(objectives: typed).blocking.filter { $0.rule == "planLink" }
        #expect(found.count == blocked)
    }

    @Test(arguments: [(0, 0), (2, 0), (3, 1), (40, 1)])
    func `is missed after three sessions without a plan`(held: Int, advised: Int) throws {
        let thread = GoldenThread(sessionsHeld: held)
        let found = try Self.review(objectives: nil, thread: thread).findings
            .filter { $0.rule == "planLink" }
        #expect(found.map(\.weight) == Array(repeating: .advises, count: advised))
    }

    @Test(arguments: [(nil, 1), ("PHQ-9 8", 1), ("GAD-7 6 (was 9)", 0), ("gad7 6", 0)])
    func `says which measure is due`(measure: String?, advised: Int) throws {
        let found = try Self.review(objectives: "1", measure: measure).findings
            .filter { $0.rule == "measureDue" }
        #expect(found.count == advised)
    }

    @Test(arguments: [("", 1), ("met: answered 5 of 5", 1), ("met: 5 of 5\nunchanged: 14", 0)])
    func `asks a new plan what became of the last one`(outcomes: String, blocked: Int) throws {
        let kind = try #require(Sample.library.kind("treatment-plan"))
        var jotting = try kind.form.read(Array(`A treatment plan`.jotting.utf8))
        jotting["outcomes"] = outcomes.isEmpty ? nil : outcomes
        let source = Consent.ownFile.admits(
            Source(
                file: kind, library: Sample.library, client: Sample.all[0].client,
                jotting: jotting, record: TreatmentRecord(sessions: [], results: []),
                on: Paper.day("2026-11-16"), instruments: Measured.library, thread: Self.thread))
        let review = try BuiltInEngine(instruments: Measured.library).draft(kind, from: source)
            .reviewed(
                against: source, kind: kind, at: SigningTests.moment("2026-11-16", "16:30"))
        #expect(review.blocking.count { $0.rule == "planOutcomes" } == blocked)
    }
}
