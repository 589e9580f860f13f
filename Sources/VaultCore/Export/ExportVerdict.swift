internal import Audit
internal import Documents
internal import Sealing

/// What an opened export proves by itself, checked with the public key inside it.
///
/// That key proves who signed only after someone has compared it with the one the clinician gave
/// in another way; the program says so and shows it.
package struct ExportVerdict: Equatable, Sendable {
    /// Every file has the checksum that the manifest gives.
    package var isComplete = false
    /// The signature covers exactly this text and this data.
    package var isSigned = false
    /// The act of signing stands in the trail whose signed checkpoint is inside.
    package var isInTrail = false
    /// The public key as it can be compared.
    package var key = ""

    package var holds: Bool { isComplete && isSigned && isInTrail }

    /// Nil when these are not the files of an export.
    init?(_ files: [(name: String, contents: [UInt8])]) {
        let contents = Dictionary(files.map { ($0.name, $0.contents) }) { first, _ in first }
        guard let manifest = contents[ExportContents.manifest],
            let signature = contents[ExportContents.signature],
            let proof = contents[ExportContents.proof],
            let keyText = contents[ExportContents.key]
        else { return nil }
        isComplete = Self.matches(manifest, contents)
        guard
            let encoded = String(validating: keyText, as: UTF8.self)?.split(separator: "\n").first,
            let verifier = try? VerifierKey(encoded: String(encoded))
        else { return }
        key = verifier.encoded
        guard let statement = try? SignedNote(signature).text(signedBy: verifier) else { return }
        isSigned = Self.covers(statement, contents)
        isInTrail = Self.stands(
            statement, in: proof, with: contents[ExportContents.checkpoint], key: verifier)
    }

    /// Every line of the manifest holds, and no file but the manifest is missing from it.
    private static func matches(_ manifest: [UInt8], _ contents: [String: [UInt8]]) -> Bool {
        guard let text = String(validating: manifest, as: UTF8.self) else { return false }
        var named: Set<String> = [ExportContents.manifest]
        for line in text.split(separator: "\n") {
            let name = String(line.dropFirst(66))
            guard let file = contents[name], line.dropFirst(64).hasPrefix("  "),
                line.prefix(64) == Digest.sha256(file).hexText
            else { return false }
            named.insert(name)
        }
        return named == Set(contents.keys)
    }

    private static func covers(_ statement: [UInt8], _ contents: [String: [UInt8]]) -> Bool {
        let lines = String(decoding: statement, as: UTF8.self).split(separator: "\n")
        let expected = [
            "text-sha256": ExportFormat.text.fileName, "note-sha256": ExportFormat.json.fileName,
        ]
        guard lines.first == "vault.document/v1" else { return false }
        return expected.allSatisfy { label, name in
            guard let file = contents[name] else { return false }
            return lines.contains(Substring("\(label) \(Digest.sha256(file).hexText)"))
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
