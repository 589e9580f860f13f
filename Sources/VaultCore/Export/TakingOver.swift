internal import Age
internal import Audit
internal import Documents
internal import Sealing

/// What was taken over.
package struct TakenOver: Equatable, Sendable {
    package var clients = 0
    package var records = 0
    package var revisions = 0
    package var attachments = 0
    /// The public key of the vault that it comes from.
    package var key = ""
}

extension Vault {
    /// Takes over everything that another vault exported, all or nothing, into this one that holds
    /// nothing yet.
    ///
    /// The file is opened as it goes by, and no word of it lies on a disk. Ids, numbers, revisions
    /// and texts stay the same; what is sealed here is sealed with this vault's keys. Before it
    /// counts, every checksum, signature and proof inside must hold, every signed document must
    /// verify under the key that signed it, and every record must read back with the digest that
    /// it left with.
    package func takeOver(
        _ path: String, with key: borrowing UnsealKey,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> TakenOver {
        try requireEmpty()
        let file = try InputFile(path)
        let size = try file.length()
        return try commit(AuditEvent(.importDone, details: [.kind: "everything"])) { transaction in
            // Another command may have been quicker.
            guard
                try holdsNothing(transaction.summaries(), try transaction.psychotherapyRows())
            else { throw TakeOverError.notEmpty }
            let taking = TakingOver(transaction, of: self)
            let archive = PassingArchive(onlooker: taking.onlooker)
            let read = Tally()
            var opener = try Unsealing.opener(key) { buffer in
                let count = try file.read(buffer)
                read.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                return count
            }
            while try opener.next(archive.add) { progress(read.size, size) }
            guard let files = archive.files, let verdict = try ExportVerdict(files) else {
                throw TakeOverError.notEverything
            }
            guard verdict.holds else { throw TakeOverError.doesNotHold }
            transaction.tell([.digest: read.result.digest.hexText, .size: "\(read.size)"])
            return try taking.finish(files, verdict)
        }
    }

    private func holdsNothing(
        _ records: [RecordSummary], _ psychotherapyNotes: [PsychotherapyRow]
    ) -> Bool {
        psychotherapyNotes.isEmpty
            && records.allSatisfy { [.practice, .settings].contains($0.header.type) }
    }
}

/// Everything of another vault on its way in: each file is looked at as it goes by.
private final class TakingOver {
    private let transaction: Transaction
    private let vault: Vault
    private var taken = TakenOver()
    private var clients: Set<RecordID> = []
    /// The last revision of each record so far, without its body.
    private var known: [RecordID: PortableRevision] = [:]
    /// The digest that each file of records has in the archive, by whose records they are.
    private var recordFiles: [(name: String, records: [RecordID])] = []
    /// Attached files whose record has gone by, by their place in the archive.
    private var waiting: [String: PortableRevision] = [:]
    /// Trails, by their place.
    private var trails: [Int: (record: RecordID, file: Attachment)] = [:]
    private var settings: Settings?

    init(_ transaction: Transaction, of vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    /// A line of records is no longer than a body can be, and its head.
    private static let longestLine = Storage.largestBlob

    func onlooker(for name: String) throws -> PassingArchive.Onlooker? {
        if name.hasSuffix("/records.jsonl") { return records(in: name) }
        if name == "practice/settings.json" { return settingsFile() }
        if let place = ExportContents.place(ofTrail: name) { return try trail(at: place) }
        if let revision = waiting.removeValue(forKey: name) { return attachment(revision) }
        return nil
    }

    // MARK: - Records

    private func records(in name: String) -> PassingArchive.Onlooker {
        var lines = PassingLines()
        let folder = String(name.dropLast("records.jsonl".count))
        recordFiles.append((name, []))
        return PassingArchive.Onlooker { [self] bytes in
            try lines.add(bytes) { try take(try PortableRevision(line: $0), from: folder) }
            guard lines.unfinished <= Self.longestLine else { throw TakeOverError.unknownForm }
        } end: {
            guard lines.unfinished == 0 else { throw TakeOverError.unknownForm }
        }
    }

    private func take(_ revision: PortableRevision, from folder: String) throws {
        let (owner, header) = (revision.owner, revision.header)
        switch header.type {
        case .practice, .correspondent, .activityReview, .incident, .certificate:
            guard owner.bytes == KeyRing.practice, folder == "practice/" else {
                throw TakeOverError.unknownForm
            }
        case .client:
            guard owner == revision.record, owner.bytes != KeyRing.practice,
                folder == "clients/C\(header.number)/"
            else { throw TakeOverError.unknownForm }
            if clients.insert(owner).inserted { try transaction.makeKey(for: owner) }
        case .session, .document, .measure, .consent, .attachment, .jotting, .disclosure, .request:
            guard clients.contains(owner) else { throw TakeOverError.unknownForm }
        case .settings, .earlierTrail, .cosignature: break
        }
        try requireNext(revision)
        try requireKnownForm(revision)
        guard header.type == .attachment else {
            return try keep(revision, body: revision.body)
        }
        guard revision.revision == 1, let file = revision.file,
            waiting.updateValue(revision, forKey: folder + "attachments/" + file) == nil
        else { throw TakeOverError.unknownForm }
    }

    /// A record stays whose and what it is, its revisions come in order, and what is signed never
    /// changes.
    private func requireNext(_ revision: PortableRevision) throws {
        var next = revision
        next.body = []
        let before = known.updateValue(next, forKey: revision.record)
        guard revision.revision == (before?.revision ?? 0) + 1,
            (revision.header.type == .document) == (revision.header.state != nil)
        else { throw TakeOverError.unknownForm }
        guard let before else {
            recordFiles[recordFiles.count - 1].records.append(revision.record)
            return
        }
        guard before.owner == revision.owner, before.header.type == revision.header.type,
            before.header.number == revision.header.number, before.header.state != .signed
        else { throw TakeOverError.unknownForm }
    }

    private func requireKnownForm(_ revision: PortableRevision) throws {
        let body = revision.body
        switch revision.header.type {
        case .practice, .client, .session, .correspondent: _ = try decoded(Entries.self, body)
        case .request:
            let kind = try decoded(Entries.self, body)["kind"]
            guard try Library.requestRules()[kind] != nil else { throw TakeOverError.unknownForm }
        case .activityReview: _ = try decoded(ActivityReview.self, body)
        case .incident: _ = try decoded(StoredIncident.self, body)
        case .certificate: _ = try decoded(StoredCertificate.self, body)
        case .measure: _ = try decoded(MeasureResult.self, body)
        case .consent: _ = try decoded(StoredConsent.self, body)
        case .jotting: _ = try decoded(Jotting.self, body)
        case .disclosure: _ = try decoded(AccountedDisclosure.self, body)
        case .attachment: _ = try decoded(PortableRevision.AttachedFile.self, body)
        case .document where revision.header.state == .signed: break
        case .document: _ = try decoded(Review.self, body)
        // They travel in files of their own; what witnesses saw is of the earlier vault's trail.
        case .settings, .earlierTrail, .cosignature: throw TakeOverError.unknownForm
        }
    }

    private func keep(_ revision: PortableRevision, body: [UInt8]) throws {
        try transaction.take(revision, body: body)
        taken.revisions += 1
        if revision.revision == 1 { taken.records += 1 }
    }

    // MARK: - Files

    private func attachment(_ revision: PortableRevision) -> PassingArchive.Onlooker {
        var writer = PieceWriter(of: revision.record, owner: revision.owner, in: vault)
        return PassingArchive.Onlooker { [self] bytes in
            try writer.add(bytes, in: transaction)
        } end: { [self] in
            let said = try decoded(PortableRevision.AttachedFile.self, revision.body)
            let attachment = try writer.finish(
                titled: said.title, said.mediaType, in: transaction)
            guard attachment.portable == said else { throw TakeOverError.doesNotHold }
            try keep(revision, body: try JSON.bytes(attachment))
            taken.attachments += 1
        }
    }

    private func trail(at place: Int) throws -> PassingArchive.Onlooker {
        guard let practice = RecordID(bytes: KeyRing.practice) else {
            throw TakeOverError.unknownForm
        }
        let record = try transaction.newRecordID()
        var writer = PieceWriter(of: record, owner: practice, in: vault)
        return PassingArchive.Onlooker { [self] bytes in
            try writer.add(bytes, in: transaction)
        } end: { [self] in
            trails[place] = (
                record, try writer.finish(titled: "Audit trail", "text/plain", in: transaction)
            )
        }
    }

    private func settingsFile() -> PassingArchive.Onlooker {
        var bytes: [UInt8] = []
        return PassingArchive.Onlooker { part in
            bytes += part
            guard bytes.count <= Self.longestLine else { throw TakeOverError.unknownForm }
        } end: { [self] in
            settings = try decoded(Settings.self, bytes)
        }
    }

    private func decoded<T: Decodable>(_ type: T.Type, _ bytes: [UInt8]) throws -> T {
        do { return try JSON.value(type, from: bytes) } catch { throw TakeOverError.unknownForm }
    }

    // MARK: - At the end

    /// Everything went by and holds.
    func finish(_ files: ExportFiles, _ verdict: ExportVerdict) throws -> TakenOver {
        guard let settings, trails[0] != nil, !recordFiles.isEmpty else {
            throw TakeOverError.notEverything
        }
        guard waiting.isEmpty else { throw TakeOverError.doesNotHold }
        let keys = try keepTrails(files)
        guard settings.isUsable else { throw TakeOverError.unknownForm }
        try vault.changeSettings(in: transaction) { $0 = settings.portable(to: $0) }
        try check(files, signedWith: keys)
        taken.clients = clients.count
        taken.key = verdict.key
        return taken
    }

    /// The trails of the vaults before, oldest first, and last that of the one it comes from.
    private func keepTrails(_ files: ExportFiles) throws -> [VerifierKey] {
        let keys = ExportVerdict.keys(try files.contents(of: ExportContents.key) ?? [])
        guard !keys.contains(where: { $0.publicKey == vault.publicKey }) else {
            throw TakeOverError.sameVault
        }
        guard Set(trails.keys) == Set(keys.indices) else { throw TakeOverError.notEverything }
        for (index, place) in (Array(keys.indices.dropFirst()) + [0]).enumerated() {
            guard let (record, file) = trails[place],
                let note = try files.contents(of: ExportContents.checkpoint(place))
            else { throw TakeOverError.notEverything }
            let trail = EarlierTrail(
                key: keys[place].encoded, checkpoint: String(decoding: note, as: UTF8.self),
                file: file)
            try transaction.append(
                RecordHeader(
                    type: .earlierTrail, number: UInt64(index) + 1, writtenAt: vault.writtenAt),
                body: try JSON.bytes(trail), record: record, owner: KeyRing.practice)
        }
        return keys
    }

    /// Numbers stand once, records belong to records that are here, every signature holds and is
    /// proven, and every file of records would leave this vault as it came.
    private func check(_ files: ExportFiles, signedWith keys: [VerifierKey]) throws {
        let newest = try transaction.summaries()
        let numbered = newest.filter { $0.header.type != .practice }
        // Beside the profile that this vault was made with there is now the one taken over.
        let names = Set(numbered.map { [$0.header.type.rawValue, "\($0.header.number)"] })
        guard newest.count == numbered.count + 2, names.count == numbered.count else {
            throw TakeOverError.unknownForm
        }
        let byRecord = Dictionary(newest.map { ($0.record, $0) }, uniquingKeysWith: { $1 })
        for summary in newest {
            if let parent = summary.header.parent {
                guard parent != summary.record, byRecord[parent]?.owner == summary.owner else {
                    throw TakeOverError.unknownForm
                }
            }
            if summary.header.state == .signed {
                try requireProof(of: summary, files, keys)
            }
        }
        let all = try transaction.all(newest)
        for file in recordFiles {
            guard !file.records.isEmpty else { throw TakeOverError.unknownForm }
            let tally = Tally()
            try transaction.portableLines(
                of: file.records.compactMap { byRecord[$0] }, among: all
            ) { line in
                line.withUnsafeBytes(tally.add)
            }
            guard try files.digest(file.name) == tally.result.digest.hexText else {
                throw TakeOverError.unknownForm
            }
        }
    }

    /// One of the keys signed this very document, and that key's trail tells of it.
    private func requireProof(
        of document: RecordSummary, _ files: ExportFiles, _ keys: [VerifierKey]
    ) throws {
        let signed: SignedDocument
        let key: VerifierKey
        do {
            (signed, key) = try vault.reopened(
                try transaction.body(of: document), signedWith: keys)
        } catch is SigningError {
            throw TakeOverError.doesNotHold
        }
        guard signed.note.document.record == document.record,
            let place = keys.firstIndex(of: key),
            let trail = try files.trail(ExportContents.trail(place)),
            trail.holds(vault.digest(of: signed))
        else { throw TakeOverError.doesNotHold }
    }
}

extension Vault {
    /// Throws unless this vault can take a whole practice over; asked before any passphrase is.
    package func requireEmpty() throws {
        guard try holdsNothing(summaries(), try read { try PsychotherapyRow.all($0) }) else {
            throw TakeOverError.notEmpty
        }
    }
}
