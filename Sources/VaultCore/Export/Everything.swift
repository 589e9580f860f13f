internal import Age
internal import Audit
package import Documents
internal import GRDB
internal import Sealing

/// All records at one moment: the newest revision of each, and where its revisions lie.
struct AllRecords {
    let newest: [RecordSummary]
    private let byOwner: [RecordID: [RecordSummary]]
    private var sequences: [RecordID: [Int64]] = [:]

    init(_ newest: [RecordSummary], _ database: Database) throws {
        // In an order that does not depend on when each was written.
        self.newest = newest.sorted {
            ($0.header.type.rawValue, $0.header.number) < (
                $1.header.type.rawValue, $1.header.number
            )
        }
        byOwner = Dictionary(grouping: self.newest, by: \.owner)
        let rows = try Row.fetchCursor(
            database, sql: "SELECT sequence, record FROM revision ORDER BY sequence")
        while let row = try rows.next() {
            guard let record = RecordID(bytes: try row.bytes(1)) else {
                throw VaultError.damaged("a row has a broken id")
            }
            sequences[record, default: []].append(try row.number(0))
        }
    }

    /// Where this record's revisions lie, oldest first, up to the one that was its newest.
    func sequences(of summary: RecordSummary) -> [Int64] {
        (sequences[summary.record] ?? []).filter { $0 <= summary.sequence }
    }

    func of(_ client: RecordSummary, _ type: RecordType) -> [RecordSummary] {
        (byOwner[client.record] ?? []).filter { $0.header.type == type }
    }

    var clients: [RecordSummary] { newest.filter { $0.header.type == .client } }
}

extension Vault {
    /// Exports everything: whoever leaves takes it along, in forms that other programs read, and
    /// in one that another vault takes over with ``takeOver(_:with:progress:)``.
    ///
    /// One age file, with a folder for each client. Psychotherapy notes are not in it: only their
    /// own passphrase opens them. Always encrypted.
    package func exportEverything(
        to path: String, formats: [ExportFormat], lock: borrowing ExportLock,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> ExportResult {
        guard !lock.isOpen, !lock.isPassword else { throw ExportError.noRecipient }
        let folder = try ExportFolder(path, forOthers: true)
        try requireAgreement(with: try Witness.all(in: folder, for: self))
        try commit(AuditEvent(.exportIntent, details: [.kind: "everything"]))
        try folder.removeLeftovers()
        let result: ExportResult
        do {
            let contents = try everything(formats)
            try folder.requireRoom(for: contents.usualSize)
            result = try write(
                contents, as: try newExportName(), into: folder, lock: lock, progress: progress)
        } catch {
            noteFailure(error)
            throw error
        }
        var details: [AuditDetail: String] = [
            .digest: result.digest, .size: "\(result.size)", .kind: "everything",
            .format: lock.format,
        ]
        details[.medium] = try mediumToken(of: folder)
        try commit(AuditEvent(.exportDone, details: details))
        return result
    }

    /// How many psychotherapy notes there are; they stay behind.
    package func psychotherapyNoteCount() throws -> Int {
        try read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(DISTINCT record) FROM psychotherapy_note WHERE revision > 0")
                ?? 0
        }
    }

    func everything(_ formats: [ExportFormat]) throws -> ExportContents {
        typealias Part = ExportContents.Part
        let newest = try summaries()
        try requireWhole()
        let (all, checkpoint, size) = try read { database in
            let head = try TrailHead.load(database, vault: self)
            guard let note = head.note else { throw VaultError.damaged("the audit trail is gone") }
            return (try AllRecords(newest, database), note, head.size)
        }
        let kept: Set<RecordType> = [
            .correspondent, .activityReview, .incident, .certificate,
        ]
        let practice = all.newest.filter { kept.contains($0.header.type) } + [try practiceSummary()]
        var parts = [
            Part(ExportContents.readme, ExportContents.everythingText),
            lines("practice/records.jsonl", of: practice, all),
            Part("practice/settings.json", try JSON.readable(try settings().portable())),
        ]
        for client in all.clients { parts += try self.parts(of: client, all, formats) }
        parts.append(
            Part(
                name: ExportContents.trail(0),
                body: .measured { [self] append in
                    try forEachEntry(before: size) { entry in
                        try Array(TrailLines.line(of: entry).utf8).withUnsafeBytes(append)
                    }
                }))
        let names = Dictionary(
            all.newest.map { ($0.record.bytes, $0.shortName) }, uniquingKeysWith: { $1 })
        parts.append(
            Part(
                name: "audit/entries.csv",
                body: .measured { [self] append in
                    try Array(CSVRow.text(AuditEntry.columns).utf8).withUnsafeBytes(append)
                    try forEachEntry(before: size) { entry in
                        try Array(CSVRow.text(entry.cells(names)).utf8).withUnsafeBytes(append)
                    }
                }))
        for (record, trail) in try earlierTrails() {
            let place = Int(record.header.number)
            parts.append(streamed(ExportContents.trail(place), of: record, trail.file))
            parts.append(Part(ExportContents.checkpoint(place), trail.checkpoint))
        }
        return try ExportContents(parts, checkpoint: checkpoint, in: self)
    }

    /// A client's folder: the record in the forms of others, and what another vault takes over.
    private func parts(
        of client: RecordSummary, _ all: AllRecords, _ formats: [ExportFormat]
    ) throws -> [ExportContents.Part] {
        typealias Part = ExportContents.Part
        let folder = "clients/\(client.shortName)/"
        let types: [RecordType] = [
            .client, .session, .jotting, .measure, .consent, .document, .attachment, .disclosure,
            .request,
        ]
        let records = types.flatMap { all.of(client, $0) }
        let signed = all.of(client, .document).filter { $0.header.state == .signed }
        var parts = [
            lines(folder + "records.jsonl", of: records, all),
            Part(
                name: folder + "record.fhir.json",
                body: .made { [self] in
                    try fhir(
                        of: client, try signed.map { ($0, try signedDocument($0)) }, pdf: nil)
                }),
            Part(
                name: folder + "consents.json",
                body: .made { [self] in
                    try JSON.readable(
                        all.of(client, .consent).map { [$0.shortName: try consent($0).entries] })
                }),
            Part(
                name: folder + "accounting.csv",
                body: .made { [self] in
                    let rows = try all.of(client, .disclosure)
                        .filter { !$0.isWithdrawn }
                        .map { try disclosure($0).cells($0.shortName) }
                    return Array(
                        ([AccountedDisclosure.columns] + rows).map(CSVRow.text).joined().utf8)
                }),
        ]
        let opened = LastOpened(of: self)
        for document in signed {
            let stem = folder + "documents/" + document.shortName
            parts += formats.map { format in
                Part(
                    name: ExportContents.name(of: format, stem),
                    body: .made { try format.render(try opened(document).document) })
            }
            parts.append(
                Part(
                    name: ExportContents.signature(stem),
                    body: .made {
                        let (signed, key) = try opened(document)
                        return Array(try Self.signature(of: signed, by: key).encoded.utf8)
                    }))
        }
        for file in all.of(client, .attachment) {
            let attachment = try attachment(file)
            parts.append(
                streamed(
                    folder + "attachments/" + attachment.fileName(of: file), of: file, attachment))
        }
        return parts
    }

    private func lines(
        _ name: String, of records: [RecordSummary], _ all: AllRecords
    ) -> ExportContents.Part {
        ExportContents.Part(
            name: name,
            body: .measured { [self] append in
                try read { database in
                    try portableLines(of: records, among: all, database) { line in
                        try line.withUnsafeBytes(append)
                    }
                }
            })
    }

    /// The lines of all revisions of these records.
    func portableLines(
        of records: [RecordSummary], among all: AllRecords, _ database: Database,
        _ body: ([UInt8]) throws -> Void
    ) throws {
        for record in records {
            for sequence in all.sequences(of: record) {
                try body(try portable(sequence, database).line())
            }
        }
    }

    /// One revision as it travels.
    func portable(_ sequence: Int64, _ database: Database) throws -> PortableRevision {
        guard
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT sequence, record, revision, owner, header FROM revision
                    WHERE sequence = ?
                    """, arguments: [sequence])
        else { throw VaultError.damaged("row \(sequence) is missing") }
        let summary = try summary(of: try RevisionRow(row))
        var body = try body(of: summary, database)
        var file: String?
        if summary.header.type == .attachment {
            let attachment = try decoded(Attachment.self, body)
            body = try JSON.bytes(attachment.portable)
            file = attachment.fileName(of: summary)
        }
        return PortableRevision(
            record: summary.record, owner: summary.owner, revision: summary.revision,
            header: summary.header, file: file, body: body)
    }

}

/// The signed document that was opened last: its files are written one after the other.
private final class LastOpened {
    private let vault: Vault
    private var record: RecordID?
    private var signed: (document: SignedDocument, key: VerifierKey)?

    init(of vault: Vault) { self.vault = vault }

    func callAsFunction(
        _ document: RecordSummary
    ) throws -> (document: SignedDocument, key: VerifierKey) {
        if let signed, record == document.record { return signed }
        let opened = try vault.signedDocumentWithKey(document)
        (record, signed) = (document.record, opened)
        return opened
    }
}

extension Attachment {
    /// F1.pdf, in the folder of a client's attached files.
    func fileName(of record: RecordSummary) -> String {
        record.shortName + MediaType.ending(mediaType)
    }

    var portable: PortableRevision.AttachedFile {
        .init(title: title, mediaType: mediaType, bytes: bytes, digest: digest)
    }
}
