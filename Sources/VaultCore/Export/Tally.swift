internal import Sealing

/// Counts and hashes what passes by.
final class Tally {
    private var stream = SHA256Stream()
    private(set) var size = 0
    private var finished: [UInt8]?

    func add(_ bytes: UnsafeRawBufferPointer) {
        size += bytes.count
        stream.update(bytes)
    }

    /// Size and SHA-256; nothing may be added afterwards.
    var result: (size: Int, digest: [UInt8]) {
        let digest = finished ?? stream.finish()
        finished = digest
        return (size, digest)
    }
}

extension Tally {
    /// Size and digest of everything that `read` gives.
    static func reading(
        _ read: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> (size: Int, digest: [UInt8]) {
        let tally = Tally()
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = try buffer.withUnsafeMutableBytes(read)
            guard count > 0 else { return tally.result }
            buffer.withUnsafeBytes { tally.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}
