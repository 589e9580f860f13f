package import Age
internal import Foundation
package import Sealing
package import Wording

/// What opens an age file: a passphrase or a key.
package enum UnsealKey: ~Copyable {
    case passphrase(Passphrase)
    case identity(AgeIdentity)
}

/// Opens any age file without a vault; takes an export of ours apart and checks it.
package enum Unsealing {
    package enum Result: Equatable, Sendable {
        /// Some other content: the opened file's name.
        case file(String)
        /// An export: its folder's name, the files in it, and what they prove.
        case export(folder: String, files: [String], verdict: ExportVerdict)
    }

    /// What the file asks for, before anyone types anything.
    package static func lock(of path: String) throws -> AgeLock {
        let input = try InputFile(path)
        return try AgeLock.needed { try input.read($0) }
    }

    /// Opens `path` into `folder`. Nothing has its final name before all of it was authenticated,
    /// and nothing that is there is replaced.
    package static func unseal(
        _ path: String, with key: borrowing UnsealKey, into folder: String
    ) throws -> Result {
        do {
            return try open(path, with: key, into: folder)
        } catch ExportError.nameTaken {
            throw UnsealError.alreadyThere
        }
    }

    private static func open(
        _ path: String, with key: borrowing UnsealKey, into folder: String
    ) throws -> Result {
        let input = try InputFile(path)
        let target = try ExportFolder(folder)
        let name = openedName(of: path)
        try target.write(name) { append in
            var opener = try opener(key) { try input.read($0) }
            while try opener.next(append) {}
        } check: { _ in
        }
        let opened = try target.file(name)
        guard let archive = try TarReader(count: try opened.length(), bytes: opened.bytes),
            let verdict = try ExportVerdict(ExportFiles(archive, in: opened))
        else { return .file(name) }
        // Whether or not its files find a place, the opened archive does not stay.
        defer { target.remove(name) }
        let export = String(name.hasSuffix(".tar") ? name.dropLast(4) : name + ".files")
        var unpacked = try NewFolder(export, in: target)
        for file in archive.files {
            try unpacked.put(file.name) { try opened.forEachPart(in: file.range, $0) }
        }
        try unpacked.keep()
        return .export(folder: export, files: archive.files.map(\.name), verdict: verdict)
    }

    static func opener(
        _ key: borrowing UnsealKey,
        _ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> AgeOpener {
        switch key {
        case .passphrase(let passphrase): try AgeOpener(read: read, passphrase: passphrase)
        case .identity(let identity): try AgeOpener(read: read, identity: identity)
        }
    }

    /// The file's name without `.age`; never with a path in it.
    private static func openedName(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? "opened"
        guard name.hasSuffix(".age"), name.count > 4 else { return name + ".opened" }
        return String(name.dropLast(4))
    }
}

/// A file that is only read, closed with its owner.
final class InputFile {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw UnsealError.fromSystem(errno) }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw isKnown ? UnsealError.notAFile : .unreadable
        }
    }

    /// Takes over an open descriptor.
    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw UnsealError.unreadable }
        return count
    }

    /// What comes next, at most so many bytes.
    func start(atMost most: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: most)
        var count = 0
        while count < most {
            let more = try bytes.withUnsafeMutableBytes {
                try read(UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
            }
            guard more > 0 else { break }
            count += more
        }
        return Array(bytes.prefix(count))
    }

    /// How long the file is now, in bytes.
    func length() throws -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw UnsealError.unreadable }
        return Int(status.st_size)
    }

    /// Lends a part of the file piece by piece.
    func forEachPart(
        in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        for start in stride(from: range.lowerBound, to: range.upperBound, by: 1 << 20) {
            try bytes(in: start..<min(start + 1 << 20, range.upperBound)).withUnsafeBytes(body)
        }
    }

    /// One part of the file, whole or not at all; where `read` goes on stays as it is.
    func bytes(in range: Range<Int>) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            let start = off_t(range.lowerBound)
            guard pread(descriptor, buffer.baseAddress, range.count, start) == range.count else {
                throw UnsealError.unreadable
            }
            count = range.count
        }
    }
}

/// Why a file could not be opened, beyond what the age format itself says.
package enum UnsealError: UserFacing, Equatable, CaseIterable {
    case notFound
    case notAFile
    case unreadable
    case unknownLock
    case alreadyThere

    package var code: String {
        switch self {
        case .notFound: "unseal.not-found"
        case .notAFile: "unseal.not-a-file"
        case .unreadable: "unseal.unreadable"
        case .unknownLock: "unseal.unknown-lock"
        case .alreadyThere: "unseal.already-there"
        }
    }

    package var problem: String {
        switch self {
        case .notFound: "There is no file at this place."
        case .notAFile: "This is a folder or a device, not a file."
        case .unreadable: "The file could not be read."
        case .unknownLock: "This file asks for a kind of key that this program does not know."
        case .alreadyThere: "Something with the name of the opened file is already there."
        }
    }

    package var nextStep: String {
        switch self {
        case .notFound: "Check the name of the file."
        case .notAFile: "Name a file inside it."
        case .unreadable: "Check that you may read it, and that the stick is still plugged in."
        case .unknownLock: "Open it with the `age` program and the key it was made for."
        case .alreadyThere: "Name another folder with `--to`; nothing was overwritten."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .notFound, .notAFile, .alreadyThere: .failed
        case .unreadable: .mediumFailed
        case .unknownLock: .locked
        }
    }

    static func fromSystem(_ number: Int32) -> UnsealError {
        number == ENOENT || number == ENOTDIR ? .notFound : .unreadable
    }
}
