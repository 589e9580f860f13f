internal import Audit
package import Documents
internal import Sealing

/// Which client a calendar's title stands for; nil for something that is no session.
package typealias CalendarNames = [String: RecordID?]

/// What the import of a calendar would do.
package struct AppointmentPlan {
    package var new: [(appointment: Appointment, client: RecordSummary)] = []
    /// Sessions whose time moved, or that were cancelled, with what they become.
    package var changed: [(session: RecordSummary, entries: Entries)] = []
    /// Appointments that are in the vault as they are, or whose note is signed.
    package var unchanged = 0
    /// Titles of which nobody said yet whose they are, with how often they come.
    package var unknown: [String: Int] = [:]
    /// Appointments with titles that are no sessions.
    package var others = 0
}

extension Vault {
    /// Compares a calendar with the sessions that are here. An appointment is recognised by the
    /// calendar's own identifier, else by client, day and start.
    package func plan(
        _ appointments: [Appointment], names: CalendarNames
    ) throws -> AppointmentPlan {
        let caseload = Caseload(try summaries())
        let clients = Dictionary(
            caseload.clients.map { ($0.record, $0) }, uniquingKeysWith: { $1 })
        var byKey: [String: RecordSummary] = [:]
        var byTime: [String: RecordSummary] = [:]
        for session in caseload.sessions {
            if let key = session.header.facts[.appointment] { byKey[key] = session }
            byTime[Self.time(session.owner, session.header.day, session.header.facts[.start])] =
                session
        }
        var plan = AppointmentPlan()
        for appointment in appointments {
            guard let named = names[Self.title(appointment)] else {
                if !appointment.cancelled {
                    plan.unknown[appointment.summary, default: 0] += 1
                }
                continue
            }
            guard let client = named.flatMap({ clients[$0] }) else {
                plan.others += 1
                continue
            }
            let time = Self.time(client.record, appointment.day.iso, appointment.start.text)
            guard let session = byKey[Self.key(appointment)] ?? byTime[time] else {
                if !appointment.cancelled { plan.new.append((appointment, client)) }
                continue
            }
            if let changed = try changed(session, appointment, caseload) {
                plan.changed.append((session, changed))
            } else {
                plan.unchanged += 1
            }
        }
        return plan
    }

    /// What a session becomes; nil if it stays as it is.
    private func changed(
        _ session: RecordSummary, _ appointment: Appointment, _ caseload: Caseload
    ) throws -> Entries? {
        guard caseload.note(of: session)?.header.state != .signed else { return nil }
        let before = try entries(of: session)
        var entries = before
        entries["date"] = appointment.day.iso
        entries["start"] = appointment.start.text
        entries["stop"] = appointment.stop.text
        if appointment.cancelled { entries["missed"] = "cancelled" }
        return entries == before ? nil : entries
    }

    /// Carries a plan out, all or nothing, and remembers whose the titles are.
    package func carryOut(_ plan: AppointmentPlan, remembering names: CalendarNames) throws {
        var settings = try settings()
        settings.calendar = names.mapValues { $0?.hex ?? "" }
        let count = plan.new.count + plan.changed.count
        let event = AuditEvent(.importDone, details: [.count: "\(count)", .kind: "calendar"])
        try commit(event) { transaction in
            try keep(settings, in: transaction)
            let first = try transaction.nextNumber(.session)
            for (index, item) in plan.new.enumerated() {
                let entries = Entries([
                    "date": item.appointment.day.iso, "start": item.appointment.start.text,
                    "stop": item.appointment.stop.text,
                    "appointment": Self.key(item.appointment),
                ])
                try transaction.append(
                    sessionHeader(entries, number: first + UInt64(index), of: item.client.record),
                    body: try JSON.bytes(entries), record: try transaction.newRecordID(),
                    owner: item.client.owner.bytes)
            }
            for (session, entries) in plan.changed {
                try transaction.append(
                    sessionHeader(entries, number: session.header.number, of: session.owner),
                    body: try JSON.bytes(entries), replacing: session)
            }
        }
    }

    /// Whose the titles of earlier imports were.
    package func calendarNames() throws -> CalendarNames {
        try (settings().calendar ?? [:]).mapValues { RecordID(hex: $0) }
    }

    /// Capitals and blanks don't tell titles apart.
    package static func title(_ appointment: Appointment) -> String {
        appointment.summary.lowercased().filter { !$0.isWhitespace }
    }

    /// An appointment's name in a session's header: short, and it tells nothing.
    private static func key(_ appointment: Appointment) -> String {
        let name = appointment.uid + "\n" + (appointment.instance ?? "")
        return Array(Digest.sha256(Array(name.utf8)).prefix(12)).hexText
    }

    private static func time(_ client: RecordID, _ day: String, _ start: String?) -> String {
        client.hex + day + (start ?? "")
    }

    /// Attaches many files at once, all or none.
    package func importScans(
        _ files: [(path: String, title: String, client: RecordSummary)], day: String
    ) throws {
        let event = AuditEvent(
            .importDone, details: [.count: "\(files.count)", .kind: "attachments"])
        try commit(event) { transaction in
            for file in files {
                try attach(
                    try SteadyFile(file.path), titled: file.title, to: file.client, day: day,
                    as: try newRecord(), in: transaction)
            }
        }
    }
}
