import Audit
import Documents
import Foundation
import Reporting
import Sealing

/// How long the report for a compliance reviewer takes, of a year with so many acts.
enum ReportSpeed {
    /// What happens around a note, over and over: twenty acts, then another session's key.
    private static let acts: [(act: AuditAct, record: Bool, details: [AuditEntry.Detail])] = [
        (.vaultOpen, false, [.init(.method, "passphrase")]),
        (.clientView, true, []), (.sessionView, true, []), (.jottingCreate, true, []),
        (.documentDraft, true, [.init(.engine, "built-in"), .init(.kind, "progress-note.soap")]),
        (.documentView, true, []), (.documentChange, true, [.init(.edited, "12")]),
        (.documentView, true, []), (.documentView, true, []),
        (.documentSign, true, [.init(.duration, "61000"), .init(.edited, "12")]),
        (.documentView, true, []), (.clientView, true, []), (.documentView, true, []),
        (.exportDone, true, [.init(.basis, "treatment"), .init(.format, "pdf")]),
        (.auditView, false, []), (.clientView, true, []), (.sessionView, true, []),
        (.documentView, true, []), (.vaultVerify, false, []),
        (.vaultLock, false, []),
    ]

    static func measure(_ sizes: [Int]) throws {
        guard let from = Day(iso: "2026-01-01"), let until = Day(iso: "2026-12-31") else { return }
        for size in sizes {
            let signed = try trail(size, from: from)
            var report: AuditReport?
            let model = try TrailSpeed.milliseconds {
                report = try AuditReport(signed, facts: facts, from: from, until: until)
            }
            guard let report else { return }
            var page = ""
            let html = TrailSpeed.milliseconds { page = report.html }
            var written = 0
            let tables = try TrailSpeed.milliseconds {
                written = try report.json.count + report.csv.reduce(0) { $0 + $1.text.utf8.count }
            }
            print(
                String(
                    format: "a report of a year with %d acts: %.2f s (%.2f of the 2 s allowed for "
                        + "50,000), its page %.2f s for %d MB, JSON and tables %.2f s for %d MB",
                    size,
                    model / 1000, model / 1000 / (2 * Double(size) / 50_000), html / 1000,
                    page.utf8.count >> 20, tables / 1000, written >> 20))
            if let path = ProcessInfo.processInfo.environment["VAULT_BENCH_PAGE"] {
                try Data(page.utf8).write(to: URL(filePath: path))
            }
        }
    }

    private static var facts: ReportFacts {
        ReportFacts(
            practice: ["Dr. Ada Sample"], program: "bench",
            habits: ActivityHabits(opens: 420, closes: 1260, chartsAnHour: 10, longestSilence: 12),
            reviewEveryDays: 31, lateAfterHours: 48)
    }

    private static func trail(_ size: Int, from: Day) throws -> SignedTrail {
        let signer = try TrailSpeed.Signer()
        let key = signer.key.publicKey
        var session = try TrailSpeed.Signer()
        let origin = SessionKeys.origin(
            vaultID: SessionKeys.vaultID(key: key, first: session.key.publicKey))
        var entries: [(entry: AuditEntry, note: String)] = []
        var (frontier, note) = (Frontier(), "")
        let start = UInt64(from.daysSince1970) * 86_400_000
        for number in 0..<size {
            let (act, record, details) = acts[number % acts.count]
            let turns = act == .vaultLock
            let next = turns ? try TrailSpeed.Signer() : session
            let client = UInt8(number / acts.count % 60 + 1)
            // Of the document that this round is about.
            let id = withUnsafeBytes(of: UInt64(number / acts.count).bigEndian) { Array($0) + $0 }
            let entry = try AuditEntry(
                number: UInt64(number),
                time: start + UInt64(number) * 86_400_000 / UInt64(size) * 365, zone: 0, act: act,
                ties: AuditEntry.Ties(
                    pseudonym: record
                        ? [UInt8](repeating: client, count: 16) : AuditEntry.Ties.noClient,
                    sessionKey: next.key.publicKey.bytes, previous: Hash(of: Array(note.utf8)),
                    tables: Hash(of: [1]), header: Hash(of: [2]), storage: 3_040_001),
                actor: "practitioner",
                client: record ? [UInt8](repeating: client, count: 16) : [],
                record: record ? id : [],
                rows: [RowDigest(sequence: UInt64(number), sealed: [UInt8(number % 251)])],
                details: details, salt: try Randomness.bytes(32))
            frontier.append(entry.leafHash)
            note = try Checkpoint(origin: origin, frontier: frontier)
                .signed(by: signer.key, session: session.key)
            entries.append((entry, note))
            session = next
        }
        return SignedTrail(
            key: try VerifierKey(name: origin, publicKey: key), entries: entries)
    }
}
