import Audit
import Sealing
import Testing

/// C2SP tlog-cosignature over the checkpoint of its own example.
@Suite struct `A cosignature` {
    static let body = """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        """
    static let name = "witness.example.com/w1"
    static let seed = [UInt8](repeating: 7, count: 32)
    static let time: UInt64 = 1_679_315_147
    /// Computed apart from this program, in Python with `cryptography` and `struct`.
    static let key =
        "witness.example.com/w1+8122a5ab+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
    static let line =
        "— witness.example.com/w1 gSKlqwAAAABkGFDLWr4Jea05CAgwNVtwky0Jgz6WfX0QJgM//FkB/W9BoT9TX0Dk"
        + "TxG+2cT4p/ViKNhUM/SnUwFcYQzugGFQ15LwDw==\n"

    static func signed() throws -> SignedNote {
        try SignedNote(signing: body, as: "example.com/behind-the-sofa", with: Trail.key())
    }

    static func cosigned(
        _ note: SignedNote, _ seed: [UInt8] = seed, _ name: String = name, at time: UInt64 = time
    ) throws -> SignedNote {
        try note.cosigned(by: signingKey(seed), named: name, at: time)
    }

    static func time(in note: String, by key: String = key) throws -> UInt64 {
        try SignedNote(Array(note.utf8)).confirmed(by: WitnessKey(encoded: key))
    }

    @Test func `is the outside one, byte for byte`() throws {
        let note = try Self.cosigned(Self.signed())
        #expect(note.encoded == (try Self.signed().encoded) + Self.line)
        #expect(try Self.time(in: note.encoded) == Self.time)
        #expect(try WitnessKey(encoded: Self.key).encoded == Self.key)
        #expect(try WitnessKey(encoded: Self.key).hexId == "8122a5ab")
    }

    @Test func `leaves the vault's signature and unknown lines as they are`() throws {
        let vault = try VerifierKey(
            name: "example.com/behind-the-sofa", publicKey: Trail.key().publicKey)
        // A second line under the vault's own name, of a kind that is not known here.
        let second = "— example.com/behind-the-sofa \(String(repeating: "AAAA", count: 30))\n"
        let shown = try SignedNote(Array((Self.signed().encoded + second).utf8))
        let note = try Self.cosigned(shown)
        #expect(note.encoded == shown.encoded + Self.line)
        #expect(try note.text(signedBy: vault) == Array(Self.body.utf8))
        let twice = try Self.cosigned(note, [UInt8](repeating: 8, count: 32), "w2", at: 5)
        #expect(twice.encoded.hasPrefix(note.encoded))
        #expect(try Self.time(in: twice.encoded) == Self.time)
    }

    @Test func `given again later, the latest counts`() throws {
        let note = try Self.cosigned(Self.cosigned(Self.signed()), at: Self.time + 86_400)
        #expect(try Self.time(in: note.encoded) == Self.time + 86_400)
    }

    /// C2SP tlog-cosignature: the time must not exceed 2^63 - 1.
    @Test func `of a time beyond all time is refused though it is signed`() throws {
        let last = UInt64(Int64.max)
        #expect(
            try Self.time(in: Self.cosigned(Self.signed(), at: last).encoded) == last)
        #expect(throws: AuditError.badSignature) {
            try Self.time(in: Self.cosigned(Self.signed(), at: last + 1).encoded)
        }
    }

    @Test func `has room among 16 lines, and no more`() throws {
        var note = try Self.signed()
        for index in 0..<15 {
            note = try Self.cosigned(note, [UInt8](repeating: UInt8(index), count: 32), "w\(index)")
        }
        #expect(try SignedNote(Array(note.encoded.utf8)).signatures.count == 16)
        #expect(throws: AuditError.malformedNote) { try Self.cosigned(note) }
    }

    /// Attack 43: the forger's own key under the witness's name, and everything near the right line.
    static let refused: [(String, AuditError)] = {
        let signature = line.dropFirst("— \(name) ".count).dropLast()
        let mirror = String(line.reversed())
        return [
            ("", .unknownWitness),
            (line.replacing("w1 ", with: "w2 "), .unknownWitness),
            (line.replacing("gSKlqw", with: "gSKlqg"), .unknownWitness),
            // Another time than the one that was signed.
            (line.replacing("AAAABkGFDL", with: "AAAABkGFDM"), .badSignature),
            (line.replacing("LwDw", with: "LwDQ"), .badSignature),
            (line + line.replacing("AAAABkGFDL", with: "AAAABkGFDM"), .badSignature),
            // Beyond 2^63 - 1.
            (line.replacing("gSKlqwAAAABkGFDL", with: "gSKlq/////9kGFDL"), .badSignature),
            // Without a time, as a plain signature has none.
            ("— \(name) gSKlqw" + String(repeating: "A", count: 85) + "=\n", .badSignature),
            ("— \(name) gSKlqwAA\n", .badSignature),
            (line.replacing("\n", with: "\u{1}\n"), .malformedNote),
            // Then the vault's line is a part of the text.
            ("\n" + line, .badSignature),
            ("— \(name)\n", .malformedNote),
            ("- \(name) \(signature)\n", .malformedNote),
            (String(repeating: line, count: 16), .malformedNote),
            (String(repeating: line, count: 10_000), .malformedNote),
            (mirror, .malformedNote),
        ]
    }()

    @Test(arguments: refused)
    func `that does not hold is refused (attack 43)`(lines: String, error: AuditError) throws {
        let note = try Self.signed().encoded + lines
        #expect(throws: error) { try Self.time(in: note) }
    }

    @Test func `of a forger under the same name counts for nothing`() throws {
        let forged = try Self.cosigned(Self.signed(), [UInt8](repeating: 9, count: 32))
        #expect(throws: AuditError.unknownWitness) { try Self.time(in: forged.encoded) }
        #expect(try Self.time(in: Self.cosigned(forged).encoded) == Self.time)
    }

    @Test func `of another text is refused`() throws {
        let other = try SignedNote(
            signing: Self.body.replacing("20852163", with: "20852164"),
            as: "example.com/behind-the-sofa", with: Trail.key())
        #expect(throws: AuditError.badSignature) {
            try Self.time(in: other.encoded + Self.line)
        }
    }

    @Test func `is no signature of a note, and no signature of a note is one`() throws {
        let key = try signingKey(Self.seed)
        let plain = try SignedNote(signing: Self.body, as: Self.name, with: key)
        #expect(throws: AuditError.unknownWitness) { try Self.time(in: plain.encoded) }
        let verifier = try VerifierKey(name: Self.name, publicKey: key.publicKey)
        #expect(throws: AuditError.unknownSigner) {
            try Self.cosigned(Self.signed()).text(signedBy: verifier)
        }
        #expect(throws: AuditError.malformedKey) { try VerifierKey(encoded: Self.key) }
        #expect(throws: AuditError.malformedKey) { try WitnessKey(encoded: verifier.encoded) }
    }

    @Test func `has a key of which every changed character is refused`() {
        let whole = Array(Self.key.utf8)
        for place in whole.indices {
            var changed = whole
            changed[place] ^= 1
            #expect(throws: AuditError.malformedKey) {
                try WitnessKey(encoded: String(decoding: changed, as: UTF8.self))
            }
            #expect(throws: AuditError.malformedKey) {
                try WitnessKey(encoded: String(decoding: whole[..<place], as: UTF8.self))
            }
        }
    }
}
