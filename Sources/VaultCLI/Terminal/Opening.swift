internal import ArgumentParser
internal import Audit
internal import Documents
internal import Foundation
internal import Sealing
internal import VaultCore

/// Options that every command on a vault has, and the way from them to an open vault.
struct VaultOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The vault's file (default: $VAULT_FILE, else your data folder).",
            valueName: "file"))
    var vault: String?

    @Option(
        name: .customLong("passphrase-fd"),
        help: ArgumentHelp(
            "Read the passphrase from this open file descriptor.", valueName: "number"))
    var passphraseDescriptor: Int32?

    var path: String { vault ?? Places.vaultFile }

    /// The vault, opened by the session, the given descriptor, or a question at the terminal.
    func open() throws -> Vault {
        let vault = try openUnsettled()
        try vault.settle()
        warn(of: vault.standing)
        DestroyedAgain.tell(vault)
        return vault
    }

    /// The same before anything in it was looked at, for `vault verify`.
    func openUnsettled() throws -> Vault {
        let closed = try closed()
        if passphraseDescriptor == nil {
            if let key = try session(closed).key() { return try closed.unlockUnsettled(with: key) }
            guard Terminal() != nil else { throw VaultError.locked }
        }
        return try closed.unlockUnsettled(
            with: try passphrase(for: closed, "Passphrase: "))
    }

    func closed() throws -> ClosedVault {
        try ClosedVault(at: path, surroundings: Places.surroundings)
    }

    func session(_ closed: ClosedVault) -> SessionClient {
        SessionClient(SessionAddress(root: Places.sessionFolder, vaultID: closed.id))
    }

    /// The vault, opened by the passphrase even where a session is open: for acts that a laptop
    /// left open must not allow.
    func openAgain() throws -> Vault {
        let closed = try closed()
        let vault = try closed.unlock(with: try passphrase(for: closed, "Passphrase: "))
        try vault.requireCurrent()
        return vault
    }

    /// A copy of a vault, opened by what is typed or given even where a session is open; nothing
    /// in it was looked at.
    func unlock(_ copy: ClosedVault, _ question: String) throws -> Vault {
        try copy.unlockUnsettled(with: try passphrase(for: copy, question))
    }

    func waitAfterFailures(_ closed: ClosedVault) throws {
        Waiting.rest(try closed.waitBeforeAttempt())
    }

    /// Asks for the passphrase, after the wait that earlier failures have earned.
    func passphrase(for closed: ClosedVault, _ question: String) throws -> Passphrase {
        guard passphraseDescriptor != nil || Terminal() != nil else {
            throw TerminalError.noTerminalForPassphrase
        }
        try waitAfterFailures(closed)
        return try PassphraseQuestion.ask(question, descriptor: passphraseDescriptor)
    }

    /// An older copy can be looked at, but she must know.
    private func warn(of standing: Standing) {
        guard let error = standing.error else { return }
        Console.say(error.problem)
        Console.say(error.nextStep)
    }
}

/// The wait that wrong passphrases have earned.
enum Waiting {
    static func rest(_ seconds: Int64) {
        guard seconds > 0 else { return }
        Console.say(
            "Waiting \(seconds) \(seconds == 1 ? "second" : "seconds") after the last wrong passphrase."
        )
        sleep(UInt32(seconds))
    }
}

/// `--json`, on everything that lists or shows.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Write the result as JSON.")
    var json = false

    /// Failures are then JSON too.
    mutating func validate() throws { Console.wantsJSON = json }
}

/// Where things are on this computer.
enum Places {
    private static let environment = ProcessInfo.processInfo.environment

    static var vaultFile: String {
        environment["VAULT_FILE"] ?? folder("XDG_DATA_HOME", "/.local/share")
            + "/vault/practice.vault"
    }

    static var stateRoot: String { folder("XDG_STATE_HOME", "/.local/state") + "/vault" }

    static var sessionFolder: String {
        guard let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") else {
            return stateRoot + "/session"
        }
        return runtime + "/vault"
    }

    private static let beginning: Moment = {
        guard let moment = Moment(milliseconds: 0, zoneOffsetMinutes: 0) else {
            preconditionFailure("1970 is within the calendar")
        }
        return moment
    }()

    /// What the process that keeps a vault open needs to know, and nothing else.
    static var sessionEnvironment: [String] {
        ["HOME", "LANG", "LD_LIBRARY_PATH", "TZ", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"].compactMap {
            name in
            environment[name].map { "\(name)=\($0)" }
        }
    }

    private static func folder(_ variable: String, _ fallback: String) -> String {
        if let set = environment[variable], set.hasPrefix("/") { return set }
        return (environment["HOME"] ?? "") + fallback
    }

    static var surroundings: Vault.Surroundings {
        Vault.Surroundings(
            now: { Places.now }, stateRoot: stateRoot, program: "vault/\(Program.version)")
    }

    /// The wall clock with this computer's zone.
    static var now: Moment {
        var time = timeval()
        gettimeofday(&time, nil)
        var seconds = time.tv_sec
        var local = tm()
        localtime_r(&seconds, &local)
        let moment = Moment(
            milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_usec) / 1000,
            zoneOffsetMinutes: min(1080, max(-1080, Int(local.tm_gmtoff) / 60)))
        // A clock beyond the calendar counts as its beginning; the trail then says that it went back.
        return moment ?? Places.beginning
    }
}

extension Places {
    /// When an entry was made, on the clock of the place it was made at.
    static func utc(_ milliseconds: UInt64) -> String {
        Moment(milliseconds: Int64(clamping: milliseconds), zoneOffsetMinutes: 0)?.iso ?? "?"
    }

    static func local(_ entry: AuditEntry) -> String {
        Moment(milliseconds: Int64(clamping: entry.time), zoneOffsetMinutes: entry.zone)?.iso ?? "?"
    }
}
