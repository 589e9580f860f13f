/// Reads through the caller's closure, with a look ahead; never asks again after the end.
struct ByteSource: ~Copyable {
    private let read: (UnsafeMutableRawBufferPointer) throws -> Int
    private var buffer = ChunkBuffer(count: 16 << 10)
    private var waiting = 0..<0
    private var isAtEnd = false

    init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        self.read = read
    }

    /// Looks at the next bytes without taking them: `count`, fewer only at the end. `count` is at
    /// most 16 KiB, and the bytes are valid until the next call.
    mutating func peek(_ count: Int) throws -> UnsafeRawBufferPointer {
        if waiting.count < count, !isAtEnd {
            buffer.bytes.copyMemory(from: buffer.reading(waiting))
            waiting = 0..<waiting.count
            while waiting.count < count, !isAtEnd {
                let more = try ask(buffer.writing(waiting.upperBound..<buffer.bytes.count))
                waiting = 0..<waiting.upperBound + more
            }
        }
        return buffer.reading(waiting.prefix(count))
    }

    /// Takes bytes that have been looked at.
    mutating func skip(_ count: Int) {
        precondition(count <= waiting.count, "only what was looked at can be skipped")
        waiting = waiting.dropFirst(count)
    }

    /// Fills `target` as far as there are bytes; fewer only at the end.
    mutating func fill(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
        var count = min(waiting.count, target.count)
        target.copyMemory(from: buffer.reading(waiting.prefix(count)))
        waiting = waiting.dropFirst(count)
        while count < target.count, !isAtEnd {
            count += try ask(UnsafeMutableRawBufferPointer(rebasing: target[count...]))
        }
        return count
    }

    private mutating func ask(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try read(target)
        precondition((0...target.count).contains(count), "read gave an impossible count")
        isAtEnd = count == 0
        return count
    }
}
