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
            case streamed(size: Int, Writing)
            /// Run twice: once to see how long it is.
            case measured(Writing)
        }

        typealias Writing = (_ append: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    }

    private let parts: [Part]
    /// The signed checkpoint that travels inside, and lies beside the export as a witness.
    let note: String
    private let sign: (String) throws -> String

    /// These signed documents, in this order, with proofs that all lead to one checkpoint.
    init(
        _ documents: [(summary: RecordSummary, signed: SignedDocument)],
        formats: [ExportFormat], beside: [Part] = [], in vault: Vault
    ) throws {
        let (checkpoint, proofs) = try vault.signingProofs(of: documents)
        var parts = [Part(Self.readme, Self.readmeText)] + beside
        for (index, item) in documents.enumerated() {
            let stem = Self.stem(index, of: documents.count)
            parts += formats.map { format in
                Part(
                    name: Self.name(of: format, stem),
                    body: .made { try format.render(item.signed) })
            }
            parts.append(Part(Self.signature(stem), proofs[index].signature))
            parts.append(Part(Self.proof(stem), proofs[index].proof))
        }
        try self.init(parts, checkpoint: checkpoint, in: vault)
    }

    /// These files, with the checkpoint and the public keys: the vault's own, then those of the
    /// vaults that it took over.
    init(_ parts: [Part], checkpoint: String, in vault: Vault) throws {
        note = checkpoint
        let (origin, keys) = (vault.origin, vault.keys)
        sign = { text in
            try SignedNote(signing: text, as: origin, with: keys.signingKey).encoded
        }
        let lines = try [vault.verifierKey] + vault.earlierKeys().map(\.encoded)
        self.parts =
            parts + [
                Part(Self.checkpoint, checkpoint),
                Part(Self.key, lines.map { $0 + "\n" }.joined()),
            ]
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
        guard name.hasSuffix(".signature"), name != listSignature else { return nil }
        return String(name.dropLast(".signature".count))
    }

    /// The whole trail where everything leaves: that of the vault, or of an earlier one by its
    /// place from 1.
    static func trail(_ place: Int) -> String {
        place == 0 ? "audit/trail.txt" : "audit/earlier-\(place).txt"
    }

    /// The signed checkpoint that such a trail leads to.
    static func checkpoint(_ place: Int) -> String {
        place == 0 ? checkpoint : "audit/earlier-\(place).checkpoint.txt"
    }

    /// The place that a whole trail has by its name; nil for any other file.
    static func place(ofTrail name: String) -> Int? {
        (0..<mostTrails).first { trail($0) == name }
    }

    /// More vaults than anyone took over one after the other.
    static let mostTrails = 64

    /// Whether a verdict reads the file itself, and not only its checksum.
    static func isNeededText(_ name: String) -> Bool {
        [manifest, checkpoint, key].contains(name) || name.hasSuffix(".signature")
            || name.hasPrefix("proof") || name.hasSuffix(".checkpoint.txt")
    }

    /// What is signed of a list of files: its digest, because a list can be long.
    static func statement(about manifest: [UInt8]) -> String {
        "vault.manifest/v1\nsha256 \(Digest.sha256(manifest).hexText)\n"
    }

    /// Lends every file in its order, and at the end the list of their checksums and its signature.
    func forEach(
        _ body: (_ name: String, _ size: Int, _ contents: @escaping Part.Writing) throws -> Void
    ) throws {
        var manifest = ""
        for part in parts {
            let (size, write) = try Self.written(part.body)
            let tally = Tally()
            try body(part.name, size) { append in
                try write { bytes in
                    tally.add(bytes)
                    try append(bytes)
                }
            }
            manifest += "\(tally.result.digest.hexText)  \(part.name)\n"
        }
        let signature = try sign(Self.statement(about: Array(manifest.utf8)))
        for (name, text) in [(Self.manifest, manifest), (Self.listSignature, signature)] {
            let bytes = Array(text.utf8)
            try body(name, bytes.count) { try bytes.withUnsafeBytes($0) }
        }
    }

    private static func written(_ body: Part.Body) throws -> (size: Int, write: Part.Writing) {
        switch body {
        case .made(let make):
            let bytes = try make()
            return (bytes.count, { try bytes.withUnsafeBytes($0) })
        case .streamed(let size, let write): return (size, write)
        case .measured(let write):
            var size = 0
            try write { size += $0.count }
            return (size, write)
        }
    }

    /// About what a document takes up in all its forms, for the look at the free space.
    static let usualSize = 256 << 10

    /// About what all of it will take up.
    var usualSize: Int {
        parts.reduce(0) { sum, part in
            if case .streamed(let size, _) = part.body { return sum + size + Self.usualSize / 64 }
            return sum + Self.usualSize / 16
        }
    }
}

extension ExportContents.Part {
    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    init(_ name: String, _ bytes: [UInt8]) { self.init(name: name, body: .made { bytes }) }
}
