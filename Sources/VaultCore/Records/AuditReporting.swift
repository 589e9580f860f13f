internal import Audit
package import Documents
package import Reporting
internal import Sealing

/// The report for a compliance reviewer: of the trail, and of what the vault knows beside it.
extension Vault {
    /// Of the days from one to another; nothing is noted yet.
    package func auditReport(from: Day, until: Day) throws -> AuditReport {
        var entries: [(entry: AuditEntry, note: String)] = []
        try forEachSignedEntry { entries.append(($0, $1)) }
        return try AuditReport(
            SignedTrail(
                key: try VerifierKey(name: origin, publicKey: publicKey), entries: entries),
            facts: try reportFacts(), from: from, until: until)
    }

    /// Notes that it was made, with the digest of its page.
    package func note(_ report: AuditReport, page: [UInt8]) throws {
        try commit(
            AuditEvent(
                .reportMake,
                details: [
                    .kind: "audit", .from: report.from.iso, .until: report.until.iso,
                    .count: "\(report.entries.count)",
                    .digest: Digest.sha256(page).hexText,
                ]))
    }

    /// Which code stands for which client in reports, in the order of their numbers; noted as a look
    /// at the trail.
    package func clientCodes() throws -> [(client: RecordSummary, code: String)] {
        try commit(AuditEvent(.auditView, details: [.kind: "codes"]))
        return try records(.client).sorted { $0.header.number < $1.header.number }.map {
            ($0, AuditReport.code(of: try keys.pseudonym(of: $0.owner.bytes)))
        }
    }

    private func reportFacts() throws -> ReportFacts {
        let (practice, settings) = (try practice(), try settings())
        let clinician = ["name", "credentials"].compactMap { practice[$0] }
        var facts = ReportFacts(
            practice: [
                practice["practice"], clinician.joined(separator: ", "),
                practice["licence"].map { "License \($0)" },
            ].compactMap { $0 }.filter { !$0.isEmpty },
            program: surroundings.program, habits: try habits(),
            reviewEveryDays: try Library.activityReviewRule().everyDays,
            lateAfterHours: try lateAfterHours())
        facts.locks = (settings.lockAfterMinutes, settings.lockAtMostHours)
        facts.waysIn = slots.map { slot in
            let made = Moment(
                milliseconds: Int64(clamping: slot.madeAt),
                zoneOffsetMinutes: surroundings.now().zoneOffsetMinutes)
            return .init(kind: slot.kind.rawValue, since: slot.madeAt == 0 ? nil : made?.day)
        }
        let documents = try records(.document)
        facts.amends = Dictionary(
            documents.compactMap { document in
                guard let original = document.header.parent,
                    documents.contains(where: { $0.record == original })
                else { return nil }
                return (document.record.bytes, original.bytes)
            }, uniquingKeysWith: { $1 })
        facts.psychotherapyNotes = try psychotherapyNoteCount()
        facts.sessionEnds = try sessionEnds()
        facts.retention = try retentionCounts()
        facts.requests = try requestClocks()
        return facts
    }

    /// When the sessions ended that documents are about, by the document's id.
    private func sessionEnds() throws -> [[UInt8]: UInt64] {
        let (all, now) = (try summaries(), surroundings.now())
        let ends = Dictionary(
            all.filter { $0.header.type == .session }.map { ($0.record, $0.end(like: now)) },
            uniquingKeysWith: { $1 })
        var found: [[UInt8]: UInt64] = [:]
        for document in all where document.header.type == .document {
            guard let parent = document.header.parent, let end = ends[parent] ?? nil else {
                continue
            }
            found[document.record.bytes] = UInt64(max(0, end.milliseconds))
        }
        return found
    }

    private func retentionCounts() throws -> ReportFacts.Retention {
        let retaining = try Retaining(self)
        var counts = ReportFacts.Retention(due: 0, held: 0, open: 0, kept: 0, unknown: 0)
        for client in retaining.caseload.clients {
            switch try retaining.standing(of: client) {
            case .due: counts.due += 1
            case .held: counts.held += 1
            case .open: counts.open += 1
            case .notYet: counts.kept += 1
            case .unknown: counts.unknown += 1
            }
        }
        return counts
    }

    private func requestClocks() throws -> [[UInt8]: ReportFacts.Request] {
        var clocks: [[UInt8]: ReportFacts.Request] = [:]
        for summary in try records(.request) {
            let request = try request(summary)
            guard let received = request.received else { continue }
            clocks[summary.record.bytes] = .init(
                kind: request.rule.id, received: received, due: request.due,
                answered: request.entries["sent-on"].flatMap(Day.init(iso:)))
        }
        return clocks
    }
}
