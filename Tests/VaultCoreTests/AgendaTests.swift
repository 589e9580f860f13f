import Documents
import Testing

@testable import VaultCore

@Suite struct `What waits` {
    private func agenda(
        _ paper: PaperCaseload, _ first: String, _ last: String, at now: String, hours: Int = 24
    ) throws -> Agenda {
        let days = try #require(Day(iso: first))...#require(Day(iso: last))
        return Agenda(
            paper.caseload, days: days, now: try Moment.at(now), lateAfterHours: hours)
    }

    private func names(_ items: [Agenda.Item]) -> [String] { items.map(\.session.shortName) }

    @Test func `are the sessions of the asked days, in the order of their clocks`() throws {
        var paper = PaperCaseload()
        let client = try paper.client()
        for (day, start) in [
            ("2026-11-17", "09:00"), ("2026-11-16", "14:00"), ("2026-11-16", "09:00"),
            ("2026-11-15", "09:00"), ("2026-11-18", "09:00"), ("2026-11-16", ""), ("", "09:00"),
        ] {
            _ = try paper.session(of: client, day, [.start: start, .missed: ""])
        }
        let now = "2026-11-16 08:00"
        #expect(
            names(try agenda(paper, "2026-11-16", "2026-11-16", at: now).sessions)
                == ["S6", "S3", "S2"])
        #expect(
            names(try agenda(paper, "2026-11-15", "2026-11-17", at: now).sessions)
                == ["S4", "S6", "S3", "S2", "S1"])
        #expect(try agenda(paper, "2026-11-20", "2026-11-20", at: now).sessions.isEmpty)
    }

    @Test func `are the past sessions without a signed note, oldest first`() throws {
        var paper = PaperCaseload()
        let client = try paper.client()
        let closed = try paper.client([.closed: "2026-11-18"])
        let stop: RecordFacts = [.start: "10:00", .stop: "10:50"]
        let none = try paper.session(of: client, "2026-11-16", stop)
        let drafted = try paper.session(of: client, "2026-11-13", stop)
        let reviewed = try paper.session(of: client, "2026-11-12", stop)
        let jotted = try paper.session(of: closed, "2026-11-14", stop)
        let signed = try paper.session(of: client, "2026-11-11", stop)
        _ = try paper.session(of: client, "2026-11-10", [.stop: "10:50", .missed: "cancelled"])
        let ahead = try paper.session(of: client, "2026-11-17", stop)
        let aheadJotted = try paper.session(of: client, "2026-11-18", stop)
        _ = try paper.document(of: drafted, .draft)
        _ = try paper.document(of: reviewed, .inReview)
        _ = try paper.document(of: signed, .signed)
        try paper.jotting(of: jotted)
        try paper.jotting(of: aheadJotted)
        let found = try agenda(paper, "2026-11-16", "2026-11-18", at: "2026-11-16 12:00")
        #expect(found.unsigned.map(\.session) == [reviewed, drafted, jotted, none])
        #expect(found.unsigned.map(\.standing) == [.inReview, .draft, .jotted, .none])
        #expect(found.unsigned.map(\.isLate) == [true, true, true, false])
        #expect(found.unsigned.map(\.client) == [client, client, closed, client])
        #expect(found.sessions.map(\.session) == [none, ahead, aheadJotted])
        #expect(found.sessions.map(\.standing) == [.none, .ahead, .jotted])
        #expect(found.unsigned.first?.note?.header.state == .inReview)
        // Late by what she gives herself.
        let patient = try agenda(
            paper, "2026-11-16", "2026-11-18", at: "2026-11-16 12:00", hours: 72)
        #expect(patient.unsigned.map(\.isLate) == [true, true, false, false])
    }

    @Test func `are the documents of no session that are not signed`() throws {
        var paper = PaperCaseload()
        let client = try paper.client()
        let session = try paper.session(of: client, "2026-11-16")
        _ = try paper.document(of: session, .draft)
        let letter = try paper.document(of: client, .draft)
        let plan = try paper.document(of: client, .inReview)
        _ = try paper.document(of: client, .signed)
        let found = try agenda(paper, "2026-11-16", "2026-11-16", at: "2026-11-16 12:00")
        #expect(found.waiting == [letter, plan])
    }

    @Test(arguments: [
        ("2026-11-30", true), ("2026-12-01", false), ("2026-11-16", true), ("2026-11-15", true),
        ("2025-01-01", true), ("2027-11-16", false), ("", false), ("2026-02-30", false),
        ("soon", false),
    ])
    func `are plans, from two weeks before their review until it is done`(
        _ day: String, _ isTold: Bool
    ) throws {
        var paper = PaperCaseload()
        let client = try paper.client([.planDue: day])
        _ = try paper.client([.planDue: day, .closed: "2026-11-01"])
        let found = try agenda(paper, "2026-11-16", "2026-11-16", at: "2026-11-16 12:00")
        #expect(found.plans.map(\.record) == (isTold ? [client] : []))
        #expect(found.plans.first?.day.iso == (isTold ? day : nil))
    }

    @Test(arguments: [
        ("2026-12-16", "", true), ("2026-12-17", "", false), ("2026-11-16", "", true),
        ("2026-10-17", "", true), ("2026-10-16", "", false), ("", "", false),
        ("2026-11-20", "revoked", false), ("2026-11-20", "defective", false), ("soon", "", false),
    ])
    func `are consents, from thirty days before their end to thirty days after`(
        _ until: String, _ standing: String, _ isTold: Bool
    ) throws {
        var paper = PaperCaseload()
        let client = try paper.client()
        let closed = try paper.client([.closed: "2026-11-01"])
        let consent = try paper.consent(of: client, until: until, standing: standing)
        _ = try paper.consent(of: closed, until: until, standing: standing)
        let found = try agenda(paper, "2026-11-16", "2026-11-16", at: "2026-11-16 12:00")
        #expect(found.consents.map(\.record) == (isTold ? [consent] : []))
        #expect(found.consents.allSatisfy { $0.client == client && $0.what == "School" })
    }

    @Test func `are told in the order of their days`() throws {
        var paper = PaperCaseload()
        let days = ["2026-11-20", "2026-11-10", "2026-11-15"]
        for day in days {
            let client = try paper.client([.planDue: day])
            _ = try paper.consent(of: client, until: day)
        }
        let found = try agenda(paper, "2026-11-16", "2026-11-16", at: "2026-11-16 12:00")
        #expect(found.plans.map(\.day.iso) == days.sorted())
        #expect(found.consents.map(\.day.iso) == days.sorted())
    }

    /// When the chart was opened, what is asked for, the days of PHQ-9 scores, what is due and when.
    private static let measures: [(String, String, [String], [String])] = [
        ("2026-11-02", "PHQ-9 every 14 days", [], ["PHQ-9 2026-11-16"]),
        ("2026-11-03", "PHQ-9 every 14 days", [], []),
        ("2026-01-02", "PHQ-9 every 14 days", ["2026-11-02"], ["PHQ-9 2026-11-16"]),
        ("2026-01-02", "PHQ-9 every 14 days", ["2026-11-03"], []),
        ("2026-01-02", "phq 9 every 2 weeks", ["2026-11-03"], []),
        // The newest counts, in whatever order they came.
        ("2026-01-02", "PHQ-9 every 14 days", ["2026-11-10", "2026-10-01"], []),
        ("2026-01-02", "PHQ-9 every 14 days", ["2026-10-01", "2026-11-10"], []),
        ("2026-01-02", "PHQ-9 every 14 days", ["2026-10-01", ""], ["PHQ-9 2026-10-15"]),
        // Another measure's score does not stand in for it.
        ("2026-11-01", "GAD-7 every 1 day", ["2026-11-16"], ["GAD-7 2026-11-02"]),
        (
            "2026-11-01", "PHQ-9 every 7 days, GAD-7 every 10 days", [],
            ["PHQ-9 2026-11-08", "GAD-7 2026-11-11"]
        ),
        // Nobody knows since when: then it is due now.
        ("", "PHQ-9 every 14 days", [], ["PHQ-9 2026-11-16"]),
        ("", "PHQ-9 every 14 days", ["2026-11-10"], []),
        ("2026-11-01", "", [], []), ("2026-11-01", "whenever", [], []),
        ("9999-12-31", "PHQ-9 every 400 days", [], []), ("2026-12-24", "PHQ-9 every 1 day", [], []),
    ]

    @Test(arguments: measures)
    func `are measures, when as much time has passed as was asked for`(
        _ opened: String, _ every: String, _ scores: [String], _ due: [String]
    ) throws {
        var paper = PaperCaseload()
        let client = try paper.client(opened: opened, [.measureEvery: every])
        _ = try paper.client(opened: opened, [.measureEvery: every, .closed: "2026-11-01"])
        let other = try paper.client(opened: opened)
        for day in scores { _ = try paper.measure(of: client, "phq-9", name: "PHQ-9", day) }
        _ = try paper.measure(of: other, "phq-9", name: "PHQ-9", "2026-11-16")
        _ = try paper.measure(of: other, "gad-7", name: "GAD-7", "2026-11-16")
        let found = try agenda(paper, "2026-11-16", "2026-11-16", at: "2026-11-16 12:00")
        #expect(found.measures.map { "\($0.what) \($0.day.iso)" } == due)
        #expect(found.measures.allSatisfy { $0.record == client })
    }

    @Test func `are no measures that were just taken, however they are called`() throws {
        for instrument in try Library.instruments().instruments {
            for name in [instrument.id, instrument.name, instrument.name.lowercased()] {
                var paper = PaperCaseload()
                let client = try paper.client(
                    opened: "2026-01-05", [.measureEvery: "\(name) every 7 days"])
                let before = try agenda(paper, "2026-11-16", "2026-11-16", at: "2026-11-16 12:00")
                #expect(before.measures.map(\.what) == [name])
                _ = try paper.measure(
                    of: client, instrument.id, name: instrument.name, "2026-11-15")
                let after = try agenda(paper, "2026-11-16", "2026-11-16", at: "2026-11-16 12:00")
                #expect(after.measures.isEmpty, "\(name)")
            }
        }
    }

    @Test func `are read from what a real client's file says`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        var entries = Sample.clients[0]
        entries["opened"] = "2026-01-05"
        entries["plan-review"] = "2026-11-24"
        entries["measures"] = "PHQ-9 every 14 days, GAD-7 every 14 days"
        try vault.change(try vault.find("C1", .client), to: entries)
        _ = try vault.score("PHQ-9", 9, on: "2026-11-16", of: vault.find("C1", .client))
        let day = try #require(Day(iso: "2026-11-20"))
        let found = Agenda(
            Caseload(try small.open().summaries()), days: day...day,
            now: try Moment.at("2026-11-20 12:00"), lateAfterHours: 24)
        #expect(found.plans.map(\.record.shortName) == ["C1"])
        #expect(found.measures.map(\.what) == ["GAD-7"])
        #expect(names(found.unsigned) == ["S2", "S3"])
        #expect(found.sessions.isEmpty && found.waiting.isEmpty && found.consents.isEmpty)
    }
}
