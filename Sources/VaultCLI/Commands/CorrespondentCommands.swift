internal import ArgumentParser
internal import Documents
internal import VaultCore

struct CorrespondentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correspondent",
        abstract: "People and offices you send things to, and their age keys.",
        subcommands: [Add.self, List.self, Show.self, Edit.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File someone you send things to.",
            discussion: """
                Compare the age key with them by telephone before you file it: whoever has its \
                other half can open what you send.

                Example:
                  vault correspondent add
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions

        func run() throws {
            let vault = try options.open()
            let entries = try Interruption.during {
                try FormQuestions(
                    form: try Library.correspondentForm(), terminal: input.terminal
                ).fill(from: input.from, noInput: input.noInput)
            }
            Console.print("Filed as \(try vault.addCorrespondent(entries).shortName).")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List your correspondents.",
            discussion: """
                Example:
                  vault correspondent list
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions

        private struct CorrespondentJSON: Encodable {
            let correspondent: String
            let name: String
            let organization: String
            let hasKey: Bool
        }

        func run() throws {
            let vault = try options.open()
            let rows = try vault.records(.correspondent).map { record in
                let entries = try vault.entries(of: record)
                return CorrespondentJSON(
                    correspondent: record.shortName, name: entries["name"] ?? "",
                    organization: entries["organization"] ?? "", hasKey: entries["age-key"] != nil)
            }
            if output.json {
                Output.json(rows)
            } else {
                Output.table(
                    ["NUMBER", "NAME", "ORGANIZATION", "AGE KEY"],
                    rows.map {
                        [$0.correspondent, $0.name, $0.organization, $0.hasKey ? "on file" : ""]
                    }, empty: "Nobody yet. File someone with `vault correspondent add`.")
            }
            try vault.requireWhole()
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a correspondent.",
            discussion: """
                Example:
                  vault correspondent show R1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The correspondent's number, such as R1.") var correspondent: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(correspondent, .correspondent)
            FormView(
                form: try Library.correspondentForm(), entries: try vault.entries(of: record)
            ).show(as: record.shortName, json: output.json)
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a correspondent.",
            discussion: """
                Example:
                  vault correspondent edit R1 age-key
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The correspondent's number, such as R1.") var correspondent: String
        @Argument(help: "Only these fields.") var fields: [String] = []

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(correspondent, .correspondent)
            var entries = try vault.entries(of: record)
            try FormQuestions(form: try Library.correspondentForm(), terminal: input.terminal)
                .change(&entries, from: input.from, only: fields)
            try vault.change(correspondent: record, to: entries)
            Console.print("Changed \(record.shortName).")
        }
    }
}
