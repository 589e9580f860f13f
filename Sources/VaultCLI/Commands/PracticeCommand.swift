internal import ArgumentParser
internal import Documents
internal import VaultCore

struct PracticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Your practice's profile: who signs, letterhead, rules that hold for you.",
        subcommands: [Show.self, Edit.self, Logo.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the practice's profile.",
            discussion: """
                Example:
                  vault practice show
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let vault = try options.open()
            FormView(form: try Library().practiceForm, entries: try vault.practice())
                .show(as: "Practice", json: output.json)
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change the practice's profile.",
            discussion: """
                Notes that are signed already keep what they were signed with.

                Examples:
                  vault practice edit
                  vault practice edit npi address phone
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "Only these fields.") var fields: [String] = []

        func run() throws {
            let vault = try options.open()
            var entries = try vault.practice()
            try FormQuestions(form: try Library().practiceForm, terminal: input.terminal)
                .change(&entries, from: input.from, only: fields)
            try vault.changePractice(to: entries)
            Console.print("Changed the practice's profile.")
        }
    }

    struct Logo: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep an image for the head of your letters.",
            discussion: """
                Example:
                  vault practice logo logo.png
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "A PNG or JPEG file.", completion: .file()) var file: String

        func run() throws {
            let vault = try options.open()
            let logo = try vault.attach(
                fileAt: file, titled: "Logo", to: try vault.practiceSummary(),
                day: Places.now.day.iso, onlyImages: true)
            var entries = try vault.practice()
            entries["logo"] = logo.shortName
            try vault.changePractice(to: entries)
            Console.print("Kept as \(logo.shortName).")
        }
    }
}
