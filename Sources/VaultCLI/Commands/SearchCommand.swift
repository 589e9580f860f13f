internal import ArgumentParser
internal import Documents
internal import VaultCore
internal import Wording

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find words in your records.",
        discussion: """
            Finds records that hold all the words, or words that begin with them. What is typed \
            after a command, other programs can see, and the shell remembers it: without words, \
            the command asks for them, which is the way for names. Psychotherapy notes are never \
            searched.

            Examples:
              vault search
              vault search thought records
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Show at most so many.") var most = 20
    @Argument(help: "The words.") var words: [String] = []

    private struct HitJSON: Encodable {
        let record: String
        let kind: String
        let date: String
        let client: String
        let passage: String
    }

    func run() throws {
        guard (1...1000).contains(most) else { throw ValidationError("--most takes 1 to 1000.") }
        let vault = try options.open()
        var wanted = words
        if wanted.isEmpty {
            guard let terminal = Terminal() else { throw SearchError.noWords }
            wanted = [try Interruption.during { try terminal.ask("Search for: ") }]
        }
        wanted = wanted.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
        guard !wanted.isEmpty, wanted.count <= 20 else { throw SearchError.noWords }
        let hits = try vault.search(wanted, limit: most) { count in
            Console.say("Reading \(count) records once; the next search is instant.")
        }
        let caseload = Caseload(try vault.summaries())
        let rows = hits.map { hit in
            HitJSON(
                record: hit.record.shortName, kind: hit.record.header.type.rawValue,
                date: hit.record.header.day,
                client: caseload.client(of: hit.record)?.shortName ?? "-", passage: hit.passage)
        }
        if output.json {
            Output.json(rows)
        } else {
            Output.table(
                ["RECORD", "DATE", "CLIENT", "PASSAGE"],
                rows.map { [$0.record, $0.date, $0.client, $0.passage] }, empty: "Nothing found.")
        }
        try vault.requireWhole()
    }
}

/// Why nothing was searched.
enum SearchError: UserFacing {
    case noWords

    var code: String { "search.no-words" }
    var problem: String { "There is no word to search for." }
    var nextStep: String { "Type one or a few words with letters or digits, at most twenty." }
    var exitCode: Wording.ExitCode { .wrongUsage }
}
