import Audit
import Documents
import Reporting
import Sealing

/// An invented practice's trail: sessions with keys of their own, two clients, one of whose notes
/// stays unsigned.
struct InventedTrail {
    static let from = Day(iso: "2026-11-01")
    static let until = Day(iso: "2026-11-30")

    /// What an act says; who signs and the rest of the leaf follow.
    struct Act {
        var act: AuditAct
        /// The local day of November 2026 (0 is October 31) and minutes after midnight.
        var day: Int
        var minute: Int
        var client: UInt8?
        var record: UInt8?
        var details: [AuditEntry.Detail] = []

        init(
            _ act: AuditAct, _ day: Int, _ minute: Int, client: UInt8? = nil, record: UInt8? = nil,
            _ details: AuditEntry.Detail...
        ) {
            self.act = act
            self.day = day
            self.minute = minute
            self.client = client
            self.record = record
            self.details = details
        }
    }

    static let month: [Act] = [
        Act(.vaultCreate, 0, 600),
        Act(.clientCreate, 0, 605, client: 1, record: 1),
        Act(
            .documentDraft, 0, 630, client: 1, record: 9, .init(.engine, "built-in"),
            .init(.kind, "plan.treatment")),
        Act(.vaultLock, 0, 640),
        Act(.vaultOpen, 2, 540, .init(.method, "passphrase")),
        Act(.clientCreate, 2, 545, client: 2, record: 2),
        Act(
            .documentDraft, 2, 600, client: 1, record: 10, .init(.engine, "built-in"),
            .init(.kind, "progress-note.soap")),
        Act(.documentReview, 2, 610, client: 1, record: 10, .init(.count, "12")),
        Act(
            .documentSign, 2, 625, client: 1, record: 10, .init(.count, "190"),
            .init(.digest, "0a1b"), .init(.duration, "64000"), .init(.edited, "12")),
        Act(.vaultAutoLock, 2, 640),
        Act(.vaultOpenFailed, 7, 1380, .init(.count, "3")),
        Act(.vaultOpen, 7, 1381, .init(.method, "passphrase")),
        Act(
            .documentDraft, 7, 1385, client: 2, record: 11, .init(.engine, "built-in"),
            .init(.kind, "letter.client")),
        Act(.documentReview, 9, 600, client: 2, record: 11, .init(.count, "9")),
        Act(
            .documentSign, 9, 605, client: 2, record: 11, .init(.count, "120"),
            .init(.digest, "0a1c"), .init(.duration, "20000"), .init(.edited, "0")),
        Act(.exportIntent, 9, 610, client: 2, record: 11, .init(.count, "1")),
        Act(
            .exportDone, 9, 612, client: 2, record: 11, .init(.basis, "auth_508"),
            .init(.count, "1"), .init(.digest, "0a1d"), .init(.format, "open"),
            .init(.medium, "5e6f7a8b")),
        Act(.disclosureRefuse, 9, 620, client: 2, record: 2, .init(.reason, "consent.expired")),
        Act(.psychotherapyNoteView, 9, 630, client: 1, record: 12),
        Act(.exportIntent, 10, 600, .init(.format, "vault")),
        Act(
            .backupMake, 10, 601, .init(.digest, "0a1e"), .init(.medium, "5e6f7a8b"),
            .init(.size, "40960"), .init(.witness, "20")),
        Act(.requestOpen, 11, 600, client: 1, record: 13, .init(.kind, "access")),
        Act(.incidentOpen, 12, 600, record: 14, .init(.kind, "lost-stick")),
        Act(
            .auditReview, 13, 600, record: 15, .init(.count, "2"), .init(.from, "2026-10-31"),
            .init(.until, "2026-11-13"), .init(.outcome, "noted"), .init(.size, "24")),
        Act(.vaultLock, 13, 605),
        // After the period.
        Act(.vaultOpen, 31, 600, .init(.method, "passphrase")),
        Act(.vaultLock, 31, 601),
    ]

    static func key(_ session: Int? = nil) throws -> SigningKey {
        let octet = session.map { UInt8(100 + $0) } ?? 42
        return try SigningKey(seed: SecretKey(copying: [UInt8](repeating: octet, count: 32)))
    }

    /// Each act that opens the vault begins a session, which the one before announces; the first
    /// may be `earlier`, of format 1.
    static func signed(_ acts: [Act] = Self.month, earlier: Int = 0) throws -> SignedTrail {
        let vault = try key()
        let origin = SessionKeys.origin(
            vaultID: SessionKeys.vaultID(key: vault.publicKey, first: try key(0).publicKey))
        var frontier = Frontier()
        var note = ""
        var session = 0
        var entries: [(entry: AuditEntry, note: String)] = []
        for (number, act) in acts.enumerated() {
            let signer = session
            if act.act == .vaultOpen { session += 1 }
            let isEarlier = number < earlier
            let entry = try AuditEntry(
                number: UInt64(number),
                time: UInt64((20_757 + act.day) * 1440 + act.minute + 300) * 60_000, zone: -300,
                act: act.act,
                ties: isEarlier
                    ? nil
                    : AuditEntry.Ties(
                        pseudonym: act.client.map { [UInt8](repeating: 0xC0 + $0, count: 16) }
                            ?? AuditEntry.Ties.noClient,
                        sessionKey: try key(session).publicKey.bytes,
                        previous: Hash(of: Array(note.utf8)), tables: Hash(of: [1]),
                        header: Hash(of: [2]), storage: 3),
                actor: "practitioner",
                client: act.client.map { [UInt8](repeating: $0, count: 16) } ?? [],
                record: act.record.map { [UInt8](repeating: $0, count: 16) } ?? [],
                rows: [RowDigest(sequence: UInt64(number + 1), sealed: [UInt8(number)])],
                details: act.details,
                salt: [UInt8](repeating: UInt8(number), count: isEarlier ? 16 : 32))
            frontier.append(entry.leafHash)
            let checkpoint = try Checkpoint(origin: origin, frontier: frontier)
            note =
                try isEarlier
                ? checkpoint.signed(by: vault)
                : checkpoint.signed(by: vault, session: try key(signer))
            entries.append((entry, note))
        }
        return SignedTrail(
            key: try VerifierKey(name: origin, publicKey: vault.publicKey), entries: entries)
    }

    static var facts: ReportFacts {
        var facts = ReportFacts(
            practice: ["Dr. Ada Sample, LMFT", "License LMFT 00000, California"],
            program: "vault 0.0",
            habits: ActivityHabits(
                opens: 420, closes: 1260, chartsAnHour: 10, longestSilence: 12),
            reviewEveryDays: 31, lateAfterHours: 48)
        facts.locks = (5, 12)
        facts.waysIn = [
            .init(kind: "passphrase", since: Day(iso: "2026-10-31")),
            .init(kind: "recovery", since: nil),
        ]
        facts.psychotherapyNotes = 1
        return facts
    }

    static func report(
        _ acts: [Act] = Self.month, facts: ReportFacts = Self.facts
    ) throws -> AuditReport {
        guard let from, let until else { throw AuditError.malformedTrail }
        return try AuditReport(try signed(acts), facts: facts, from: from, until: until)
    }
}
