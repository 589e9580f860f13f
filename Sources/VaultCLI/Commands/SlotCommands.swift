internal import ArgumentParser
internal import Documents
internal import Sealing
internal import VaultCore

struct PassphraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase",
        abstract: "Change the passphrase, or have one suggested.",
        subcommands: [Change.self])

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

        @Option(
            name: .customLong("new-passphrase-fd"),
            help: ArgumentHelp(
                "Read the new passphrase from this open file descriptor.", valueName: "number"))
        var newDescriptor: Int32?

        func run() throws {
            let closed = try options.closed()
            // The present one is asked for even when the vault is open: a laptop left open must
            // not lose its owner.
            let present = try options.passphrase(for: closed, "Present passphrase: ")
            let vault = try closed.unlock(with: present)
            try vault.requireCurrent()
            let new = try NewPassphrase.ask(descriptor: newDescriptor)
            try vault.changePassphrase(to: new, cost: .standard)
            Console.print("The passphrase is changed.")
            Console.print("Copies and backups made before still open with the old one.")
        }
    }
}

/// Asks for a passphrase that is about to protect something.
enum NewPassphrase {
    static func ask(descriptor: Int32?) throws -> Passphrase {
        try PassphraseQuestion.askTwice(
            "New passphrase (four or five random words are good): ",
            again: "Type it once more: ", descriptor: descriptor)
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
            let closed = try options.closed()
            let present = try options.passphrase(for: closed, "Passphrase: ")
            let vault = try closed.unlock(with: present)
            try vault.removeSlot(slot)
            Console.print("Slot \(slot) is gone. Its sheets open only older copies.")
        }
    }
}
