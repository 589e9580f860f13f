internal import Sealing

/// The nonce of a chunk (C2SP age, "Payload"): an 11-byte big-endian counter and a last-chunk mark.
///
/// Only the low eight bytes of the counter are ever counted; one step past them ends the process
/// rather than use a nonce twice.
struct StreamNonce {
    private(set) var bytes = [UInt8](repeating: 0, count: ChaChaPoly.nonceSize)
    private var counter: UInt64

    init(counter: UInt64 = 0) {
        self.counter = counter
        write()
    }

    /// Whether this is the first chunk's nonce.
    var isFirst: Bool { counter == 0 }

    /// Says whether the chunk is the last one.
    mutating func mark(last: Bool) {
        bytes[11] = last ? 1 : 0
    }

    /// Goes on to the next chunk, or past so many.
    mutating func advance(by count: Int = 1) {
        counter += UInt64(count)
        write()
    }

    private mutating func write() {
        for place in 0..<8 {
            bytes[10 - place] = UInt8(truncatingIfNeeded: counter >> UInt64(8 * place))
        }
    }
}
