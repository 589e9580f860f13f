internal import Foundation

/// Where the process that keeps one vault open listens: a socket 0600 in a folder 0700.
package struct SessionAddress: Sendable {
    package let folder: String
    package let socket: String

    /// `root` is `$XDG_RUNTIME_DIR/vault`, or a folder beside the state.
    package init(root: String, vaultID: [UInt8]) {
        folder = root
        socket = root + "/" + vaultID.hexPrefix + Self.suffix
    }

    static let suffix = ".socket"

    init(folder: String, socketName: String) {
        self.folder = folder
        socket = folder + "/" + socketName
    }

    /// The address as the socket calls want it; nil when the path is too long for them.
    func withSocketAddress<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array(socket.utf8)
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    /// Which file the socket is at this moment.
    var socketFile: ino_t? {
        var status = stat()
        return lstat(socket, &status) == 0 ? status.st_ino : nil
    }

    /// Whether folder and socket are ours alone; anything else is not spoken to.
    func isPrivate() -> Bool {
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
            status.st_uid == getuid(), status.st_mode & 0o077 == 0
        else { return false }
        guard lstat(socket, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK,
            status.st_uid == getuid()
        else { return false }
        return true
    }
}

/// The three things one can ask the session: a frame is a 4-byte length and this byte.
enum SessionRequest: UInt8 {
    case key = 1
    case status = 2
    case lock = 3

    /// Frames longer than this are refused unread.
    static let longestFrame = 16
}

/// How long a session still lasts.
package struct SessionStatus: Equatable, Sendable {
    package var idleSecondsLeft: Int64
    package var limitSecondsLeft: Int64
}

/// When a session locks by itself.
package struct SessionLimits: Equatable, Sendable {
    package var idleSeconds: Int64
    package var absoluteSeconds: Int64

    package init(idleSeconds: Int64 = 300, absoluteSeconds: Int64 = 12 * 3600) {
        self.idleSeconds = idleSeconds
        self.absoluteSeconds = absoluteSeconds
    }
}
