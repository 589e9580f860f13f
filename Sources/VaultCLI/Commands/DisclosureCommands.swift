internal import ArgumentParser
internal import Documents
internal import VaultCore

struct DisclosureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclosure",
        abstract: "The accounting of disclosures: what left, to whom, and why.",
        subcommands: [
            List.self, Show.self, Add.self, Edit.self, Withdraw.self, AccountingCommand.self,
            SuspendCommand.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what was handed to whom.",
            discussion: """
                Everything is listed. A client who asks for an accounting must be told what is \
                marked (45 CFR 164.528).

                Example:
                  vault disclosure list C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "Only this client's, such as C1.") var client: String?

        func run() throws {
            let vault = try options.open()
            let rows = try vault.disclosures(of: try client.map { try vault.find($0, .client) })
            let form = try Library.disclosureForm()
            if output.json {
                Output.json(rows.map { DisclosureJSON($0.record.shortName, $0.row, form) })
            } else {
                Output.table(
                    ["NUMBER", "DATE", "RECIPIENT", "PURPOSE", "BASIS", "ACCOUNTED", "WHAT"],
                    rows.map { record, row in
                        [
                            record.shortName, row.at.day.iso, row.recipient.name,
                            row.purposeLabel(form), row.basis.label,
                            row.isReportable ? "yes" : "",
                            (row.outside.map { [$0.told] } ?? row.documents.map(\.name))
                                .joined(separator: ", "),
                        ]
                    }, empty: "Nothing was handed to anybody.")
            }
            try vault.requireWhole()
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show everything about one disclosure.",
            discussion: """
                Example:
                  vault disclosure show E1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "Its number, such as E1.") var disclosure: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(disclosure, .disclosure)
            let row = try vault.disclosure(record)
            let form = try Library.disclosureForm()
            if output.json {
                Output.json(DisclosureJSON(record.shortName, row, form))
                return
            }
            let consent = row.consent.map { consent in
                let signed = consent.signedOn.map { ", signed \($0.spoken)" } ?? ""
                return "\(consent.name) (\(consent.state) then\(signed))"
            }
            let lines: [(String, String?)] = [
                ("When", row.outside == nil ? row.at.spoken : row.at.day.spoken),
                ("Recipient", row.recipient.name), ("Organization", row.recipient.organization),
                ("Address", row.address), ("Purpose", row.purposeLabel(form)),
                ("Information", DisclosureItem.words(for: row.items)),
                ("Covering", row.covered.map { "\($0.from.spoken) to \($0.until.spoken)" }),
                ("Legal basis", "\(row.basis.label) (\(row.basis.rawValue))"),
                ("Consent", consent), ("Reason", row.reason),
                (
                    "Documents",
                    row.documents.map { "\($0.name) \($0.title)" }.joined(separator: ", ")
                ),
                ("How", try row.outside.map { try $0.words }), ("What", row.outside?.told),
                ("File", row.medium.map { "\($0.file), \(Bytes.text($0.size))" }),
                ("Encrypted", row.medium.map { $0.isEncrypted ? "yes" : "NO" }),
                ("Medium", row.medium?.label), ("SHA-256", row.medium?.digest),
                (
                    "In an accounting",
                    record.isWithdrawn
                        ? "no: it is withdrawn"
                        : row.isReportable ? "yes (164.528)" : "not required"
                ),
                ("Suspended until", row.suspension?.until.spoken),
            ]
            for (label, text) in lines {
                guard let text, !text.isEmpty else { continue }
                let gap = String(repeating: " ", count: max(1, 18 - label.count))
                Console.print("\(label)\(gap)\(text)")
            }
        }
    }
}

extension DisclosureCommand {
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note what left without this program: a call, a fax, a paper.",
            discussion: """
                It stands in the accounting like everything that was exported (45 CFR 164.528). \
                The answers may come from a file, one `field: answer` a line.

                Examples:
                  vault disclosure add C1
                  vault disclosure add C1 --from report.txt
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let record = try FormQuestions(
                form: try Library.outsideDisclosureForm(), terminal: input.terminal
            ).fill(from: input.from, noInput: input.noInput) {
                try vault.record(outside: $0, of: found)
            }
            Console.print("Noted as \(record.shortName).")
            try vault.disclosure(record).showStanding(of: found)
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct what you noted with `vault disclosure add`.",
            discussion: """
                Asks again, with what stands there; without fields it asks for all. An account that \
                the client was given keeps what it said. What an export wrote can't be changed.

                Examples:
                  vault disclosure edit E1
                  vault disclosure edit E1 date recipient
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "Its number, such as E1.") var disclosure: String
        @Argument(help: "Only these fields.") var fields: [String] = []

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(disclosure, .disclosure)
            var entries = try vault.noted(record).outsideEntries
            let form = try Library.outsideDisclosureForm()
            let questions = FormQuestions(form: form, terminal: input.terminal)
            try questions.change(&entries, from: input.from, only: fields)
            // Another legal basis may need a reason that the earlier one did not.
            if input.terminal != nil {
                try Interruption.during {
                    try questions.ask(form.missing(in: entries), into: &entries)
                }
            }
            try form.requireWhole(entries)
            let changed = try questions.kept(entries) {
                try vault.change(disclosure: record, to: $0)
            }
            Console.print("Changed \(record.shortName).")
            try vault.disclosure(changed).showStanding(of: try vault.client(of: record))
        }
    }

    struct Withdraw: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take back a note about another client, or of what never happened.",
            discussion: """
                No list and no account shows it any more; that it was withdrawn stands in the audit \
                trail.

                Example:
                  vault disclosure withdraw E1
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "Its number, such as E1.") var disclosure: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(disclosure, .disclosure)
            try vault.withdraw(disclosure: record)
            Console.print("\(record.shortName) is withdrawn.")
        }
    }
}

extension AccountedDisclosure {
    /// Whether a consent covers what left, and what she has to think of if none does.
    fileprivate func showStanding(of client: RecordSummary) {
        if let consent {
            Console.print("\(consent.name) covers it.")
        } else if basis.needsConsent {
            Console.say("No consent on file covered it that day.")
            Console.say(
                "See `vault consent list \(client.shortName)`, and whether it was a breach: "
                    + "`vault incident`.")
        }
        if disclosure.includesPsychotherapyNotes, consent == nil {
            Console.say("Psychotherapy notes were in it.")
            Console.say(
                "They need an authorization of their own, but for a few grounds of 45 CFR "
                    + "164.508(a)(2): see whether it was a breach, `vault incident`.")
        }
        if isReportable {
            Console.print("It is in the accounting that the client may ask for.")
        }
    }
}

extension AccountedDisclosure.Outside {
    fileprivate var words: String {
        get throws { try Library.outsideDisclosureForm()["way"]?.shown(way) ?? way }
    }
}

extension AccountedDisclosure {
    fileprivate func purposeLabel(_ form: Form) -> String {
        otherPurpose ?? form["purpose"]?.shown(purpose.rawValue) ?? purpose.rawValue
    }
}

private struct DisclosureJSON: Encodable {
    let disclosure: String
    let time: String
    let recipient: String
    let organization: String?
    let address: String?
    let purpose: String
    let items: [String]
    let basis: String
    let consent: String?
    let consentState: String?
    let reason: String?
    let documents: [AccountedDisclosure.Enclosure]
    let medium: AccountedDisclosure.Medium?
    let outside: AccountedDisclosure.Outside?
    let accounted: Bool
    let suspendedUntil: String?

    init(_ name: String, _ row: AccountedDisclosure, _ form: Form) {
        disclosure = name
        time = row.at.iso
        recipient = row.recipient.name
        organization = row.recipient.organization
        address = row.address
        purpose = row.purposeLabel(form)
        items = row.items.map(\.rawValue)
        basis = row.basis.rawValue
        consent = row.consent?.name
        consentState = row.consent?.state
        reason = row.reason
        documents = row.documents
        medium = row.medium
        outside = row.outside
        accounted = row.isReportable
        suspendedUntil = row.suspension?.until.iso
    }
}
