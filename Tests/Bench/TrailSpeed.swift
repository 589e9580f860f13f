import Audit
import Documents
import Foundation
import Sealing
import VaultCore

/// What an entry of the audit trail costs when it is written, and a whole trail when it is checked.
enum TrailSpeed {
    /// Checks trails that travel, of three sizes, each entry with its opening, a new session key
    /// at every twentieth.
    static func check(_ sizes: [Int]) throws {
        let signature = try signatureCheck()
        print(
            String(
                format: "one signature is checked in %.0f µs here; with one for each session of "
                    + "%d entries, %.1f µs of each entry are that", signature, session,
                signature / Double(session)))
        for size in sizes {
            let path = NSTemporaryDirectory() + "bench-\(size).trail"
            defer { try? FileManager.default.removeItem(atPath: path) }
            try write(size, to: path)
            var entries: UInt64 = 0
            let took = try milliseconds {
                let checked = try CheckedTrail(path, of: nil, seen: [])
                try checked.report.requireSound()
                entries = checked.report.size
            }
            print(
                String(
                    format: "a trail of %d entries checked in %.2f s on one core, %.2f of the "
                        + "10 s allowed for a million; %.1f µs each, at most %d MB in all", entries,
                    took / 1000, took / 1000 / (10 * Double(size) / 1_000_000),
                    took * 1000 / Double(size), peak()))
        }
    }

    /// Appends to a vault, and compares what an entry costs early and late.
    static func append(_ sizes: [Int]) throws {
        let folder = NSTemporaryDirectory() + "bench-trail-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard let now = Moment(milliseconds: 1_795_460_400_000, zoneOffsetMinutes: 0) else {
            return
        }
        let typed = Array("plum lantern gravel orbit".utf8)
        let vault = try Vault.create(
            at: folder + "/bench.vault",
            passphrase: Passphrase(SecretBytes(count: typed.count) { $0.copyBytes(from: typed) }),
            cost: .floor, practice: Entries(["name": "Dr. Ada Sample"]),
            surroundings: Vault.Surroundings(
                now: { now }, stateRoot: folder + "/state", program: "bench"))
        var written = 1
        var first: Double?
        for size in sizes {
            while written < size - 200 {
                try vault.commit(AuditEvent(.auditView))
                written += 1
            }
            var times: [Double] = []
            for _ in 0..<200 {
                times.append(try milliseconds { try vault.commit(AuditEvent(.auditView)) })
                written += 1
            }
            let median = times.sorted()[100]
            first = first ?? median
            print(
                String(
                    format: "entry %d is written in %.3f ms of work, %.2f of what entry %d costs",
                    size, median, median / (first ?? median), sizes[0]))
        }
    }

    /// How many entries each session of a sample has.
    private static let session = 20

    /// Microseconds that libsodium takes for one.
    private static func signatureCheck() throws -> Double {
        let key = try SigningKey(seed: .random())
        let text = [UInt8](repeating: 7, count: 200)
        let signature = key.sign(text)
        let (rounds, publicKey) = (2000, key.publicKey)
        var held = 0
        let took = milliseconds {
            for _ in 0..<rounds where publicKey.verifies(signature, of: text) { held += 1 }
        }
        return took * 1000 / Double(held)
    }

    /// Keys can't be copied, a box can.
    final class Signer {
        let key: SigningKey
        init() throws { key = try SigningKey(seed: .random()) }
    }

    private static func write(_ size: Int, to path: String) throws {
        FileManager.default.createFile(atPath: path, contents: nil)
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        let signer = try Signer()
        let key = signer.key.publicKey
        var current = try Signer()
        let origin = SessionKeys.origin(
            vaultID: SessionKeys.vaultID(key: key, first: current.key.publicKey))
        var text = TrailFile.heading(try VerifierKey(name: origin, publicKey: key))
        var frontier = Frontier()
        var previous = Hash(of: [])
        for number in 0..<size {
            let turns = number % session == session - 1
            let next = turns ? try Signer() : current
            let entry = try AuditEntry(
                number: UInt64(number), time: 1_795_460_400_000 + UInt64(number), zone: 0,
                act: .clientView,
                ties: AuditEntry.Ties(
                    pseudonym: [UInt8](repeating: 7, count: 16),
                    sessionKey: next.key.publicKey.bytes,
                    previous: previous, tables: previous, header: previous, storage: 3_040_001),
                actor: "vault/0.1.0", client: Array(0..<16), record: Array(16..<32),
                rows: [RowDigest(sequence: UInt64(number), digest: previous)],
                details: [.init(.kind, "progress-note.soap"), .init(.size, "\(number)")],
                salt: try Randomness.bytes(32))
            frontier.append(entry.leafHash)
            var note: String?
            if turns || number == size - 1 {
                note = try Checkpoint(origin: origin, frontier: frontier)
                    .signed(by: signer.key, session: current.key)
            }
            previous = Hash(of: Array((note ?? "-").utf8))
            text += TrailFile.line(of: entry, note: note)
            current = next
            if text.utf8.count > 1 << 20 {
                try file.write(contentsOf: Data(text.utf8))
                text = ""
            }
        }
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = clock()
        try work()
        return Double(clock() - start) / 1000
    }

    private static func peak() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
