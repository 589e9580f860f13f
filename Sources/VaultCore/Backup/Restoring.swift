internal import Audit
package import Documents
internal import Foundation
internal import Sealing
internal import Wording

/// What a copy is to this computer, before anything is decided about it.
package struct CopyStanding: Equatable, Sendable {
    /// Its audit entries, and when the last of them was written.
    package var entries: UInt64
    package var last: Moment?
    package var size: Int
    /// Compared with what this computer and the stick saw last; nil when none of them ever saw
    /// this vault.
    package var standing: Standing?
    /// Another vault's file, or none, stands at the place it would go to.
    package var replacesOther: Bool
}

/// Brings a vault's file back from a backup, or tries whether that would work.
package struct Restoring {
    let surroundings: Vault.Surroundings
    /// Asks for what opens the copy; nothing in it was looked at yet.
    let unlock: (ClosedVault) throws -> Vault
    let progress: (_ done: Int, _ total: Int) -> Void

    package init(
        surroundings: Vault.Surroundings,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in },
        unlock: @escaping (ClosedVault) throws -> Vault
    ) {
        self.surroundings = surroundings
        self.progress = progress
        self.unlock = unlock
    }

    /// Puts a copy of the file at `source` at `place`, and gives the opened vault there and the
    /// name under which an earlier file was set aside.
    ///
    /// The copy is read back, opened and verified in every byte before it gets its name; nothing
    /// is overwritten. `agree` is told what the copy is and throws if she does not want it.
    package func restore(
        _ source: String, to place: String, reason: RestoreReason, settingAside: Bool,
        keepingDestroyed: Bool = false, sticks: [String] = [],
        agree: (CopyStanding) throws -> Void
    ) throws -> (vault: Vault, setAside: String?) {
        let (folder, name) = try Self.parts(of: place)
        guard settingAside || !exists(place) else { throw RestoreError.placeTaken }
        var key: SecretKey?
        var undo: [() -> Void] = []
        var kept: String?
        do {
            try copying(source, to: folder, as: name) { path in
                let vault = try RestoreError.judging {
                    try unlock(try ClosedVault(at: path, surroundings: surroundings))
                }
                let (beside, _) = try Self.parts(of: source)
                let seen = try vault.seen(
                    try Witness.all(in: beside, for: vault, leavingOutChanged: true)
                        + sticks.flatMap { try Witness.all(in: $0, for: vault) })
                try agree(
                    try RestoreError.judging {
                        try inspect(vault, at: path, seen, instead: place)
                    })
                key = try vault.duplicateKey()
                let head = try vault.read { try TrailHead.load($0, vault: vault) }
                var begun = BegunRestore(reason: reason, lost: try vault.lost(of: seen))
                begun.entries = head.size
                begun.root = head.frontier.root.bytes
                try vault.remember(begun)
                undo.append(vault.state.forgetRestore)
                kept = try setAside(name, in: folder, &undo)
            }
        } catch {
            for step in undo.reversed() { step() }
            throw error
        }
        guard let key else { throw VaultError.diskFailed }
        do {
            let vault = try ClosedVault(at: place, surroundings: surroundings)
                .unlockUnsettled(with: key)
            vault.keepsReturned = keepingDestroyed
            try vault.settle()
            if keepingDestroyed { try vault.keepWhatReturned() }
            return (vault, kept)
        } catch {
            throw RestoreError.entryMissing
        }
    }

    /// Copies a file beside its later place, reads it back and lets `check` look at the copy; it
    /// gets its name only then.
    func copying(
        _ source: String, to folder: String, as name: String, check: (String) throws -> Void
    ) throws {
        let file = try RestoreError.judging {
            let file = try InputFile(source)
            try Storage.checkIdentity(source)
            return file
        }
        if !exists(folder) { try makePrivateFolder(folder) }
        let target = try ExportFolder(folder)
        let size = try file.length()
        let tally = Tally()
        do {
            try target.requireRoom(for: size)
            // With what SQLite would take for its own: nothing planted is applied to the copy.
            for ending in [""] + Self.besides {
                target.remove(name + FileNames.unfinished + ending)
            }
            try target.write(name) { append in
                try file.forEachPart(in: 0..<size) { part in
                    tally.add(part)
                    try append(part)
                    progress(tally.size, size)
                }
            } check: { read in
                guard try Tally.reading(read) == tally.result else {
                    throw ExportError.readBackDiffers
                }
                try check(target.path + "/" + name + FileNames.unfinished)
            }
        } catch let error as ExportError {
            throw VaultError.of(error)
        }
    }

    private func inspect(
        _ vault: Vault, at path: String, _ seen: [Checkpoint], instead place: String
    ) throws -> CopyStanding {
        let report = try vault.verify(comparing: false)
        if let damage = report.damages.first { throw RestoreError.damaged(damage.place) }
        return try vault.copyStanding(
            seen, size: try InputFile(path).length(),
            replacesOther: exists(place) && ClosedVault.id(at: place) != vault.id)
    }

    /// What SQLite keeps beside a file, by the endings of the names.
    private static let besides = ["-journal", "-wal", "-shm"]

    /// Gives what stands at the place another name, its journal with it: a foreign journal must
    /// not be applied to the restored file (attack 23).
    private func setAside(
        _ name: String, in path: String, _ undo: inout [() -> Void]
    ) throws -> String? {
        do {
            // An interrupted change is brought to its end first, and nobody writes meanwhile.
            return try Storage.holding(path + "/" + name) { try rename(name, in: path, &undo) }
        } catch VaultError.busy {
            throw VaultError.busy
        } catch {
            // No vault, or one that no longer opens.
            return try rename(name, in: path, &undo)
        }
    }

    private func rename(
        _ name: String, in path: String, _ undo: inout [() -> Void]
    ) throws -> String? {
        let mark = try Randomness.bytes(2).hexText
        let kept = "set-aside-\(surroundings.now().fileName)-\(mark).vault"
        var isThere = false
        for ending in [""] + Self.besides where exists(path + "/" + name + ending) {
            let (from, to) = (path + "/" + name + ending, path + "/" + kept + ending)
            do {
                try Platform.renameWithoutReplacing(in: AT_FDCWD, from: from, to: to)
            } catch {
                throw VaultError.of(error)
            }
            undo.append { Foundation.rename(to, from) }
            isThere = true
        }
        return isThere ? kept : nil
    }

    /// The folder as it is, where a link leads to it, and the name in it.
    static func parts(of place: String) throws -> (folder: String, name: String) {
        let absolute =
            place.hasPrefix("/") ? place : FileManager.default.currentDirectoryPath + "/" + place
        guard let slash = absolute.lastIndex(of: "/"), absolute.last != "/" else {
            throw RestoreError.noFile
        }
        let folder = absolute[..<slash].isEmpty ? "/" : String(absolute[..<slash])
        let name = String(absolute[absolute.index(after: slash)...])
        guard let resolved = realpath(folder, nil) else { return (folder, name) }
        defer { free(resolved) }
        return (String(cString: resolved), name)
    }

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}

extension Vault {
    /// What this file is to whoever saw the vault elsewhere.
    func copyStanding(
        _ seen: [Checkpoint], size: Int, replacesOther: Bool
    ) throws -> CopyStanding {
        try read { database in
            let head = try TrailHead.load(database, vault: self)
            return CopyStanding(
                entries: head.size,
                last: head.last.flatMap {
                    Moment(milliseconds: Int64(clamping: $0.time), zoneOffsetMinutes: $0.zone)
                },
                size: size, standing: seen.isEmpty ? nil : try judge(seen, against: head, database),
                replacesOther: replacesOther)
        }
    }
}
