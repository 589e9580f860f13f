import Documents
import Schema
import Testing

/// Clients' requests and their clocks, under the rules that the program brings along.
@Suite struct RequestTests {
    static let rules = Result {
        try RequestRules(
            table: Tables.requests, form: try JSON.value(Form.self, from: Kinds.request))
    }

    private var today: Day { get throws { try #require(Day(iso: "2026-12-31")) } }

    private func request(
        _ kind: String, received: String = "2026-01-31", _ more: KeyValuePairs<String, String> = [:]
    ) throws -> ClientRequest {
        var entries = Entries()
        entries["kind"] = kind
        entries["received"] = received
        entries["asked"] = "invented"
        for (field, text) in more { entries[field] = text }
        let rule = try #require(try Self.rules.get()[kind])
        return ClientRequest(rule: rule, entries: entries)
    }

    @Test(arguments: [
        // kind, received, due, due after the extension letter of that day
        ("access", "2026-01-31", "2026-03-02", "2026-04-01"),
        ("access", "2028-01-31", "2028-03-01", "2028-03-31"),
        ("access", "2026-12-02", "2027-01-01", "2027-01-31"),
        ("amendment", "2026-01-01", "2026-03-02", "2026-04-01"),
        ("accounting", "2026-10-20", "2026-12-19", "2027-01-18"),
    ])
    func `is due so many calendar days after it was received, and once later`(
        kind: String, received: String, due: String, later: String
    ) throws {
        #expect(try request(kind, received: received).due?.iso == due)
        let extended = try request(kind, received: received, ["extended-on": received])
        #expect(extended.due?.iso == later)
        #expect(extended.standing == .extended)
        #expect(extended.firstDue?.iso == due)
    }

    @Test(arguments: ["restriction", "communication"])
    func `has no deadline where the law sets none`(kind: String) throws {
        #expect(try request(kind).due == nil)
        #expect(try request(kind, ["sent-on": "2026-05-01"]).wasInTime == nil)
        #expect(throws: RequestError.noDeadline) {
            try request(kind, ["extended-on": "2026-02-01"]).check(on: try today)
        }
    }

    @Test func `stays open until the client has the answer`() throws {
        #expect(try request("access").standing == .open)
        #expect(try request("access", ["decision": "granted"]).standing == .decided)
        let closed = try request("access", ["decision": "granted", "sent-on": "2026-03-02"])
        #expect(closed.standing == .closed)
        #expect(closed.wasInTime == true)
        #expect(try request("access", ["sent-on": "2026-03-03"]).wasInTime == false)
    }

    @Test func `is extended by a letter in time and by no other`() throws {
        try request("access", ["extended-on": "2026-03-02"]).check(on: try today)
        #expect(throws: RequestError.extendedTooLate) {
            try request("access", ["extended-on": "2026-03-03"]).check(on: try today)
        }
    }

    @Test(arguments: ["extended-on", "decided-on", "sent-on"])
    func `refuses days before it was received and after today`(field: String) throws {
        #expect(throws: RequestError.self) {
            try request("access", [field: "2026-01-30"]).check(on: try today)
        }
        let tomorrow = try #require(Day(iso: "2026-02-01"))
        #expect(throws: EntryError.self) {
            try request("access", [field: "2026-02-02"]).check(on: tomorrow)
        }
        try request("access", [field: "2026-02-01"]).check(on: tomorrow)
    }

    @Test func `can be denied on the grounds of its own kind only`() throws {
        let rules = try Self.rules.get()
        for rule in rules.all {
            let choices = rules.form(of: rule.id)["ground"]?.choices.map(\.id)
            #expect(choices == rule.grounds.map(\.id), "\(rule.id)")
        }
        let denied = ["decision": "denied", "ground": "endangerment"] as KeyValuePairs
        let access = try request("access", denied)
        try access.check(on: try today)
        #expect(access.ground?.reviewable == true)
        #expect(throws: RequestError.noSuchGround) {
            try request("amendment", denied).check(on: try today)
        }
        #expect(
            rules.form(of: "access").missing(
                in: try request("access", ["decision": "denied"])
                    .entries
            ).map(\.id) == ["ground"])
    }

    @Test func `says what a denial has to say`() throws {
        let reviewable = try request("access", ["decision": "denied", "ground": "endangerment"])
        let final = try request("access", ["decision": "denied", "ground": "psychotherapy-notes"])
        #expect(reviewable.duties(request: "Q1", client: "C1")[0].contains("another licensed"))
        #expect(!final.duties(request: "Q1", client: "C1")[0].contains("another licensed"))
        let amendment = try request("amendment", ["decision": "denied", "ground": "accurate"])
        #expect(amendment.duties(request: "Q1", client: "C1")[0].contains("disagreement"))
    }

    @Test func `has a rule with a source for every kind of the form`() throws {
        let rules = try Self.rules.get()
        let kinds = try JSON.value(Form.self, from: Kinds.request)["kind"]?.choices.map(\.id)
        #expect(Set(rules.all.map(\.id)) == Set(try #require(kinds)))
        for rule in rules.all {
            #expect(rule.source.hasPrefix("45 CFR 164.5"))
            #expect(rule.grounds.allSatisfy { $0.source.hasPrefix("45 CFR 164.5") })
            #expect(!rule.grounds.isEmpty)
        }
        #expect(throws: TableError.self) {
            let text = String(decoding: Tables.requests, as: UTF8.self)
                .replacing("\"restriction\"", with: "\"something\"")
            _ = try RequestRules(
                table: Array(text.utf8), form: try JSON.value(Form.self, from: Kinds.request))
        }
    }

    @Test func `says in sentences what is wrong`() {
        let errors: [RequestError] = [
            .closed, .notDecided, .alreadyExtended, .extendedTooLate, .noDeadline, .noSuchGround,
            .mustAgree, .noSuchPaper, .beforeReceipt(label: "Given on"),
        ]
        for error in errors { expectSentences(error) }
    }
}
