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
        guard
            let encoded = String(validating: keyText, as: UTF8.self)?.split(separator: "\n").first,
            let verifier = try? VerifierKey(encoded: String(encoded))
        else { return }
        key = verifier.encoded
        isListed = (try? SignedNote(listed).text(signedBy: verifier)) == manifest
        let checkpoint = try files.contents(of: ExportContents.checkpoint)
        let stems = files.names.compactMap(ExportContents.stem)
        documents = stems.count
        isSigned = true
        isInTrail = true
        for stem in stems {
            guard let signature = try files.contents(of: ExportContents.signature(stem)),
                let statement = try? SignedNote(signature).text(signedBy: verifier),
                Self.covers(statement, stem, digests)
            else {
                isSigned = false
                isInTrail = false
                continue
            }
            let proof = try files.contents(of: ExportContents.proof(stem)) ?? []
            isInTrail =
                Self.stands(statement, in: proof, with: checkpoint, key: verifier) && isInTrail
        }
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
            return entry.act == .documentSign && checkpoint == Array(bundle.checkpoint.utf8)
                && entry[.digest] == Digest.sha256(statement).hexText
        } catch {
            return false
        }
    }
}
