internal import ArgumentParser
internal import Documents
internal import Sealing
internal import VaultCore

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the vault to a stick, or rehearse bringing a copy back.",
        discussion: """
            The copy is the whole vault, encrypted as it is, and opens with your passphrase. It is \
            read back from the stick and checked before it counts. You can go on working \
            meanwhile. The ten newest stay in a folder; --keep says otherwise, from then on.

            A rehearsal brings the newest copy back to a scratch place, opens it with your \
            passphrase, checks it, and writes into the audit trail how that went.

            Examples:
              vault backup --to /media/stick
              vault backup --rehearse --from /media/stick
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("The folder on the stick.", valueName: "folder"))
    var to: String?

    @Option(help: ArgumentHelp("How many backups stay in a folder.", valueName: "number"))
    var keep: Int?

    @Flag(help: "Try whether a backup could be brought back.") var rehearse = false

    @Option(
        help: ArgumentHelp("Where the backups are, or one of them.", valueName: "folder-or-file"))
    var from: String?

    func validate() throws {
        if rehearse {
            guard from != nil, to == nil, keep == nil else {
                throw ValidationError("A rehearsal takes --from, and neither --to nor --keep.")
            }
        } else {
            guard to != nil, from == nil else {
                throw ValidationError("Name the folder on the stick with --to.")
            }
        }
        guard keep.map({ (1...1000).contains($0) }) ?? true else {
            throw ValidationError("--keep takes a number from 1 to 1000.")
        }
    }

    func run() throws {
        if let from {
            try runRehearsal(from)
        } else if let to {
            try runBackup(to)
        }
    }

    private struct BackupJSON: Encodable {
        let file: String
        let size: Int
        let sha256: String
        let entries: UInt64
        let root: String
        let copyMilliseconds: Int64
        let checkMilliseconds: Int64
        let removed: [String]
    }

    private func runBackup(_ to: String) throws {
        let vault = try options.open()
        if let keep, keep != (try vault.settings().backupsKept) {
            var settings = try vault.settings()
            settings.backupsKept = keep
            try vault.change(settings)
        }
        let bar = ProgressBar("Copying")
        let result = try vault.backUp(to: to) { bar.show($0, of: $1) }
        bar.finish()
        if output.json {
            Output.json(
                BackupJSON(
                    file: result.name, size: result.size, sha256: result.digest,
                    entries: result.entries, root: result.root,
                    copyMilliseconds: result.copyMilliseconds,
                    checkMilliseconds: result.checkMilliseconds, removed: result.removed))
            return
        }
        Console.print("Backed up as \(result.name): \(Bytes.text(result.size)).")
        Console.print(
            "It was read back from the stick, opened and checked: everything is there, up to audit entry \(result.entries - 1)."
        )
        Console.print(
            "Copied in \(Seconds.text(result.copyMilliseconds)), checked in \(Seconds.text(result.checkMilliseconds))."
        )
        for name in result.removed { Console.print("The oldest made room: \(name).") }
    }

    private struct RehearsalJSON: Encodable {
        let file: String
        let size: Int
        let entries: UInt64
        let revisions: Int
        let last: String?
        let milliseconds: Int64
    }

    /// The passphrase is always asked for: that she still knows what opens a backup is half of
    /// what is rehearsed.
    private func runRehearsal(_ from: String) throws {
        let closed = try options.closed()
        let vault: Vault
        let passphrase: Passphrase
        if options.passphraseDescriptor == nil, let key = try options.session(closed).key() {
            vault = try closed.unlock(with: key)
            passphrase = try options.passphrase(for: closed, "Passphrase, to open the backup: ")
        } else {
            passphrase = try options.passphrase(for: closed, "Passphrase: ")
            vault = try closed.unlock(with: passphrase)
        }
        let bar = ProgressBar("Copying")
        let rehearsal = try vault.rehearse(
            from,
            with: Restoring(
                surroundings: Places.surroundings, progress: { bar.show($0, of: $1) },
                unlock: { copy in
                    bar.finish()
                    return try copy.unlockUnsettled(with: passphrase)
                }))
        if output.json {
            Output.json(
                RehearsalJSON(
                    file: rehearsal.name, size: rehearsal.size, entries: rehearsal.entries,
                    revisions: rehearsal.revisions, last: rehearsal.last?.iso,
                    milliseconds: rehearsal.milliseconds))
            return
        }
        Console.print("\(rehearsal.name) could be brought back: \(Bytes.text(rehearsal.size)).")
        Console.print(
            "Your passphrase opens it, and all of its \(rehearsal.revisions) records and \(rehearsal.entries) audit entries are whole."
        )
        if let last = rehearsal.last {
            Console.print("It holds everything up to \(last.spoken).")
        }
        Console.print(
            "It took \(Seconds.text(rehearsal.milliseconds)), and the audit trail says so. The scratch copy is gone."
        )
    }
}

/// Durations as people read them.
enum Seconds {
    static func text(_ milliseconds: Int64) -> String {
        let tenths = max(0, milliseconds + 50) / 100
        if tenths < 1 { return "less than a tenth of a second" }
        if tenths == 10 { return "1 second" }
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10) seconds" : "\(tenths / 10) seconds"
    }
}
