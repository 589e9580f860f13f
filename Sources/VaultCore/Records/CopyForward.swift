package import Documents
internal import Foundation
internal import GRDB

/// What a client's last signed note or plan was drafted from.
package struct LastSession: Equatable, Sendable {
    package var document: RecordSummary
    /// The day of its session.
    package var day: String
    package var jotting: Entries
}

extension Vault {
    /// The jotting behind the client's newest signed note of an earlier day, of the same kind; nil
    /// where there is none. Nothing is taken over from it unless she says so, field by field.
    package func lastSession(
        of client: RecordSummary, before session: RecordSummary, kind: DocumentKind
    ) throws -> LastSession? {
        try signed([kind.label]) {
            $0.owner == client.record && $0.header.day < session.header.day
        }
        .max { $0.header.day < $1.header.day }.flatMap { try last($0, kind) }
    }

    /// The jotting behind the client's last signed document of a kind, such as a plan.
    package func last(_ kind: DocumentKind, of client: RecordSummary) throws -> LastSession? {
        try signed([kind.label]) { $0.owner == client.record }
            .max { ($0.header.day, $0.header.number) < ($1.header.day, $1.header.number) }
            .flatMap { try last($0, kind) }
    }

    /// Signed documents of the kinds with these labels.
    func signed(
        _ labels: Set<String>, where isMeant: (RecordSummary) -> Bool
    ) throws -> [RecordSummary] {
        try summaries().filter {
            $0.header.type == .document && $0.header.state == .signed
                && labels.contains($0.header.label) && isMeant($0)
        }
    }

    /// What a note or a plan about this client is tied to.
    package func thread(of client: RecordSummary) throws -> GoldenThread {
        let caseload = Caseload(try summaries())
        let kinds = try library().kinds.kinds.filter { $0.family == .plan }
        let plan = try kinds.compactMap { try last($0, of: client) }
            .max { $0.day < $1.day }
        return GoldenThread(
            planned: plan.flatMap { Day(iso: $0.jotting["plan-date"] ?? $0.day) },
            plan: plan?.jotting ?? Entries(),
            sessionsHeld: caseload.sessions.count {
                $0.owner == client.record && $0.header.facts[.missed] == nil
                    && caseload.note(of: $0)?.header.state == .signed
            },
            measuresDue: caseload.measuresDue([client], on: surroundings.now().day).map(\.what))
    }

    private func last(_ document: RecordSummary, _ kind: DocumentKind) throws -> LastSession? {
        guard let reviewed = try revision(before: document) else { return nil }
        let review = try decoded(Review.self, try body(of: reviewed))
        var jotting = Entries()
        for field in kind.form.fields {
            jotting[field.id] = review.source.text(.jotting, field.id)
        }
        return LastSession(document: document, day: document.header.day, jotting: jotting)
    }

    /// The revision that a record had before its newest one.
    private func revision(before summary: RecordSummary) throws -> RecordSummary? {
        guard summary.revision > 1 else { return nil }
        return try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT sequence, record, revision, owner, header FROM revision
                    WHERE record = ? AND revision = ?
                    """,
                arguments: [Data(summary.record.bytes), Int64(summary.revision - 1)])
            return try row.map { try self.summary(of: try RevisionRow($0)) }
        }
    }
}
