package import Sealing

/// One row of the stored trail, as it was found; nothing in it is believed yet.
package struct StoredEntry: Sendable {
    /// The row's number, from 0.
    package var number: UInt64
    package var leaf: Leaf
    /// The kept leaf hash, 32 bytes if undamaged; nil where none is kept.
    package var leafHash: [UInt8]?
    /// What ``Frontier/append(_:)`` returned, if the storage keeps it.
    package var subtree: [UInt8]?
    /// The signed note of the checkpoint made at this entry, if one was.
    package var checkpoint: [UInt8]?

    package init(
        number: UInt64, leaf: Leaf, leafHash: [UInt8]?, subtree: [UInt8]?, checkpoint: [UInt8]?
    ) {
        self.number = number
        self.leaf = leaf
        self.leafHash = leafHash
        self.subtree = subtree
        self.checkpoint = checkpoint
    }

    package enum Leaf: Sendable {
        /// The entry's bytes, with its opening or, where that is withheld or destroyed, without.
        case opened([UInt8])
        /// The leaf alone; the key to its opening is there and does not open it: damage.
        case shut([UInt8])
        /// The key is there, and the sealed entry does not open with it: damage.
        case unreadable
        /// Whoever verifies has no key: only the hashes are checked.
        case withheld
    }
}

/// Reads a trail row by row and finds everything that is wrong with it.
///
/// Rows come in ascending number. Memory does not grow with the trail, only with the damage. Hashes
/// are computed again from the entries' bytes; a stored verdict is never believed. A trail that was
/// cut at its end is sound in itself: that, a fork and an older copy are for the witnesses to tell.
package struct TrailVerifier {
    /// Beyond this no number is taken for the end of a gap.
    private static let mostEntries: UInt64 = 1 << 48

    private let witnesses: [Checkpoint]
    private let witnessedSizes: Set<UInt64>

    private var frontier = PatchedFrontier()
    private var rootsAtWitnesses: [UInt64: Hash] = [:]
    private var checkpoints: CheckpointJudge
    /// SHA-256 of the checkpoint beside the entry before; nil where there is none.
    private var noteBefore: Hash? = MerkleTree.emptyRoot
    private var lastTime: UInt64 = 0
    private var damage: [TrailDamage] = []
    private var clockWentBack: [UInt64] = []

    /// `witnesses` are earlier checkpoints of this trail, already verified.
    package init(origin: String, key: PublicKey, witnesses: [Checkpoint]) {
        checkpoints = CheckpointJudge(origin: origin, key: key)
        self.witnesses = witnesses
        witnessedSizes = Set(witnesses.map(\.size))
    }

    /// Takes the next row; returns its entry when it could be read, whatever else is wrong.
    @discardableResult
    package mutating func add(_ stored: StoredEntry) -> AuditEntry? {
        let number = stored.number
        guard number >= frontier.size else {
            note(number, .repeated)
            return nil
        }
        guard number < Self.mostEntries else {
            note(frontier.size, .wrongNumber)
            return nil
        }
        if number > frontier.size {
            damage.append(TrailDamage(frontier.size..<number, .missing))
            frontier.skip(to: number)
            checkpoints.skip()
            noteBefore = nil
        }
        var kept = stored.leafHash.flatMap(Hash.init(stored:))
        let isKept = stored.leafHash != nil
        let entry = read(stored.leaf, number: number, kept: &kept, isKept: isKept)
        let subtree = stored.subtree.flatMap(Hash.init(stored:))
        let fits = frontier.append(kept, kept: subtree)
        if !fits || kept == nil || (stored.subtree != nil && subtree == nil) {
            note(number, .hashes)
        }
        if witnessedSizes.contains(frontier.size) {
            rootsAtWitnesses[frontier.size] = frontier.root
        }
        checkpoints.add(
            entry, number: number, root: frontier.root, note: stored.checkpoint,
            noteBefore: noteBefore)
        noteBefore = stored.checkpoint.map { Hash(of: $0) }
        return entry
    }

    /// The report, once every row was added.
    package consuming func finish() -> TrailReport {
        checkpoints.finish()
        damage += checkpoints.damage
        let signedSize = checkpoints.signedSize
        if signedSize < frontier.size {
            damage.append(TrailDamage(signedSize..<frontier.size, .unsigned))
        }
        let roots = rootsAtWitnesses
        return TrailReport(
            size: frontier.size, root: frontier.root, signedSize: signedSize,
            damage: damage.sorted { $0.entries.lowerBound < $1.entries.lowerBound },
            clockWentBack: clockWentBack, sessions: checkpoints.sessions,
            witnesses: WitnessReport(witnesses, presentSize: frontier.size) { roots[$0] })
    }

    private mutating func note(_ number: UInt64, _ kind: TrailDamage.Kind) {
        damage.append(TrailDamage(number..<number + 1, kind))
    }

    /// Checks the entry against its place, its kept hash, and the time before it. Where no hash is
    /// kept, the entry's own takes its place.
    private mutating func read(
        _ leaf: StoredEntry.Leaf, number: UInt64, kept: inout Hash?, isKept: Bool
    ) -> AuditEntry? {
        let bytes: [UInt8]
        switch leaf {
        case .opened(let all): bytes = all
        case .shut(let leaf):
            note(number, .opening)
            bytes = leaf
        case .unreadable:
            note(number, .unreadable)
            return nil
        case .withheld: return nil
        }
        let leaf = AuditEntry.leaf(in: bytes)
        let hash = MerkleTree.leafHash(leaf)
        if !isKept { kept = hash }
        if let kept, hash != kept { note(number, .changed) }
        guard let entry = entry(bytes, leaf, number: number) else { return nil }
        if entry.number != number { note(number, .wrongNumber) }
        if entry.time < lastTime { clockWentBack.append(number) }
        lastTime = entry.time
        return entry
    }

    /// The entry, without its opening if only that is wrong.
    private mutating func entry(
        _ bytes: [UInt8], _ leaf: ArraySlice<UInt8>, number: UInt64
    ) -> AuditEntry? {
        if let entry = Self.parsed(bytes) { return entry }
        guard bytes.count > leaf.count, let closed = Self.parsed(Array(leaf)) else {
            note(number, .malformed)
            return nil
        }
        note(number, .opening)
        return closed
    }

    private static func parsed(_ bytes: [UInt8]) -> AuditEntry? {
        do { return try AuditEntry(bytes: bytes) } catch { return nil }
    }
}
