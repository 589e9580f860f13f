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
        guard encoded.count <= SignedNote.longest,
            let end = encoded.firstRange(of: Array("\n\n".utf8)),
            let checkpoint = String(validating: encoded[end.upperBound...], as: UTF8.self)
        else { throw .malformedProof }
        var lines = encoded[..<end.lowerBound].lines[...]
        guard let first = lines.popFirst(), first.starts(with: "old ".utf8),
            let oldSize = UInt64(decimal: first.dropFirst(4)), lines.count <= Self.longestPath
        else { throw .malformedProof }
        var path: [Hash] = []
        for line in lines {
            guard let bytes = Base64.decode(line), let hash = Hash(stored: bytes) else {
                throw .malformedProof
            }
            path.append(hash)
        }
        self.oldSize = oldSize
        self.path = path
        self.checkpoint = checkpoint
    }
}
