import Documents
import Testing

/// What a payer's reviewer would lay side by side, and plans that read alike.
@Suite struct `Beside the rest of the file` {
    private static func note(_ jotting: [String: String]) throws -> Note {
        let sample = Sample.all[0]
        var entries = try Sample.kind.form.read(Array(sample.jotting.utf8))
        for (field, text) in jotting { entries[field] = text }
        let source = Consent.ownFile.admits(
            Source(
                client: sample.client, session: sample.session, jotting: entries,
                kind: Sample.kind, library: Sample.library))
        var review = try BuiltInEngine(instruments: Sample.instruments)
            .draft(Sample.kind, from: source)
            .reviewed(
                against: source, kind: Sample.kind,
                at: SigningTests.moment("2026-11-16", "16:30"))
        for id in review.undecided { try review.decide(.accepted, on: id) }
        return try review.signed(
            by: SigningTests.signer, document: SigningTests.document(),
            at: SigningTests.moment("2026-11-16", "16:30"), hash: SigningTests.hash,
            sign: { SigningTests.hash(Array($0.utf8)) }
        ).note
    }

    private static func contradictions(
        letter text: String, note jotting: [String: String]
    ) throws -> [String] {
        let sample = try #require(LetterSample.all.first { $0.type == "preauthorization" })
        var review = try sample.review()
        let symptoms = try #require(review.draft.sentences(about: "symptoms").first)
        try review.decide(.edited(text), on: symptoms.id)
        return review.beside(Beside(lastNotes: [try note(jotting)])).findings
            .filter { $0.rule == "contradictions" && $0.sentence == symptoms.id }.map(\.message)
    }

    @Test(arguments: [
        ("She has panic attacks twice a week.", ["reported": "denies panic attacks"], 1),
        ("She reports no panic attacks.", ["reported": "panic attacks x3/wk"], 1),
        ("She sleeps 4 hours a night.", ["reported": "slp 7h"], 1),
        ("Risk is moderate.", ["risk": "risk low, at baseline"], 1),
        ("She has panic attacks twice a week.", ["reported": "panic attacks x2/wk"], 0),
        ("She sleeps 7 hours a night.", ["reported": "slp 7h"], 0),
        ("Risk is low.", ["risk": "risk low, at baseline"], 0),
        ("She reports worry most of the day.", ["reported": "denies panic attacks; worry ↑"], 0),
        ("She has no past panic attacks.", ["reported": "no change, slp 6h"], 0),
    ])
    func `a letter that says otherwise than a note is pointed out`(
        letter: String, note: [String: String], count: Int
    ) throws {
        let found = try Self.contradictions(letter: letter, note: note)
        #expect(found.count == count, "\(found)")
    }

    private static func plan(_ change: (String) -> String = { $0 }) throws -> Review {
        var kind = try #require(Sample.library.kind("treatment-plan"))
        kind.yardsticks = `A treatment plan`.yardsticks
        let jotting = try kind.form.read(Array(change(`A treatment plan`.jotting).utf8))
        let source = Consent.ownFile.admits(
            Source(
                file: kind, library: Sample.library, client: Sample.all[0].client,
                jotting: jotting, record: TreatmentRecord(sessions: [], results: []),
                on: Paper.day("2026-11-16"), instruments: Measured.library))
        return try BuiltInEngine(instruments: Measured.library).draft(kind, from: source)
            .reviewed(
                against: source, kind: kind, at: SigningTests.moment("2026-11-16", "16:30"))
    }

    @Test func `an objective of many clients is no individual one`() throws {
        let same = "3. Reduce GAD-7 from 15 to below 8 within 12 weeks."
        for (others, advised) in [(2, 0), (3, 1)] {
            let beside = Beside(otherObjectives: Array(repeating: same, count: others))
            let found = try Self.plan().beside(beside).findings.filter { $0.rule == "individual" }
            #expect(found.count == advised)
        }
    }

    @Test(arguments: [
        ("Driving: avoids the highway", 0), ("Arguments with her landlord", 1), ("", 0),
    ])
    func `an objective is about a problem of this client`(problem: String, advised: Int) throws {
        let review = try Self.plan { problem.isEmpty ? $0 : $0 + "\nproblems: \(problem)" }
        #expect(review.findings.count { $0.rule == "linkedObjectives" } == advised)
    }

    @Test func `a plan names its techniques`() throws {
        #expect(try !Self.plan().findings.contains { $0.rule == "plannedInterventions" })
        let bare = try Self.plan {
            $0.replacing(
                "Cognitive restructuring of catastrophic predictions, weekly",
                with: "Individual therapy, weekly")
        }
        #expect(bare.findings.count { $0.rule == "plannedInterventions" } == 1)
    }
}
