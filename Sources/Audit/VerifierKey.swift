package import Sealing

/// The public half of a note signer under its name (C2SP signed-note, Ed25519).
///
/// What stands on the recovery sheet and what a reviewer needs: `name+hexid+base64`.
package struct VerifierKey: Hashable, Sendable {
    /// Ed25519 signatures as specified by C2SP signed-note; the only kind we take.
    static let signatureType: UInt8 = 0x01

    package let name: String
    package let publicKey: PublicKey
    /// SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), first four bytes, big-endian.
    package let id: UInt32

    /// Throws ``AuditError/malformedKey`` when the name is empty or has a space, plus or control
    /// character.
    package init(name: String, publicKey: PublicKey) throws(AuditError) {
        guard Self.isName(name) else { throw .malformedKey }
        self.name = name
        self.publicKey = publicKey
        let hash = Digest.sha256(
            Array(name.utf8) + [0x0A, Self.signatureType] + publicKey.bytes)
        id = UInt32(octets: hash.prefix(4))
    }

    /// Reads ``encoded``; throws ``AuditError/malformedKey`` for a wrong id, an unknown signature
    /// type, or any other character.
    package init(encoded: String) throws(AuditError) {
        let parts = encoded.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(parts[0]),
            let key = Base64.decode(parts[2]), key.first == Self.signatureType
        else { throw .malformedKey }
        do {
            try self.init(name: name, publicKey: PublicKey(Array(key.dropFirst())))
        } catch {
            throw .malformedKey
        }
        guard self.encoded.utf8.elementsEqual(encoded.utf8) else { throw .malformedKey }
    }

    /// The verifier key as C2SP signed-note and Go's `sumdb/note` write it.
    package var encoded: String {
        "\(name)+\(Hexadecimal.encode(id.octets))+"
            + Base64.encode([Self.signatureType] + publicKey.bytes)
    }

    /// Names are compared as bytes: Swift's `==` takes different spellings of é for equal.
    func signed(_ signature: NoteSignature) -> Bool {
        signature.id == id && signature.name.utf8.elementsEqual(name.utf8)
    }

    /// Non-empty, no Unicode space, no plus, no control character.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 != "+" && !$0.properties.isWhitespace && $0.value >= 0x20
            }
    }
}
