import Documents
import Testing

@testable import VaultCore

/// Summaries made by hand: a caseload is worked out from headers alone, without a vault.
struct PaperCaseload {
    private(set) var all: [RecordSummary] = []

    var caseload: Caseload { Caseload(all) }

    private func id(_ number: Int) throws -> RecordID {
        try #require(
            RecordID(bytes: [UInt8](repeating: UInt8(truncatingIfNeeded: number + 1), count: 16)))
    }

    private mutating func add(
        _ type: RecordType, owner: RecordID?, day: String, label: String = "",
        state: DocumentState? = nil, parent: RecordID? = nil, facts: RecordFacts = [:]
    ) throws -> RecordSummary {
        let record = try id(all.count)
        let number = UInt64(all.filter { $0.header.type == type }.count + 1)
        let summary = RecordSummary(
            record: record, owner: owner ?? record, revision: 1, sequence: Int64(all.count),
            header: RecordHeader(
                type: type, number: number, state: state, day: day, label: label, parent: parent,
                writtenAt: 0, facts: facts))
        all.append(summary)
        return summary
    }

    mutating func client(opened: String = "", _ facts: RecordFacts = [:]) throws -> RecordSummary {
        try add(.client, owner: nil, day: opened, facts: facts)
    }

    mutating func session(
        of client: RecordSummary, _ day: String, _ facts: RecordFacts = [.stop: "10:50"]
    ) throws -> RecordSummary {
        try add(.session, owner: client.record, day: day, parent: client.record, facts: facts)
    }

    mutating func document(
        of session: RecordSummary, _ state: DocumentState
    ) throws -> RecordSummary {
        try add(
            .document, owner: session.owner, day: session.header.day, state: state,
            parent: session.record)
    }

    mutating func jotting(of session: RecordSummary) throws {
        _ = try add(.jotting, owner: session.owner, day: "", parent: session.record)
    }

    mutating func measure(
        of client: RecordSummary, _ instrument: String, name: String = "", _ day: String,
        flagged: Bool = false
    ) throws -> RecordSummary {
        try add(
            .measure, owner: client.record, day: day, label: name, parent: client.record,
            facts: [.instrument: instrument, .flagged: flagged ? "risk" : ""])
    }

    mutating func consent(
        of client: RecordSummary, until: String, standing: String = "", label: String = "School"
    ) throws -> RecordSummary {
        try add(
            .consent, owner: client.record, day: "2026-01-05", label: label, parent: client.record,
            facts: [.until: until, .standing: standing])
    }
}

extension Moment {
    /// A wall clock's day and time, such as `2026-11-16 10:50`.
    static func at(_ text: String, zone: Int = -300) throws -> Moment {
        let parts = text.split(separator: " ").map(String.init)
        let day = try #require(Day(iso: parts[0]))
        let time = try #require(ClockTime(parts[1]))
        return try #require(Moment(day: day, time: time, zoneOffsetMinutes: zone))
    }
}
