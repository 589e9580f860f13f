internal import ArgumentParser
internal import Audit
internal import Foundation
internal import Sealing
internal import VaultCore
internal import Wording

/// The process that keeps a vault open; started by `vault open`, never typed.
///
/// The key arrives on standard input, one line on standard output says that the socket is there.
struct SessionProcess: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session-process", abstract: "Keeps a vault open.", shouldDisplay: false)

    @Option var vault: String
    @Option var idleSeconds: Int64
    @Option var limitSeconds: Int64

    func run() throws {
        // A session of its own: closing the terminal does not end it. And nothing of the
        // caller's that happened to be open: a passphrase file, another program's lock.
        setsid()
        for descriptor in (STDERR_FILENO + 1)..<1024 { close(descriptor) }
        let id = try ClosedVault(at: vault, surroundings: Places.surroundings).id
        let key = try SecretKey { (target) throws(SealingError) in
            var filled = 0
            while filled < target.count {
                let count = read(
                    STDIN_FILENO, target.baseAddress?.advanced(by: filled), target.count - filled)
                guard count > 0 else { throw .malformed }
                filled += count
            }
        }
        let server = try SessionServer(
            key: key, address: SessionAddress(root: Places.sessionFolder, vaultID: id),
            limits: SessionLimits(idleSeconds: idleSeconds, absoluteSeconds: limitSeconds))
        Console.write("open\n", to: STDOUT_FILENO)
        SessionStarter.detach()
        server.run { reason, key in
            // Locking never waits for the entry to succeed: a missing disk must not keep it open.
            // The file is opened only now, because it may have been exchanged meanwhile.
            do {
                let closed = try ClosedVault(at: vault, surroundings: Places.surroundings)
                guard closed.id == id else { return }
                let vault = try closed.unlock(with: try key.duplicate())
                let act: AuditAct = reason == .asked ? .vaultLock : .vaultAutoLock
                try vault.commit(AuditEvent(act, details: [.reason: reason.rawValue]))
            } catch {}
        }
    }
}

/// Starts that process and hands it the key.
enum SessionStarter {
    struct Failure: UserFacing {
        var code: String { "session.not-started" }
        var problem: String { "The vault could not be kept open." }
        var nextStep: String { "Go on without: each command will ask for your passphrase." }
        var exitCode: Wording.ExitCode { .failed }
    }

    static func start(key: consuming SecretKey, path: String, settings: Settings) throws {
        var input: [Int32] = [-1, -1]
        var output: [Int32] = [-1, -1]
        guard pipe(&input) == 0, pipe(&output) == 0 else { throw Failure() }
        for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        defer { close(output[0]) }
        let started = spawn(
            [
                "vault", "session-process", "--vault", absolute(path),
                "--idle-seconds", "\(settings.lockAfterMinutes * 60)",
                "--limit-seconds", "\(settings.lockAtMostHours * 3600)",
            ], input: input[0], output: output[1])
        close(input[0])
        close(output[1])
        guard started else {
            close(input[1])
            throw Failure()
        }
        key.withBytes { _ = write(input[1], $0.baseAddress, $0.count) }
        close(input[1])
        var answer: [UInt8] = [0]
        guard read(output[0], &answer, 1) == 1 else { throw Failure() }
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private static func spawn(_ arguments: [String], input: Int32, output: Int32) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var words = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var surroundings = Places.sessionEnvironment.map { strdup($0) } + [nil]
        defer { surroundings.forEach { free($0) } }
        var process = pid_t()
        return posix_spawn(
            &process, Platform.ownProgram, &actions, nil, &words, &surroundings) == 0
    }

    /// Lets go of the pipes, the working folder and the terminal.
    static func detach() {
        let nowhere = open("/dev/null", O_RDWR)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(nowhere, descriptor) }
        if nowhere > STDERR_FILENO { close(nowhere) }
        _ = chdir("/")
    }
}
