internal import ArgumentParser
internal import VaultCore

struct DiscardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard",
        abstract: "Put away a draft that was a mistake.",
        discussion: """
            It is no longer listed and can't be signed; the session's note can be drafted anew. \
            What is signed can't be discarded: correct it with `vault amend`.

            Examples:
              vault discard D3
              vault discard D3 --undo
            """)

    @OptionGroup var options: VaultOptions
    @Flag(help: "Take it up again.") var undo = false
    @Argument(help: "The draft, such as D3.") var document: String

    func run() throws {
        let vault = try options.open()
        let found = try vault.find(document, .document)
        try vault.discard(found, undo: undo)
        Console.print(
            undo
                ? "\(found.shortName) is a draft again."
                : "\(found.shortName) is discarded. `vault discard \(found.shortName) --undo` "
                    + "takes it up again.")
    }
}
