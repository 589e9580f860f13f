import Documents
import Schema
import Testing

/// What states and payers demand, as the program carries it.
@Suite struct RulebookTests {
    let rulebook = CodeSample.rulebook

    struct Case: Sendable, CustomTestStringConvertible {
        let state: String?
        let payer: String?
        let born: String
        let last: String
        let keptThrough: String
        let rule: String

        var testDescription: String { "\(state ?? "-") \(payer ?? "-") born \(born), \(last)" }
    }

    @Test(arguments: [
        Case(
            state: nil, payer: nil, born: "1990-04-23", last: "2026-11-16",
            keptThrough: "2033-11-16", rule: "apa-guideline"),
        Case(
            state: "CA", payer: nil, born: "1990-04-23", last: "2026-11-16",
            keptThrough: "2033-11-16", rule: "apa-guideline"),
        Case(
            state: "CA", payer: nil, born: "2015-06-01", last: "2026-11-16",
            keptThrough: "2040-06-01", rule: "ca-boards"),
        Case(
            state: "CA", payer: "medicare-advantage", born: "1950-01-01", last: "2026-11-16",
            keptThrough: "2036-11-16", rule: "medicare-advantage"),
        Case(
            state: "CA", payer: "medicare-advantage", born: "2015-06-01", last: "2026-11-16",
            keptThrough: "2040-06-01", rule: "ca-boards"),
        Case(
            state: "NY", payer: nil, born: "2015-06-01", last: "2026-11-16",
            keptThrough: "2037-06-01", rule: "ny-regents"),
        Case(
            state: "NY", payer: "medicare", born: "1990-04-23", last: "2026-11-16",
            keptThrough: "2033-11-16", rule: "apa-guideline"),
        Case(
            state: "TX", payer: nil, born: "2015-06-01", last: "2026-11-16",
            keptThrough: "2036-06-01", rule: "apa-guideline"),
        Case(
            state: "TX", payer: nil, born: "2009-11-15", last: "2026-11-16",
            keptThrough: "2033-11-16", rule: "apa-guideline"),
        Case(
            state: "CA", payer: nil, born: "2008-11-16", last: "2026-11-15",
            keptThrough: "2033-11-16", rule: "ca-boards"),
        Case(
            state: "CA", payer: nil, born: "2008-11-16", last: "2026-11-16",
            keptThrough: "2033-11-16", rule: "apa-guideline"),
        Case(
            state: nil, payer: nil, born: "1990-04-23", last: "2024-02-29",
            keptThrough: "2031-03-01", rule: "apa-guideline"),
        Case(
            state: "IL", payer: "self-pay", born: "1990-04-23", last: "9999-12-31",
            keptThrough: "9999-12-31", rule: "apa-guideline"),
    ])
    func `the longest rule keeps a record`(example: Case) throws {
        let born = try #require(Day(iso: example.born))
        let last = try #require(Day(iso: example.last))
        let retention = try #require(
            rulebook.retention(
                state: example.state, payer: example.payer, born: born, lastService: last))
        #expect(retention.keptThrough.iso == example.keptThrough)
        #expect(retention.all.contains { $0.rule.id == example.rule })
        #expect(
            retention.all.first { $0.rule.id == example.rule }?.keptThrough == retention.keptThrough
        )
        #expect(retention.all.allSatisfy { $0.rule.covers == .chart }, "a chart is no policy")
    }

    @Test func `destruction waits for the day after`() throws {
        let day = try #require(Day(iso: "2026-12-31"))
        let retention = try #require(
            rulebook.retention(state: nil, payer: nil, born: day, lastService: day))
        #expect(retention.rule.id == "apa-guideline")
        #expect(retention.keptThrough.iso == "2047-12-31")
        #expect(retention.earliestDestruction.iso == "2048-01-01")
    }

    /// On the day of majority nobody is a minor any more.
    @Test(arguments: [("2026-11-15", "2031-11-16"), ("2026-11-16", "2027-11-16")])
    func `the age at the last service decides`(last: String, keptThrough: String) throws {
        let row = """
            {"notice": "n", "rows": [{"id": "US", "name": "U", "timing": [], "notices": [],
            "retention": [{"id": "r", "covers": "chart", "applies_to": "a", "years": 1,
            "minor_years_past_majority": 5, "source": "s", "evidence": "seen"}]}]}
            """
        let rulebook = try Rulebook(jurisdictions: Array(row.utf8), payers: Array(row.utf8))
        let retention = rulebook.retention(
            state: nil, payer: nil, born: try #require(Day(iso: "2008-11-16")),
            lastService: try #require(Day(iso: last)))
        #expect(retention?.keptThrough.iso == keptThrough)
    }

    @Test func `a state or payer without rules in the table is named`() throws {
        let day = try #require(Day(iso: "2026-11-16"))
        let retention = try #require(
            rulebook.retention(state: "ZZ", payer: "none", born: day, lastService: day))
        #expect(retention.gaps == [.noRuleOfState, .unlistedPayer])
        #expect(retention.rule.id == "apa-guideline")
    }

    @Test(arguments: [
        (nil, nil, 24, 72), ("CA", nil, 24, 72), (nil, "commercial", 24, 48),
        ("TX", "commercial", 24, 48), (nil, "medi-cal", 24, 72),
        ("California", "Commercial Plan", 24, 48),
        ("us", "cash", 24, 72), ("ca", "medical", 24, 72), ("ZZ", "none", 24, 72),
    ])
    func `the strictest hours hold`(state: String?, payer: String?, onTime: Int, reason: Int) {
        let timing = rulebook.lateEntry(jurisdiction: state, payer: payer)
        #expect(timing.onTimeHours == onTime && timing.reasonHours == reason)
        #expect(timing.overdueDays == 7)
        #expect(
            timing.norms.count
                == (timing.reasonHours == 48 || payer?.hasPrefix("medi") == true ? 2 : 1))
    }

    @Test func `without a rule the standard hours hold, and a needed reason is late`() throws {
        let rows = { (timing: String) in
            Array(
                """
                {"notice": "n", "rows": [{"id": "US", "name": "U", "retention": [],
                "timing": [\(timing)], "notices": []}]}
                """.utf8)
        }
        let none = try Rulebook(jurisdictions: rows(""), payers: rows(""))
        #expect(none.lateEntry() == .standard)
        let day = try #require(Day(iso: "2026-11-16"))
        #expect(
            none.retention(state: nil, payer: nil, born: day, lastService: day) == nil,
            "no rule at all: it is kept")
        let strict = try Rulebook(
            jurisdictions: rows(
                """
                {"id": "a", "reason_hours": 12, "source": "s", "evidence": "seen",
                "verified_on": "2026-11-02"}
                """), payers: rows(""))
        #expect(strict.lateEntry().onTimeHours == 12 && strict.lateEntry().reasonHours == 12)
    }

    @Test(arguments: [
        (nil, "always no no no"), ("CA", "always no always unless-reviewed"),
        ("IL", "always for-recording always no"), ("TX", "always no always no"),
        ("UT", "always no always no"), ("NV", "always no always no"),
        ("NY", "always no no no"),
    ])
    func `what a writing aid asks for differs by state`(state: String?, needs: String) {
        let requires = rulebook.requirements(jurisdiction: state)
        let found = [
            requires.clientNotice, requires.clientConsent, requires.reviewerStatement,
            requires.disclaimer,
        ]
        #expect(found.map(\.rawValue).joined(separator: " ") == needs)
    }

    @Test func `every rule says where it comes from, and none claims more than it knows`() {
        let all = rulebook.jurisdictions + rulebook.payers
        let rules =
            all.flatMap(\.retention).map { ($0.id, $0.source, $0.verifiedOn) }
            + all.flatMap(\.timing).map { ($0.id, $0.source, $0.verifiedOn) }
            + all.flatMap(\.notices).map { ($0.id, $0.source, $0.verifiedOn) }
        #expect(rules.count >= 18)
        #expect(rules.allSatisfy { !$0.1.isEmpty && $0.2 == nil })
        #expect(Set(rules.map(\.0)).count == rules.count)
        let seen = all.flatMap(\.notices).filter { $0.evidence == .seen }.map(\.id)
        #expect(seen == ["ca-ab-3030", "il-wopr"])
        #expect(all.flatMap(\.retention).allSatisfy { $0.evidence == .generalKnowledge })
    }

    @Test(arguments: [
        "{\"id\": \"US\", \"name\": \"U\", \"majority\": 3, \"retention\": [], \"timing\": [], \"notices\": []}",
        """
        {"id": "US", "name": "U", "timing": [], "notices": [], "retention": [{"id": "r",
        "covers": "chart", "applies_to": "a", "years": 9999999, "source": "s", "evidence": "seen"}]}
        """,
        """
        {"id": "US", "name": "U", "retention": [], "notices": [], "timing": [{"id": "t",
        "on_time_hours": -1, "source": "s", "evidence": "seen"}]}
        """,
    ])
    func `numbers that cannot be are refused`(row: String) {
        let bytes = Array("{\"notice\": \"n\", \"rows\": [\(row)]}".utf8)
        do throws(TableError) {
            _ = try Rulebook(jurisdictions: bytes, payers: bytes)
            Issue.record("it was taken")
        } catch {
            #expect(error.code == "table.contradiction")
        }
    }
}
