internal import Audit
package import Documents
internal import Sealing

/// Which client a calendar's title stands for; nil for something that is no session.
package typealias CalendarNames = [String: RecordID?]

/// What the import of a calendar would do.
package struct AppointmentPlan {
    package var new: [(appointment: Appointment, client: RecordSummary)] = []
    /// Sessions whose time moved, or that were cancelled or called off no more, with what they become.
    package var changed: [(session: RecordSummary, entries: Entries)] = []
    /// Sessions that she entered herself, now known to be these appointments.
    package var recognised: [(session: RecordSummary, entries: Entries)] = []
    /// Appointments that are in the vault as they are, or whose note is signed.
    package var unchanged = 0
    /// Sessions of one client whose appointment now bears the title of another. They stay.
    package var othersNow: [RecordSummary] = []
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
            let facts = session.header.facts
            if let key = facts[.appointment] { byKey[key] = session }
            // Where an appointment was called off, another one can take its place.
            if facts[.appointment] == nil || facts[.missed] == nil {
                byTime[Self.time(session.owner, session.header.day, facts[.start])] = session
            }
        }
        var plan = AppointmentPlan()
        var new: Set<String> = []
        // What is called off first: another appointment can take its place.
        for appointment in appointments.filter(\.cancelled) + appointments.filter({ !$0.cancelled })
        {
            guard let named = names[Self.title(appointment.summary)] else {
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
            if let session = byKey[Self.key(appointment)] {
                if appointment.cancelled, byTime[time]?.record == session.record {
                    byTime[time] = nil
                }
                if session.owner != client.record {
                    plan.othersNow.append(session)
                } else if let changed = try changed(session, appointment, caseload) {
                    plan.changed.append((session, changed))
                } else {
                    plan.unchanged += 1
                }
            } else if appointment.cancelled {
                continue
            } else if let session = byTime[time] {
                plan.unchanged += 1
                if session.header.facts[.appointment] == nil, !new.contains(time),
                    caseload.note(of: session)?.header.state != .signed
                {
                    var entries = try entries(of: session)
                    entries["appointment"] = Self.key(appointment)
                    entries["calendar"] = Self.state(appointment)
                    plan.recognised.append((session, entries))
                    new.insert(time)
                }
            } else if new.insert(time).inserted {
                plan.new.append((appointment, client))
            } else {
                plan.unchanged += 1
            }
        }
        return plan
    }

    /// What a session becomes; nil if it stays as it is. Only what changed in the calendar since
    /// the last import is changed here: her own corrections stay.
    private func changed(
        _ session: RecordSummary, _ appointment: Appointment, _ caseload: Caseload
    ) throws -> Entries? {
        guard caseload.note(of: session)?.header.state != .signed else { return nil }
        let before = try entries(of: session)
        let old = (before["calendar"] ?? "").split(separator: " ").map(String.init)
        let new = Self.state(appointment).split(separator: " ").map(String.init)
        guard old.count == new.count, old != new else { return nil }
        var entries = before
        for (index, field) in ["date", "start", "stop"].enumerated() where old[index] != new[index]
        {
            entries[field] = new[index]
        }
        if old[3] != new[3] {
            if appointment.cancelled {
                entries["missed"] = entries["missed"] ?? "cancelled"
            } else if entries["missed"] == "cancelled" {
                entries["missed"] = nil
            }
        }
        entries["calendar"] = Self.state(appointment)
        return entries
    }

    /// Remembers whose the titles of a calendar are.
    package func remember(_ names: CalendarNames) throws {
        var settings = try settings()
        settings.calendar = names.mapValues { $0?.hex ?? "" }
        try commit(AuditEvent(.settingsChange, details: [.kind: "calendar"])) {
            try keep(settings, in: $0)
        }
    }

    /// Carries a plan out, all or nothing.
    package func carryOut(_ plan: AppointmentPlan) throws {
        let changed = plan.changed + plan.recognised
        let count = plan.new.count + changed.count
        let event = AuditEvent(.importDone, details: [.count: "\(count)", .kind: "calendar"])
        try commit(event) { transaction in
            let first = try transaction.nextNumber(.session)
            for (index, item) in plan.new.enumerated() {
                let entries = Entries([
                    "date": item.appointment.day.iso, "start": item.appointment.start.text,
                    "stop": item.appointment.stop.text,
                    "appointment": Self.key(item.appointment),
                    "calendar": Self.state(item.appointment),
                ])
                try transaction.append(
                    sessionHeader(entries, number: first + UInt64(index), of: item.client.record),
                    body: try JSON.bytes(entries), record: try transaction.newRecordID(),
                    owner: item.client.owner.bytes)
            }
            for (session, entries) in changed {
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

    /// Capitals and the width of blanks don't tell titles apart.
    package static func title(_ summary: String) -> String {
        summary.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What the calendar says of an appointment: day, start, stop, and whether it takes place.
    private static func state(_ appointment: Appointment) -> String {
        [
            appointment.day.iso, appointment.start.text, appointment.stop.text,
            appointment.cancelled ? "cancelled" : "planned",
        ].joined(separator: " ")
    }

    /// An appointment's name in a session's header: short, and it tells nothing.
    private static func key(_ appointment: Appointment) -> String {
        let name = appointment.uid + "\n" + (appointment.instance ?? "")
        return Array(Digest.sha256(Array(name.utf8)).prefix(12)).hexText
    }

    private static func time(_ client: RecordID, _ day: String, _ start: String?) -> String {
        client.hex + day + (start ?? "")
    }

    /// Attaches many files at once, all or none. A file that is no longer what it was when it was
    /// chosen is refused.
    package func importScans(
        _ files: [(scan: Scan, client: RecordSummary)], day: String
    ) throws {
        let event = AuditEvent(
            .importDone, details: [.count: "\(files.count)", .kind: "attachments"])
        try commit(event) { transaction in
            for file in files {
                try attach(
                    try SteadyFile(file.scan.path, followingLinks: false), titled: file.scan.title,
                    to: file.client, day: day, as: try newRecord(), in: transaction,
                    digest: file.scan.digest)
            }
        }
    }

    /// The digests of the files that a client has already.
    package func attachedDigests(of client: RecordSummary) throws -> Set<String> {
        Set(
            try summaries()
                .filter { $0.header.type == .attachment && $0.owner == client.record }
                .map { try attachment($0).digest })
    }
}

/// A file to be attached: where it lies, and what is in it.
package struct Scan {
    package let path: String
    package let title: String
    /// SHA-256, hexadecimal.
    package let digest: String

    package init(_ path: String, titled title: String) throws {
        self.path = path
        self.title = title
        var stream = SHA256Stream()
        try SteadyFile(path, followingLinks: false)
            .forEachPart(of: Vault.pieceSize) { stream.update($0) }
        digest = stream.finish().hexText
    }
}
