internal import ArgumentParser
internal import Documents
internal import VaultCore

struct ClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Your clients: add, list, show, edit.",
        subcommands: [Add.self, List.self, Show.self, Edit.self])

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
            let entries = try FormQuestions(form: form, terminal: input.terminal)
                .fill(from: input.from, noInput: input.noInput)
            let client = try vault.addClient(entries)
            Console.print("Added \(client.shortName) (\(client.header.label)).")
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

        private struct ClientJSON: Encodable {
            let client: String
            let alias: String
            let name: String?
        }

        func run() throws {
            let vault = try options.open()
            let clients = try vault.records(.client).map { client in
                ClientJSON(
                    client: client.shortName, alias: client.header.label,
                    name: names ? try vault.view(client: client)["name"] : nil)
            }
            if output.json {
                Output.json(clients)
            } else {
                Output.table(
                    ["CLIENT", names ? "NAME" : "INITIALS"],
                    clients.map { [$0.client, $0.name ?? $0.alias] },
                    empty: "No clients yet. Add one with `vault client add`.")
            }
            try vault.requireWhole()
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a client's file.",
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
            FormView(form: try Library().kinds.clientForm, entries: entries)
                .show(as: found.shortName, json: output.json)
            try vault.requireWhole()
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a client's file.",
            discussion: """
                Earlier versions stay in the vault. With --from, the named fields are replaced.

                Example:
                  vault client edit C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            var entries = try vault.view(client: found)
            let questions = FormQuestions(
                form: try Library().kinds.clientForm, terminal: input.terminal)
            if let from = input.from {
                for entry in try questions.read(from).all { entries[entry.field] = entry.text }
            } else {
                try questions.edit(&entries)
            }
            try vault.change(found, to: entries)
            Console.print("Changed \(found.shortName).")
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
