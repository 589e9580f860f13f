internal import Audit
internal import Documents
internal import Sealing

/// The files inside an export, by their fixed neutral names.
///
/// `MANIFEST` is in `sha256sum` format and signed; everything can be checked with common programs,
/// and signatures and proofs with the public key alone. A document's files are `document.*`, or
/// `document-1.*` and so on where there are several.
struct ExportContents {
    static let manifest = "MANIFEST"
    static let listSignature = "MANIFEST.signature"
    static let checkpoint = "checkpoint.txt"
    static let key = "key.txt"
    static let readme = "README.txt"
    private static let stem = "document"

    /// A file that is made when its turn comes, so that only one is in memory.
    struct Part {
        var name: String
        var body: Body

        enum Body {
            case made(() throws -> [UInt8])
            case streamed(
                size: Int, (_ append: (UnsafeRawBufferPointer) throws -> Void) throws -> Void)
        }
    }

    private(set) var parts: [Part] = []
    /// The signed checkpoint that travels inside, and lies beside the export as a witness.
    let note: String
    private let sign: (String) throws -> String

    /// Everything about these signed documents, in this order; `entry` is the number of each act
    /// of signing, and all proofs lead to one checkpoint.
    init(
        _ documents: [(document: SignedDocument, entry: UInt64)], formats: [ExportFormat],
        beside: [Part] = [], in vault: Vault
    ) throws {
        let proofs = try vault.proofs(of: documents.map(\.entry))
        note = proofs.checkpoint
        let origin = vault.origin
        let keys = vault.keys
        sign = { text in
            try SignedNote(signing: text, as: origin, with: keys.signingKey).encoded
        }
        let verifier = try VerifierKey(name: origin, publicKey: vault.publicKey)
        parts = [Part(Self.readme, Self.readmeText)] + beside
        for (index, item) in documents.enumerated() {
            let stem = Self.stem(index, of: documents.count)
            let document = item.document
            parts += formats.map { format in
                Part(
                    name: Self.name(of: format, stem), body: .made { try format.render(document) })
            }
            parts.append(Part(Self.signature(stem), try sign(document.statement + "\n")))
            parts.append(Part(Self.proof(stem), proofs.bundles[index].text))
        }
        parts += [Part(Self.checkpoint, note), Part(Self.key, verifier.encoded + "\n")]
    }

    /// What the names of a document's files begin with.
    static func stem(_ index: Int, of count: Int) -> String {
        count == 1 ? stem : "\(stem)-\(index + 1)"
    }

    static func signature(_ stem: String) -> String { stem + ".signature" }

    static func proof(_ stem: String) -> String {
        "proof" + stem.dropFirst(Self.stem.count) + ".txt"
    }

    static func name(of format: ExportFormat, _ stem: String) -> String {
        stem + format.fileName.dropFirst(Self.stem.count)
    }

    /// `document` or `document-2`, of a document's signature; nil for any other file.
    static func stem(of name: String) -> String? {
        guard name.hasPrefix(Self.stem), name.hasSuffix(".signature") else { return nil }
        return String(name.dropLast(".signature".count))
    }

    /// Whether a verdict reads the file itself, and not only its checksum.
    static func isNeededText(_ name: String) -> Bool {
        [manifest, checkpoint, key].contains(name) || name.hasSuffix(".signature")
            || name.hasPrefix("proof")
    }

    /// Lends every file in its order, and at the end the list of their checksums and its signature.
    func forEach(
        _ body: (
            _ name: String, _ size: Int,
            _ contents: @escaping ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
        ) throws -> Void
    ) throws {
        var manifest = ""
        for part in parts {
            let tally = Tally()
            switch part.body {
            case .made(let make):
                let bytes = try make()
                try body(part.name, bytes.count) { append in
                    try bytes.withUnsafeBytes { bytes in
                        tally.add(bytes)
                        try append(bytes)
                    }
                }
            case .streamed(let size, let write):
                try body(part.name, size) { append in
                    try write { bytes in
                        tally.add(bytes)
                        try append(bytes)
                    }
                }
            }
            manifest += "\(tally.result.digest.hexText)  \(part.name)\n"
        }
        for (name, text) in [(Self.manifest, manifest), (Self.listSignature, try sign(manifest))] {
            let bytes = Array(text.utf8)
            try body(name, bytes.count) { try bytes.withUnsafeBytes($0) }
        }
    }

    /// About what a document takes up in all its forms, for the look at the free space.
    static let usualSize = 256 << 10

    /// About what all of it will take up.
    var usualSize: Int {
        parts.reduce(0) { sum, part in
            if case .streamed(let size, _) = part.body { return sum + size }
            return sum + Self.usualSize / 8
        }
    }
}

extension ExportContents.Part {
    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    init(_ name: String, _ bytes: [UInt8]) { self.init(name: name, body: .made { bytes }) }
}
