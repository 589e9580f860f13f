import Testing

@testable import Documents

/// Invented signed documents. Nothing is signed here: the pages are made of the note alone.
enum Signed {
    static let client = "Mira Example"
    static let robin = Signer(
        name: "Robin Specimen", credentials: "LMFT", licence: "LMFT 000000 (invented)")

    /// As it comes out of the vault; `text` is the signed page if it is not today's.
    static func document(_ note: Note, text: String? = nil) throws -> SignedDocument {
        struct Stored: Codable {
            let text: String
            let json: String
            let statement: String
            let signature: String
        }
        let text = text ?? PrintedNote.text(of: note)
        let json = String(decoding: try JSON.readable(note), as: UTF8.self) + "\n"
        let hash = { (bytes: [UInt8]) in [UInt8(truncatingIfNeeded: bytes.count)] }
        let statement = SignedStatement.text(note, text: text, json: json, hash: hash)
        return try SignedDocument.reopened(
            JSON.bytes(Stored(text: text, json: json, statement: statement, signature: "")),
            hash: hash, verify: { _, _ in true })
    }

    /// Sections as heading and paragraphs.
    static func note(
        _ sections: [(String, [String])], title: String = "Progress note (SOAP)",
        header: [(String, String)] = header, signer: Signer = robin, isLateEntry: Bool = false,
        letter: Letter? = nil
    ) throws -> Note {
        Note(
            document: DocumentID(try #require(RecordID(bytes: Array(0...15)))),
            kind: "progress-note.soap", kindVersion: 1, title: title,
            header: header.map { Note.HeaderLine(label: $0.0, text: $0.1) },
            sections: sections.map { heading, paragraphs in
                Draft.Section(
                    heading: heading,
                    sentences: paragraphs.enumerated().map { number, text in
                        Sentence(
                            id: "s\(number)", text: text, restsOn: [], origin: .template,
                            fields: [], paragraph: number)
                    })
            }, signer: signer,
            signedAt: try moment(),
            isLateEntry: isLateEntry, engine: "built-in 1", letter: letter)
    }

    static func letter(
        to recipient: [String] = ["Dr. Ana Sample", "12 Sample Road", "Springfield"],
        letterhead: [String] = ["Specimen Therapy", "1 Sample Street, Springfield", "555-0100"],
        subject: String = "Referral: \(client), born April 23, 1990",
        salutation: String = "Dear Dr. Ana Sample:", notices: [String] = []
    ) throws -> Letter {
        let disclosure = Disclosure(
            recipient: Recipient(name: recipient.first ?? "", organization: nil, kind: .provider),
            purpose: .treatment, items: [.identity], date: try Sample.day(), covered: nil,
            isPart2: false)
        return Letter(
            letterhead: letterhead, date: try Sample.day().spoken, recipient: recipient,
            subject: subject, salutation: salutation, notices: notices, disclosure: disclosure,
            permission: .refused([]), reason: nil)
    }

    private static func moment() throws -> Moment {
        let time = try #require(ClockTime("16:30"))
        return try #require(Moment(day: Sample.day(), time: time, zoneOffsetMinutes: -300))
    }

    static let header = [
        ("Client", client), ("Date of birth", "April 23, 1990"),
        ("Date of service", "November 16, 2026"), ("Time", "2:05 PM – 2:58 PM (53 minutes)"),
        ("Service code", "90837"), ("Session type", "Individual"), ("Participants", "client"),
        ("Place of service", "11 Office"), ("Diagnosis", "F41.1"),
    ]

    static let soap = [
        (
            "Subjective",
            [
                "Client reports increased anxiety and sleep of 4–5 hours; denies suicidal and "
                    + "homicidal ideation. She also reports conflict with boss regarding "
                    + "deadlines. As she puts it, “I feel like I'm drowning.”",
                "Regarding homework, she reports a thought record on 4 of 7 days.",
            ]
        ),
        (
            "Objective",
            [
                "Mood was anxious and affect constricted. Client was alert and oriented ×4, "
                    + "cooperative, and not psychotic. The PHQ-9 score was 14, in the moderate "
                    + "range, down 4 points from 18. The GAD-7 score was 15, in the severe range.",
                "Therapist used cognitive restructuring regarding catastrophizing about work, "
                    + "provided psychoeducation on sleep hygiene, and reviewed the thought "
                    + "record. Client was receptive and able to identify 2 distortions. SUDS "
                    + "went from 7 to 3.",
            ]
        ),
        (
            "Assessment",
            [
                "Symptoms are consistent with generalized anxiety disorder. Client is improving "
                    + "slowly. She has made progress toward the treatment goals. Anxiety impairs "
                    + "work and sleep. She needs CBT to decrease avoidance."
            ]
        ),
        (
            "Risk",
            [
                "When asked, client denies suicidal ideation, homicidal ideation, and self-harm. "
                    + "Risk is low, at baseline."
            ]
        ),
        (
            "Plan",
            [
                "The plan is to continue CBT and follow up in 1 week. Homework is a thought "
                    + "record daily. The next session is on 11/23 at 2 PM."
            ]
        ),
    ]

    static let request = [
        (
            "",
            [
                "I am writing to request authorization of treatment for Mira Example, born April "
                    + "23, 1990, member ID AH-000-111. Reference: Utilization review, fax "
                    + "555-0199, no number yet.",
                "Requested: 90837, 16 units, weekly, from November 23, 2026 to March 15, 2027, "
                    + "outpatient.",
            ]
        ),
        (
            "Diagnosis and symptoms",
            [
                "The diagnosis is Generalized anxiety disorder (F41.1). Onset and differential: "
                    + "since March 2026; panic disorder was considered, attacks occur in traffic "
                    + "only.",
                "Worry most of the day since March 2026, sleep of 4 to 5 hours on five nights a "
                    + "week, tension every day. Standardized scores: GAD-7 9 on November 9, 2026 "
                    + "(mild), down 6 from 15 on September 14: a reliable improvement, now below "
                    + "the cut-off of 10.",
            ]
        ),
        (
            "Functional impairment",
            [
                "Work: she missed 4 of 20 days in October. Family: she has not visited her sister "
                    + "since June because of the drive. It is difficult and inefficient for her to "
                    + "file reports in the office; a flat affect is not observed."
            ]
        ),
        (
            "Risk",
            [
                "Risk is low; no past attempts; she named her sister as a reason to live; safety "
                    + "plan of November 2, 2026."
            ]
        ),
        (
            "History of treatment",
            [
                "8 sessions of counseling in 2024 with little change; sertraline 50 mg since June "
                    + "2026 from the family physician."
            ]
        ),
        (
            "Plan and expected outcome",
            [
                "GAD-7 below 8 and driving on the highway 3 times a week by March 15, 2027; "
                    + "exposure and cognitive restructuring, weekly.",
                "Outpatient: she is safe at home; a support group alone did not reduce avoidance.",
                "Treatment ends when the GAD-7 stays below 8 for 4 weeks, expected by March 2027.",
            ]
        ),
        (
            "Contact",
            [
                "I am Robin Specimen, LMFT, license LMFT 000000 (invented), NPI 1234567893; I can "
                    + "be reached for a peer-to-peer review at 555-0100.",
                "If this request is denied, please send the criteria that were used and the "
                    + "reason for the denial. Enclosed: nothing.",
            ]
        ),
    ]

    static let part2 =
        "42 CFR part 2 prohibits unauthorized use or disclosure of these records. It is made with "
        + "the written consent of March 1, 2026, which covers: identity, diagnosis, progress."

    static func samples() throws -> [SignedDocument] {
        [
            try soapNote(), try requestLetter(), try document(note(soap, isLateEntry: true)),
            try document(note(soap + request + soap)),
        ]
    }

    static func soapNote() throws -> SignedDocument { try document(note(soap)) }

    static func requestLetter() throws -> SignedDocument {
        try document(
            note(
                request,
                letter: letter(
                    to: ["Acme Health", "Utilization review", "100 Sample Avenue", "Springfield"],
                    subject: "Request for authorization: \(client), born April 23, 1990",
                    salutation: "To whom it may concern:", notices: [part2])))
    }
}

extension Signed {
    static func signer(_ text: String) -> Signer {
        Signer(name: text, credentials: text, licence: text)
    }
}
