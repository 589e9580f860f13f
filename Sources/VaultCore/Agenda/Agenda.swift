package import Documents

/// What waits for her, worked out from headers at this moment: nothing of it is stored.
package struct Agenda {
    /// Sessions of the asked days, in the order of their clocks.
    package private(set) var sessions: [Item] = []
    /// Past sessions without a signed note, oldest first.
    package private(set) var unsigned: [Item] = []
    /// Documents that are not signed and belong to no session: letters, plans.
    package private(set) var waiting: [RecordSummary] = []
    /// Clients whose treatment plan is due for review.
    package private(set) var plans: [Due] = []
    /// Discharged clients without a signed summary.
    package private(set) var summaries: [Due] = []
    /// Consents that end soon or ended lately.
    package private(set) var consents: [Due] = []
    /// Measures that are due.
    package private(set) var measures: [Due] = []
    /// Clients' requests that are due soon or overdue, and those to be decided promptly.
    package private(set) var requests: [Due] = []
    /// Incidents that are not closed, with what is due next.
    package private(set) var incidents: [Due] = []
    /// Closed charts that need not be kept any longer, by the rule that kept them.
    package let retention: [Due]

    /// A session and how far its note is.
    package struct Item: Equatable, Sendable {
        package let session: RecordSummary
        package let client: RecordSummary?
        package let note: RecordSummary?
        package let standing: NoteStanding
        package let isLate: Bool
        /// A score that asks for the questions about risk, and no signed note since.
        package let flagged: RecordSummary?
    }

    /// Something with a day.
    package struct Due: Equatable, Sendable {
        package let record: RecordSummary
        package let client: RecordSummary?
        package let day: Day
        /// Which measure or what kind of consent.
        package let what: String
    }

    /// Days before a plan is due or a consent ends that it is first told.
    static let planNotice = 14
    static let consentNotice = 30
    /// Days before a client's request is due that it is first told.
    static let requestNotice = 7
    /// Days after the end of treatment by which its summary is due.
    static let summaryAllowance = 30
    /// As the kind `summary.discharge` is called.
    static let summaryLabel = "Discharge summary"

    package init(
        _ caseload: Caseload, days: ClosedRange<Day>, now: Moment, lateAfterHours: Int,
        retention: [Due] = []
    ) {
        self.retention = retention.sorted { $0.day < $1.day }
        let flagged = caseload.flaggedMeasures()
        let item = { (session: RecordSummary) in
            let client = caseload.client(of: session)
            return Item(
                session: session, client: client,
                note: caseload.note(of: session),
                standing: caseload.standing(of: session, at: now),
                isLate: caseload.isLate(session, at: now, hours: lateAfterHours),
                flagged: flagged[session.owner].flatMap {
                    $0.header.day <= session.header.day ? $0 : nil
                })
        }
        let span = days.lowerBound.iso...days.upperBound.iso
        for session in caseload.sessions {
            if span.contains(session.header.day) { sessions.append(item(session)) }
            switch caseload.standing(of: session, at: now) {
            case .none, .jotted, .draft, .inReview:
                if session.isOver(at: now) { unsigned.append(item(session)) }
            case .ahead, .missed, .signed: break
            }
        }
        let order = { (item: Item) in
            item.session.header.day + (item.session.header.facts[.start] ?? "")
        }
        sessions.sort { order($0) < order($1) }
        unsigned.sort { order($0) < order($1) }
        let known = Set(caseload.sessions.map(\.record))
        waiting = caseload.documents.filter { document in
            document.isUnsigned
                && !(document.header.parent.map(known.contains) ?? false)
        }
        findDue(caseload, now.day)
    }

    private mutating func findDue(_ caseload: Caseload, _ today: Day) {
        let open = caseload.clients.filter { $0.header.facts[.closed] == nil }
        for client in open {
            if let day = client.header.facts[.planDue].flatMap(Day.init(iso:)),
                day.daysSince1970 - today.daysSince1970 <= Self.planNotice
            {
                plans.append(Due(record: client, client: client, day: day, what: ""))
            }
        }
        let summed = Set(
            caseload.documents.filter {
                $0.header.state == .signed && $0.header.label == Self.summaryLabel
            }.map(\.owner))
        for client in caseload.clients where !summed.contains(client.record) {
            guard let closed = client.header.facts[.closed].flatMap(Day.init(iso:)),
                let day = Day(daysSince1970: closed.daysSince1970 + Self.summaryAllowance)
            else { continue }
            summaries.append(Due(record: client, client: client, day: day, what: ""))
        }
        let isOpen = Set(open.map(\.record))
        for consent in caseload.consents where isOpen.contains(consent.owner) {
            guard [nil, Vault.expired].contains(consent.header.facts[.standing]),
                let day = consent.header.facts[.until].flatMap(Day.init(iso:)),
                abs(day.daysSince1970 - today.daysSince1970) <= Self.consentNotice
            else { continue }
            consents.append(
                Due(
                    record: consent, client: caseload.client(of: consent), day: day,
                    what: consent.header.label))
        }
        measures = caseload.measuresDue(open, on: today)
        findDuties(caseload, today)
        plans.sort { $0.day < $1.day }
        summaries.sort { $0.day < $1.day }
        consents.sort { $0.day < $1.day }
        measures.sort { $0.day < $1.day }
    }
}

extension Agenda {
    /// What the law sets a day for, also for clients who are discharged.
    private mutating func findDuties(_ caseload: Caseload, _ today: Day) {
        for record in caseload.requests where record.header.facts[.standing] != "closed" {
            let until = record.header.facts[.until].flatMap(Day.init(iso:))
            guard let day = until ?? Day(iso: record.header.day),
                day.daysSince1970 - today.daysSince1970 <= Self.requestNotice
            else { continue }
            let what = record.header.label + (until == nil ? ", to be decided promptly" : "")
            requests.append(
                Due(record: record, client: caseload.client(of: record), day: day, what: what))
        }
        for record in caseload.incidents where record.header.facts[.standing] != "closed" {
            guard let day = Day(iso: record.header.facts[.until] ?? record.header.day) else {
                continue
            }
            incidents.append(Due(record: record, client: nil, day: day, what: record.header.label))
        }
        requests.sort { $0.day < $1.day }
        incidents.sort { $0.day < $1.day }
    }
}

extension Caseload {
    /// Each client's measures whose time has come, counted from the last one of its kind, or from
    /// the day the chart was opened.
    func measuresDue(_ open: [RecordSummary], on today: Day) -> [Agenda.Due] {
        var last: [RecordID: [String: Day]] = [:]
        for measure in measures {
            guard let instrument = measure.header.facts[.instrument],
                let day = Day(iso: measure.header.day)
            else { continue }
            // She may name it by its id or as it is written in a note.
            for name in [instrument, measure.header.label].map(MeasureSchedule.instrument) {
                let before = last[measure.owner]?[name]
                last[measure.owner, default: [:]][name] = before.map { max($0, day) } ?? day
            }
        }
        return open.flatMap { client in
            MeasureSchedule(stored: client.header.facts[.measureEvery] ?? "").all.compactMap {
                entry -> Agenda.Due? in
                let from = last[client.record]?[entry.instrument] ?? Day(iso: client.header.day)
                // Without a first day there is nothing to count from: then it is due now.
                let next = from.map { Day(daysSince1970: $0.daysSince1970 + entry.days) } ?? today
                guard let due = next, due <= today else { return nil }
                return Agenda.Due(
                    record: client, client: client, day: due, what: entry.name)
            }
        }
    }
}
