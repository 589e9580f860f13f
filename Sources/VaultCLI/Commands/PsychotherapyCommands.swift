internal import ArgumentParser
internal import Documents
internal import Foundation
internal import Sealing
internal import VaultCore
internal import Wording

struct PsychotherapyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "psychotherapy",
        abstract: "Psychotherapy notes (45 CFR 164.501), kept apart from the record.",
        discussion: """
            They have keys of their own, and a second passphrase if you choose one. Nothing else \
            in this program reads them: no list, no search, no document, no export, no report.
            """,
        subcommands: [
            Add.self, List.self, Show.self, Edit.self, SecondPassphrase.self,
        ])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a psychotherapy note.",
            discussion: """
                What the law keeps out of such notes (medication, times, modalities, test \
                results, diagnosis, plan, symptoms, progress) is pointed at, and can be moved \
                into a jotting for the record.

                Example:
                  vault psychotherapy add C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var second: SecondPassphraseOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let notes = try second.open(vault)
            let note = try NoteText(input: input).read(before: nil)
            // First into the record: stopped in between, a passage stands twice, never nowhere.
            try note.move(to: found, vault)
            guard !note.kept.isEmpty else { return }
            let kept = try notes.add(note.kept, day: Places.now.day.iso, of: found)
            Console.print("Kept as \(kept.shortName).")
            try note.end()
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List psychotherapy notes, by number and day.",
            discussion: """
                Example:
                  vault psychotherapy list C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var second: SecondPassphraseOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "Only this client's.") var client: String?

        private struct NoteJSON: Encodable {
            let note: String
            let date: String
            let client: String
        }

        func run() throws {
            let vault = try options.open()
            let only = try client.map { try vault.find($0, .client) }
            let notes = try second.open(vault)
            let caseload = Caseload(try vault.summaries())
            let rows = try notes.all(of: only).map { note in
                NoteJSON(
                    note: note.shortName, date: note.content.day,
                    client: caseload.clients.first { $0.record == note.client }?.shortName ?? "?")
            }
            if output.json { return Output.json(rows) }
            Output.table(
                ["NOTE", "DATE", "CLIENT"], rows.map { [$0.note, $0.date, $0.client] },
                empty: "No psychotherapy notes.")
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a psychotherapy note.",
            discussion: """
                Example:
                  vault psychotherapy show P1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var second: SecondPassphraseOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The note's number, such as P1.") var note: String

        private struct NoteJSON: Encodable {
            let note: String
            let date: String
            let text: String
        }

        func run() throws {
            let vault = try options.open()
            let found = try second.open(vault).view(note)
            if output.json {
                return Output.json(
                    NoteJSON(
                        note: found.shortName, date: found.content.day, text: found.content.text))
            }
            Console.print("\(found.shortName)  \(found.content.day)")
            Console.print("")
            for line in found.content.text.split(separator: "\n", omittingEmptySubsequences: false)
            { Console.print(Paragraph.wrapped(String(line))) }
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add to a psychotherapy note, or replace it from a file.",
            discussion: """
                At the terminal, what you type is added at the end. Earlier versions stay in the \
                vault.

                Example:
                  vault psychotherapy edit P1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var second: SecondPassphraseOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The note's number, such as P1.") var note: String

        func run() throws {
            let vault = try options.open()
            let notes = try second.open(vault)
            let found = try notes.view(note)
            let text = try NoteText(input: input).read(before: found.content.text)
            if let client = try vault.records(.client).first(where: { $0.record == found.client }) {
                try text.move(to: client, vault)
            }
            try notes.change(found, to: text.kept)
            Console.print("Changed \(found.shortName).")
            try text.end()
        }
    }

    struct SecondPassphrase: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "passphrase",
            abstract: "Choose a second passphrase for psychotherapy notes.",
            discussion: """
                Nobody can recover it: neither the recovery sheet nor the executor's shares lead \
                past it.

                Examples:
                  vault psychotherapy passphrase
                  vault psychotherapy passphrase --remove
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var second: SecondPassphraseOptions
        @OptionGroup var unlocking: UnlockingOptions
        @Flag(help: "Go back to one passphrase for everything.") var remove = false
        @Option(
            name: .customLong("new-passphrase-fd"),
            help: ArgumentHelp(
                "Read the new passphrase from this open file descriptor.", valueName: "number"))
        var newDescriptor: Int32?

        func run() throws {
            let cost = try unlocking.cost
            let vault = try options.open()
            let notes = try second.open(vault)
            if remove {
                try notes.protect(with: nil)
                Console.print("Psychotherapy notes open with the vault's passphrase again.")
            } else {
                try notes.protect(
                    with: try NewPassphrase.ask(descriptor: newDescriptor), cost: cost)
                Console.print("Psychotherapy notes now need the second passphrase.")
                Console.print("Write it down and keep it: nobody can recover it.")
            }
        }
    }
}

/// How the second passphrase arrives.
struct SecondPassphraseOptions: ParsableArguments {
    @Option(
        name: .customLong("second-passphrase-fd"),
        help: ArgumentHelp(
            "Read the second passphrase from this open file descriptor.", valueName: "number"))
    var descriptor: Int32?

    func open(_ vault: Vault) throws -> PsychotherapyNotes {
        try PsychotherapyNotes(of: vault) {
            guard descriptor != nil || Terminal() != nil else { throw TerminalError.noTerminal }
            Waiting.rest(try vault.waitBeforeAttempt())
            return try PassphraseQuestion.ask("Second passphrase: ", descriptor: descriptor)
        }
    }
}

/// The text of a psychotherapy note, without what she chose to move into the record.
private struct NoteText {
    let input: InputOptions
    private(set) var kept = ""
    private var moved: [String] = []
    /// Why she could not finish; what she had typed is in `kept`, and is to be kept.
    private var stopped: TerminalError?

    init(input: InputOptions) { self.input = input }

    func read(before: String?) throws -> NoteText {
        var note = self
        if let from = input.from {
            let lines = try InputText.read(from)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            note.kept = lines.joined(separator: "\n")
        } else {
            guard let terminal = input.terminal else { throw TerminalError.noTerminal }
            terminal.show("Enter ends a line; an empty line ends the note.\n")
            var lines = before.map { [$0] } ?? []
            do {
                try Interruption.during {
                    try terminal.askLines { line in
                        try JottingText.check(line)
                        lines.append(line)
                    }
                }
            } catch let error as TerminalError {
                note.stopped = error
            }
            note.kept = lines.joined(separator: "\n")
        }
        note.kept = note.kept.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !note.kept.isEmpty else { throw note.stopped ?? InputError.missing(["Note"]) }
        try JottingText.check(note.kept)
        do {
            if note.stopped == nil { try note.examine() }
        } catch let error as TerminalError {
            note.stopped = error
        }
        return note
    }

    /// To be called when the text is kept: ends the command if she stopped it.
    func end() throws { if let stopped { throw stopped } }

    /// Points at excluded content, and takes out what she wants in the record instead.
    private mutating func examine() throws {
        let passages = ExcludedContent.passages(in: kept)
        guard !passages.isEmpty else { return }
        guard let terminal = input.terminal else {
            for kind in ExcludedContent.allCases where passages.contains(where: { $0.kind == kind })
            { Console.say(kind.message) }
            return
        }
        let sentences = Dictionary(grouping: passages, by: \.sentence)
            .sorted { $0.key.lowerBound > $1.key.lowerBound }
        var rest = Array(kept.utf8)
        // Also when she stops in between: what is to be moved then stands no more in the note.
        defer {
            kept = String(decoding: rest, as: UTF8.self)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        try Interruption.during {
            // From the end, so that what stands before keeps its place.
            for (sentence, passages) in sentences {
                let text = String(decoding: rest[sentence], as: UTF8.self)
                terminal.show("\n" + Paragraph.wrapped("“\(text)”", indent: "  ") + "\n")
                for passage in passages { terminal.show("  \(passage.kind.message)\n") }
                guard try isToMove(terminal) else { continue }
                moved.insert(text, at: 0)
                rest.removeSubrange(sentence)
            }
        }
    }

    private func isToMove(_ terminal: Terminal) throws -> Bool {
        while true {
            switch try terminal.ask("  [Enter] keep  [m]ove into the record: ").lowercased() {
            case "": return false
            case "m", "move": return true
            default: continue
            }
        }
    }

    /// Puts what was taken out into a jotting of the client's record.
    func move(to client: RecordSummary, _ vault: Vault) throws {
        guard !moved.isEmpty else { return }
        let today = Places.now.day.iso
        let session = Caseload(try vault.summaries()).session(of: client, on: today)
        let jotting = try vault.jot(
            moved.joined(separator: "\n"), about: client, session: session, on: today)
        Console.print("Moved into the record as \(jotting.shortName).")
    }
}
