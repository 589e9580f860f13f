internal import Foundation
internal import GRDB

/// A vault's file that is written anew beside itself, and takes its own place when it is whole.
///
/// The first file is kept open meanwhile, so that its bytes can be overwritten when no name leads to
/// them any more. Closing it ends SQLite's locks on it: it stays open until after the last use.
final class RewrittenFile {
    let temporary: String
    private let place: String
    private let replaced: Int32

    private static let ending = ".rewritten"

    init(of path: String) throws {
        guard let place = Self.resolved(path) else { throw VaultError.fromSystem(errno) }
        self.place = place
        temporary = place + Self.ending
        replaced = open(place, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard replaced >= 0 else { throw VaultError.fromSystem(errno) }
        // What a command that was stopped left behind.
        discard()
    }

    deinit { close(replaced) }

    func discard() { Self.remove(temporary) }

    /// Takes away what a destruction that was stopped left; only while no other one can be at work,
    /// such as during a read.
    static func removeLeftovers(of path: String) {
        if let place = resolved(path) { remove(place + ending) }
    }

    private static func remove(_ temporary: String) {
        unlink(temporary)
        unlink(temporary + "-journal")
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// From here on the new file is the vault's.
    func replace() throws {
        guard rename(temporary, place) == 0 else { throw VaultError.fromSystem(errno) }
        let slash = place.lastIndex(of: "/") ?? place.startIndex
        let folder = open(
            String(place[...slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// Overwrites what the place held before, unless another name still leads to it.
    func wipeReplaced() {
        var status = stat()
        guard fstat(replaced, &status) == 0, status.st_nlink == 0 else { return }
        overwriteWithZeros(replaced, Int(status.st_size))
    }

    /// Every row but those of one owner, in the order in which they were written.
    static func copy(_ old: Database, to new: Database, without owner: [UInt8]) throws {
        let isOthers = "owner <> :owner"
        let mine = "FROM revision WHERE owner = :owner"
        for (table, condition) in [
            ("vault", "TRUE"), ("owner_key", isOthers), ("revision", isOthers),
            ("body", "sequence NOT IN (SELECT sequence \(mine))"),
            ("attachment_piece", "record NOT IN (SELECT record \(mine))"),
            ("psychotherapy_note", isOthers), ("audit_entry", "TRUE"),
        ] {
            let rows = try Row.fetchCursor(
                old, sql: "SELECT * FROM \(table) WHERE \(condition) ORDER BY rowid",
                arguments: condition.contains(":owner") ? ["owner": Data(owner)] : [:])
            var insert: Statement?
            while let row = try rows.next() {
                let statement =
                    try insert
                    ?? new.makeStatement(
                        sql: "INSERT INTO \(table) VALUES ("
                            + row.columnNames.map { _ in "?" }.joined(separator: ", ") + ")")
                insert = statement
                try statement.execute(
                    arguments: StatementArguments(Array(row.databaseValues)))
            }
        }
    }
}
