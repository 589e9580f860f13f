internal import ArgumentParser
internal import VaultCore
internal import Wording

/// The `vault` program: one file a command in `Commands`, nothing here that is worth a unit test.
@main
struct VaultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault",
        abstract: "An encrypted vault for a therapist's records, and the notes that go into it.",
        discussion: """
            A day with it:
              vault open                 unlock once; locks itself when you are away
              vault draft note C1        shorthand in, a complete note out
              vault review D1            read it sentence by sentence
              vault sign D1              sign it with your passphrase
              vault export D1 --to /media/stick
              vault lock
            """,
        version: Program.version,
        subcommands: [SessionProcess.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Everyday",
                subcommands: [
                    OpenCommand.self, TodayCommand.self, JotCommand.self,
                    DraftCommand.self, ReviewCommand.self, SignCommand.self, AmendCommand.self,
                    DiscardCommand.self,
                    BatchCommand.self,
                    ListCommand.self,
                    ShowCommand.self, SearchCommand.self, WeekCommand.self, LockCommand.self,
                    StatusCommand.self,
                ]),
            CommandGroup(
                name: "Practice",
                subcommands: [
                    PracticeCommand.self, ClientCommand.self, SessionCommand.self,
                    MeasureCommand.self, ConsentCommand.self, RequestCommand.self,
                    AttachCommand.self,
                    PsychotherapyCommand.self, PhraseCommand.self, KindCommand.self,
                    ReferenceCommand.self, RetentionCommand.self,
                    ImportCommand.self,
                ]),
            CommandGroup(
                name: "Exchange",
                subcommands: [
                    ExportCommand.self, UnsealCommand.self, CorrespondentCommand.self,
                    DisclosureCommand.self,
                ]),
            CommandGroup(
                name: "Vault",
                subcommands: [
                    InitCommand.self, PassphraseCommand.self, RecoveryCommand.self,
                    ExecutorCommand.self, RecoverCommand.self,
                    SlotCommand.self, VerifyCommand.self,
                    BackupCommand.self, RestoreCommand.self, AuditCommand.self,
                    IncidentCommand.self, WitnessCommand.self,
                ]),
        ])

    static func main() {
        Platform.protectProcess()
        Interruption.prepare()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Failure.end(error)
        }
    }
}

/// What the program calls itself in the audit trail.
enum Program {
    static let version = "0.1.0"
    static let title = "vault \(version)"
}
