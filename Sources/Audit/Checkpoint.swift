package import Sealing

/// The trail's state at one size, as C2SP tlog-checkpoint writes it: origin, size, root.
///
/// Signed by the vault's key at each commit; a copy of one, kept elsewhere, is a witness.
package struct Checkpoint: Hashable, Sendable {
    /// Which trail: also the name of the key that signs it.
    package let origin: String
    /// How many entries the trail has.
    package let size: UInt64
    /// The RFC 6962 root over them.
    package let root: Hash

    /// Throws ``AuditError/malformedCheckpoint`` when the origin is empty or has a space, plus or
    /// control character, or when a trail of no entries has another root than the empty one.
    package init(origin: String, size: UInt64, root: Hash) throws(AuditError) {
        guard VerifierKey.isName(origin), size > 0 || root == MerkleTree.emptyRoot else {
            throw .malformedCheckpoint
        }
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Of the trail that has this frontier.
    package init(origin: String, frontier: Frontier) throws(AuditError) {
        try self.init(origin: origin, size: frontier.size, root: frontier.root)
    }

    /// Three lines: origin, size in decimal, root in Base64.
    package var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }

    /// The signed note that is stored, printed and taken along.
    package func signed(by key: borrowing SigningKey) throws(AuditError) -> String {
        try SignedNote(signing: text, as: origin, with: key).encoded
    }

    /// The same with the session's signature behind the vault's (see ``SessionKeys``).
    package func signed(
        by key: borrowing SigningKey, session: borrowing SigningKey
    ) throws(AuditError) -> String {
        try SignedNote(signing: text, as: origin, with: key).signed(as: origin, with: session)
            .encoded
    }

    /// Believes a note only if `key` signed it for `origin`.
    ///
    /// Throws what ``SignedNote`` throws, ``AuditError/malformedCheckpoint`` when the text is
    /// something else, and ``AuditError/otherOrigin`` when it speaks of another trail.
    package init(
        verifying note: [UInt8], origin: String, key: PublicKey
    ) throws(AuditError) {
        let signer = try VerifierKey(name: origin, publicKey: key)
        try self.init(text: try SignedNote(note).text(signedBy: signer))
        guard self.origin.utf8.elementsEqual(origin.utf8) else { throw .otherOrigin }
    }

    package init(verifying note: String, origin: String, key: PublicKey) throws(AuditError) {
        try self.init(verifying: Array(note.utf8), origin: origin, key: key)
    }

    /// Extension lines after the third are allowed by the format, opaque, and never empty.
    private init(text: [UInt8]) throws(AuditError) {
        let lines = text.dropLast().lines
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
            let origin = String(validating: lines[0], as: UTF8.self),
            let size = UInt64(decimal: lines[1]), let bytes = Base64.decode(lines[2]),
            let root = Hash(stored: bytes)
        else { throw .malformedCheckpoint }
        try self.init(origin: origin, size: size, root: root)
    }
}
