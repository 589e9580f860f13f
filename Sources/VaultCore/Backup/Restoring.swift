internal import Audit
package import Documents
internal import Foundation
internal import Sealing
package import Wording

extension Vault {
    /// Goes on from an older copy: the entry names what is given up, and the reason. That is what
    /// this computer remembers, and what the sticks saw.
    ///
    /// False when there is nothing to give up.
    package func restore(reason: RestoreReason, witnesses: [Witness] = []) throws -> Bool {
        let seen = try seen(witnesses)
        let standing = try standing(comparedWith: seen)
        guard self.standing != .current || standing != .current else { return false }
        try writeRestore(
            BegunRestore(reason: reason, lost: seen.max { $0.size < $1.size }), standing)
        return true
    }

    /// Writes the entry of a restore that was begun on this computer, whose file is this one.
    func finish(_ begun: BegunRestore) throws {
        try writeRestore(begun, .older(seen: begun.lostEntries, here: begun.entries))
        state.forgetRestore()
    }

    private func writeRestore(_ begun: BegunRestore, _ standing: Standing) throws {
        var details: [AuditDetail: String] = [.reason: begun.reason.rawValue]
        if standing != .memoryChanged, begun.lostEntries > 0 {
            details[.witness] = "\(begun.lostEntries)"
            details[.digest] = begun.lostRoot
        }
        try commitWithoutStanding(AuditEvent(.vaultRestore, details: details)) { _ in }
        acceptStanding()
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
        try read { try compare(seen, with: try TrailHead.load($0, vault: self), $0) }
    }
}

/// A restore whose file has its place or is about to get it, and whose entry is not yet written.
///
/// Remembered on the disk before the file gets its place: whatever stops the computer in between,
/// the next opening of that file writes the entry. It stands for the trail it names and no other.
struct BegunRestore: Equatable, Sendable {
    var reason: RestoreReason
    /// The trail that is gone on from.
    var entries: UInt64 = 0
    var root = "-"
    /// The longest trail that was seen elsewhere, and is given up; 0 for none.
    var lostEntries: UInt64 = 0
    var lostRoot = "-"

    init(reason: RestoreReason, lost: Checkpoint?) {
        self.reason = reason
        lostEntries = lost?.size ?? 0
        lostRoot = lost?.root.description ?? "-"
    }

    var text: String { "\(reason.rawValue) \(entries) \(root) \(lostEntries) \(lostRoot)\n" }

    init?(text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 5, let reason = RestoreReason(rawValue: words[0]),
            let entries = UInt64(words[1]), let lostEntries = UInt64(words[3])
        else { return nil }
        self.init(reason: reason, lost: nil)
        self.entries = entries
        root = words[2]
        self.lostEntries = lostEntries
        lostRoot = words[4]
    }

    func leads(to head: TrailHead) -> Bool {
        head.size == entries && head.frontier.root.description == root
    }
}

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
        sticks: [String] = [], agree: (CopyStanding) throws -> Void
    ) throws -> (vault: Vault, setAside: String?) {
        let (folder, name) = try Self.parts(of: place)
        guard settingAside || !exists(place) else { throw RestoreError.placeTaken }
        var key: SecretKey?
        var setAside: String?
        try copying(source, to: folder, as: name) { path in
            let vault = try unlock(try ClosedVault(at: path, surroundings: surroundings))
            let (beside, _) = try Self.parts(of: source)
            let seen = try vault.seen(
                try ([beside] + sticks).flatMap { try Witness.all(in: $0, for: vault) })
            try agree(try inspect(vault, at: path, seen, instead: place))
            key = try vault.duplicateKey()
            let head = try vault.trailHead()
            var begun = BegunRestore(reason: reason, lost: seen.max { $0.size < $1.size })
            begun.entries = head.entries
            begun.root = head.root
            try vault.state.remember(begun)
            setAside = try self.setAside(name, in: folder)
        }
        guard let key else { throw VaultError.diskFailed }
        let vault = try ClosedVault(at: place, surroundings: surroundings).unlock(with: key)
        return (vault, setAside)
    }

    /// Copies a file beside its later place, reads it back and lets `check` look at the copy; it
    /// gets its name only then.
    func copying(
        _ source: String, to folder: String, as name: String, check: (String) throws -> Void
    ) throws {
        try makePrivateFolder(folder)
        let target = try ExportFolder(folder)
        let file = try InputFile(source)
        let size = try file.length()
        let tally = Tally()
        do {
            try target.requireRoom(for: size)
            target.remove(name + ".partial")
            try target.write(name) { append in
                while tally.size < size {
                    let end = min(tally.size + 4 << 20, size)
                    try file.bytes(in: tally.size..<end).withUnsafeBytes { part in
                        tally.add(part)
                        try append(part)
                    }
                    progress(tally.size, size)
                }
            } check: { read in
                guard try Tally.reading(read) == tally.result else {
                    throw ExportError.readBackDiffers
                }
                try check(target.path + "/" + name + ".partial")
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

    /// Gives what stands at the place another name, its journal with it: a foreign journal must
    /// not be applied to the restored file (attack 23).
    private func setAside(_ name: String, in path: String) throws -> String? {
        let folder = try ExportFolder(path)
        // Opening it lets SQLite bring an interrupted change to its end, if it still can.
        _ = ClosedVault.id(at: path + "/" + name)
        let kept = "set-aside-\(surroundings.now().fileName).vault"
        var isThere = false
        for ending in ["", "-journal", "-wal", "-shm"] {
            guard exists(path + "/" + name + ending) else { continue }
            do {
                try Platform.renameWithoutReplacing(
                    in: folder.descriptor, from: name + ending, to: kept + ending)
            } catch {
                throw VaultError.of(error)
            }
            isThere = true
        }
        return isThere ? kept : nil
    }

    static func parts(of place: String) throws -> (folder: String, name: String) {
        let absolute =
            place.hasPrefix("/") ? place : FileManager.default.currentDirectoryPath + "/" + place
        guard let slash = absolute.lastIndex(of: "/"), absolute.last != "/" else {
            throw VaultError.foreign
        }
        return (String(absolute[..<slash]), String(absolute[absolute.index(after: slash)...]))
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
                size: size, standing: seen.isEmpty ? nil : try compare(seen, with: head, database),
                replacesOther: replacesOther)
        }
    }
}

/// Why nothing was restored. What was there before is as it was.
package enum RestoreError: UserFacing, Equatable {
    case placeTaken
    case damaged(String)
    case noBackup
    case declined
    case fork

    package var code: String {
        switch self {
        case .placeTaken: "restore.place-taken"
        case .damaged: "restore.damaged"
        case .noBackup: "restore.no-backup"
        case .declined: "restore.declined"
        case .fork: "restore.fork"
        }
    }

    package var problem: String {
        switch self {
        case .placeTaken: "There is a file already where the vault would go."
        case .damaged(let place): "The backup does not verify: \(place)."
        case .noBackup: "There is no backup of this vault in this folder."
        case .declined: "Nothing was restored, and everything is as it was."
        case .fork: "This backup and your vault went different ways."
        }
    }

    package var nextStep: String {
        switch self {
        case .placeTaken:
            "Add `--set-aside` to keep that file under another name, or name a place with `--vault`."
        case .damaged: "Use another backup, and keep this one for whoever looks into it."
        case .noBackup: "Name the backup's file itself, or another folder."
        case .declined: "Run the command again when you are ready."
        case .fork: "Keep both, and find out with `vault verify --stick` where they parted."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .placeTaken, .noBackup: .failed
        case .damaged: .doesNotVerify
        case .declined: .interrupted
        case .fork: .olderCopy
        }
    }
}

extension VaultError {
    /// What a failure on the stick is called when it happened on this computer's disk.
    static func of(_ error: ExportError) -> VaultError {
        switch error {
        case .noSuchFolder: .notFound
        case .notAFolder, .noPermission: .noPermission
        case .nameTaken: .exists
        case .readOnly: .readOnly
        case .full, .noRoom: .diskFull
        default: .diskFailed
        }
    }
}
