internal import Foundation

/// The folder on a stick that an export goes to, opened once and never looked up again.
///
/// Everything happens relative to the open folder: whoever swaps the path afterwards swaps nothing
/// (attack 29). A link, a device or a pipe in the folder's place is refused.
struct ExportFolder: ~Copyable {
    let descriptor: Int32
    let path: String

    init(_ named: String) throws {
        // A slash at the end would make the system follow a link that stands there.
        var path = named
        while path.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw ExportError.fromSystem(errno, openingFolder: true) }
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Takes away what an export that was cut off left behind; never a finished file.
    func removeLeftovers() {
        let copy = dup(descriptor)
        guard copy >= 0, let stream = fdopendir(copy) else { return }
        defer { closedir(stream) }
        rewinddir(stream)
        while let entry = readdir(stream) {
            let name = Platform.name(of: entry)
            guard name.hasPrefix("export-"), name.hasSuffix(".partial") else { continue }
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
                status.st_mode & S_IFMT == S_IFREG,
                // A younger one may be another export that is still being written.
                time(nil) - status.st_mtim.tv_sec > 3600
            else { continue }
            unlinkat(descriptor, name, 0)
        }
    }

    /// Writes a file under a temporary name, syncs it, reads it back from the medium through
    /// `check`, gives it its name without replacing anything, and syncs the folder.
    func write(
        _ name: String,
        contents: (_ append: @escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void,
        check: (_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) throws -> Void
    ) throws {
        let temporary = name + ".partial"
        let file = openat(
            descriptor, temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ExportError.fromSystem(errno, openingFolder: false) }
        defer { close(file) }
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
            try Platform.renameWithoutReplacing(in: descriptor, from: temporary, to: name)
            guard fsync(descriptor) == 0 else {
                let failure = errno
                unlinkat(descriptor, name, 0)
                throw ExportError.fromSystem(failure)
            }
        } catch {
            unlinkat(descriptor, temporary, 0)
            throw error
        }
    }

    /// Writes small files into a folder that must not exist yet.
    func write(
        _ files: [(name: String, contents: [UInt8])], intoNewFolder name: String
    ) throws {
        guard mkdirat(descriptor, name, 0o700) == 0 else { throw ExportError.fromSystem(errno) }
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0 else { throw ExportError.fromSystem(errno) }
        var isWhole = false
        defer {
            // Through the open folder, so that no link in its place is followed.
            if !isWhole { for file in files { unlinkat(inner, file.name, 0) } }
            close(inner)
            if !isWhole { unlinkat(descriptor, name, AT_REMOVEDIR) }
        }
        for file in files {
            let target = openat(
                inner, file.name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard target >= 0 else { throw ExportError.fromSystem(errno) }
            defer { close(target) }
            try file.contents.withUnsafeBytes { try Self.writeAll($0, to: target) }
            guard fsync(target) == 0 else { throw ExportError.fromSystem(errno) }
        }
        guard fsync(inner) == 0, fsync(descriptor) == 0 else {
            throw ExportError.fromSystem(errno)
        }
        isWhole = true
    }

    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(file, rest.baseAddress, rest.count)
            guard count > 0 else { throw ExportError.fromSystem(count == 0 ? ENOSPC : errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
