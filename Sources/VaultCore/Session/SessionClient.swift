internal import Foundation
package import Sealing

/// Asks the process that keeps a vault open.
package struct SessionClient: Sendable {
    private let address: SessionAddress

    package init(_ address: SessionAddress) { self.address = address }

    /// The vault key, read from the socket straight into guarded memory; nil when none is open.
    package func key() throws -> SecretKey? {
        guard let descriptor = try ask(.key) else { return nil }
        defer { close(descriptor) }
        guard try answer(descriptor) == SecretKey.size else { return nil }
        return try SecretKey { (target) throws(SealingError) in
            var filled = 0
            while filled < target.count {
                let count = read(
                    descriptor, target.baseAddress?.advanced(by: filled),
                    target.count - filled)
                guard count > 0 else { throw .malformed }
                filled += count
            }
        }
    }

    package func status() throws -> SessionStatus? {
        guard let descriptor = try ask(.status) else { return nil }
        defer { close(descriptor) }
        var numbers = [UInt8](repeating: 0, count: 16)
        guard try answer(descriptor) == 16, readAll(descriptor, &numbers) else { return nil }
        let values = [0, 8].map { start in
            numbers[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        }
        return SessionStatus(idleSecondsLeft: values[0], limitSecondsLeft: values[1])
    }

    /// Locks; true when a session was open. Returns after the keys are gone.
    package func lock() throws -> Bool {
        guard let descriptor = try ask(.lock) else { return false }
        defer { close(descriptor) }
        // The process closes the connection by ending; anything else is no proof.
        var rest: [UInt8] = [0]
        var count = 1
        while count > 0 { count = read(descriptor, &rest, 1) }
        guard count == 0 else { throw SessionError.doesNotLock }
        return true
    }

    /// Locks every vault of this user that is open; gives how many.
    package static func lockAll(in folder: String) throws -> Int {
        guard let stream = opendir(folder) else { return 0 }
        defer { closedir(stream) }
        var locked = 0
        while let entry = readdir(stream) {
            let name = Platform.name(of: entry)
            guard name.hasSuffix(SessionAddress.suffix) else { continue }
            let address = SessionAddress(folder: folder, socketName: name)
            if try SessionClient(address).lock() { locked += 1 }
        }
        return locked
    }

    /// Connects and sends a request; nil when nobody of this user listens there.
    private func ask(_ request: SessionRequest) throws -> Int32? {
        guard address.isPrivate() else { return nil }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw VaultError.fromSystem(errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var patience = timeval(tv_sec: 40, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let connected = address.withSocketAddress { connect(descriptor, $0, $1) }
        let frame: [UInt8] = [0, 0, 0, 1, request.rawValue]
        guard connected == 0, Platform.peerUser(descriptor) == getuid(),
            send(descriptor, frame, frame.count, Int32(MSG_NOSIGNAL)) == frame.count
        else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    /// The length of the answer that follows.
    private func answer(_ descriptor: Int32) throws -> Int {
        var head = [UInt8](repeating: 0, count: 4)
        guard readAll(descriptor, &head) else { return 0 }
        return head.reduce(0) { $0 << 8 | Int($1) }
    }

    private func readAll(_ descriptor: Int32, _ bytes: inout [UInt8]) -> Bool {
        recv(descriptor, &bytes, bytes.count, Int32(MSG_WAITALL)) == bytes.count
    }
}
