internal import Sealing

/// Memory for the chunks of a file, made once and used for all of them; what was written through
/// ``writing(_:)`` is wiped when it goes.
///
/// Plain memory, because the cipher runs over it at a gigabyte a second: a document that is being
/// exported leaves the guarded world anyway. Keys never stand here. Pages that nothing was written
/// to cost nothing.
struct ChunkBuffer: ~Copyable {
    let bytes: UnsafeMutableRawBufferPointer
    private var written = 0

    init(count: Int) {
        bytes = .allocate(byteCount: count, alignment: 64)
    }

    /// A part of it, to read from.
    func reading(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[range])
    }

    /// A part of it, to write to.
    mutating func writing(_ range: Range<Int>) -> UnsafeMutableRawBufferPointer {
        written = max(written, range.upperBound)
        return UnsafeMutableRawBufferPointer(rebasing: bytes[range])
    }

    deinit {
        PlainMemory.wipe(UnsafeMutableRawBufferPointer(rebasing: bytes[..<written]))
        bytes.deallocate()
    }
}
