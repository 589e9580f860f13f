internal import Audit
internal import Foundation
internal import GRDB
internal import Sealing

extension Vault {
    /// Goes on from an older copy: the entry names what is given up, and the reason. That is what
    /// this computer remembers, and what the sticks saw.
    ///
    /// False when there is nothing to give up.
    package func restore(reason: RestoreReason, witnesses: [Witness] = []) throws -> Bool {
        let seen = try seen(witnesses)
        let standing = try standing(comparedWith: seen)
        guard self.standing != .current || standing != .current else { return false }
        try writeRestore(BegunRestore(reason: reason, lost: try lost(of: seen)), standing)
        return true
    }

    /// Writes the entry of a restore that was begun on this computer, whose file is this one; where
    /// only what this computer remembers was left behind, that.
    func finish(_ begun: BegunRestore, _ head: TrailHead) throws {
        if head.size == begun.entries {
            try writeRestore(begun, .older(seen: begun.lostEntries, here: begun.entries))
        } else {
            acceptStanding()
            do {
                try state.prepareCheckpoint(head.note ?? "").keep()
            } catch {
                // Tried again at the next opening, as long as the note is there.
            }
        }
        let remembered = try read { try judgeStanding(try TrailHead.load($0, vault: self), $0) }
        if remembered == .current { state.forgetRestore() }
    }

    private func writeRestore(_ begun: BegunRestore, _ standing: Standing) throws {
        var details: [AuditDetail: String] = [.reason: begun.reason.rawValue]
        if standing != .memoryChanged, begun.lostEntries > 0 {
            details[.witness] = "\(begun.lostEntries)"
            details[.digest] = begun.lostRoot
        }
        try commitWithoutStanding(AuditEvent(.vaultRestore, details: details)) { transaction in
            guard !begun.others.isEmpty else { return }
            try changeSettings(in: transaction) {
                $0.givenUp = Set($0.givenUp ?? []).union(begun.others).sorted()
            }
        }
        acceptStanding()
    }

    private var begunContext: SealContext {
        keys.context("restore.begun", record: [], owner: KeyRing.practice, revision: 1)
    }

    func remember(_ begun: BegunRestore) throws {
        try state.rememberRestore(
            try Envelope.seal(begun.bytes, with: keys.practiceKey, for: begunContext))
    }

    /// The restore that was begun with this very trail, or that this one went on from; nil for
    /// none, and for whatever else stands in its place.
    func begunRestore(of head: TrailHead, _ database: Database) throws -> BegunRestore? {
        guard let sealed = try state.begunRestore() else { return nil }
        do {
            let begun = try BegunRestore(
                bytes: try Envelope.open(sealed, with: keys.practiceKey, for: begunContext))
            let from = try Checkpoint(
                origin: origin, size: begun.entries, root: try Hash(begun.root))
            guard begun.entries > 0, try compare([from], with: head, database) == .current,
                try begun.entries == head.size || isRestore(begun.entries, database)
            else { return nil }
            return begun
        } catch {
            return nil
        }
    }

    private func isRestore(_ number: UInt64, _ database: Database) throws -> Bool {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT \(AuditRow.columns) FROM audit_entry
                WHERE number = ?
                """, arguments: [Int64(number)])
        return try row.map { try openEntry(try AuditRow($0)).act == .vaultRestore } ?? false
    }

    /// The checkpoints that are known of this vault outside its file.
    func seen(_ witnesses: [Witness]) throws -> [Checkpoint] {
        var seen = witnesses.map(\.checkpoint)
        if let note = try state.lastCheckpoint() {
            do {
                seen.append(try Checkpoint(verifying: note, origin: origin, key: publicKey))
            } catch {
                // Said by the standing: what this computer remembers was changed.
            }
        }
        return seen
    }

    func standing(comparedWith seen: [Checkpoint]) throws -> Standing {
        try read { try judge(seen, against: try TrailHead.load($0, vault: self), $0) }
    }

    /// Of what was seen elsewhere, what the present trail does not extend.
    func lost(of seen: [Checkpoint]) throws -> [Checkpoint] {
        try read { database in
            let head = try TrailHead.load(database, vault: self)
            return try seen.filter { try compare([$0], with: head, database) != .current }
        }
    }
}

/// A restore whose file has its place or is about to get it, and whose entry is not yet written.
///
/// Remembered on the disk before the file gets its place: whatever stops the computer in between,
/// the next opening of that file writes the entry. It stands for the trail it names and no other,
/// and is sealed, so that nobody without the vault's key makes an older copy pass for a restored one.
struct BegunRestore: Equatable, Sendable {
    var reason: RestoreReason
    /// The trail that is gone on from.
    var entries: UInt64 = 0
    var root: [UInt8] = []
    /// The longest trail that was seen elsewhere, and is given up; 0 for none.
    var lostEntries: UInt64 = 0
    var lostRoot = "-"
    /// The names of the other checkpoints that are given up with it.
    var others: [String] = []

    init(reason: RestoreReason, lost: [Checkpoint]) {
        self.reason = reason
        let lost = lost.sorted { $0.size < $1.size }
        guard let longest = lost.last else { return }
        lostEntries = longest.size
        lostRoot = longest.root.description
        others = Set(lost.map(\.name)).subtracting([longest.name]).sorted()
    }

    private static let label = "vault.restore/v1"

    var bytes: [UInt8] {
        var encoder = CanonicalBytes(label: Self.label)
        encoder.append(reason.rawValue)
        encoder.append(entries)
        encoder.append(root)
        encoder.append(lostEntries)
        encoder.append(lostRoot)
        encoder.append(others.joined(separator: "\n"))
        return encoder.bytes
    }

    init(bytes: [UInt8]) throws(SealingError) {
        var reader = try CanonicalReader(bytes, label: Self.label)
        guard let reason = RestoreReason(rawValue: try reader.text()) else { throw .malformed }
        self.init(reason: reason, lost: [])
        entries = try reader.number()
        root = try reader.field()
        lostEntries = try reader.number()
        lostRoot = try reader.text()
        others = try reader.text().split(separator: "\n").map(String.init)
        try reader.finish()
    }
}
