/// Memory for one chunk, made once and used for every chunk of a file, wiped when it goes.
///
/// Plain memory, because the cipher runs over it at a gigabyte a second: a document that is being
/// exported leaves the guarded world anyway. Keys never stand here.
struct ChunkBuffer: ~Copyable {
    let bytes: UnsafeMutableRawBufferPointer

    init(count: Int) {
        bytes = .allocate(byteCount: count, alignment: 64)
        bytes.initializeMemory(as: UInt8.self, repeating: 0)
    }

    /// A part of it, to read from.
    func reading(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[range])
    }

    /// A part of it, to write to.
    func writing(_ range: Range<Int>) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(rebasing: bytes[range])
    }

    deinit {
        wipe(bytes)
        bytes.deallocate()
    }
}

/// Overwrites with zeros; not inlined, so that it is not dropped before the memory is freed.
@inline(never)
private func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
}
