/// What an earlier checkpoint, kept elsewhere, says about the present trail.
package enum WitnessVerdict: Equatable, Sendable {
    /// Nothing was seen before: no verdict either way, and never "consistent".
    case firstSight
    /// The present trail begins with what the witness saw.
    case consistent
    /// The present trail has this many entries fewer than the witness saw.
    case shorter(by: UInt64)
    /// The present trail has other entries where the witness saw its own.
    case forked
    /// The trail's hashes up to the witness's size are missing or damaged.
    case unjudged
}

/// One earlier checkpoint and what came of it.
package struct WitnessFinding: Equatable, Sendable {
    package let checkpoint: Checkpoint
    package let verdict: WitnessVerdict
}

/// All earlier checkpoints together, judged against the present trail.
package struct WitnessReport: Equatable, Sendable {
    /// By ascending size.
    package let findings: [WitnessFinding]
    /// The largest size at which the present trail and the witnesses are known to have been one;
    /// after a fork, the largest one before it. 0 when none is known.
    package let commonSize: UInt64

    /// Judges verified checkpoints of this trail.
    ///
    /// `rootAt` gives the root over the present trail's first entries, nil when it can't be known;
    /// it is asked for sizes from 1 to `size` only.
    package init(
        _ witnesses: [Checkpoint], presentSize size: UInt64, rootAt: (UInt64) -> Hash?
    ) {
        findings = witnesses.sorted { $0.size < $1.size }.map { witness in
            WitnessFinding(
                checkpoint: witness,
                verdict: Self.verdict(on: witness, presentSize: size, rootAt: rootAt))
        }
        let fork = findings.first { $0.verdict == .forked }?.checkpoint.size ?? .max
        commonSize =
            findings
            .last { $0.verdict == .consistent && $0.checkpoint.size < fork }?.checkpoint.size ?? 0
    }

    /// Judges without reading the whole trail: `head` is its verified last checkpoint, `nodes` the
    /// kept hashes. A root counts as known only when a consistency proof leads from it to `head`,
    /// so kept hashes of another trail can't stand in.
    package init(_ witnesses: [Checkpoint], head: Checkpoint, nodes: TreeNodes) {
        self.init(witnesses, presentSize: head.size) { size in
            do {
                let root = try nodes.root(at: size)
                try nodes.consistencyProof(from: size).verify(oldRoot: root, newRoot: head.root)
                return root
            } catch {
                return nil
            }
        }
    }

    private static func verdict(
        on witness: Checkpoint, presentSize size: UInt64, rootAt: (UInt64) -> Hash?
    ) -> WitnessVerdict {
        guard witness.size > 0 else { return .firstSight }
        guard witness.size <= size else { return .shorter(by: witness.size - size) }
        guard let root = rootAt(witness.size) else { return .unjudged }
        return root == witness.root ? .consistent : .forked
    }

    /// The verdict on the whole: the worst of all, and first sight without any witness.
    package var verdict: WitnessVerdict {
        let worst = findings.max { Self.weight($0.verdict) < Self.weight($1.verdict) }
        return worst?.verdict ?? .firstSight
    }

    /// Throws ``AuditError/forkedTrail``, ``AuditError/olderCopy``, or
    /// ``AuditError/damagedTrail`` when a witness could not be judged.
    package func requireConsistent() throws(AuditError) {
        switch verdict {
        case .firstSight, .consistent: break
        case .unjudged: throw .damagedTrail
        case .shorter: throw .olderCopy
        case .forked: throw .forkedTrail
        }
    }

    private static func weight(_ verdict: WitnessVerdict) -> (Int, UInt64) {
        switch verdict {
        case .firstSight: (0, 0)
        case .consistent: (1, 0)
        case .unjudged: (2, 0)
        case .shorter(let missing): (3, missing)
        case .forked: (4, 0)
        }
    }
}
