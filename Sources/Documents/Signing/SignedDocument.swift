/// A document somebody has read and signed; it never changes again.
///
/// Only ``Review/signed(by:document:at:hash:sign:)`` makes one, or stored bytes whose signature
/// verifies. What is kept is exactly what was signed, so a later layout can't change an old note.
package struct SignedDocument: Equatable, Sendable {
    package let note: Note
    /// The printed page.
    package let text: String
    /// The note as JSON, byte for byte as it was signed.
    package let json: String
    /// What the signature covers.
    package let statement: String
    package let signature: [UInt8]

    fileprivate init(note: Note, text: String, json: String, statement: String, signature: [UInt8])
    {
        self.note = note
        self.text = text
        self.json = json
        self.statement = statement
        self.signature = signature
    }

    /// What is stored.
    package func bytes() throws -> [UInt8] {
        try JSON.bytes(
            Stored(text: text, json: json, statement: statement, signature: Hex.text(signature)))
    }

    /// Opens stored bytes: the texts must match the statement, and the statement its signature.
    package static func reopened(
        _ bytes: [UInt8], hash: ([UInt8]) -> [UInt8], verify: (String, [UInt8]) -> Bool
    ) throws(SigningError) -> SignedDocument {
        guard let stored = try? JSON.value(Stored.self, from: bytes),
            let signature = Hex.bytes(stored.signature),
            let note = try? JSON.value(Note.self, from: Array(stored.json.utf8))
        else { throw .unreadable }
        let statement = SignedStatement.text(note, text: stored.text, json: stored.json, hash: hash)
        guard statement == stored.statement, verify(statement, signature) else {
            throw .doesNotVerify
        }
        return SignedDocument(
            note: note, text: stored.text, json: stored.json, statement: statement,
            signature: signature)
    }

    private struct Stored: Codable {
        let text: String
        let json: String
        let statement: String
        let signature: String
    }
}

extension Review {
    /// Signs the document as decided. Every sentence must be decided and no finding may block.
    ///
    /// `hash` is SHA-256 and `sign` the signature of the vault's signing key; both are passed in,
    /// because keys don't belong here.
    package func signed(
        by signer: Signer, document: DocumentID, at moment: Moment, hash: ([UInt8]) -> [UInt8],
        sign: (String) throws -> [UInt8]
    ) throws -> SignedDocument {
        let final = taken(up: moment)
        guard undecided.isEmpty else { throw SigningError.undecided(count: undecided.count) }
        guard !final.asSigned.sentences.isEmpty else { throw SigningError.empty }
        guard final.blocking.isEmpty else {
            throw SigningError.blocked(count: final.blocking.count)
        }
        guard signer.isComplete else { throw SigningError.signerIncomplete }
        let note = final.note(by: signer, document: document)
        let text = PrintedNote.text(of: note)
        let json = String(decoding: try JSON.readable(note), as: UTF8.self) + "\n"
        let statement = SignedStatement.text(note, text: text, json: json, hash: hash)
        return SignedDocument(
            note: note, text: text, json: json, statement: statement,
            signature: try sign(statement))
    }
}

/// The short text that is signed. It holds no clinical word, only digests and who signed when.
enum SignedStatement {
    static func text(
        _ note: Note, text: String, json: String, hash: ([UInt8]) -> [UInt8]
    ) -> String {
        """
        vault.document/v1
        document \(note.document.record.hex)
        kind \(note.kind) \(note.kindVersion)
        text-sha256 \(Hex.text(hash(Array(text.utf8))))
        note-sha256 \(Hex.text(hash(Array(json.utf8))))
        signer \(note.signer.name)
        credentials \(note.signer.credentials)
        licence \(note.signer.licence)
        time \(note.signedAt.iso)

        """
    }
}
