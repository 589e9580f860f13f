import Documents
import Foundation
import Schema
import Testing

@Suite struct ConsentFormTests {
    @Test(arguments: ConsentKind.allCases)
    func `every consent form is well-formed`(_ kind: ConsentKind) throws {
        let form = try Paper.form(kind)
        #expect(form.id == kind.rawValue)
        // The library checks names and conditions of the forms it knows; lend it this one.
        let bytes = try JSON.bytes(form)
        _ = try Sample.library(of: [
            ("client", bytes), ("session", bytes), ("practice", bytes),
            ("disclosure", Kinds.disclosure),
        ])
        for field in form.fields {
            #expect(field.question.hasSuffix("?"), "\(field.id)")
            #expect(field.choices.allSatisfy { !$0.id.contains(",") && !$0.id.contains(" ") })
            #expect(Set(field.choices.map(\.id)).count == field.choices.count, "\(field.id)")
            #expect(Set(field.choices.map(\.label)).count == field.choices.count, "\(field.id)")
            if case .choices = field.input {
                #expect(field.choices.allSatisfy { !$0.label.contains(",") }, "\(field.id)")
            }
        }
    }

    @Test(arguments: ConsentKind.allCases)
    func `a choice is found by its id and its label`(_ kind: ConsentKind) throws {
        let form = try Paper.form(kind)
        for field in form.fields {
            for choice in field.choices {
                for name in [choice.id, choice.label] where !name.contains(",") {
                    #expect(try form.accept(name, for: field) == choice.id, "\(field.id): \(name)")
                }
            }
        }
    }

    private func choices(_ kind: ConsentKind, _ field: String) throws -> [Field.Choice] {
        try #require(try Paper.form(kind)[field]).choices
    }

    @Test(arguments: [ConsentKind.authorization, .part2, .restriction])
    func `the forms and the program share one vocabulary`(_ kind: ConsentKind) throws {
        let items = try choices(kind, "items")
        #expect(items.map(\.id) == DisclosureItem.allCases.map(\.rawValue))
        #expect(items.map(\.label) == DisclosureItem.allCases.map(\.label))
        let recipients = try choices(kind, kind == .restriction ? "against" : "recipient-kind")
        #expect(recipients.map(\.id) == Recipient.Kind.allCases.map(\.rawValue))
        if kind != .restriction {
            #expect(try choices(kind, "purpose").map(\.id) == Purpose.allCases.map(\.rawValue))
        }
    }

    @Test func `notices have the kinds of the form`() throws {
        #expect(
            try choices(.notice, "notice").map(\.id) == NoticeKind.allCases.map(\.rawValue))
    }

    @Test(arguments: ConsentKind.allCases)
    func `a complete form misses nothing`(_ kind: ConsentKind) throws {
        let entries = try Paper.filed(kind).entries
        #expect(try Paper.form(kind).missing(in: entries).isEmpty)
        #expect(try Paper.form(kind).missing(in: Entries()).isEmpty == false)
    }

    @Test func `a form asks only what matters`() throws {
        let form = try Paper.form(.authorization)
        let asked = { (id: String, entries: Entries) in form[id]?.isAsked(given: entries) }
        #expect(asked("authority", Entries(["signed-by": "client"])) == false)
        #expect(asked("authority", Entries(["signed-by": "representative"])) == true)
        #expect(asked("period-until", Entries(["period": "since"])) == false)
        #expect(asked("purpose-text", Entries(["purpose": "work, other"])) == true)
        #expect(asked("revoked-on", Entries(["signed-by": "client"])) == false)
    }

    /// The ids of the vocabulary stand in stored records: they never change.
    @Test func `the closed lists are those of the specification`() {
        #expect(
            DisclosureItem.allCases.map(\.rawValue).joined(separator: " ")
                == """
                identity fact_of_treatment attendance_dates start_end_dates frequency diagnosis \
                symptoms functional_limits risk treatment_type progress prognosis test_results \
                medications plan recommendations substance_use trauma_history family_info \
                third_party_info billing psychotherapy_notes
                """)
        #expect(
            LegalBasis.allCases.map(\.rawValue).joined(separator: " ")
                == """
                auth_508 treatment_506 payment_506 ops_506 req_by_law_512a abuse_512b \
                oversight_512d order_512e1i subpoena_512e1ii law_enf_512f threat_512j \
                workers_comp_512l individual_524 part2_consent part2_order
                """)
        #expect(Set(LegalBasis.allCases.map(\.label)).count == LegalBasis.allCases.count)
    }
}
