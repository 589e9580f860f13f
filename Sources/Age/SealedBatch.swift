/// Sealed chunks as they were read, and one byte of the next that shows there is a next.
struct SealedBatch: ~Copyable {
    private static let most = AgeFormat.batch * AgeFormat.sealedChunkSize

    /// Holds nothing secret, so nothing of it is wiped.
    private let memory = ChunkBuffer(count: most + 1)
    private var read = 0
    /// Why no more could be read. What was read before has a byte behind it.
    private(set) var failure: (any Error)?

    /// How many bytes the chunks have together.
    private var count: Int { failure == nil ? min(read, Self.most) : max(0, read - 1) }

    var isEmpty: Bool { count == 0 }

    /// Whether anything stands behind the last of the chunks.
    var hasMore: Bool { count < read }

    /// The chunks, each with its tag, valid until the next ones are read. All are full but the
    /// last of the file; an empty one is all there is of nothing.
    var chunks: [UnsafeRawBufferPointer] {
        stride(from: 0, to: max(1, count), by: AgeFormat.sealedChunkSize).map { start in
            memory.reading(start..<min(start + AgeFormat.sealedChunkSize, count))
        }
    }

    /// Reads the first chunks of a file, one by one, so that those before a failure count.
    mutating func read(from source: inout AgeSource) {
        read = 0
        fill(from: &source)
    }

    /// Reads those behind another batch.
    mutating func read(from source: inout AgeSource, behind other: borrowing SealedBatch) {
        memory.bytes[0] = other.memory.bytes[Self.most]
        read = 1
        fill(from: &source)
    }

    private mutating func fill(from source: inout AgeSource) {
        do {
            for chunk in 1...AgeFormat.batch {
                let end = chunk * AgeFormat.sealedChunkSize + 1
                read += try source.fill(
                    UnsafeMutableRawBufferPointer(rebasing: memory.bytes[read..<end]))
                guard read == end else { return }
            }
        } catch {
            failure = error
        }
    }
}
