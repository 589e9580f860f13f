package import Sealing

/// The public half of a witness's key under its name (C2SP tlog-cosignature, Ed25519).
///
/// Another type byte than a ``VerifierKey``: what a witness signs can never pass for a note of its
/// own, nor the other way round.
package struct WitnessKey: NoteKey {
    package static let signatureType: UInt8 = 0x04

    package let name: String
    package let publicKey: PublicKey
    package let id: UInt32

    package init(name: String, publicKey: PublicKey) throws(AuditError) {
        id = try Self.id(name: name, publicKey: publicKey)
        self.name = name
        self.publicKey = publicKey
    }
}

extension SignedNote {
    /// The same note with one more line: that `key`'s owner has seen it, at this second since 1970,
    /// as the longest consistent state of its trail. All other lines stay.
    ///
    /// Whoever calls this has checked that. Throws ``AuditError/malformedNote`` when the note has
    /// no room for the line.
    package func cosigned(
        by key: borrowing SigningKey, named name: String, at time: UInt64
    ) throws(AuditError) -> SignedNote {
        let witness = try WitnessKey(name: name, publicKey: key.publicKey)
        let signature = key.sign(cosignedMessage(at: time))
        return try adding(
            NoteSignature(
                name: name, id: witness.id, signature: time.octets + signature))
    }

    /// When `witness` confirmed the note, in seconds since 1970: the latest of its lines.
    ///
    /// Throws ``AuditError/badSignature`` if any line under this key's name and id is wrong, and
    /// ``AuditError/unknownWitness`` if there is none.
    package func confirmed(by witness: WitnessKey) throws(AuditError) -> UInt64 {
        var times: [UInt64] = []
        for line in signatures where witness.signed(line) {
            let time = UInt64(octets: line.signature.prefix(8))
            guard time <= UInt64(Int64.max),
                witness.publicKey.verifies(
                    Array(line.signature.dropFirst(8)), of: cosignedMessage(at: time))
            else { throw .badSignature }
            times.append(time)
        }
        guard let last = times.max() else { throw .unknownWitness }
        return last
    }

    /// C2SP tlog-cosignature: two lines, then the note's whole text.
    private func cosignedMessage(at time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n".utf8) + content
    }
}
