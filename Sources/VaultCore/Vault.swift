internal import Audit
package import Documents
internal import Foundation
internal import GRDB
package import Sealing

/// An open vault: the file, its keys, and the only way to read and write what it holds.
///
/// Made by unlocking a ``ClosedVault``. Everything that changes or shows a client's record goes
/// through ``commit(_:_:)``, which takes the audit event; nothing else writes.
package final class Vault {
    private(set) var storage: Storage
    private(set) var header: VaultHeader
    let keys: KeyRing
    let state: StateFolder
    let surroundings: Surroundings
    /// Whether this file is the newest copy this computer has seen.
    package private(set) var standing: Standing
    /// What was read of the newest revisions so far; later rows are added at the next look.
    var known: SummarySnapshot?
    /// Which fields of a record are searched, by what it is; filled when needed.
    var writtenFields: [RecordType: WrittenFields] = [:]
    /// The library as it was made last, and the settings that went into it.
    var madeLibrary: (settings: Settings, library: Library)?
    /// Whether a row was met that does not open.
    var hasDamagedRows = false
    /// The key that the trail's checkpoints are signed with now, once it was needed.
    var session: SessionSigner?
    /// The certificates of clients who came back with a backup and were destroyed again just now, for
    /// whoever opened the vault to tell.
    package var destroyedAgain: [RecordSummary] = []
    /// Those who came back and stay, because she said so.
    package var keptReturned: [RecordSummary] = []
    /// Whether this computer's list of destroyed clients could not be read, and was made anew.
    package var lostDestroyedList = false
    /// Whether none is to be destroyed again while this vault opens.
    var keepsReturned = false
    /// Set when a slot has just opened this vault, for the trail.
    var opening: Opening?

    /// What comes in from outside: the clock, and where this computer keeps its memory.
    package struct Surroundings: Sendable {
        package var now: @Sendable () -> Moment
        package var stateRoot: String
        package var program: String

        package init(now: @escaping @Sendable () -> Moment, stateRoot: String, program: String) {
            self.now = now
            self.stateRoot = stateRoot
            self.program = program
        }
    }

    init(
        storage: Storage, header: VaultHeader, vaultKey: consuming SecretKey,
        surroundings: Surroundings
    ) throws {
        self.storage = storage
        self.header = header
        self.surroundings = surroundings
        keys = try KeyRing(vaultKey: vaultKey, header: header)
        state = StateFolder(root: surroundings.stateRoot, vaultID: header.vaultID)
        standing = .current
    }

    package var path: String { storage.path }
    package var id: [UInt8] { header.vaultID }
    package var publicKey: PublicKey { header.publicKey }
    package var origin: String { header.origin }

    /// A second copy of the vault key, for the process that keeps the vault open.
    package func duplicateKey() throws(SealingError) -> SecretKey { try keys.vaultKey.duplicate() }

    /// Reads, with storage errors put into words.
    func read<R>(_ body: (Database) throws -> R) throws -> R {
        do {
            return try storage.queue.read(body)
        } catch {
            throw storage.hasMoved ? VaultError.busy : VaultError.fromStorage(error)
        }
    }

    /// Checks the trail's head against its signature and against what was seen before, prepares
    /// the client keys, and notes an opening by passphrase. The first thing after unlocking.
    package func settle() throws {
        var last: AuditEntry?
        let begun = try read { database in
            let head = try TrailHead.load(database, vault: self)
            last = head.last
            standing = try judgeStanding(head, database)
            try head.checkTotals(database, vault: self)
            if opening != nil, !storage.hasMoved { RewrittenFile.removeLeftovers(of: path) }
            return try begunRestore(of: head, database).map { ($0, head) }
        }
        if standing != .current, storage.hasMoved { throw VaultError.busy }
        if let (begun, head) = begun { try finish(begun, head) }
        if standing == .current { destroyWhatReturned(after: last) }
        if standing == .current, let opening { try note(opening, after: last?.clock ?? 0) }
    }

    /// Unwraps the client keys added since the last look, also by commands that run beside this one.
    /// One that is damaged makes that client's records unreadable, and no others.
    func prepareKeys(_ database: Database) throws {
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT sequence, owner, sealed FROM owner_key WHERE sequence > ? ORDER BY sequence
                """, arguments: [keys.lastSequence])
        {
            do {
                try keys.unwrap(try OwnerKeyRow(row))
            } catch {
                hasDamagedRows = true
            }
        }
    }

    /// Throws if something could not be read since this vault was opened.
    package func requireWhole() throws {
        if hasDamagedRows { throw VaultError.damaged("some records can't be opened") }
    }

    /// Which slot opened the vault, and how often someone failed before.
    struct Opening {
        var slot: KeySlot
        var failures: FailedAttempts
    }

    /// `shown` is what the clock showed at the last act.
    private func note(_ opened: Opening, after shown: Int64) throws {
        opening = nil
        // A clock that went back is noted, not hidden; what it shows now goes into the entry.
        if surroundings.now().milliseconds < shown {
            try commit(AuditEvent(.clockJump))
        }
        if opened.failures.count > 0 {
            try commit(
                AuditEvent(.vaultOpenFailed, details: [.count: "\(opened.failures.count)"]))
            try state.remember(FailedAttempts())
        }
        let kind = opened.slot.kind
        var details: [AuditDetail: String] = [.method: kind.rawValue]
        if kind != .passphrase { details[.slot] = "\(opened.slot.number)" }
        let acts: [SlotKind: AuditAct] = [.recovery: .recoveryUse, .executor: .executorUse]
        try commit(AuditEvent(acts[kind] ?? .vaultOpen, details: details))
        try noteEndedConsents()
    }

    /// Commits one act: what `body` appends and the entry about it, together or not at all.
    ///
    /// The next checkpoint lies synced beside the last one before SQLite commits, and takes its
    /// place after. If the machine stops between the two, the vault is ahead of the remembered
    /// checkpoint, which is consistent and mends itself at the next act.
    package func commit<R>(
        _ event: AuditEvent, _ body: (Transaction) throws -> R
    ) throws -> R {
        try requireCurrent()
        return try commitWithoutStanding(event, body)
    }

    /// The same for an act that shows or notes something and appends no record.
    package func commit(_ event: AuditEvent) throws {
        try commit(event) { _ in }
    }

    /// Used by ``commit(_:_:)`` and by the one act that makes an older copy the current one.
    func commitWithoutStanding<R>(
        _ event: AuditEvent, _ body: (Transaction) throws -> R
    ) throws -> R {
        try commit(event, to: storage, beginning: { try Transaction($0, vault: self) }, body)
    }

    /// The same to a file that is not yet the vault's: `beginning` fills it, and `placing` makes it
    /// the vault's once it holds all.
    func commit<R>(
        _ event: AuditEvent, to storage: Storage,
        beginning: (Database) throws -> Transaction, placing: () throws -> Void = {},
        _ body: (Transaction) throws -> R
    ) throws -> R {
        var prepared: PreparedFile?
        var turn: SessionTurn?
        do {
            var result: R?
            var changed: VaultHeader?
            try storage.queue.inTransaction(.immediate) { database in
                let transaction = try beginning(database)
                result = try body(transaction)
                let note = try transaction.finish(event) { last in
                    let keys = try self.turn(after: last, event.act)
                    turn = keys
                    return keys
                }
                changed = transaction.changedHeader
                prepared = try state.prepareCheckpoint(note)
                return .commit
            }
            try placing()
            // Committed from here on. Without the rename the memory is older and still consistent, so
            // a failure must not make her believe that nothing was saved.
            do { try prepared.take()?.keep() } catch {}
            turn.map(committed)
            if let changed { header = changed }
            guard let result else { throw VaultError.diskFailed }
            return result
        } catch {
            prepared.take()?.discard()
            turn.map(discarded)
            throw storage.hasMoved ? VaultError.busy : VaultError.fromStorage(error)
        }
    }

    /// Throws unless this is the newest copy this computer has seen.
    package func requireCurrent() throws {
        if let error = standing.error { throw error }
    }

    func acceptStanding() { standing = .current }

    /// Goes on in the file that has taken the place of the one that was open.
    func reopen() throws { storage = try Storage.open(at: path) }
}

/// Whether a file is the newest copy, judged against the remembered checkpoint.
package enum Standing: Equatable, Sendable {
    /// The trail extends everything seen before.
    case current
    /// The trail is shorter than one that was seen before.
    case older(seen: UInt64, here: UInt64)
    /// What this computer remembers is not what it wrote.
    case memoryChanged
    /// The trail and one that was seen before differ at the same length.
    case fork(here: String, elsewhere: String, common: UInt64)

    package var error: VaultError? {
        switch self {
        case .current: nil
        case .memoryChanged: .memoryChanged
        case .older(let seen, let here): .olderCopy(seen: seen, here: here)
        case .fork(let here, let elsewhere, let common):
            .fork(here: here, elsewhere: elsewhere, common: common)
        }
    }
}

extension AuditEntry {
    /// What the wall clock showed, in milliseconds UTC: the entry's time, but where that was behind.
    fileprivate var clock: Int64 { self[.clock].flatMap { Int64($0) } ?? Int64(clamping: time) }
}
