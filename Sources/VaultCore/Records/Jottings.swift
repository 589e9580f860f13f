internal import Audit
internal import Documents

/// Shorthand caught between two sessions, before any form is filled in.
package struct Jotting: Codable, Equatable, Sendable {
    package var text: String
}

extension Vault {
    /// Keeps the first line of a jotting about a client, and of a session where one is named.
    package func jot(
        _ text: String, about client: RecordSummary, session: RecordSummary?, on day: String
    ) throws -> RecordSummary {
        let record = try newRecord()
        try commit(AuditEvent(.jottingCreate, client: client.owner, record: record)) {
            let header = RecordHeader(
                type: .jotting, number: try $0.nextNumber(.jotting), day: day,
                label: client.header.label, parent: session?.record,
                writtenAt: writtenAt)
            try $0.append(
                header, body: try JSON.bytes(Jotting(text: text)), record: record,
                owner: client.owner.bytes)
        }
        return try summary(record)
    }

    /// Adds a line to a jotting. It is on the disk when this returns.
    package func add(_ line: String, to jotting: RecordSummary) throws -> RecordSummary {
        let before = try self.jotting(jotting)
        let text = before.text + "\n" + line
        try commit(AuditEvent(.jottingChange, client: jotting.owner, record: jotting.record)) {
            var header = jotting.header
            header.writtenAt = writtenAt
            try $0.append(
                header, body: try JSON.bytes(Jotting(text: text)), replacing: jotting)
        }
        return try summary(jotting.record)
    }

    /// Opens a jotting to be read, and says so in the trail.
    package func view(jotting summary: RecordSummary) throws -> Jotting {
        let jotting = try jotting(summary)
        try commit(AuditEvent(.jottingView, client: summary.owner, record: summary.record))
        return jotting
    }

    package func jotting(_ summary: RecordSummary) throws -> Jotting {
        try decoded(Jotting.self, try body(of: summary))
    }

    /// The jottings of a session, in the order they were begun. One that names only the client
    /// belongs to the client's last session up to its day, also if that was entered later.
    package func jottings(of session: RecordSummary) throws -> [RecordSummary] {
        let all = try summaries()
        let sessions = all.filter { $0.header.type == .session }
        return all.filter { jotting in
            guard jotting.header.type == .jotting, jotting.owner == session.owner else {
                return false
            }
            guard jotting.header.parent == nil else {
                return jotting.header.parent == session.record
            }
            return sessions.last(before: jotting)?.header.day == session.header.day
        }
    }
}
