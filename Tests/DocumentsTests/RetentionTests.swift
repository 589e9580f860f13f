import Documents
import Schema
import Testing

/// Whether a client's record may be destroyed on a day.
@Suite struct RetentionTests {
    let rulebook = CodeSample.rulebook

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    /// A closed chart of a grown-up client about whom everything is known.
    private func facts(
        last: String? = "2026-11-16", born: String? = "1990-04-23", states: [String] = ["CA"],
        payer: String? = "self-pay", credentials: String? = "LMFT"
    ) throws -> RetentionFacts {
        RetentionFacts(
            born: try born.map(day), lastService: try last.map(day), states: states, payer: payer,
            credentials: credentials)
    }

    private func standing(_ facts: RetentionFacts, on iso: String) throws -> String {
        switch rulebook.standing(of: facts, on: try day(iso)) {
        case .held: "held"
        case .open: "open"
        case .notYet(let kept): "not yet \(kept.earliestDestruction.iso)"
        case .due(let kept): "due \(kept.earliestDestruction.iso)"
        case .unknown(let gaps, let kept):
            "unknown \(gaps.map(\.rawValue).joined(separator: " ")) "
                + (kept?.earliestDestruction.iso ?? "-")
        }
    }

    @Test(arguments: [
        ("2026-11-16", "2033-11-16", "not yet 2033-11-17"),
        ("2026-11-16", "2033-11-17", "due 2033-11-17"),
        ("2024-02-29", "2031-03-01", "not yet 2031-03-02"),
        ("2024-02-29", "2031-03-02", "due 2031-03-02"),
    ])
    func `it is kept through the last day, and due on the next`(
        last: String, on: String, words: String
    ) throws {
        #expect(try standing(facts(last: last), on: on) == words)
    }

    @Test func `of two rules that keep it equally long the state's is named`() throws {
        let kept = try #require(
            rulebook.retention(of: facts(), since: try day("2026-11-16")))
        #expect(kept.rule.id == "ca-boards")
        #expect(kept.all.map(\.rule.id) == ["apa-guideline", "ca-boards"])
    }

    @Test func `a hold is stronger than anything, and treatment that goes on than any clock`()
        throws
    {
        var record = try facts(last: "1999-01-04", born: "1960-04-23")
        #expect(try standing(record, on: "2026-11-16") == "due 2006-01-05")
        record.isOpen = true
        #expect(try standing(record, on: "2026-11-16") == "open")
        record.isHeld = true
        #expect(try standing(record, on: "2026-11-16") == "held")
        record.isOpen = false
        #expect(try standing(record, on: "2026-11-16") == "held")
    }

    /// What isn't known keeps a record that would else be due, and each gap is told.
    @Test func `nothing is due on a guess`() throws {
        let gone = "2040-01-01"
        let cases: [(RetentionFacts, String)] = [
            (try facts(last: nil), "unknown no-service -"),
            (try facts(born: nil), "unknown no-date-of-birth 2033-11-17"),
            (try facts(states: []), "unknown no-state 2033-11-17"),
            (try facts(states: ["ZZ"]), "unknown no-rule-of-state 2033-11-17"),
            (try facts(states: ["CA", "IL"]), "unknown no-rule-of-state 2033-11-17"),
            (try facts(payer: nil), "unknown no-payer 2033-11-17"),
            (try facts(payer: "Plain Health"), "unknown unlisted-payer 2033-11-17"),
            (
                try facts(born: nil, states: [], payer: nil),
                "unknown no-date-of-birth no-state no-payer 2033-11-17"
            ),
        ]
        for (record, words) in cases {
            #expect(try standing(record, on: gone) == words)
            guard record.lastService != nil else { continue }
            // A rule that still keeps it does so whatever else there may be.
            #expect(try standing(record, on: "2033-11-16") == "not yet 2033-11-17")
        }
    }

    @Test(arguments: [
        ("TX", "LMFT", true), ("TX", "Ph.D., ABPP", false), ("TX", "PsyD", false),
        ("CA", "LMFT", false), ("CA", "LPC", true), ("NY", "LMHC", false), ("FL", "LCSW", true),
        ("FL", "Licensed Psychologist", false),
    ])
    func `a state's rule binds the licenses it names`(
        state: String, credentials: String, isUnknown: Bool
    ) throws {
        let record = try facts(states: [state], credentials: credentials)
        let words = try standing(record, on: "2040-01-01")
        #expect(words.hasPrefix("unknown no-rule-of-state") == isUnknown, "\(words)")
        #expect(words.hasPrefix("due") != isUnknown)
    }

    @Test func `a rule for other licenses keeps nothing`() throws {
        let child = try facts(born: "2015-06-01", credentials: "LPC")
        #expect(try standing(child, on: "2038-01-01") == "unknown no-rule-of-state 2036-06-02")
    }

    @Test func `a rule about papers alone is no rule for a chart`() throws {
        let row = """
            {"notice": "n", "rows": [{"id": "US", "name": "U", "timing": [], "notices": [],
            "retention": [{"id": "p", "covers": "policies", "applies_to": "a", "years": 6,
            "source": "s", "evidence": "seen"}]}]}
            """
        let papers = try Rulebook(jurisdictions: Array(row.utf8), payers: Array(row.utf8))
        var record = try facts(states: [])
        record.lastDocumented = try day("2027-01-01")
        #expect(
            papers.standing(of: record, on: try day("2028-01-01")) == .unknown([.noRule], nil))
    }

    @Test func `of several states, payers and ages the longest wins`() throws {
        let child = try facts(
            born: "2015-06-01", states: ["NY", "CA"], payer: "medicare-advantage")
        #expect(try standing(child, on: "2040-06-01") == "not yet 2040-06-02")
        let adult = try facts(states: ["NY", "CA"], payer: "medicare-advantage")
        #expect(try standing(adult, on: "2036-11-17") == "due 2036-11-17")
    }

    /// Consents and the accounting are sealed with the chart, so that it waits for them
    /// (45 CFR 164.508(b)(6), 164.528).
    @Test func `a late disclosure keeps the chart six years`() throws {
        var record = try facts()
        record.lastDocumented = try day("2031-05-05")
        #expect(try standing(record, on: "2035-01-01") == "not yet 2037-05-06")
        record.lastDocumented = try day("2026-12-01")
        #expect(try standing(record, on: "2035-01-01") == "due 2033-11-17")
    }

    @Test func `what HIPAA wants written down has a clock of its own`() throws {
        let kept = try #require(rulebook.documentation(of: day("2026-11-16")))
        #expect(kept.keptThrough.iso == "2032-11-16")
        #expect(kept.rule.id == "hipaa-policies")
        #expect(rulebook.fewestYears == 6)
    }

    // MARK: - Rules of her own

    private static func own(_ id: String, years: Int, aliases: String = "[]") -> String {
        """
        {"notice": "n", "rows": [{"id": "\(id)", "name": "\(id)", "aliases": \(aliases),
        "timing": [], "notices": [], "retention": [{"id": "own-\(id)", "covers": "chart",
        "applies_to": "a", "years": \(years), "source": "s", "evidence": "seen",
        "verified_on": "2026-11-02"}]}]}
        """
    }

    private func rulebook(_ own: OwnRules) throws -> Rulebook {
        try Rulebook(jurisdictions: Tables.jurisdictions, payers: Tables.payers, own: own)
    }

    @Test func `a row of hers stands in the place of the program's, or beside it`() throws {
        let mine = try rulebook(
            OwnRules(
                states: Self.own("CA", years: 12),
                payers: Self.own("plain", years: 20, aliases: "[\"Plain Health\"]")))
        let kept = try #require(
            mine.retention(of: facts(payer: "plain health"), since: day("2026-11-16")))
        #expect(kept.rule.id == "own-plain" && kept.keptThrough.iso == "2046-11-16")
        #expect(kept.gaps.isEmpty)
        #expect(!kept.all.contains { $0.rule.id == "ca-boards" })
        #expect(kept.all.contains { $0.rule.id == "own-CA" })
        #expect(mine.jurisdictions.count == rulebook.jurisdictions.count)
        #expect(mine.payers.count == rulebook.payers.count + 1)
    }

    @Test func `a row of hers that takes the program's alias goes before it`() throws {
        let mine = try rulebook(
            OwnRules(payers: Self.own("mine", years: 30, aliases: "[\"cash\"]")))
        let kept = try #require(mine.retention(of: facts(payer: "Cash"), since: day("2026-11-16")))
        #expect(kept.keptThrough.iso == "2056-11-16")
    }

    @Test(arguments: ["", "{}", "{\"notice\": \"n\", \"rows\": []}"])
    func `a table of hers that can't be read is refused`(text: String) {
        #expect(throws: TableError.self) { try rulebook(OwnRules(states: text)) }
    }

    @Test(arguments: Retention.Gap.allCases)
    func `every gap says what is missing`(gap: Retention.Gap) {
        #expect(gap.words.count > 20 && !gap.words.hasSuffix("."))
    }
}

extension Rulebook {
    func retention(
        state: String?, payer: String?, born: Day, lastService: Day
    ) -> Retention? {
        retention(
            of: RetentionFacts(born: born, states: [state].compactMap { $0 }, payer: payer),
            since: lastService)
    }
}
