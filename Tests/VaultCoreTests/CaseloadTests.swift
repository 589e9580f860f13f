import Documents
import Testing

@testable import VaultCore

@Suite struct `How far a session's note is` {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String { "\(facts.all) \(notes) \(isJotted) at \(now)" }
        var facts: RecordFacts = [.start: "10:00", .stop: "10:50"]
        var day = "2026-11-16"
        var notes: [DocumentState] = []
        var isJotted = false
        var now: String
        var standing: NoteStanding
        /// Late by a day's grace.
        var isLate = false
    }

    private static let missed: RecordFacts = [.stop: "10:50", .missed: "no-show"]

    private static let cases = [
        Case(now: "2026-11-15 23:59", standing: .ahead),
        Case(now: "2026-11-16 10:49", standing: .ahead),
        Case(now: "2026-11-16 10:50", standing: .none),
        Case(now: "2026-11-17 10:50", standing: .none),
        Case(now: "2026-11-17 10:51", standing: .none, isLate: true),
        Case(now: "2027-11-17 10:51", standing: .none, isLate: true),
        // Without an end, or one that can't be read, the day's end counts.
        Case(facts: [:], now: "2026-11-16 23:58", standing: .ahead),
        Case(facts: [:], now: "2026-11-16 23:59", standing: .none),
        Case(facts: [:], now: "2026-11-17 23:59", standing: .none),
        Case(facts: [:], now: "2026-11-18 00:00", standing: .none, isLate: true),
        Case(facts: [.stop: "noon"], now: "2026-11-16 23:58", standing: .ahead),
        // A day that can't be read is over, and never late: nobody knows since when.
        Case(day: "", now: "2026-11-16 10:00", standing: .none),
        Case(day: "2026-02-30", now: "2030-11-16 10:00", standing: .none),
        // What did not take place owes no note, unless one was begun.
        Case(facts: missed, now: "2026-11-15 10:00", standing: .missed),
        Case(facts: missed, now: "2026-12-16 10:00", standing: .missed),
        Case(facts: missed, isJotted: true, now: "2026-12-16 10:00", standing: .missed),
        Case(
            facts: missed, notes: [.draft], now: "2026-12-16 10:00", standing: .draft, isLate: true),
        Case(facts: missed, notes: [.signed], now: "2026-12-16 10:00", standing: .signed),
        Case(isJotted: true, now: "2026-11-16 10:10", standing: .jotted),
        Case(isJotted: true, now: "2026-11-17 10:51", standing: .jotted, isLate: true),
        Case(notes: [.draft], now: "2026-11-16 10:10", standing: .draft),
        Case(
            notes: [.draft], isJotted: true, now: "2026-11-18 10:10", standing: .draft, isLate: true
        ),
        Case(notes: [.inReview], now: "2026-11-17 10:50", standing: .inReview),
        Case(notes: [.inReview], now: "2026-11-17 10:51", standing: .inReview, isLate: true),
        Case(notes: [.signed], now: "2026-11-16 09:00", standing: .signed),
        Case(notes: [.signed], isJotted: true, now: "2027-11-16 09:00", standing: .signed),
        // A signed note stands, whatever else was drafted; else the newest does.
        Case(notes: [.signed, .draft], now: "2026-11-18 10:10", standing: .signed),
        Case(notes: [.draft, .signed], now: "2026-11-18 10:10", standing: .signed),
        Case(
            notes: [.draft, .inReview], now: "2026-11-18 10:10", standing: .inReview, isLate: true),
        Case(notes: [.inReview, .draft], now: "2026-11-18 10:10", standing: .draft, isLate: true),
    ]

    @Test(arguments: cases, [-720, -300, 0, 330, 840])
    func `follows from its time, its jottings and its documents`(_ this: Case, _ zone: Int) throws {
        var paper = PaperCaseload()
        let client = try paper.client()
        let other = try paper.session(of: client, "2026-11-16")
        let session = try paper.session(of: client, this.day, this.facts)
        let notes = try this.notes.map { try paper.document(of: session, $0) }
        if this.isJotted { try paper.jotting(of: session) }
        let caseload = paper.caseload
        let now = try Moment.at(this.now, zone: zone)
        #expect(caseload.standing(of: session, at: now) == this.standing)
        #expect(caseload.isLate(session, at: now, hours: 24) == this.isLate)
        #expect((caseload.note(of: session) == nil) == notes.isEmpty)
        #expect(caseload.client(of: session) == client)
        // Nothing of it rubs off on another session.
        #expect(caseload.note(of: other) == nil)
    }

    @Test(arguments: [(0, "10:51"), (1, "11:51"), (24, "10:51"), (48, "10:51"), (72, "10:51")])
    func `is late by as many hours as she gives herself`(_ hours: Int, _ time: String) throws {
        var paper = PaperCaseload()
        let session = try paper.session(of: try paper.client(), "2026-11-16")
        let caseload = paper.caseload
        let end = try Moment.at("2026-11-16 10:50")
        let at = { (minutes: Int) in
            try #require(
                Moment(
                    milliseconds: end.milliseconds + Int64(hours * 60 + minutes) * 60_000,
                    zoneOffsetMinutes: -300))
        }
        #expect(try !caseload.isLate(session, at: at(0), hours: hours))
        #expect(try caseload.isLate(session, at: at(1), hours: hours))
        #expect(try at(1).time.text == time)
    }

    @Test func `is told by the newest revisions of a real vault`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let caseload = Caseload(try vault.summaries())
        let now = try Moment.at("2026-11-20 12:00")
        #expect(
            caseload.sessions.map { caseload.standing(of: $0, at: now) } == [
                .signed, .draft, .none,
            ])
        #expect(caseload.sessions.map { caseload.note(of: $0)?.shortName } == ["D1", "D2", nil])
        #expect(caseload.sessions.map { caseload.client(of: $0)?.shortName } == ["C1", "C2", "C3"])
        #expect(caseload.clients.count == 3 && caseload.documents.count == 2)
        #expect(
            caseload.measures.isEmpty && caseload.consents.isEmpty && caseload.attachments.isEmpty)
    }
}

@Suite struct `A score that asks for the risk block` {
    /// Flagged scores' days, unflagged ones' days, signed notes' days, and which score is told.
    private static let cases: [([String], [String], [String], String?)] = [
        ([], ["2026-11-16"], [], nil),
        (["2026-11-16"], [], [], "2026-11-16"),
        (["2026-11-16"], ["2026-11-17"], [], "2026-11-16"),
        (["2026-11-02", "2026-11-16"], [], [], "2026-11-16"),
        (["2026-11-16"], [], ["2026-11-15"], "2026-11-16"),
        (["2026-11-16"], [], ["2026-11-16"], nil),
        (["2026-11-16"], [], ["2026-11-17", "2026-11-02"], nil),
        (["2026-11-02", "2026-11-16"], [], ["2026-11-02"], "2026-11-16"),
    ]

    @Test(arguments: cases)
    func `is told until a note of that day or a later one is signed`(
        _ flagged: [String], _ quiet: [String], _ signed: [String], _ told: String?
    ) throws {
        var paper = PaperCaseload()
        let client = try paper.client()
        let other = try paper.client()
        for day in flagged { _ = try paper.measure(of: client, "phq-9", day, flagged: true) }
        for day in quiet { _ = try paper.measure(of: client, "phq-9", day) }
        for day in signed {
            _ = try paper.document(of: try paper.session(of: client, day), .signed)
        }
        // Neither a draft nor another client's note answers it, nor is another's score told.
        _ = try paper.document(of: try paper.session(of: client, "2026-12-01"), .inReview)
        _ = try paper.document(of: try paper.session(of: other, "2026-12-01"), .signed)
        _ = try paper.measure(of: other, "phq-9", "2026-12-01", flagged: true)
        let caseload = paper.caseload
        let found = caseload.flaggedMeasures()[client.record]
        #expect(found?.header.day == told)
        #expect(found == nil || found?.owner == client.record)
        #expect(caseload.flaggedMeasures()[other.record] == nil)
    }
}
