internal import Audit
internal import Documents
internal import Sealing

/// What an opened export proves by itself, checked with the public key inside it.
///
/// That key proves who signed only after someone has compared it with the one the clinician gave
/// in another way; the program says so and shows it.
package struct ExportVerdict: Equatable, Sendable {
    /// Every file has the checksum that the list gives, and no file is missing from it.
    package var isComplete = false
    /// The list of files is signed, and with it every form that a document is in.
    package var isListed = false
    /// Each document's signature covers exactly its text and its data.
    package var isSigned = false
    /// Each act of signing stands in the trail whose signed checkpoint is inside.
    package var isInTrail = false
    /// How many signed documents there are.
    package var documents = 0
    /// The public key as it can be compared.
    package var key = ""

    package var holds: Bool { isComplete && isListed && isSigned && isInTrail }

    /// Nil when these are not the files of an export.
    init?(_ files: ExportFiles) throws {
        guard let manifest = try files.contents(of: ExportContents.manifest),
            let listed = try files.contents(of: ExportContents.listSignature),
            let keyText = try files.contents(of: ExportContents.key)
        else { return nil }
        let digests = Self.lines(of: manifest)
        isComplete = try Self.matches(digests, files)
        let keys = Self.keys(keyText)
        guard let verifier = keys.first else { return }
        key = verifier.encoded
        isListed =
            (try? SignedNote(listed).text(signedBy: verifier))
            == Array(ExportContents.statement(about: manifest).utf8)
        let checkpoint = try files.contents(of: ExportContents.checkpoint)
        let trails = try keys.indices.map { try Self.trail($0, signedBy: keys[$0], files) }
        let stems = files.names.compactMap(ExportContents.stem)
        documents = stems.count
        isSigned = true
        isInTrail = !trails.contains(where: \.isUnproven)
        for stem in stems {
            guard let note = try files.contents(of: ExportContents.signature(stem)),
                let (place, statement) = Self.statement(note, signedByOneOf: keys),
                Self.covers(statement, stem, digests)
            else {
                isSigned = false
                isInTrail = false
                continue
            }
            let stands =
                switch trails[place] {
                case .proven(let trail): trail.holds(Digest.sha256(statement).hexText)
                case .unproven: false
                case .absent:
                    // Those of an earlier vault bring the checkpoint of its trail in their proof.
                    Self.stands(
                        statement, in: try files.contents(of: ExportContents.proof(stem)) ?? [],
                        with: place == 0 ? checkpoint ?? [] : nil, key: keys[place])
                }
            isInTrail = stands && isInTrail
        }
    }

    /// The public keys: that of the vault, then those of the vaults it was taken over from.
    static func keys(_ text: [UInt8]) -> [VerifierKey] {
        let lines = String(validating: text, as: UTF8.self)?.split(separator: "\n") ?? []
        guard lines.count <= ExportContents.mostTrails else { return [] }
        let keys = lines.compactMap { try? VerifierKey(encoded: String($0)) }
        // Each once, a line each, and nothing between them.
        let written = keys.map { $0.encoded + "\n" }.joined()
        return Set(keys).count == keys.count && Array(written.utf8) == text ? keys : []
    }

    private static func statement(
        _ note: [UInt8], signedByOneOf keys: [VerifierKey]
    ) -> (place: Int, statement: [UInt8])? {
        for (place, key) in keys.enumerated() {
            if let text = try? SignedNote(note).text(signedBy: key) { return (place, text) }
        }
        return nil
    }

    /// A whole trail, where everything left.
    private enum WholeTrail {
        case absent
        case proven(PassingTrail)
        /// It does not lead to the signed checkpoint beside it.
        case unproven

        var isUnproven: Bool { if case .unproven = self { true } else { false } }
    }

    private static func trail(
        _ place: Int, signedBy key: VerifierKey, _ files: ExportFiles
    ) throws -> WholeTrail {
        guard let trail = try files.trail(ExportContents.trail(place)) else { return .absent }
        let note = try files.contents(of: ExportContents.checkpoint(place)) ?? []
        guard
            let checkpoint = try? Checkpoint(
                verifying: String(decoding: note, as: UTF8.self), origin: key.name,
                key: key.publicKey),
            trail.leads(to: checkpoint)
        else { return .unproven }
        return .proven(trail)
    }

    /// Name and checksum of each line; a line that is none makes the whole list none.
    private static func lines(of manifest: [UInt8]) -> [String: String] {
        guard let text = String(validating: manifest, as: UTF8.self) else { return [:] }
        var digests: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard line.dropFirst(64).hasPrefix("  "),
                digests.updateValue(String(line.prefix(64)), forKey: String(line.dropFirst(66)))
                    == nil
            else { return [:] }
        }
        return digests
    }

    /// Every line of the list holds, and no file but the list and its signature is missing from it.
    private static func matches(_ digests: [String: String], _ files: ExportFiles) throws -> Bool {
        let others: Set = [ExportContents.manifest, ExportContents.listSignature]
        guard Set(digests.keys).union(others) == Set(files.names), !digests.isEmpty else {
            return false
        }
        return try digests.allSatisfy { name, digest in try files.digest(name) == digest }
    }

    private static func covers(
        _ statement: [UInt8], _ stem: String, _ digests: [String: String]
    ) -> Bool {
        let lines = String(decoding: statement, as: UTF8.self).split(separator: "\n")
        guard lines.first == "vault.document/v1" else { return false }
        return [("text-sha256", ExportFormat.text), ("note-sha256", .json)].allSatisfy {
            label, format in
            guard let digest = digests[ExportContents.name(of: format, stem)] else { return false }
            return lines.contains(Substring("\(label) \(digest)"))
        }
    }

    private static func stands(
        _ statement: [UInt8], in proof: [UInt8], with checkpoint: [UInt8]?, key: VerifierKey
    ) -> Bool {
        do {
            let bundle = try InclusionBundle(proof)
            let entry = try bundle.provenEntry(origin: key.name, key: key.publicKey)
            return entry.act == .documentSign
                && (checkpoint == nil || checkpoint == Array(bundle.checkpoint.utf8))
                && entry[.digest] == Digest.sha256(statement).hexText
        } catch {
            return false
        }
    }
}
