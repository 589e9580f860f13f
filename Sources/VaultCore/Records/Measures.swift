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
            let header = RecordHeader(
                type: .measure, number: try $0.nextNumber(.measure), day: result.day.iso,
                label: instrument.name, parent: client.record, writtenAt: writtenAt,
                facts: [
                    .instrument: instrument.id, .score: instrument.shown(result.total),
                    .flagged: result.flags.isEmpty ? "" : "risk",
                ])
            try $0.append(
                header, body: try JSON.bytes(result), record: record, owner: client.owner.bytes)
        }
        return try summary(record)
    }

    /// A client's scores, in the order they were recorded.
    package func measures(
        of client: RecordSummary
    ) throws -> [(record: RecordSummary, result: MeasureResult)] {
        try summaries().filter { $0.header.type == .measure && $0.owner == client.record }.map {
            ($0, try decoded(MeasureResult.self, try body(of: $0)))
        }
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
