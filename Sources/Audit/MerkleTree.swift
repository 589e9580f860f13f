internal import Sealing

/// The Merkle tree of RFC 6962 §2.1 over SHA-256.
///
/// Leaves and inner nodes are hashed with different first bytes, so none can pass for the other.
/// The functions take leaf *hashes*: a tree can be checked by someone who may not read the leaves.
package enum MerkleTree {
    /// The root of a tree without leaves: SHA-256 of nothing.
    package static let emptyRoot = Hash(of: [])

    /// SHA-256(0x00 ‖ leaf).
    package static func leafHash(_ leaf: [UInt8]) -> Hash { leafHash(leaf[...]) }

    package static func leafHash(_ leaf: ArraySlice<UInt8>) -> Hash {
        Hash {
            $0.update(0x00)
            $0.update(leaf)
        }
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    package static func nodeHash(_ left: Hash, _ right: Hash) -> Hash {
        Hash {
            $0.update(0x01)
            left.feed(&$0)
            right.feed(&$0)
        }
    }

    /// The root over `leaves`, in one pass that holds no more than one hash a level.
    package static func root(of leaves: some Sequence<Hash>) -> Hash {
        var frontier = Frontier()
        for leaf in leaves { frontier.append(leaf) }
        return frontier.root
    }

    /// The proof that the leaf at `index` (from 0) is in the tree over `leaves`.
    package static func inclusionProof(
        index: UInt64, of leaves: [Hash]
    ) throws(AuditError) -> InclusionProof {
        try TreeNodes(leaves).inclusionProof(index: index)
    }

    /// The proof that the tree over `leaves` begins with the tree over the first `size` of them.
    package static func consistencyProof(
        from size: UInt64, of leaves: [Hash]
    ) throws(AuditError) -> ConsistencyProof {
        try TreeNodes(leaves).consistencyProof(from: size)
    }
}
