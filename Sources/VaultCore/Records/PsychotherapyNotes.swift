internal import Audit
package import Documents
internal import GRDB
package import Sealing

/// One psychotherapy note as its own list shows it.
package struct PsychotherapyNote: Equatable, Sendable {
    package var record: RecordID
    package var client: RecordID
    package var revision: UInt64
    package var content: Content

    package struct Content: Codable, Equatable, Sendable {
        package var number: UInt64
        package var day: String
        package var text: String
    }

    package var shortName: String { "P\(content.number)" }
}

/// Psychotherapy notes (45 CFR 164.501): "separated from the rest of the individual's medical
/// record" by table, by key and by type.
///
/// No other part of the program reads this table: lists, search, documents, exports and reports
/// are made from ``RecordSummary`` values, and no note ever becomes one. Only this type, made with
/// the key above all psychotherapy keys, opens them.
package struct PsychotherapyNotes: ~Copyable {
    private let vault: Vault
    private let key: SecretKey

    /// `second` asks for the second passphrase; it is called only where there is one.
    package init(of vault: Vault, second: () throws -> Passphrase) throws {
        self.vault = vault
        if vault.header.psychotherapy == nil {
            // A vault of version 1 gets its key with the first look.
            try vault.commit(AuditEvent(.settingsChange, details: [.setting: "psychotherapy-key"]))
            {
                try $0.changeHeader { _ in }
            }
        }
        guard let lock = vault.header.psychotherapy else { throw VaultError.diskFailed }
        do {
            key = try lock.unwrap(vault: vault.id, vaultKey: vault.keys.vaultKey, second: second)
        } catch SealingError.wrongPassphrase {
            // Counted with the other failures: the next try waits, the next opening tells.
            var failures = try vault.state.failures()
            failures.count += 1
            failures.last = vault.surroundings.now().milliseconds / 1000
            try vault.state.remember(failures)
            throw VaultError.wrongSecondPassphrase
        }
    }

    /// All notes of a client, or of all, oldest first; each as it stands now.
    package func all(of client: RecordSummary? = nil) throws -> [PsychotherapyNote] {
        let rows = try vault.read { try PsychotherapyRow.all($0) }
        return try newest(rows, of: client?.owner.bytes)
    }

    /// The note of this number, opened; the trail says that it was looked at.
    package func view(_ name: String) throws -> PsychotherapyNote {
        guard let found = try all().first(where: { $0.shortName == name.uppercased() }) else {
            throw VaultError.unknown("psychotherapy note of that number")
        }
        try vault.commit(
            AuditEvent(.psychotherapyNoteView, client: found.client, record: found.record))
        return found
    }

    package func add(
        _ text: String, day: String, of client: RecordSummary
    ) throws -> PsychotherapyNote {
        let record = try vault.newRecord()
        var note: PsychotherapyNote?
        try vault.commit(
            AuditEvent(.psychotherapyNoteCreate, client: client.owner, record: record)
        ) { transaction in
            let rows = try transaction.psychotherapyRows()
            let last = try newest(rows, of: nil).map(\.content.number).max() ?? 0
            let content = PsychotherapyNote.Content(number: last + 1, day: day, text: text)
            let owner = client.owner.bytes
            let clientKey: SecretKey
            if let kept = rows.first(where: { $0.revision == 0 && $0.owner == owner }) {
                clientKey = try open(kept)
            } else {
                clientKey = try SecretKey.random()
                let sealed = try Envelope.sealKey(clientKey, with: key, for: keyContext(owner))
                try transaction.append { sequence in
                    PsychotherapyRow(
                        sequence: sequence, record: owner, revision: 0, owner: owner,
                        sealed: sealed)
                }
            }
            try append(content, record: record, revision: 1, owner, clientKey, transaction)
            note = PsychotherapyNote(
                record: record, client: client.owner, revision: 1, content: content)
        }
        guard let note else { throw VaultError.diskFailed }
        return note
    }

    /// Appends a new revision; earlier ones stay.
    package func change(_ note: PsychotherapyNote, to text: String) throws {
        var content = note.content
        content.text = text
        try vault.commit(
            AuditEvent(.psychotherapyNoteChange, client: note.client, record: note.record)
        ) { transaction in
            let owner = note.client.bytes
            guard
                let kept = try transaction.psychotherapyRows().first(where: {
                    $0.revision == 0 && $0.owner == owner
                })
            else { throw VaultError.damaged("the key of psychotherapy notes") }
            try append(
                content, record: note.record, revision: note.revision + 1, owner, try open(kept),
                transaction)
        }
    }

    /// Sets, changes or (with nil) takes away the second passphrase: rewraps one key.
    package func protect(
        with second: consuming Passphrase?, cost: PassphraseCost = .standard
    ) throws {
        let lock: PsychotherapyLock
        if let second {
            lock = try PsychotherapyLock.wrap(
                key, under: second, cost: cost, vault: vault.id, vaultKey: vault.keys.vaultKey)
        } else {
            lock = try PsychotherapyLock.wrap(key, vault: vault.id, vaultKey: vault.keys.vaultKey)
        }
        let event = AuditEvent(.settingsChange, details: [.setting: "psychotherapy-passphrase"])
        try vault.commit(event) { transaction in
            try transaction.changeHeader { $0.psychotherapy = lock }
        }
    }

    private func append(
        _ content: PsychotherapyNote.Content, record: RecordID, revision: UInt64,
        _ owner: [UInt8], _ clientKey: borrowing SecretKey, _ transaction: Transaction
    ) throws {
        let sealed = try Envelope.seal(
            try JSON.bytes(content), with: clientKey,
            for: noteContext(record.bytes, owner, revision))
        try transaction.append { sequence in
            PsychotherapyRow(
                sequence: sequence, record: record.bytes, revision: Int64(revision),
                owner: owner, sealed: sealed)
        }
    }

    /// Opens the newest revision of each note.
    func newest(
        _ rows: [PsychotherapyRow], of owner: [UInt8]?
    ) throws -> [PsychotherapyNote] {
        var latest: [[UInt8]: PsychotherapyRow] = [:]
        var order: [[UInt8]] = []
        for row in rows where row.revision > 0 && (owner == nil || row.owner == owner) {
            // An older row that took a newer one's place leaves a gap or a repetition (attack 4).
            guard row.revision == 1 + (latest[row.record]?.revision ?? 0) else {
                throw VaultError.damaged("row \(row.sequence) is not the next of its note")
            }
            if latest.updateValue(row, forKey: row.record) == nil { order.append(row.record) }
        }
        return try order.compactMap { latest[$0] }.map { row in
            guard let kept = rows.first(where: { $0.revision == 0 && $0.owner == row.owner }),
                let record = RecordID(bytes: row.record), let client = RecordID(bytes: row.owner)
            else { throw VaultError.damaged("the key of psychotherapy notes") }
            let revision = UInt64(bitPattern: row.revision)
            let bytes = try Envelope.open(
                row.sealed, with: try open(kept), for: noteContext(row.record, row.owner, revision))
            return PsychotherapyNote(
                record: record, client: client, revision: revision,
                content: try vault.decoded(PsychotherapyNote.Content.self, bytes))
        }
    }

    private func open(_ row: PsychotherapyRow) throws -> SecretKey {
        try Envelope.openKey(row.sealed, with: key, for: keyContext(row.owner))
    }

    private func keyContext(_ owner: [UInt8]) -> SealContext {
        vault.keys.context("psychotherapy.client-key", record: owner, owner: owner, revision: 0)
    }

    private func noteContext(
        _ record: [UInt8], _ owner: [UInt8], _ revision: UInt64
    ) -> SealContext {
        vault.keys.context("psychotherapy.note", record: record, owner: owner, revision: revision)
    }
}

extension Vault {
    /// Seconds to wait before the next attempt at a passphrase, after wrong ones.
    package func waitBeforeAttempt() throws -> Int64 {
        try state.failures().remaining(now: surroundings.now().milliseconds / 1000)
    }

    /// Whether psychotherapy notes ask for a second passphrase.
    package var psychotherapyNeedsPassphrase: Bool {
        header.psychotherapy?.needsPassphrase ?? false
    }
}
