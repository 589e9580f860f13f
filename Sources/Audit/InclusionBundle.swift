package import Sealing

/// One entry with everything needed to check it offline: C2SP tlog-proof, version 1.
///
///     c2sp.org/tlog-proof@v1
///     extra BASE64(entry)          the entry's bytes, leaf and opening; may be absent
///     index N
///     BASE64(hash)                 one a line, the leaf's sibling first
///     (empty line)
///     the signed checkpoint
///
/// It goes along with an export. What was parsed is not to be believed before
/// ``proves(leaf:origin:key:)`` or ``provenEntry(origin:key:)``.
package struct InclusionBundle: Equatable, Sendable {
    package let index: UInt64
    package let path: [Hash]
    /// The signed note, exactly as it was made.
    package let checkpoint: String
    /// The entry's bytes (``AuditEntry/bytes``), when they travel along.
    package let entry: [UInt8]?

    /// `checkpoint` must be the signed note of the tree that `proof` was made in.
    package init(proof: InclusionProof, checkpoint: String, entry: [UInt8]?) {
        self.init(index: proof.index, path: proof.path, checkpoint: checkpoint, entry: entry)
    }

    private init(index: UInt64, path: [Hash], checkpoint: String, entry: [UInt8]?) {
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
        self.entry = entry
    }

    private static let header = "c2sp.org/tlog-proof@v1"
    /// A tree of 2^64 leaves has no longer path.
    private static let longestPath = 64

    /// The file's text.
    package var text: String {
        let extra = entry.map { ["extra \(Base64.encode($0))"] } ?? []
        let lines = [Self.header] + extra + ["index \(index)"] + path.map(\.base64)
        return lines.joined(separator: "\n") + "\n\n" + checkpoint
    }

    /// Reads the file; throws ``AuditError/malformedProof`` for anything ``text`` would not write.
    /// The checkpoint inside is only read by the verification.
    package init(_ encoded: [UInt8]) throws(AuditError) {
        var file = try ProofText(encoded)
        guard let rest = file.next(after: Self.header), rest.isEmpty else { throw .malformedProof }
        var entry: [UInt8]?
        if let extra = file.next(after: "extra ") {
            guard let bytes = Base64.decode(extra) else { throw .malformedProof }
            entry = bytes
        }
        guard let number = file.next(after: "index "), let index = UInt64(decimal: number) else {
            throw .malformedProof
        }
        self.init(
            index: index, path: try file.hashes(atMost: Self.longestPath),
            checkpoint: file.checkpoint, entry: entry)
    }

    /// That `leaf` stands at ``index`` of the trail `origin` signed with `key`: gives back the
    /// checkpoint that covers it. Throws what ``Checkpoint`` and ``InclusionProof`` throw.
    @discardableResult
    package func proves(
        leaf: Hash, origin: String, key: PublicKey
    ) throws(AuditError) -> Checkpoint {
        let signed = try Checkpoint(verifying: checkpoint, origin: origin, key: key)
        try InclusionProof(index: index, size: signed.size, path: path)
            .verify(leaf: leaf, root: signed.root)
        return signed
    }

    /// The entry that travelled along, once it is proven and says the number it stands at.
    package func provenEntry(
        origin: String, key: PublicKey
    ) throws(AuditError) -> AuditEntry {
        guard let bytes = entry else { throw .malformedProof }
        let leaf = AuditEntry.leaf(in: bytes)
        try proves(leaf: MerkleTree.leafHash(leaf), origin: origin, key: key)
        let entry = try AuditEntry(bytes: bytes)
        guard entry.number == index else { throw .proofDoesNotVerify }
        return entry
    }
}
