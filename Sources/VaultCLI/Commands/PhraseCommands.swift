internal import ArgumentParser
internal import Documents
internal import VaultCore
internal import Wording

struct PhraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phrase",
        abstract: "Words you write often, under a name with a semicolon.",
        discussion: """
            `;breath` in a jotting is written out when a document is drafted. The meanings of short \
            forms that you were asked for, such as MS, are kept here too.
            """,
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add a phrase, or replace it.",
            discussion: """
                Asks for the words; --from reads them from a file, - from standard input.

                Example:
                  vault phrase add breath
                """)

        @OptionGroup var options: VaultOptions
        @Option(
            help: ArgumentHelp(
                "Read the words from a file; - is standard input.", valueName: "file"))
        var from: String?
        @Argument(help: "Its name, such as breath.") var name: String

        func run() throws {
            let vault = try options.open()
            let text: String
            if let from {
                text = try InputText.read(from)
            } else {
                guard let terminal = Terminal() else { throw TerminalError.noTerminal }
                text = try terminal.ask("What does it stand for? ")
            }
            try vault.changePhrases { phrases throws(PhraseError) in
                try phrases.set(phrase: name, to: text)
            }
            Console.print("Kept. Write ;\(name.lowercased()) in a jotting.")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Your phrases and the meanings of short forms.",
            discussion: """
                Example:
                  vault phrase list
                """)

        @OptionGroup var options: VaultOptions

        func run() throws {
            let phrases = try options.open().settings().phrases ?? OwnPhrases()
            let rows =
                phrases.phrases.sorted { $0.key < $1.key }.map { ["  ;" + $0.key, $0.value] }
                + phrases.meanings.sorted { $0.key < $1.key }.map { ["  " + $0.key, $0.value] }
            Output.table([], rows, empty: "You have no phrases yet.")
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Forget a phrase, or what a short form stands for.",
            discussion: """
                Example:
                  vault phrase remove breath
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "Its name, or the short form.") var name: String

        func run() throws {
            try options.open().changePhrases { phrases throws(PhraseError) in
                try phrases.remove(name)
            }
            Console.print("Forgotten.")
        }
    }
}

extension Vault {
    fileprivate func changePhrases(
        _ change: (inout OwnPhrases) throws(PhraseError) -> Void
    ) throws {
        var settings = try settings()
        var phrases = settings.phrases ?? OwnPhrases()
        try change(&phrases)
        settings.phrases = phrases
        try self.change(settings)
    }
}
