internal import Audit
package import Documents

extension Vault {
    /// Keeps a score. Its name, total and whether it asks for the risk block stand in the header,
    /// so that lists and reminders need not open it.
    package func add(
        _ result: MeasureResult, of instrument: Instrument, to client: RecordSummary
    ) throws -> RecordSummary {
        try check(result.day.iso, is: "Date", inTheLifeOf: client)
        let record = try newRecord()
        try commit(AuditEvent(.measureCreate, client: client.owner, record: record)) {
            try $0.append(
                header(
                    result, instrument, number: try $0.nextNumber(.measure), parent: client.record),
                body: try JSON.bytes(result), record: record, owner: client.owner.bytes)
        }
        return try summary(record)
    }

    /// Corrects a score that was typed wrongly. What stood there before stays in the vault.
    package func change(
        measure: RecordSummary, to result: MeasureResult, of instrument: Instrument
    ) throws {
        try requireStanding(measure, "score")
        try check(result.day.iso, is: "Date", inTheLifeOf: try client(of: measure))
        let event = AuditEvent(.measureChange, client: measure.owner, record: measure.record)
        try commit(event) {
            try $0.append(
                header(result, instrument, number: measure.header.number, parent: measure.owner),
                body: try JSON.bytes(result), replacing: measure)
        }
    }

    /// Takes a score back that belongs to someone else or never was. Nothing counts it any more.
    package func withdraw(measure: RecordSummary) throws {
        try requireStanding(measure, "score")
        let event = AuditEvent(
            .measureChange, client: measure.owner, record: measure.record,
            details: [.outcome: Self.withdrawn])
        try commit(event) { try withdraw(measure, in: $0) }
    }

    /// A client's scores, in the order they were recorded, without those that were withdrawn.
    package func measures(
        of client: RecordSummary
    ) throws -> [(record: RecordSummary, result: MeasureResult)] {
        try summaries().filter {
            $0.header.type == .measure && $0.owner == client.record
                && $0.header.facts[.standing] == nil
        }
        .map { ($0, try measure($0)) }
    }

    package func measure(_ summary: RecordSummary) throws -> MeasureResult {
        try decoded(MeasureResult.self, try body(of: summary))
    }

    private func header(
        _ result: MeasureResult, _ instrument: Instrument, number: UInt64, parent: RecordID
    ) -> RecordHeader {
        RecordHeader(
            type: .measure, number: number, day: result.day.iso, label: instrument.name,
            parent: parent, writtenAt: writtenAt,
            facts: [
                .instrument: instrument.id, .score: instrument.shown(result.total),
                .flagged: result.flags.isEmpty ? "" : "risk",
            ])
    }
}

extension Caseload {
    /// By client, the newest score that asks for the risk block and has no signed note since.
    package func flaggedMeasures() -> [RecordID: RecordSummary] {
        let flagged = measures.filter { $0.header.facts[.flagged] != nil }
        let owners = Set(flagged.map(\.owner))
        var answered: [RecordID: String] = [:]
        for document in documents
        where document.header.state == .signed && owners.contains(document.owner) {
            answered[document.owner] = max(answered[document.owner] ?? "", document.header.day)
        }
        return Dictionary(
            flagged.filter { $0.header.day > answered[$0.owner] ?? "" }.map { ($0.owner, $0) },
            uniquingKeysWith: { $0.header.day > $1.header.day ? $0 : $1 })
    }
}
