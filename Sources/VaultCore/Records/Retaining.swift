internal import Audit
package import Documents
package import Wording

/// How long each client's record is kept, and what holds it.
extension Vault {
    /// Whether this client's record may be destroyed today. Looks at its file; whoever shows what
    /// comes of it says so in the trail.
    package func retention(of client: RecordSummary) throws -> RetentionStanding {
        try Retaining(self).standing(of: client)
    }

    /// The same for all clients, in the order of their numbers; noted as a report.
    package func retentionReport() throws
        -> [(client: RecordSummary, standing: RetentionStanding)]
    {
        let retaining = try Retaining(self)
        var found: [(client: RecordSummary, standing: RetentionStanding)] = []
        var due = 0
        for client in retaining.caseload.clients {
            let standing = try retaining.standing(of: client)
            if case .due = standing { due += 1 }
            found.append((client, standing))
        }
        try commit(AuditEvent(.reportMake, details: [.kind: "retention", .count: "\(due)"]))
        return found
    }

    /// The clients whose records came due, for the agenda. Only charts that were closed long enough
    /// are opened for it.
    package func retentionDue() throws -> [Agenda.Due] {
        let clients = try records(.client)
        guard clients.contains(where: { $0.header.facts[.closed] != nil }) else { return [] }
        let retaining = try Retaining(self)
        return try clients.compactMap { client in
            guard retaining.mayBeDue(client),
                case .due(let retention) = try retaining.standing(of: client)
            else { return nil }
            return Agenda.Due(
                record: client, client: client, day: retention.earliestDestruction,
                what: retention.rule.id)
        }
    }

    /// Puts a client's record on hold: nothing of it may be destroyed until it is released.
    package func hold(_ client: RecordSummary, reason: String) throws {
        var entries = try entries(of: client)
        guard entries["held-on"] == nil else { throw HoldError.alreadyHeld }
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty else { throw HoldError.noReason }
        guard reason.utf8.count <= 4000 else { throw VaultError.tooLarge }
        entries["held-on"] = surroundings.now().day.iso
        entries["hold-reason"] = reason
        try keep(entries, of: client, by: .clientHold)
    }

    /// Ends the hold. Its reason stays in the earlier revisions.
    package func release(_ client: RecordSummary) throws {
        var entries = try entries(of: client)
        guard entries["held-on"] != nil else { throw HoldError.notHeld }
        entries["held-on"] = nil
        entries["hold-reason"] = nil
        try keep(entries, of: client, by: .clientRelease)
    }

    private func keep(_ entries: Entries, of client: RecordSummary, by act: AuditAct) throws {
        try commit(AuditEvent(act, client: client.owner, record: client.record)) {
            try $0.append(
                try clientHeader(entries, number: client.header.number),
                body: try JSON.bytes(entries), replacing: client)
        }
    }
}

/// The facts of all clients, put together once.
struct Retaining {
    let vault: Vault
    let caseload: Caseload
    private let practice: Entries
    private let rulebook: Rulebook
    private let now: Moment
    /// The last day of a service, and of a consent or disclosure, by client.
    private let served: [RecordID: Day]
    private let documented: [RecordID: Day]

    init(_ vault: Vault) throws {
        self.vault = vault
        let all = try vault.summaries()
        let caseload = Caseload(all)
        let kinds = try vault.library().kinds
        let now = vault.surroundings.now()
        let missed = Set(
            caseload.sessions.filter { $0.header.facts[.missed] != nil }.map(\.record))
        let services = Set(
            kinds.kinds.filter { [.progressNote, .contactNote].contains($0.family) }.map(\.label))
        served = Self.lastDays(all, until: now.day) { summary in
            switch summary.header.type {
            case .session: !missed.contains(summary.record) && summary.isOver(at: now)
            case .document:
                summary.header.state == .signed && services.contains(summary.header.label)
                    && !(summary.header.parent.map(missed.contains) ?? false)
            default: false
            }
        }
        documented = Self.lastDays(all, until: now.day) {
            [.consent, .disclosure].contains($0.header.type)
        }
        practice = try vault.practice()
        rulebook = kinds.rulebook
        self.caseload = caseload
        self.now = now
    }

    private static func lastDays(
        _ all: [RecordSummary], until today: Day, where counts: (RecordSummary) -> Bool
    ) -> [RecordID: Day] {
        all.reduce(into: [:]) { days, summary in
            guard counts(summary), let day = Day(iso: summary.header.day), day <= today else {
                return
            }
            days[summary.owner] = max(day, days[summary.owner] ?? day)
        }
    }

    /// Quickly, from the header alone: a chart that is open, held or young is never due.
    func mayBeDue(_ client: RecordSummary) -> Bool {
        guard client.header.facts[.closed] != nil, client.header.facts[.held] == nil,
            let served = served[client.record]
        else { return false }
        return served.after(years: rulebook.fewestYears) < now.day
    }

    func standing(of client: RecordSummary) throws -> RetentionStanding {
        let entries = try vault.entries(of: client)
        return rulebook.standing(
            of: RetentionFacts(
                isOpen: entries["closed"] == nil, isHeld: entries["held-on"] != nil,
                born: entries["born"].flatMap(Day.init(iso:)),
                lastService: served[client.record], lastDocumented: documented[client.record],
                // She is bound where she is licensed, and where the client lives.
                states: [practice["jurisdiction"], entries["state"]].compactMap { $0 },
                payer: entries["payer"], credentials: practice["credentials"]),
            on: now.day)
    }
}

/// Why a hold was not made or ended.
package enum HoldError: UserFacing, Equatable, CaseIterable {
    case alreadyHeld
    case notHeld
    case noReason

    package var code: String {
        switch self {
        case .alreadyHeld: "hold.already"
        case .notHeld: "hold.none"
        case .noReason: "hold.no-reason"
        }
    }

    package var problem: String {
        switch self {
        case .alreadyHeld: "This client's record is on hold already."
        case .notHeld: "This client's record is not on hold."
        case .noReason: "No reason was given for the hold."
        }
    }

    package var nextStep: String {
        switch self {
        case .alreadyHeld: "Run `vault client show` to see since when and why."
        case .notHeld: "Check the client's number with `vault retention`."
        case .noReason: "Say why, such as the subpoena or the complaint that asks for it."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .alreadyHeld, .notHeld: .failed
        case .noReason: .wrongUsage
        }
    }
}
