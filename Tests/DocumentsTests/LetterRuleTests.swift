import Documents
import Testing

/// The rules of letters, each with letters it must stop, and letters it must let pass.
@Suite struct LetterRuleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let rule: String
        let letter: String
        var jotting: [String: String] = [:]
        var basis: String?
        var items: String?
        var recipientKind: String?
        var edit: String?
        var firstSession = "2026-09-14"
        var findings = 0

        var testDescription: String { "\(rule) \(letter) \(jotting) \(edit ?? "") \(findings)" }
    }

    static let cases: [Case] = [
        Case(rule: "scope", letter: "attendance"),
        Case(rule: "scope", letter: "attendance", edit: "She was seen for panic.", findings: 1),
        Case(rule: "scope", letter: "attendance", edit: "Her diagnosis is F41.1.", findings: 1),
        Case(rule: "scope", letter: "attendance", edit: "She kept every appointment."),
        Case(rule: "scope", letter: "employer", recipientKind: "family", findings: 1),
        Case(
            rule: "scope", letter: "employer",
            jotting: ["limits": "speaking in front of the whole team"]),
        Case(
            rule: "scope", letter: "employer",
            jotting: ["limits": "coming to work after her husband's binges"], findings: 1),
        Case(
            rule: "scope", letter: "employer", jotting: ["accommodations": "time for EMDR"],
            findings: 1),
        Case(
            rule: "scope", letter: "referral",
            jotting: ["risk": "he drinks a bottle of wine a day"],
            findings: 1),
        Case(
            rule: "scope", letter: "family",
            jotting: ["message": "Please call her boss, Mr. Sample."],
            findings: 1),
        Case(rule: "letterLength", letter: "attendance"),
        Case(
            rule: "letterLength", letter: "attendance",
            edit: String(repeating: "She kept an appointment. ", count: 40), findings: 1),
        Case(rule: "orderOrSubpoena", letter: "court"),
        Case(
            rule: "orderOrSubpoena", letter: "court", jotting: ["paper": "assured"],
            basis: "subpoena_512e1ii"),
        Case(
            rule: "orderOrSubpoena", letter: "court", jotting: ["paper": "subpoena"],
            basis: "subpoena_512e1ii", findings: 1),
        Case(
            rule: "orderOrSubpoena", letter: "court", jotting: ["paper": "request"],
            basis: "req_by_law_512a", findings: 1),
        Case(rule: "storedScores", letter: "continued-stay"),
        Case(
            rule: "storedScores", letter: "continued-stay",
            jotting: ["progress": "The GAD-7 went from 16 to 9."], findings: 1),
        Case(
            rule: "storedScores", letter: "preauthorization",
            jotting: ["plan": "PHQ-9 12 now, GAD-7 below 5 by March."], findings: 1),
        Case(rule: "twoDomains", letter: "preauthorization"),
        Case(
            rule: "twoDomains", letter: "preauthorization",
            jotting: ["impairments": "Work: she missed 4 of 20 days."], findings: 1),
        Case(rule: "treatmentLength", letter: "animal"),
        Case(
            rule: "treatmentLength", letter: "animal", firstSession: "2026-10-22", findings: 1),
        Case(rule: "treatmentLength", letter: "animal", firstSession: "2026-10-21"),
        Case(
            rule: "treatmentLength", letter: "animal",
            items: "identity, fact_of_treatment, functional_limits, recommendations", findings: 1),
    ]

    @Test(arguments: cases)
    func `a rule stops what it should, and nothing else`(_ example: Case) throws {
        var sample = try #require(LetterSample.all.first { $0.type == example.letter })
        sample.jotting.merge(example.jotting) { $1 }
        sample.basis = example.basis ?? sample.basis
        sample.items = example.items ?? sample.items
        sample.recipientKind = example.recipientKind ?? sample.recipientKind
        sample.firstSession = example.firstSession
        var review = try sample.review()
        if let edit = example.edit {
            let first = try #require(review.draft.sentences.first)
            try review.decide(.edited(edit), on: first.id)
        }
        let found = review.findings.filter { $0.rule == example.rule }
        #expect(found.count == example.findings, "\(found.map(\.message))")
    }
}
