internal import ArgumentParser
internal import Documents
internal import VaultCore

struct ClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Your clients: add, list, show, edit, discharge, reopen, hold, destroy.",
        subcommands: [
            Add.self, List.self, Show.self, Edit.self, Discharge.self, Reopen.self, Hold.self,
            Release.self, Destroy.self,
        ])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a client.",
            discussion: """
                Asks for what is needed. Names are never typed on the command line, where others \
                could read them.

                Example:
                  vault client add
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions

        func run() throws {
            let vault = try options.open()
            let form = try Library().kinds.clientForm
            let client = try FormQuestions(form: form, terminal: input.terminal)
                .fill(from: input.from, noInput: input.noInput, keep: vault.addClient)
            Console.print("Added \(client.shortName) (\(client.header.label)).")
            try SharedAlias.warn(vault, with: client)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List your clients by their initials.",
            discussion: """
                Example:
                  vault client list --names
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Flag(help: "Show names instead of initials.") var names = false
        @Flag(help: "Also those who were discharged.") var all = false

        private struct ClientJSON: Encodable {
            let client: String
            let alias: String
            let name: String?
            let discharged: String?
        }

        func run() throws {
            let vault = try options.open()
            let clients = try vault.records(.client).filter {
                all || $0.header.facts[.closed] == nil
            }.map { client in
                ClientJSON(
                    client: client.shortName, alias: client.header.label,
                    name: names ? try vault.view(client: client)["name"] : nil,
                    discharged: client.header.facts[.closed])
            }
            if output.json {
                Output.json(clients)
            } else {
                Output.table(
                    ["CLIENT", names ? "NAME" : "INITIALS"] + (all ? ["DISCHARGED"] : []),
                    clients.map { client in
                        [client.client, client.name ?? client.alias]
                            + (all ? [client.discharged ?? ""] : [])
                    },
                    empty: "No clients yet. Add one with `vault client add`.")
            }
            try vault.requireWhole()
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a client's file, scores, and what is due.",
            discussion: """
                Example:
                  vault client show C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let entries = try vault.view(client: found)
            let page = ClientPage(client: found, entries: entries)
            if !output.json, let alerts = page.alerts {
                Console.print("! " + alerts)
                Console.print("")
            }
            FormView(form: try Library().kinds.clientForm, entries: entries)
                .show(as: found.shortName, json: output.json)
            if !output.json { try page.showWhatBelongs(from: vault, on: Places.now) }
            try vault.requireWhole()
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a client's file.",
            discussion: """
                Earlier versions stay in the vault. Asks for what is filled in and what is normally \
                asked, or for the fields that you name. With --from, the file's fields are replaced.

                Examples:
                  vault client edit C1
                  vault client edit C1 guardian phone
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The client's number, such as C1.") var client: String
        @Argument(help: "Only these fields.") var fields: [String] = []

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let before = try vault.view(client: found)
            var entries = before
            let questions = FormQuestions(
                form: try Library().kinds.clientForm, terminal: input.terminal)
            try questions.change(&entries, from: input.from, only: fields)
            try questions.kept(entries) { try vault.change(found, to: $0) }
            Console.print("Changed \(found.shortName).")
            if entries["alias"] != before["alias"] { try SharedAlias.warn(vault, with: found) }
        }
    }

    struct Discharge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close a client's chart.",
            discussion: """
                Lists then leave the client out. Nothing is deleted; `vault client reopen` takes \
                the client back.

                Example:
                  vault client discharge C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            var entries = try vault.view(client: found)
            let form = try Library().kinds.clientForm
            let asked = ["closed", "closed-reason"].compactMap { form[$0] }
            let questions = FormQuestions(form: form, terminal: input.terminal)
            if input.from == nil {
                try Interruption.during { try questions.require(asked, into: &entries) }
            } else {
                try questions.change(&entries, from: input.from)
            }
            let missing = asked.filter { entries[$0.id] == nil }.map(\.label)
            guard missing.isEmpty else { throw InputError.missing(missing) }
            try questions.kept(entries) { try vault.change(found, to: $0) }
            Console.print("\(found.shortName) is discharged.")
        }
    }

    struct Reopen: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a discharged client back.",
            discussion: """
                Example:
                  vault client reopen C1
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            var entries = try vault.view(client: found)
            entries["closed"] = nil
            entries["closed-reason"] = nil
            try vault.change(found, to: entries)
            Console.print("\(found.shortName) is open again.")
        }
    }
}

/// Where answers come from.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read `field: text` lines from a file; - is standard input.", valueName: "file"))
    var from: String?

    @Flag(help: "Ask nothing; say what is missing.")
    var noInput = false

    var terminal: Terminal? { noInput ? nil : Terminal() }
}

/// A filled-in form, shown field by field.
struct FormView {
    let form: Form
    let entries: Entries

    private struct FormJSON: Encodable {
        let id: String
        let fields: [FieldJSON]
    }

    private struct FieldJSON: Encodable {
        let field: String
        let label: String
        let text: String
    }

    func show(as name: String, json: Bool) {
        let filled = form.fields.compactMap { field in
            entries[field.id].map { FieldJSON(field: field.id, label: field.label, text: $0) }
        }
        if json {
            Output.json(FormJSON(id: name, fields: filled))
            return
        }
        Console.print(name)
        Output.table(
            [], filled.map { ["  " + $0.label, form[$0.field]?.shown($0.text) ?? $0.text] },
            empty: "  nothing filled in")
    }
}
