/// That a tree only grew: the tree of `newSize` leaves begins with the tree of `oldSize`.
///
/// A size of 0 is never consistent with anything: having seen no earlier tree is its own case,
/// ``WitnessVerdict/firstSight``.
package struct ConsistencyProof: Equatable, Sendable {
    package let oldSize: UInt64
    package let newSize: UInt64
    package let path: [Hash]

    package init(oldSize: UInt64, newSize: UInt64, path: [Hash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.path = path
    }

    /// Checks by RFC 9162 §2.1.4.2; equal sizes ask for an empty path and equal roots.
    ///
    /// Throws ``AuditError/proofDoesNotVerify`` for size 0, a shrinking tree, and anything else
    /// that does not lead to both roots.
    package func verify(oldRoot: Hash, newRoot: Hash) throws(AuditError) {
        guard oldSize > 0, oldSize <= newSize else { throw .proofDoesNotVerify }
        guard oldSize < newSize else {
            guard path.isEmpty, oldRoot == newRoot else { throw .proofDoesNotVerify }
            return
        }
        guard !path.isEmpty else { throw .proofDoesNotVerify }
        let startsAtOldRoot = oldSize.nonzeroBitCount == 1
        var rest = startsAtOldRoot ? path[...] : path.dropFirst()
        let first = startsAtOldRoot ? oldRoot : path[0]
        let shared = UInt64((~(oldSize - 1)).trailingZeroBitCount)
        var place = (oldSize - 1) >> shared
        var last = (newSize - 1) >> shared
        var (old, new) = (first, first)
        while let node = rest.popFirst() {
            guard last > 0 else { throw .proofDoesNotVerify }
            if place & 1 == 1 || place == last {
                old = MerkleTree.nodeHash(node, old)
                new = MerkleTree.nodeHash(node, new)
                let skipped = UInt64(place.trailingZeroBitCount)
                place >>= skipped
                last >>= skipped
            } else {
                new = MerkleTree.nodeHash(new, node)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0, old == oldRoot, new == newRoot else { throw .proofDoesNotVerify }
    }
}

extension TreeNodes {
    /// PROOF(oldSize, D[size]) of RFC 6962 §2.1.2; throws ``AuditError/outsideTree`` for an old
    /// size of 0 or beyond the end.
    package func consistencyProof(from oldSize: UInt64) throws(AuditError) -> ConsistencyProof {
        guard oldSize > 0, oldSize <= size else { throw .outsideTree }
        var path: [Hash] = []
        var range = 0..<size
        while range.upperBound != oldSize {
            let split = range.lowerBound + Self.split(range.upperBound - range.lowerBound)
            let (left, right) = (range.lowerBound..<split, split..<range.upperBound)
            path.append(try hash(of: oldSize <= split ? right : left))
            range = oldSize <= split ? left : right
        }
        // What is left is a whole subtree of the old tree: its root is known to whoever holds the
        // old root only when it is that root itself.
        if range.lowerBound > 0 { path.append(try hash(of: range)) }
        return ConsistencyProof(oldSize: oldSize, newSize: size, path: path.reversed())
    }
}
