internal import ArgumentParser
internal import Documents
internal import VaultCore

struct TodayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "Today's sessions, and what waits for you.",
        discussion: """
            Clients are shown by their initials.

            Example:
              vault today
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let vault = try options.open()
        let now = Places.now
        let agenda = try vault.agenda(now.day...now.day, now)
        if output.json {
            Output.json(AgendaJSON(agenda))
        } else {
            Console.print("\(now.day.weekday), \(now.day.spoken)")
            Console.print("")
            try showRecovery(vault, now.day)
            AgendaView(agenda: agenda, now: now, alerts: try alerts(of: agenda, in: vault))
                .show(sessionsOn: [now.day], briefly: true)
            try remindOfBackup(vault, now.day)
            try remindOfReview(vault, now.day)
        }
        try vault.requireCurrent()
        try vault.requireWhole()
    }

    /// What she must see before a session, by client: only of those who come today.
    private func alerts(of agenda: Agenda, in vault: Vault) throws -> [RecordID: String] {
        var alerts: [RecordID: String] = [:]
        for client in agenda.sessions.compactMap(\.client) where alerts[client.record] == nil {
            alerts[client.record] = ClientPage.alerts(in: try vault.entries(of: client))
        }
        return alerts
    }
}

/// For a month, whoever opens the vault is told that someone came in without the passphrase.
private func showRecovery(_ vault: Vault, _ today: Day) throws {
    guard let recovered = try vault.settings().recovered,
        today.daysSince1970 - recovered.on.daysSince1970 <= 30
    else { return }
    let what = recovered.by == "executor" ? "share sheets" : "the recovery sheet"
    Console.print("! On \(recovered.on.spoken) this vault was opened with \(what).")
    Console.print("  If that was not you, make new sheets and see `vault audit log`.")
    Console.print("")
}

/// A practice whose laptop is gone has what the last backup holds, and nothing else.
private func remindOfBackup(_ vault: Vault, _ today: Day) throws {
    let (last, days) = try vault.lastBackup(on: today)
    guard days >= Vault.backupReminder else { return }
    let since = last.map { "The last backup is of \($0.spoken)" } ?? "There is no backup yet"
    Console.print("")
    Console.print("  \(since): `vault backup --to` and the stick's folder makes one.")
}

/// The rule names no interval; a review that is never due is never done.
private func remindOfReview(_ vault: Vault, _ today: Day) throws {
    let (last, isOverdue) = try vault.activityReviewDue(on: today)
    guard isOverdue else { return }
    let since = last.map { "You last reviewed what was done on \($0.spoken)" }
    Console.print("")
    Console.print(
        "  \(since ?? "What was done is not reviewed yet"): `vault audit review --sign`.")
}

struct WeekCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "week",
        abstract: "The week's sessions, and everything that is missing.",
        discussion: """
            For the Friday review: sessions without a signed note, letters and plans that wait, \
            consents that end, measures that are due.

            Example:
              vault week
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let vault = try options.open()
        let now = Places.now
        let days = now.day.week
        guard let first = days.first, let last = days.last else { return }
        let agenda = try vault.agenda(first...last, now)
        if output.json {
            Output.json(AgendaJSON(agenda))
        } else {
            AgendaView(agenda: agenda, now: now).show(sessionsOn: days, briefly: false)
            try remindOfReview(vault, now.day)
        }
        try vault.requireCurrent()
        try vault.requireWhole()
    }
}

extension Vault {
    func agenda(_ days: ClosedRange<Day>, _ now: Moment) throws -> Agenda {
        Agenda(
            Caseload(try summaries()), days: days, now: now,
            lateAfterHours: try lateAfterHours(), retention: try retentionDue())
    }
}

/// An agenda as she reads it at the terminal.
private struct AgendaView {
    let agenda: Agenda
    let now: Moment
    var alerts: [RecordID: String] = [:]

    func show(sessionsOn days: [Day], briefly: Bool) {
        for day in days {
            let items = agenda.sessions.filter { $0.session.header.day == day.iso }
            if days.count > 1 {
                guard !items.isEmpty else { continue }
                Console.print("\(day.weekday), \(day.spoken)")
            }
            Output.table([], items.map(row), empty: "No sessions.")
            if days.count > 1 { Console.print("") }
        }
        if days.count > 1, agenda.sessions.isEmpty { Console.print("No sessions this week.\n") }
        let past = agenda.unsigned.filter { item in
            !briefly || item.session.header.day != now.day.iso
        }
        if briefly {
            showBriefly(past)
        } else {
            showAll(past)
        }
    }

    private func row(_ item: Agenda.Item) -> [String] {
        let start = item.session.header.facts[.start] ?? "     "
        return [
            "  " + start, item.session.shortName, item.client?.shortName ?? "?",
            item.client?.header.label ?? "?", words(item),
        ]
    }

    private func words(_ item: Agenda.Item) -> String {
        let document = item.note.map { " \($0.shortName)" } ?? ""
        let text =
            switch item.standing {
            case .ahead: ""
            case .missed: "did not take place"
            case .none: "no note yet"
            case .jotted: "jotted, no note yet"
            case .draft: "draft" + document
            case .inReview: "in review" + document
            case .signed: "signed" + document
            }
        let isOwed = item.standing != .signed && item.standing != .missed
        let risk =
            isOwed
            ? item.flagged.map { "ask about risk (\($0.header.label) of \($0.header.day))" } : nil
        let alert = item.client.flatMap { alerts[$0.record] }.map { "! " + $0 } ?? ""
        return [text, item.isLate ? "late" : "", risk ?? "", alert].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    private func showBriefly(_ past: [Agenda.Item]) {
        var lines: [String] = []
        if let oldest = past.first {
            let late = past.filter(\.isLate).count
            lines.append(
                counted(past.count, "earlier session lacks", "earlier sessions lack")
                    + " a signed note, the oldest of \(oldest.session.header.day)"
                    + (late > 0 ? "; \(late) \(late == 1 ? "is" : "are") late" : ""))
        }
        if !agenda.waiting.isEmpty {
            lines.append(
                counted(agenda.waiting.count, "document waits", "documents wait")
                    + " for your signature")
        }
        if !agenda.plans.isEmpty {
            lines.append(counted(agenda.plans.count, "plan is", "plans are") + " due for review")
        }
        if !agenda.summaries.isEmpty {
            lines.append(
                counted(agenda.summaries.count, "discharge summary is", "discharge summaries are")
                    + " to be written")
        }
        if !agenda.consents.isEmpty {
            lines.append(
                counted(agenda.consents.count, "consent ends", "consents end")
                    + " within a month, or ended lately")
        }
        if !agenda.measures.isEmpty {
            lines.append(counted(agenda.measures.count, "measure is", "measures are") + " due")
        }
        if let first = agenda.requests.first {
            let late = agenda.requests.filter(isOverdue).count
            lines.append(
                counted(agenda.requests.count, "request", "requests")
                    + " of clients to answer, the first by \(first.day.iso)"
                    + (late > 0 ? "; \(late) \(late == 1 ? "is" : "are") overdue" : ""))
        }
        if !agenda.incidents.isEmpty {
            let next = agenda.incidents.first { $0.record.header.facts[.until] != nil }
            lines.append(
                counted(agenda.incidents.count, "incident is", "incidents are") + " open"
                    + (next.map { ", the next day to keep is \($0.day.iso)" } ?? ""))
        }
        if !agenda.retention.isEmpty {
            lines.append(
                counted(agenda.retention.count, "closed chart needs", "closed charts need")
                    + " no longer be kept (`vault retention`)")
        }
        guard !lines.isEmpty else { return }
        Console.print("")
        for line in lines { Console.print("  \(line).") }
        Console.print("  `vault week` shows them all.")
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    private func showAll(_ past: [Agenda.Item]) {
        section(
            "No signed note yet",
            past.map { [$0.session.header.day + row($0)[0]] + row($0).dropFirst() })
        section(
            "Documents that wait for your signature",
            agenda.waiting.map { [$0.header.day, $0.shortName, $0.header.label] })
        section("Treatment plans to review", agenda.plans.map(dueRow))
        section("Discharge summaries to write", agenda.summaries.map(dueRow))
        section("Consents that end", agenda.consents.map(dueRow))
        section("Measures that are due", agenda.measures.map(dueRow))
        section("Requests of clients to answer", agenda.requests.map(dueRow))
        section("Incidents that are open", agenda.incidents.map(incidentRow))
        section(
            "Charts that need no longer be kept",
            agenda.retention.map { Array(dueRow($0).dropLast()) })
        if past.isEmpty, agenda.waiting.isEmpty, agenda.plans.isEmpty, agenda.summaries.isEmpty,
            agenda.consents.isEmpty, agenda.measures.isEmpty, agenda.requests.isEmpty,
            agenda.incidents.isEmpty, agenda.retention.isEmpty
        {
            Console.print("Nothing is missing.")
        }
    }

    private func section(_ title: String, _ rows: [[String]]) {
        guard !rows.isEmpty else { return }
        Console.print("\(title) (\(rows.count))")
        Output.table([], rows.map { ["  " + $0[0]] + $0.dropFirst() }, empty: "")
        Console.print("")
    }

    private func incidentRow(_ due: Agenda.Due) -> [String] {
        let isTold = due.record.header.facts[.until] == nil
        return [
            isTold ? "" : due.day.iso, due.record.shortName, due.what,
            isTold ? "to be closed" : due.day < now.day ? "overdue" : "",
        ]
    }

    /// What has no deadline is never overdue.
    private func isOverdue(_ due: Agenda.Due) -> Bool {
        due.day < now.day
            && (due.record.header.type != .request || due.record.header.facts[.until] != nil)
    }

    private func dueRow(_ due: Agenda.Due) -> [String] {
        let overdue = isOverdue(due) ? "overdue" : ""
        return [
            due.day.iso, due.client?.shortName ?? "?", due.client?.header.label ?? "?",
            due.record.header.type == .client ? "" : due.record.shortName, due.what,
            due.record.header.type == .consent && due.day < now.day ? "ended" : overdue,
        ]
    }
}

/// The same for programs.
private struct AgendaJSON: Encodable {
    private struct ItemJSON: Encodable {
        let session: String
        let date: String
        let start: String?
        let client: String
        let alias: String
        let note: String
        let document: String?
        let late: Bool

        init(_ item: Agenda.Item) {
            session = item.session.shortName
            date = item.session.header.day
            start = item.session.header.facts[.start]
            client = item.client?.shortName ?? "?"
            alias = item.client?.header.label ?? "?"
            note = item.standing.rawValue
            document = item.note?.shortName
            late = item.isLate
        }
    }

    private struct DueJSON: Encodable {
        let record: String
        let client: String
        let due: String
        let what: String

        init(_ due: Agenda.Due) {
            record = due.record.shortName
            client = due.client?.shortName ?? (due.record.header.type == .incident ? "" : "?")
            self.due = due.day.iso
            what = due.what
        }
    }

    private let sessions: [ItemJSON]
    private let unsigned: [ItemJSON]
    private let waiting: [String]
    private let plans: [DueJSON]
    private let summaries: [DueJSON]
    private let consents: [DueJSON]
    private let measures: [DueJSON]
    private let requests: [DueJSON]
    private let incidents: [DueJSON]
    private let retention: [DueJSON]

    init(_ agenda: Agenda) {
        sessions = agenda.sessions.map(ItemJSON.init)
        unsigned = agenda.unsigned.map(ItemJSON.init)
        waiting = agenda.waiting.map(\.shortName)
        plans = agenda.plans.map(DueJSON.init)
        summaries = agenda.summaries.map(DueJSON.init)
        consents = agenda.consents.map(DueJSON.init)
        measures = agenda.measures.map(DueJSON.init)
        requests = agenda.requests.map(DueJSON.init)
        incidents = agenda.incidents.map(DueJSON.init)
        retention = agenda.retention.map(DueJSON.init)
    }
}
