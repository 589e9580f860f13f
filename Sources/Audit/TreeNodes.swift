/// Where proofs take the hashes of a tree's inner nodes from.
///
/// A proof needs about log₂ n subtree roots. From leaf hashes in memory each is computed; from a
/// storage that keeps ``Frontier/append(_:)``'s result beside each entry it is looked up, so a
/// proof costs some dozens of rows however long the trail is.
package struct TreeNodes {
    package let size: UInt64
    /// The root of the perfect subtree of 2^level leaves that starts at a multiple of its width.
    private let perfect: (_ start: UInt64, _ level: Int) -> Hash?

    /// Over all leaf hashes of a tree, in memory.
    package init(_ leaves: [Hash]) {
        size = UInt64(leaves.count)
        perfect = { start, level in
            MerkleTree.root(of: leaves[Int(start)..<Int(start) + (1 << level)])
        }
    }

    /// Over a storage: `leaf` gives an entry's leaf hash, `subtree` the root that was kept beside
    /// it, nil when there is none. Proofs then throw ``AuditError/incompleteTree``.
    package init(
        size: UInt64, leaf: @escaping (UInt64) -> Hash?, subtree: @escaping (UInt64) -> Hash?
    ) {
        self.size = size
        perfect = { start, level in
            Self.stored(start: start, level: level, leaf: leaf, subtree: subtree)
        }
    }

    /// A left child is the largest perfect subtree that ends where it ends, so it was kept; a
    /// right child is put together from its halves, of which the left one was kept.
    private static func stored(
        start: UInt64, level: Int, leaf: (UInt64) -> Hash?, subtree: (UInt64) -> Hash?
    ) -> Hash? {
        let width: UInt64 = 1 << UInt64(level)
        guard (start >> UInt64(level)) & 1 == 1 else { return subtree(start + width - 1) }
        guard level > 0 else { return leaf(start) }
        guard let left = stored(start: start, level: level - 1, leaf: leaf, subtree: subtree),
            let right = stored(
                start: start + width / 2, level: level - 1, leaf: leaf, subtree: subtree)
        else { return nil }
        return MerkleTree.nodeHash(left, right)
    }

    /// The root over the first `prefix` leaves; throws ``AuditError/outsideTree`` beyond the end.
    package func root(at prefix: UInt64) throws(AuditError) -> Hash {
        guard prefix <= size else { throw .outsideTree }
        return prefix == 0 ? MerkleTree.emptyRoot : try hash(of: 0..<prefix)
    }

    /// MTH(D[range]) of RFC 6962, for a range that its recursion reaches; never empty.
    func hash(of range: Range<UInt64>) throws(AuditError) -> Hash {
        let count = range.upperBound - range.lowerBound
        if count.nonzeroBitCount == 1 {
            guard let node = perfect(range.lowerBound, count.trailingZeroBitCount) else {
                throw .incompleteTree
            }
            return node
        }
        let split = range.lowerBound + Self.split(count)
        return MerkleTree.nodeHash(
            try hash(of: range.lowerBound..<split), try hash(of: split..<range.upperBound))
    }

    /// The largest power of two smaller than `count`, which is at least 2.
    static func split(_ count: UInt64) -> UInt64 {
        1 << UInt64(UInt64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
