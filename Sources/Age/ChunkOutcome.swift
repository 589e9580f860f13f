internal import Sealing

/// What came of opening one chunk, by its bytes alone.
enum ChunkOutcome: Sendable {
    /// It is authentic and stands there in the clear; and what its mark says.
    case opened(Range<Int>, markedLast: Bool)
    case refused(AgeError)

    /// Opens a chunk into its place in `target`. Only a full one may have another mark than its
    /// place in the file asks for; only the first of a file may be empty.
    init(
        opening chunk: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer,
        at start: Int, nonce: StreamNonce, key: LentKey, hasMore: Bool
    ) {
        let range = start..<start + max(0, chunk.count - AgeFormat.tagSize)
        guard chunk.count >= AgeFormat.tagSize else {
            self = .refused(.cutOff)
            return
        }
        guard !range.isEmpty || nonce.isFirst else {
            self = .refused(.payloadChanged)
            return
        }
        let marks = chunk.count == AgeFormat.sealedChunkSize ? [!hasMore, hasMore] : [!hasMore]
        let place = UnsafeMutableRawBufferPointer(rebasing: target[range])
        for last in marks {
            var nonce = nonce
            nonce.mark(last: last)
            do throws(SealingError) {
                try ChaChaPoly.open(chunk, into: place, nonce: nonce.bytes, key: key)
                self = .opened(range, markedLast: last)
                return
            } catch .changed {
                continue
            } catch {
                self = .refused(.sealing(error))
                return
            }
        }
        self = .refused(.payloadChanged)
    }
}
