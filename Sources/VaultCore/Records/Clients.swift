internal import Audit
package import Documents

extension Vault {
    /// The record of this short name: C1, S2, D3 (or c1).
    package func find(_ name: String, _ types: RecordType...) throws -> RecordSummary {
        let wanted = name.uppercased()
        guard let found = try summaries().first(where: { $0.shortName == wanted }) else {
            throw VaultError.unknown(Self.shortened(wanted))
        }
        guard types.contains(found.header.type) else {
            throw VaultError.otherKind(
                wanted, is: found.header.type.words,
                needs: types.map(\.words).joined(separator: " or "))
        }
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
            let number = try transaction.nextNumber(.client)
            try add(entries, as: record, number: number, in: transaction)
        }
        return try summary(record)
    }

    /// Adds many clients at once, all or none.
    package func importClients(_ all: [Entries]) throws -> [RecordSummary] {
        let records = try all.map { _ in try newRecord() }
        let event = AuditEvent(.importDone, details: [.count: "\(all.count)", .kind: "clients"])
        try commit(event) { transaction in
            let first = try transaction.nextNumber(.client)
            for (index, entries) in all.enumerated() {
                try add(
                    entries, as: records[index], number: first + UInt64(index), in: transaction)
            }
        }
        let known = Set(records)
        return try summaries().filter { known.contains($0.record) }
    }

    private func add(
        _ entries: Entries, as record: RecordID, number: UInt64, in transaction: Transaction
    ) throws {
        try check(entries)
        try transaction.makeKey(for: record)
        try transaction.append(
            try clientHeader(entries, number: number), body: try JSON.bytes(entries),
            record: record,
            owner: record.bytes)
    }

    private func check(_ client: Entries) throws(EntryError) {
        guard (client["born"] ?? "") <= surroundings.now().day.iso else {
            throw .inTheFuture(label: "Date of birth")
        }
        guard let closed = client["closed"] else { return }
        guard closed <= surroundings.now().day.iso else {
            throw .inTheFuture(label: "Discharged on")
        }
        guard closed >= client["born"] ?? "" else { throw .beforeBirth(label: "Discharged on") }
    }

    /// Appends a new revision of a client's file. Discharging and reopening are acts of their own.
    package func change(_ client: RecordSummary, to entries: Entries) throws {
        try check(entries)
        let isClosed = entries["closed"] != nil
        let wasClosed = client.header.facts[.closed] != nil
        let act: AuditAct =
            isClosed == wasClosed ? .clientChange : isClosed ? .clientClose : .clientReopen
        try commit(AuditEvent(act, client: client.owner, record: client.record)) {
            try $0.append(
                try clientHeader(entries, number: client.header.number),
                body: try JSON.bytes(entries), replacing: client)
        }
    }

    /// Opens a client's file, and says so in the trail.
    package func view(client: RecordSummary) throws -> Entries {
        try commit(AuditEvent(.clientView, client: client.owner, record: client.record))
        return try entries(of: client)
    }

    /// Opens what is kept about a session, and says so in the trail.
    package func view(session: RecordSummary) throws -> Entries {
        try commit(AuditEvent(.sessionView, client: session.owner, record: session.record))
        return try entries(of: session)
    }

    func clientHeader(_ entries: Entries, number: UInt64) throws -> RecordHeader {
        RecordHeader(
            type: .client, number: number, day: entries["opened"] ?? "",
            label: entries["alias"]
                ?? Source.alias(of: entries["chosen-name"] ?? entries["name"] ?? ""),
            writtenAt: writtenAt,
            facts: [
                .closed: entries["closed"] ?? "", .held: entries["held-on"] ?? "",
                .planDue: entries["plan-review"] ?? "",
                .measureEvery: try entries["measures"].map {
                    MeasureSchedule(stored: $0).named(by: try Library.instruments()).text
                } ?? "",
            ])
    }

    /// Adds a session of a client.
    package func addSession(_ entries: Entries, of client: RecordSummary) throws -> RecordSummary {
        try check(entries, of: client)
        let record = try newRecord()
        try commit(AuditEvent(.sessionCreate, client: client.owner, record: record)) {
            transaction in
            let number = try transaction.nextNumber(.session)
            try transaction.append(
                sessionHeader(entries, number: number, of: client.owner),
                body: try JSON.bytes(entries), record: record, owner: client.owner.bytes)
        }
        return try summary(record)
    }

    /// Appends a new revision of a session: what was missing, a cancellation.
    package func change(session: RecordSummary, to entries: Entries) throws -> RecordSummary {
        try check(entries, of: try client(of: session))
        try commit(AuditEvent(.sessionChange, client: session.owner, record: session.record)) {
            try $0.append(
                sessionHeader(entries, number: session.header.number, of: session.owner),
                body: try JSON.bytes(entries), replacing: session)
        }
        return try summary(session.record)
    }

    private func check(_ session: Entries, of client: RecordSummary) throws {
        try check(session["date"], is: "Date of service", inTheLifeOf: client)
    }

    /// Nothing of a client's is dated before the day of birth.
    func check(
        _ iso: String?, is label: String, inTheLifeOf client: RecordSummary
    ) throws {
        if let day = iso.flatMap(Day.init(iso:)),
            let born = try entries(of: client)["born"].flatMap(Day.init(iso:)), day < born
        {
            throw EntryError.beforeBirth(label: label)
        }
    }

    func sessionHeader(_ entries: Entries, number: UInt64, of client: RecordID) -> RecordHeader {
        RecordHeader(
            type: .session, number: number, day: entries["date"] ?? "", parent: client,
            writtenAt: writtenAt,
            facts: [
                .start: entries["start"] ?? "", .stop: entries["stop"] ?? "",
                .code: entries["code"] ?? "", .missed: entries["missed"] ?? "",
                .appointment: entries["appointment"] ?? "",
            ])
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
