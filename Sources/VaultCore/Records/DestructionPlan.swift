internal import Audit
internal import Documents
internal import Foundation
internal import GRDB

/// What is to be destroyed, as of a moment of the trail.
struct DestructionPlan {
    let certificate: DestructionCertificate
    /// The highest number of each type, such as `C3 S12`: none is given again.
    let numbers: String
    /// The trail's length then.
    let entries: UInt64
}

extension Vault {
    /// `earlier` is the certificate of one who came back with a backup: what it knew goes on.
    func plan(
        of client: RecordSummary, reason: String? = nil,
        again earlier: DestructionCertificate? = nil
    ) throws -> DestructionPlan {
        let entries = try read { try TrailHead.load($0, vault: self).size }
        let standing = try retention(of: client)
        let reason = reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if earlier == nil {
            try Self.require(standing, reason, try self.entries(of: client)["name"] ?? "")
        }
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
            reason: earlier.map(Self.reason) ?? (isDue ? nil : reason), rows: rows,
            copies: (earlier?.copies ?? [])
                + (try copies(of: client, rows: Set(rows)).filter { copy in
                    !(earlier?.copies.contains { $0.digest == copy.digest } ?? false)
                }))
        return DestructionPlan(
            certificate: certificate, numbers: Self.highestNumbers(all), entries: entries)
    }

    private static func reason(_ earlier: DestructionCertificate) -> String {
        "Was destroyed before, on \(earlier.destroyedAt.day.spoken), and came back with a backup."
            + (earlier.reason.map { " The reason then: \($0)" } ?? "")
    }

    private static func require(
        _ standing: RetentionStanding, _ reason: String?, _ client: String
    ) throws {
        switch standing {
        case .held: throw DestructionError.held
        case .due: return
        case .open, .notYet, .unknown:
            guard let reason else {
                throw standing == .open
                    ? DestructionError.inTreatment : DestructionError.mustBeKept
            }
            guard !reason.isEmpty else { throw DestructionError.noReason }
            guard !reason.names(client) else { throw DestructionError.namesClient }
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

    /// Every export and backup that was made since there is anything of the client's, here and in
    /// vaults that were taken over; and the file that these came in.
    private func copies(
        of client: RecordSummary, rows: Set<UInt64>
    ) throws -> [DestructionCertificate.Copy] {
        let recipients = Dictionary(
            try disclosures(of: client).compactMap { disclosure in
                disclosure.row.medium.map {
                    ($0.digest, disclosure.row.recipient.wordsNamingNoClient)
                }
            }, uniquingKeysWith: { "\($0); \($1)" })
        var copies: [DestructionCertificate.Copy] = []
        func look(at entry: AuditEntry, ofEarlierTrail isEarlier: Bool) {
            // That of a destroyed client says nothing any more.
            guard let what = entry.copies(client.record.bytes),
                let day = Day(daysSince1970: entry.localDay),
                let digest = what == .restored
                    ? DestructionCertificate.Copy.unknown : entry[.digest]
            else { return }
            copies.append(
                DestructionCertificate.Copy(
                    entry: isEarlier ? nil : entry.number, what: what, day: day, digest: digest,
                    medium: entry[.medium],
                    recipient: what == .account ? "the client" : recipients[digest]))
        }
        for (record, trail) in try earlierTrails() {
            var isThere = false
            try forEachEntry(of: trail, record) { entry in
                // Which rows an import brought is not known any more.
                isThere = isThere || entry.client == client.record.bytes || entry.act == .importDone
                if isThere { look(at: entry, ofEarlierTrail: true) }
            }
        }
        var isThere = false
        try forEachEntry { entry in
            isThere = isThere || entry.rows.contains { rows.contains($0.sequence) }
            if isThere { look(at: entry, ofEarlierTrail: false) }
        }
        return copies
    }

    /// The numbers of destroyed clients whom a file may still hold, by the file's digest.
    func filesOfDestroyed() throws -> [String: [String]] {
        var clients: [String: [String]] = [:]
        for record in try records(.certificate) {
            let certificate = try certificate(record)
            for digest in Set(certificate.copies.map(\.digest)) {
                clients[digest, default: []].append(certificate.client)
            }
        }
        return clients
    }
}

extension String {
    /// Whether a part of the name stands in it as a word.
    fileprivate func names(_ client: String) -> Bool {
        let words = { (text: String) in
            Set(text.lowercased().split { !$0.isLetter }.filter { $0.count > 2 })
        }
        return !words(self).isDisjoint(with: words(client))
    }
}

extension AuditEntry {
    /// What this act wrote that may hold the client's record; nil for any other.
    fileprivate func copies(_ client: [UInt8]) -> DestructionCertificate.Copy.What? {
        guard self.client.isEmpty || self.client == client else { return nil }
        return switch act {
        case .backupMake: .backup
        case .vaultRestore: .restored
        case .exportDone: self.client.isEmpty ? .everything : .export
        case .importDone where self[.kind] == "everything": .everything
        case .disclosureAccount where self[.digest] != nil: .account
        default: nil
        }
    }
}

extension Recipient {
    /// Who had it; by name only where that is not the client's, or one like it.
    fileprivate var wordsNamingNoClient: String {
        switch kind {
        case .client: "the client"
        case .family: "family or support person"
        case .other: organization ?? "someone else"
        case .provider, .healthPlan, .helper, .employer, .school, .court, .attorney, .agency:
            [name, organization].compactMap { $0 }.joined(separator: ", ")
        }
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
