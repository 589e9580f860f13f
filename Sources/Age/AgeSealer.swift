package import Sealing

/// Encrypts a stream as an age v1 file: push bytes in, the file comes out through `write`.
///
/// The header is written at once, then 64 KiB chunks in batches: a batch is sealed on all cores
/// while the one before it is written, always by the thread that calls. ``finish()`` writes the
/// rest, and without it the file is cut off and does not open. `write` must take all the bytes it
/// is lent or throw, which may be told a batch later; after a failure the sealer only repeats it.
/// age does not say who encrypted a file: put a signature inside.
package struct AgeSealer: ~Copyable {
    private static let batchSize = AgeFormat.batch * AgeFormat.chunkSize
    /// So many bytes of the caller's are worth a round of their own, to spare copying them.
    private static let many = 8 * AgeFormat.chunkSize

    private let write: (UnsafeRawBufferPointer) throws -> Void
    private let fileKey: KeptFileKey
    private let key: SecretKey
    private var nonce = StreamNonce()
    /// Chunks in the clear, each with room for its tag behind it: they are sealed where they stand.
    private var held = ChunkBuffer(count: AgeFormat.batch * AgeFormat.sealedChunkSize)
    private var heldCount = 0
    /// The batch that is still to be written.
    private var sealed = ChunkBuffer(count: AgeFormat.batch * AgeFormat.sealedChunkSize)
    private var sealedCount = 0
    private var failure: (any Error)?

    /// Encrypts for one or more recipients, any of whom can open the file.
    package init(
        to recipients: [AgeRecipient], write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard (1...AgeFormat.mostRecipients).contains(recipients.count) else {
            throw AgeError.recipientCount
        }
        let fileKey = try FileKey.random()
        var stanzas: [Stanza] = []
        for recipient in recipients {
            stanzas.append(try X25519Stanza.wrapping(fileKey, for: recipient))
        }
        try self.init(fileKey: KeptFileKey(fileKey), stanzas: stanzas, write: write)
    }

    /// Encrypts with a passphrase. Each guess at it costs scrypt with N = 2^`workFactor`, which
    /// must be 1 to 20; tests use little, everyone else the standard.
    package init(
        passphrase: borrowing Passphrase, workFactor: Int = AgeFormat.standardWorkFactor,
        write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let fileKey = try FileKey.random()
        let stanza = try ScryptStanza.wrapping(fileKey, for: passphrase, workFactor: workFactor)
        try self.init(fileKey: KeptFileKey(fileKey), stanzas: [stanza], write: write)
    }

    private init(
        fileKey: KeptFileKey, stanzas: [Stanza],
        write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let header = try Header(stanzas: stanzas, fileKey: fileKey.fileKey)
        let payloadNonce = try AgeError.lifting { () throws(SealingError) in
            try Randomness.bytes(AgeFormat.payloadNonceSize)
        }
        let key = try fileKey.fileKey.payloadKey(nonce: payloadNonce)
        try (header.encoded + payloadNonce).withUnsafeBytes(write)
        self.key = key
        self.write = write
        self.fileKey = fileKey
    }

    /// Takes the next bytes of the plaintext, any number of them.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) throws {
        if let failure { throw failure }
        do {
            try add(bytes)
        } catch {
            failure = error
            throw error
        }
    }

    package mutating func append(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try append($0) }
    }

    /// Writes what is left, the last chunk with it. A file that was never appended to is a good,
    /// empty one.
    package consuming func finish() throws {
        if let failure { throw failure }
        try seal(UnsafeRawBufferPointer(start: nil, count: 0), last: true)
        try writeSealed()
    }

    /// The same, and gives the file's key, to read the file back from the medium with.
    package consuming func finishKeepingKey() throws -> KeptFileKey {
        let kept = fileKey
        try finish()
        return kept
    }

    /// What could be the file's last chunk is held back until a further byte shows that it is not.
    /// Chunks in the caller's memory are sealed from there when they are many.
    private mutating func add(_ bytes: UnsafeRawBufferPointer) throws {
        let size = AgeFormat.chunkSize
        let gap = (size - heldCount % size) % size
        var rest = bytes.dropFirst(gap)
        hold(bytes.prefix(gap))
        while heldCount + rest.count > Self.batchSize || rest.count > Self.many {
            let whole = (rest.count - 1) / size * size
            let chunks = rest.prefix(min(whole, Self.batchSize - heldCount))
            try seal(UnsafeRawBufferPointer(rebasing: chunks), last: false)
            rest = rest.dropFirst(chunks.count)
        }
        hold(rest)
    }

    private mutating func hold(_ part: Slice<UnsafeRawBufferPointer>) {
        var rest = part
        while !rest.isEmpty {
            let (chunk, filled) = heldCount.quotientAndRemainder(dividingBy: AgeFormat.chunkSize)
            let piece = rest.prefix(AgeFormat.chunkSize - filled)
            let start = chunk * AgeFormat.sealedChunkSize + filled
            held.writing(start..<start + piece.count)
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: piece))
            heldCount += piece.count
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Seals what is held and then `bytes`, a batch at most, and meanwhile writes what was sealed
    /// before. Only at the end of the file these are no whole number of chunks.
    private mutating func seal(_ bytes: UnsafeRawBufferPointer, last: Bool) throws {
        let size = AgeFormat.chunkSize
        var sources = stride(from: 0, to: heldCount, by: size).map { start in
            let place = start / size * AgeFormat.sealedChunkSize
            return held.reading(place..<place + min(size, heldCount - start))
        }
        sources += stride(from: 0, to: bytes.count, by: size).map { start in
            UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(size))
        }
        if sources.isEmpty { sources = [held.reading(0..<0)] }
        // Lent to other threads until the call is over; each has a place of its own.
        nonisolated(unsafe) let chunks = sources
        nonisolated(unsafe) let target = held.bytes
        let nonce = nonce
        let results = try key.lend { key in
            try AllCores.map(chunks.count) { index in
                var nonce = nonce
                nonce.advance(by: index)
                nonce.mark(last: last && index == chunks.count - 1)
                let start = index * AgeFormat.sealedChunkSize
                let place = target[start..<start + chunks[index].count + AgeFormat.tagSize]
                return Result { () throws(SealingError) in
                    try ChaChaPoly.seal(
                        chunks[index], into: UnsafeMutableRawBufferPointer(rebasing: place),
                        nonce: nonce.bytes, key: key)
                }
            } meanwhile: {
                try writeSealed()
            }
        }
        for result in results {
            try AgeError.lifting(result.get)
        }
        self.nonce.advance(by: chunks.count)
        swap(&held, &sealed)
        sealedCount = heldCount + bytes.count + chunks.count * AgeFormat.tagSize
        heldCount = 0
    }

    private func writeSealed() throws {
        guard sealedCount > 0 else { return }
        try write(sealed.reading(0..<sealedCount))
    }
}
