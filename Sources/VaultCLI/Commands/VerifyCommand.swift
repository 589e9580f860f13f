internal import ArgumentParser
internal import Audit
internal import Documents
internal import VaultCore
internal import Wording

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check everything in the vault or on a stick, and list all damage at once.",
        discussion: """
            Without a folder: opens every record, checks every audit entry and signature and every \
            byte of the file, and compares with what this computer and the sticks remember.

            With a folder: checks every export, backup and checkpoint on that stick, against the \
            vault. Where there is no vault, such as on a reader's computer, or with --key, it \
            checks against the clinician's public key, and opens what --identity or a passphrase \
            opens.

            Examples:
              vault verify
              vault verify --stick /media/stick
              vault verify /media/stick
              vault verify /media/stick --key vault-0a1b...+3c4d...+AfQ... --identity key.txt
            """)

    @Argument(help: "A stick's folder, to check what is on it.") var folder: String?

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Compare with the checkpoints on this stick.", valueName: "folder"))
    var stick: [String] = []

    @Option(
        help: ArgumentHelp("The clinician's public key; then no vault is used.", valueName: "key"))
    var key: String?
    @Option(help: ArgumentHelp("A file with the age key that opens exports.", valueName: "file"))
    var identity: String?

    func validate() throws {
        guard folder != nil || (key == nil && identity == nil) else {
            throw ValidationError("--key and --identity go with a stick's folder.")
        }
        guard folder == nil || stick.isEmpty else {
            throw ValidationError("Name the stick's folder once, with or without --stick.")
        }
    }

    private struct VerifyJSON: Encodable {
        let verifies: Bool
        let exitCode: Int32
        let entries: Int
        let revisions: Int
        let readable: Int
        let witnesses: Int
        let root: String
        let unended: [UInt64]
        let breaks: [Break]
        let damages: [VerificationReport.Damage]
    }

    private struct Break: Encodable {
        let entry: UInt64
        let kind: String
    }

    func run() throws {
        if let folder {
            return try StickVerification(
                folder: folder, options: options, output: output, key: key, identity: identity
            ).run()
        }
        let vault = try options.openUnsettled()
        let witnesses = try stick.flatMap { try Witness.all(in: $0, for: vault) }
        let report = try vault.verify(witnesses: witnesses)
        if output.json {
            Output.json(
                VerifyJSON(
                    verifies: report.damages.isEmpty, exitCode: report.exitCode.rawValue,
                    entries: report.entries, revisions: report.revisions,
                    readable: report.readable, witnesses: report.witnesses, root: report.root,
                    unended: report.unended,
                    breaks: report.breaks.map { Break(entry: $0.entry, kind: $0.kind.rawValue) },
                    damages: report.damages))
        } else {
            show(report)
        }
        guard report.exitCode == .done else { throw Ended(code: report.exitCode) }
        do {
            try vault.settle()
            try vault.commit(AuditEvent(.vaultVerify))
        } catch {
            // A backup on a medium that can't be written can be checked all the same.
            Console.say("This check could not be noted in the audit trail.")
            Console.say("Run it on a disk that can be written if the trail should show it.")
        }
    }

    private func show(_ report: VerificationReport) {
        Console.print("Audit entries checked:  \(report.entries)")
        Console.print("Revisions opened:       \(report.readable) of \(report.revisions)")
        if !stick.isEmpty { Console.print("Checkpoints on sticks:  \(report.witnesses)") }
        if !report.unended.isEmpty {
            let numbers = report.unended.map(String.init).joined(separator: ", ")
            Console.print(
                "Exports not ended:      \(report.unended.count) (audit entry \(numbers))")
        }
        for found in report.breaks {
            Console.print("To be explained:        entry \(found.entry)")
            Console.print("  \(found.kind.words)")
        }
        guard !report.damages.isEmpty else {
            Console.print("The vault verifies: nothing was changed, removed or put back.")
            return
        }
        Console.print("")
        Console.print("The vault does not verify:")
        for damage in report.damages { Console.print("  \(damage.kind.rawValue): \(damage.place)") }
        Console.print("")
        Console.print("Keep this file and your backups, and do not work on in it.")
    }
}
