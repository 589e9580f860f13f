internal import Audit
package import Documents
internal import Foundation
internal import GRDB
internal import Sealing

/// Destroys a client's record: the vault's file is written anew without it.
///
/// Nothing is ever deleted from a table. A second file gets every row but the client's, then the
/// certificate and its entry in the same transaction; it is verified in every byte and only then
/// takes the first one's place. So whatever stops the computer, the record is whole or gone, and no
/// page of the file keeps a byte of it. What the first file held is overwritten.
extension Vault {
    /// What the certificate would say, for her to read before she confirms; noted as a report.
    package func destruction(
        of client: RecordSummary, reason: String? = nil
    ) throws -> DestructionCertificate {
        let plan = try plan(of: client, reason: reason)
        try commit(AuditEvent(.reportMake, client: client.owner, details: [.kind: "destruction"]))
        return plan.certificate
    }

    /// Destroys the record, if its time has come or she gives a reason; never one on hold. Gives the
    /// certificate.
    package func destroy(
        _ client: RecordSummary, reason: String? = nil
    ) throws -> RecordSummary {
        try requireCurrent()
        return try destroy(client, as: try plan(of: client, reason: reason))
    }

    func destroy(_ client: RecordSummary, as plan: DestructionPlan) throws -> RecordSummary {
        let record = try newRecord()
        let note = try SignedNote(
            signing: plan.certificate.statement, as: origin, with: keys.signingKey)
        let certificate = DestroyedClient(
            number: try nextCertificateNumber(),
            certificate: try JSON.bytes(
                StoredCertificate(certificate: plan.certificate, note: note.encoded)))
        var place: RewrittenFile?
        // Ready beforehand: a full disk is noticed while nothing has happened yet.
        var list: PreparedFile? = try prepareList(
            with: client.record.bytes, as: certificate)
        do {
            try storage.queue.inTransaction(.exclusive) { database in
                // Another destruction that was quicker left this file without a name.
                guard !storage.hasMoved else { throw VaultError.busy }
                let head = try TrailHead.load(database, vault: self)
                guard head.size == plan.entries else { throw DestructionError.changedMeanwhile }
                try head.checkTotals(database, vault: self)
                try state.wipeQuickCopies()
                known = nil
                let rewritten = try RewrittenFile(of: path)
                place = rewritten
                try rewrite(
                    database, at: rewritten, without: client.record, plan, certificate, as: record)
                return .rollback
            }
        } catch {
            place?.discard()
            list.take()?.discard()
            throw storage.hasMoved ? VaultError.busy : VaultError.fromStorage(error)
        }
        keys.forget(client.record.bytes)
        known = nil
        place?.wipeReplaced()
        // It is done, whatever fails from here on. A search that ran beside may have kept its index
        // once more.
        do {
            try list.take()?.keep()
            try state.wipeQuickCopies()
        } catch {}
        try reopen()
        return try summary(record)
    }

    private func rewrite(
        _ database: Database, at place: RewrittenFile, without client: RecordID,
        _ plan: DestructionPlan, _ stored: DestroyedClient, as record: RecordID
    ) throws {
        let last = try Transaction.lastSequence(database)
        let fresh = try Storage.create(at: place.temporary)
        let certificate = plan.certificate
        var details: [AuditDetail: String] = [
            .count: "\(certificate.rowCount)", .digest: certificate.digest,
            .reason: certificate.reason == nil ? "retention-ended" : "own-reason",
        ]
        if let rule = certificate.rule?.id, AuditDetail.accepts(rule) { details[.ruleId] = rule }
        let event = AuditEvent(.clientDestroy, client: client, record: record, details: details)
        try commit(
            event, to: fresh,
            beginning: {
                try RewrittenFile.copy(database, to: $0, without: client.bytes)
                return try Transaction($0, vault: self, lackingRowsUpTo: last)
            },
            placing: {
                try fresh.queue.close()
                try requireWholeCopy(at: place.temporary)
                try place.replace()
            }
        ) { transaction in
            let header = RecordHeader(
                type: .certificate, number: stored.number,
                day: certificate.destroyedAt.day.iso, label: certificate.client,
                writtenAt: writtenAt, facts: [.destroyed: plan.numbers])
            try transaction.append(
                header, body: stored.certificate, record: record, owner: KeyRing.practice)
            try forget(client, in: transaction)
        }
    }

    /// What the settings say of the client: which of a calendar's titles stand for it.
    private func forget(_ client: RecordID, in transaction: Transaction) throws {
        let known = try transaction.summaries().first { $0.header.type == .settings }
        guard let known else { return }
        let settings = try decoded(Settings.self, try transaction.body(of: known))
        guard settings.calendar?.values.contains(client.hex) == true else { return }
        try changeSettings(in: transaction) { settings in
            settings.calendar = settings.calendar?.filter { $0.value != client.hex }
        }
    }

    private func requireWholeCopy(at path: String) throws {
        let copy = try ClosedVault(at: path, surroundings: surroundings)
            .unlockUnsettled(with: try duplicateKey())
        if let damage = try copy.verify(comparing: false).damages.first {
            throw VaultError.damaged(damage.place)
        }
    }

    /// The certificates, oldest first; noted as a report.
    package func certificates() throws -> [(
        record: RecordSummary, certificate: DestructionCertificate
    )] {
        let found = try records(.certificate).map {
            (record: $0, certificate: try certificate($0))
        }
        try commit(
            AuditEvent(.reportMake, details: [.kind: "certificates", .count: "\(found.count)"]))
        return found
    }

    /// The certificate as it was signed: for whoever checks it with the public key.
    package func signedNote(of certificate: RecordSummary) throws -> String {
        try decoded(StoredCertificate.self, try body(of: certificate)).note
    }

    /// The certificate on paper.
    package func sheet(
        of certificate: DestructionCertificate, _ record: RecordSummary
    ) throws -> Sheet {
        let practice = try practice()
        return certificate.sheet(
            number: record.shortName,
            practice: ["practice", "address"].compactMap { practice[$0] })
    }

    /// Believed only as signed by this vault, or by one that it took everything over from.
    func certificate(_ summary: RecordSummary) throws -> DestructionCertificate {
        let stored = try decoded(StoredCertificate.self, try body(of: summary))
        return try stored.verified(by: [ownKey] + earlierKeys())
    }

    func certificate(
        _ summary: RecordSummary, _ database: Database
    ) throws -> DestructionCertificate {
        let stored = try decoded(StoredCertificate.self, try body(of: summary, database))
        return try stored.verified(by: [try ownKey])
    }
}

/// A certificate with its signature, a signed note over ``DestructionCertificate/statement``.
struct StoredCertificate: Codable {
    let certificate: DestructionCertificate
    let note: String

    func verified(by keys: [VerifierKey]) throws -> DestructionCertificate {
        let signed = try SignedNote(Array(note.utf8))
        let isSigned = keys.contains { key in
            do {
                return try signed.text(signedBy: key) == Array(certificate.statement.utf8)
            } catch {
                return false
            }
        }
        guard isSigned else { throw VaultError.damaged("a certificate of destruction") }
        return certificate
    }
}

extension DestructionCertificate {
    /// SHA-256 of what is signed.
    package var digest: String { Digest.sha256(Array(statement.utf8)).hexText }

    fileprivate var rowCount: UInt64 { rows.reduce(0) { $0 + $1.last - $1.first + 1 } }
}
