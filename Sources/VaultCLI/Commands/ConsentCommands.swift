internal import ArgumentParser
internal import Documents
internal import VaultCore
internal import Wording

struct ConsentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: "Authorizations, consents, restrictions and notices on file.",
        subcommands: [Add.self, List.self, Show.self, Edit.self, Revoke.self, Check.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File a signed form, a restriction or a notice.",
            discussion: """
                Fill in what stands on the paper. What is missing there makes an authorization \
                defective (45 CFR 164.508(b)(2)), and the program says so.

                Kinds: authorization, part2, restriction, communication (safe contact), notice.

                Example:
                  vault consent add C1 --kind authorization --scan scan.pdf
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Option(help: "What kind of form it is.") var kind = "authorization"
        @Option(
            help: ArgumentHelp("Attach the scanned original.", valueName: "file"),
            completion: .file())
        var scan: String?
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            guard let kind = ConsentKind(rawValue: "consent-" + kind) else {
                throw ValidationError(
                    "--kind takes authorization, part2, restriction, communication or notice.")
            }
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let form = try Library.consentForm(kind)
            let record = try FormQuestions(form: form, terminal: input.terminal)
                .fill(from: input.from, noInput: input.noInput) { entries in
                    let label = form["notice"]?.shown(entries["notice"] ?? "") ?? form.title
                    return try vault.add(kind, entries, titled: label, scan: scan, of: found)
                }
            Console.print("Filed as \(record.shortName).")
            ConsentView(form: form, consent: try vault.consent(record)).showStanding()
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what is on file, and whether it holds today.",
            discussion: """
                Example:
                  vault consent list C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "Only this client's.") var client: String?

        private struct ConsentJSON: Encodable {
            let consent: String
            let client: String
            let kind: String
            let title: String
            let date: String
            let until: String?
            let state: String
        }

        func run() throws {
            let vault = try options.open()
            let caseload = Caseload(try vault.summaries())
            let only = try client.map { try vault.find($0, .client).record }
            let today = Places.now.day
            let rows = try caseload.consents.filter { only == nil || $0.owner == only }.map {
                ConsentJSON(
                    consent: $0.shortName, client: caseload.client(of: $0)?.shortName ?? "?",
                    kind: $0.header.facts[.kind] ?? "", title: $0.header.label,
                    date: $0.header.day, until: $0.header.facts[.until],
                    state: try vault.consent($0).state(on: today).word)
            }
            if output.json {
                Output.json(rows)
            } else {
                Output.table(
                    ["CONSENT", "DATE", "CLIENT", "UNTIL", "STATE", "WHAT"],
                    rows.map {
                        [$0.consent, $0.date, $0.client, $0.until ?? "", $0.state, $0.title]
                    }, empty: "Nothing on file. File a form with `vault consent add C1`.")
            }
            try vault.requireWhole()
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a consent, and what it is worth today.",
            discussion: """
                Example:
                  vault consent show A1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The consent's number, such as A1.") var consent: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(consent, .consent)
            let onFile = try vault.consent(found)
            let form = try Library.consentForm(onFile.kind)
            FormView(form: form, entries: onFile.entries).show(
                as: found.shortName, json: output.json)
            if !output.json { ConsentView(form: form, consent: onFile).showStanding() }
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct what was filed, or say what became of it.",
            discussion: """
                Earlier versions stay in the vault.

                Examples:
                  vault consent edit A1
                  vault consent edit A1 expiry-event-happened
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The consent's number, such as A1.") var consent: String
        @Argument(help: "Only these fields.") var fields: [String] = []

        func run() throws {
            let vault = try options.open()
            try change(try vault.find(consent, .consent), fields, input, vault)
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that the client revoked a consent.",
            discussion: """
                From then on nothing leaves under it; what left before stays as it was.

                Example:
                  vault consent revoke A1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The consent's number, such as A1.") var consent: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(consent, .consent)
            let form = try Library.consentForm(try vault.consent(found).kind)
            let fields = ["revoked-on", "revoked-how", "ended-on", "ended-how"].filter {
                form[$0] != nil
            }
            try change(found, fields, input, vault)
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether something may leave for someone, and why not.",
            discussion: """
                Asks who is to receive what, for which purpose and when. Names are compared \
                exactly; a restriction comes before any authorization. Ends with 8 if it may not.

                Example:
                  vault consent check C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        private struct CheckJSON: Encodable {
            let allowed: Bool
            let consent: String?
            let refusals: [RefusalJSON]
        }

        private struct RefusalJSON: Encodable {
            let consent: String?
            let reasons: [String]
        }

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let entries = try Interruption.during {
                try FormQuestions(form: try Library.disclosureForm(), terminal: input.terminal)
                    .fill(from: input.from, noInput: input.noInput)
            }
            let isPart2 = try vault.entries(of: found)["part-2"] == "yes"
            guard let date = entries["date"].flatMap(Day.init(iso:)),
                let disclosure = Disclosure(
                    entries, items: Set(entries.list("items").compactMap(DisclosureItem.init)),
                    on: date, isPart2: isPart2)
            else {
                throw EntryError.notADate(label: "Information until")
            }
            let onFile = try vault.consents(of: found)
            let names = Dictionary(
                onFile.map { ($0.consent.id, $0.record.shortName) }, uniquingKeysWith: { $1 })
            var allowed: String?
            var refusals: [Consents.Refusal] = []
            switch Consents(onFile.map(\.consent)).best(for: disclosure) {
            case .consent(let id): allowed = names[id]
            case .basis(let basis): allowed = basis.label
            case .refused(let found): refusals = found
            }
            if output.json {
                Output.json(
                    CheckJSON(
                        allowed: allowed != nil, consent: allowed,
                        refusals: refusals.map { refusal in
                            RefusalJSON(
                                consent: refusal.consent.flatMap { names[$0] },
                                reasons: refusal.reasons.map(\.code))
                        }))
            } else if let allowed {
                Console.print("It may leave under \(allowed).")
            } else {
                show(refusals, names)
            }
            if allowed == nil { throw Ended(code: .refused) }
        }

        private func show(_ refusals: [Consents.Refusal], _ names: [ConsentID: String]) {
            Console.print("It may not leave.")
            for refusal in refusals {
                let name = refusal.consent.flatMap { names[$0] }
                Console.print(name.map { "  \($0):" } ?? "")
                for reason in refusal.reasons {
                    let text = "\(reason.problem) \(reason.nextStep)"
                    Console.print(Paragraph.wrapped(text, indent: "    "))
                }
            }
        }
    }
}

/// Asks for fields of a consent, keeps them, and says what it is worth now.
private func change(
    _ found: RecordSummary, _ fields: [String], _ input: InputOptions, _ vault: Vault
) throws {
    let before = try vault.consent(found)
    let form = try Library.consentForm(before.kind)
    var entries = before.entries
    let questions = FormQuestions(form: form, terminal: input.terminal)
    try questions.change(&entries, from: input.from, only: fields)
    try questions.kept(entries) { try vault.change(consent: found, to: $0) }
    Console.print("Changed \(found.shortName).")
    ConsentView(
        form: form, consent: ConsentOnFile(id: before.id, kind: before.kind, entries: entries)
    ).showStanding()
}

/// What a consent is worth today, in her words.
private struct ConsentView {
    let form: Form
    let consent: ConsentOnFile

    func showStanding() {
        let today = Places.now.day
        switch consent.state(on: today) {
        case .active:
            let end = consent.expiresOn.map { " It ends on \($0.spoken)." } ?? ""
            Console.print("It is in force.\(end)")
        case .draft: Console.print("It is not signed or not answered yet.")
        case .expired(let day): Console.print("It ended on \(day.spoken).")
        case .revoked(let day): Console.print("It was revoked on \(day.spoken).")
        case .superseded: Console.print("A newer one has taken its place.")
        case .declined: Console.print("It was declined.")
        case .defective(let defects):
            Console.print("It is defective: nothing may leave under it.")
            for defect in defects {
                let text = "\(defect.problem) \(defect.nextStep) (\(defect.paragraph))"
                Console.print(Paragraph.wrapped(text, indent: "  "))
            }
        }
        for duty in consent.duties {
            Console.print(Paragraph.wrapped("\(duty.message) \(duty.nextStep)", indent: "  "))
        }
    }
}
