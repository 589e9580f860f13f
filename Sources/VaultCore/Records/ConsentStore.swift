internal import Audit
package import Documents

/// What is stored of a consent: which form it is, and how it was filled in.
struct StoredConsent: Codable {
    let kind: ConsentKind
    let entries: Entries
}

extension Vault {
    /// Files a consent, restriction or notice, and the scanned original where there is one.
    package func add(
        _ kind: ConsentKind, _ entries: Entries, titled label: String, scan: String? = nil,
        of client: RecordSummary
    ) throws -> RecordSummary {
        try check(entries["signed-on"], is: "Signed on", inTheLifeOf: client)
        let record = try newRecord()
        var entries = entries
        try commit(AuditEvent(.consentGive, client: client.owner, record: record)) {
            if let scan {
                entries["scan"] = "F\(try $0.nextNumber(.attachment))"
                try attach(
                    try SteadyFile(scan), titled: label, to: client,
                    day: surroundings.now().day.iso, as: try newRecord(), in: $0)
            }
            let number = try $0.nextNumber(.consent)
            let consent = ConsentOnFile(id: ConsentID(record), kind: kind, entries: entries)
            try $0.append(
                header(of: consent, number: number, label: label, parent: client.record),
                body: try JSON.bytes(StoredConsent(kind: kind, entries: entries)), record: record,
                owner: client.owner.bytes)
        }
        return try summary(record)
    }

    /// Appends what became of a consent. A revocation is an act of its own.
    package func change(consent summary: RecordSummary, to entries: Entries) throws {
        try check(entries["signed-on"], is: "Signed on", inTheLifeOf: try client(of: summary))
        let before = try consent(summary)
        let isRevoked = entries["revoked-on"] != nil && before.entries["revoked-on"] == nil
        let event = AuditEvent(
            isRevoked ? .consentRevoke : .consentChange, client: summary.owner,
            record: summary.record)
        try commit(event) {
            let consent = ConsentOnFile(id: before.id, kind: before.kind, entries: entries)
            try $0.append(
                header(
                    of: consent, number: summary.header.number, label: summary.header.label,
                    parent: summary.owner),
                body: try JSON.bytes(StoredConsent(kind: before.kind, entries: entries)),
                replacing: summary)
        }
    }

    /// Says in the trail, at the first opening after its last day, that a consent has ended. One
    /// that can't be read keeps nobody out.
    func noteEndedConsents() throws {
        let today = surroundings.now().day.iso
        for consent in try summaries() where consent.header.type == .consent {
            guard consent.header.facts[.standing] == nil,
                let until = consent.header.facts[.until], until < today
            else { continue }
            var header = consent.header
            header.facts[.standing] = Self.expired
            header.writtenAt = writtenAt
            let event = AuditEvent(
                .consentExpire, client: consent.owner, record: consent.record,
                details: [.until: until])
            do {
                let body = try body(of: consent)
                try commit(event) { try $0.append(header, body: body, replacing: consent) }
            } catch VaultError.damaged, VaultError.changedMeanwhile {
                continue
            }
        }
    }

    static let expired = "expired"

    package func consent(_ summary: RecordSummary) throws -> ConsentOnFile {
        let stored = try decoded(StoredConsent.self, try body(of: summary))
        return ConsentOnFile(
            id: ConsentID(summary.record), kind: stored.kind, entries: stored.entries)
    }

    /// Everything on file for a client, with the record each comes from.
    package func consents(
        of client: RecordSummary
    ) throws -> [(record: RecordSummary, consent: ConsentOnFile)] {
        try summaries().filter { $0.header.type == .consent && $0.owner == client.record }
            .map { ($0, try consent($0)) }
    }

    /// How it stands by itself goes into the header for lists; whether its last day has passed is
    /// worked out anew each time.
    private func header(
        of consent: ConsentOnFile, number: UInt64, label: String, parent: RecordID
    ) -> RecordHeader {
        let day = consent.entries["signed-on"] ?? consent.entries["requested-on"] ?? ""
        var standing = ""
        switch consent.state(on: surroundings.now().day) {
        case .active, .expired: break
        case let state: standing = state.word
        }
        return RecordHeader(
            type: .consent, number: number, day: day, label: label, parent: parent,
            writtenAt: writtenAt,
            facts: [
                .kind: consent.kind.rawValue, .standing: standing,
                .until: consent.expiresOn?.iso ?? "",
            ])
    }
}
