internal import Audit
package import Documents
internal import Schema

/// What is stored of an incident: her answers, and what the trail showed when she gave them.
struct StoredIncident: Codable {
    let entries: Entries
    let evidence: IncidentEvidence
}

extension Library {
    package static func incidentForm() throws -> Form {
        try JSON.value(Form.self, from: Kinds.incident)
    }

    package static func breachRule() throws -> BreachRule { try BreachRule(table: Tables.breach) }
}

/// Incidents (45 CFR 164.308(a)(6)(ii), 164.402 to 164.414): records of the practice.
extension Vault {
    package func openIncident(_ entries: Entries) throws -> RecordSummary {
        let incident = Incident(entries: entries, rule: try Library.breachRule())
        try incident.check(on: surroundings.now().day)
        let stored = StoredIncident(entries: entries, evidence: try evidence(for: incident))
        let record = try newRecord()
        try commit(event(.incidentOpen, incident, record)) {
            try $0.append(
                try header(of: incident, number: try $0.nextNumber(.incident)),
                body: try JSON.bytes(stored), record: record, owner: KeyRing.practice)
        }
        return try summary(record)
    }

    /// Appends what is known by now, with the evidence as the trail shows it now.
    package func change(incident summary: RecordSummary, to entries: Entries) throws {
        let before = try incident(summary)
        let after = Incident(entries: entries, rule: before.rule)
        try after.check(on: surroundings.now().day)
        let stored = StoredIncident(entries: entries, evidence: try evidence(for: after))
        let act: AuditAct =
            after.isClosed && !before.isClosed ? .incidentClose : .incidentChange
        try commit(event(act, after, summary.record)) {
            try $0.append(
                try header(of: after, number: summary.header.number),
                body: try JSON.bytes(stored), replacing: summary)
        }
    }

    /// Opens an incident, and says so in the trail.
    package func view(
        incident summary: RecordSummary
    ) throws -> (incident: Incident, evidence: IncidentEvidence) {
        let known = try incidentWithEvidence(summary)
        try commit(event(.incidentView, known.incident, summary.record))
        return known
    }

    package func incidentWithEvidence(
        _ summary: RecordSummary
    ) throws -> (incident: Incident, evidence: IncidentEvidence) {
        let stored = try decoded(StoredIncident.self, try body(of: summary))
        return (
            Incident(entries: stored.entries, rule: try Library.breachRule()), stored.evidence
        )
    }

    package func incident(_ summary: RecordSummary) throws -> Incident {
        try incidentWithEvidence(summary).incident
    }

    private func event(
        _ act: AuditAct, _ incident: Incident, _ record: RecordID
    ) -> AuditEvent {
        var details: [AuditDetail: String] = [.kind: incident.entries["kind"] ?? "other"]
        details[.outcome] = incident.decision?.rawValue
        return AuditEvent(act, record: record, details: details)
    }

    /// Reminders need the next day to keep, and whether it is closed.
    private func header(of incident: Incident, number: UInt64) throws -> RecordHeader {
        let kind = incident.entries["kind"] ?? ""
        return RecordHeader(
            type: .incident, number: number, day: incident.entries["discovered"] ?? "",
            label: try Library.incidentForm()["kind"]?.shown(kind) ?? kind, writtenAt: writtenAt,
            facts: [
                .kind: kind, .until: incident.pending.first?.due.iso ?? "",
                .standing: incident.isClosed
                    ? "closed" : incident.decision?.rawValue ?? "",
            ])
    }
}
