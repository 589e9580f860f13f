internal import Foundation
internal import Sealing

/// The folder on a stick that an export goes to, opened once and never looked up again.
///
/// Everything happens relative to the open folder: whoever swaps the path afterwards swaps nothing
/// (attack 29). A link, a device or a pipe in the folder's place is refused.
struct ExportFolder: ~Copyable {
    let descriptor: Int32
    let path: String
    /// Whether the user of another computer may read the files, where the stick's file system asks:
    /// what is encrypted, or made to be checked by somebody else.
    private let isForOthers: Bool

    init(_ named: String, forOthers: Bool = false) throws {
        // A slash at the end would make the system follow a link that stands there.
        var path = named
        while path.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw ExportError.fromSystem(errno, openingFolder: true) }
        self.descriptor = descriptor
        self.path = path
        isForOthers = forOthers
    }

    deinit { close(descriptor) }

    /// What is in it, in no order.
    func names() throws -> [String] {
        let again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard again >= 0, let stream = fdopendir(again) else { throw ExportError.failed }
        defer { closedir(stream) }
        return try Platform.names(in: stream)
    }

    /// Throws, before anything is written, if there is less room than `size` bytes and a little.
    func requireRoom(for size: Int) throws {
        var room = statvfs()
        guard fstatvfs(descriptor, &room) == 0 else { throw ExportError.fromSystem(errno) }
        let free = UInt64(room.f_bavail).multipliedReportingOverflow(by: UInt64(room.f_frsize))
        // Some file systems can't say how much they hold.
        guard room.f_blocks > 0, !free.overflow else { return }
        guard free.partialValue >= UInt64(max(0, size)) + 64 << 10 else {
            throw ExportError.noRoom
        }
    }

    /// Takes away what something that was cut off left behind; never a finished file, and never
    /// one that only sounds like ours.
    func removeLeftovers() throws {
        for name in try names() where FileNames.isLeftover(name) {
            if name.hasSuffix(FileNames.unfinished),
                FileNames.isOpenExport(String(name.dropLast(FileNames.unfinished.count)))
            {
                removeUnfinishedFolder(name)
            }
            guard let status = status(of: name),
                // A younger one may be another export that is still being written.
                time(nil) - status.st_mtim.tv_sec > 3600
            else { continue }
            unlinkat(descriptor, name, 0)
        }
    }

    /// Takes away an export without encryption that was cut off: files in a folder, and no more.
    private func removeUnfinishedFolder(_ name: String) {
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0, let stream = fdopendir(inner) else { return }
        defer { closedir(stream) }
        var status = stat()
        guard fstat(inner, &status) == 0, time(nil) - status.st_mtim.tv_sec > 3600 else { return }
        while let entry = readdir(stream) { unlinkat(inner, Platform.name(of: entry), 0) }
        unlinkat(descriptor, name, AT_REMOVEDIR)
    }

    /// Of a file in it that is neither a link nor a pipe nor a folder.
    func status(of name: String) -> stat? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return status
    }

    /// Writes what is in memory and reads it back.
    func write(_ name: String, bytes: [UInt8]) throws {
        try write(name) { append in
            try bytes.withUnsafeBytes(append)
        } check: { read in
            guard try Tally.reading(read) == (bytes.count, Digest.sha256(bytes)) else {
                throw ExportError.readBackDiffers
            }
        }
    }

    func write(_ name: String, text: String) throws { try write(name, bytes: Array(text.utf8)) }

    /// The same where nothing of that name is there yet.
    func writeOnce(_ name: String, text: String) throws {
        guard faccessat(descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else { return }
        remove(name + ".partial")
        do {
            try write(name, text: text)
        } catch ExportError.nameTaken {
            // Another command was quicker.
        }
    }

    /// Writes a file under a temporary name, syncs it, reads it back from the medium through
    /// `check`, gives it its name without replacing anything, and syncs the folder. The name is
    /// never left to another file that was put there meanwhile (attack 29).
    func write(
        _ name: String,
        contents: (_ append: @escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void,
        check: (_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) throws -> Void
    ) throws {
        // A name and not a way to somewhere else.
        guard !name.contains("/") else { throw ExportError.notAFolder }
        let temporary = name + ".partial"
        let file = openat(
            descriptor, temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ExportError.fromSystem(errno, openingFolder: false) }
        defer { close(file) }
        // FAT and exFAT know no owners, and refuse.
        if isForOthers { fchmod(file, 0o644) }
        do {
            try contents { try Self.writeAll($0, to: file) }
            guard fsync(file) == 0 else { throw ExportError.fromSystem(errno) }
            Platform.dropCache(file)
            guard lseek(file, 0, SEEK_SET) == 0 else { throw ExportError.fromSystem(errno) }
            try check { buffer in
                let count = read(file, buffer.baseAddress, buffer.count)
                guard count >= 0 else { throw ExportError.fromSystem(errno) }
                return count
            }
            let written = try FileIdentity(of: file)
            try written.require(temporary, in: descriptor)
            try Platform.renameWithoutReplacing(in: descriptor, from: temporary, to: name)
            do {
                try written.require(name, in: descriptor)
                guard fsync(descriptor) == 0 else { throw ExportError.fromSystem(errno) }
            } catch {
                unlinkat(descriptor, name, 0)
                throw error
            }
        } catch {
            unlinkat(descriptor, temporary, 0)
            throw error
        }
    }

    /// A regular file in it, to be read.
    func file(_ name: String) throws -> InputFile {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == EACCES { throw UnsealError.unreadable }
            throw ExportError.fromSystem(errno)
        }
        let input = InputFile(descriptor: file)
        var status = stat()
        guard fstat(file, &status) == 0 else { throw ExportError.fromSystem(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw UnsealError.notAFile }
        return input
    }

    /// False where it is still there.
    @discardableResult
    func remove(_ name: String) -> Bool { unlinkat(descriptor, name, 0) == 0 }

    static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(file, rest.baseAddress, rest.count)
            guard count > 0 else { throw ExportError.fromSystem(count == 0 ? ENOSPC : errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
