package import Audit
internal import Documents
internal import Foundation
internal import Sealing

/// Which entries of a trail that leaves say more than their leaf.
package enum OpenedEntries: Sendable {
    case all
    /// Those about no client.
    case practice
    /// These, and those about no client.
    case numbers(Set<UInt64>)

    func contains(_ entry: AuditEntry) -> Bool {
        switch self {
        case .all: true
        case .practice: entry.client.isEmpty
        case .numbers(let numbers): entry.client.isEmpty || numbers.contains(entry.number)
        }
    }
}

extension Vault {
    /// Writes the trail as it stands (``TrailFile``) with its checkpoint beside it, reads both back
    /// and notes it. Gives the file's name and how many entries it holds.
    package func writeTrail(
        to path: String, opening: OpenedEntries
    ) throws -> (name: String, entries: UInt64) {
        try requireCurrent()
        let folder = try ExportFolder(path, forOthers: true)
        try requireAgreement(with: try Witness.all(in: folder, for: self))
        let (size, checkpoint) = try read { database in
            let head = try TrailHead.load(database, vault: self)
            return (head.size, head.note ?? "")
        }
        let name = FileNames.trail(day: surroundings.now().day, try Randomness.bytes(4))
        let tally = Tally()
        try folder.write(name + Witness.suffix, text: checkpoint)
        do {
            try folder.write(name + ".txt") { append in
                try writeTrail(before: size, opening) { text in
                    try Array(text.utf8).withUnsafeBytes {
                        tally.add($0)
                        try append($0)
                    }
                }
            } check: { read in
                guard try Tally.reading(read) == tally.result else {
                    throw ExportError.readBackDiffers
                }
                // Before it gets its name: nothing leaves unlogged.
                try commit(
                    AuditEvent(
                        .reportMake,
                        details: [
                            .format: "trail", .count: "\(size)",
                            .digest: tally.result.digest.hexText,
                        ]))
            }
        } catch {
            folder.remove(name + Witness.suffix)
            throw error
        }
        return (name + ".txt", size)
    }

    private func writeTrail(
        before size: UInt64, _ opening: OpenedEntries, _ append: (String) throws -> Void
    ) throws {
        try append(TrailFile.heading(try ownKey))
        var (frontier, writer) = (Frontier(), TrailFileWriter())
        try forEachSignedEntry(before: size) { entry, note in
            guard entry.number == frontier.size else {
                throw VaultError.damaged("audit entry \(frontier.size) is missing")
            }
            frontier.append(entry.leafHash)
            try append(writer.add(entry, isOpened: opening.contains(entry), note: note))
        }
        guard frontier.size == size else {
            throw VaultError.damaged("audit entry \(frontier.size) is missing")
        }
        try append(writer.finish())
    }
}

/// A trail that was checked with the public key alone.
package struct CheckedTrail: Sendable {
    package let key: VerifierKey
    package let report: TrailReport
    /// How many entries say more than their leaf.
    package let opened: Int
    /// Milliseconds UTC of the first and the last entry that could be read.
    package let times: ClosedRange<UInt64>?

    /// Checks a trail's file; `seen` are files with checkpoints that were seen earlier. No vault is
    /// needed.
    package init(_ path: String, of key: VerifierKey?, seen: [String]) throws {
        let notes = try seen.map { try Self.small($0) }
        var reader = TrailFileReader(of: key, seen: notes)
        var opened = 0
        var first: UInt64?
        var last: UInt64 = 0
        let file = try InputFile(path)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try file.read($0) }
            guard count > 0 else { break }
            try buffer.withUnsafeBytes { bytes in
                try reader.add(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { entry in
                    if entry.isOpen { opened += 1 }
                    first = first ?? entry.time
                    last = max(last, entry.time)
                }
            }
        }
        (self.key, report) = try reader.finish()
        self.opened = opened
        times = first.map { min($0, last)...last }
    }

    /// A checkpoint's file, which is short.
    private static func small(_ path: String) throws -> [UInt8] {
        let bytes = try InputFile(path).start(atMost: 4096)
        guard bytes.count < 4096 else { throw AuditError.malformedNote }
        return bytes
    }
}
