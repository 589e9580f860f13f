internal import ArgumentParser
internal import Documents
internal import VaultCore

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring the vault back from a backup, or go on from an older copy.",
        discussion: """
            With a file: copies it to the vault's place, opens it with the passphrase that it had, \
            checks all of it, and says what it lacks before anything changes. Nothing is \
            overwritten: a file that is in the way is kept under another name.

            Without a file: when the vault that is there is older than it was last seen, everything \
            newer is lost to it; this goes on from it all the same.

            Either way the audit trail says so, with the reason: restored-backup, replaced-laptop \
            or damaged-file.

            Examples:
              vault restore /media/stick/backup-2026-11-28-140509-0a1b.vault --reason damaged-file
              vault restore --reason restored-backup
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The backup's file.") var file: String?
    @Option(help: ArgumentHelp("Why you go on from this copy.", valueName: "reason"))
    var reason: RestoreReason
    @Option(
        help: ArgumentHelp(
            "A stick that saw the vault later than this copy; may be given several times.",
            valueName: "folder"))
    var stick: [String] = []
    @Flag(help: "Keep the file that is in the way under another name.") var setAside = false
    @Flag(help: "Keep clients who come back with it although their record was destroyed.")
    var keepDestroyed = false

    private struct RestoreJSON: Encodable {
        let entries: UInt64
        let setAside: String?
    }

    func run() throws {
        guard let file else { return try goOn() }
        let bar = ProgressBar("Copying")
        let options = options
        var entries: UInt64 = 0
        let (vault, kept) = try Restoring(
            surroundings: Places.surroundings, progress: { bar.show($0, of: $1) },
            unlock: { copy in
                bar.finish()
                return try options.unlock(copy, "Passphrase of the backup: ")
            }
        ).restore(
            file, to: options.path, reason: reason, settingAside: setAside,
            keepingDestroyed: keepDestroyed, sticks: stick
        ) { copy in
            entries = copy.entries
            if !output.json { try explain(copy) }
        }
        // A session that held the earlier file's key has nothing to open any more.
        _ = try options.session(try options.closed()).lock()
        DestroyedAgain.tell(vault)
        if output.json {
            Output.json(RestoreJSON(entries: entries, setAside: kept))
            return
        }
        if let kept { Console.print("The file that was there is kept as \(kept).") }
        Console.print("Restored, and the audit trail says why. `vault open` opens it.")
        try vault.requireWhole()
    }

    private func explain(_ copy: CopyStanding) throws {
        let until = copy.last.map { ", the last of \($0.spoken)" } ?? ""
        Console.print(
            "The backup is whole: \(Bytes.text(copy.size)), \(copy.entries) audit entries\(until).")
        switch copy.standing {
        case nil:
            Console.print("Neither this computer nor the stick has seen this vault before.")
        case .current:
            Console.print("Neither this computer nor the stick has seen anything newer.")
        case .older(let seen, let here):
            let lacks =
                seen - here == 1
                ? "the one act after it is not" : "the \(seen - here) acts after it are not"
            Console.print(
                "It is older than what this computer or the stick last saw: \(lacks) in it.")
        case .fork(let here, let elsewhere, let common):
            let parting = common == 0 ? "" : " after \(common) audit entries"
            Console.print(
                "It and what this computer or the stick last saw went different ways\(parting): \(here), and \(elsewhere)."
            )
        case .memoryChanged:
            Console.print(
                "What this computer remembers of the vault was changed by something else.")
        }
        if copy.replacesOther {
            Console.print("The file at the vault's place now is another vault or damaged.")
        }
        guard options.passphraseDescriptor == nil, let terminal = Terminal() else { return }
        Console.print(
            "Restored, it is the vault that you go on with, and any other copy is out of date. "
                + "To try it only, type no and run `vault backup --rehearse --from FOLDER`.")
        let answer = try Interruption.during { try terminal.ask("Type yes to restore it: ") }
        guard answer.trimmingPrefix(while: \.isWhitespace).lowercased().hasPrefix("y") else {
            throw RestoreError.declined
        }
    }

    private func goOn() throws {
        let vault = try options.open()
        guard
            try vault.restore(
                reason: reason, witnesses: try stick.flatMap { try Witness.all(in: $0, for: vault) }
            )
        else {
            Console.print("This is the newest copy that was seen; nothing to restore.")
            return
        }
        if keepDestroyed { try vault.keepWhatReturned() }
        DestroyedAgain.tell(vault)
        Console.print("The vault goes on from this copy, and the audit trail says why.")
    }
}

extension RestoreReason: ExpressibleByArgument {}
