import Audit
import Testing

/// Proofs of every place in every tree of up to 40 leaves, and everything that is nearly a proof.
@Suite struct `Proofs` {
    static let leaves = leafHashes(40)
    static let roots = (0...40).map { MerkleTree.root(of: leaves.prefix($0)) }

    /// Nodes looked up as a storage would: leaf hashes, and what `append` returned beside each.
    static func stored(_ size: Int) -> TreeNodes {
        var frontier = Frontier()
        let kept = leaves.prefix(size).map { frontier.append($0) }
        return TreeNodes(
            size: UInt64(size), leaf: { leaves[Int($0)] }, subtree: { kept[Int($0)] })
    }

    @Test(arguments: 0...40)
    func `prove every leaf's place`(_ size: Int) throws {
        let leaves = Array(Self.leaves.prefix(size))
        let stored = Self.stored(size)
        for index in 0..<size {
            let proof = try MerkleTree.inclusionProof(index: UInt64(index), of: leaves)
            try proof.verify(leaf: leaves[index], root: Self.roots[size])
            #expect(try stored.inclusionProof(index: UInt64(index)) == proof)
        }
        #expect(throws: AuditError.outsideTree) {
            try MerkleTree.inclusionProof(index: UInt64(size), of: leaves)
        }
    }

    @Test(arguments: 1...40)
    func `prove every earlier size`(_ size: Int) throws {
        let leaves = Array(Self.leaves.prefix(size))
        let stored = Self.stored(size)
        for old in 1...size {
            let proof = try MerkleTree.consistencyProof(from: UInt64(old), of: leaves)
            try proof.verify(oldRoot: Self.roots[old], newRoot: Self.roots[size])
            #expect(try stored.consistencyProof(from: UInt64(old)) == proof)
            #expect(try stored.root(at: UInt64(old)) == Self.roots[old])
        }
        for beyond in [0, UInt64(size) + 1] {
            #expect(throws: AuditError.outsideTree) {
                try MerkleTree.consistencyProof(from: beyond, of: leaves)
            }
        }
        #expect(throws: AuditError.outsideTree) { try stored.root(at: UInt64(size) + 1) }
    }

    @Test func `say so when a kept hash is missing`() {
        let nodes = TreeNodes(size: 13, leaf: { _ in nil }, subtree: { _ in nil })
        #expect(throws: AuditError.incompleteTree) { try nodes.inclusionProof(index: 3) }
        #expect(throws: AuditError.incompleteTree) { try nodes.consistencyProof(from: 3) }
    }

    /// Every way of bending a path: one hash changed, dropped, doubled, inserted, all pairs
    /// swapped, everything reversed, and nothing left.
    static func bent(_ path: [Hash]) -> [[Hash]] {
        let other = Hash(of: [0xEE])
        var variants: [[Hash]] = [path + [other], [other] + path, path + path]
        if !path.isEmpty { variants += [[], path.reversed()] }
        for place in path.indices {
            var changed = path
            changed[place] = other
            var dropped = path
            dropped.remove(at: place)
            var doubled = path
            doubled.insert(path[place], at: place)
            var inserted = path
            inserted.insert(other, at: place)
            variants += [changed, dropped, doubled, inserted]
            for another in path.indices where another > place {
                var swapped = path
                swapped.swapAt(place, another)
                variants.append(swapped)
            }
        }
        return variants.filter { $0 != path }
    }

    @Test(arguments: 1...40)
    func `of inclusion are refused when anything is bent (attack 44)`(_ size: Int) throws {
        let leaves = Array(Self.leaves.prefix(size))
        let root = Self.roots[size]
        func refused(_ index: UInt64, _ size: UInt64, _ path: [Hash], _ leaf: Hash, _ root: Hash) {
            #expect(throws: AuditError.proofDoesNotVerify) {
                try InclusionProof(index: index, size: size, path: path)
                    .verify(leaf: leaf, root: root)
            }
        }
        for index in 0..<UInt64(size) {
            let leaf = leaves[Int(index)]
            let path = try MerkleTree.inclusionProof(index: index, of: leaves).path
            for variant in Self.bent(path) { refused(index, UInt64(size), variant, leaf, root) }
            for other in 0..<UInt64(size) where other != index {
                refused(other, UInt64(size), path, leaf, root)
            }
            refused(UInt64(size), UInt64(size), path, leaf, root)
            refused(.max, UInt64(size), path, leaf, root)
            refused(index, 0, path, leaf, root)
            refused(index, UInt64(size), path, Hash(of: [1]), root)
            refused(index, UInt64(size), path, leaf, Hash(of: [1]))
        }
    }

    /// Someone who may choose the root hangs the true one below another hash.
    @Test(arguments: 1...40)
    func `are refused when they go on above the root (attack 44)`(_ size: Int) throws {
        let leaves = Array(Self.leaves.prefix(size))
        let (root, above) = (Self.roots[size], Hash(of: [0xEE]))
        for index in 0..<size {
            let proof = try MerkleTree.inclusionProof(index: UInt64(index), of: leaves)
            let longer = InclusionProof(
                index: proof.index, size: proof.size, path: proof.path + [above])
            let (left, right) = (MerkleTree.nodeHash(above, root), MerkleTree.nodeHash(root, above))
            for root in [left, right] {
                #expect(throws: AuditError.proofDoesNotVerify) {
                    try longer.verify(leaf: leaves[index], root: root)
                }
            }
            let old = index + 1
            let grown = try MerkleTree.consistencyProof(from: UInt64(old), of: leaves)
            let further = ConsistencyProof(
                oldSize: grown.oldSize, newSize: grown.newSize, path: grown.path + [above])
            let oldRoot = MerkleTree.nodeHash(above, Self.roots[old])
            for (oldRoot, newRoot) in [(oldRoot, left), (Self.roots[old], right)] {
                #expect(throws: AuditError.proofDoesNotVerify) {
                    try further.verify(oldRoot: oldRoot, newRoot: newRoot)
                }
            }
        }
    }

    @Test func `of inclusion are refused in an empty tree (attack 44)`() {
        let proof = InclusionProof(index: 0, size: 0, path: [])
        #expect(throws: AuditError.proofDoesNotVerify) {
            try proof.verify(leaf: MerkleTree.emptyRoot, root: MerkleTree.emptyRoot)
        }
    }

    @Test(arguments: 1...40)
    func `of consistency are refused when anything is bent (attack 44)`(_ size: Int) throws {
        let leaves = Array(Self.leaves.prefix(size))
        func refused(_ old: Int, _ new: Int, _ path: [Hash], _ oldRoot: Hash, _ newRoot: Hash) {
            #expect(throws: AuditError.proofDoesNotVerify) {
                try ConsistencyProof(oldSize: UInt64(old), newSize: UInt64(new), path: path)
                    .verify(oldRoot: oldRoot, newRoot: newRoot)
            }
        }
        let newRoot = Self.roots[size]
        for old in 1...size {
            let oldRoot = Self.roots[old]
            let path = try MerkleTree.consistencyProof(from: UInt64(old), of: leaves).path
            for variant in Self.bent(path) { refused(old, size, variant, oldRoot, newRoot) }
            for other in 0...size + 1 where other != old {
                refused(other, size, path, oldRoot, newRoot)
            }
            refused(old, size, path, Hash(of: [1]), newRoot)
            refused(old, size, path, oldRoot, Hash(of: [1]))
            refused(size + 1, size, path, oldRoot, newRoot)
            if old < size { refused(old, size, path, newRoot, oldRoot) }
        }
    }

    @Test func `of consistency never start from nothing (attack 44)`() {
        for size in 0...8 {
            let proof = ConsistencyProof(oldSize: 0, newSize: UInt64(size), path: [])
            #expect(throws: AuditError.proofDoesNotVerify) {
                try proof.verify(oldRoot: Self.roots[0], newRoot: Self.roots[size])
            }
        }
    }
}
