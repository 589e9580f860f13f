internal import Audit
internal import Documents
internal import GRDB
internal import Sealing

/// What is kept about an attached file, beside its pieces.
package struct Attachment: Codable, Equatable, Sendable {
    /// Her words for it, such as "Authorization, signed".
    package var title: String
    package var mediaType: String
    package var bytes: Int
    /// SHA-256 of the file, hexadecimal.
    package var digest: String
    /// Where its pieces lie, and SHA-256 over the sealed pieces.
    var firstPiece: Int64
    var pieces: Int64
    var sealedDigest: String
}

/// Files of any kind, sealed piece by piece: a gigabyte passes through a few megabytes of memory.
///
/// A piece is one byte short of 1 MiB, so that its padding fills it up; each is bound to its record
/// and its place. The revision beside them names their number and digest, and the trail names the
/// revision: so no piece can be exchanged, cut off or moved unseen.
extension Vault {
    static let pieceSize = (1 << 20) - 1

    /// Reads a file into the vault. A file that changes while it is read is refused as a whole.
    /// With `onlyImages`, what is neither PNG nor JPEG is refused too.
    package func attach(
        fileAt path: String, titled title: String, to client: RecordSummary, day: String,
        onlyImages: Bool = false
    ) throws -> RecordSummary {
        let file = try SteadyFile(path)
        if onlyImages, !MediaType.isPicture(try file.start(8)) { throw AttachmentError.notAPicture }
        let record = try newRecord()
        let event = AuditEvent(
            .attachmentCreate, client: client.owner, record: record,
            details: [.size: "\(file.size)"])
        try commit(event) { transaction in
            try attach(file, titled: title, to: client, day: day, as: record, in: transaction)
        }
        return try summary(record)
    }

    /// The same within a larger act, such as the import of many.
    func attach(
        _ file: borrowing SteadyFile, titled title: String, to client: RecordSummary, day: String,
        as record: RecordID, in transaction: Transaction, digest expected: String? = nil
    ) throws {
        var writer = PieceWriter(of: record, owner: client.owner, in: self)
        var mediaType: String?
        let path = file.path
        try file.forEachPart(of: Self.pieceSize) { part in
            mediaType = mediaType ?? MediaType.of(part, name: path)
            try part.withUnsafeBytes { try writer.add($0, in: transaction) }
        }
        let attachment = try writer.finish(
            titled: title, mediaType ?? "application/octet-stream", in: transaction)
        guard expected == nil || expected == attachment.digest else {
            throw AttachmentError.changedWhileRead
        }
        let header = RecordHeader(
            type: .attachment, number: try transaction.nextNumber(.attachment), day: day,
            label: client.header.label, parent: client.record, writtenAt: writtenAt,
            facts: [.kind: attachment.mediaType, .size: "\(file.size)"])
        try transaction.append(
            header, body: try JSON.bytes(attachment), record: record, owner: client.owner.bytes)
    }

    package func attachment(_ summary: RecordSummary) throws -> Attachment {
        try decoded(Attachment.self, try body(of: summary))
    }

    /// Writes an attached file into a folder, reads it back and compares; says so in the trail.
    package func save(_ summary: RecordSummary, to folderPath: String) throws -> String {
        let attachment = try attachment(summary)
        let folder = try ExportFolder(folderPath)
        try commit(AuditEvent(.attachmentView, client: summary.owner, record: summary.record))
        let name =
            "\(summary.shortName)-\(summary.header.day)\(MediaType.ending(attachment.mediaType))"
        // What a command that was stopped left behind is in nobody's way.
        folder.remove(name + ".partial")
        try folder.write(name) { append in
            try forEachPart(of: summary, attachment) { try $0.withUnsafeBytes(append) }
        } check: { read in
            guard try Tally.reading(read).digest.hexText == attachment.digest else {
                throw ExportError.readBackDiffers
            }
        }
        return name
    }

    /// Opens the pieces in order; throws unless they are all there and unchanged.
    func forEachPart(
        of summary: RecordSummary, _ attachment: Attachment, _ body: ([UInt8]) throws -> Void
    ) throws {
        try read { try forEachPart(of: summary, attachment, $0, body) }
    }

    func forEachPart(
        of summary: RecordSummary, _ attachment: Attachment, _ database: Database,
        _ body: ([UInt8]) throws -> Void
    ) throws {
        var plain = SHA256Stream()
        var sealed = SHA256Stream()
        var count: UInt64 = 0
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT piece, record, sealed FROM attachment_piece
                WHERE sequence >= ? AND sequence < ? ORDER BY sequence
                """,
            arguments: [attachment.firstPiece, attachment.firstPiece &+ attachment.pieces])
        while let row = try rows.next() {
            guard try row.number(0) == Int64(count), try row.bytes(1) == summary.record.bytes else {
                throw VaultError.damaged("a piece of \(summary.shortName)")
            }
            let context = keys.context(
                "attachment.piece", record: summary.record.bytes, owner: summary.owner.bytes,
                revision: count)
            let piece = try row.bytes(2)
            let part = try keys.withKey(of: summary.owner.bytes) {
                try Envelope.open(piece, with: $0, for: context)
            }
            sealed.update(piece)
            plain.update(part)
            count += 1
            try body(part)
        }
        guard count == UInt64(attachment.pieces),
            sealed.finish().hexText == attachment.sealedDigest,
            plain.finish().hexText == attachment.digest
        else { throw VaultError.damaged("a piece of \(summary.shortName)") }
    }
}

/// Seals what arrives in parts of any size as the pieces of an attached file.
struct PieceWriter {
    private let vault: Vault
    private let record: RecordID
    private let owner: RecordID
    private var plain = SHA256Stream()
    private var sealed = SHA256Stream()
    private var size = 0
    private var first: Int64?
    private var count: UInt64 = 0
    private var waiting: [UInt8] = []

    init(of record: RecordID, owner: RecordID, in vault: Vault) {
        self.vault = vault
        self.record = record
        self.owner = owner
        waiting.reserveCapacity(Vault.pieceSize)
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer, in transaction: Transaction) throws {
        plain.update(bytes)
        size += bytes.count
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(Vault.pieceSize - waiting.count)
            waiting += part
            rest = rest.dropFirst(part.count)
            if waiting.count == Vault.pieceSize { try seal(in: transaction) }
        }
    }

    private mutating func seal(in transaction: Transaction) throws {
        let context = vault.keys.context(
            "attachment.piece", record: record.bytes, owner: owner.bytes, revision: count)
        let piece = try vault.keys.withKey(of: owner.bytes) {
            try Envelope.seal(waiting, with: $0, for: context)
        }
        sealed.update(piece)
        let row = try transaction.appendPiece(piece, piece: count, record: record)
        first = first ?? row
        count += 1
        waiting.removeAll(keepingCapacity: true)
    }

    mutating func finish(
        titled title: String, _ mediaType: String, in transaction: Transaction
    ) throws -> Attachment {
        if !waiting.isEmpty { try seal(in: transaction) }
        return Attachment(
            title: title, mediaType: mediaType, bytes: size, digest: plain.finish().hexText,
            firstPiece: first ?? 0, pieces: Int64(count), sealedDigest: sealed.finish().hexText)
    }
}
