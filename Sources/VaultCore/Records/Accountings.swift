internal import Audit
package import Documents
internal import Sealing

/// The account of disclosures that a client asks for (45 CFR 164.528).
extension Vault {
    /// What the client is owed today.
    package func accounting(of client: RecordSummary) throws -> Accounting {
        let form = try Library.disclosureForm()
        return Accounting(
            try disclosures(of: client).map { ($0.record.shortName, $0.row) },
            on: surroundings.now().day
        ) { row in
            row.otherPurpose ?? form["purpose"]?.shown(row.purpose.rawValue)
                ?? row.purpose.rawValue
        }
    }

    /// The account on paper: for whom, from whom, and what.
    package func sheet(of accounting: Accounting, for client: RecordSummary) throws -> Sheet {
        let (practice, entries) = (try practice(), try entries(of: client))
        return accounting.sheet(
            for: ["name"].compactMap { entries[$0] },
            from: ["name", "practice", "address", "phone"].compactMap { practice[$0] })
    }

    /// Notes that it was shown.
    package func note(_ accounting: Accounting, of client: RecordSummary) throws {
        try commit(accounted(accounting, client, nil, "shown"))
    }

    /// Keeps what was given to the client in the client's file (164.528(d)).
    package func keep(
        _ accounting: Accounting, as pages: [UInt8], of client: RecordSummary
    ) throws {
        let record = try newRecord()
        let day = surroundings.now().day
        var event = accounted(accounting, client, record, "given")
        event.details[.digest] = Hash(of: pages).description
        try commit(event) { transaction in
            var writer = PieceWriter(of: record, owner: client.owner, in: self)
            try pages.withUnsafeBytes { try writer.add($0, in: transaction) }
            let attachment = try writer.finish(
                titled: "Accounting of disclosures, given to the client", "application/pdf",
                in: transaction)
            let header = RecordHeader(
                type: .attachment, number: try transaction.nextNumber(.attachment), day: day.iso,
                label: client.header.label, parent: client.record, writtenAt: writtenAt,
                facts: [.kind: attachment.mediaType, .size: "\(pages.count)"])
            try transaction.append(
                header, body: try JSON.bytes(attachment), record: record,
                owner: client.owner.bytes)
        }
    }

    /// Leaves a disclosure out of accounts until a day, because an agency asked for it.
    package func suspend(
        _ disclosure: RecordSummary, _ entries: Entries
    ) throws -> AccountedDisclosure {
        try requireStanding(disclosure, "disclosure")
        var row = try self.disclosure(disclosure)
        row.suspension = try Suspension(entries, of: row.basis, on: surroundings.now().day)
        let event = AuditEvent(
            .disclosureSuspend, client: disclosure.owner, record: disclosure.record,
            details: [.basis: row.basis.rawValue])
        try commit(event) { [row] in
            var header = disclosure.header
            header.writtenAt = writtenAt
            try $0.append(header, body: try JSON.bytes(row), replacing: disclosure)
        }
        return row
    }

    private func accounted(
        _ accounting: Accounting, _ client: RecordSummary, _ record: RecordID?, _ outcome: String
    ) -> AuditEvent {
        AuditEvent(
            .disclosureAccount, client: client.owner, record: record,
            details: [
                .from: accounting.from.iso, .until: accounting.until.iso,
                .count: "\(accounting.lines.count)", .outcome: outcome,
            ])
    }
}
