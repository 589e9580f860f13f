package import Sealing

/// Decrypts an age v1 file: it is pulled through `read`, and released chunk by chunk.
///
/// Only what has been authenticated is released, but a file is whole only once ``next(_:)`` has
/// returned false: what was released before an error is a beginning, to be thrown away. A batch
/// of chunks is opened on all cores while the next one is read, always by the thread that calls.
/// Armor is recognised and taken off. After a failure the opener only repeats it.
package struct AgeOpener: ~Copyable {
    private var source: AgeSource
    private let key: SecretKey
    private var nonce = StreamNonce()
    private var batch = SealedBatch()
    private var following = SealedBatch()
    private var opened = ChunkBuffer(count: AgeFormat.batch * AgeFormat.chunkSize)
    /// What came of the chunks of `batch`, and how many of them were released.
    private var outcomes: [ChunkOutcome] = []
    private var released = 0
    private var isAtEnd = false
    private var failure: (any Error)?

    /// Reads the header and opens it with a passphrase.
    ///
    /// `read` fills a buffer and gives the number of bytes, 0 at the end. Throws ``AgeError`` and
    /// whatever `read` throws.
    package init(
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int,
        passphrase: borrowing Passphrase
    ) throws {
        var source = try AgeSource(read)
        let fileKey = try Header(reading: &source).fileKey(for: passphrase)
        try self.init(source: source, fileKey: fileKey)
    }

    /// Reads the header and opens it with an identity.
    package init(
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int,
        identity: borrowing AgeIdentity
    ) throws {
        var source = try AgeSource(read)
        let fileKey = try Header(reading: &source).fileKey(for: identity)
        try self.init(source: source, fileKey: fileKey)
    }

    /// The payload's nonce belongs to the header's class: without it there is no payload yet.
    init(source: consuming AgeSource, fileKey: borrowing FileKey) throws {
        var source = source
        var payloadNonce = [UInt8](repeating: 0, count: AgeFormat.payloadNonceSize)
        let count = try payloadNonce.withUnsafeMutableBytes { try source.fill($0) }
        guard count == payloadNonce.count else { throw AgeError.header }
        key = try fileKey.payloadKey(nonce: payloadNonce)
        self.source = source
    }

    /// Lends the next chunk, 0 to 65,536 authenticated bytes valid only during the call. False
    /// when it was the last one, and from then on without calling `body`.
    package mutating func next(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
        if let failure { throw failure }
        guard !isAtEnd else { return false }
        do {
            if released == outcomes.count { try openBatch() }
            try body(try release())
        } catch {
            failure = error
            throw error
        }
        return !isAtEnd
    }

    /// Opens the next batch into `opened`, and reads the one behind it. A failure to read comes
    /// after all that was read before it.
    private mutating func openBatch() throws {
        if let failure = batch.failure { throw failure }
        if nonce.isFirst { following.read(from: &source) }
        swap(&batch, &following)
        if let failure = batch.failure, batch.isEmpty { throw failure }
        let hasMore = batch.hasMore
        // Lent to other threads until the call is over; each writes to a place of its own.
        nonisolated(unsafe) let chunks = batch.chunks
        nonisolated(unsafe) let target = opened.writing(0..<chunks.count * AgeFormat.chunkSize)
        let nonce = nonce
        outcomes = try key.lend { key in
            try AllCores.map(chunks.count) { index in
                var nonce = nonce
                nonce.advance(by: index)
                return ChunkOutcome(
                    opening: chunks[index], into: target, at: index * AgeFormat.chunkSize,
                    nonce: nonce, key: key, hasMore: hasMore || index < chunks.count - 1)
            } meanwhile: {
                if hasMore, batch.failure == nil { following.read(from: &source, behind: batch) }
            }
        }
        released = 0
        self.nonce.advance(by: chunks.count)
    }

    /// Judges the next chunk by its place in the file.
    ///
    /// One that is marked last with more data behind it, or not last with nothing behind it, is
    /// authentic and released, but the file is not: the next call says so.
    private mutating func release() throws -> UnsafeRawBufferPointer {
        let hasMore = batch.hasMore || released < outcomes.count - 1
        switch outcomes[released] {
        case .opened(let range, let markedLast):
            released += 1
            switch (markedLast, hasMore) {
            case (true, false): isAtEnd = true
            case (true, true): failure = AgeError.payloadChanged
            case (false, false): failure = AgeError.cutOff
            case (false, true): break
            }
            return opened.reading(range)
        case .refused(let error):
            throw error
        }
    }
}
