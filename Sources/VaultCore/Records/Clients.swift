internal import Audit
package import Documents

extension Vault {
    /// The record of this short name: C1, S2, D3 (or c1).
    package func find(_ name: String, _ types: RecordType...) throws -> RecordSummary {
        let wanted = name.uppercased()
        guard
            let found = try summaries().first(where: {
                types.contains($0.header.type) && $0.shortName == wanted
            })
        else { throw VaultError.unknown(Self.shortened(wanted)) }
        return found
    }

    /// A mistyped word is repeated only if it has the form of a number we give.
    private static func shortened(_ word: String) -> String {
        let plain = word.utf8.count <= 12 && word.utf8.allSatisfy { (48...90).contains($0) }
        return plain && word.contains(where: \.isNumber)
            ? word : "client, session or document of that name"
    }

    package func records(_ type: RecordType) throws -> [RecordSummary] {
        try summaries().filter { $0.header.type == type }
    }

    /// Adds a client with a key of her own.
    package func addClient(_ entries: Entries) throws -> RecordSummary {
        let record = try newRecord()
        try commit(AuditEvent(.clientCreate, client: record, record: record)) { transaction in
            try transaction.makeKey(for: record)
            try transaction.append(
                clientHeader(entries, number: try transaction.nextNumber(.client)),
                body: try JSON.bytes(entries), record: record, owner: record.bytes, after: 0)
        }
        return try summary(record)
    }

    /// Appends a new revision of a client's file.
    package func change(_ client: RecordSummary, to entries: Entries) throws {
        try commit(AuditEvent(.clientChange, client: client.owner, record: client.record)) {
            try $0.append(
                clientHeader(entries, number: client.header.number),
                body: try JSON.bytes(entries), record: client.record, owner: client.owner.bytes,
                after: client.revision)
        }
    }

    /// Opens a client's file, and says so in the trail.
    package func view(client: RecordSummary) throws -> Entries {
        try commit(AuditEvent(.clientView, client: client.owner, record: client.record))
        return try entries(of: client)
    }

    private func clientHeader(_ entries: Entries, number: UInt64) -> RecordHeader {
        RecordHeader(
            type: .client, number: number, day: "",
            label: Source.alias(of: entries["chosen-name"] ?? entries["name"] ?? ""),
            writtenAt: writtenAt)
    }

    /// Adds a session of a client.
    package func addSession(_ entries: Entries, of client: RecordSummary) throws -> RecordSummary {
        let record = try newRecord()
        try commit(AuditEvent(.sessionCreate, client: client.owner, record: record)) {
            transaction in
            let header = RecordHeader(
                type: .session, number: try transaction.nextNumber(.session),
                day: entries["date"] ?? "", label: client.header.label,
                parent: client.record.bytes, writtenAt: writtenAt)
            try transaction.append(
                header, body: try JSON.bytes(entries), record: record, owner: client.owner.bytes,
                after: 0)
        }
        return try summary(record)
    }

    func newRecord() throws -> RecordID { try RecordID.random() }

    /// The newest revision of a record that was just written.
    func summary(_ record: RecordID) throws -> RecordSummary {
        guard let found = try summaries().first(where: { $0.record == record }) else {
            throw VaultError.damaged("a record that was just written is gone")
        }
        return found
    }
}
