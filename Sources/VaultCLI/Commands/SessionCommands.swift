internal import ArgumentParser
internal import Documents
internal import VaultCore

struct SessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session",
        abstract: "The sessions you held: add, show, edit, list.",
        subcommands: [Add.self, Show.self, Edit.self, List.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a session of a client.",
            discussion: """
                Example:
                  vault session add C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let form = try Library().kinds.sessionForm
            let session = try FormQuestions(form: form, terminal: input.terminal)
                .fill(from: input.from, noInput: input.noInput) {
                    try vault.addSession($0, of: found)
                }
            Console.print(
                "Added \(session.shortName): \(found.shortName) on \(session.header.day).")
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what is kept about a session.",
            discussion: """
                Example:
                  vault session show S3
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The session, such as S3.") var session: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(session, .session)
            FormView(
                form: try Library().kinds.sessionForm, entries: try vault.view(session: found)
            ).show(as: found.shortName, json: output.json)
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a session: times, place, or that it did not take place.",
            discussion: """
                A signed note keeps what it was signed with.

                Examples:
                  vault session edit S3
                  vault session edit S3 missed
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The session, such as S3.") var session: String
        @Argument(help: "Only these fields.") var fields: [String] = []

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(session, .session)
            var entries = try vault.view(session: found)
            let questions = FormQuestions(
                form: try Library().kinds.sessionForm, terminal: input.terminal)
            try questions.change(&entries, from: input.from, only: fields)
            _ = try questions.kept(entries) { try vault.change(session: found, to: $0) }
            Console.print("Changed \(found.shortName).")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List sessions and the state of their notes.",
            discussion: """
                Example:
                  vault session list C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "Only this client's sessions.") var client: String?

        private struct SessionJSON: Encodable {
            let session: String
            let client: String
            let alias: String
            let date: String
            let note: String
            let document: String?
        }

        func run() throws {
            let vault = try options.open()
            let caseload = Caseload(try vault.summaries())
            let only = try client.map { try vault.find($0, .client).record }
            let now = Places.now
            let rows = caseload.sessions.filter { only == nil || $0.owner == only }.map { session in
                let client = caseload.client(of: session)
                return SessionJSON(
                    session: session.shortName, client: client?.shortName ?? "?",
                    alias: client?.header.label ?? "?", date: session.header.day,
                    note: caseload.standing(of: session, at: now).rawValue,
                    document: caseload.note(of: session)?.shortName)
            }
            if output.json {
                Output.json(rows)
            } else {
                Output.table(
                    ["SESSION", "DATE", "CLIENT", "INITIALS", "NOTE"],
                    rows.map { row in
                        let note = row.document.map { "\($0), \(row.note)" } ?? row.note
                        return [row.session, row.date, row.client, row.alias, note]
                    },
                    empty: "No sessions yet. Add one with `vault session add C1`.")
            }
            try vault.requireWhole()
        }
    }
}
