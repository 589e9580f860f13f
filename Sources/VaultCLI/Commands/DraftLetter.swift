internal import ArgumentParser
internal import Documents
internal import VaultCore
internal import Wording

extension DraftCommand {
    struct LetterCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "letter",
            abstract: "Draft a letter that holds what the client consented to.",
            discussion: """
                Name the type and the client, or a draft to go on with (D2). A consent on file that \
                fits says to whom it goes, what for, and what it may tell; the rest of the record \
                never comes near it. Ends with 8 if the letter may not be written.

                Types: attendance, employer, school, leave, referral, court, attorney, animal, \
                termination, family, copy; for payers preauthorization and continued-stay.

                Without a consent, a legal basis and a reason are needed: `basis: order_512e1i` and \
                `basis-reason: …` in the file, or `--basis`.

                Examples:
                  vault draft letter attendance C1
                  vault draft letter employer C1 --consent A2
                  vault draft letter court C1 --basis order_512e1i
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "The type of letter, or a draft such as D2.") var type: String
        @Argument(help: "The client's number, such as C1.") var client: String?
        @Option(help: "The consent it is written under, such as A2.") var consent: String?
        @Option(help: "The legal basis, where it is no consent.") var basis: String?

        func run() throws {
            let vault = try options.open()
            let library = try vault.library().kinds
            let earlier = try client == nil ? vault.find(type, .document) : nil
            let before = try earlier.map { try vault.review(of: $0) }
            var kind = try before?.kind ?? self.kind(library)
            guard kind.family == .letter else {
                throw VaultError.wrongState(is: kind.label, needs: "letter")
            }
            let instruments = try Library.instruments()
            if kind.rules.contains(Rule.storedScores.id) {
                kind.yardsticks = instruments.instruments.map(Yardstick.init)
            }
            let about = try earlier.map(vault.client) ?? vault.find(client ?? "", .client)
            let file = try vault.entries(of: about)
            let all = Form(
                id: kind.id, title: kind.label,
                fields: kind.form.fields + library.letterForm.fields)
            let letterForm = library.letterForm
            var letter = before?.answers(.letter, of: letterForm) ?? Entries()
            var jotting = before?.jotting ?? Entries()
            if let from = input.from {
                for entry in try FormQuestions(form: all, terminal: nil).read(from).all {
                    if kind.form[entry.field] != nil {
                        jotting[entry.field] = entry.text
                    } else {
                        letter[entry.field] = entry.text
                    }
                }
            }
            if let basis, let field = letterForm["basis"] {
                letter["basis"] = try letterForm.accept(basis, for: field)
            }
            if earlier == nil {
                try takeOver(from: consent, into: &letter, of: about, kind, vault)
                // No consent was taken: the everyday basis of such a letter.
                if letter["purpose"] == nil, let basis = kind.discloses?.basis {
                    letter["basis"] = letter["basis"] ?? basis.rawValue
                    takeDefaults(of: basis, into: &letter, file)
                }
            }
            if input.terminal != nil {
                try Interruption.during {
                    try FormQuestions(form: letterForm, terminal: input.terminal)
                        .ask(letterForm.fields.filter { letter[$0.id] == nil }, into: &letter)
                }
            }
            try letterForm.requireWhole(letter)
            let today = Places.now.day
            guard
                let asked = Disclosure(
                    letter, items: [], on: today, isPart2: file["part-2"] == "yes")
            else { throw EntryError.notADate(label: "Information until") }
            let excluded = Set(letter.list("exclude").compactMap(DisclosureItem.init))
            let (scope, disclosure) = try vault.scope(
                for: asked, of: kind, about: about, without: excluded)
            var authorizedOn: Day?
            if case .consent(let id) = scope.permission {
                let found = try vault.consents(of: about).first { $0.consent.id == id }
                authorizedOn = found?.consent.signedOn
                Console.say("Under \(found?.record.shortName ?? "?"): \(disclosure.itemLabels).")
            }
            let record = try vault.treatmentRecord(of: about)
            let left = record.sessions.count { session in
                !session.isVouchedFor && session.day <= today
                    && disclosure.covered?.contains(session.day) ?? true
            }
            if left > 0, disclosure.items.contains(.attendanceDates) {
                Console.say(
                    left == 1
                        ? "1 session has no signed note and is not among the dates."
                        : "\(left) sessions have no signed note and are not among the dates.")
            }
            let practice = try vault.practice()
            let beside = try vault.beside(kind, of: about.record)
            let drafted = { (jotting: Entries) throws -> Documents.Review in
                let scoped = scope.admits(
                    Source(
                        letter: kind, library: library, client: file, practice: practice,
                        letter: letter, jotting: jotting, record: record, disclosure: disclosure,
                        authorizedOn: authorizedOn, instruments: instruments))
                let draft = try BuiltInEngine(instruments: instruments).draft(kind, from: scoped)
                return draft.reviewed(against: scoped, kind: kind, at: Places.now).beside(beside)
            }
            // What was in the file is read already; at the terminal the rest is asked.
            var rest = input
            rest.from = nil
            let questions = DraftQuestions(form: kind.form, input: rest)
            try Drafting(
                vault: vault, kind: kind, about: about, earlier: earlier, before: before,
                json: output.json, terminal: input.terminal, drafted: drafted
            ).run(from: jotting, unchanged: nil) { jotting in
                guard rest.terminal != nil else { return }
                try questions.fillIn(&jotting) { field in
                    switch field.tells {
                    case .item(let item): disclosure.items.contains(item)
                    case .nothing, nil: true
                    }
                }
                try questions.askWhatBlocks(&jotting, drafted)
            }
        }

        private func kind(_ library: KindLibrary) throws -> DocumentKind {
            try library.kinds.filter { $0.family == .letter }.named(type.lowercased())
        }

        /// Recipient and purpose where the basis says them: the payer, the client herself.
        private func takeDefaults(
            of basis: LegalBasis, into letter: inout Entries, _ client: Entries
        ) {
            let defaults: [String: String?]
            switch basis {
            case .payment:
                defaults = [
                    "purpose": "payment", "recipient-kind": "health-plan",
                    "recipient": client["payer"],
                ]
            case .access:
                defaults = [
                    "purpose": "individual-request", "recipient-kind": "client",
                    "recipient": client["chosen-name"] ?? client["name"],
                    "address": client["address"],
                ]
            case .treatment: defaults = ["purpose": "treatment", "recipient-kind": "provider"]
            default: defaults = [:]
            }
            for (field, text) in defaults where letter[field] == nil { letter[field] = text }
        }

        /// To whom, what for and which dates, as a consent says it: the one she names, or the only
        /// one in force that covers what this type needs.
        private func takeOver(
            from name: String?, into letter: inout Entries, of client: RecordSummary,
            _ kind: DocumentKind, _ vault: Vault
        ) throws {
            let needed = Set(kind.discloses?.needed ?? [])
            let recipients = (kind.discloses?.recipients ?? Recipient.Kind.allCases).map(\.rawValue)
            let consent: ConsentOnFile
            if let name {
                consent = try vault.consent(try vault.find(name, .consent))
            } else {
                guard letter["recipient"] == nil, letter["basis"] == nil else { return }
                let today = Places.now.day
                let fitting = try vault.consents(of: client).map(\.consent).filter {
                    $0.state(on: today) == .active && needed.isSubset(of: $0.items)
                        && recipients.contains($0.entries["recipient-kind"] ?? "")
                }
                guard fitting.count == 1, let only = fitting.first else { return }
                consent = only
            }
            let filed = consent.entries
            for field in ["recipient", "organization", "recipient-kind", "address", "purpose-text"]
            where letter[field] == nil { letter[field] = filed[field] }
            if letter["purpose"] == nil, filed.list("purpose").count == 1 {
                letter["purpose"] = filed["purpose"]
            }
        }
    }
}

extension Disclosure {
    fileprivate var itemLabels: String {
        DisclosureItem.allCases.filter(items.contains).map { $0.label.lowercased() }
            .joined(separator: ", ")
    }
}
