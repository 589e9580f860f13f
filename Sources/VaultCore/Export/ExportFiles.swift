internal import Audit
internal import Sealing

/// The files of an opened export, wherever they lie: in an archive, in a folder, in memory, or gone
/// by on the way through.
struct ExportFiles {
    let names: [String]
    private let known: Set<String>
    /// SHA-256 of a file, hexadecimal.
    let digest: (_ name: String) throws -> String
    /// A short file whole.
    let text: (_ name: String) throws -> [UInt8]
    private let passingTrail: (_ name: String) throws -> PassingTrail?

    /// Signatures, proofs and lists are longer than this in no export of ours.
    static let longestText = 64 << 20

    init(
        names: [String], digest: @escaping (String) throws -> String,
        text: @escaping (String) throws -> [UInt8],
        trail: @escaping (String) throws -> PassingTrail?
    ) {
        self.names = names
        known = Set(names)
        self.digest = digest
        self.text = text
        passingTrail = trail
    }

    /// Files whose bytes `read` lends in parts.
    init(
        names: [String],
        read: @escaping (String, (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) {
        self.init(names: names) { name in
            let tally = Tally()
            try read(name, tally.add)
            return tally.result.digest.hexText
        } text: { name in
            var bytes: [UInt8] = []
            try read(name) { part in
                guard bytes.count + part.count <= Self.longestText else {
                    throw UnsealError.unreadable
                }
                bytes += part
            }
            return bytes
        } trail: { name in
            let trail = PassingTrail()
            try read(name, trail.add)
            return trail
        }
    }

    /// Files in memory.
    init(_ files: [(name: String, contents: [UInt8])]) {
        let contents = Dictionary(files.map { ($0.name, $0.contents) }) { first, _ in first }
        self.init(names: files.map(\.name)) { name, body in
            try (contents[name] ?? []).withUnsafeBytes(body)
        }
    }

    /// Files in a folder, which has no other.
    init(in folder: ExportFolderFiles) {
        self.init(names: folder.names, read: folder.read)
    }

    /// What a whole trail in it tells; nil when there is none of this name.
    func trail(_ name: String) throws -> PassingTrail? {
        known.contains(name) ? try passingTrail(name) : nil
    }

    /// Nil when there is none of this name.
    func contents(of name: String) throws -> [UInt8]? {
        known.contains(name) ? try text(name) : nil
    }
}

/// An open folder and the regular files in it.
final class ExportFolderFiles {
    private let folder: ExportFolder
    let names: [String]

    init(_ path: String) throws {
        folder = try ExportFolder(path)
        names = try folder.names().filter { $0 != "." && $0 != ".." }.sorted()
    }

    /// A file that was in the folder when it was opened.
    func file(_ name: String) throws -> InputFile { try folder.file(name) }

    func read(_ name: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let file = try folder.file(name)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try file.read($0) }
            if count == 0 { return }
            try buffer.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}

/// A whole trail that goes by: whether it leads to a checkpoint, and the statements of which it
/// says that they were signed.
final class PassingTrail {
    private var lines = TrailLines()
    private var isForeign = false
    private var signed: Set<[UInt8]> = []

    func add(_ bytes: UnsafeRawBufferPointer) {
        guard !isForeign else { return }
        do {
            try lines.add(bytes) { entry in
                guard entry.act == .documentSign, let digest = entry[.digest] else { return }
                signed.insert(Array(digest.utf8))
            }
        } catch {
            isForeign = true
            lines = TrailLines()
        }
    }

    /// Nothing comes after; half a line makes it no trail.
    func end() {
        guard !lines.isAtEnd else { return }
        isForeign = true
        lines = TrailLines()
    }

    func leads(to checkpoint: Checkpoint) -> Bool { !isForeign && lines.leads(to: checkpoint) }

    /// Whether the act of signing this statement, named by its digest, is in it.
    func holds(_ digest: String) -> Bool { signed.contains(Array(digest.utf8)) }
}
