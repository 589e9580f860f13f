package import Documents

/// How far the note of a session has come.
package enum NoteStanding: String, Sendable, CaseIterable {
    /// Not over yet.
    case ahead
    /// The session did not take place, so no note is owed.
    case missed
    case none
    case jotted
    case draft
    case inReview = "in review"
    case signed
}

/// The newest revision of everything, put together once for all lists: who has which sessions, and
/// what hangs on each. Made from headers only.
package struct Caseload {
    package let clients: [RecordSummary]
    package let sessions: [RecordSummary]
    package let documents: [RecordSummary]
    package let measures: [RecordSummary]
    package let consents: [RecordSummary]
    package let attachments: [RecordSummary]
    package let requests: [RecordSummary]
    package let incidents: [RecordSummary]
    private let clientByID: [RecordID: Int]
    private let noteBySession: [RecordID: Int]
    private let jotted: Set<RecordID>

    package init(_ all: [RecordSummary]) {
        var sorted: [RecordType: [RecordSummary]] = [:]
        for type in RecordType.allCases { sorted[type] = [] }
        for summary in all { sorted[summary.header.type]?.append(summary) }
        clients = sorted[.client] ?? []
        sessions = sorted[.session] ?? []
        documents = (sorted[.document] ?? []).filter { $0.header.state != .discarded }
        measures = (sorted[.measure] ?? []).filter { $0.header.facts[.standing] == nil }
        consents = sorted[.consent] ?? []
        attachments = sorted[.attachment] ?? []
        requests = sorted[.request] ?? []
        incidents = sorted[.incident] ?? []
        clientByID = Dictionary(
            clients.indices.map { [clients] in (clients[$0].record, $0) }, uniquingKeysWith: { $1 })
        var notes: [RecordID: Int] = [:]
        for (index, document) in documents.enumerated() {
            guard let session = document.header.parent else { continue }
            // A signed note stands, whatever else was drafted for the session.
            if let known = notes[session], documents[known].header.state == .signed { continue }
            notes[session] = index
        }
        noteBySession = notes
        jotted = Set(
            (sorted[.jotting] ?? []).compactMap { [sessions] jotting in
                jotting.header.parent ?? sessions.last(before: jotting)?.record
            })
    }

    package func client(of summary: RecordSummary) -> RecordSummary? {
        clientByID[summary.owner].map { clients[$0] }
    }

    package func note(of session: RecordSummary) -> RecordSummary? {
        noteBySession[session.record].map { documents[$0] }
    }

    package func standing(of session: RecordSummary, at now: Moment) -> NoteStanding {
        if let note = note(of: session) {
            return switch note.header.state {
            case .signed: .signed
            case .inReview: .inReview
            default: .draft
            }
        }
        if session.header.facts[.missed] != nil { return .missed }
        if jotted.contains(session.record) { return .jotted }
        return session.isOver(at: now) ? .none : .ahead
    }

    /// Whether the note should have been signed by now: `hours` after the session's end.
    package func isLate(_ session: RecordSummary, at now: Moment, hours: Int) -> Bool {
        guard let end = session.end(like: now) else { return false }
        switch standing(of: session, at: now) {
        case .signed, .missed, .ahead: return false
        default: return now.milliseconds - end.milliseconds > Int64(hours) * 3_600_000
        }
    }
}

extension [RecordSummary] {
    /// The last of these sessions up to the day of a jotting that names only its client.
    func last(before jotting: RecordSummary) -> RecordSummary? {
        lazy.filter { $0.owner == jotting.owner && $0.header.day <= jotting.header.day }
            .max { $0.header.day < $1.header.day }
    }
}

extension RecordSummary {
    /// When a session ended, on a clock like this one's; the end of its day if it is not known.
    func end(like now: Moment) -> Moment? {
        let time = header.facts[.stop].flatMap(ClockTime.init) ?? ClockTime(hour: 23, minute: 59)
        guard let day = Day(iso: header.day), let time else { return nil }
        return Moment(day: day, time: time, zoneOffsetMinutes: now.zoneOffsetMinutes)
    }

    func isOver(at now: Moment) -> Bool {
        end(like: now).map { $0.milliseconds <= now.milliseconds } ?? true
    }
}
