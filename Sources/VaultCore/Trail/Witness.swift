internal import Audit
internal import Foundation
internal import GRDB
internal import Sealing

/// A checkpoint of this vault that was kept somewhere else: on a stick, by another person.
///
/// Each export leaves one beside its file. Every later contact with that stick demands that the
/// present trail extends it; so a fork or an older copy shows (attacks 8 and 10).
package struct Witness: Sendable {
    static let suffix = ".checkpoint"
    private static let most = 4096

    let checkpoint: Checkpoint

    /// The witnesses of one vault in a folder; other files are left alone. A changed one is an
    /// error, but where only what can be known of a copy is looked for.
    package static func all(
        in folder: String, for vault: Vault, leavingOutChanged: Bool = false
    ) throws -> [Witness] {
        guard let stream = opendir(folder) else {
            throw ExportError.fromSystem(errno, openingFolder: true)
        }
        return try all(in: stream, for: vault, leavingOutChanged: leavingOutChanged)
    }

    /// The same in a folder that is open already, so that nobody can show another one.
    static func all(in folder: borrowing ExportFolder, for vault: Vault) throws -> [Witness] {
        let again = openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard again >= 0, let stream = fdopendir(again) else { throw ExportError.failed }
        return try all(in: stream, for: vault)
    }

    private static func all(
        in stream: OpaquePointer, for vault: Vault, leavingOutChanged: Bool = false
    ) throws -> [Witness] {
        defer { closedir(stream) }
        var witnesses: [Witness] = []
        for name in try Platform.names(in: stream) where name.hasSuffix(suffix) {
            guard witnesses.count < most else { break }
            guard let note = try smallFile(named: name, in: dirfd(stream)) else { continue }
            do {
                guard let found = try checkpoint(in: note, for: vault) else { continue }
                witnesses.append(Witness(checkpoint: found))
            } catch {
                if !leavingOutChanged { throw error }
            }
        }
        return witnesses
    }

    /// Another vault's or another program's file is none of ours; one that says it is ours and
    /// does not verify was changed.
    private static func checkpoint(in note: String, for vault: Vault) throws -> Checkpoint? {
        do {
            return try Checkpoint(verifying: note, origin: vault.origin, key: vault.publicKey)
        } catch {
            guard note.hasPrefix(vault.origin + "\n") else { return nil }
            throw VaultError.damaged("a checkpoint of it on the stick was changed")
        }
    }

    /// Nil where it can be none of ours: a folder, a link, a longer file. One that the medium can't
    /// read might be one that contradicts.
    private static func smallFile(named name: String, in folder: Int32) throws -> String? {
        let none: Set = [ENOENT, ELOOP, ENXIO, EISDIR, EACCES, EPERM]
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard none.contains(errno) else { throw ExportError.fromSystem(errno) }
            return nil
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &buffer, buffer.count)
        guard count >= 0 || none.contains(errno) else { throw ExportError.fromSystem(errno) }
        guard count > 0, count < buffer.count else { return nil }
        return String(validating: buffer.prefix(count), as: UTF8.self)
    }
}

extension Vault {
    /// What all these checkpoints that were kept elsewhere say together.
    ///
    /// What a logged restore gave up is no contradiction: whoever goes on from a backup honestly
    /// must be able to use the sticks that saw what was lost. Only checkpoints that she was shown
    /// then are given up, so that a fork of the same length is told all the same.
    func judge(
        _ seen: [Checkpoint], against head: TrailHead, _ database: Database
    ) throws -> Standing {
        let standing = try compare(seen, with: head, database)
        guard standing != .current else { return .current }
        let (given, began) = try givenUp(database)
        return try compare(
            seen.filter { $0.size <= began || !given.contains($0.name) }, with: head, database)
    }

    /// The names of the checkpoints that restores gave up, and where the first one began: nothing
    /// from before it can be given up.
    private func givenUp(_ database: Database) throws -> (names: Set<String>, began: UInt64) {
        var names: Set<String> = []
        var began: UInt64?
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(AuditRow.columns) FROM audit_entry
                ORDER BY number
                """)
        while let row = try rows.next() {
            let entry = try openEntry(try AuditRow(row))
            guard entry.act == .vaultRestore else { continue }
            began = began ?? entry.number
            if let size = entry[.witness], let root = entry[.digest] {
                names.insert("\(size) \(root)")
            }
        }
        guard let began else { return ([], .max) }
        return (names.union(try namedInSettings(database)), began)
    }

    private func namedInSettings(_ database: Database) throws -> [String] {
        do {
            return try settings(database).givenUp ?? []
        } catch is SealingError {
            // A damaged row gives nothing up.
            return []
        }
    }

    /// Throws if a stick knows this vault as longer than it is, or as another one.
    package func requireAgreement(with witnesses: [Witness]) throws {
        let standing = try read { database in
            try judge(
                witnesses.map(\.checkpoint), against: try TrailHead.load(database, vault: self),
                database)
        }
        if let error = standing.error { throw error }
    }
}

extension Checkpoint {
    /// How long that trail was, and its root.
    var name: String { "\(size) \(root)" }
}
