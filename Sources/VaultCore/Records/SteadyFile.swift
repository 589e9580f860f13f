internal import Foundation
package import Wording

/// A file that is read once and must not change meanwhile, as far as the file system tells.
struct SteadyFile: ~Copyable {
    let path: String
    let size: Int
    private let descriptor: Int32
    private let before: stat

    init(_ path: String, followingLinks: Bool = true) throws {
        let descriptor = open(
            path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            if errno == ELOOP, !followingLinks { throw AttachmentError.notAFile }
            throw errno == EACCES || errno == EPERM ? AttachmentError.unreadable : .notFound
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw AttachmentError.notAFile
        }
        guard status.st_size > 0 else {
            close(descriptor)
            throw AttachmentError.empty
        }
        self.path = path
        self.descriptor = descriptor
        before = status
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// The first bytes, as many as there are.
    borrowing func start(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = pread(descriptor, &bytes, count, 0)
        guard got >= 0 else { throw AttachmentError.unreadable }
        return Array(bytes.prefix(got))
    }

    /// Lends the file's bytes in parts of this size, the last one shorter.
    borrowing func forEachPart(of size: Int, _ body: ([UInt8]) throws -> Void) throws {
        var total = 0
        while true {
            var filled = 0
            let part = try [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
                while filled < size {
                    let count = pread(
                        descriptor, buffer.baseAddress?.advanced(by: filled), size - filled,
                        off_t(total + filled))
                    guard count >= 0 else { throw AttachmentError.unreadable }
                    if count == 0 { break }
                    filled += count
                }
                initialized = filled
            }
            if filled == 0 { break }
            total += filled
            guard total <= self.size else { throw AttachmentError.changedWhileRead }
            try body(part)
        }
        var after = stat()
        guard fstat(descriptor, &after) == 0, total == self.size, after.st_size == before.st_size,
            after.st_mtim.tv_sec == before.st_mtim.tv_sec,
            after.st_mtim.tv_nsec == before.st_mtim.tv_nsec,
            after.st_ctim.tv_sec == before.st_ctim.tv_sec,
            after.st_ctim.tv_nsec == before.st_ctim.tv_nsec
        else { throw AttachmentError.changedWhileRead }
    }
}

/// What a file is, by its first bytes; by its name's ending only where those say nothing.
enum MediaType {
    private static let known: [(type: String, ending: String, start: [UInt8])] = [
        ("application/pdf", ".pdf", Array("%PDF-".utf8)),
        ("image/png", ".png", [0x89, 0x50, 0x4E, 0x47]),
        ("image/jpeg", ".jpg", [0xFF, 0xD8, 0xFF]),
        ("image/tiff", ".tif", [0x49, 0x49, 0x2A, 0x00]),
        ("image/tiff", ".tif", [0x4D, 0x4D, 0x00, 0x2A]),
        ("application/zip", ".zip", [0x50, 0x4B, 0x03, 0x04]),
        ("text/plain", ".txt", []),
    ]

    static func of(_ bytes: [UInt8], name: String) -> String {
        let found = known.first { !$0.start.isEmpty && bytes.starts(with: $0.start) }
        if let found { return found.type }
        return name.lowercased().hasSuffix(".txt") ? "text/plain" : "application/octet-stream"
    }

    /// PNG or JPEG, the two that a letterhead takes.
    static func isPicture(_ start: [UInt8]) -> Bool {
        ["image/png", "image/jpeg"].contains(of(start, name: ""))
    }

    static func ending(_ type: String) -> String {
        known.first { $0.type == type }?.ending ?? ".bin"
    }
}

/// Why a file was not attached. Nothing of it is in the vault then.
package enum AttachmentError: UserFacing, Equatable, CaseIterable {
    case notFound
    case notAFile
    case unreadable
    case empty
    case changedWhileRead
    case notAPicture

    package var code: String {
        switch self {
        case .notFound: "attachment.not-found"
        case .notAFile: "attachment.not-a-file"
        case .unreadable: "attachment.unreadable"
        case .empty: "attachment.empty"
        case .changedWhileRead: "attachment.changed-while-read"
        case .notAPicture: "attachment.not-a-picture"
        }
    }

    package var problem: String {
        switch self {
        case .notFound: "There is no file at this place."
        case .notAFile: "This is a folder or a device, not a file."
        case .unreadable: "The file could not be read."
        case .empty: "The file is empty."
        case .changedWhileRead: "The file changed while it was read, so it was not attached."
        case .notAPicture: "This file is no PNG or JPEG picture."
        }
    }

    package var nextStep: String {
        switch self {
        case .notFound: "Check the name of the file."
        case .notAFile: "Name a single file."
        case .unreadable: "Check that you may read it, and that its disk is still plugged in."
        case .empty: "Save or scan it again, then attach it."
        case .changedWhileRead: "Wait until it is saved completely, then attach it again."
        case .notAPicture: "Save the logo as PNG or JPEG, then name that file."
        }
    }

    package var exitCode: ExitCode {
        self == .unreadable ? .mediumFailed : .failed
    }
}
