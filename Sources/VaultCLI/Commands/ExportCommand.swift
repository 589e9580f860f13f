internal import Age
internal import ArgumentParser
internal import Documents
internal import Sealing
internal import Typesetting
internal import VaultCore
internal import Wording

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export signed documents to a stick, encrypted.",
        discussion: """
            A letter goes to whom it is addressed. Other documents are your own copy, unless you \
            say with --for, --consent or --basis who is to have them, and why. What is handed to \
            someone is written into the accounting of disclosures.

            The file opens with this program, or with the age program and tar. It is made for the \
            reader's age key where one is on file or named; otherwise it asks for a passphrase to \
            give to the reader by another way than the stick, and Enter makes one.

            Examples:
              vault export D1 --to /media/stick
              vault export D1 D2 --to /media/stick --for R1 --consent A1
              vault export --client C1 --to /media/stick --basis individual_524
              vault export D1 --to /media/stick --recipient age1...
              vault export D1 --to /media/stick --pdf
              vault export D1 --to /media/stick --docx
              vault export D1 --to /media/stick --unencrypted --reason "the school opens only PDFs"
              vault export --everything --to /media/stick
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The signed documents, such as D1.") var documents: [String] = []
    @Option(help: "This client's whole file: all signed documents, attached files and the record.")
    var client: String?
    @Flag(help: "Everything in the vault, to take along to another one or to another program.")
    var everything = false

    @Option(help: ArgumentHelp("The folder on the stick.", valueName: "folder")) var to: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Who is to have them: a correspondent, such as R1.", valueName: "R1"))
    var correspondent: String?
    @Option(help: "The consent that lets them go, such as A1.") var consent: String?
    @Option(help: "The legal basis that lets them go, where it is no consent.") var basis: String?

    @Option(
        help: ArgumentHelp("A reader's age key; may be given several times.", valueName: "age1..."))
    var recipient: [String] = []

    @Flag(help: "One PDF with a password, for a reader who has only a PDF program.") var pdf = false
    @Flag(help: "Also a copy of each document for Word, for a reader who is to edit it.")
    var docx = false

    @Flag(help: "Make a passphrase and show it once.") var generatePassphrase = false

    @Flag(help: "Leave it open to whoever finds the stick.") var unencrypted = false
    @Option(help: "Why it is not encrypted; kept with the record of what left.")
    var reason: String?

    @Option(
        name: .customLong("export-passphrase-fd"),
        help: ArgumentHelp(
            "Read the export's passphrase from this descriptor.", valueName: "number"))
    var exportPassphraseDescriptor: Int32?

    func validate() throws {
        guard [!documents.isEmpty, client != nil, everything].count(where: \.self) == 1 else {
            throw ValidationError(
                "Name signed documents, or a client with --client, or --everything.")
        }
        guard
            !everything
                || (correspondent == nil && consent == nil && basis == nil && !pdf && !unencrypted)
        else { throw ValidationError("Everything leaves encrypted, as your own copy.") }
        guard !pdf || (recipient.isEmpty && !unencrypted) else {
            throw ValidationError("--pdf takes a password, and no key.")
        }
        guard !pdf || !docx else {
            throw ValidationError("--pdf makes one PDF and nothing beside it.")
        }
        guard !unencrypted || (recipient.isEmpty && !generatePassphrase) else {
            throw ValidationError("An export is either encrypted or not.")
        }
        guard unencrypted == (reason != nil) else {
            throw ValidationError("--unencrypted and --reason go together: say why.")
        }
    }

    private struct ExportJSON: Encodable {
        let document: String?
        let documents: [String]
        let file: String
        let size: Int
        let sha256: String
        let disclosures: [String]
    }

    func run() throws {
        let vault = try options.open()
        guard !everything else { return try exportEverything(vault) }
        let whole = try client.map { try vault.find($0, .client) }
        let found = try whole.map { try vault.signedDocuments(of: $0) } ?? named(in: vault)
        let handing = Handing(
            vault: vault, input: input, correspondent: correspondent, consent: consent,
            basis: basis)
        let handover = try handing.handover(found, whole)
        var order = ExportOrder(
            documents: found, wholeFileOf: whole, handover: handover, formats: try formats(),
            cover: { try $0.pdf() }, reasonForOpen: reason)
        order.protect = { pages, password in
            try password.withBytes { try Typesetter.protected(pages, with: $0) }
        }
        let readers = try pdf ? [] : handing.readers(recipient, of: found, handover)
        let lock = try self.lock(readers, vault)
        let bar = ProgressBar("Writing")
        let result = try vault.export(order, to: to, lock: lock) { bar.show($0, of: $1) }
        bar.finish()
        if output.json {
            Output.json(
                ExportJSON(
                    document: found.count == 1 ? found.first?.shortName : nil,
                    documents: found.map(\.shortName), file: result.name, size: result.size,
                    sha256: result.digest, disclosures: result.disclosures))
            return
        }
        let names = whole.map { "the whole file of \($0.shortName)" }
        show(result, names ?? found.map(\.shortName).joined(separator: ", "), readers)
    }

    private func exportEverything(_ vault: Vault) throws {
        let readers = try recipient.map { try AgeRecipient($0) }
        let bar = ProgressBar("Writing")
        let result = try vault.exportEverything(
            to: to, formats: [.pdf, .text, .json], lock: try lock(readers, vault)
        ) { bar.show($0, of: $1) }
        bar.finish()
        let staying = try vault.psychotherapyNoteCount()
        if output.json {
            Output.json(
                ExportJSON(
                    document: nil, documents: [], file: result.name, size: result.size,
                    sha256: result.digest, disclosures: []))
            return
        }
        Console.print("Exported everything as \(result.name).")
        Console.print("It was read back from the stick and is whole.")
        if staying > 0 {
            Console.print(
                "\(staying) psychotherapy \(staying == 1 ? "note is" : "notes are") not in it: "
                    + "keep this vault or a backup for as long as you need them.")
        }
        Console.print("Another vault takes it over with `vault import everything`.")
    }

    /// Each once, in the order she named them.
    private func named(in vault: Vault) throws -> [RecordSummary] {
        var seen: Set<RecordID> = []
        return try documents.map { try vault.find($0, .document) }
            .filter { seen.insert($0.record).inserted }
    }

    /// Every form there is, but one to edit only when it is asked for; pages are set here, because
    /// the vault knows no fonts.
    private func formats() throws -> [ExportFormat] {
        [.pdf] + (docx ? [.docx] : []) + ExportFormat.all
            + [.fhir(pdf: .pdf, instruments: try Library.instruments())]
    }

    private func show(_ result: ExportResult, _ names: String, _ readers: [AgeRecipient]) {
        Console.print("Exported \(names) as \(result.name).")
        Console.print("It was read back from the stick and is whole.")
        if !result.disclosures.isEmpty {
            let rows = result.disclosures.joined(separator: ", ")
            Console.print("Recorded as \(rows) in the accounting of disclosures.")
        }
        if unencrypted {
            Console.print("It is not encrypted: whoever finds the stick can read it.")
        } else if readers.isEmpty {
            Console.print(
                "Tell the reader the passphrase by telephone or in person, not with the stick.")
        }
    }

    private func lock(_ readers: [AgeRecipient], _ vault: Vault) throws -> ExportLock {
        if unencrypted {
            try confirmOpen()
            return .open
        }
        guard readers.isEmpty else {
            return .recipients(readers + [try vault.ownIdentity().recipient])
        }
        let passphrase = try generatePassphrase ? generated() : chosen()
        return pdf ? .password(passphrase) : .passphrase(passphrase)
    }

    private func chosen() throws -> Passphrase {
        do {
            return try PassphraseQuestion.askTwice(
                "Choose a passphrase for this export (Enter makes one): ",
                again: "Type it once more: ", descriptor: exportPassphraseDescriptor)
        } catch TerminalError.nothingTyped {
            return try generated()
        }
    }

    /// Shown at the terminal and nowhere else: it is not kept.
    private func generated() throws -> Passphrase {
        guard let terminal = Terminal() else { throw TerminalError.noTerminal }
        let passphrase = try SuggestedPassphrase.random()
        terminal.show("The passphrase of this export, shown this once:\n\n")
        terminal.show("    \(passphrase.textToShow())\n\n")
        _ = try Interruption.during { try terminal.ask("Write it down, then press Enter. ") }
        return passphrase
    }

    private func confirmOpen() throws {
        guard let terminal = input.terminal else { return }
        let answer = try Interruption.during {
            try terminal.ask("Type unencrypted to leave it open to anyone: ")
        }
        guard answer.trimmingPrefix(while: \.isWhitespace).lowercased() == "unencrypted" else {
            throw TerminalError.interrupted
        }
    }
}

/// Who is to have what, as the options, the file and the answers say it.
struct Handing {
    let vault: Vault
    let input: InputOptions
    let correspondent: String?
    let consent: String?
    let basis: String?

    /// Nil where nothing is said about anybody: then letters go to whom they are addressed, and
    /// everything else is her own copy.
    func handover(
        _ documents: [RecordSummary], _ whole: RecordSummary?
    ) throws -> Handover? {
        guard correspondent != nil || consent != nil || basis != nil || input.from != nil,
            let client = try whole ?? documents.first.map(vault.client)
        else { return nil }
        let file = try vault.entries(of: client)
        let form = try Library.handoverForm()
        var entries = Entries()
        if let from = input.from {
            entries = try FormQuestions(form: form, terminal: nil).read(from)
        }
        if let correspondent {
            take(
                [
                    "recipient": "name", "organization": "organization",
                    "recipient-kind": "recipient-kind", "address": "address",
                ],
                from: try vault.entries(of: try vault.find(correspondent, .correspondent)),
                into: &entries)
        }
        if let consent {
            let filed = try vault.consent(try vault.find(consent, .consent)).entries
            let same = ["recipient", "organization", "recipient-kind", "address", "purpose-text"]
            take(
                Dictionary(uniqueKeysWithValues: same.map { ($0, $0) }), from: filed, into: &entries
            )
            if filed.list("purpose").count == 1 {
                take(["purpose": "purpose"], from: filed, into: &entries)
            }
            take(["items": "items"], from: filed, into: &entries)
        }
        if let basis, let field = form["basis"] {
            entries["basis"] = try form.accept(basis, for: field)
        }
        if input.terminal != nil {
            try Interruption.during {
                try FormQuestions(form: form, terminal: input.terminal)
                    .ask(form.fields.filter { entries[$0.id] == nil }, into: &entries)
            }
        }
        try form.requireWhole(entries)
        let named = Set(entries.list("items").compactMap(DisclosureItem.init))
        let items =
            named.isEmpty
            ? Set(DisclosureItem.allCases).subtracting([.psychotherapyNotes]) : named
        guard
            let disclosure = Disclosure(
                entries, items: items, on: Places.now.day, isPart2: file["part-2"] == "yes")
        else { throw EntryError.notADate(label: "Information until") }
        return Handover(
            disclosure: disclosure, address: entries["address"], reason: entries["basis-reason"])
    }

    private func take(
        _ fields: [String: String], from source: Entries, into entries: inout Entries
    ) {
        for (field, theirs) in fields where entries[field] == nil {
            entries[field] = source[theirs]
        }
    }

    /// The keys that are named, or the one on file for whoever is to have it.
    func readers(
        _ named: [String], of documents: [RecordSummary], _ handover: Handover?
    ) throws -> [AgeRecipient] {
        guard named.isEmpty else { return try named.map { try AgeRecipient($0) } }
        if let correspondent {
            return try vault.key(of: try vault.find(correspondent, .correspondent)).map { [$0] }
                ?? []
        }
        guard
            let name = try handover?.disclosure.recipient.name
                ?? documents.lazy.compactMap({ try vault.recipient(of: $0) }).first,
            let known = try vault.correspondent(named: name), let key = try vault.key(of: known)
        else { return [] }
        Console.say("Encrypted for the age key of \(known.shortName) on file.")
        return [key]
    }
}
