internal import ArgumentParser
internal import Documents
internal import Foundation
internal import VaultCore

struct KindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kind",
        abstract: "Templates of your own: note formats, letters and other documents.",
        discussion: """
            A kind is a file like those in the program's folder schema/kinds. One of yours with the \
            same id takes the place of the program's; it is kept in the vault.
            """,
        subcommands: [Add.self, List.self, Show.self, Remove.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Check a kind file and keep it.",
            discussion: """
                What is wrong with it is told with its line, and nothing is changed.

                Example:
                  vault kind add my-soap.json
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The file; - is standard input.") var file: String

        func run() throws {
            let kind = try OwnKind(Array(try InputText.read(file).utf8))
            let vault = try options.open()
            try vault.keep(kind)
            Console.print("Kept as \(kind.id).")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "All kinds of documents; yours are marked.",
            discussion: """
                Example:
                  vault kind list
                """)

        @OptionGroup var options: VaultOptions

        func run() throws {
            let vault = try options.open()
            let own = try vault.settings().kinds ?? [:]
            Output.table(
                [],
                try vault.library().kinds.kinds.map {
                    ["  " + $0.id, $0.label, own[$0.id] == nil ? "" : "yours"]
                }, empty: "")
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Print the file of a kind, yours or the program's.",
            discussion: """
                Example:
                  vault kind show progress-note.soap > my-soap.json
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The kind's id.") var id: String

        func run() throws {
            let own = try options.open().settings().kinds?[id]
            guard let text = own ?? Library.file(ofKind: id) else { throw KindError.noSuchOwn }
            Console.print(text)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Take a kind of yours out; the program's holds again.",
            discussion: """
                Documents that were signed stay as they are.

                Example:
                  vault kind remove progress-note.soap
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The kind's id.") var id: String

        func run() throws {
            try options.open().remove(kind: id)
            Console.print("Taken out.")
        }
    }
}
