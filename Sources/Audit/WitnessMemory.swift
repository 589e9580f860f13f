/// What a witness on another machine knows of one trail: its key, and the last checkpoint that the
/// witness confirmed. Decides whether the next one may be confirmed.
///
/// A confirmation says that this is the longest state of the trail that the witness has seen, and
/// that it begins with everything confirmed before. So nothing is confirmed that is shorter, that
/// differs, or whose proof is missing.
package struct WitnessMemory: Sendable {
    package let key: VerifierKey
    /// Nil at the first visit.
    package let seen: Checkpoint?

    package init(key: VerifierKey, seen: Checkpoint?) {
        self.key = key
        self.seen = seen
    }

    /// A signed checkpoint that may be confirmed.
    package struct Confirmable: Equatable, Sendable {
        package let checkpoint: Checkpoint
        /// The note as it was shown, with all its signature lines.
        package let note: [UInt8]
        package let verdict: WitnessVerdict
    }

    /// Judges what lies on a stick: signed notes, and proofs of growth. Notes of other trails are
    /// left alone.
    ///
    /// Throws ``WitnessRefusal``, and what ``Checkpoint`` throws for a note that says it is of this
    /// trail and is not signed with its key.
    package func judge(_ notes: [[UInt8]], proofs: [GrowthProof]) throws -> Confirmable {
        var shown: [(checkpoint: Checkpoint, note: [UInt8])] = []
        for note in notes + proofs.map({ Array($0.checkpoint.utf8) })
        where note.starts(with: Array((key.name + "\n").utf8)) {
            let checkpoint = try verified(note)
            // Two of one length must be the same, whether or not any of them is the newest.
            for other in shown.map(\.checkpoint) + [seen].compactMap({ $0 })
            where other.size == checkpoint.size && other.root != checkpoint.root {
                throw WitnessRefusal.forked(at: checkpoint.size)
            }
            shown.append((checkpoint, note))
        }
        guard let newest = shown.max(by: { $0.checkpoint.size < $1.checkpoint.size }),
            newest.checkpoint.size > 0
        else { throw WitnessRefusal.nothingShown }
        guard let seen else {
            return Confirmable(
                checkpoint: newest.checkpoint, note: newest.note, verdict: .firstSight)
        }
        guard newest.checkpoint.size >= seen.size else {
            throw WitnessRefusal.shorter(seen: seen.size, shown: newest.checkpoint.size)
        }
        if newest.checkpoint.size > seen.size {
            try requireGrowth(from: seen, to: newest.checkpoint, proofs)
        }
        return Confirmable(checkpoint: newest.checkpoint, note: newest.note, verdict: .consistent)
    }

    private func requireGrowth(
        from seen: Checkpoint, to newest: Checkpoint, _ proofs: [GrowthProof]
    ) throws {
        let start = Array((key.name + "\n").utf8)
        let fitting = try proofs.first {
            let note = Array($0.checkpoint.utf8)
            return try $0.oldSize == seen.size && note.starts(with: start)
                && verified(note) == newest
        }
        guard let fitting else { throw WitnessRefusal.proofMissing(from: seen.size) }
        do {
            try ConsistencyProof(oldSize: seen.size, newSize: newest.size, path: fitting.path)
                .verify(oldRoot: seen.root, newRoot: newest.root)
        } catch {
            throw WitnessRefusal.proofFails(from: seen.size)
        }
    }

    private func verified(_ note: [UInt8]) throws(AuditError) -> Checkpoint {
        try Checkpoint(verifying: note, origin: key.name, key: key.publicKey)
    }
}
