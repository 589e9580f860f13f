import Audit
import Sealing
import Testing

/// The example of Go's `sumdb/note`, whose key pair and note are published with it.
enum KnownNote {
    static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
    /// What stands behind 0x01 in `PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALV…`.
    static let seed = "810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173"
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let peterLine =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
        + "otpRZb6KE6RyyBwJnAM=\n"
    static let enochLine =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWL"
        + "ox33WWd1RvMc+QQ=\n"
    /// Right form, wrong signature.
    static let peterForged = peterLine.replacing("ZJkuBS9UG", with: "ZJkuBS8UG")
    static let note = text + "\n" + peterLine
}

@Suite struct `Signed note` {
    static func opened(_ note: String, by key: String = KnownNote.peter) throws(AuditError) {
        let text = try SignedNote(Array(note.utf8)).text(signedBy: VerifierKey(encoded: key))
        #expect(String(decoding: text, as: UTF8.self) == KnownNote.text)
    }

    @Test func `opens the published example`() throws {
        try Self.opened(KnownNote.note)
        #expect(try SignedNote(Array(KnownNote.note.utf8)).encoded == KnownNote.note)
    }

    @Test func `signs the published example byte for byte`() throws {
        let key = try signingKey(bytes(hex: KnownNote.seed))
        let note = try SignedNote(signing: KnownNote.text, as: "PeterNeumann", with: key)
        #expect(note.encoded == KnownNote.note)
    }

    @Test func `ignores signatures of unknown keys`() throws {
        try Self.opened(KnownNote.note + KnownNote.enochLine)
        try Self.opened(KnownNote.text + "\n" + KnownNote.enochLine + KnownNote.peterLine)
        try Self.opened(KnownNote.note + KnownNote.enochLine, by: KnownNote.enoch)
        try Self.opened(KnownNote.note + KnownNote.enochLine.replacing("2/5n", with: "2/ABCD5n"))
    }

    @Test func `takes up to 16 signatures`() throws {
        try Self.opened(
            KnownNote.text + "\n" + String(repeating: KnownNote.enochLine, count: 15)
                + KnownNote.peterLine)
    }

    @Test func `ignores a key of the same name with another id, and the other way round`() throws {
        // Attack 43: the forger's own key under our name, then our id under another name.
        let forger = try signingKey([UInt8](repeating: 9, count: 32))
        let sameName = try SignedNote(signing: KnownNote.text, as: "PeterNeumann", with: forger)
        let forgedLine = String(sameName.encoded.dropFirst(KnownNote.text.count + 1))
        let sameId = KnownNote.peterLine.replacing("PeterNeumann", with: "PeterNeumann2")
        try Self.opened(KnownNote.note + forgedLine + sameId)
        for note in [sameName.encoded, KnownNote.text + "\n" + sameId] {
            #expect(throws: AuditError.unknownSigner) { try Self.opened(note) }
        }
    }

    /// The two spellings of é are equal for Swift's `==`; here they are two names. All else about
    /// the line is right, the id too.
    @Test func `compares names by their bytes`() throws {
        let key = try signingKey([UInt8](repeating: 9, count: 32))
        let composed = try VerifierKey(name: "caf\u{E9}", publicKey: key.publicKey)
        let note = try Array(SignedNote(signing: "x\n", as: composed.name, with: key).encoded.utf8)
        #expect(try SignedNote(note).text(signedBy: composed) == Array("x\n".utf8))
        let respelled = note.replacing(Array("\u{E9}".utf8), with: Array("e\u{301}".utf8))
        #expect(throws: AuditError.unknownSigner) {
            try SignedNote(respelled).text(signedBy: composed)
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let note: [UInt8]
        let error: AuditError

        init(_ name: String, _ note: String, _ error: AuditError = .malformedNote) {
            self.init(name, Array(note.utf8), error)
        }

        init(_ name: String, _ note: [UInt8], _ error: AuditError = .malformedNote) {
            testDescription = name
            self.note = note
            self.error = error
        }
    }

    static let refused: [Refused] = {
        let (text, peter) = (KnownNote.text, KnownNote.peterLine)
        let (enoch, forged) = (KnownNote.enochLine, KnownNote.peterForged)
        let blob = peter.dropFirst("— PeterNeumann ".count).dropLast()
        return [
            Refused("nothing", ""),
            Refused("a newline", "\n"),
            Refused("only text", text),
            Refused("an empty line and no signature", text + "\n"),
            Refused("no empty line", text + peter),
            Refused("no last newline", text + "\n" + peter.dropLast()),
            Refused("an empty line at the end", text + "\n" + peter + "\n"),
            Refused("an unexpected line", text + "\n" + peter + "Unexpected line.\n"),
            Refused("a line in between", text + "\n" + peter + "x\n" + peter),
            Refused("a control character", "\u{1}" + text + "\n" + peter),
            Refused("a tab", text + "\t\n\n" + peter),
            Refused("an escape", text + "\n" + peter.replacing("— P", with: "— \u{1B}P")),
            Refused("a NUL at the end", text + "\n" + peter + "\0"),
            Refused("carriage returns", (text + "\n" + peter).replacing("\n", with: "\r\n")),
            Refused("no UTF-8", [0xFF] + Array((text + "\n" + peter).utf8)),
            Refused("an overlong character", [0xC0, 0x80] + Array((text + "\n" + peter).utf8)),
            Refused("a hyphen", text + "\n" + peter.replacing("—", with: "-")),
            Refused("an en dash", text + "\n" + peter.replacing("—", with: "–")),
            Refused("no name", text + "\n—  \(blob)\n"),
            Refused("a name of two words", text + "\n— Peter Neumann \(blob)\n"),
            Refused("a no-break space", text + "\n— Peter\u{A0}Neumann \(blob)\n"),
            Refused("a plus", text + "\n— Peter+Neumann \(blob)\n"),
            Refused("no signature", text + "\n— PeterNeumann\n"),
            Refused("an empty signature", text + "\n— PeterNeumann \n"),
            Refused("only an id", text + "\n— PeterNeumann x08gow==\n"),
            Refused("less than an id", text + "\n— PeterNeumann x08g\n"),
            Refused("missing padding", text + "\n— PeterNeumann \(blob.dropLast())\n"),
            Refused("stray bits", text + "\n— PeterNeumann \(blob.dropLast(2))N=\n"),
            Refused("the other alphabet", text + "\n" + peter.replacing("/", with: "_")),
            Refused("a space behind", text + "\n— PeterNeumann \(blob) \n"),
            Refused("17 signatures", text + "\n" + String(repeating: peter, count: 17)),
            Refused("10,000 signatures", text + "\n" + String(repeating: peter, count: 10_000)),
            Refused(
                "10,000 strangers", text + "\n" + String(repeating: enoch, count: 10_000) + peter),
            Refused("too long", String(repeating: "x", count: 1 << 18) + "\n\n" + peter),
            Refused("a stranger", text + "\n" + enoch, .unknownSigner),
            Refused("forged", text + "\n" + forged, .badSignature),
            Refused("forged, then right", text + "\n" + forged + peter, .badSignature),
            Refused("right, then forged", text + "\n" + peter + forged, .badSignature),
            Refused(
                "a longer signature",
                text + "\n" + peter.replacing("ZJkuBS9UG", with: "ZJkuABCDBS9UG"), .badSignature),
            Refused("a short signature", text + "\n— PeterNeumann x08go/ZJ\n", .badSignature),
            Refused(
                "another text", text.replacing("answer", with: "Answer") + "\n" + peter,
                .badSignature),
            Refused("one more newline", text + "\n\n" + peter, .badSignature),
        ]
    }()

    @Test(arguments: refused)
    func `refuses (attack 43)`(_ refused: Refused) {
        #expect(throws: refused.error) {
            try SignedNote(refused.note).text(signedBy: VerifierKey(encoded: KnownNote.peter))
        }
    }

    @Test(arguments: ["", "abc", "a\u{1}\n", "a\r\n", "a\tb\n"])
    func `does not sign what it would not read`(_ text: String) throws {
        let key = try signingKey([UInt8](repeating: 9, count: 32))
        #expect(throws: AuditError.malformedNote) {
            try SignedNote(signing: text, as: "name", with: key)
        }
    }

    @Test func `signs a text with empty lines so that it reads the same again`() throws {
        let key = try signingKey([UInt8](repeating: 9, count: 32))
        let verifier = try VerifierKey(name: "name", publicKey: key.publicKey)
        for text in ["\n", "\n\n\n", "a\n\nb\n", "— a b\n\n— c d\n", "é\n"] {
            let note = try SignedNote(signing: text, as: "name", with: key)
            let read = try SignedNote(Array(note.encoded.utf8))
            #expect(try read.text(signedBy: verifier) == Array(text.utf8))
            #expect(read.encoded == note.encoded)
        }
    }
}

@Suite struct `Verifier key` {
    @Test(arguments: [KnownNote.peter, KnownNote.enoch])
    func `reads and writes the published keys`(_ encoded: String) throws {
        #expect(try VerifierKey(encoded: encoded).encoded == encoded)
    }

    @Test func `has the published id`() throws {
        #expect(try VerifierKey(encoded: KnownNote.peter).id == 0xC74F_20A3)
    }

    @Test func `refuses every part and every changed character of a key`() {
        let whole = Array(KnownNote.peter.utf8)
        func refused(_ bytes: some Collection<UInt8>) {
            #expect(throws: AuditError.malformedKey) {
                try VerifierKey(encoded: String(decoding: bytes, as: UTF8.self))
            }
        }
        for start in whole.indices {
            for end in start...whole.count where (start, end) != (0, whole.count) {
                refused(whole[start..<end])
            }
            for bit in 0..<7 {
                var changed = whole
                changed[start] ^= 1 << UInt8(bit)
                refused(changed)
            }
        }
        refused(KnownNote.peter.replacing("c74f20a3", with: "C74F20A3").utf8)
        refused((KnownNote.peter + "\n").utf8)
    }

    @Test(arguments: [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ])
    func `refuses a long key and an unknown type though the id fits`(_ encoded: String) {
        #expect(throws: AuditError.malformedKey) { try VerifierKey(encoded: encoded) }
    }

    @Test(arguments: ["", "a b", "a+b", "a\nb", "a\u{2003}b", "\u{1}"])
    func `has a name without spaces and plus`(_ name: String) throws {
        let key = try VerifierKey(encoded: KnownNote.peter).publicKey
        #expect(throws: AuditError.malformedKey) { try VerifierKey(name: name, publicKey: key) }
    }
}
