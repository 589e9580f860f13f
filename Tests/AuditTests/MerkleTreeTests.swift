import Audit
import Testing

/// Known answers of the Certificate Transparency test tree: eight leaves, the roots over the first
/// 0 to 8 of them, and published proofs.
enum KnownTree {
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ].map { MerkleTree.leafHash(bytes(hex: $0)) }

    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    struct Inclusion: Sendable {
        let index: UInt64
        let size: Int
        let path: [String]
    }

    static let inclusions = [
        Inclusion(index: 0, size: 1, path: []),
        Inclusion(
            index: 0, size: 8,
            path: [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]),
        Inclusion(
            index: 5, size: 8,
            path: [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]),
        Inclusion(
            index: 2, size: 3,
            path: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        Inclusion(
            index: 1, size: 5,
            path: [
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]),
    ]

    struct Consistency: Sendable {
        let old: Int
        let new: Int
        let path: [String]
    }

    static let consistencies = [
        Consistency(old: 1, new: 1, path: []),
        Consistency(
            old: 1, new: 8,
            path: [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]),
        Consistency(
            old: 6, new: 8,
            path: [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]),
        Consistency(
            old: 2, new: 5,
            path: [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]),
    ]
}

@Suite struct `Merkle tree` {
    @Test(arguments: 0...8)
    func `has the published root`(_ size: Int) throws {
        let leaves = KnownTree.leaves.prefix(size)
        #expect("\(MerkleTree.root(of: leaves))" == KnownTree.roots[size])
        #expect(try "\(TreeNodes(Array(leaves)).root(at: UInt64(size)))" == KnownTree.roots[size])
    }

    @Test(arguments: KnownTree.inclusions)
    func `makes and takes the published inclusion proof`(_ known: KnownTree.Inclusion) throws {
        let leaves = Array(KnownTree.leaves.prefix(known.size))
        let proof = try MerkleTree.inclusionProof(index: known.index, of: leaves)
        #expect(proof.path.map(\.description) == known.path)
        try InclusionProof(
            index: known.index, size: UInt64(known.size), path: known.path.map(hash)
        ).verify(leaf: leaves[Int(known.index)], root: hash(KnownTree.roots[known.size]))
    }

    @Test(arguments: KnownTree.consistencies)
    func `makes and takes the published consistency proof`(_ known: KnownTree.Consistency) throws {
        let leaves = Array(KnownTree.leaves.prefix(known.new))
        let proof = try MerkleTree.consistencyProof(from: UInt64(known.old), of: leaves)
        #expect(proof.path.map(\.description) == known.path)
        try ConsistencyProof(
            oldSize: UInt64(known.old), newSize: UInt64(known.new), path: known.path.map(hash)
        ).verify(
            oldRoot: hash(KnownTree.roots[known.old]), newRoot: hash(KnownTree.roots[known.new]))
    }

    @Test func `hashes leaves and nodes apart`() {
        let (left, right) = (KnownTree.leaves[0], KnownTree.leaves[1])
        #expect(
            MerkleTree.nodeHash(left, right) != MerkleTree.leafHash(left.bytes + right.bytes))
    }

    @Test(arguments: [0, 31, 33, 64])
    func `a hash has 32 bytes`(_ count: Int) {
        #expect(throws: AuditError.malformedHash) {
            try Hash([UInt8](repeating: 7, count: count))
        }
    }

    /// Root computed apart from this program, in Python with `hashlib`.
    @Test(.timeLimit(.minutes(1)))
    func `takes a hundred thousand leaves in one pass`() {
        #expect(
            "\(MerkleTree.root(of: leafHashes(100_000)))"
                == "68da32ef99ece5365f752ed80d9aec0715ac4766b2212d3511f7871f474e0c7f")
    }
}

@Suite struct `The frontier` {
    @Test func `returns the largest perfect subtree that ends with the leaf`() {
        let leaves = leafHashes(130)
        var frontier = Frontier()
        for (index, leaf) in leaves.enumerated() {
            let kept = frontier.append(leaf)
            let width = 1 << (index + 1).trailingZeroBitCount
            #expect(kept == MerkleTree.root(of: leaves[(index + 1 - width)...index]))
            #expect(frontier.size == UInt64(index + 1))
        }
    }

    @Test func `is rebuilt at any size from the kept subtree roots`() throws {
        let leaves = leafHashes(130)
        var growing = Frontier()
        var kept: [Hash] = []
        for size in 0...leaves.count {
            let needed = Frontier.entriesNeeded(size: UInt64(size)).map { kept[Int($0)] }
            let rebuilt = try Frontier(size: UInt64(size), subtrees: needed)
            #expect(rebuilt == growing)
            #expect(try rebuilt.root == TreeNodes(leaves).root(at: UInt64(size)))
            if size < leaves.count { kept.append(growing.append(leaves[size])) }
        }
    }

    @Test(
        arguments: [
            (0, []), (1, [0]), (2, [1]), (3, [1, 2]), (7, [3, 5, 6]), (8, [7]),
            (100, [63, 95, 99]),
        ] as [(UInt64, [UInt64])])
    func `needs one entry for each binary one of the size`(_ size: UInt64, _ entries: [UInt64]) {
        #expect(Frontier.entriesNeeded(size: size) == entries)
    }

    @Test func `needs 64 entries at the largest size`() {
        #expect(Frontier.entriesNeeded(size: .max).count == 64)
        #expect(Frontier.entriesNeeded(size: 1 << 63) == [(1 << 63) - 1])
    }

    @Test(arguments: [(0, 1), (7, 2), (7, 4), (8, 0)])
    func `refuses too few and too many subtree roots`(_ size: UInt64, _ count: Int) {
        #expect(throws: AuditError.incompleteTree) {
            try Frontier(size: size, subtrees: leafHashes(count))
        }
    }
}
