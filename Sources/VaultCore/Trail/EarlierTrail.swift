internal import Audit
internal import Documents
internal import Sealing

/// The trail of a vault that this one took everything over from, kept whole: as a file in pieces,
/// one entry a line (``TrailLines``), with the key and the signed checkpoint that it leads to.
///
/// So what was signed there stays provable, and six years of log stay with her
/// (45 CFR 164.316(b)(2)(i)).
struct EarlierTrail: Codable {
    var key: String
    var checkpoint: String
    var file: Attachment
}

/// How an export shows that a document was signed.
struct SigningProof {
    /// The statement with its signature, a signed note.
    var signature: String
    /// That the act stands in the trail.
    var proof: String
}

extension Vault {
    /// Oldest first.
    func earlierTrails() throws -> [(record: RecordSummary, trail: EarlierTrail)] {
        try records(.earlierTrail).sorted { $0.header.number < $1.header.number }
            .map { ($0, try decoded(EarlierTrail.self, try body(of: $0))) }
    }

    func earlierKeys() throws -> [VerifierKey] {
        try earlierTrails().map { try VerifierKey(encoded: $0.trail.key) }
    }

    /// The proofs that these documents were signed, and the newest signed checkpoint.
    func signingProofs(
        of documents: [(summary: RecordSummary, signed: SignedDocument)]
    ) throws -> (checkpoint: String, proofs: [SigningProof]) {
        var numbers: [RecordID: UInt64] = [:]
        try forEachEntry { entry in
            guard entry.act == .documentSign, let record = RecordID(bytes: entry.record) else {
                return
            }
            numbers[record] = entry.number
        }
        let here = documents.compactMap { numbers[$0.summary.record] }
        let present = try proofs(of: here)
        let key = try ownKey
        var found: [RecordID: SigningProof] = [:]
        for document in documents {
            guard let number = numbers[document.summary.record],
                let place = here.firstIndex(of: number)
            else { continue }
            found[document.summary.record] = try Self.proof(
                of: document.signed, by: key, present.bundles[place])
        }
        for (record, trail) in try earlierTrails() where found.count < documents.count {
            let missing = documents.filter { found[$0.summary.record] == nil }
            let key = try VerifierKey(encoded: trail.key)
            let digests = Dictionary(
                missing.map { ($0.summary.record, digest(of: $0.signed)) }, uniquingKeysWith: { $1 }
            )
            let bundles = try bundles(of: digests, in: trail, record)
            for document in missing {
                guard let bundle = bundles[document.summary.record] else { continue }
                found[document.summary.record] = try Self.proof(
                    of: document.signed, by: key, bundle)
            }
        }
        let proofs = try documents.map { document in
            guard let proof = found[document.summary.record] else {
                throw VaultError.damaged("the act of signing is not in the audit trail")
            }
            return proof
        }
        return (present.checkpoint, proofs)
    }

    private static func proof(
        of document: SignedDocument, by key: VerifierKey, _ bundle: InclusionBundle
    ) throws -> SigningProof {
        SigningProof(
            signature: try signature(of: document, by: key).encoded, proof: bundle.text)
    }

    /// What is signed of a document, with the signature as it was made.
    static func signature(
        of document: SignedDocument, by key: VerifierKey
    ) throws -> SignedNote {
        try SignedNote(document.statement + "\n", signature: document.signature, by: key)
    }

    /// Lends the entries of an earlier trail, oldest first.
    func forEachEntry(
        of trail: EarlierTrail, _ summary: RecordSummary, _ body: (AuditEntry) throws -> Void
    ) throws {
        var lines = TrailLines()
        try forEachPart(of: summary, trail.file) { part in
            try part.withUnsafeBytes { bytes in try lines.add(bytes, body) }
        }
    }

    /// The proofs in an earlier trail that these records were signed, as these digests.
    private func bundles(
        of records: [RecordID: String], in trail: EarlierTrail, _ summary: RecordSummary
    ) throws -> [RecordID: InclusionBundle] {
        var leaves: [Hash] = []
        var signings: [RecordID: AuditEntry] = [:]
        try forEachEntry(of: trail, summary) { entry in
            leaves.append(entry.leafHash)
            if entry.act == .documentSign, let record = RecordID(bytes: entry.record),
                let digest = records[record], entry[.digest] == digest
            {
                signings[record] = entry
            }
        }
        let nodes = TreeNodes(leaves)
        return try signings.mapValues { entry in
            InclusionBundle(
                proof: try nodes.inclusionProof(index: entry.number), checkpoint: trail.checkpoint,
                entry: entry.bytes)
        }
    }
}
