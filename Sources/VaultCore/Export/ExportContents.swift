internal import Audit
internal import Documents
internal import Sealing

/// The files inside an export, by their fixed neutral names.
///
/// `MANIFEST` is in `sha256sum` format and last; everything in it can be checked
/// with common programs, and the signature and the proof with the public key alone.
struct ExportContents {
    static let manifest = "MANIFEST"
    static let signature = "document.signature"
    static let proof = "proof.txt"
    static let checkpoint = "checkpoint.txt"
    static let key = "key.txt"
    static let readme = "README.txt"

    var files: [(name: String, contents: [UInt8])]
    /// The signed checkpoint that travels inside, and lies beside the export as a witness.
    var note: String

    /// Everything about one signed document. `entry` is the number of the act of signing.
    init(_ document: SignedDocument, entry: UInt64, in vault: Vault) throws {
        let bundle = try vault.proof(of: entry)
        let signed = try SignedNote(
            signing: document.statement + "\n", as: vault.origin, with: vault.keys.signingKey)
        let key = try VerifierKey(name: vault.origin, publicKey: vault.publicKey)
        note = bundle.checkpoint
        files = ExportFormat.all.map { ($0.fileName, $0.render(document)) }
        files += [
            (Self.signature, Array(signed.encoded.utf8)),
            (Self.proof, Array(bundle.text.utf8)),
            (Self.checkpoint, Array(bundle.checkpoint.utf8)),
            (Self.key, Array((key.encoded + "\n").utf8)),
            (Self.readme, Array(Self.readmeText.utf8)),
        ]
        let manifest = files.map { "\(Digest.sha256($0.contents).hexText)  \($0.name)\n" }.joined()
        files.append((Self.manifest, Array(manifest.utf8)))
    }

    /// The tar archive of all of them.
    func archive(modified: UInt64) -> [UInt8] {
        var tar = TarWriter()
        for file in files { tar.append(file.name, file.contents, modified: modified) }
        tar.finish()
        return tar.bytes
    }

    /// For whoever opens the export without this program.
    static let readmeText = """
        WHAT THIS IS

        A signed clinical document, exported from the vault of the clinician who wrote it.

          document.txt        the document, to read and to print
          document.json       the same for programs
          document.signature  what was signed, with the signature (Ed25519, C2SP signed note)
          proof.txt           proof that the act of signing stands in the clinician's audit trail
          checkpoint.txt      the state of that trail, signed
          key.txt             the public key that checks all of these
          MANIFEST            a checksum of every file

        HOW TO CHECK IT

          sha256sum -c MANIFEST

        With the vault program, `vault unseal FILE` checks checksums, signature and proof at once.
        The public key is in key.txt. It proves something only if you compare it with the one the
        clinician gave you in another way, on paper or by telephone.

        This is confidential health information. If it is not meant for you, do not read it: tell
        the clinician, and delete it.

        """
}
