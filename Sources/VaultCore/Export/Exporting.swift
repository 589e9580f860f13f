package import Age
internal import Audit
package import Documents
internal import Foundation
package import Sealing
internal import Wording

/// Who can open an export: holders of age keys, whoever knows a passphrase, or anyone.
package enum ExportLock: ~Copyable {
    case recipients([AgeRecipient])
    case passphrase(Passphrase)
    /// Whoever knows the password of a PDF, for a reader who has nothing but a PDF program.
    case password(Passphrase)
    /// Not encrypted, because she said so in words.
    case open
}

/// What is to leave together.
package struct ExportOrder: Sendable {
    /// Signed documents of one client, in this order.
    package var documents: [RecordSummary]
    /// The client whose whole file it is: everything on record beside the documents.
    package var wholeFileOf: RecordSummary?
    /// To whom they are handed over, and why that may be; nil for her own copy. A letter brings its
    /// own.
    package var handover: Handover?
    /// The forms that each document is written in; text and data are always among them, because
    /// the signature covers those.
    package var formats: [ExportFormat]
    /// Puts a cover sheet on paper; what is handed over then has one.
    package var cover: (@Sendable (Sheet) throws -> [UInt8])?
    /// Locks pages with a password: AES-256, as PDF has it (ISO 32000-2).
    package var protect: (@Sendable ([UInt8], borrowing Passphrase) throws -> [UInt8])?
    /// Why it leaves unencrypted, in her words.
    package var reasonForOpen: String?

    package init(
        documents: [RecordSummary], wholeFileOf client: RecordSummary? = nil,
        handover: Handover? = nil, formats: [ExportFormat] = ExportFormat.all,
        cover: (@Sendable (Sheet) throws -> [UInt8])? = nil, reasonForOpen: String? = nil
    ) {
        self.documents = documents
        wholeFileOf = client
        self.handover = handover
        self.formats = formats
        self.cover = cover
        self.reasonForOpen = reasonForOpen
    }
}

/// What an export left on the medium.
package struct ExportResult: Equatable, Sendable {
    /// The file, or the folder of an export that is not encrypted.
    package var name: String
    package var size: Int
    package var digest: String
    /// The rows of the accounting of disclosures, where it was handed to someone: E1.
    package var disclosures: [String] = []
}

extension Vault {
    /// Exports signed documents into a folder on a stick.
    ///
    /// First the witnesses there must agree with the trail, and there must be room. Then: the entry
    /// that it is intended; the file under a temporary name, synced, read back from the medium,
    /// opened and compared; its final name, without replacing anything; the folder synced; the
    /// entry that it is done, with the rows of the accounting. Stopped at any point, either the
    /// final name exists with a whole file, or it does not.
    package func export(
        _ order: ExportOrder, to path: String, lock: borrowing ExportLock,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> ExportResult {
        let signed = try order.documents.map(signedForExport)
        guard let about = try order.wholeFileOf ?? order.documents.first.map(client) else {
            throw ExportError.nothingNamed
        }
        let client = about.record
        guard order.documents.allSatisfy({ $0.owner == client }) else {
            throw ExportError.severalClients
        }
        guard !lock.isPassword || (signed.count == 1 && order.wholeFileOf == nil) else {
            throw ExportError.onePDF
        }
        let leaving = try permitted(order, signed, about)
        let folder = try ExportFolder(path, forOthers: true)
        try requireAgreement(with: try Witness.all(in: folder, for: self))
        let record = order.documents.count == 1 ? order.documents.first?.record : nil
        try folder.requireRoom(for: ExportContents.usualSize * (signed.count + 1))
        try commit(
            AuditEvent(
                .exportIntent, client: client, record: record,
                details: [.count: "\(order.documents.count)"]))
        try folder.removeLeftovers()
        let name = try newExportName()
        var result: ExportResult
        var enclosures = zip(order.documents, signed).map {
            AccountedDisclosure.Enclosure(
                name: $0.shortName, title: $0.header.label, digest: digest(of: $1))
        }
        do {
            var beside = leaving.isEmpty ? [] : try cover(of: order, signed, leaving)
            if let whole = order.wholeFileOf {
                let (parts, more) = try wholeFile(
                    of: whole, zip(order.documents, signed).map { ($0, $1) },
                    pdf: order.formats.first { $0.id == "pdf" })
                beside += parts
                enclosures += more
            }
            let contents = try ExportContents(
                zip(order.documents, signed).map { ($0, $1) }, formats: order.formats,
                beside: beside, in: self)
            try folder.requireRoom(for: contents.usualSize)
            switch lock {
            case .password(let password):
                result = try write(
                    try pages(of: signed[0], order, password), contents.note, as: name,
                    into: folder)
            default:
                result = try write(
                    contents, as: name, into: folder, lock: lock, progress: progress)
            }
        } catch {
            noteFailure(error, client: client, record: record)
            throw error
        }
        var details: [AuditDetail: String] = [
            .digest: result.digest, .size: "\(result.size)", .count: "\(order.documents.count)",
            .format: lock.format,
        ]
        let bases = Set(leaving.map(\.handover.disclosure.basis.rawValue))
        details[.basis] = bases.count > 1 ? "several" : bases.first
        details[.medium] = try mediumToken(of: folder)
        let event = AuditEvent(.exportDone, client: client, record: record, details: details)
        let medium = AccountedDisclosure.Medium(
            file: result.name, size: result.size, digest: result.digest,
            isEncrypted: !lock.isOpen, label: Platform.label(ofMediumWith: folder.path))
        try commit(event) { transaction in
            result.disclosures = try leaving.map {
                try account($0, enclosures, about, order.reasonForOpen, medium, in: transaction)
            }
        }
        return result
    }

    func newExportName() throws -> String {
        "export-\(surroundings.now().day.iso)-\(try Randomness.bytes(4).hexText)"
    }

    private func signedForExport(_ document: RecordSummary) throws -> SignedDocument {
        guard document.header.state == .signed else {
            throw VaultError.wrongState(
                is: document.header.state?.rawValue ?? "no document", needs: "signed")
        }
        return try signedDocument(document)
    }

    /// Says how it ended. The intent is in the trail already, and what went wrong matters more to
    /// her than that this could not be noted.
    func noteFailure(_ error: any Error, client: RecordID? = nil, record: RecordID? = nil) {
        let reason = (error as? any UserFacing)?.code ?? "unforeseen"
        do {
            try commit(
                AuditEvent(
                    .exportFailed, client: client, record: record, details: [.reason: reason]))
        } catch {}
    }

    private func pages(
        of document: SignedDocument, _ order: ExportOrder, _ password: borrowing Passphrase
    ) throws -> [UInt8] {
        guard let format = order.formats.first(where: { $0.id == "pdf" }),
            let protect = order.protect
        else { throw ExportError.onePDF }
        return try protect(try format.render(document), password)
    }

    /// One file, synced and read back.
    private func write(
        _ bytes: [UInt8], _ note: String, as name: String, into folder: borrowing ExportFolder
    ) throws -> ExportResult {
        try folder.write(name + Witness.suffix, text: note)
        try folder.write(name + ".pdf", bytes: bytes)
        return ExportResult(
            name: name + ".pdf", size: bytes.count, digest: Digest.sha256(bytes).hexText)
    }

    func write(
        _ contents: ExportContents, as name: String, into folder: borrowing ExportFolder,
        lock: borrowing ExportLock, progress: (Int, Int) -> Void
    ) throws -> ExportResult {
        // The witness first: without it there is no export, and alone it does no harm.
        try folder.write(name + Witness.suffix, text: contents.note)
        guard !lock.isOpen else {
            let (size, digest) = try folder.write(contents, intoNewFolder: name)
            return ExportResult(name: name, size: size, digest: digest.hexText)
        }
        try folder.writeOnce(ExportContents.openingName, text: ExportContents.openingText)
        let file = name + ".tar.age"
        let written = Tally()
        var fileKey: KeptFileKey?
        try folder.write(file) { append in
            let archive = SealedArchive(
                try lock.sealer { bytes in
                    written.add(bytes)
                    try append(bytes)
                })
            let tar = TarWriter(modified: writtenAt / 1000)
            try contents.forEach { name, size, write in
                try tar.append(name, size: size, to: archive.append, contents: write)
                progress(archive.size, max(contents.usualSize, archive.size))
            }
            try tar.finish(to: archive.append)
            fileKey = try archive.finish()
        } check: { read in
            guard let fileKey, try Self.holds(read, written.size, fileKey) else {
                throw ExportError.readBackDiffers
            }
        }
        return ExportResult(
            name: file, size: written.result.size, digest: written.result.digest.hexText)
    }

    /// Whether what lies on the medium is what was sealed: the header and every chunk carry the
    /// file key's MACs, nothing is missing or added, and inside all checksums, signatures and proofs
    /// hold.
    private static func holds(
        _ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int, _ written: Int,
        _ fileKey: KeptFileKey
    ) throws -> Bool {
        var size = 0
        let opened = PassingArchive()
        do {
            var opener = try AgeOpener(
                read: { buffer in
                    let count = try read(buffer)
                    size += count
                    return count
                }, fileKey: fileKey)
            while try opener.next(opened.add) {}
        } catch is AgeError {
            return false
        }
        guard size == written, let files = opened.files else { return false }
        return try ExportVerdict(files)?.holds ?? false
    }
}

/// An archive on its way through the sealer.
private final class SealedArchive {
    private(set) var size = 0
    private var sealer: AgeSealer?

    init(_ sealer: consuming AgeSealer) { self.sealer = consume sealer }

    func append(_ bytes: UnsafeRawBufferPointer) throws {
        size += bytes.count
        try sealer?.append(bytes)
    }

    func finish() throws -> KeptFileKey? { try sealer.take()?.finishKeepingKey() }
}

extension ExportLock {
    var isOpen: Bool { borrowing get { format == "open" } }

    var isPassword: Bool { borrowing get { format == "pdf-aes-256" } }

    /// As the trail calls it.
    var format: String {
        borrowing get {
            switch self {
            case .open: "open"
            case .password: "pdf-aes-256"
            case .recipients: "age-v1"
            case .passphrase: "age-v1"
            }
        }
    }

    fileprivate borrowing func sealer(
        _ write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws -> AgeSealer {
        switch self {
        case .recipients(let recipients):
            try AgeSealer(to: recipients, write: write)
        case .passphrase(let passphrase):
            try AgeSealer(passphrase: passphrase, write: write)
        case .open: throw ExportError.noRecipient
        case .password: throw ExportError.noRecipient
        }
    }
}
