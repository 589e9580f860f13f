internal import Audit
package import Documents
internal import Foundation
internal import Sealing
internal import Wording

/// A backup that was brought back to a scratch place, opened and verified, and taken away again.
package struct Rehearsal: Equatable, Sendable {
    package var name: String
    package var size: Int
    package var entries: UInt64
    package var revisions: Int
    /// When its last entry was written.
    package var last: Moment?
    package var milliseconds: Int64
}

extension Vault {
    /// Brings a backup back to a scratch place on this computer and looks whether a restore would
    /// work: opened with what she types, verified in every byte, compared with this vault.
    ///
    /// How it ended and how long it took stand in the trail (45 CFR 164.308(a)(7)(ii)(D)).
    package func rehearse(_ source: String, with restoring: Restoring) throws -> Rehearsal {
        try requireCurrent()
        let path = try newestBackup(at: source)
        let start = surroundings.now()
        let (folder, _) = try Restoring.parts(of: self.path)
        try ExportFolder(folder).removeLeftovers()
        let scratch = FileNames.scratch(try Randomness.bytes(4))
        var rehearsal = Rehearsal(
            name: path.split(separator: "/").last.map(String.init) ?? "", size: 0, entries: 0,
            revisions: 0, last: nil, milliseconds: 0)
        var digest: [UInt8] = []
        do {
            defer { unlink(folder + "/" + scratch) }
            try restoring.copying(path, to: folder, as: scratch) { copy in
                digest = try Self.digest(of: copy)
                try RestoreError.judging { try look(at: copy, with: restoring, &rehearsal) }
            }
        } catch {
            noteRehearsal(
                start,
                [.outcome: "failed", .reason: (error as? any UserFacing)?.code ?? "unforeseen"])
            throw error
        }
        rehearsal.milliseconds = surroundings.now().milliseconds - start.milliseconds
        try commit(
            AuditEvent(
                .backupVerify,
                details: [
                    .digest: digest.hexText, .size: "\(rehearsal.size)",
                    .witness: "\(rehearsal.entries)", .outcome: "restored",
                    .duration: "\(rehearsal.milliseconds)",
                ])
        ) { transaction in
            try changeSettings(in: transaction) { $0.rehearsed = start.day }
        }
        return rehearsal
    }

    private func look(
        at copy: String, with restoring: Restoring, _ rehearsal: inout Rehearsal
    ) throws {
        let closed = try ClosedVault(at: copy, surroundings: surroundings)
        guard closed.id == id else { throw RestoreError.noBackup }
        let opened = try restoring.unlock(closed)
        let report = try opened.verify(comparing: false)
        if let damage = report.damages.first { throw RestoreError.damaged(damage.place) }
        let standing = try opened.copyStanding(
            [], size: try InputFile(copy).length(), replacesOther: false)
        // What is in the copy must be the beginning of what is here.
        guard try isBeginning(try opened.read { try TrailHead.load($0, vault: opened).note }) else {
            throw RestoreError.fork
        }
        rehearsal.size = standing.size
        rehearsal.entries = standing.entries
        rehearsal.revisions = report.revisions
        rehearsal.last = standing.last
    }

    private func isBeginning(_ note: String?) throws -> Bool {
        let copy = try Checkpoint(verifying: note ?? "", origin: origin, key: publicKey)
        return try standing(comparedWith: [copy]) == .current
    }

    /// A failed rehearsal is in the trail too; that it failed matters more than a failure to note it.
    private func noteRehearsal(_ start: Moment, _ details: [AuditDetail: String]) {
        do {
            try commit(AuditEvent(.backupVerify, details: details))
        } catch {}
    }

    /// The file itself, or the newest backup of this vault in a folder.
    private func newestBackup(at source: String) throws -> String {
        var status = stat()
        guard stat(source, &status) == 0 else { throw RestoreError.noFile }
        guard status.st_mode & S_IFMT == S_IFDIR else { return source }
        let folder = try ExportFolder(source)
        guard let newest = try Backups(of: self, in: folder).names.last else {
            throw RestoreError.noBackup
        }
        return folder.path + "/" + newest
    }

    private static func digest(of path: String) throws -> [UInt8] {
        let file = try InputFile(path)
        return try Tally.reading { try file.read($0) }.digest
    }
}
