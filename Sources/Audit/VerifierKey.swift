package import Sealing

/// The public half of a note signer under its name (C2SP signed-note, Ed25519).
///
/// What stands on the recovery sheet and what a reviewer needs.
package struct VerifierKey: NoteKey {
    package static let signatureType: UInt8 = 0x01

    package let name: String
    package let publicKey: PublicKey
    package let id: UInt32

    package init(name: String, publicKey: PublicKey) throws(AuditError) {
        id = try Self.id(name: name, publicKey: publicKey)
        self.name = name
        self.publicKey = publicKey
    }

    /// Non-empty, no Unicode space, no plus, no control character.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 != "+" && $0.value > 0x20 && ($0.isASCII || !$0.properties.isWhitespace)
            }
    }
}
