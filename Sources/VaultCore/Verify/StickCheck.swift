package import Age
package import Audit
internal import Documents
internal import Foundation
internal import GRDB
internal import Sealing
internal import Wording

/// One thing on a stick and what became of it.
package struct StickFinding: Equatable, Sendable, Encodable {
    package enum State: String, Sendable, Encodable {
        /// Everything about it was checked and holds.
        case whole
        /// It is byte for byte what was once written; nothing here opens it.
        case unchanged
        /// It could not be opened here, and nothing else knows it.
        case unopened
        /// Something about it does not hold.
        case damaged
        /// It and the vault went different ways, or it saw more than the vault has.
        case contradicts
        /// Not of this vault or this key.
        case foreign
    }

    package var name: String
    package var state: State
    /// In a sentence, without a name or a clinical word.
    package var words: String
}

/// Looks at everything on a stick: exports, backups, checkpoints.
///
/// With the vault it knows what it once wrote, opens what was sealed for its own key, and compares
/// every checkpoint with its trail. Without it, on somebody else's computer, it checks what the
/// public key and a passphrase or key for the file allow.
package struct StickCheck {
    private let path: String
    private let folder: ExportFolderFiles
    private let vault: Vault?
    private let key: VerifierKey?
    private let opening: (_ name: String, _ lock: AgeLock) throws -> UnsealKey?
    private let surroundings: Vault.Surroundings

    /// `opening` gives what opens a file with such a lock, or nil if nobody can.
    package init(
        _ path: String, vault: Vault?, key: VerifierKey?, surroundings: Vault.Surroundings,
        opening: @escaping (_ name: String, _ lock: AgeLock) throws -> UnsealKey?
    ) throws {
        self.path = path
        self.folder = try ExportFolderFiles(path)
        self.vault = vault
        self.key = key
        self.surroundings = surroundings
        self.opening = opening
    }

    /// What stands on the stick, in the order of the names. Files that are none of ours are left out.
    package func findings() throws -> [StickFinding] {
        let known = try vault.map { try $0.writtenFiles() } ?? [:]
        let destroyed = try vault.map { try $0.filesOfDestroyed() } ?? [:]
        var findings: [StickFinding] = []
        for name in folder.names {
            var finding: StickFinding?
            do {
                finding = try look(at: name, known, destroyed)
            } catch let error as any UserFacing {
                finding = StickFinding(name: name, state: .damaged, words: error.problem)
            }
            if let finding { findings.append(finding) }
        }
        return findings
    }

    private func look(
        at name: String, _ known: [String: Day], _ destroyed: [String: [String]]
    ) throws -> StickFinding? {
        let found = { (state: StickFinding.State, words: String) in
            StickFinding(name: name, state: state, words: words)
        }
        if FileNames.isLeftover(name) {
            return found(.unopened, "Something was cut off here; it never counted.")
        }
        if name.hasSuffix(Witness.suffix) { return try witness(name, found) }
        if FileNames.isTrail(name) { return try trail(name, found) }
        let check: ((String, Day?, Found) throws -> StickFinding)? =
            if FileNames.isSealedExport(name) {
                export
            } else if FileNames.isPages(name) {
                pages
            } else if FileNames.isBackup(name) {
                backup
            } else { nil }
        if let check {
            let digest = try digest(of: name)
            var finding = try check(name, known[digest], found)
            if let clients = destroyed[digest] {
                finding.words +=
                    " It may still hold \(clients.joined(separator: ", ")), destroyed in the vault."
            }
            return finding
        }
        if FileNames.isOpenExport(name) {
            let files = ExportFiles(in: try ExportFolderFiles(path + "/" + name))
            guard let verdict = try ExportVerdict(files) else {
                return found(.damaged, "Files of the export are missing.")
            }
            return judged(verdict, "Not encrypted: ", found)
        }
        return nil
    }

    private typealias Found = (StickFinding.State, String) -> StickFinding

    private func witness(_ name: String, _ found: Found) throws -> StickFinding {
        guard let note = String(validating: try small(name), as: UTF8.self) else {
            return found(.damaged, "This checkpoint is not in its form.")
        }
        guard let key = try vault?.ownKey ?? key else {
            return found(.unopened, "A checkpoint; the public key is needed to check it.")
        }
        guard note.hasPrefix(key.name + "\n") else {
            return found(.foreign, "A checkpoint of another vault.")
        }
        let checkpoint: Checkpoint
        do {
            checkpoint = try Checkpoint(verifying: note, origin: key.name, key: key.publicKey)
        } catch {
            return found(.damaged, "This checkpoint was changed.")
        }
        guard let vault else {
            return found(.whole, "A signed checkpoint of \(checkpoint.size) audit entries.")
        }
        let standing = try vault.standing(of: checkpoint)
        // The session's signature is not looked at by the vault's key.
        if standing == .current, try vault.isExchanged(note, checkpoint) {
            return found(.damaged, "This checkpoint was changed.")
        }
        return agreement(standing, "Saw \(checkpoint.size) audit entries", found)
    }

    private func agreement(_ standing: Standing, _ words: String, _ found: Found) -> StickFinding {
        guard let error = standing.error else {
            return found(.whole, words + "; the vault agrees.")
        }
        return found(.contradicts, words + ". " + error.problem)
    }

    private func export(_ name: String, _ written: Day?, _ found: Found) throws -> StickFinding {
        let when = written.map { "As it was written on \($0.iso)" }
        let lock = try AgeLock.needed { [file = try folder.file(name)] in try file.read($0) }
        if lock == .key, let vault {
            do {
                return try opened(name, with: .identity(try vault.ownIdentity()), when, found)
            } catch AgeError.noMatchingKey {
                // Sealed for others alone; what is typed may open it.
            }
        }
        if let key = try opening(name, lock) {
            do {
                return try opened(name, with: key, when, found)
            } catch let error as AgeError where [.wrongPassphrase, .noMatchingKey].contains(error) {
                // What was typed says nothing about the file.
                return found(.unopened, error.problem)
            }
        }
        if let when { return found(.unchanged, when + "; only its reader can open it.") }
        return vault == nil
            ? found(.unopened, "Encrypted; give --identity or a passphrase to check it.")
            : found(.damaged, "Not as this vault ever wrote it.")
    }

    private func opened(
        _ name: String, with key: borrowing UnsealKey, _ when: String?, _ found: Found
    ) throws -> StickFinding {
        let file = try folder.file(name)
        let archive = PassingArchive()
        switch key {
        case .passphrase(let passphrase):
            var opener = try AgeOpener(read: { try file.read($0) }, passphrase: passphrase)
            while try opener.next(archive.add) {}
        case .identity(let identity):
            var opener = try AgeOpener(read: { try file.read($0) }, identity: identity)
            while try opener.next(archive.add) {}
        }
        guard let files = archive.files, let verdict = try ExportVerdict(files) else {
            return found(.damaged, "It opens, and is no export of this program.")
        }
        return judged(verdict, when.map { $0 + "; it opens: " } ?? "It opens: ", found)
    }

    /// Everything inside holds, and the key is the one that was to be expected.
    private func judged(
        _ verdict: ExportVerdict, _ words: String, _ found: Found
    ) -> StickFinding {
        guard verdict.holds else { return found(.damaged, words + "something in it was changed.") }
        let count = verdict.documents == 1 ? "1 document" : "\(verdict.documents) documents"
        do {
            let expected =
                try vault.map { try $0.verifierKey } ?? key.map { $0.encoded } ?? verdict.key
            guard verdict.key == expected else {
                return found(.foreign, words + "\(count), signed with another key.")
            }
        } catch {
            return found(.damaged, words + "its key can't be read.")
        }
        return found(.whole, words + "\(count); all checksums, signatures and proofs hold.")
    }

    /// A trail that was handed to a reviewer: checked as he does it, and with the vault at hand.
    private func trail(_ name: String, _ found: Found) throws -> StickFinding {
        let checked: CheckedTrail
        do {
            checked = try CheckedTrail(path + "/" + name, of: vault?.ownKey ?? key, seen: [])
        } catch AuditError.otherKey {
            return found(.foreign, "A trail of another vault.")
        }
        guard checked.report.damage.isEmpty, let root = checked.report.root else {
            return found(.damaged, "This trail was changed; `vault audit verify` says where.")
        }
        let words = "A trail of \(checked.report.size) audit entries"
        if let end = checkpoint(beside: name, of: checked.key),
            end.size > checked.report.size
                || end.size == checked.report.size && end.root != root
        {
            return found(
                .contradicts,
                words + ". The checkpoint beside it saw \(end.size): it was cut or exchanged.")
        }
        guard let vault else { return found(.whole, words + ", as it was signed.") }
        let end = try Checkpoint(
            origin: checked.key.name, size: checked.report.size, root: root)
        return agreement(try vault.standing(of: end), words, found)
    }

    /// The checkpoint that was written with a trail, if it is still there and verifies.
    private func checkpoint(beside trail: String, of key: VerifierKey) -> Checkpoint? {
        let name = String(trail.dropLast(".txt".count)) + Witness.suffix
        guard folder.names.contains(name) else { return nil }
        do {
            return try Checkpoint(
                verifying: try small(name), origin: key.name, key: key.publicKey)
        } catch {
            return nil
        }
    }

    private func pages(_ name: String, _ written: Day?, _ found: Found) throws -> StickFinding {
        guard let day = written else {
            return vault == nil
                ? found(.unopened, "Pages with a password; nothing here can tell more.")
                : found(.damaged, "Not as this vault ever wrote it.")
        }
        return found(.unchanged, "As it was written on \(day.iso), with a password.")
    }

    private func backup(_ name: String, _ written: Day?, _ found: Found) throws -> StickFinding {
        guard let vault else { return found(.unopened, "A backup; its vault's program opens it.") }
        guard let id = ClosedVault.id(at: path + "/" + name) else {
            return found(.damaged, "This backup can't be read any more.")
        }
        guard id == vault.id else {
            return written.map {
                found(.unchanged, "A backup of the vault you took over, as written on \($0.iso).")
            } ?? found(.foreign, "A backup of another vault.")
        }
        let when = written.map { "As it was written on \($0.iso)" } ?? "Whole"
        let copy = try ClosedVault(at: path + "/" + name, surroundings: surroundings)
            .unlockUnsettled(with: try vault.duplicateKey())
        let report = try copy.verify(comparing: false)
        if let damage = report.damages.first { return found(.damaged, "Changed: \(damage.place).") }
        let standing = try vault.standing(of: try copy.head())
        return agreement(standing, when + ", with \(report.entries) audit entries", found)
    }

    private func digest(of name: String) throws -> String {
        let tally = Tally()
        try folder.read(name, tally.add)
        return tally.result.digest.hexText
    }

    private func small(_ name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try folder.read(name) { part in
            guard bytes.count + part.count <= 1 << 16 else { throw UnsealError.unreadable }
            bytes += part
        }
        return bytes
    }
}

extension Vault {
    /// The days on which exports and backups were written, here and in vaults that were taken over,
    /// and on which those came in, by the files' digests.
    func writtenFiles() throws -> [String: Day] {
        var files: [String: Day] = [:]
        let note = { (entry: AuditEntry) in
            guard [.exportDone, .backupMake, .importDone].contains(entry.act),
                let digest = entry[.digest],
                let moment = Moment(
                    milliseconds: Int64(clamping: entry.time), zoneOffsetMinutes: entry.zone)
            else { return }
            files[digest] = moment.day
        }
        for (record, trail) in try earlierTrails() { try forEachEntry(of: trail, record, note) }
        try forEachEntry(note)
        return files
    }

    /// Says in the trail that a stick was looked at, and what came of it.
    package func noteStick(_ findings: [StickFinding], isWhole: Bool) throws {
        try commit(
            AuditEvent(
                .vaultVerify,
                details: [
                    .method: "stick", .count: "\(findings.count)",
                    .outcome: isWhole ? "whole" : "does-not-hold",
                ]))
    }

    /// What a checkpoint that was kept elsewhere says about the present trail.
    func standing(of checkpoint: Checkpoint) throws -> Standing {
        try read { try judge([checkpoint], against: try TrailHead.load($0, vault: self), $0) }
    }

    /// Whether a checkpoint's note is another than the one that was signed here at its size, over
    /// the very same entries.
    func isExchanged(_ note: String, _ checkpoint: Checkpoint) throws -> Bool {
        guard checkpoint.size > 0 else { return false }
        return try read { database in
            guard checkpoint.size <= (try TrailHead.load(database, vault: self)).size else {
                return false
            }
            let ours = try self.note(at: checkpoint.size, database)
            return try note != ours
                && Checkpoint(verifying: ours, origin: origin, key: publicKey) == checkpoint
        }
    }

    /// The signed end of the trail.
    func head() throws -> Checkpoint {
        try read { database in
            guard let note = try TrailHead.load(database, vault: self).note else {
                throw VaultError.damaged("the audit trail is gone")
            }
            return try Checkpoint(verifying: note, origin: origin, key: publicKey)
        }
    }
}
