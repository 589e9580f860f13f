internal import Foundation
internal import Sealing

/// A folder that is being filled under a temporary name, in an ``ExportFolder``.
///
/// Every file is synced and read back from the medium. The folder gets its name when all are there,
/// without replacing anything; what was cut short or failed is taken away through the open folders,
/// so that no link planted meanwhile is followed.
struct NewFolder: ~Copyable {
    private let parent: Int32
    private let temporary: String
    private let final: String
    private let descriptor: Int32
    /// What was made in it, in this order: names of folders end in a slash.
    private var made: [String] = []
    private var written: [(name: String, file: FileIdentity)] = []
    private var isKept = false

    init(_ name: String, in folder: borrowing ExportFolder) throws {
        let parent = folder.descriptor
        let temporary = name + ".partial"
        guard faccessat(parent, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
            throw ExportError.nameTaken
        }
        guard mkdirat(parent, temporary, 0o700) == 0 else { throw ExportError.fromSystem(errno) }
        let opened = openat(parent, temporary, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else {
            let failure = errno
            unlinkat(parent, temporary, AT_REMOVEDIR)
            throw ExportError.fromSystem(failure)
        }
        self.parent = parent
        self.temporary = temporary
        final = name
        descriptor = opened
    }

    deinit {
        if !isKept {
            for name in made.reversed() {
                let isFolder = name.hasSuffix("/")
                unlinkat(
                    descriptor, isFolder ? String(name.dropLast()) : name,
                    isFolder ? AT_REMOVEDIR : 0)
            }
            unlinkat(parent, temporary, AT_REMOVEDIR)
        }
        close(descriptor)
    }

    /// Writes one file, in folders of its own where its name has slashes.
    mutating func put(
        _ name: String,
        contents: (_ append: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        try makeFolders(above: name)
        let file = openat(
            descriptor, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ExportError.fromSystem(errno) }
        defer { close(file) }
        made.append(name)
        let tally = Tally()
        try contents { bytes in
            tally.add(bytes)
            try ExportFolder.writeAll(bytes, to: file)
        }
        guard fsync(file) == 0 else { throw ExportError.fromSystem(errno) }
        Platform.dropCache(file)
        guard lseek(file, 0, SEEK_SET) == 0 else { throw ExportError.fromSystem(errno) }
        let found = try Tally.reading { buffer in
            let count = read(file, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw ExportError.fromSystem(errno) }
            return count
        }
        guard found == tally.result else { throw ExportError.readBackDiffers }
        written.append((name, try FileIdentity(of: file)))
    }

    private mutating func makeFolders(above name: String) throws {
        let parts = name.split(separator: "/").dropLast()
        for count in 0..<parts.count {
            let folder = parts[...count].joined(separator: "/")
            guard !made.contains(folder + "/") else { continue }
            guard mkdirat(descriptor, folder, 0o700) == 0 else {
                throw ExportError.fromSystem(errno)
            }
            made.append(folder + "/")
        }
    }

    /// Gives it its name, if every file in it is still the one that was read back.
    consuming func keep() throws {
        for (name, file) in written { try file.require(name, in: descriptor) }
        for folder in made where folder.hasSuffix("/") {
            let inner = openat(descriptor, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard inner >= 0 else { throw ExportError.fromSystem(errno) }
            defer { close(inner) }
            guard fsync(inner) == 0 else { throw ExportError.fromSystem(errno) }
        }
        guard fsync(descriptor) == 0 else { throw ExportError.fromSystem(errno) }
        let folder = try FileIdentity(of: descriptor)
        try folder.require(temporary, in: parent)
        try Platform.renameWithoutReplacing(in: parent, from: temporary, to: final)
        do {
            try folder.require(final, in: parent)
        } catch {
            // Whatever took its place may be a folder with files in it; it loses the name.
            renameat(parent, final, parent, temporary)
            throw error
        }
        isKept = true
        guard fsync(parent) == 0 else { throw ExportError.fromSystem(errno) }
    }
}

extension ExportFolder {
    /// Writes an export as a folder of files that anyone can open; gives their size and the digest
    /// of their list.
    func write(
        _ contents: ExportContents, intoNewFolder name: String
    ) throws -> (size: Int, digest: [UInt8]) {
        var folder = try NewFolder(name, in: self)
        var size = 0
        let list = Tally()
        try contents.forEach { file, count, write in
            size += count
            try folder.put(file) { append in
                try write { bytes in
                    if file == ExportContents.manifest { list.add(bytes) }
                    try append(bytes)
                }
            }
        }
        try folder.keep()
        return (size, list.result.digest)
    }
}
