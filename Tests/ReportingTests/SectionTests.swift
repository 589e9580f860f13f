import Audit
import Documents
import Reporting
import Testing

/// What the sections make of an invented month.
@Suite struct `The sections of an audit report` {
    private func figure(
        _ section: Int, _ label: String, in report: AuditReport? = nil
    ) throws -> AuditReport.Figure {
        let report = try report ?? InventedTrail.report()
        let found = report.sections.first { $0.number == section }?.figures
            .first { $0.label == label }
        return try #require(found, "\(section) \(label)")
    }

    @Test func `stand in the order in which a reviewer asks`() throws {
        let report = try InventedTrail.report()
        #expect(report.sections.map(\.number) == Array(1...15))
        #expect(report.sections.allSatisfy { !$0.laws.isEmpty })
    }

    @Test(
        arguments: [
            (1, "Entries that verify", "25 of 25", []),
            (1, "First session key bound to the vault’s id", "yes", []),
            (
                1, "Stretches without an act while the vault was open", "5",
                [12, 13, 18, 19, 20, 21, 22, 23]
            ),
            (2, "Drafts made", "2", [6, 12]),
            (2, "Signed", "2", [8, 14]),
            (2, "Not signed at the end of the period", "1", [2]),
            (2, "Median hours from the draft to the signature", "0", [8, 14]),
            (3, "Signed without a review in the trail", "0", []),
            (3, "Median seconds of reading before the signature", "20", [8, 14]),
            (3, "Read faster than 200 words a minute", "1", [14]),
            (3, "Median share of a text changed in the review, in per cent", "0", [8, 14]),
            (3, "Signed without a change", "1", [14]),
            (4, "Openings", "2", [4, 11]),
            (4, "Attempts to open that failed", "3", [10]),
            (4, "Openings outside usual hours or on a weekend", "1", [11]),
            (4, "Locked by itself", "1", [9]),
            (5, "Exports", "1", [16]),
            (5, "Not encrypted", "1", [16]),
            (5, "Begun and never ended", "0", []),
            (5, "Disclosures that the vault refused", "1", [17]),
            (6, "Received", "1", [21]),
            (7, "Opened", "1", [18]),
            (7, "Exported", "0", []),
            (8, "Passphrase last set on", "2026-10-31", [0]),
            (9, "Last backup before the period’s end", "2026-11-10, 20 days before", [20]),
            (9, "Last trial before the period’s end", "none", []),
            (10, "Not closed at the end of the period", "1", [22]),
            (11, "Reviews signed in the period", "1", [23]),
            (11, "Days that no review covers although one was due", "0", []),
        ] as [(Int, String, String, [UInt64])])
    func `count acts and name them`(
        section: Int, label: String, value: String, entries: [UInt64]
    ) throws {
        let figure = try figure(section, label)
        #expect(figure.value == value)
        #expect(figure.entries.sorted() == entries.sorted())
    }

    @Test(arguments: [
        (2, "Notes signed later than 48 hours after the session"),
        (6, "Answered late, or overdue at the end of the period"),
        (12, "Records by their standing"), (13, "Date of the last risk analysis"),
    ])
    func `say unknown instead of passing`(section: Int, label: String) throws {
        let figure = try figure(section, label)
        #expect(figure.standing == .unknown)
        #expect(figure.value.hasPrefix("unknown: "))
    }

    @Test func `tell late notes and overdue requests where the vault knows of them`() throws {
        var facts = InventedTrail.facts
        let id = { (octet: UInt8) in [UInt8](repeating: octet, count: 16) }
        // The letter's session ended two days and an hour before the signature; the note's just now.
        let signed = try InventedTrail.signed().entries
        facts.sessionEnds = [
            id(11): signed[14].entry.time - 49 * 3_600_000,
            id(10): signed[8].entry.time - 48 * 3_600_000,
        ]
        facts.requests = [
            id(13): .init(
                kind: "access", received: try #require(Day(iso: "2026-10-30")),
                due: Day(iso: "2026-11-29"), answered: nil)
        ]
        let report = try InventedTrail.report(facts: facts)
        let late = try figure(
            2, "Notes signed later than 48 hours after the session", in: report)
        #expect(late.entries == [14])
        let overdue = try figure(
            6, "Answered late, or overdue at the end of the period", in: report)
        #expect(overdue.entries == [21])
        facts.requests?[id(13)]?.answered = Day(iso: "2026-11-29")
        let answered = try figure(
            6, "Answered late, or overdue at the end of the period",
            in: try InventedTrail.report(facts: facts))
        #expect(answered.standing == .holds)
    }

    @Test func `say of each signature when, how late, and how it was read`() throws {
        var facts = InventedTrail.facts
        let id = { (octet: UInt8) in [UInt8](repeating: octet, count: 16) }
        let signed = try InventedTrail.signed().entries
        facts.sessionEnds = [id(10): signed[8].entry.time - 5 * 3_600_000]
        facts.amends = [id(11): id(10)]
        let report = try InventedTrail.report(facts: facts)
        let table = try #require(report.sections[1].tables.first { $0.name == "signatures" })
        #expect(
            table.rows.map(\.cells) == [
                [
                    "2026-11-02 10:25", "c1c1c1c1", "0a0a0a0a", "progress-note.soap", "", "0", "5",
                    "12 %", "64 s",
                ],
                [
                    "2026-11-09 10:05", "c2c2c2c2", "0b0b0b0b", "letter.client", "0a0a0a0a", "35",
                    "", "0 %", "20 s",
                ],
            ])
    }

    @Test func `are the same of entries from before sessions had keys`() throws {
        let report = try InventedTrail.report()
        let earlier = try AuditReport(
            try InventedTrail.signed(earlier: 9), facts: InventedTrail.facts,
            from: try #require(InventedTrail.from), until: try #require(InventedTrail.until))
        let ours = { (report: AuditReport) in
            report.sections.filter { (2...12).contains($0.number) }
        }
        #expect(ours(earlier) == ours(report))
        #expect(earlier.entries == report.entries)
        #expect(earlier.sections[0].paragraphs[0].hasPrefix("The trail holds"))
    }

    @Test(arguments: ReportError.allCases)
    func `that can't be made are refused in words`(error: ReportError) {
        #expect(error.code.hasPrefix("report."))
        for sentence in [error.problem, error.nextStep] {
            #expect(sentence.hasSuffix(".") && !sentence.dropLast().contains(". "))
            #expect(sentence.first?.isUppercase == true)
        }
    }

    @Test func `gather what must be explained, and what nobody can tell`() throws {
        let report = try InventedTrail.report()
        let exceptions = try #require(report.sections.first { $0.number == 14 })
        let explained = exceptions.tables[0].rows.map { $0.cells[1] }
        #expect(explained.contains("Not encrypted"))
        #expect(explained.contains("Attempts to open that failed"))
        #expect(!explained.contains("Exports"))
        #expect(exceptions.tables[1].rows.contains { $0.cells[1] == "Training" })
    }

    @Test func `find the days that no review covers`() throws {
        let (from, until) = (try #require(InventedTrail.from), try #require(Day(iso: "2026-12-31")))
        let report = try AuditReport(
            try InventedTrail.signed(), facts: InventedTrail.facts, from: from, until: until)
        // Reviewed until November 13; by December 31 a review of what lies 31 days back was due.
        let figure = try figure(
            11, "Days that no review covers although one was due", in: report)
        #expect(figure.value == "16")
        #expect(figure.standing == .explain)
    }

    @Test func `are not made of a time before the trail`() throws {
        let day = try #require(Day(iso: "2026-10-30"))
        #expect(throws: ReportError.nothingYet) {
            try AuditReport(
                try InventedTrail.signed(), facts: InventedTrail.facts, from: day, until: day)
        }
    }

    @Test func `say so where the trail was changed`() throws {
        var entries = try InventedTrail.signed().entries
        let old = entries[8]
        let other = try AuditEntry(
            number: 8, time: old.entry.time + 1, zone: old.entry.zone, act: old.entry.act,
            ties: old.entry.ties, actor: old.entry.actor, client: old.entry.client,
            record: old.entry.record, rows: old.entry.rows, details: old.entry.details,
            salt: old.entry.salt)
        entries[8] = (other, old.note)
        let changed = SignedTrail(key: try InventedTrail.signed().key, entries: entries)
        let report = try AuditReport(
            changed, facts: InventedTrail.facts, from: try #require(InventedTrail.from),
            until: try #require(InventedTrail.until))
        #expect(report.sections[0].paragraphs.first == "THE TRAIL DOES NOT HOLD.")
        #expect(try figure(1, "Damages", in: report).standing == .explain)
        #expect(try figure(1, "Entries that verify", in: report).standing == .explain)
    }
}
