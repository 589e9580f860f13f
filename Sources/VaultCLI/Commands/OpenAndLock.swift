internal import ArgumentParser
internal import Foundation
internal import Sealing
internal import VaultCore
internal import Wording

struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Unlock the vault for a while.",
        discussion: """
            Asks for the passphrase once. A small process then holds the key in protected memory, \
            until you are away for a while, until `vault lock`, or at the latest after twelve hours.

            Example:
              vault open --lock-after 10
            """)

    @OptionGroup var options: VaultOptions

    @Option(
        help: ArgumentHelp(
            "Lock after so many minutes without a command; remembered.", valueName: "minutes"))
    var lockAfter: Int?

    func run() throws {
        if let lockAfter, !(1...240).contains(lockAfter) {
            throw ValidationError("--lock-after takes 1 to 240 minutes.")
        }
        let closed = try options.closed()
        let session = options.session(closed)
        if lockAfter == nil, options.passphraseDescriptor == nil,
            let status = try session.status()
        {
            Console.print("The vault is open already; \(Self.words(status)).")
            return
        }
        let passphrase = try options.passphrase(for: closed, "Passphrase: ")
        let vault = try closed.unlock(with: passphrase)
        try vault.requireCurrent()
        _ = try session.lock()
        var settings = try vault.settings()
        if let lockAfter, lockAfter != settings.lockAfterMinutes {
            settings.lockAfterMinutes = lockAfter
            try vault.change(settings)
        }
        if !MemoryProtection.locksMemory {
            Console.say("The system does not let this program lock memory against swapping.")
            Console.say("Raise the limit (ulimit -l), or use an encrypted swap.")
        }
        try SessionStarter.start(
            key: try vault.duplicateKey(), path: options.path, settings: settings)
        guard let status = try session.status() else { throw SessionStarter.Failure() }
        Console.print("The vault is open; \(Self.words(status)).")
    }

    static func words(_ status: SessionStatus) -> String {
        let minutes = max(1, (min(status.idleSecondsLeft, status.limitSecondsLeft) + 59) / 60)
        return
            "it locks itself after \(minutes) \(minutes == 1 ? "minute" : "minutes") without a command"
    }
}

struct LockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Lock the vault now.",
        discussion: """
            Example:
              vault lock
            """)

    @OptionGroup var options: VaultOptions

    func run() throws {
        let closed: ClosedVault
        do {
            closed = try options.closed()
        } catch {
            // The file is gone or damaged: then whatever is open is locked.
            guard try SessionClient.lockAll(in: Places.sessionFolder) > 0 else { throw error }
            Console.print("The vault's file can't be read. All that was open is locked.")
            return
        }
        let before = try closed.lastCheckpoint()
        guard try options.session(closed).lock() else {
            return Console.print("The vault was locked already.")
        }
        Console.print("The vault is locked.")
        guard try closed.lastCheckpoint() == before else { return }
        Console.say("This could not be noted in the audit trail, which tells of no locking.")
        Console.say("Run `vault verify` the next time you open it.")
    }
}

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say whether the vault is open, and until when.",
        discussion: """
            Needs no passphrase.

            Example:
              vault status
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    private struct StatusJSON: Encodable {
        let vault: String
        let open: Bool
        let idleSecondsLeft: Int64?
        let limitSecondsLeft: Int64?
    }

    func run() throws {
        let closed = try options.closed()
        let status = try options.session(closed).status()
        if output.json {
            Output.json(
                StatusJSON(
                    vault: options.path, open: status != nil,
                    idleSecondsLeft: status?.idleSecondsLeft,
                    limitSecondsLeft: status?.limitSecondsLeft))
            return
        }
        Console.print("Vault: \(options.path)")
        guard let status else {
            Console.print("It is locked. Open it with `vault open`.")
            return
        }
        Console.print("It is open; \(OpenCommand.words(status)).")
    }
}
