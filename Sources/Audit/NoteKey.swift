package import Sealing

/// The public half of an Ed25519 key under its name, as C2SP signed-note writes it:
/// `name+hexid+base64`.
///
/// Its type byte says what the key signs: what one kind signed never passes for another's.
package protocol NoteKey: Hashable, Sendable {
    static var signatureType: UInt8 { get }
    var name: String { get }
    var publicKey: PublicKey { get }
    /// SHA-256(name ‖ 0x0A ‖ type ‖ public key), first four bytes, big-endian.
    var id: UInt32 { get }

    /// Throws ``AuditError/malformedKey`` when the name is empty or has a space, plus or control
    /// character.
    init(name: String, publicKey: PublicKey) throws(AuditError)
}

extension NoteKey {
    /// The id of such a key, or what its initializer throws.
    static func id(name: String, publicKey: PublicKey) throws(AuditError) -> UInt32 {
        guard VerifierKey.isName(name) else { throw .malformedKey }
        let hash = Digest.sha256(Array(name.utf8) + [0x0A, signatureType] + publicKey.bytes)
        return UInt32(octets: hash.prefix(4))
    }

    /// Reads ``encoded``; throws ``AuditError/malformedKey`` for a wrong id, another signature
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

    /// The key as C2SP signed-note and Go's `sumdb/note` write it.
    package var encoded: String {
        "\(name)+\(hexId)+" + Base64.encode([Self.signatureType] + publicKey.bytes)
    }

    /// Eight digits that stand in names of files.
    package var hexId: String { Hexadecimal.encode(id.octets) }

    /// Names are compared as bytes: Swift's `==` takes different spellings of é for equal.
    func signed(_ signature: NoteSignature) -> Bool {
        signature.id == id && signature.name.utf8.elementsEqual(name.utf8)
    }
}
