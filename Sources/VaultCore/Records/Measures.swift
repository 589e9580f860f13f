internal import Audit
package import Documents

extension Vault {
    /// Keeps a score. Its name, total and whether it asks for the risk block stand in the header,
    /// so that lists and reminders need not open it.
    package func add(
        _ result: MeasureResult, of instrument: Instrument, to client: RecordSummary
    ) throws -> RecordSummary {
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
    /// The newest score of a client that asks for the risk block and has no signed note since.
    package func flaggedMeasure(of client: RecordSummary) -> RecordSummary? {
        let answered = documents.lazy
            .filter { $0.owner == client.record && $0.header.state == .signed }
            .map(\.header.day).max()
        return measures.last {
            $0.owner == client.record && $0.header.facts[.flagged] != nil
                && $0.header.day > answered ?? ""
        }
    }
}
