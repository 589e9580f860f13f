import Documents
import Testing

/// An invented letter of each type, to an invented recipient, with what the client consented to.
struct LetterSample: CustomTestStringConvertible, Sendable {
    let type: String
    var items: String
    var recipient = ["recipient": "Jordan Hope", "organization": "Acme Widgets"]
    var recipientKind = "employer"
    var purpose = "employment"
    var letter: [String: String] = [:]
    var jotting: [String: String] = [:]
    var isPart2 = false
    var basis: String?
    var firstSession = "2026-09-14"
    var client = Self.client
    var practice = Self.practice

    var testDescription: String { type }

    static let all = [
        LetterSample(type: "attendance", items: "identity, attendance_dates"),
        LetterSample(
            type: "employer", items: "identity, functional_limits, recommendations",
            jotting: [
                "limits": "difficulty concentrating for more than 45 minutes, "
                    + "early mornings after poor nights",
                "accommodations": "a start of work at 10:00, written instructions, "
                    + "a quiet desk away from the sales floor",
                "duration": "until March 1, 2027",
            ]),
        LetterSample(
            type: "school", items: "identity, functional_limits, recommendations, diagnosis",
            recipient: ["recipient": "Dean Sample", "organization": "Invented College"],
            recipientKind: "school", purpose: "school",
            jotting: [
                "limits":
                    "loss of concentration in timed exams, speaking in front of more than ten people",
                "accommodations": "time and a half in exams, a separate room for exams",
                "duration": "for the academic year 2026/27",
            ]),
        LetterSample(
            type: "leave",
            items: "identity, fact_of_treatment, functional_limits, start_end_dates, frequency, "
                + "treatment_type", purpose: "disability",
            jotting: [
                "incapacity": "from November 16, 2026 to December 18, 2026",
                "limits": "handling calls of customers, working at night",
                "regimen": "individual psychotherapy (CBT)", "often": "once a week for 12 weeks",
            ]),
        LetterSample(
            type: "referral",
            items: "identity, fact_of_treatment, symptoms, diagnosis, medications, risk, "
                + "treatment_type, test_results, recommendations, start_end_dates",
            recipient: ["recipient": "Dr. Ana Sample"], recipientKind: "provider",
            purpose: "treatment", letter: ["address": "12 Sample Road, Springfield"],
            jotting: [
                "question": "an evaluation for medication",
                "problem": "worry most of the day, slp 4-5h, panic attacks 2x/wk",
                "treatment": "8 sessions of CBT w/ exposure to elevators",
                "medications": "sertraline 50 mg since June (from the family physician)",
                "risk": "risk is low and at baseline; no past attempts",
            ]),
        LetterSample(
            type: "court",
            items: "identity, fact_of_treatment, attendance_dates, start_end_dates, plan, progress",
            recipient: ["recipient": "Superior Court of Invented County"], recipientKind: "court",
            purpose: "legal",
            jotting: [
                "paper": "order",
                "order":
                    "the order of November 2, 2026 in case 26-000 (invented), paragraphs 1 to 3",
                "engagement": "She has come to sessions on time and has done the agreed homework.",
                "goals": "driving on the highway again, two evenings out each week",
                "progress":
                    "She goes out one evening each week; she does not yet drive on the highway.",
            ], basis: "order_512e1i"),
        LetterSample(
            type: "attorney", items: "identity, fact_of_treatment",
            recipient: ["recipient": "Lee Counsel", "organization": "Counsel & Sample"],
            recipientKind: "attorney", purpose: "legal",
            jotting: ["reply": "Please send a signed authorization that names what you ask for."]),
        LetterSample(
            type: "animal",
            items:
                "identity, fact_of_treatment, functional_limits, recommendations, start_end_dates",
            recipient: ["recipient": "Ravi Landlord"], recipientKind: "other", purpose: "housing",
            jotting: [
                "need": "leaving the apartment alone, being alone at night",
                "nexus": "leads her out of crowded places",
            ]),
        LetterSample(
            type: "termination", items: "identity",
            recipient: ["recipient": "Mira Example"], recipientKind: "client",
            purpose: "individual-request",
            jotting: [
                "ending": "on December 18, 2026, as we agreed",
                "resources": "Springfield Community Clinic, the list of your health plan",
            ], basis: "individual_524"),
        LetterSample(
            type: "family", items: "identity, plan",
            recipient: ["recipient": "Ira Example"], recipientKind: "family", purpose: "family",
            jotting: ["message": "I will call on Monday morning about the next steps."]),
        LetterSample(
            type: "copy", items: "identity",
            recipient: ["recipient": "Mira Example"], recipientKind: "client",
            purpose: "individual-request",
            jotting: ["enclosed": "copies of pages 1 to 14 of the file"],
            basis: "individual_524"),
        LetterSample(
            type: "preauthorization", items: "", recipient: ["recipient": "Acme Health"],
            recipientKind: "health-plan", purpose: "payment", jotting: payer,
            basis: "payment_506"),
        LetterSample(
            type: "continued-stay", items: "", recipient: ["recipient": "Acme Health"],
            recipientKind: "health-plan", purpose: "payment",
            jotting: payer.merging([
                "progress":
                    "The GAD-7 went from 15 to 9; she went to work on all days in November.",
                "residual":
                    "She still does not drive on the highway; exposure is now done from the "
                    + "car, twice a week.",
                "without": "After she stopped treatment in 2024 she missed work within 6 weeks.",
            ]) { $1 }, basis: "payment_506"),
    ]

    /// What both letters to payers ask for.
    private static let payer = [
        "reference": "Utilization review, fax 555-0199, no number yet",
        "request": "90837, 16 units, weekly, from November 23, 2026 to March 15, 2027, outpatient.",
        "onset": "since March 2026; panic disorder was considered, attacks occur in traffic only.",
        "symptoms":
            "Worry most of the day since March 2026, sleep of 4 to 5 hours on five nights a "
            + "week, tension every day.",
        "impairments": "Work: she missed 4 of 20 days in October.\nFamily: she has not visited her "
            + "sister since June because of the drive.",
        "risk":
            "Risk is low; no past attempts; she named her sister as a reason to live; safety plan "
            + "of November 2, 2026.",
        "history":
            "8 sessions of counseling in 2024 with little change; sertraline 50 mg since June "
            + "2026 from the family physician.",
        "plan":
            "GAD-7 below 8 and driving on the highway 3 times a week by March 15, 2027; exposure "
            + "and cognitive restructuring, weekly.",
        "level": "Outpatient: she is safe at home; a support group alone did not reduce avoidance.",
        "expected":
            "Treatment ends when the GAD-7 stays below 8 for 4 weeks, expected by March 2027.",
        "enclosures": "nothing",
    ]

    static let client = Entries([
        "name": "Mira Example", "born": "1990-04-23", "pronouns": "she", "diagnosis": "F41.1",
        "payer": "Acme Health", "no-ai": "no", "member-id": "AH-000-111",
        "impairments": "misses work",
        "alerts": "allergic to cats",
    ])

    static let practice = Entries([
        "name": "Robin Specimen", "practice": "Specimen Therapy", "phone": "555-0100",
        "address": "1 Sample Street, Springfield", "licence": "LMFT 000000 (invented)",
        "jurisdiction": "CA", "credentials": "LMFT", "npi": "1234567893",
    ])

    func record() throws -> TreatmentRecord {
        let days = [firstSession, "2026-11-02", "2026-11-09", "2026-11-16"]
        return TreatmentRecord(
            sessions: days.map {
                TreatmentRecord.Session(day: Paper.day($0), isVouchedFor: true)
            } + [.init(day: Paper.day("2026-11-11"), isVouchedFor: false)],
            results: [
                try Measured.result("gad-7", 15, on: "2026-09-14"),
                try Measured.result("gad-7", 9, on: "2026-11-09"),
            ])
    }

    func kind() throws -> DocumentKind {
        var kind = try #require(Sample.library.kind("letter.\(type)"))
        if kind.rules.contains("storedScores") {
            kind.yardsticks = Measured.library.instruments.map(Yardstick.init)
        }
        return kind
    }

    func consents() throws -> Consents {
        guard basis == nil else { return Consents([]) }
        var paper = Paper.authorization.merging([
            "items": items, "recipient-kind": recipientKind, "purpose": purpose,
        ]) { $1 }
        paper.merge(recipient) { $1 }
        return Consents([try Paper.filed(.authorization, paper)])
    }

    func letterEntries() -> Entries {
        var entries = Entries()
        for (id, text) in letter.merging(recipient, uniquingKeysWith: { $1 }) { entries[id] = text }
        entries["recipient-kind"] = recipientKind
        entries["purpose"] = purpose
        entries["from"] = "2026-11-01"
        entries["until"] = "2026-11-20"
        entries["basis"] = basis
        entries["basis-reason"] = basis.map { _ in "invented" }
        return entries
    }

    func scope() throws -> (disclosure: Disclosure, permission: Consents.Permission) {
        let asked = Disclosure(
            letterEntries(), items: [], on: Paper.day("2026-11-20"), isPart2: isPart2)
        let needs = try kind().discloses
        return try consents().scope(for: #require(asked), of: #require(needs))
    }

    func source() throws -> ScopedSource {
        let (disclosure, permission) = try scope()
        let consent = try #require(Consent.to(disclosure, under: permission), "\(permission)")
        var jotted = Entries()
        let form = try kind().form
        for (id, text) in jotting {
            let field = try #require(form[id], "\(id)")
            jotted[id] = try form.accept(text, for: field)
        }
        return consent.admits(
            Source(
                letter: try kind(), library: Sample.library, client: client,
                practice: practice, letter: letterEntries(), jotting: jotted,
                record: try record(), disclosure: disclosure,
                authorizedOn: basis == nil ? Day(iso: "2026-03-01") : nil,
                instruments: Measured.library))
    }

    func review() throws -> Review {
        let source = try source()
        let draft = try BuiltInEngine(instruments: Measured.library).draft(kind(), from: source)
        var review = draft.reviewed(
            against: source, kind: try kind(), at: try SigningTests.moment("2026-11-20", "16:30"))
        for id in review.undecided { try review.decide(.accepted, on: id) }
        return review
    }

    func signed(as document: DocumentID? = nil) throws -> SignedDocument {
        try review().signed(
            by: SigningTests.signer, document: document ?? SigningTests.document(),
            at: try SigningTests.moment("2026-11-20", "16:30"), hash: SigningTests.hash,
            sign: { SigningTests.hash(Array($0.utf8)) })
    }
}
