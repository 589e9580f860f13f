internal import ArgumentParser
internal import Documents
internal import VaultCore

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List documents and their state.",
        discussion: """
            Example:
              vault list
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "Discarded drafts, too.") var all = false
    @Argument(help: "Only this client's documents, such as C1.") var client: String?

    private struct DocumentJSON: Encodable {
        let document: String
        let date: String
        let client: String
        let alias: String
        let kind: String
        let state: String
        let session: String
    }

    func run() throws {
        let vault = try options.open()
        let summaries = try vault.summaries()
        let only = try client.map { try vault.find($0, .client).record }
        let clients = Dictionary(
            summaries.lazy.filter { $0.header.type == .client }.map { ($0.record, $0) },
            uniquingKeysWith: { first, _ in first })
        let documents = summaries.filter {
            $0.header.type == .document && (only == nil || $0.owner == only)
                && (all || $0.header.state != .discarded)
        }
        if output.json {
            let sessions = Dictionary(
                summaries.lazy.filter { $0.header.type == .session }
                    .map { ($0.record, $0.shortName) },
                uniquingKeysWith: { first, _ in first })
            Output.json(
                documents.map { document in
                    DocumentJSON(
                        document: document.shortName, date: document.header.day,
                        client: clients[document.owner]?.shortName ?? "?",
                        alias: clients[document.owner]?.header.label ?? "?",
                        kind: document.header.label, state: document.header.state?.rawValue ?? "",
                        session: document.header.parent.flatMap { sessions[$0] } ?? "?")
                })
        } else {
            Output.table(
                ["DOCUMENT", "DATE", "CLIENT", "INITIALS", "STATE", "KIND"],
                documents.map { document in
                    let client = clients[document.owner]
                    return [
                        document.shortName, document.header.day, client?.shortName ?? "?",
                        client?.header.label ?? "?", document.header.state?.rawValue ?? "",
                        document.header.label,
                    ]
                },
                empty: "No documents yet. Draft one with `vault draft note C1`.")
        }
        try vault.requireCurrent()
        try vault.requireWhole()
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a document.",
        discussion: """
            A signed one as it was signed, after its signature was checked; a draft as it stands; \
            a jotting (J1) as you typed it.

            Example:
              vault show D1
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The document or jotting, such as D1 or J1.") var document: String

    private struct JottingJSON: Encodable {
        let jotting: String
        let day: String
        let text: String
    }

    func run() throws {
        let vault = try options.open()
        let found = try vault.find(document, .document, .jotting)
        if found.header.type == .jotting {
            let text = try vault.view(jotting: found).text
            if output.json {
                Output.json(
                    JottingJSON(jotting: found.shortName, day: found.header.day, text: text))
            } else {
                Console.print("\(found.shortName), jotted down on \(found.header.day)")
                Console.print(text)
            }
            return
        }
        guard found.header.state == .signed else {
            let review =
                try found.header.state == .discarded
                ? vault.view(discarded: found) : vault.view(draft: found)
            DraftView(document: found.shortName, review: review).show(json: output.json)
            return
        }
        let signed = try vault.view(signed: found)
        if output.json {
            Output.json(signed.note)
        } else {
            Console.print(signed.text)
            for amendment in try vault.amendments(of: found) {
                let state = amendment.header.state == .signed ? "signed" : "not signed yet"
                Console.print(
                    "Amended by \(amendment.shortName), \(amendment.header.day), \(state).")
            }
        }
        try vault.requireWhole()
    }
}
