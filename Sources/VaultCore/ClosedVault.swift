internal import Audit
package import Documents
internal import Foundation
internal import GRDB
package import Sealing

/// A vault file whose identity and structure were checked, still locked.
package struct ClosedVault {
    private let storage: Storage
    private let header: VaultHeader
    private let surroundings: Vault.Surroundings
    private let state: StateFolder

    package init(at path: String, surroundings: Vault.Surroundings) throws {
        let storage = try Storage.open(at: path)
        self.storage = storage
        self.surroundings = surroundings
        let bytes = try Self.reading {
            try storage.queue.read { try Row.fetchAll($0, sql: "SELECT id, header FROM vault") }
        }
        guard bytes.count == 1, let row = bytes.first else {
            throw VaultError.damaged("its header is missing")
        }
        header = try VaultHeader(bytes: try row.bytes(1))
        state = StateFolder(root: surroundings.stateRoot, vaultID: header.vaultID)
    }

    package var id: [UInt8] { header.vaultID }

    /// Which vault the file at a place is; nil for none. Nothing is written, also where the file
    /// is of an older version.
    static func id(at path: String) -> [UInt8]? {
        do {
            return try Storage.headerOnly(at: path).map { try VaultHeader(bytes: $0).vaultID }
        } catch {
            return nil
        }
    }

    /// The signed checkpoint that this computer saw last.
    package func lastCheckpoint() throws -> String? { try state.lastCheckpoint() }

    /// Whether there is a slot of this kind to open it with.
    package func has(_ kind: SlotKind) -> Bool { header.slots.contains { $0.kind == kind } }

    /// Seconds to wait before the next attempt, after wrong ones.
    package func waitBeforeAttempt() throws -> Int64 {
        let now = surroundings.now().milliseconds / 1000
        return try state.failures().remaining(now: now)
    }

    /// Opens with the passphrase, the recovery code or the executor's secret, and writes into the
    /// trail that it did.
    package func unlock(
        with secret: borrowing Passphrase, kind: SlotKind = .passphrase
    ) throws -> Vault {
        let vault = try unlockUnsettled(with: secret, kind: kind)
        try vault.settle()
        return vault
    }

    /// Opens with the key that a session holds.
    package func unlock(with key: consuming SecretKey) throws -> Vault {
        let vault = try unlockUnsettled(with: key)
        try vault.settle()
        return vault
    }

    /// Opens without looking at the trail, for whoever verifies it next.
    package func unlockUnsettled(with key: consuming SecretKey) throws -> Vault {
        try Vault(storage: storage, header: header, vaultKey: key, surroundings: surroundings)
    }

    /// The same with what opens a slot; ``Vault/settle()`` then writes that it was opened.
    package func unlockUnsettled(
        with secret: borrowing Passphrase, kind: SlotKind = .passphrase
    ) throws -> Vault {
        var opened: KeySlot?
        let key = try vaultKey(with: secret, kind: kind, opened: &opened)
        let vault = try unlockUnsettled(with: key)
        vault.opening = try opened.map { Vault.Opening(slot: $0, failures: try state.failures()) }
        return vault
    }

    /// Whether this secret opens a slot of its kind; nothing is opened.
    package func opens(with secret: borrowing Passphrase, kind: SlotKind) throws -> Bool {
        for slot in header.slots where slot.kind == kind {
            do {
                _ = try slot.unwrap(with: secret, vault: header.vaultID)
                return true
            } catch .wrongPassphrase {
                continue
            }
        }
        return false
    }

    /// Whether this passphrase opens the vault; for the moment of signing.
    package func authenticate(with passphrase: borrowing Passphrase) throws {
        var opened: KeySlot?
        let key = try vaultKey(with: passphrase, kind: .passphrase, opened: &opened)
        try header.authenticate(with: key)
    }

    private func vaultKey(
        with secret: borrowing Passphrase, kind: SlotKind, opened: inout KeySlot?
    ) throws -> SecretKey {
        for slot in header.slots where slot.kind == kind {
            do {
                let key = try slot.unwrap(with: secret, vault: header.vaultID)
                opened = slot
                return key
            } catch .wrongPassphrase {
                continue
            }
        }
        var failures = try state.failures()
        failures.count += 1
        failures.last = surroundings.now().milliseconds / 1000
        try state.remember(failures)
        throw SealingError.wrongPassphrase
    }

    private static func reading<R>(_ body: () throws -> R) throws -> R {
        do { return try body() } catch { throw VaultError.fromStorage(error) }
    }
}

extension Vault {
    /// Makes a new vault file with the practice's profile in it. Leaves nothing behind on failure.
    package static func create(
        at path: String, passphrase: borrowing Passphrase, cost: PassphraseCost,
        practice: Entries, surroundings: Surroundings
    ) throws -> Vault {
        let vaultKey = try SecretKey.random()
        let seed = try SecretKey.random()
        let firstSession = try SecretKey.random()
        let id = SessionKeys.vaultID(
            key: try SigningKey(seed: seed).publicKey,
            first: try SigningKey(seed: firstSession).publicKey)
        let now = UInt64(max(0, surroundings.now().milliseconds))
        let slot = try KeySlot.wrap(
            vaultKey, under: passphrase, kind: .passphrase, number: 1, madeAt: now, cost: cost,
            vault: id)
        let header = try VaultHeader(
            vaultID: id, madeAt: now, slots: [slot], seed: seed, vaultKey: vaultKey)
        let storage = try Storage.create(at: path)
        do {
            let vault = try Vault(
                storage: storage, header: header, vaultKey: vaultKey, surroundings: surroundings)
            vault.session = try vault.newSession(seed: firstSession)
            try vault.commitWithoutStanding(
                AuditEvent(.vaultCreate, details: [.digest: Digest.sha256(header.bytes).hexText])
            ) { transaction in
                try transaction.writeHeader(header)
                try transaction.append(
                    RecordHeader(
                        type: .practice, number: 1, writtenAt: now),
                    body: try JSON.bytes(practice), record: try transaction.newRecordID(),
                    owner: KeyRing.practice)
            }
            return vault
        } catch {
            unlink(path)
            throw VaultError.fromStorage(error)
        }
    }
}
