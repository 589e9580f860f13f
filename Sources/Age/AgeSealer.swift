package import Sealing

/// Encrypts a stream as an age v1 file: push bytes in, the file comes out through `write`.
///
/// The header is written at once, then 64 KiB chunks as they fill; ``finish()`` writes the last
/// one, and without it the file is cut off and does not open. `write` must take all the bytes it
/// is lent or throw; after a failure the sealer only repeats it. age does not say who encrypted a
/// file: put a signature inside.
package struct AgeSealer: ~Copyable {
    private let write: (UnsafeRawBufferPointer) throws -> Void
    private let fileKey: KeptFileKey
    private let key: SecretKey
    private var nonce = StreamNonce()
    private let pending = ChunkBuffer(count: AgeFormat.chunkSize)
    private var pendingCount = 0
    private let sealed = ChunkBuffer(count: AgeFormat.sealedChunkSize)
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

    /// Writes the last chunk. A file that was never appended to is a good, empty one.
    package consuming func finish() throws {
        if let failure { throw failure }
        try seal(pending.reading(0..<pendingCount), last: true)
    }

    /// The same, and gives the file's key, to read the file back from the medium with.
    package consuming func finishKeepingKey() throws -> KeptFileKey {
        let kept = fileKey
        try finish()
        return kept
    }

    /// A full chunk is held back until a further byte shows that it is not the last. Full chunks
    /// in the caller's memory are sealed from there.
    private mutating func add(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            if pendingCount == AgeFormat.chunkSize {
                try seal(pending.reading(0..<pendingCount), last: false)
                pendingCount = 0
            }
            if pendingCount == 0, rest.count > AgeFormat.chunkSize {
                let chunk = rest.prefix(AgeFormat.chunkSize)
                try seal(UnsafeRawBufferPointer(rebasing: chunk), last: false)
                rest = rest.dropFirst(chunk.count)
            } else {
                let part = rest.prefix(AgeFormat.chunkSize - pendingCount)
                pending.writing(pendingCount..<pendingCount + part.count)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
                pendingCount += part.count
                rest = rest.dropFirst(part.count)
            }
        }
    }

    private mutating func seal(_ chunk: UnsafeRawBufferPointer, last: Bool) throws {
        let count = chunk.count + AgeFormat.tagSize
        nonce.mark(last: last)
        do throws(SealingError) {
            try ChaChaPoly.seal(
                chunk, into: sealed.writing(0..<count), nonce: nonce.bytes, key: key)
        } catch {
            throw AgeError.sealing(error)
        }
        nonce.advance()
        try write(sealed.reading(0..<count))
    }
}
