import Audit
import Sealing
import Testing

/// A whole trail computed apart from this program: in Python, leaves with `struct`, tree with
/// `hashlib`, signature with `cryptography`, from the fields that ``Trail`` uses.
enum SecondOpinion {
    static let verifierKey =
        "vault.example/0011223344556677+45baa7d9+AQOh"
        + "B7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    static let checkpoint = """
        vault.example/0011223344556677
        11
        rGz60NO5pGxQ4Vp6w8rJtRdHBU0IJqmGVQ9UOWV9BKE=

        — vault.example/0011223344556677 Rbqn2YQLNvrWweV9fU2XT9AgfXhBQhzJ36Fy+qtAw+c\
        t3R2x5UgvRVehvzmq/HeMAP1VJiP/1fE4R2wW8RIE56dHeQY=

        """

    static let bundle = """
        c2sp.org/tlog-proof@v1
        extra AAAAE3ZhdWx0LmF1ZGl0LmxlYWYvdjEAAAAIAAAAAAAAAAEAAAAIAAAAAAAAAAYAAAAIAA\
        ABoggQJvAAAAAI/////////iAAAAANZG9jdW1lbnQuc2lnbgAAAAxwcmFjdGl0aW9uZXIAAAAQAA\
        ECAwQFBgcICQoLDA0ODwAAABAQERITFBUWFxgZGhscHR4fAAAACAAAAAAAAAABAAAACAAAAAAAAA\
        AHAAAAIPeyiwldQaEDcn/MN9zn31ulr2gI4UsAg9ckZqAw35BWAAAACAAAAAAAAAAAAAAAEAYGBg\
        YGBgYGBgYGBgYGBgY=
        index 6
        Fhzi9DFrR8KpEIKr3k0hEEfq80jHWpKTq9kH1oUo7Zo=
        8enm82CkS4ZaQUk+JpMsyhg9FPPKepJCyi1CYuv8U5Q=
        R+BFw25facVbdBtjQ3feT3K/7HlXeCX9UVZuEPQURhw=
        pKBl6F1r+0DHr5SKOdGaJH1LBbe7g9GXpgqujOv/3OY=

        vault.example/0011223344556677
        11
        rGz60NO5pGxQ4Vp6w8rJtRdHBU0IJqmGVQ9UOWV9BKE=

        — vault.example/0011223344556677 Rbqn2YQLNvrWweV9fU2XT9AgfXhBQhzJ36Fy+qtAw+c\
        t3R2x5UgvRVehvzmq/HeMAP1VJiP/1fE4R2wW8RIE56dHeQY=

        """
}

@Suite struct `A second opinion` {
    @Test func `comes to the same checkpoint`() throws {
        let trail = try Trail(SecondOpinion.size)
        let note = try #require(trail.rows.last?.checkpoint)
        #expect(String(decoding: note, as: UTF8.self) == SecondOpinion.checkpoint)
        let key = try VerifierKey(name: Trail.origin, publicKey: Trail.key().publicKey)
        #expect(key.encoded == SecondOpinion.verifierKey)
    }

    @Test func `comes to the same proof file`() throws {
        let trail = try Trail(SecondOpinion.size)
        let bundle = InclusionBundle(
            proof: try MerkleTree.inclusionProof(index: 6, of: trail.hashes),
            checkpoint: SecondOpinion.checkpoint, entry: trail.leaves[6])
        #expect(bundle.text == SecondOpinion.bundle)
    }
}

extension SecondOpinion { static let size = 11 }

@Suite struct `An inclusion bundle` {
    static func proven(_ text: some Sequence<UInt8>) throws -> AuditEntry {
        let key = try Trail.key().publicKey
        return try InclusionBundle(Array(text)).provenEntry(origin: Trail.origin, key: key)
    }

    @Test func `proves the entry it carries with the public key only`() throws {
        #expect(try Self.proven(SecondOpinion.bundle.utf8) == Trail.entry(6))
        let bundle = try InclusionBundle(Array(SecondOpinion.bundle.utf8))
        #expect(bundle.text == SecondOpinion.bundle)
    }

    @Test(arguments: 1...20)
    func `proves every entry at every size`(_ size: Int) throws {
        let trail = try Trail(size)
        let note = String(decoding: try #require(trail.rows.last?.checkpoint), as: UTF8.self)
        let key = try Trail.key().publicKey
        for index in 0..<size {
            let proof = try MerkleTree.inclusionProof(index: UInt64(index), of: trail.hashes)
            let whole = InclusionBundle(proof: proof, checkpoint: note, entry: trail.leaves[index])
            #expect(try Self.proven(whole.text.utf8) == Trail.entry(index))
            let bare = InclusionBundle(proof: proof, checkpoint: note, entry: nil)
            let read = try InclusionBundle(Array(bare.text.utf8))
            #expect(read == bare)
            let checkpoint = try read.proves(
                leaf: trail.hashes[index], origin: Trail.origin, key: key)
            #expect(try checkpoint == trail.checkpoint(at: size))
        }
    }

    @Test func `without the entry proves none`() throws {
        let bundle = try InclusionBundle(Array(SecondOpinion.bundle.utf8))
        let lines = bundle.text.split(separator: "\n", omittingEmptySubsequences: false)
        let bare = lines.filter { !$0.hasPrefix("extra ") }.joined(separator: "\n")
        #expect(throws: AuditError.malformedProof) { try Self.proven(bare.utf8) }
    }

    @Test func `is refused when any bit of it is flipped (attack 44)`() throws {
        let text = Array(SecondOpinion.bundle.utf8)
        for place in text.indices {
            for bit in 0..<8 {
                var changed = text
                changed[place] ^= 1 << UInt8(bit)
                #expect(throws: AuditError.self) { try Self.proven(changed) }
            }
        }
    }

    @Test func `is refused cut off anywhere or with anything behind`() throws {
        let text = Array(SecondOpinion.bundle.utf8)
        for count in text.indices {
            #expect(throws: AuditError.self) { try Self.proven(text.prefix(count)) }
        }
        for more in ["\n", "x", "\0", " "] {
            #expect(throws: AuditError.self) { try Self.proven(text + Array(more.utf8)) }
        }
    }

    struct Bent: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout [String]) -> Void

        init(_ name: String, _ change: @escaping @Sendable (inout [String]) -> Void) {
            testDescription = name
            self.change = change
        }
    }

    /// Lines 0 to 6: header, extra, index, four hashes; then an empty one and the checkpoint.
    @Test(arguments: [
        Bent("another version") { $0[0] = "c2sp.org/tlog-proof@v2" },
        Bent("no header") { $0.removeFirst() },
        Bent("no index") { $0.remove(at: 2) },
        Bent("index first") { $0.swapAt(1, 2) },
        Bent("two extras") { $0.insert($0[1], at: 1) },
        Bent("two indexes") { $0.insert($0[2], at: 2) },
        Bent("extra is no Base64") { $0[1] = "extra ???" },
        Bent("leading zero") { $0[2] = "index 06" },
        Bent("negative") { $0[2] = "index -6" },
        Bent("two spaces") { $0[2] = "index  6" },
        Bent("a carriage return") { $0[2] += "\r" },
        Bent("beyond 64 bits") { $0[2] = "index 18446744073709551616" },
        Bent("a short hash") { $0[3] = "AAAA" },
        Bent("a hash without padding") { $0[3].removeLast() },
        Bent("65 hashes") { $0.insert(contentsOf: repeatElement($0[3], count: 61), at: 3) },
        Bent("no empty line") { $0.remove(at: 7) },
    ])
    func `refuses another form`(_ bent: Bent) throws {
        var lines = SecondOpinion.bundle.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        bent.change(&lines)
        #expect(throws: AuditError.malformedProof) {
            try InclusionBundle(Array(lines.joined(separator: "\n").utf8))
        }
    }

    @Test(arguments: [
        Bent("index of the neighbour") { $0[2] = "index 7" },
        Bent("index at the size") { $0[2] = "index 11" },
        Bent("largest index") { $0[2] = "index 18446744073709551615" },
        Bent("an extra hash") { $0.insert($0[3], at: 7) },
        Bent("a missing hash") { $0.remove(at: 4) },
        Bent("no hashes") { $0.removeSubrange(3..<7) },
        Bent("hashes swapped") { $0.swapAt(3, 4) },
    ])
    func `refuses another path (attack 44)`(_ bent: Bent) throws {
        var lines = SecondOpinion.bundle.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        bent.change(&lines)
        let text = lines.joined(separator: "\n").utf8
        #expect(throws: AuditError.proofDoesNotVerify) { try Self.proven(text) }
    }

    /// The owner's key signed a tree in which a leaf says another number than its place.
    @Test func `refuses an entry that says another number`() throws {
        let leaves = try [0, 2, 1].map { try Trail.entry($0).bytes }
        let trail = try Trail(leaves: leaves)
        let bundle = InclusionBundle(
            proof: try MerkleTree.inclusionProof(index: 1, of: trail.hashes),
            checkpoint: String(decoding: try #require(trail.rows[2].checkpoint), as: UTF8.self),
            entry: leaves[1])
        #expect(throws: AuditError.proofDoesNotVerify) { try Self.proven(bundle.text.utf8) }
    }
}
