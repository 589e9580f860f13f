internal import ArgumentParser
internal import Documents
internal import VaultCore

struct SessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session",
        abstract: "The sessions you held: add, list.",
        subcommands: [Add.self, List.self])

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
            let entries = try FormQuestions(form: form, terminal: input.terminal)
                .fill(from: input.from, noInput: input.noInput)
            let session = try vault.addSession(entries, of: found)
            Console.print(
                "Added \(session.shortName): \(found.shortName) on \(session.header.day).")
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
            let summaries = try vault.summaries()
            let clients = Dictionary(
                summaries.filter { $0.header.type == .client }.map { ($0.record, $0) },
                uniquingKeysWith: { first, _ in first })
            let only = try client.map { try vault.find($0, .client).record }
            let notes = Dictionary(
                summaries.filter { $0.header.type == .document }.map { ($0.header.parent, $0) },
                uniquingKeysWith: { _, last in last })
            let rows = summaries.filter {
                $0.header.type == .session && (only == nil || $0.owner == only)
            }.map { session in
                let note = notes[session.record.bytes]
                return SessionJSON(
                    session: session.shortName, client: clients[session.owner]?.shortName ?? "?",
                    alias: clients[session.owner]?.header.label ?? "?", date: session.header.day,
                    note: note?.header.state?.rawValue ?? "none", document: note?.shortName)
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
