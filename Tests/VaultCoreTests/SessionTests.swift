import Audit
import Foundation
import Glibc
import Sealing
import Testing

@testable import VaultCore

/// Attack 35: when a session's time is up, on a clock that counts sleep.
@Suite struct `The clock of a session` {
    struct Case: Sendable {
        let idle: Int64
        let limit: Int64
        /// When the vault was asked for, in seconds after the opening.
        let asked: [Int64]
        let now: Int64
        let reason: SessionServer.LockReason?
        let left: [Int64]
    }

    static let cases = [
        Case(idle: 300, limit: 43_200, asked: [], now: 0, reason: nil, left: [300, 43_200]),
        Case(idle: 300, limit: 43_200, asked: [], now: 299, reason: nil, left: [1, 42_901]),
        Case(idle: 300, limit: 43_200, asked: [], now: 300, reason: .idle, left: [0, 42_900]),
        Case(idle: 300, limit: 43_200, asked: [299], now: 300, reason: nil, left: [299, 42_900]),
        Case(idle: 300, limit: 43_200, asked: [299], now: 599, reason: .idle, left: [0, 42_601]),
        // The machine slept for a night: the boot clock went on.
        Case(idle: 300, limit: 43_200, asked: [10], now: 28_800, reason: .idle, left: [0, 14_400]),
        Case(
            idle: 300, limit: 43_200, asked: [43_199], now: 43_200, reason: .limit, left: [299, 0]),
        Case(
            idle: 300, limit: 43_200, asked: [43_100], now: 90_000, reason: .limit, left: [0, 0]),
        Case(idle: 60, limit: 30, asked: [], now: 30, reason: .limit, left: [30, 0]),
        Case(idle: 0, limit: 0, asked: [], now: 0, reason: .limit, left: [0, 0]),
    ]

    @Test(arguments: cases)
    func `attack 35: locks when nobody asked, and at its limit`(_ example: Case) {
        let start: Int64 = 1000
        var clock = LockClock(
            limits: SessionLimits(idleSeconds: example.idle, absoluteSeconds: example.limit),
            now: start)
        for second in example.asked { clock.lastAsked = start + second }
        let now = start + example.now
        #expect(clock.expired(now) == example.reason)
        #expect([clock.idleLeft(now), clock.limitLeft(now)] == example.left)
    }

    @Test func `attack 35: is the boot clock, which counts sleep`() throws {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        let now = Platform.bootSeconds()
        #expect((Int64(time.tv_sec)...Int64(time.tv_sec) + 1).contains(now))
    }
}

/// Attack 34: the process that holds the key, spoken to by strangers.
@Suite struct `The process that keeps a vault open` {
    @Test func `gives the key to its owner's commands, tells its time, and locks`() throws {
        let session = try OpenSession()
        #expect(try session.key() == session.small.key)
        let status = try #require(try session.client.status())
        #expect((1...300).contains(status.idleSecondsLeft))
        #expect((1...3600).contains(status.limitSecondsLeft))
        #expect(try session.client.lock())
        session.waitForEnd()
        #expect(try !session.client.lock())
        #expect(try session.client.status() == nil)
        #expect(!exists(session.address.socket))
        let last = try #require(try session.small.open().auditEntries().last)
        #expect(last.act == .vaultLock)
        #expect(last[.reason] == "asked")
    }

    @Test func `keeps its folder and socket to itself`() throws {
        let session = try OpenSession()
        #expect(try mode(session.address.folder) == 0o700)
        #expect(try mode(session.address.socket) & 0o077 == 0)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func `locks on a signal and says so in the trail`(_ signal: Int32) throws {
        let session = try OpenSession()
        kill(session.process.processIdentifier, signal)
        session.waitForEnd()
        #expect(session.process.terminationStatus == 0)
        #expect(try session.key() == nil)
        let last = try #require(try session.small.open().auditEntries().last)
        #expect(last.act == .vaultAutoLock)
        #expect(last[.reason] == "signal")
    }

    static let malformed: [[UInt8]] = [
        [0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 1, 4], [0, 0, 0, 1, 255], [0, 0, 0, 2, 1, 1],
        [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 1], [0x80, 0, 0, 0, 1],
        [0, 0, 0, 1, 1, 1], [1, 0, 0, 0, 1], Array("GET / HTTP/1.1\r\n\r\n".utf8),
        [UInt8](repeating: 0, count: 100_000), [UInt8](repeating: 0xFF, count: 100_000),
        [0, 0, 1, 0] + [UInt8](repeating: 1, count: 256),
    ]

    @Test func `attack 34: answers no malformed frame, and lives on`() throws {
        let session = try OpenSession()
        for frame in Self.malformed {
            let line = try session.connect()
            line.send(frame)
            #expect(line.readToEnd().isEmpty, "\(frame.prefix(8))")
        }
        #expect(try session.key() != nil)
    }

    @Test func `attack 34: answers a frame that comes byte by byte, once`() throws {
        let session = try OpenSession()
        // Tried again where the machine was too busy to send five bytes in time.
        var answer: [UInt8] = []
        for _ in 0..<5 where answer.isEmpty {
            let line = try session.connect()
            for byte: UInt8 in [0, 0, 0, 1, 2] {
                line.send([byte])
                usleep(20_000)
            }
            answer = line.readToEnd()
        }
        #expect(answer.count == 20)
    }

    @Test func `attack 34: lets half-open callers go and serves the next`() throws {
        let session = try OpenSession()
        // More callers than it keeps; each says half a frame and then nothing.
        let idle = try (0..<40).map { index in
            let line = try session.connect()
            line.send([UInt8]([0, 0, 0].prefix(index % 4)))
            return line
        }
        #expect(try session.key() != nil)
        for line in idle { #expect(line.readToEnd().isEmpty) }
        #expect(try session.client.status() != nil)
        // It slept meanwhile: some ten seconds passed, and it worked for less than one.
        #expect(try work(of: session.process) < sysconf(Int32(_SC_CLK_TCK)))
    }

    /// The processor's time that a process took so far, in clock ticks.
    private func work(of process: Process) throws -> Int {
        let line = try String(
            contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
        let words = try #require(line.split(separator: ")").last).split(separator: " ")
        return try [11, 12].reduce(0) { try $0 + #require(Int(words[$1])) }
    }

    @Test func `attack 34: survives a flood of callers that hang up`() throws {
        let session = try OpenSession()
        for index in 0..<600 {
            let line = try session.connect()
            if index % 3 == 0 { line.send([0, 0, 0, 1, 1]) }
            if index % 7 == 0 { line.send([9, 9, 9, 9, 9]) }
            line.hangUp()
        }
        #expect(try session.key() != nil)
        #expect(try descriptors(of: session.process) < 40)
    }

    private func descriptors(of process: Process) throws -> Int {
        try FileManager.default.contentsOfDirectory(
            atPath: "/proc/\(process.processIdentifier)/fd"
        ).count
    }

    @Test func `attack 34: asking for the time does not keep it open`() throws {
        let session = try OpenSession(idle: 3)
        for _ in 0..<100 where try session.client.status() != nil { usleep(200_000) }
        session.waitForEnd()
        let last = try #require(try session.small.open().auditEntries().last)
        #expect(last.act == .vaultAutoLock)
        #expect(last[.reason] == "idle")
    }

    @Test func `attack 35: ends at its limit however often it is asked`() throws {
        let session = try OpenSession(idle: 60, limit: 2)
        for _ in 0..<100 where try session.key() != nil { usleep(200_000) }
        session.waitForEnd()
        #expect(try session.small.open().auditEntries().last?[.reason] == "limit")
    }

    @Test func `attack 34: a stale socket of a process that was killed is taken over`() throws {
        let session = try OpenSession()
        kill(session.process.processIdentifier, SIGKILL)
        session.waitForEnd()
        #expect(exists(session.address.socket))
        #expect(try session.key() == nil)
        let next = try OpenSession(session.small)
        #expect(try next.key() != nil)
    }

    enum Disguise: CaseIterable, Sendable {
        case openFolder, linkedFolder, linkedSocket, file, folderOfAnother, socketOfAnother
    }

    @Test(arguments: Disguise.allCases)
    func `attack 34: a command speaks to no socket that is not its owner's alone`(
        _ disguise: Disguise
    ) throws {
        try #require(getuid() == 0 || ![.folderOfAnother, .socketOfAnother].contains(disguise))
        let session = try OpenSession()
        try #require(try session.client.status() != nil)
        let folder = session.address.folder
        let socket = session.address.socket
        switch disguise {
        case .openFolder: chmod(folder, 0o755)
        case .linkedFolder:
            rename(folder, folder + ".aside")
            symlink(folder + ".aside", folder)
        case .linkedSocket:
            rename(socket, socket + ".aside")
            symlink(socket + ".aside", socket)
        case .file:
            rename(socket, socket + ".aside")
            try write("x", to: socket)
        case .folderOfAnother: chown(folder, 65534, 65534)
        case .socketOfAnother: chown(socket, 65534, 65534)
        }
        #expect(try session.key() == nil)
        #expect(try session.client.status() == nil)
    }

    @Test func `attack 34: starts in no folder that belongs to another`() throws {
        try #require(getuid() == 0)
        let place = try TestFolder()
        let folder = try place.folder("run")
        chown(folder, 65534, 65534)
        let address = SessionAddress(root: folder, vaultID: [UInt8](repeating: 1, count: 16))
        #expect(throws: VaultError.noPermission) { try makePrivateFolder(folder) }
        #expect(!exists(address.socket))
    }

    @Test func `attack 25: writes no core`() throws {
        let session = try OpenSession()
        let limits = try String(
            contentsOfFile: "/proc/\(session.process.processIdentifier)/limits", encoding: .utf8)
        let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
        #expect(core?.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
    }
}

/// A vault that a process of its own keeps open; it ends with its owner.
private final class OpenSession {
    let small: TestVault
    let process = Process()
    let address: SessionAddress

    var client: SessionClient { SessionClient(address) }

    init(_ vault: TestVault? = nil, idle: Int = 300, limit: Int = 3600) throws {
        small = try vault ?? TestVault.smallest()
        let id = try small.closed().id
        address = SessionAddress(root: small.folder("run/vault"), vaultID: id)
        // The program keeps its memory one folder deeper than these tests.
        var environment = Program.environment(in: small.folder)
        environment["XDG_STATE_HOME"] = small.folder("process-state")
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = [
            "session-process", "--vault", small.path, "--idle-seconds", "\(idle)",
            "--limit-seconds", "\(limit)",
        ]
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: small.folder.path)
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(small.key))
        try input.fileHandleForWriting.close()
        let said = try output.fileHandleForReading.read(upToCount: 5)
        try #require(said == Data("open\n".utf8))
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// The key that the process gives; nil when none does.
    func key() throws -> [UInt8]? {
        guard let key = try client.key() else { return nil }
        return key.withBytes { Array($0) }
    }

    /// Waits until it ends by itself; one that does not is ended, and that is a failure.
    func waitForEnd() {
        for _ in 0..<300 where process.isRunning { usleep(100_000) }
        guard process.isRunning else { return }
        Issue.record("the process did not end")
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func connect() throws -> Line {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let status = address.withSocketAddress { Glibc.connect(descriptor, $0, $1) }
        try #require(status == 0)
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        return Line(descriptor)
    }

    final class Line {
        private var descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit { hangUp() }

        func send(_ bytes: [UInt8]) {
            _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }

        func readToEnd() -> [UInt8] {
            var all: [UInt8] = []
            var part = [UInt8](repeating: 0, count: 256)
            while true {
                let count = recv(descriptor, &part, part.count, 0)
                guard count > 0 else { return all }
                all += part.prefix(count)
            }
        }

        func hangUp() {
            if descriptor >= 0 { close(descriptor) }
            descriptor = -1
        }
    }
}
