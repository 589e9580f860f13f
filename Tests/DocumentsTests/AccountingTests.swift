import Documents
import Testing

/// The account of disclosures that a client is owed: invented recipients, real rules.
@Suite struct AccountingTests {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    private func row(
        _ iso: String, to name: String = "County Court (invented)", _ basis: LegalBasis = .order,
        _ items: Set<DisclosureItem> = [.attendanceDates], title: String = "Treatment summary"
    ) throws -> AccountedDisclosure {
        let noon = try #require(ClockTime(hour: 12, minute: 0))
        let disclosure = Disclosure(
            recipient: Recipient(name: name, kind: .court), purpose: .legal, items: items,
            date: try day(iso), covered: nil, basis: basis, isPart2: false)
        return AccountedDisclosure(
            disclosure,
            at: try #require(Moment(day: try day(iso), time: noon, zoneOffsetMinutes: -300)),
            address: "1 Sample Street", reason: "her own note", consent: nil,
            documents: [.init(name: "D1", title: title, digest: "00")],
            medium: .init(file: "f", size: 1, digest: "00", isEncrypted: true, label: nil))
    }

    private func accounting(
        _ rows: [AccountedDisclosure], on today: String = "2026-11-16"
    ) throws -> Accounting {
        Accounting(
            rows.enumerated().map { ("E\($0 + 1)", $1) }, on: try day(today)
        ) { $0.purpose.rawValue }
    }

    @Test(arguments: [
        ("2020-11-15", "2026-11-16", 0), ("2020-11-16", "2026-11-16", 1),
        ("2026-11-16", "2026-11-16", 1), ("2022-02-27", "2028-02-29", 0),
        ("2022-02-28", "2028-02-29", 1),
    ])
    func `goes back six years and no further`(left: String, today: String, count: Int) throws {
        #expect(try accounting([try row(left)], on: today).lines.count == count)
    }

    @Test(arguments: LegalBasis.allCases)
    func `lists what is reportable and nothing else`(basis: LegalBasis) throws {
        let row = try row("2026-01-01", basis)
        #expect(try accounting([row]).lines.isEmpty == !row.isReportable)
    }

    @Test func `tells a series to one recipient in one line`() throws {
        let found = try accounting([
            try row("2026-01-01"), try row("2026-02-01", to: "county court (INVENTED)"),
            try row("2026-03-01", .order, [.progress], title: "Letter"),
            try row("2026-03-02", .subpoena), try row("2026-03-03", to: "Another Court"),
        ])
        #expect(found.lines.map(\.count) == [3, 1, 1])
        let series = try #require(found.lines.first)
        #expect(series.first.iso == "2026-01-01")
        #expect(series.last.iso == "2026-03-01")
        #expect(series.numbers == ["E1", "E2", "E3"])
        #expect(series.what == "Treatment summary, Letter: Dates of attendance, Progress")
    }

    @Test func `leaves out what an agency asked to suspend, until the day is over`() throws {
        var row = try row("2026-01-01", to: "Board (invented)", .oversight)
        var entries = Entries()
        entries["agency"] = "Board"
        entries["stated-on"] = "2026-02-01"
        entries["stated"] = "written"
        entries["until"] = "2026-06-30"
        row.suspension = try Suspension(entries, of: .oversight, on: try day("2026-02-01"))
        let during = try accounting([row], on: "2026-06-30")
        #expect(during.lines.isEmpty)
        #expect(during.suspended == 1)
        #expect(!during.sheet(for: ["A"], from: ["B"]).text.contains("Board"))
        let after = try accounting([row], on: "2026-07-01")
        #expect(after.lines.count == 1)
        #expect(after.suspended == 0)
    }

    @Test func `suspends for thirty days what is said by word of mouth`() throws {
        var entries = Entries()
        entries["agency"] = "Board"
        entries["stated-on"] = "2026-02-01"
        entries["stated"] = "spoken"
        let today = try day("2026-02-01")
        #expect(try Suspension(entries, of: .oversight, on: today).until.iso == "2026-03-03")
        entries["until"] = "2026-12-31"
        #expect(try Suspension(entries, of: .lawEnforcement, on: today).until.iso == "2026-03-03")
        entries["until"] = "2026-02-10"
        #expect(try Suspension(entries, of: .oversight, on: today).until.iso == "2026-02-10")
        entries["until"] = "2026-01-31"
        #expect(throws: SuspensionError.endsBefore) {
            try Suspension(entries, of: .oversight, on: today)
        }
        #expect(throws: SuspensionError.notAnAgency) {
            try Suspension(entries, of: .order, on: today)
        }
        for error in SuspensionError.allCases { expectSentences(error) }
    }

    @Test func `keeps her reason and the medium to herself`() throws {
        let found = try accounting([try row("2026-01-01")])
        let text = found.sheet(for: ["Client (invented)"], from: ["Practice (invented)"]).text
        #expect(!text.contains("her own note"))
        #expect(!found.csv.contains("her own note"))
        for part in ["Client (invented)", "County Court (invented)", "1 Sample Street"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.contains("January 1, 2026"))
        #expect(found.csv.hasPrefix("\"first\",\"last\",\"times\""))
        #expect(try accounting([]).sheet(for: ["A"], from: ["B"]).text.contains("no other"))
    }
}
