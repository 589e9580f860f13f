package import Sealing

/// The public half of a witness's key under its name (C2SP tlog-cosignature, Ed25519).
///
/// Another type byte than a ``VerifierKey``: what a witness signs can never pass for a note of its
/// own, nor the other way round.
package struct WitnessKey: Hashable, Sendable {
    static let signatureType: UInt8 = 0x04

    package let name: String
    package let publicKey: PublicKey
    /// SHA-256(name ‖ 0x0A ‖ 0x04 ‖ public key), first four bytes, big-endian.
    package let id: UInt32

    /// Throws ``AuditError/malformedKey`` when the name is empty or has a space, plus or control
    /// character.
    package init(name: String, publicKey: PublicKey) throws(AuditError) {
        guard VerifierKey.isName(name) else { throw .malformedKey }
        self.name = name
        self.publicKey = publicKey
        let hash = Digest.sha256(
            Array(name.utf8) + [0x0A, Self.signatureType] + publicKey.bytes)
        id = UInt32(octets: hash.prefix(4))
    }

    /// Reads ``encoded`` and nothing else; throws ``AuditError/malformedKey``.
    package init(encoded: String) throws(AuditError) {
        let parts = encoded.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(parts[0]), let key = Base64.decode(parts[2]),
            key.first == Self.signatureType
        else { throw .malformedKey }
        do {
            try self.init(name: name, publicKey: PublicKey(Array(key.dropFirst())))
        } catch {
            throw .malformedKey
        }
        guard self.encoded.utf8.elementsEqual(encoded.utf8) else { throw .malformedKey }
    }

    /// `name+hexid+base64`, as a verifier key is written.
    package var encoded: String {
        "\(name)+\(hexId)+" + Base64.encode([Self.signatureType] + publicKey.bytes)
    }

    /// Eight digits that stand in names of files.
    package var hexId: String { Hexadecimal.encode(id.octets) }

    fileprivate func made(_ signature: NoteSignature) -> Bool {
        signature.id == id && signature.name.utf8.elementsEqual(name.utf8)
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
                name: name, id: witness.id, signature: Self.octets(of: time) + signature))
    }

    /// When `witness` confirmed the note, in seconds since 1970: the latest of its lines.
    ///
    /// Throws ``AuditError/badSignature`` if any line under this key's name and id is wrong, and
    /// ``AuditError/unknownWitness`` if there is none.
    package func confirmed(by witness: WitnessKey) throws(AuditError) -> UInt64 {
        var times: [UInt64] = []
        for line in signatures where witness.made(line) {
            let time = line.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
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

    private static func octets(of time: UInt64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: time >> UInt64($0)) }
    }
}
