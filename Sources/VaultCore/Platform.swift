internal import CPlatform
internal import Foundation

/// The calls that differ between systems, all in this file so that another system is a short port.
package enum Platform {
    /// No core files and no debugger of the same user: what the process holds stays in it.
    /// Root can always look; so can whoever controls the kernel.
    package static func protectProcess() {
        _ = vault_set_not_dumpable()
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // Swift's crash report prints the memory that registers point to: her words, or a key.
        for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
            signal(number, SIG_DFL)
        }
    }

    /// Seconds since the computer started, counting the time it slept.
    package static func bootSeconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec)
    }

    /// The user at the other end of a local socket.
    static func peerUser(_ descriptor: Int32) -> uid_t? {
        var user: UInt32 = 0
        return vault_peer_user(descriptor, &user) == 0 ? user : nil
    }

    /// Renames within an open folder; fails with EEXIST where the new name is taken.
    static func renameWithoutReplacing(
        in folder: Int32, from: String, to: String
    ) throws(ExportError) {
        if vault_rename_without_replacing(folder, from, to) == 0 { return }
        guard errno == EINVAL || errno == ENOSYS else { throw .fromSystem(errno) }
        // FAT and some FUSE file systems can't: link or rename only where nothing is in the way.
        guard faccessat(folder, to, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else { throw .nameTaken }
        guard renameat(folder, from, folder, to) == 0 else { throw .fromSystem(errno) }
    }

    /// The name of something in a folder, as `readdir` gives it.
    static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// Everything in an open folder. A medium that fails on the way must not look like an end.
    static func names(in stream: OpaquePointer) throws(ExportError) -> [String] {
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) { names.append(name(of: entry)) }
        guard errno == 0 else { throw .fromSystem(errno) }
        return names
    }

    /// Asks the system to forget its copy of a file, so that reading it asks the medium.
    static func dropCache(_ descriptor: Int32) {
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }

    /// What the system calls the medium that a folder is on: its label where there is one, else the
    /// last part of the place it is mounted at. Nil for the computer's own disk.
    static func label(ofMediumWith folder: String) -> String? {
        guard let real = realpath(folder, nil) else { return nil }
        defer { free(real) }
        let path = String(cString: real)
        guard let table = FileManager.default.contents(atPath: "/proc/self/mountinfo") else {
            return nil
        }
        // proc(5): id, parent, major:minor, root, mount point, options, …, -, type, source, …
        let mounts = String(decoding: table, as: UTF8.self).split(separator: "\n").compactMap {
            line -> (point: String, source: String)? in
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 6, let dash = words.firstIndex(of: "-"), dash + 2 < words.count
            else { return nil }
            return (words[4].replacing("\\040", with: " "), words[dash + 2])
        }
        let mount = mounts.filter { path == $0.point || path.hasPrefix($0.point + "/") }
            .max { $0.point.count < $1.point.count }
        guard let mount, mount.point != "/" else { return nil }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: labels)) ?? [] {
            guard let device = realpath(labels + "/" + name, nil) else { continue }
            defer { free(device) }
            if String(cString: device) == mount.source { return name.replacing("\\x20", with: " ") }
        }
        return mount.point.split(separator: "/").last.map(String.init)
    }

    private static let labels = "/dev/disk/by-label"

    /// Waits until there is something to read, or the end of it; false where a signal came first.
    /// These signals come through while it waits, even if they are blocked at other times.
    package static func waitForInput(_ descriptor: Int32, wakingFor signals: [Int32]) -> Bool {
        var blocked = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &blocked)
        for signal in signals { sigdelset(&blocked, signal) }
        return vault_wait_for_input(descriptor, &blocked) >= 0 || errno != EINTR
    }

    /// Where this program itself is, to start the process that keeps a vault open.
    package static let ownProgram = "/proc/self/exe"
}
