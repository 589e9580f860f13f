internal import Audit
internal import Foundation
internal import GRDB
internal import Sealing

/// The vault's file as it stood at one moment, read while other commands may go on.
///
/// The file is read in parts, each between other commands' writes. When one of them changed the
/// file, reading begins anew; the third time writes wait until all of it was read.
struct VaultCopy {
    private static let attempts = 3
    private static let partSize = 4 << 20

    /// The signed checkpoint that the copied trail leads to, its size and its root.
    var note = ""
    var entries: UInt64 = 0
    var root = ""
    var size = 0
    var digest: [UInt8] = []

    /// Thrown out of a writer that then begins anew.
    private struct Changed: Error {}

    /// Writes a copy of an open vault's file under `name`; `check` looks at it before it gets that
    /// name. `file` is open until after the last transaction: closing it ends SQLite's locks on it.
    static func write(
        _ file: InputFile, of vault: Vault, as name: String, into folder: borrowing ExportFolder,
        progress: (_ done: Int, _ total: Int) -> Void, check: (VaultCopy) throws -> Void
    ) throws -> VaultCopy {
        for attempt in 1...attempts {
            var copy = VaultCopy()
            do {
                try folder.write(name) { append in
                    copy = try read(
                        file, of: vault, holding: attempt == attempts, progress: progress,
                        append: append)
                } check: { read in
                    guard try Tally.reading(read) == (copy.size, copy.digest) else {
                        throw ExportError.readBackDiffers
                    }
                    try check(copy)
                }
                return copy
            } catch is Changed {
                continue
            }
        }
        throw VaultError.busy
    }

    private static func read(
        _ file: InputFile, of vault: Vault, holding: Bool,
        progress: (Int, Int) -> Void, append: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> VaultCopy {
        var copy = VaultCopy()
        var counter: [UInt8] = []
        let tally = Tally()
        func write(_ part: [UInt8]) throws {
            try part.withUnsafeBytes { bytes in
                tally.add(bytes)
                try append(bytes)
            }
            progress(tally.size, copy.size)
        }
        func next(_ database: Database) throws -> [UInt8] {
            // Reading anything takes the lock, and after it SQLite writes no page of the file.
            let head = try TrailHead.load(database, vault: vault)
            // How often the file was changed (sqlite.org/fileformat2.html, section 1.3.7).
            let changes = try file.bytes(in: 24..<28)
            if tally.size == 0 {
                counter = changes
                copy.size = try file.length()
                copy.note = head.note ?? ""
                copy.entries = head.size
                copy.root = head.frontier.root.description
            }
            guard changes == counter else { throw Changed() }
            return try file.bytes(in: tally.size..<min(tally.size + partSize, copy.size))
        }
        if holding {
            try vault.read { database in
                repeat { try write(try next(database)) } while tally.size < copy.size
            }
        } else {
            repeat { try write(try vault.read(next)) } while tally.size < copy.size
        }
        copy.digest = tally.result.digest
        return copy
    }
}
