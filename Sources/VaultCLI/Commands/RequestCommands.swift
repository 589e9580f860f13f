internal import ArgumentParser
internal import Documents
internal import VaultCore

struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "What clients ask for: copies, amendments, restrictions; and by when.",
        subcommands: [
            Add.self, List.self, Show.self, Extend.self, Decide.self, Close.self, Edit.self,
        ])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note a request, with the day it reached you.",
            discussion: """
                Kinds: access (a copy), amendment, accounting of disclosures, restriction, \
                communication (safe contact); 45 CFR 164.522 to 164.528. The clock runs from the \
                day it was received. `vault today` tells what is due within a week.

                Example:
                  vault request add C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let form = try Library.requestRules().openingForm
            let record = try FormQuestions(form: form, terminal: input.terminal)
                .fill(from: input.from, noInput: input.noInput) {
                    try vault.addRequest($0, of: found)
                }
            Console.print("Noted as \(record.shortName).")
            try RequestView(record, in: vault).showStanding()
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the requests, and when each is due.",
            discussion: """
                Example:
                  vault request list C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "Only this client's, such as C1.") var client: String?

        func run() throws {
            let vault = try options.open()
            let only = try client.map { try vault.find($0, .client).record }
            let today = Places.now.day
            let rows = try vault.records(.request).filter { only == nil || $0.owner == only }
                .map { RequestJSON(try RequestView($0, in: vault), on: today) }
            if output.json {
                Output.json(rows)
            } else {
                Output.table(
                    ["REQUEST", "RECEIVED", "CLIENT", "DUE", "STATE", "WHAT"],
                    rows.map {
                        [
                            $0.request, $0.received, $0.client, $0.due ?? "promptly",
                            $0.overdue ? "\($0.state), overdue" : $0.state, $0.label,
                        ]
                    }, empty: "No requests. Note one with `vault request add C1`.")
            }
            try vault.requireWhole()
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a request, when it is due, and what is still to be done.",
            discussion: """
                Example:
                  vault request show Q1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The request's number, such as Q1.") var request: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(request, .request)
            _ = try vault.view(request: record)
            let view = try RequestView(record, in: vault)
            if output.json {
                Output.json(RequestJSON(view, on: Places.now.day))
            } else {
                FormView(form: view.form, entries: view.request.entries)
                    .show(as: "\(record.shortName), of \(view.client)", json: false)
                view.showStanding()
            }
        }
    }

    struct Extend: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note the letter that extends the time, once.",
            discussion: """
                The letter must go out before the request is due, and say why it takes longer and \
                until when.

                Example:
                  vault request extend Q1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The request's number, such as Q1.") var request: String

        func run() throws {
            try change(request, ["extended-on", "extended-why"], options, input) { before in
                guard before.rule.extensionDays != nil else { throw RequestError.noDeadline }
                guard before.entries["extended-on"] == nil else {
                    throw RequestError.alreadyExtended
                }
            }
        }
    }

    struct Decide: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note how you decided, and on which ground.",
            discussion: """
                A denial needs one of the grounds that the law knows for this kind of request. \
                The clock stops only when the client has the answer: `vault request close`.

                Example:
                  vault request decide Q1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The request's number, such as Q1.") var request: String

        func run() throws {
            try change(request, ["decision", "ground", "decided-on"], options, input)
        }
    }

    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note what you gave or sent the client; that closes the request.",
            discussion: """
                Example:
                  vault request close Q1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The request's number, such as Q1.") var request: String

        func run() throws {
            try change(request, ["sent", "sent-on"], options, input) { before in
                guard before.entries["decision"] != nil else { throw RequestError.notDecided }
            }
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct what was noted about a request.",
            discussion: """
                Earlier versions stay in the vault.

                Examples:
                  vault request edit Q1
                  vault request edit Q1 paper
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The request's number, such as Q1.") var request: String
        @Argument(help: "Only these fields.") var fields: [String] = []

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(request, .request)
            let before = try vault.request(record)
            let form = try Library.requestRules().form(of: before.rule.id)
            var entries = before.entries
            let questions = FormQuestions(form: form, terminal: input.terminal)
            try questions.change(&entries, from: input.from, only: fields)
            try keep(entries, questions, record, vault)
        }
    }
}

/// Asks for some fields of an open request, and keeps them.
private func change(
    _ name: String, _ fields: [String], _ options: VaultOptions, _ input: InputOptions,
    _ mayBe: (ClientRequest) throws -> Void = { _ in }
) throws {
    let vault = try options.open()
    let record = try vault.find(name, .request)
    let before = try vault.request(record)
    guard before.standing != .closed else { throw RequestError.closed }
    try mayBe(before)
    let whole = try Library.requestRules().form(of: before.rule.id)
    let form = Form(
        id: whole.id, title: whole.title, fields: whole.fields.filter { fields.contains($0.id) })
    var entries = before.entries
    let questions = FormQuestions(form: form, terminal: input.terminal)
    if input.from == nil {
        try Interruption.during {
            try questions.require(
                form.fields.filter { $0.id != "ground" }, into: &entries)
            // Only a denial has a ground.
            try questions.require(
                whole.missing(in: entries).filter { fields.contains($0.id) }, into: &entries)
        }
    } else {
        try questions.change(&entries, from: input.from)
    }
    let missing = form.fields.filter {
        entries[$0.id] == nil && ($0.id != "ground" || whole.missing(in: entries).contains($0))
    }
    guard missing.isEmpty else { throw InputError.missing(missing.map(\.label)) }
    try keep(
        entries, FormQuestions(form: whole, terminal: input.terminal), record, vault)
}

private func keep(
    _ entries: Entries, _ questions: FormQuestions, _ record: RecordSummary, _ vault: Vault
) throws {
    let form = questions.form
    var entries = entries
    if entries["decision"] == "granted" { entries["ground"] = nil }
    try form.requireWhole(entries)
    try questions.kept(entries) { try vault.change(request: record, to: $0) }
    Console.print("Changed \(record.shortName).")
    try RequestView(try vault.find(record.shortName, .request), in: vault).showStanding()
}

/// A request as she reads it.
private struct RequestView {
    let name: String
    let client: String
    let request: ClientRequest
    let form: Form

    init(_ record: RecordSummary, in vault: Vault) throws {
        name = record.shortName
        client = Caseload(try vault.summaries()).client(of: record)?.shortName ?? "?"
        request = try vault.request(record)
        form = try Library.requestRules().form(of: request.rule.id)
    }

    func showStanding() {
        let today = Places.now.day
        if let sent = request.entries["sent-on"].flatMap(Day.init(iso:)) {
            let inTime = request.wasInTime.map { $0 ? ", in time" : ", after it was due" } ?? ""
            Console.print("It was answered on \(sent.spoken)\(inTime).")
        } else if let due = request.due {
            let days = due.daysSince1970 - today.daysSince1970
            let left =
                switch days {
                case ..<0: "it is overdue"
                case 0: "that is today"
                case 1: "1 day is left"
                default: "\(days) days are left"
                }
            Console.print("It is due on \(due.spoken): \(left).")
        } else {
            Console.print("No deadline is set: decide promptly.")
        }
        if let ground = request.ground {
            let review = ground.reviewable ? "; the client can ask for a review" : ""
            Console.print(
                Paragraph.wrapped(
                    "Denied: \(ground.label) (\(ground.source)\(review)).", indent: "  "))
        }
        for duty in request.duties(request: name, client: client) {
            Console.print(Paragraph.wrapped(duty, indent: "  "))
        }
        Console.print(
            Paragraph.wrapped("\(request.rule.source): \(request.rule.norm).", indent: "  "))
    }
}

private struct RequestJSON: Encodable {
    let request: String
    let client: String
    let kind: String
    let label: String
    let received: String
    let due: String?
    let state: String
    let overdue: Bool
    let decision: String?
    let ground: String?
    let answered: String?
    let entries: Entries

    init(_ view: RequestView, on today: Day) {
        request = view.name
        client = view.client
        kind = view.request.rule.id
        label = view.request.rule.label
        received = view.request.entries["received"] ?? ""
        due = view.request.due?.iso
        state = view.request.standing.rawValue
        overdue = view.request.standing != .closed && view.request.due.map { $0 < today } ?? false
        decision = view.request.entries["decision"]
        ground = view.request.entries["ground"]
        answered = view.request.entries["sent-on"]
        entries = view.request.entries
    }
}
