internal import ArgumentParser
internal import Audit
internal import Documents
internal import Foundation
internal import Sealing
internal import Typesetting
internal import VaultCore
internal import Wording

struct RecoveryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recovery",
        abstract: "A printed sheet that opens the vault when the passphrase is forgotten.",
        subcommands: [Sheet.self, Check.self])

    struct Sheet: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a recovery sheet, as PDF and text.",
            discussion: """
                Whoever holds the sheet and a copy of the vault can read everything. Print it, \
                keep it apart from the laptop, and delete the files. An earlier sheet opens \
                nothing any more.

                Example:
                  vault recovery sheet --to /media/stick
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var paper: PaperOptions

        func run() throws {
            let vault = try options.openAgain()
            let secret = try SecretBytes.random(count: PaperOptions.secretBytes)
            guard let words = try SecretShares.split(secret, needed: 1, of: 1).first else { return }
            let date = Places.now.day
            let head = try vault.trailHead()
            let sheet = Documents.Sheet.recovery(
                words: words.words, vault: vault.id.hexText, auditKey: try vault.verifierKey,
                entries: head.entries, root: head.root, day: date, program: Program.title,
                command: "vault recover")
            try paper.write([("recovery-sheet-\(date.iso)", sheet)]) {
                try vault.setRecovery(try Passphrase(random: secret))
            }
            Console.print("Print it now, then delete the files: they open the vault.")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that your recovery sheet still opens this vault.",
            discussion: """
                Example:
                  vault recovery check
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var sheets: SheetOptions

        func run() throws {
            let vault = try options.open()
            let closed = try options.closed()
            let words = try sheets.readOne()
            let secret = try Passphrase(random: try SecretShares.combine([words]))
            let opens = try closed.opens(with: secret, kind: .recovery)
            try vault.noteCheck(of: .recovery, opens: opens)
            guard opens else { throw SheetError.ofAnother }
            Console.print("This sheet opens the vault.")
        }
    }
}

struct ExecutorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "executor",
        abstract: "Share sheets for your professional executor: some of them open the vault.",
        subcommands: [Sheets.self, Check.self])

    struct Sheets: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a set of share sheets, as PDF and text.",
            discussion: """
                Give each to another person. A single sheet opens nothing; using them is written \
                into the audit trail. An earlier set opens nothing any more.

                Example:
                  vault executor sheets --to /media/stick
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var paper: PaperOptions
        @Option(help: "So many sheets together open the vault.") var needed = 2
        @Option(help: "So many sheets are made.") var of = 3

        func run() throws {
            guard (2...16).contains(of), (2...of).contains(needed) else {
                throw ValidationError("--needed takes 2 to --of, and --of at most 16.")
            }
            let vault = try options.openAgain()
            let secret = try SecretBytes.random(count: PaperOptions.secretBytes)
            let shares = try SecretShares.split(secret, needed: needed, of: of)
            let date = Places.now.day
            let sheets = shares.map { share in
                (
                    "executor-sheet-\(share.place)-of-\(of)-\(date.iso)",
                    Documents.Sheet.share(
                        share.place, of: of, needed: needed, words: share.words,
                        set: "\(share.set)", vault: vault.id.hexText, day: date,
                        program: Program.title, command: "vault recover")
                )
            }
            try paper.write(sheets) {
                try vault.setExecutor(
                    try Passphrase(random: secret), set: UInt64(shares.first?.set ?? 0),
                    needed: needed, sheets: shares.map { $0.words.joined(separator: " ") })
            }
            Console.print("Print them now, give each to another person, then delete the files.")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check one share sheet, without telling what it hides.",
            discussion: """
                Example:
                  vault executor check
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var sheets: SheetOptions

        func run() throws {
            let vault = try options.open()
            let sheet = try sheets.readOne()
            guard let place = try vault.recognise(sheet: sheet.words.joined(separator: " ")) else {
                throw SheetError.ofAnother
            }
            Console.print(
                "This is sheet \(place) of the present set; \(sheet.needed) of them open the vault."
            )
        }
    }
}

struct RecoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Open the vault with a recovery sheet or share sheets, and set a new passphrase.",
        discussion: """
            Type the words of one sheet after the other; four letters of each word are enough. \
            The audit trail tells that it was done, and `vault today` for a month.

            Example:
              vault recover
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var sheets: SheetOptions
    @OptionGroup var unlocking: UnlockingOptions

    @Option(
        name: .customLong("new-passphrase-fd"),
        help: ArgumentHelp(
            "Read the new passphrase from this open file descriptor.", valueName: "number"))
    var newDescriptor: Int32?

    func run() throws {
        let cost = try unlocking.cost
        let closed = try options.closed()
        let all = try sheets.readAll()
        let needed = all[0].needed
        let kind: SlotKind = needed == 1 ? .recovery : .executor
        let secret = try Passphrase(random: try SecretShares.combine(all))
        guard closed.has(kind) else { throw SheetError.ofAnother }
        try options.waitAfterFailures(closed)
        let vault: Vault
        do {
            vault = try closed.unlock(with: secret, kind: kind)
        } catch SealingError.wrongPassphrase {
            throw SheetError.ofAnother
        }
        try vault.requireCurrent()
        var settings = try vault.settings()
        settings.recovered = Settings.Recovery(by: kind.rawValue, on: Places.now.day)
        try vault.change(settings)
        Console.print("The vault is open. Choose its new passphrase.")
        try vault.changePassphrase(
            to: try NewPassphrase.ask(descriptor: newDescriptor), cost: cost)
        Console.print("The new passphrase is set. The audit trail tells how you came in.")
    }
}

/// Where sheets for printing go.
struct PaperOptions: ParsableArguments {
    /// 128 random bits: twenty words.
    static let secretBytes = 16

    @Option(
        help: ArgumentHelp("The folder for the files.", valueName: "folder"),
        completion: .directory)
    var to: String
    @Option(help: "letter or a4.") var paper = "letter"

    mutating func validate() throws {
        guard ["letter", "a4"].contains(paper) else {
            throw ValidationError("--paper takes letter or a4.")
        }
    }

    /// Writes each sheet as PDF and text, then lets `commit` make them count.
    func write(
        _ sheets: [(name: String, sheet: Documents.Sheet)], commit: () throws -> Void
    ) throws {
        let files = try sheets.flatMap { name, sheet in
            [
                (name + ".pdf", try sheet.pdf(on: paper == "a4" ? .a4 : .letter)),
                (name + ".txt", Array(sheet.text.utf8)),
            ]
        }
        try PrintedFiles.write(files, to: to, commit: commit)
        for (name, _) in files { Console.print("Written: \(name)") }
    }
}

/// Where the words of sheets come from: the terminal, or a file with one sheet a line.
struct SheetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read the words from a file, one sheet a line; - is standard input.", valueName: "file"
        ))
    var words: String?

    /// The first sheet, then as many more as it says are needed.
    func readAll() throws -> [ShareWords] {
        let lines = try words.map { path in
            try InputText.read(path).split(whereSeparator: \.isNewline)
                .filter { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
        }
        var all = [try read(1, of: 1, lines)]
        let needed = all[0].needed
        while all.count < needed { all.append(try read(all.count + 1, of: needed, lines)) }
        return all
    }

    /// A single sheet.
    func readOne() throws -> ShareWords {
        let lines = try words.map { [try InputText.read($0)] }
        return try read(1, of: 1, lines)
    }

    private func read(_ number: Int, of needed: Int, _ lines: [String]?) throws -> ShareWords {
        if let lines {
            guard number <= lines.count else {
                throw ShareError.tooFew(missing: max(1, needed - lines.count))
            }
            return try ShareWords(typed: lines[number - 1], sheet: number)
        }
        let question =
            needed == 1
            ? "The words on the sheet: " : "The words on sheet \(number) of \(needed): "
        guard let terminal = Terminal() else { throw TerminalError.noTerminal }
        return try Interruption.during {
            while true {
                let typed = try terminal.ask(question)
                do throws(ShareError) {
                    return try ShareWords(typed: typed, sheet: number)
                } catch {
                    terminal.show("\(error.problem) \(error.nextStep)\n")
                }
            }
        }
    }
}

/// Why sheets were of no use here.
enum SheetError: UserFacing, CaseIterable {
    case ofAnother

    var code: String { "sheet.of-another" }
    var problem: String { "The words are right, but they do not open this vault." }
    var nextStep: String {
        "Use the newest sheets of this vault; making new ones ends the old ones."
    }
    var exitCode: Wording.ExitCode { .locked }
}
