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

    private func destroy(_ client: RecordSummary, as plan: DestructionPlan) throws -> RecordSummary
    {
        let record = try newRecord()
        let place = try RewrittenFile(of: path)
        // Ready beforehand: a full disk is noticed while nothing has happened yet.
        var list: PreparedFile? = try prepareList(with: client.record)
        do {
            try storage.queue.inTransaction(.exclusive) { database in
                let head = try TrailHead.load(database, vault: self)
                guard head.size == plan.entries else { throw VaultError.changedMeanwhile }
                try head.checkTotals(database, vault: self)
                try state.wipeQuickCopies()
                known = nil
                try rewrite(database, at: place, without: client.record, plan, certificate: record)
                return .rollback
            }
        } catch {
            place.discard()
            list.take()?.discard()
            throw VaultError.fromStorage(error)
        }
        keys.forget(client.record.bytes)
        known = nil
        place.wipeReplaced()
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
        _ plan: DestructionPlan, certificate record: RecordID
    ) throws {
        let last = try Transaction.lastSequence(database)
        let fresh = try Storage.create(at: place.temporary)
        let certificate = plan.certificate
        let note = try SignedNote(
            signing: certificate.statement, as: origin, with: keys.signingKey)
        var details: [AuditDetail: String] = [
            .count: "\(certificate.rowCount)", .digest: certificate.digest,
            .reason: certificate.reason == nil ? "retention-ended" : "own-reason",
        ]
        if let rule = certificate.rule?.id, AuditDetail.accepts(rule) { details[.ruleId] = rule }
        let event = AuditEvent(.clientDestroy, client: client, record: record, details: details)
        let body = try JSON.bytes(
            StoredCertificate(certificate: certificate, note: note.encoded))
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
                type: .certificate, number: try transaction.nextNumber(.certificate),
                day: certificate.destroyedAt.day.iso, label: certificate.client,
                writtenAt: writtenAt, facts: [.destroyed: plan.numbers])
            try transaction.append(header, body: body, record: record, owner: KeyRing.practice)
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
    var digest: String { Digest.sha256(Array(statement.utf8)).hexText }

    fileprivate var rowCount: UInt64 { rows.reduce(0) { $0 + $1.last - $1.first + 1 } }
}

// MARK: - What a restored backup brings back

extension Vault {
    private var destroyedContext: SealContext {
        keys.context("destroyed", record: [], owner: KeyRing.practice, revision: 1)
    }

    private static let destroyedLabel = "vault.destroyed/v1"

    private func destroyedClients() throws -> [[UInt8]] {
        guard let sealed = try state.destroyedClients() else { return [] }
        var reader = try CanonicalReader(
            try Envelope.open(sealed, with: keys.practiceKey, for: destroyedContext),
            label: Self.destroyedLabel)
        let count = try reader.number()
        var clients: [[UInt8]] = []
        for _ in 0..<count { clients.append(try reader.field()) }
        try reader.finish()
        return clients
    }

    private func prepareList(with client: RecordID) throws -> PreparedFile {
        let known = try destroyedClients().filter { $0 != client.bytes } + [client.bytes]
        var encoder = CanonicalBytes(label: Self.destroyedLabel)
        encoder.append(UInt64(known.count))
        for each in known { encoder.append(each) }
        return try state.prepareDestroyed(
            try Envelope.seal(encoder.bytes, with: keys.practiceKey, for: destroyedContext))
    }

    /// Lets stay whom a backup brought back, because she said so when she restored it.
    package func keepWhatReturned() throws {
        state.forgetDestroyed()
        try commit(
            AuditEvent(
                .settingsChange, details: [.setting: "destroyed-clients", .outcome: "kept"]))
    }

    /// Destroys again whom a backup brought back (attack 46), with an entry and a certificate as the
    /// first time. What can't be done now is tried again at the next opening: it must not keep her
    /// from her vault.
    func destroyWhatReturned() {
        do {
            let returned = try destroyedClients().filter { keys.holds(keyOf: $0) }
            for client in returned {
                guard
                    let summary = try records(.client).first(where: { $0.record.bytes == client })
                else { continue }
                let reason = "Was destroyed before, and came back with a backup."
                destroyedAgain.append(
                    try destroy(
                        summary, as: try plan(of: summary, reason: reason, hasReturned: true)))
            }
        } catch {
            return
        }
    }
}

// MARK: - The plan

/// What is to be destroyed, as of a moment of the trail.
private struct DestructionPlan {
    let certificate: DestructionCertificate
    /// The highest number of each type, such as `C3 S12`: none is given again.
    let numbers: String
    /// The trail's length then.
    let entries: UInt64
}

extension Vault {
    private func plan(
        of client: RecordSummary, reason: String?, hasReturned: Bool = false
    ) throws -> DestructionPlan {
        let entries = try read { try TrailHead.load($0, vault: self).size }
        let standing = try retention(of: client)
        let reason = reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !hasReturned { try Self.require(standing, reason) }
        let all = try summaries().filter { $0.owner == client.record }
        try requireWhole()
        let today = surroundings.now().day
        let served = all.filter { $0.header.type == .session && $0.header.facts[.missed] == nil }
            .compactMap { Day(iso: $0.header.day) }.filter { $0 <= today }
        let (rows, notes) = try read { try Self.rows(of: client.record, $0) }
        let signer = try signer()
        let isDue = if case .due = standing { true } else { false }
        let certificate = DestructionCertificate(
            client: client.shortName, destroyedAt: surroundings.now(),
            signer: [signer.name, signer.credentials].filter { !$0.isEmpty }
                .joined(separator: ", "),
            kinds: Self.kinds(all, notes: notes, rows: rows.count),
            firstService: served.min(), lastService: served.max(),
            rule: standing.retention.map(DestructionCertificate.Rule.init),
            reason: isDue && !hasReturned ? nil : reason, rows: rows,
            copies: try copies(of: client, rows: Set(rows)))
        return DestructionPlan(
            certificate: certificate, numbers: Self.highestNumbers(all), entries: entries)
    }

    private static func require(_ standing: RetentionStanding, _ reason: String?) throws {
        switch standing {
        case .held: throw DestructionError.held
        case .due: return
        case .open, .notYet, .unknown:
            guard let reason else { throw DestructionError.mustBeKept }
            guard !reason.isEmpty else { throw DestructionError.noReason }
            guard reason.utf8.count <= 4000 else { throw VaultError.tooLarge }
        }
    }

    private static func rows(
        of client: RecordID, _ database: Database
    ) throws -> (sequences: [UInt64], notes: Int) {
        let owner = Data(client.bytes)
        let sequences = try Int64.fetchAll(
            database,
            sql: """
                SELECT sequence FROM owner_key WHERE owner = ?
                UNION ALL SELECT sequence FROM revision WHERE owner = ?
                UNION ALL SELECT sequence FROM psychotherapy_note WHERE owner = ?
                """, arguments: [owner, owner, owner])
        let notes = try Int.fetchOne(
            database,
            sql: """
                SELECT count(DISTINCT record) FROM psychotherapy_note
                WHERE owner = ? AND revision > 0
                """, arguments: [owner])
        return (sequences.map { UInt64(clamping: $0) }, notes ?? 0)
    }

    private static func kinds(
        _ all: [RecordSummary], notes: Int, rows: Int
    ) -> [DestructionCertificate.Kind] {
        let words: [(RecordType, String)] = [
            (.client, "client files"), (.session, "sessions"), (.document, "documents"),
            (.measure, "measures"), (.consent, "consents"), (.request, "requests"),
            (.disclosure, "disclosures"), (.attachment, "attached files"),
            (.jotting, "jottings"),
        ]
        var kinds = words.map { type, name in
            DestructionCertificate.Kind(
                name: name, count: all.count { $0.header.type == type })
        }
        kinds.append(DestructionCertificate.Kind(name: "psychotherapy notes", count: notes))
        kinds.removeAll { $0.count == 0 }
        kinds.append(
            DestructionCertificate.Kind(name: "rows in all, with earlier versions", count: rows))
        return kinds
    }

    private static func highestNumbers(_ all: [RecordSummary]) -> String {
        RecordType.allCases.filter { !$0.letter.isEmpty }.compactMap { type in
            all.filter { $0.header.type == type }.map(\.header.number).max()
                .map { "\(type.letter)\($0)" }
        }.joined(separator: " ")
    }

    /// Every export and backup that was made since there is anything of the client's.
    private func copies(
        of client: RecordSummary, rows: Set<UInt64>
    ) throws -> [DestructionCertificate.Copy] {
        let recipients = Dictionary(
            try disclosures(of: client).compactMap { disclosure in
                let whom = disclosure.row.recipient
                return disclosure.row.medium.map {
                    (
                        $0.digest,
                        [whom.name, whom.organization].compactMap { $0 }.joined(separator: ", ")
                    )
                }
            }, uniquingKeysWith: { "\($0); \($1)" })
        var copies: [DestructionCertificate.Copy] = []
        var isThere = false
        try forEachEntry { entry in
            isThere = isThere || entry.rows.contains { rows.contains($0.sequence) }
            guard isThere, [.exportDone, .backupMake].contains(entry.act),
                entry.client.isEmpty || entry.client == client.record.bytes,
                let day = Day(daysSince1970: entry.localDay)
            else { return }
            let digest = entry[.digest] ?? ""
            copies.append(
                DestructionCertificate.Copy(
                    entry: entry.number,
                    what: entry.act == .backupMake
                        ? .backup : entry.client.isEmpty ? .everything : .export,
                    day: day, digest: digest, medium: entry[.medium],
                    recipient: recipients[digest]))
        }
        return copies
    }
}

extension RetentionStanding {
    fileprivate var retention: Retention? {
        switch self {
        case .held, .open: nil
        case .due(let found), .notYet(let found): found
        case .unknown(_, let found): found
        }
    }
}

extension RecordHeader {
    /// The numbers of this type that a certificate says were given before.
    func destroyedNumbers(_ type: RecordType) -> [UInt64] {
        guard self.type == .certificate, let words = facts[.destroyed] else { return [] }
        return words.split(separator: " ").compactMap {
            $0.hasPrefix(type.letter) ? UInt64($0.dropFirst(type.letter.count)) : nil
        }
    }
}
