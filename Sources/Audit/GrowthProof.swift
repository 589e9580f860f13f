/// A signed checkpoint with the proof that the trail grew to it from an earlier size: what a
/// witness needs (the body of C2SP tlog-witness `add-checkpoint`).
///
///     old N
///     BASE64(hash)                 one a line; none where N is the checkpoint's own size
///     (empty line)
///     the signed checkpoint
///
/// Nothing that was parsed is to be believed before ``WitnessMemory`` has judged it.
package struct GrowthProof: Equatable, Sendable {
    package let oldSize: UInt64
    package let path: [Hash]
    /// The signed note, exactly as it was made.
    package let checkpoint: String

    /// `checkpoint` must be the signed note of the tree that `proof` leads to.
    package init(_ proof: ConsistencyProof, checkpoint: String) {
        oldSize = proof.oldSize
        path = proof.path
        self.checkpoint = checkpoint
    }

    /// As many as the format allows.
    private static let longestPath = 63

    /// The file's text.
    package var text: String {
        (["old \(oldSize)"] + path.map(\.base64)).joined(separator: "\n") + "\n\n" + checkpoint
    }

    /// Reads the file; throws ``AuditError/malformedProof`` for anything ``text`` would not write.
    package init(_ encoded: [UInt8]) throws(AuditError) {
        var file = try ProofText(encoded)
        guard let number = file.next(after: "old "), let oldSize = UInt64(decimal: number) else {
            throw .malformedProof
        }
        self.oldSize = oldSize
        path = try file.hashes(atMost: Self.longestPath)
        checkpoint = file.checkpoint
    }
}
