/// That one leaf is in a tree: the siblings on its way to the root, nearest first.
///
/// Anyone with the leaf and a signed checkpoint can check it; it tells nothing about other leaves
/// but their hashes.
package struct InclusionProof: Equatable, Sendable {
    package let index: UInt64
    package let size: UInt64
    package let path: [Hash]

    package init(index: UInt64, size: UInt64, path: [Hash]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// Checks by RFC 9162 §2.1.3.2; the path must have exactly the length the tree asks for.
    ///
    /// Throws ``AuditError/proofDoesNotVerify`` for an empty tree, an index beyond it, and
    /// anything else that does not lead to `root`.
    package func verify(leaf: Hash, root: Hash) throws(AuditError) {
        guard index < size else { throw .proofDoesNotVerify }
        var place = index
        var last = size - 1
        var node = leaf
        for sibling in path {
            guard last > 0 else { throw .proofDoesNotVerify }
            if place & 1 == 1 || place == last {
                node = MerkleTree.nodeHash(sibling, node)
                let skipped = UInt64(place.trailingZeroBitCount)
                place >>= skipped
                last >>= skipped
            } else {
                node = MerkleTree.nodeHash(node, sibling)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0, node == root else { throw .proofDoesNotVerify }
    }
}

extension TreeNodes {
    /// PATH(index, D[size]) of RFC 6962 §2.1.1; throws ``AuditError/outsideTree`` beyond the end.
    package func inclusionProof(index: UInt64) throws(AuditError) -> InclusionProof {
        guard index < size else { throw .outsideTree }
        var path: [Hash] = []
        var range = 0..<size
        while range.upperBound - range.lowerBound > 1 {
            let split = range.lowerBound + Self.split(range.upperBound - range.lowerBound)
            let (left, right) = (range.lowerBound..<split, split..<range.upperBound)
            path.append(try hash(of: index < split ? right : left))
            range = index < split ? left : right
        }
        return InclusionProof(index: index, size: size, path: path.reversed())
    }
}
