internal import Foundation
package import Sealing

/// The small process that holds the vault key and answers this user's commands.
///
/// One thread, a handful of connections, fixed frames. It locks when nobody asked for a while, when
/// its time is up (both on a clock that counts sleep), on `vault lock` and on a signal. Locking
/// means: stop listening, write the entry, wipe the key, end.
package struct SessionServer: ~Copyable {
    private let key: SecretKey
    private let address: SessionAddress
    private let limits: SessionLimits
    private let listener: Int32
    /// The socket file that is ours; a later session of the same vault may have replaced it.
    private let file: ino_t?
    /// Readable once a signal came.
    private let wake: Int32

    /// Why a session ended; the trail carries the word.
    package enum LockReason: String, Sendable {
        case asked
        case idle
        case limit
        case signal
        /// Another session took this one's place, or its folder is gone: nobody could lock it.
        case replaced
    }

    private static let mostConnections = 16
    /// So long a caller may take for its five bytes, in seconds: a busy machine is no attack.
    private static let patience: Int64 = 5

    /// Binds the socket; a stale one of a process that was killed is taken away first. From here on a
    /// signal ends the session in order.
    package init(
        key: consuming SecretKey, address: SessionAddress, limits: SessionLimits
    ) throws {
        try makePrivateFolder(address.folder)
        umask(0o077)
        unlink(address.socket)
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw VaultError.fromSystem(errno) }
        _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
        guard let bound = address.withSocketAddress({ bind(listener, $0, $1) }), bound == 0,
            chmod(address.socket, 0o600) == 0, listen(listener, 32) == 0
        else {
            close(listener)
            throw VaultError.noPermission
        }
        self.key = key
        self.address = address
        self.limits = limits
        self.listener = listener
        file = address.socketFile
        wake = SignalPipe.install()
    }

    /// Answers until the session ends, then calls `note` with the key while it still exists.
    package consuming func run(note: (LockReason, borrowing SecretKey) -> Void) {
        var clock = LockClock(limits: limits, now: Platform.bootSeconds())
        var connections: [Connection] = []
        var reason: LockReason?
        while reason == nil {
            wait(for: connections)
            let now = Platform.bootSeconds()
            reason = SignalPipe.arrived ? .signal : clock.expired(now)
            // Whoever can no longer be reached, or was replaced, must not keep the key.
            if reason == nil, address.socketFile != file { reason = .replaced }
            guard reason == nil else { break }
            accept(into: &connections, now: now)
            for index in connections.indices {
                switch connections[index].read(now: now) {
                case .waiting: break
                case .gone: connections[index].end()
                case .asks(.lock):
                    // Left open on purpose: it closes when the key is gone.
                    reason = .asked
                case .asks(let request):
                    if request == .key { clock.lastAsked = now }
                    answer(request, on: connections[index].descriptor, clock: clock, now: now)
                    connections[index].end()
                }
            }
            connections.removeAll { $0.descriptor < 0 }
        }
        if address.socketFile == file { unlink(address.socket) }
        close(listener)
        if let reason { note(reason, key) }
    }

    /// Sleeps until something arrives, but never long: the boot clock is looked at each time.
    private borrowing func wait(for connections: [Connection]) {
        // Whoever waits to be let in while no more are wakes nobody.
        let door = connections.count < Self.mostConnections ? [listener] : []
        var watched = door + [wake] + connections.map(\.descriptor)
        watched.removeAll { $0 < 0 }
        var polls = watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        poll(&polls, nfds_t(polls.count), 1000)
    }

    private borrowing func accept(into connections: inout [Connection], now: Int64) {
        while connections.count < Self.mostConnections {
            let descriptor = Foundation.accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            guard Platform.peerUser(descriptor) == getuid() else {
                close(descriptor)
                continue
            }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            connections.append(Connection(descriptor: descriptor, deadline: now + Self.patience))
        }
    }

    private borrowing func answer(
        _ request: SessionRequest, on descriptor: Int32, clock: LockClock, now: Int64
    ) {
        switch request {
        case .key:
            guard send([0, 0, 0, UInt8(SecretKey.size)], to: descriptor) else { return }
            key.withBytes { bytes in
                _ = Foundation.send(
                    descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
        case .status:
            let numbers = [clock.idleLeft(now), clock.limitLeft(now)].flatMap { value in
                (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * Int64($0))) }
            }
            _ = send([0, 0, 0, 16] + numbers, to: descriptor)
        case .lock: break
        }
    }

    private borrowing func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
            == bytes.count
    }
}

/// One caller, and what it has sent so far.
private struct Connection {
    var descriptor: Int32
    var frame: [UInt8] = []
    var deadline: Int64

    init(descriptor: Int32, deadline: Int64) {
        self.descriptor = descriptor
        self.deadline = deadline
    }

    enum Progress: Equatable {
        case waiting
        case gone
        case asks(SessionRequest)
    }

    /// Reads what is there; a frame that is too long, unknown or too slow ends the connection.
    mutating func read(now: Int64) -> Progress {
        var buffer = [UInt8](repeating: 0, count: SessionRequest.longestFrame)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { return .gone }
        if count > 0 { frame += buffer.prefix(count) }
        if frame.count >= 4, frame.prefix(4).elementsEqual([0, 0, 0, 1]) == false { return .gone }
        guard frame.count >= 5 else { return now >= deadline ? .gone : .waiting }
        guard frame.count == 5, let request = SessionRequest(rawValue: frame[4]) else {
            return .gone
        }
        return .asks(request)
    }

    mutating func end() {
        close(descriptor)
        descriptor = -1
    }
}

/// When the session's time is up.
struct LockClock {
    let limits: SessionLimits
    let started: Int64
    var lastAsked: Int64

    init(limits: SessionLimits, now: Int64) {
        self.limits = limits
        started = now
        lastAsked = now
    }

    func idleLeft(_ now: Int64) -> Int64 { max(0, limits.idleSeconds - (now - lastAsked)) }

    func limitLeft(_ now: Int64) -> Int64 { max(0, limits.absoluteSeconds - (now - started)) }

    func expired(_ now: Int64) -> SessionServer.LockReason? {
        if limitLeft(now) == 0 { return .limit }
        return idleLeft(now) == 0 ? .idle : nil
    }
}

/// Turns SIGTERM, SIGINT and SIGHUP into a byte that `poll` sees.
private enum SignalPipe {
    /// Written once before the handler is installed; the handler only reads it.
    nonisolated(unsafe) private static var writeEnd: Int32 = -1
    nonisolated(unsafe) private static var readEnd: Int32 = -1

    static func install() -> Int32 {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        readEnd = ends[0]
        writeEnd = ends[1]
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        // Whoever started this process may have blocked them; the mask is inherited.
        var unblocked = sigset_t()
        sigemptyset(&unblocked)
        for number in [SIGTERM, SIGINT, SIGHUP] {
            signal(number) { _ in
                var byte: UInt8 = 1
                write(SignalPipe.writeEnd, &byte, 1)
            }
            sigaddset(&unblocked, number)
        }
        pthread_sigmask(SIG_UNBLOCK, &unblocked, nil)
        signal(SIGPIPE, SIG_IGN)
        return readEnd
    }

    static var arrived: Bool {
        var byte: UInt8 = 0
        return read(readEnd, &byte, 1) == 1
    }
}
