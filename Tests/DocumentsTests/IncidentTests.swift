import Documents
import Schema
import Testing

/// The clock of an incident, and what has to be there before it can be decided and closed.
@Suite struct IncidentTests {
    private var today: Day { get throws { try #require(Day(iso: "2027-12-31")) } }

    private func incident(_ more: KeyValuePairs<String, String> = [:]) throws -> Incident {
        var entries = Entries()
        entries["kind"] = "lost-stick"
        entries["discovered"] = "2026-11-16"
        entries["what"] = "invented"
        for (field, text) in more { entries[field] = text }
        return Incident(entries: entries, rule: try BreachRule(table: Tables.breach))
    }

    private static let factors: KeyValuePairs = [
        "information": "a", "recipient": "b", "acquired": "c", "mitigated": "d",
        "decision": "low-probability", "why": "e",
    ]

    @Test(arguments: [
        // discovered, affected, whom, by when
        ("2026-11-16", "3", ["individuals 2027-01-15", "department 2027-03-01"]),
        ("2027-12-31", "499", ["individuals 2028-02-29", "department 2028-02-29"]),
        ("2026-01-01", "", ["individuals 2026-03-02", "department 2027-03-01"]),
        ("2026-11-16", "500", ["individuals 2027-01-15", "department 2027-01-15"]),
        (
            "2026-11-16", "501",
            ["individuals 2027-01-15", "department 2027-01-15", "media 2027-01-15"]
        ),
    ])
    func `says whom to tell and by when`(
        discovered: String, affected: String, notices: [String]
    ) throws {
        let incident = try incident(["discovered": discovered, "affected": affected])
        #expect(incident.notices.map { "\($0.who.rawValue) \($0.due.iso)" } == notices)
    }

    @Test func `is presumed to be a breach until she decides otherwise`() throws {
        #expect(try incident().pending.count == 2)
        #expect(try incident(["decision": "breach"]).pending.count == 2)
        for decision in ["low-probability", "secured", "exception"] {
            #expect(try incident(["decision": decision]).notices.isEmpty)
        }
    }

    @Test(arguments: Incident.factors)
    func `shows no low probability without each of the four factors`(factor: String) throws {
        try incident(Self.factors).check(on: try today)
        var entries = try incident(Self.factors).entries
        entries[factor] = nil
        #expect(throws: IncidentError.factorsMissing) {
            try Incident(entries: entries, rule: try BreachRule(table: Tables.breach))
                .check(on: try today)
        }
    }

    @Test func `is closed when it is decided and everyone is told`() throws {
        #expect(throws: IncidentError.notDecided) {
            try incident(["closed-on": "2027-01-01"]).check(on: try today)
        }
        #expect(throws: IncidentError.noticesMissing) {
            try incident([
                "decision": "breach", "individuals-told-on": "2026-12-01",
                "closed-on": "2027-01-01",
            ]).check(on: try today)
        }
        let told = try incident([
            "decision": "breach", "individuals-told-on": "2026-12-01",
            "department-told-on": "2027-01-01", "closed-on": "2027-01-01",
        ])
        try told.check(on: try today)
        #expect(told.isClosed && told.pending.isEmpty)
        try incident(["decision": "secured", "closed-on": "2026-11-16"]).check(on: try today)
    }

    @Test(arguments: ["decided-on", "individuals-told-on", "department-told-on", "closed-on"])
    func `refuses days before it was discovered and after today`(field: String) throws {
        let sure = ("decision", "secured")
        #expect(throws: IncidentError.beforeDiscovery(label: label(field))) {
            try incident(["decision": sure.1, field: "2026-11-15"]).check(on: try today)
        }
        #expect(throws: EntryError.inTheFuture(label: label(field))) {
            try incident(["decision": sure.1, field: "2028-01-01"]).check(on: try today)
        }
    }

    private func label(_ field: String) -> String {
        let form = try? JSON.value(Form.self, from: Kinds.incident)
        return form?[field]?.label ?? ""
    }

    @Test func `refuses what can't be counted`() throws {
        #expect(throws: EntryError.self) { try incident(["affected": "1.5"]).check(on: try today) }
        #expect(throws: IncidentError.discoveredBefore) {
            try incident(["happened": "2026-11-17"]).check(on: try today)
        }
        try incident(["happened": "2026-11-16"]).check(on: try today)
    }

    @Test func `asks for every decision that it knows`() throws {
        let form = try JSON.value(Form.self, from: Kinds.incident)
        #expect(
            form["decision"]?.choices.map(\.id) == Incident.Decision.allCases.map(\.rawValue))
        for factor in Incident.factors { #expect(form[factor] != nil, "\(factor)") }
        for who in ["individuals", "department", "media"] {
            #expect(form[who + "-told-on"] != nil)
        }
    }

    @Test func `says in sentences what is wrong`() {
        let errors: [IncidentError] = [
            .closed, .notDecided, .factorsMissing, .noticesMissing, .discoveredBefore,
            .beforeDiscovery(label: "Closed on"),
        ]
        for error in errors { expectSentences(error) }
    }
}
