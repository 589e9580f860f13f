internal import Foundation
internal import Sealing

/// What this computer remembers of a vault outside its file: the last checkpoint it saw, how often
/// someone tried a wrong passphrase, and the sealed snapshot that makes lists quick.
///
/// In `$XDG_STATE_HOME/vault/ID` (0700), files 0600, each replaced as a whole: written beside,
/// synced, renamed. Nothing readable in it is about a client.
package struct StateFolder: Sendable {
    package let path: String

    package init(root: String, vaultID: [UInt8]) {
        path = root + "/" + vaultID.hexPrefix
    }

    /// The signed note of the last checkpoint seen, if any.
    func lastCheckpoint() throws -> String? { try read("checkpoint") }

    /// Prepares the next checkpoint on the disk before the vault commits, so that a full disk is
    /// noticed while nothing has happened yet.
    func prepareCheckpoint(_ note: String) throws -> PreparedFile {
        try PreparedFile(folder: path, name: "checkpoint", contents: Array(note.utf8))
    }

    func failures() throws -> FailedAttempts {
        guard let text = try read("failures") else { return FailedAttempts() }
        return FailedAttempts(text: text)
    }

    func remember(_ failures: FailedAttempts) throws {
        try PreparedFile(folder: path, name: "failures", contents: Array(failures.text.utf8)).keep()
    }

    /// The sealed seed of a session's key, if it is kept.
    func session(of publicKey: [UInt8]) throws -> [UInt8]? {
        try bytes(Self.sessionName(publicKey), atMost: 4096)
    }

    func keepSession(_ sealed: [UInt8], of publicKey: [UInt8]) throws {
        try PreparedFile(
            folder: path, name: Self.sessionName(publicKey), contents: sealed
        ).keep()
    }

    /// Overwrites a seed and removes it; what a medium keeps of overwritten bytes is out of reach.
    func wipeSession(of publicKey: [UInt8]) throws { try wipe(Self.sessionName(publicKey)) }

    /// The same with those that a stopped command left, all but one.
    func wipeSessions(except publicKey: [UInt8]?) throws {
        let kept = publicKey.map(Self.sessionName)
        for name in try names() where name.hasPrefix(Self.sessionPrefix) && name != kept {
            try wipe(name)
        }
    }

    /// What stopped commands had not put in its place yet.
    func removeUnfinishedCheckpoints() throws {
        for name in try names() where name.hasPrefix("checkpoint.") { unlink(path + "/" + name) }
    }

    private func names() throws -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        return try Platform.names(in: stream)
    }

    private static let sessionPrefix = "session-"

    private static func sessionName(_ publicKey: [UInt8]) -> String {
        sessionPrefix + publicKey.prefix(16).hexText
    }

    private func wipe(_ name: String) throws {
        let descriptor = open(path + "/" + name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if descriptor >= 0 {
            defer { close(descriptor) }
            var status = stat()
            if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                overwriteWithZeros(descriptor, Int(status.st_size))
            }
        }
        guard unlink(path + "/" + name) == 0 || errno == ENOENT else {
            throw VaultError.fromSystem(errno)
        }
    }

    /// The sealed note of the restore that was begun, if its entry is not yet written.
    func begunRestore() throws -> [UInt8]? { try bytes("restoring", atMost: 1 << 20) }

    func rememberRestore(_ sealed: [UInt8]) throws {
        try PreparedFile(folder: path, name: "restoring", contents: sealed).keep()
    }

    func forgetRestore() { unlink(path + "/restoring") }

    /// The sealed snapshot of the newest revisions, if one is kept.
    func snapshot() throws -> [UInt8]? { try bytes("summaries", atMost: 64 << 20) }

    func keepSnapshot(_ sealed: [UInt8]) throws {
        try PreparedFile(folder: path, name: "summaries", contents: sealed).keep()
    }

    /// The sealed pieces of the search index, if one is kept; nil too when it can't be read.
    func searchIndex() -> StoredPieces? { StoredPieces(path + "/search") }

    func keepSearchIndex(_ write: (_ append: ([UInt8]) throws -> Void) throws -> Void) throws {
        try PreparedFile(folder: path, name: "search", writing: write).keep()
    }

    /// Overwrites and removes the copies that only make lists and searches quick.
    func wipeQuickCopies() throws {
        try wipe("summaries")
        try wipe("search")
    }

    /// The sealed list of clients who were destroyed, with their certificates: a backup that is
    /// brought back knows nothing of it.
    func destroyedClients() throws -> [UInt8]? { try bytes("destroyed", atMost: 16 << 20) }

    func prepareDestroyed(_ sealed: [UInt8]) throws -> PreparedFile {
        try PreparedFile(folder: path, name: "destroyed", contents: sealed)
    }

    private func read(_ name: String) throws -> String? {
        try bytes(name, atMost: 4096).map { String(decoding: $0, as: UTF8.self) }
    }

    private func bytes(_ name: String, atMost limit: Int) throws -> [UInt8]? {
        let descriptor = open(path + "/" + name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw VaultError.fromSystem(errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw VaultError.fromSystem(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { return [] }
        var buffer = [UInt8](repeating: 0, count: min(max(0, Int(status.st_size)), limit))
        var filled = 0
        while filled < buffer.count {
            let count = buffer.withUnsafeMutableBytes {
                Foundation.read(
                    descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled)
            }
            guard count >= 0 else { throw VaultError.fromSystem(errno) }
            if count == 0 { break }
            filled += count
        }
        return Array(buffer.prefix(filled))
    }
}

/// What a medium keeps of overwritten bytes is out of reach; so is what it fails to overwrite.
func overwriteWithZeros(_ descriptor: Int32, _ size: Int) {
    let zeros = [UInt8](repeating: 0, count: min(1 << 20, max(0, size)))
    var done = 0
    while done < size {
        let written = pwrite(descriptor, zeros, min(zeros.count, size - done), off_t(done))
        guard written > 0 else { break }
        done += written
    }
    fsync(descriptor)
}

/// A small file that is complete and synced under a temporary name until it is kept.
struct PreparedFile: ~Copyable {
    private let temporary: String
    private let final: String
    private let folder: String

    init(folder: String, name: String, contents: [UInt8]) throws {
        try self.init(folder: folder, name: name) { try $0(contents) }
    }

    /// The same in parts that arrive one after the other.
    init(
        folder: String, name: String, writing: (_ append: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        try makePrivateFolder(folder)
        let final = folder + "/" + name
        let temporary = final + ".\(getpid()).new"
        unlink(temporary)
        let descriptor = open(
            temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw VaultError.fromSystem(errno) }
        defer { close(descriptor) }
        do {
            try writing { part in
                // A short write without an error means that the space ran out.
                let written = write(descriptor, part, part.count)
                guard written == part.count else {
                    throw VaultError.fromSystem(written < 0 ? errno : ENOSPC)
                }
            }
            guard fsync(descriptor) == 0 else { throw VaultError.fromSystem(errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        self.folder = folder
        self.final = final
        self.temporary = temporary
    }

    /// Puts the file in its place.
    consuming func keep() throws {
        guard rename(temporary, final) == 0 else {
            let failure = errno
            unlink(temporary)
            throw VaultError.fromSystem(failure)
        }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Takes the temporary file away again.
    consuming func discard() { unlink(temporary) }
}

/// Makes a folder (and those above it) that only this user may enter.
func makePrivateFolder(_ path: String) throws {
    var built = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
        built += "/" + part
        if mkdir(built, 0o700) != 0, errno != EEXIST { throw VaultError.fromSystem(errno) }
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw VaultError.fromSystem(ENOTDIR)
    }
    guard status.st_uid == getuid() else { throw VaultError.noPermission }
    if status.st_mode & 0o077 != 0 { chmod(path, 0o700) }
}

extension [UInt8] {
    /// A vault's id as its folders and files outside carry it.
    var hexPrefix: String { prefix(8).hexText }
}
