import Audit
import Sealing

/// A small trail as a storage keeps it, for tests to break.
struct Trail {
    static let origin = "vault.example/0011223344556677"
    static let seed = [UInt8](0..<32)

    struct Row {
        var number: UInt64
        var leaf: [UInt8]
        var leafHash: [UInt8]
        var subtree: [UInt8]
        var checkpoint: [UInt8]?
    }

    var rows: [Row] = []
    var origin = Trail.origin

    static func key() throws -> SigningKey { try signingKey(seed) }

    static let acts: [AuditAct] = [
        .vaultCreate, .vaultOpen, .clientCreate, .sessionCreate, .documentDraft, .documentReview,
        .documentSign, .exportIntent, .exportDone, .auditView, .vaultLock,
    ]

    static func entry(
        _ number: Int, salt: UInt8? = nil, time: UInt64? = nil
    ) throws -> AuditEntry {
        let hasClient = (2...8).contains(number)
        let hasRecord = (4...8).contains(number)
        return try AuditEntry(
            number: UInt64(number), time: time ?? 1_795_431_600_000 + 1000 * UInt64(number),
            zone: -480, act: acts[number % acts.count], actor: "practitioner",
            client: hasClient ? Array(0..<16) : [], record: hasRecord ? Array(16..<32) : [],
            rows: [RowDigest(sequence: UInt64(number + 1), sealed: Array("row \(number)".utf8))],
            salt: [UInt8](repeating: salt ?? UInt8(truncatingIfNeeded: number), count: 16))
    }

    /// A sound trail, with a checkpoint at every `stride`-th entry and at the last.
    init(_ count: Int, checkpointEvery stride: Int = 1) throws {
        try self.init(
            leaves: (0..<count).map { try Self.entry($0).bytes }, checkpointEvery: stride)
    }

    /// The trail its owner would have written over these leaves.
    init(leaves: [[UInt8]], checkpointEvery stride: Int = 1) throws {
        let key = try Self.key()
        rehash(leaves)
        var frontier = Frontier()
        for index in rows.indices {
            frontier.append(try Hash(rows[index].leafHash))
            guard (index + 1).isMultiple(of: stride) || index + 1 == rows.count else { continue }
            let note = try Checkpoint(origin: Self.origin, frontier: frontier).signed(by: key)
            rows[index].checkpoint = Array(note.utf8)
        }
    }

    /// Writes these leaves with right numbers and hashes; the checkpoints stay as they are. It is
    /// all that someone without the signing key can do.
    mutating func rehash(_ leaves: [[UInt8]]) {
        var frontier = Frontier()
        rows = leaves.enumerated().map { index, leaf in
            let hash = MerkleTree.leafHash(leaf)
            return Row(
                number: UInt64(index), leaf: leaf, leafHash: hash.bytes,
                subtree: frontier.append(hash).bytes,
                checkpoint: index < rows.count ? rows[index].checkpoint : nil)
        }
    }

    mutating func renumber() {
        for index in rows.indices { rows[index].number = UInt64(index) }
    }

    var leaves: [[UInt8]] { rows.map(\.leaf) }
    var hashes: [Hash] { leaves.map(MerkleTree.leafHash) }

    /// The verified checkpoint over the first `size` entries.
    func checkpoint(at size: Int) throws -> Checkpoint {
        try Checkpoint(
            origin: origin, size: UInt64(size), root: MerkleTree.root(of: hashes.prefix(size)))
    }

    enum Reader: CaseIterable, Sendable {
        case withKey, withoutKey, withHashesOnly
    }

    func report(
        _ reader: Reader = .withKey, witnesses: [Checkpoint] = []
    ) throws -> TrailReport {
        var verifier = TrailVerifier(
            origin: origin, key: try Self.key().publicKey, witnesses: witnesses)
        for row in rows {
            verifier.add(
                StoredEntry(
                    number: row.number, leaf: reader == .withKey ? .opened(row.leaf) : .withheld,
                    leafHash: row.leafHash,
                    subtree: reader == .withHashesOnly ? nil : row.subtree,
                    checkpoint: row.checkpoint))
        }
        return verifier.finish()
    }
}
