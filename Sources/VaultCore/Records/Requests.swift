internal import Audit
package import Documents
internal import Schema

extension Library {
    /// What the law says of clients' requests.
    package static func requestRules() throws -> RequestRules {
        try RequestRules(
            table: Tables.requests, form: try JSON.value(Form.self, from: Kinds.request))
    }
}

/// Clients' requests under 45 CFR 164.522 to 164.528: each a record under the client's own key.
extension Vault {
    package func addRequest(_ entries: Entries, of client: RecordSummary) throws -> RecordSummary {
        let request = try request(entries)
        try check(entries["received"], is: "Received on", inTheLifeOf: client)
        try request.check(on: surroundings.now().day)
        let record = try newRecord()
        try commit(event(.requestOpen, request, client.owner, record)) {
            try $0.append(
                header(of: request, number: try $0.nextNumber(.request), parent: client.record),
                body: try JSON.bytes(entries), record: record, owner: client.owner.bytes)
        }
        return try summary(record)
    }

    /// Appends what became of a request; the answer to the client closes it.
    package func change(request summary: RecordSummary, to entries: Entries) throws {
        let before = try request(summary)
        let after = try request(entries)
        try after.check(on: surroundings.now().day)
        try requireLawful(after, of: summary)
        let act: AuditAct =
            after.standing == .closed && before.standing != .closed ? .requestClose : .requestChange
        try commit(event(act, after, summary.owner, summary.record)) {
            try $0.append(
                header(of: after, number: summary.header.number, parent: summary.owner),
                body: try JSON.bytes(entries), replacing: summary)
        }
    }

    /// Opens a request, and says so in the trail.
    package func view(request summary: RecordSummary) throws -> ClientRequest {
        let request = try request(summary)
        try commit(event(.requestView, request, summary.owner, summary.record))
        return request
    }

    package func request(_ summary: RecordSummary) throws -> ClientRequest {
        try request(try entries(of: summary))
    }

    private func request(_ entries: Entries) throws -> ClientRequest {
        guard let rule = try Library.requestRules()[entries["kind"]] else {
            throw VaultError.damaged("a request is of a kind this program does not know")
        }
        return ClientRequest(rule: rule, entries: entries)
    }

    /// What she agreed to is a paper on file, which letters are held to; the request only names it.
    /// One about services paid in full must be agreed to (164.522(a)(1)(vi)).
    private func requireLawful(_ request: ClientRequest, of summary: RecordSummary) throws {
        guard let name = request.entries["paper"] else { return }
        let kind: ConsentKind = request.rule.id == "communication" ? .communication : .restriction
        guard
            let paper = try summaries().first(where: {
                $0.header.type == .consent && $0.owner == summary.owner
                    && $0.shortName == name.uppercased()
                    && $0.header.facts[.kind] == kind.rawValue
            })
        else { throw RequestError.noSuchPaper }
        if try consent(paper).isMandatory, request.entries["decision"] != "granted",
            request.entries["decision"] != nil
        {
            throw RequestError.mustAgree
        }
    }

    private func event(
        _ act: AuditAct, _ request: ClientRequest, _ client: RecordID, _ record: RecordID
    ) -> AuditEvent {
        AuditEvent(act, client: client, record: record, details: [.kind: request.rule.id])
    }

    /// Lists and reminders need its kind, when it is due, and whether it is closed.
    private func header(
        of request: ClientRequest, number: UInt64, parent: RecordID
    ) -> RecordHeader {
        RecordHeader(
            type: .request, number: number, day: request.entries["received"] ?? "",
            label: request.rule.label, parent: parent, writtenAt: writtenAt,
            facts: [
                .kind: request.rule.id, .until: request.due?.iso ?? "",
                .standing: request.standing == .open ? "" : request.standing.rawValue,
            ])
    }
}
