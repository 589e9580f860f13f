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
}

/// What is handed over now, and what lets it go: for the accounting.
struct Leaving {
    var disclosure: Disclosure
    var handover: Handover
    var consent: AccountedDisclosure.Authority?
}

extension Vault {
    /// Whether all of this may leave together: asked anew each time, because a consent can end, be
    /// revoked or turn out defective. Nil for her own copy.
    func permitted(
        _ order: ExportOrder, _ signed: [SignedDocument], _ client: RecordSummary
    ) throws -> Leaving? {
        // In a whole file letters are part of the record, whoever they once went to.
        if order.wholeFileOf != nil {
            return try order.handover.map { try leaving($0, client) }
        }
        var handover = order.handover
        for document in signed {
            guard let letter = document.note.letter else { continue }
            let named = [
                letter.disclosure.recipient.name, letter.disclosure.recipient.organization,
            ]
            let address = letter.recipient.filter { !named.contains($0) }.joined(separator: ", ")
            let own = Handover(
                disclosure: letter.disclosure, address: address.isEmpty ? nil : address,
                reason: letter.reason)
            guard let wanted = handover else {
                handover = own
                continue
            }
            guard
                ExactName.same(
                    wanted.disclosure.recipient.name, letter.disclosure.recipient.name)
            else { throw ExportError.severalRecipients }
        }
        guard let handover else { return nil }
        var all = handover.disclosure
        var permissions: [Consents.Permission] = []
        for (summary, document) in zip(order.documents, signed) {
            let disclosure = document.note.letter?.disclosure ?? handover.disclosure
            // A note in a letter's company needs a permission that reaches what a note tells.
            guard document.note.letter != nil || order.handover != nil else {
                throw ExportError.notALetter
            }
            permissions.append(try require(disclosure, of: summary, act: .disclosureRefuse))
            all = all.with(items: all.items.union(disclosure.items))
        }
        return Leaving(
            disclosure: all, handover: handover,
            consent: try permissions.first.flatMap { try authority($0, of: client) })
    }

    private func leaving(_ handover: Handover, _ client: RecordSummary) throws -> Leaving {
        let permission = try require(handover.disclosure, of: client, act: .disclosureRefuse)
        return Leaving(
            disclosure: handover.disclosure, handover: handover,
            consent: try authority(permission, of: client))
    }

    /// The consent that lets it go, as it is today; nil where it is none.
    private func authority(
        _ permission: Consents.Permission, of client: RecordSummary
    ) throws -> AccountedDisclosure.Authority? {
        guard case .consent(let id) = permission,
            let found = try consents(of: client).first(where: { $0.consent.id == id })
        else { return nil }
        return AccountedDisclosure.Authority(
            name: found.record.shortName, consent: id,
            state: found.consent.state(on: surroundings.now().day).word,
            signedOn: found.consent.signedOn, expiresOn: found.consent.expiresOn)
    }

    /// Writes the row of the accounting (45 CFR 164.528) beside the entry that it happened.
    func account(
        _ leaving: Leaving, _ documents: [AccountedDisclosure.Enclosure], _ client: RecordSummary,
        _ reasonForOpen: String?, _ medium: AccountedDisclosure.Medium,
        in transaction: Transaction
    ) throws -> String {
        let now = surroundings.now()
        let reasons = [leaving.handover.reason, reasonForOpen.map { "Not encrypted: \($0)" }]
            .compactMap { $0 }
        let row = AccountedDisclosure(
            leaving.disclosure, at: now, address: leaving.handover.address,
            reason: reasons.isEmpty ? nil : reasons.joined(separator: "\n"),
            consent: leaving.consent, documents: documents, medium: medium)
        let number = try transaction.nextNumber(.disclosure)
        let header = RecordHeader(
            type: .disclosure, number: number, day: now.day.iso, label: client.header.label,
            parent: client.record, writtenAt: writtenAt, facts: [.kind: row.basis.rawValue])
        try transaction.append(
            header, body: try JSON.bytes(row), record: try transaction.newRecordID(),
            owner: client.owner.bytes)
        return "\(RecordType.disclosure.letter)\(number)"
    }

    /// Whom a signed letter is addressed to; nil for any other document.
    package func recipient(of document: RecordSummary) throws -> String? {
        guard document.header.state == .signed else { return nil }
        return try signedDocument(document).note.letter?.disclosure.recipient.name
    }

    /// The accounting, oldest first; of one client, or of all.
    package func disclosures(
        of client: RecordSummary? = nil
    ) throws -> [(record: RecordSummary, row: AccountedDisclosure)] {
        try records(.disclosure).filter { client == nil || $0.owner == client?.record }
            .map { ($0, try disclosure($0)) }
    }

    package func disclosure(_ summary: RecordSummary) throws -> AccountedDisclosure {
        try decoded(AccountedDisclosure.self, try body(of: summary))
    }
}
