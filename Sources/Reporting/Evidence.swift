package import Audit
package import Documents

/// What sections are made of: the trail up to the period's last day, what it comes to, and the facts.
struct Evidence {
    let from: Day
    let until: Day
    let facts: ReportFacts
    /// What a reader finds who checks the trail with the public key alone.
    let verdict: TrailReport
    let key: VerifierKey
    /// All entries, the period's included, oldest first.
    let trail: [AuditEntry]
    let period: [AuditEntry]
    private let days: ClosedRange<Int>
    private let byAct: [AuditAct: [AuditEntry]]
    let unusual: [UnusualActs]
    private let codes: [[UInt8]: String]

    init(_ signed: SignedTrail, facts: ReportFacts, from: Day, until: Day) throws {
        var verifier = TrailVerifier(
            origin: signed.key.name, key: signed.key.publicKey, witnesses: [])
        for (entry, note) in signed.entries {
            verifier.add(
                StoredEntry(
                    number: entry.number, leaf: .opened(entry.bytes), leafHash: nil, subtree: nil,
                    checkpoint: Array(note.utf8)))
        }
        verdict = verifier.finish()
        key = signed.key
        trail = signed.entries.map(\.entry)
        self.from = from
        self.until = until
        self.facts = facts
        days = from.daysSince1970...until.daysSince1970
        period = trail.filter { [days] in days.contains($0.localDay) }
        byAct = Dictionary(grouping: period, by: \.act)
        unusual = UnusualActs.found(among: trail, on: days, habits: facts.habits)
        codes = Dictionary(
            trail.compactMap { entry in
                guard let ties = entry.ties, !entry.client.isEmpty else { return nil }
                return (entry.client, AuditReport.code(of: ties.pseudonym))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The client's code: the beginning of the pseudonym in the leaf, or, where an entry of format 1
    /// is all there is, of the client's id. Empty where the act is about none.
    func client(_ entry: AuditEntry) -> String {
        if let ties = entry.ties {
            return ties.pseudonym == AuditEntry.Ties.noClient
                ? "" : AuditReport.code(of: ties.pseudonym)
        }
        return codes[entry.client] ?? AuditReport.code(of: entry.client)
    }

    func record(_ entry: AuditEntry) -> String { AuditReport.code(of: entry.record) }

    func isInPeriod(_ entry: AuditEntry) -> Bool { days.contains(entry.localDay) }

    /// Those of the period, oldest first.
    func acts(_ acts: AuditAct...) -> [AuditEntry] {
        let found = acts.flatMap { byAct[$0] ?? [] }
        return acts.count == 1 ? found : found.sorted { $0.number < $1.number }
    }

    /// The last of these acts until the period's end.
    func last(_ acts: AuditAct...) -> AuditEntry? { trail.last { acts.contains($0.act) } }

    func unusual(_ kind: UnusualActs.Kind) -> [UInt64] {
        unusual.filter { $0.kind == kind }.flatMap(\.entries)
    }

    /// How many stretches of several acts stand out.
    func stretches(_ label: String, _ kind: UnusualActs.Kind) -> AuditReport.Figure {
        let found = unusual.filter { $0.kind == kind }
        return .init(
            label, "\(found.count)", found.isEmpty ? .holds : .explain,
            entries: Set(found.flatMap(\.entries)).sorted())
    }

    /// A row that begins with an act's day and client, its entry named.
    func row(_ entry: AuditEntry, _ cells: String...) -> AuditReport.Table.Row {
        .init([Self.day(entry), client(entry)] + cells, [entry.number])
    }

    /// The same for an act that is about no client.
    func practiceRow(_ entry: AuditEntry, _ cells: String...) -> AuditReport.Table.Row {
        .init([Self.day(entry)] + cells, [entry.number])
    }

    /// As the list of acts shows it; what the leaves of format 1 say of the file's state is left out.
    func shown(_ entry: AuditEntry) -> AuditReport.EntryRow {
        .init(
            number: entry.number, time: entry.time, zone: entry.zone, act: entry.act.rawValue,
            client: client(entry), record: record(entry),
            details: entry.details.filter { ![.total, .storage, .header].contains($0.key) }
                .map { "\($0.key.rawValue) \($0.value)" })
    }

    static func day(_ entry: AuditEntry) -> String {
        Day(daysSince1970: entry.localDay)?.iso ?? "?"
    }

    /// Day and time on the clock of the place.
    static func minute(_ entry: AuditEntry) -> String {
        String(moment(entry).prefix(16)).replacing("T", with: " ")
    }

    /// The same with seconds and the distance from UTC.
    static func moment(_ entry: AuditEntry) -> String {
        Moment(milliseconds: Int64(clamping: entry.time), zoneOffsetMinutes: entry.zone)?.iso ?? "?"
    }
}

/// A trail as the vault has it: each entry, as far as it can be read, with its checkpoint.
package struct SignedTrail: Sendable {
    package let key: VerifierKey
    package let entries: [(entry: AuditEntry, note: String)]

    package init(key: VerifierKey, entries: [(entry: AuditEntry, note: String)]) {
        self.key = key
        self.entries = entries
    }

    /// Up to the last act of a day, whatever the clock did before it.
    package func upTo(_ day: Day) -> SignedTrail {
        let end = entries.lastIndex { $0.entry.localDay <= day.daysSince1970 }
        return SignedTrail(key: key, entries: Array(entries[..<(end.map { $0 + 1 } ?? 0)]))
    }

    /// As it travels (``TrailFile``), with these openings.
    func text(opening isOpened: (AuditEntry) -> Bool) throws(AuditError) -> String {
        var (text, writer) = (TrailFile.heading(key), TrailFileWriter())
        for (entry, note) in entries {
            text += try writer.add(entry, isOpened: isOpened(entry), note: note)
        }
        return try text + writer.finish()
    }
}

extension AuditReport {
    /// Of the days from one to another. `signed` is the whole trail; what came later is left out.
    ///
    /// Entries that the report refers to travel with what they say, the others as their leaves.
    /// Throws ``ReportError/nothingYet`` where the trail begins later.
    package init(_ signed: SignedTrail, facts: ReportFacts, from: Day, until: Day) throws {
        let signed = signed.upTo(until)
        guard !signed.entries.isEmpty else { throw ReportError.nothingYet }
        let evidence = try Evidence(signed, facts: facts, from: from, until: until)
        let middle = [
            evidence.signOff, evidence.writingAids, evidence.access, evidence.disclosures,
            evidence.requests, evidence.psychotherapyNotes, evidence.security, evidence.backups,
            evidence.incidents, evidence.reviews, evidence.retention, evidence.policies,
        ]
        let front = [evidence.verdictSection(middle)] + middle
        title = "Audit report"
        self.from = from
        self.until = until
        heading = evidence.heading
        sections = front + [evidence.exceptions(front), evidence.howToCheck]
        let named = Set(sections.flatMap(\.entries))
        let isShown = { (entry: AuditEntry) in
            evidence.isInPeriod(entry) || named.contains(entry.number)
        }
        entries = evidence.trail.filter(isShown).map(evidence.shown)
        trail = try signed.text(opening: isShown)
        checkpoint = signed.entries.last?.note ?? ""
    }
}

extension AuditReport {
    /// How a report names a client or a record: the first eight hexadecimal digits of the pseudonym
    /// or the id.
    package static func code(of id: [UInt8]) -> String {
        id.prefix(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

extension AuditReport.Section {
    fileprivate var entries: [UInt64] {
        figures.flatMap(\.entries) + tables.flatMap { $0.rows.flatMap(\.entries) }
    }
}
