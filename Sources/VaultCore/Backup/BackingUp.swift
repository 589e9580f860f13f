internal import Audit
package import Documents
internal import Foundation
internal import Sealing
internal import Wording

/// What a backup left on the medium.
package struct BackupResult: Equatable, Sendable {
    package var name: String
    package var size: Int
    package var digest: String
    /// The trail's length and root that the copy leads to.
    package var entries: UInt64
    package var root: String
    /// From the first byte read to the last one written, then to the end of the check.
    package var copyMilliseconds: Int64
    package var checkMilliseconds: Int64
    /// Earlier backups that were taken away, so that no more are kept than she wants.
    package var removed: [String]
}

extension Vault {
    /// Days without a backup after which she is reminded.
    package static let backupReminder = 7

    /// Copies the vault's file into a folder on a stick, while other commands may go on.
    ///
    /// The copy is a whole vault, sealed as the file is. It is read back from the medium, opened
    /// with the vault's key and verified in every byte before it gets its name; only then does the
    /// trail say that there is a backup, and only then do the oldest ones go.
    package func backUp(
        to path: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> BackupResult {
        let file = try InputFile(self.path)
        defer { withExtendedLifetime(file) {} }
        let folder = try ExportFolder(path)
        try requireAgreement(with: try Witness.all(in: folder, for: self))
        try requireCurrent()
        try folder.removeLeftovers()
        try folder.requireRoom(for: try file.length())
        try commit(AuditEvent(.exportIntent, details: [.format: "vault"]))
        let now = surroundings.now()
        let name = "backup-\(now.fileName)-\(try Randomness.bytes(2).hexText)"
        var copied = now
        let copy: VaultCopy
        do {
            copy = try VaultCopy.write(
                file, of: self, as: name + Backups.suffix, into: folder, progress: progress
            ) { copy in
                copied = surroundings.now()
                try verifyCopy(copy, name + Backups.suffix + ".partial", in: folder)
                try folder.write(name + Witness.suffix, text: copy.note)
            }
        } catch {
            noteFailure(error)
            throw error
        }
        let done = surroundings.now()
        var details: [AuditDetail: String] = [
            .digest: copy.digest.hexText, .size: "\(copy.size)", .witness: "\(copy.entries)",
        ]
        details[.medium] = try mediumToken(of: folder)
        try commit(AuditEvent(.backupMake, details: details)) { transaction in
            try changeSettings(in: transaction) { $0.backedUp = now.day }
        }
        var removed: [String] = []
        do {
            removed = try Backups.removeAllBut(
                try settings().backupsKept ?? Backups.usuallyKept, of: self, in: folder,
                newest: name + Backups.suffix)
        } catch is ExportError {
            // The stick was pulled after all was done; the oldest ones go with the next backup.
        }
        return BackupResult(
            name: name + Backups.suffix, size: copy.size, digest: copy.digest.hexText,
            entries: copy.entries, root: copy.root,
            copyMilliseconds: copied.milliseconds - now.milliseconds,
            checkMilliseconds: done.milliseconds - copied.milliseconds, removed: removed)
    }

    /// Opens a copy from where it lies and checks everything in it. It is what was read of the vault;
    /// so damage is the vault's, unless the stick gives something else by now.
    private func verifyCopy(
        _ copy: VaultCopy, _ name: String, in folder: borrowing ExportFolder
    ) throws {
        do {
            guard let damage = try damage(of: copy, at: folder.path + "/" + name) else { return }
            let file = try folder.file(name)
            guard try Tally.reading({ try file.read($0) }) == (copy.size, copy.digest) else {
                throw ExportError.readBackDiffers
            }
            throw VaultError.damaged(damage)
        } catch let error as VaultError {
            guard case .damaged = error else { throw ExportError.failed }
            throw error
        } catch is UnsealError {
            throw ExportError.failed
        }
    }

    private func damage(of copy: VaultCopy, at path: String) throws -> String? {
        do {
            let opened = try ClosedVault(at: path, surroundings: surroundings)
                .unlockUnsettled(with: try duplicateKey())
            let report = try opened.verify(comparing: false)
            guard report.damages.isEmpty else { return report.damages.first?.place }
            guard report.root == copy.root else { throw ExportError.readBackDiffers }
            return nil
        } catch VaultError.damaged(let place) {
            return place
        }
    }

    /// The last backup, and the days since then or since the vault was made. One from a day that is
    /// still to come, by a clock that was wrong, is as good as none.
    package func lastBackup(on today: Day) throws -> (day: Day?, daysWithout: Int) {
        let last = try settings().backedUp
        if let last, last > today { return (nil, Self.backupReminder) }
        let made = Moment(
            milliseconds: Int64(clamping: header.madeAt), zoneOffsetMinutes: 0)?.day
        let from = last ?? made ?? today
        return (last, max(0, today.daysSince1970 - from.daysSince1970))
    }
}

/// The backups of a vault in a folder, oldest first by their names.
struct Backups {
    static let suffix = ".vault"
    static let usuallyKept = 10

    private(set) var names: [String]

    /// Those of one vault that are files of their own: neither links nor the vault itself.
    init(of vault: Vault, in folder: borrowing ExportFolder) throws {
        var live = stat()
        guard stat(vault.path, &live) == 0 else { throw VaultError.fromSystem(errno) }
        var found: [(time: String, written: timespec, name: String)] = []
        for name in try folder.names() where FileNames.isBackup(name) {
            guard let status = folder.status(of: name),
                status.st_ino != live.st_ino || status.st_dev != live.st_dev,
                ClosedVault.id(at: folder.path + "/" + name) == vault.id
            else { continue }
            found.append((FileNames.time(ofBackup: name), status.st_mtim, name))
        }
        // Of the same second, the one that was written last is the newest.
        names = found.sorted {
            ($0.time, $0.written.tv_sec, $0.written.tv_nsec)
                < ($1.time, $1.written.tv_sec, $1.written.tv_nsec)
        }.map(\.name)
    }

    /// Takes away the oldest; the one just made stays, whatever the names of others say.
    static func removeAllBut(
        _ kept: Int, of vault: Vault, in folder: borrowing ExportFolder, newest: String
    ) throws -> [String] {
        let others = try Backups(of: vault, in: folder).names.filter { $0 != newest }
        var removed: [String] = []
        for name in others.dropLast(max(0, kept - 1)) where folder.remove(name) {
            removed.append(name)
        }
        return removed
    }
}

extension Moment {
    /// For names that sort by time: 2026-11-28-140509.
    var fileName: String {
        let digits = iso.prefix(19).map { $0 == "T" ? "-" : $0 }.filter { $0 != ":" }
        return String(digits)
    }
}
