/// What the law says of one kind of request: how long there is to answer, and on which grounds it
/// may be denied. A row of `schema/tables/requests.json`.
package struct RequestRule: TableRow {
    package let id: String
    package let label: String
    /// Calendar days from the day it was received; nil where no deadline is set.
    package let days: Int?
    /// How many more a letter in time gives, once.
    package let extensionDays: Int?
    /// What is expected, in words.
    package let norm: String
    package let grounds: [Ground]
    package let source: String
    package let evidence: Evidence
    package let verifiedOn: Day?

    /// A ground on which it may be denied. There are no others.
    package struct Ground: Codable, Equatable, Sendable {
        package let id: String
        package let label: String
        /// Whether the client can have another professional look at the denial (164.524(a)(4)).
        package let reviewable: Bool
        package let source: String
    }

    private enum CodingKeys: String, CodingKey {
        case id, label, days, norm, grounds, source, evidence
        case extensionDays = "extension_days"
        case verifiedOn = "verified_on"
    }

    var fault: String? {
        if [id, label, norm, source].contains("") { return "a text in it is empty" }
        guard [days, extensionDays].compactMap({ $0 }).allSatisfy((1...366).contains) else {
            return "no request has so much time"
        }
        if days == nil, extensionDays != nil { return "what has no deadline can't be extended" }
        return Set(grounds.map(\.id)).count == grounds.count ? nil : "a ground stands twice"
    }
}

/// The rules of all kinds of requests.
package struct RequestRules: Equatable, Sendable {
    private let table: Table<RequestRule>
    /// Every field of a request, whatever its kind.
    private let form: Form

    /// Throws where the form has a kind without a rule.
    package init(table: [UInt8], form: Form) throws(TableError) {
        self.table = try Table(table, named: "requests")
        self.form = form
        let kinds = form["kind"]?.choices.map(\.id) ?? []
        guard !kinds.isEmpty, kinds.allSatisfy({ self.table[$0] != nil }) else {
            throw .unreadable(table: "requests")
        }
    }

    package var notice: String { table.notice }
    package var all: [RequestRule] { table.rows }

    package subscript(kind: String?) -> RequestRule? { kind.flatMap { table[$0] } }

    /// What is asked when a request comes in.
    package var openingForm: Form {
        Form(
            id: form.id, title: form.title,
            fields: form.fields.filter {
                ["kind", "received", "asked", "format", "scan"].contains($0.id)
            })
    }

    /// Everything about a request of this kind: the lawful grounds are the choices there are.
    package func form(of kind: String?) -> Form {
        let grounds = self[kind]?.grounds ?? []
        let fields = form.fields.map { field in
            guard field.id == "ground" else { return field }
            return Field(
                id: field.id, label: field.label, question: field.question, hint: field.hint,
                aliases: field.aliases,
                input: .choice(grounds.map { .init(id: $0.id, label: $0.label) }),
                required: field.required, asked: field.asked)
        }
        return Form(id: form.id, title: form.title, fields: fields)
    }
}
