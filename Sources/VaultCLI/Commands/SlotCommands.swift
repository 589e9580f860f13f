internal import ArgumentParser
internal import Documents
internal import Sealing
internal import VaultCore

struct PassphraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase",
        abstract: "Change the passphrase, or have one suggested.",
        subcommands: [Change.self, Suggest.self])

    struct Change: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change the passphrase.",
            discussion: """
                The old one then opens this vault no more. It still opens older copies, such as \
                backups: destroy those if someone may know it.

                Example:
                  vault passphrase change
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var unlocking: UnlockingOptions

        @Option(
            name: .customLong("new-passphrase-fd"),
            help: ArgumentHelp(
                "Read the new passphrase from this open file descriptor.", valueName: "number"))
        var newDescriptor: Int32?

        func run() throws {
            let cost = try unlocking.cost
            let vault = try options.openAgain()
            let new = try NewPassphrase.ask(descriptor: newDescriptor)
            try vault.changePassphrase(to: new, cost: cost)
            Console.print("The passphrase is changed.")
            Console.print("Copies and backups made before still open with the old one.")
        }
    }
}

/// How dear a guess at a passphrase is made.
struct UnlockingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Memory that one guess at the passphrase costs, in MiB (64 or more).",
            valueName: "MiB"))
    var unlockMemory: UInt64 = PassphraseCost.standard.memory >> 20

    var cost: PassphraseCost {
        get throws {
            let cost = PassphraseCost(
                memory: unlockMemory << 20, passes: PassphraseCost.standard.passes)
            guard unlockMemory < 1 << 20, cost.isAcceptable else {
                throw ValidationError("--unlock-memory takes 64 to 4096.")
            }
            return cost
        }
    }
}

/// Asks for a passphrase that is about to protect something, and says if it is weak.
enum NewPassphrase {
    static func ask(
        _ question: String = "New passphrase (`vault passphrase suggest` suggests one): ",
        descriptor: Int32?
    ) throws -> Passphrase {
        while true {
            let passphrase = try PassphraseQuestion.askTwice(
                question, again: "Type it once more: ", descriptor: descriptor)
            guard try PassphraseStrength(of: passphrase).verdict == .weak else {
                return passphrase
            }
            Console.say("This passphrase is weak: a thief with the file could guess it.")
            guard descriptor == nil, let terminal = Terminal() else {
                Console.say("Choose a longer one soon, with `vault passphrase change`.")
                return passphrase
            }
            let answer = try Interruption.during {
                try terminal.ask("Type yes to use it all the same, or Enter to choose another: ")
            }
            if answer.lowercased() == "yes" { return passphrase }
        }
    }
}

extension PassphraseCommand {
    struct Suggest: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suggest a passphrase of random words.",
            discussion: """
                Needs no vault. Six words are worth 60 bits, whoever guesses.

                Example:
                  vault passphrase suggest
                """)

        @Option(help: "So many words.") var words = SuggestedPassphrase.words

        func run() throws {
            guard (4...20).contains(words) else { throw ValidationError("--words takes 4 to 20.") }
            Console.print(try SuggestedPassphrase.random(words: words).textToShow())
        }
    }
}

struct SlotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slot",
        abstract: "The ways into the vault: list, remove.",
        subcommands: [List.self, Remove.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the ways into the vault.",
            discussion: """
                Example:
                  vault slot list
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions

        private struct SlotJSON: Encodable {
            let slot: UInt64
            let kind: String
            let made: String
            let needed: Int
            let sheets: Int
        }

        func run() throws {
            let vault = try options.open()
            let rows = vault.slots.map { slot in
                SlotJSON(
                    slot: slot.number, kind: slot.kind.rawValue,
                    made: slot.madeAt == 0
                        ? ""
                        : Moment(
                            milliseconds: Int64(clamping: slot.madeAt),
                            zoneOffsetMinutes: Places.now.zoneOffsetMinutes)?.day.iso ?? "",
                    needed: slot.needed, sheets: slot.sheets)
            }
            if output.json { return Output.json(rows) }
            Output.table(
                ["SLOT", "MADE", "WHAT OPENS IT"],
                rows.map { ["\($0.slot)", $0.made, Self.words($0)] }, empty: "")
        }

        private static func words(_ slot: SlotJSON) -> String {
            switch SlotKind(rawValue: slot.kind) {
            case .passphrase: "your passphrase"
            case .recovery: "the code on the recovery sheet"
            case .executor: "\(slot.needed) of the \(slot.sheets) share sheets"
            case nil: slot.kind
            }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a way into the vault away.",
            discussion: """
                The sheets that belong to it open nothing any more, except older copies.

                Example:
                  vault slot remove 2
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The number, as `vault slot list` shows it.") var slot: UInt64

        func run() throws {
            let vault = try options.openAgain()
            try vault.removeSlot(slot)
            Console.print("Slot \(slot) is gone. Its sheets open only older copies.")
        }
    }
}
