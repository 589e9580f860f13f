/// What files of proofs have in common: lines, and behind an empty line the signed checkpoint.
struct ProofText {
    var lines: ArraySlice<ArraySlice<UInt8>>
    /// The signed note, exactly as it was made.
    let checkpoint: String

    /// Throws ``AuditError/malformedProof``.
    init(_ encoded: [UInt8]) throws(AuditError) {
        guard encoded.count <= SignedNote.longest,
            let end = encoded.firstRange(of: Array("\n\n".utf8)),
            let checkpoint = String(validating: encoded[end.upperBound...], as: UTF8.self)
        else { throw .malformedProof }
        lines = encoded[..<end.lowerBound].lines[...]
        self.checkpoint = checkpoint
    }

    /// What follows `prefix` in the next line; nil, and nothing is taken, where it begins otherwise.
    mutating func next(after prefix: String) -> ArraySlice<UInt8>? {
        guard let line = lines.first, line.starts(with: prefix.utf8) else { return nil }
        lines.removeFirst()
        return line.dropFirst(prefix.utf8.count)
    }

    /// The rest of the lines, each a hash.
    func hashes(atMost most: Int) throws(AuditError) -> [Hash] {
        guard lines.count <= most else { throw .malformedProof }
        var hashes: [Hash] = []
        for line in lines {
            guard let bytes = Base64.decode(line), let hash = Hash(stored: bytes) else {
                throw .malformedProof
            }
            hashes.append(hash)
        }
        return hashes
    }
}
