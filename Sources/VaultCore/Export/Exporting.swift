package import Age
internal import Audit
internal import Documents
internal import Foundation
package import Sealing
internal import Wording

/// Who can open an export: holders of age keys, or whoever knows a passphrase.
package enum ExportLock: ~Copyable {
    case recipients([AgeRecipient])
    case passphrase(Passphrase)
}

/// What an export left on the medium.
package struct ExportResult: Equatable, Sendable {
    package var name: String
    package var size: Int
    package var digest: String
}

extension Vault {
    /// Exports a signed document into a folder on a stick.
    ///
    /// First the witnesses there must agree with the trail. Then: the entry that it is intended;
    /// the file under a temporary name, synced, read back from the medium, opened and compared;
    /// its final name, without replacing anything; the folder synced; the entry that it is done.
    /// Stopped at any point, either the final name exists with a whole file, or it does not.
    package func export(
        _ document: RecordSummary, to path: String, lock: borrowing ExportLock
    ) throws -> ExportResult {
        let signed = try signedForExport(document)
        if let disclosure = signed.note.letter?.disclosure {
            try require(disclosure, of: document, act: .disclosureRefuse)
        }
        let folder = try ExportFolder(path)
        try requireAgreement(with: try Witness.all(in: folder, for: self))
        let client = document.owner
        try commit(AuditEvent(.exportIntent, client: client, record: document.record))
        let contents = try ExportContents(
            signed, entry: try signingEntry(of: document), in: self)
        let name = "export-\(surroundings.now().day.iso)-\(try Randomness.bytes(4).hexText)"
        try folder.removeLeftovers()
        let result: ExportResult
        do {
            result = try write(contents, as: name, into: folder, lock: lock)
        } catch {
            noteFailure(error, client: client, record: document.record)
            throw error
        }
        try commit(
            AuditEvent(
                .exportDone, client: client, record: document.record,
                details: [
                    .digest: result.digest, .size: "\(result.size)", .format: "age-v1",
                ]))
        return result
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
                    .exportFailed, client: client, record: record,
                    details: [.reason: reason]))
        } catch {}
    }

    /// The number of the entry about the signing of a document.
    private func signingEntry(of document: RecordSummary) throws -> UInt64 {
        guard
            let entry = try auditEntries().last(where: {
                $0.act == .documentSign && $0.record == document.record.bytes
            })
        else { throw VaultError.damaged("the act of signing is not in the audit trail") }
        return entry.number
    }

    private func write(
        _ contents: ExportContents, as name: String, into folder: borrowing ExportFolder,
        lock: borrowing ExportLock
    ) throws -> ExportResult {
        let written = Tally()
        let plain = Tally()
        let file = name + ".tar.age"
        // The witness first: without it there is no export, and alone it does no harm.
        try folder.write(name + Witness.suffix, text: contents.note)
        var fileKey: KeptFileKey?
        try folder.write(file) { append in
            var sealer = try lock.sealer { bytes in
                written.add(bytes)
                try append(bytes)
            }
            let archive = contents.archive(
                modified: UInt64(max(0, surroundings.now().milliseconds) / 1000))
            archive.withUnsafeBytes(plain.add)
            try sealer.append(archive)
            fileKey = try sealer.finishKeepingKey()
        } check: { read in
            guard let fileKey else { throw ExportError.readBackDiffers }
            let readBack = Tally()
            let opened = Tally()
            do {
                var opener = try AgeOpener(
                    read: { buffer in
                        let count = try read(buffer)
                        readBack.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                        return count
                    }, fileKey: fileKey)
                while try opener.next(opened.add) {}
            } catch is AgeError {
                throw ExportError.readBackDiffers
            }
            guard readBack.result == written.result, opened.result == plain.result else {
                throw ExportError.readBackDiffers
            }
        }
        return ExportResult(
            name: file, size: written.result.size, digest: written.result.digest.hexText)
    }
}

/// Counts and hashes what passes by.
final class Tally {
    private var stream = SHA256Stream()
    private(set) var size = 0
    private var finished: [UInt8]?

    func add(_ bytes: UnsafeRawBufferPointer) {
        size += bytes.count
        stream.update(bytes)
    }

    /// Size and SHA-256; nothing may be added afterwards.
    var result: (size: Int, digest: [UInt8]) {
        let digest = finished ?? stream.finish()
        finished = digest
        return (size, digest)
    }
}

extension ExportLock {
    fileprivate borrowing func sealer(
        _ write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws -> AgeSealer {
        switch self {
        case .recipients(let recipients):
            try AgeSealer(to: recipients, write: write)
        case .passphrase(let passphrase):
            try AgeSealer(passphrase: passphrase, write: write)
        }
    }
}
