package import Sealing

/// A text with signature lines (C2SP signed-note).
///
///     text, one or more lines
///     (empty line)
///     — NAME BASE64(key id, 4 bytes ‖ signature)
///
/// What was parsed is not yet to be believed: ``text(signedBy:)`` is the only door to the text.
package struct SignedNote: Sendable {
    /// More signature lines than this make a note malformed.
    package static let mostSignatures = 16
    /// No note is longer than this, in bytes.
    package static let longest = 1 << 18

    /// UTF-8, ending with a newline; signed exactly as it stands.
    let content: [UInt8]
    package let signatures: [NoteSignature]

    /// Signs `text`, which must end with a newline and hold no other control character, under a
    /// name without spaces and plus. Throws ``AuditError/malformedNote`` or
    /// ``AuditError/malformedKey``.
    package init(
        signing text: String, as name: String, with key: borrowing SigningKey
    ) throws(AuditError) {
        let content = Array(text.utf8)
        guard Self.isClean(content), content.last == Self.newline else { throw .malformedNote }
        let verifier = try VerifierKey(name: name, publicKey: key.publicKey)
        self.content = content
        signatures = [
            NoteSignature(name: name, id: verifier.id, signature: key.sign(content))
        ]
    }

    /// The same note with one more signature, under the same or another name.
    package func signed(
        as name: String, with key: borrowing SigningKey
    ) throws(AuditError) -> SignedNote {
        let verifier = try VerifierKey(name: name, publicKey: key.publicKey)
        return try adding(
            NoteSignature(name: name, id: verifier.id, signature: key.sign(content)))
    }

    /// A text and the signature that `key` once made of it; ``text(signedBy:)`` tells whether it did.
    package init(
        _ text: String, signature: [UInt8], by key: VerifierKey
    ) throws(AuditError) {
        let content = Array(text.utf8)
        guard Self.isClean(content), content.last == Self.newline else { throw .malformedNote }
        self.content = content
        signatures = [NoteSignature(name: key.name, id: key.id, signature: signature)]
    }

    /// Reads a note; throws ``AuditError/malformedNote`` for anything the format does not allow.
    package init(_ encoded: [UInt8]) throws(AuditError) {
        guard encoded.count <= Self.longest, Self.isClean(encoded), encoded.last == Self.newline,
            let end = Self.endOfText(encoded)
        else { throw .malformedNote }
        let lines = encoded[(end + 1)...].dropLast().lines
        guard lines.count <= Self.mostSignatures else { throw .malformedNote }
        var signatures: [NoteSignature] = []
        for line in lines { signatures.append(try NoteSignature(line: line)) }
        content = Array(encoded[..<end])
        self.signatures = signatures
    }

    /// The same text with one more signature line.
    func adding(_ line: NoteSignature) throws(AuditError) -> SignedNote {
        guard signatures.count < Self.mostSignatures else { throw .malformedNote }
        return SignedNote(content: content, signatures: signatures + [line])
    }

    private init(content: [UInt8], signatures: [NoteSignature]) {
        self.content = content
        self.signatures = signatures
    }

    /// The text, if `key` signed it.
    ///
    /// Signatures of other keys are ignored, also those that share the name or the id but not
    /// both. Throws ``AuditError/badSignature`` if any signature under this key's name and id is
    /// wrong, and ``AuditError/unknownSigner`` if there is none.
    package func text(signedBy key: VerifierKey) throws(AuditError) -> [UInt8] {
        let known = signatures.filter(key.signed)
        guard !known.isEmpty else { throw .unknownSigner }
        guard known.allSatisfy({ key.publicKey.verifies($0.signature, of: content) }) else {
            throw .badSignature
        }
        return content
    }

    /// The note as it is written to files.
    package var encoded: String {
        String(decoding: content + [Self.newline], as: UTF8.self)
            + signatures.map(\.line).joined()
    }

    private static let newline = UInt8(ascii: "\n")

    /// UTF-8 without control characters below U+0020 other than the newline.
    private static func isClean(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 || $0 == newline }
            && String(validating: bytes, as: UTF8.self) != nil
    }

    /// Where the empty line before the signatures stands: after the text's last newline.
    private static func endOfText(_ bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().last { bytes[$0] == newline && bytes[$0 - 1] == newline }
    }
}

/// One signature line of a note, not yet verified.
package struct NoteSignature: Sendable {
    package let name: String
    package let id: UInt32
    package let signature: [UInt8]

    init(name: String, id: UInt32, signature: [UInt8]) {
        self.name = name
        self.id = id
        self.signature = signature
    }

    /// Reads a line without its newline.
    init(line: some Collection<UInt8>) throws(AuditError) {
        let parts = line.split(
            separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("—".utf8),
            let name = String(validating: parts[1], as: UTF8.self), VerifierKey.isName(name),
            let blob = Base64.decode(parts[2]), blob.count > 4
        else { throw .malformedNote }
        self.init(
            name: name, id: UInt32(octets: blob.prefix(4)),
            signature: Array(blob.dropFirst(4)))
    }

    /// The line with its newline.
    var line: String {
        "— \(name) \(Base64.encode(id.octets + signature))\n"
    }
}
