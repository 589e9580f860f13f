internal import Audit
package import Documents

/// To whom something is handed over, what for, and why it may be.
package struct Handover: Equatable, Sendable {
    package var disclosure: Disclosure
    /// Where it goes, if that is known.
    package var address: String?
    /// Why it leaves without a consent, in her words.
    package var reason: String?

    package init(disclosure: Disclosure, address: String? = nil, reason: String? = nil) {
        self.disclosure = disclosure
        self.address = address
        self.reason = reason
    }

    /// As a signed letter says it.
    init(_ letter: Letter) {
        let recipient = letter.disclosure.recipient
        let address = letter.recipient.filter {
            ![recipient.name, recipient.organization].contains($0)
        }
        .joined(separator: ", ")
        self.init(
            disclosure: letter.disclosure, address: address.isEmpty ? nil : address,
            reason: letter.reason)
    }
}

/// What goes for one reason, and what lets it go: one row of the accounting.
struct Leaving {
    var handover: Handover
    var consent: AccountedDisclosure.Authority?
    /// Its documents, such as D1; nil where it is everything that is enclosed.
    var documents: Set<String>?

    /// Whether both can be told in one row: it names one recipient, purpose, basis, consent and
    /// reason (45 CFR 164.528(b)(2)).
    fileprivate func isTold(with other: Leaving) -> Bool {
        let (one, two) = (handover.disclosure, other.handover.disclosure)
        return one.recipient == two.recipient && one.purpose == two.purpose
            && one.otherPurpose == two.otherPurpose && one.basis == two.basis
            && handover.address == other.handover.address
            && handover.reason == other.handover.reason
            && consent?.consent == other.consent?.consent
    }

    fileprivate mutating func add(_ other: Leaving) {
        handover.disclosure = handover.disclosure.joined(with: other.handover.disclosure)
        documents?.formUnion(other.documents ?? [])
    }
}

extension Vault {
    /// Whether all of this may leave together, and in which rows it is accounted for: asked anew
    /// each time, because a consent can end, be revoked or turn out defective. None for her own copy.
    func permitted(
        _ order: ExportOrder, _ signed: [SignedDocument], _ client: RecordSummary
    ) throws -> [Leaving] {
        // In a whole file letters are part of the record, whoever they once went to.
        if order.wholeFileOf != nil {
            return try order.handover.map { [try leaving($0, with: client, client)] } ?? []
        }
        let letters = signed.map { $0.note.letter.map(Handover.init) }
        guard let first = order.handover ?? letters.lazy.compactMap(\.self).first else { return [] }
        let recipient = first.disclosure.recipient.name
        guard
            letters.compactMap(\.self).allSatisfy({
                ExactName.same(recipient, $0.disclosure.recipient.name)
            })
        else { throw ExportError.severalRecipients }
        var rows: [Leaving] = []
        for (document, letter) in zip(order.documents, letters) {
            // A note in a letter's company needs a permission that reaches what a note tells.
            guard let handover = letter ?? order.handover else { throw ExportError.notALetter }
            var next = try leaving(handover, with: document, client)
            next.documents = [document.shortName]
            if let row = rows.firstIndex(where: { $0.isTold(with: next) }) {
                rows[row].add(next)
            } else {
                rows.append(next)
            }
        }
        return rows
    }

    private func leaving(
        _ handover: Handover, with record: RecordSummary, _ client: RecordSummary
    ) throws -> Leaving {
        let permission = try require(handover.disclosure, of: record, act: .disclosureRefuse)
        return Leaving(
            handover: handover,
            consent: try authority(permission, of: client, on: surroundings.now().day))
    }

    /// The consent that lets it go, as it stands on a day; nil where it is none.
    private func authority(
        _ permission: Consents.Permission, of client: RecordSummary, on day: Day
    ) throws -> AccountedDisclosure.Authority? {
        guard case .consent(let id) = permission,
            let found = try consents(of: client).first(where: { $0.consent.id == id })
        else { return nil }
        return AccountedDisclosure.Authority(
            name: found.record.shortName, consent: id,
            state: found.consent.state(on: day).word,
            signedOn: found.consent.signedOn, expiresOn: found.consent.expiresOn)
    }

    /// Writes a row of the accounting (45 CFR 164.528) beside the entry that it happened.
    func account(
        _ leaving: Leaving, _ enclosures: [AccountedDisclosure.Enclosure], _ client: RecordSummary,
        _ reasonForOpen: String?, _ medium: AccountedDisclosure.Medium,
        in transaction: Transaction
    ) throws -> String {
        let now = surroundings.now()
        let reasons = [leaving.handover.reason, reasonForOpen.map { "Not encrypted: \($0)" }]
            .compactMap { $0 }
        let row = AccountedDisclosure(
            leaving.handover.disclosure, at: now, address: leaving.handover.address,
            reason: reasons.isEmpty ? nil : reasons.joined(separator: "\n"),
            consent: leaving.consent,
            documents: enclosures.filter { leaving.documents?.contains($0.name) ?? true },
            medium: medium)
        let number = try append(
            row, of: client, as: try transaction.newRecordID(), in: transaction)
        return "\(RecordType.disclosure.letter)\(number)"
    }

    /// Notes what left without this program, and gives its row. It has happened, so nothing is
    /// refused; the row tells which consent on file covered it that day, if any did.
    package func record(
        outside entries: Entries, of client: RecordSummary
    ) throws -> RecordSummary {
        let row = try row(outside: entries, of: client)
        let record = try newRecord()
        let event = AuditEvent(
            .disclosureRecord, client: client.owner, record: record, details: details(of: row))
        try commit(event) { _ = try append(row, of: client, as: record, in: $0) }
        return try summary(record)
    }

    /// Corrects a row that was noted wrongly; what stood there before stays in the vault. Throws
    /// ``DisclosureChangeError`` for what an export wrote: that is how it was.
    package func change(
        disclosure: RecordSummary, to entries: Entries
    ) throws -> RecordSummary {
        let before = try noted(disclosure)
        let client = try client(of: disclosure)
        var row = try row(outside: entries, of: client)
        if row.basis == before.basis { row.suspension = before.suspension }
        let event = AuditEvent(
            .disclosureChange, client: disclosure.owner, record: disclosure.record,
            details: details(of: row))
        try commit(event) { [row] in
            try $0.append(
                header(of: row, number: disclosure.header.number, client),
                body: try JSON.bytes(row), replacing: disclosure)
        }
        return try summary(disclosure.record)
    }

    /// Takes a row back that is about someone else, or never was. Nothing counts it any more.
    package func withdraw(disclosure: RecordSummary) throws {
        _ = try noted(disclosure)
        let event = AuditEvent(
            .disclosureChange, client: disclosure.owner, record: disclosure.record,
            details: [.outcome: Self.withdrawn])
        try commit(event) { try withdraw(disclosure, in: $0) }
    }

    /// A row that she noted herself and that counts.
    package func noted(_ disclosure: RecordSummary) throws -> AccountedDisclosure {
        try requireStanding(disclosure, "disclosure")
        let row = try self.disclosure(disclosure)
        guard row.outside != nil else { throw DisclosureChangeError.exported }
        return row
    }

    private func row(
        outside entries: Entries, of client: RecordSummary
    ) throws -> AccountedDisclosure {
        try check(entries["date"], is: "Date", inTheLifeOf: client)
        let isPart2 = try self.entries(of: client)["part-2"] == "yes"
        var row = try AccountedDisclosure(
            outside: entries, isPart2: isPart2, at: surroundings.now())
        let onFile = Consents(try consents(of: client).map(\.consent))
        row.consent = try authority(
            onFile.best(for: row.disclosure), of: client, on: row.at.day)
        return row
    }

    private func details(of row: AccountedDisclosure) -> [AuditDetail: String] {
        [.basis: row.basis.rawValue, .format: row.outside?.way ?? ""]
    }

    private func append(
        _ row: AccountedDisclosure, of client: RecordSummary, as record: RecordID,
        in transaction: Transaction
    ) throws -> UInt64 {
        let header = header(of: row, number: try transaction.nextNumber(.disclosure), client)
        try transaction.append(
            header, body: try JSON.bytes(row), record: record, owner: client.owner.bytes)
        return header.number
    }

    private func header(
        of row: AccountedDisclosure, number: UInt64, _ client: RecordSummary
    ) -> RecordHeader {
        RecordHeader(
            type: .disclosure, number: number, day: row.at.day.iso, label: client.header.label,
            parent: client.record, writtenAt: writtenAt, facts: [.kind: row.basis.rawValue])
    }

    /// Whom a signed letter is addressed to; nil for any other document.
    package func recipient(of document: RecordSummary) throws -> String? {
        guard document.header.state == .signed else { return nil }
        return try signedDocument(document).note.letter?.disclosure.recipient.name
    }

    /// The accounting, oldest first, without rows that were withdrawn; of one client, or of all.
    package func disclosures(
        of client: RecordSummary? = nil
    ) throws -> [(record: RecordSummary, row: AccountedDisclosure)] {
        try records(.disclosure).filter {
            !$0.isWithdrawn && (client == nil || $0.owner == client?.record)
        }
        .map { ($0, try disclosure($0)) }
    }

    package func disclosure(_ summary: RecordSummary) throws -> AccountedDisclosure {
        try decoded(AccountedDisclosure.self, try body(of: summary))
    }
}
