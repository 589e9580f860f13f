package import Sealing

/// Decrypts an age v1 file: it is pulled through `read`, and released chunk by chunk.
///
/// Only what has been authenticated is released, but a file is whole only once ``next(_:)`` has
/// returned false: what was released before an error is a beginning, to be thrown away. Armor is
/// recognised and taken off. After a failure the opener only repeats it.
package struct AgeOpener: ~Copyable {
    private var source: AgeSource
    private let key: SecretKey
    private var nonce = StreamNonce()
    /// A sealed chunk, and one byte of the next that shows there is a next.
    private let sealed = ChunkBuffer(count: AgeFormat.sealedChunkSize + 1)
    private var held = 0
    private let opened = ChunkBuffer(count: AgeFormat.chunkSize)
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
            let count = try openChunk()
            try body(opened.reading(0..<count))
        } catch {
            failure = error
            throw error
        }
        return !isAtEnd
    }

    /// Opens the next chunk into `opened` and gives its size.
    ///
    /// A full chunk tells whether it is the last by its mark alone. One that is marked last with
    /// more data behind it, or not last with nothing behind it, is authentic and released, but the
    /// file is not: the next call says so.
    private mutating func openChunk() throws -> Int {
        let available = try held + source.fill(sealed.writing(held..<sealed.bytes.count))
        let hasMore = available > AgeFormat.sealedChunkSize
        let isFull = available >= AgeFormat.sealedChunkSize
        let range = 0..<min(available, AgeFormat.sealedChunkSize)
        guard range.count >= AgeFormat.tagSize else { throw AgeError.cutOff }
        let count = range.count - AgeFormat.tagSize
        if try opens(range, last: !hasMore) {
            isAtEnd = !hasMore
        } else if isFull, try opens(range, last: hasMore) {
            failure = hasMore ? AgeError.payloadChanged : AgeError.cutOff
        } else {
            throw AgeError.payloadChanged
        }
        guard count > 0 || nonce.isFirst else { throw AgeError.payloadChanged }
        nonce.advance()
        held = hasMore ? 1 : 0
        sealed.bytes[0] = sealed.bytes[sealed.bytes.count - 1]
        return count
    }

    private mutating func opens(_ range: Range<Int>, last: Bool) throws(AgeError) -> Bool {
        nonce.mark(last: last)
        do throws(SealingError) {
            try ChaChaPoly.open(
                sealed.reading(range), into: opened.writing(0..<range.count - AgeFormat.tagSize),
                nonce: nonce.bytes, key: key)
            return true
        } catch .changed {
            return false
        } catch {
            throw .sealing(error)
        }
    }
}
