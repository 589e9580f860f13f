/// The right edge of a tree: the roots of the perfect subtrees that make up its first `size`
/// leaves, biggest first.
///
/// It is all one needs to append and to compute the root: one hash for each 1 in `size` written in
/// binary. The storage keeps beside each entry what ``append(_:)`` returned, like a Fenwick tree,
/// and rebuilds the frontier of any earlier size from at most 64 of those.
package struct Frontier: Equatable, Sendable {
    package private(set) var size: UInt64
    package private(set) var nodes: [Hash]

    /// The frontier of a tree without leaves.
    package init() {
        size = 0
        nodes = []
    }

    /// Rebuilds the frontier from the stored subtree roots of ``entriesNeeded(size:)``, in that
    /// order; throws ``AuditError/incompleteTree`` when their number does not fit.
    package init(size: UInt64, subtrees: [Hash]) throws(AuditError) {
        guard subtrees.count == size.nonzeroBitCount else { throw .incompleteTree }
        self.size = size
        nodes = subtrees
    }

    /// Adds a leaf; returns the root of the largest perfect subtree that ends with it.
    @discardableResult
    package mutating func append(_ leaf: Hash) -> Hash {
        var node = leaf
        for _ in 0..<(~size).trailingZeroBitCount {
            node = MerkleTree.nodeHash(nodes.removeLast(), node)
        }
        nodes.append(node)
        size += 1
        return node
    }

    /// The RFC 6962 root over all leaves so far.
    package var root: Hash {
        guard let last = nodes.last else { return MerkleTree.emptyRoot }
        return nodes.dropLast().reversed().reduce(last) { MerkleTree.nodeHash($1, $0) }
    }

    /// The numbers (from 0) of the entries whose stored subtree roots are the frontier of `size`,
    /// in order.
    package static func entriesNeeded(size: UInt64) -> [UInt64] {
        var covered: UInt64 = 0
        return (0..<UInt64.bitWidth).reversed().compactMap { level in
            let width: UInt64 = 1 << UInt64(level)
            guard size & width != 0 else { return nil }
            covered += width
            return covered - 1
        }
    }
}
