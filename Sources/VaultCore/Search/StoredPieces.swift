internal import Foundation

/// A file of sealed pieces, each with its length before it (4 bytes, big-endian), read one by one.
struct StoredPieces: ~Copyable {
    private let descriptor: Int32

    /// Nil where there is no such file.
    init?(_ path: String) {
        descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// The next piece; nil at the end, or where the file is cut off or not one of ours.
    func next() -> [UInt8]? {
        guard let head = bytes(4) else { return nil }
        let count = head.reduce(0) { $0 << 8 | Int($1) }
        guard count <= 2 << 20 else { return nil }
        return bytes(count)
    }

    static func framed(_ piece: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(piece.count).bigEndian) { Array($0) } + piece
    }

    private func bytes(_ count: Int) -> [UInt8]? {
        var filled = 0
        let part = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while filled < count {
                let got = read(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
                if got <= 0 { break }
                filled += got
            }
            initialized = filled
        }
        return filled == count ? part : nil
    }
}
