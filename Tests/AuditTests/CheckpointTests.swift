import Audit
import Sealing
import Testing

@Suite struct `A checkpoint` {
    static let origin = "example.com/behind-the-sofa"
    static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    static func note(_ text: String, as name: String = origin) throws -> [UInt8] {
        let key = try Trail.key()
        return try Array(SignedNote(signing: text, as: name, with: key).encoded.utf8)
    }

    static func verified(_ note: [UInt8]) throws -> Checkpoint {
        let key = try Trail.key().publicKey
        return try Checkpoint(verifying: note, origin: origin, key: key)
    }

    /// The text of the example in C2SP tlog-checkpoint.
    @Test func `reads the published text and writes it again`() throws {
        let text = "\(Self.origin)\n20852163\n\(Self.root)\n"
        let checkpoint = try Self.verified(Self.note(text))
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.root.base64 == Self.root)
        #expect(checkpoint.text == text)
        #expect(try Array(checkpoint.signed(by: Trail.key()).utf8) == Self.note(text))
    }

    @Test(arguments: [0, 1, 2, 7, 8])
    func `says what the frontier says`(_ size: Int) throws {
        var frontier = Frontier()
        for leaf in leafHashes(size) { frontier.append(leaf) }
        let checkpoint = try Checkpoint(origin: Self.origin, frontier: frontier)
        let note = try checkpoint.signed(by: Trail.key())
        let key = try Trail.key().publicKey
        #expect(try Checkpoint(verifying: note, origin: Self.origin, key: key) == checkpoint)
        #expect(checkpoint.root == MerkleTree.root(of: leafHashes(size)))
    }

    @Test func `allows extension lines`() throws {
        let checkpoint = try Self.verified(
            Self.note("\(Self.origin)\n5\n\(Self.root)\nextension\n— more\n"))
        #expect(checkpoint.size == 5)
    }

    @Test(arguments: [
        "\n", "\n\n", "ORIGIN\n", "ORIGIN\n5\n", "5\nROOT\n", "\n5\nROOT\n",
        "ORIGIN\n\nROOT\n", "ORIGIN\n5\n\n", "ORIGIN\n5\nROOT\n\n", "ORIGIN\n5\nROOT\n\nmore\n",
        "ORIGIN\n05\nROOT\n", "ORIGIN\n00\nROOT\n", "ORIGIN\n+5\nROOT\n", "ORIGIN\n-5\nROOT\n",
        "ORIGIN\n5 \nROOT\n", "ORIGIN\n0x5\nROOT\n", "ORIGIN\n٥\nROOT\n",
        "ORIGIN\n18446744073709551616\nROOT\n", "ORIGIN\n5\nROO\n",
        "ORIGIN\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "ORIGIN\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
        "ORIGIN\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
        "ORIGIN\n5\n ROOT\n", "ORIGIN\n0\nROOT\n",
    ])
    func `refuses another text though the signature is right`(_ pattern: String) throws {
        let text = pattern.replacing("ORIGIN", with: Self.origin)
            .replacing("ROOT", with: Self.root)
        let note = try Self.note(text)
        #expect(throws: AuditError.malformedCheckpoint) { try Self.verified(note) }
    }

    @Test(arguments: ["0", "1", "18446744073709551615"])
    func `takes sizes in their one form`(_ size: String) throws {
        let root = size == "0" ? MerkleTree.emptyRoot.base64 : Self.root
        let checkpoint = try Self.verified(Self.note("\(Self.origin)\n\(size)\n\(root)\n"))
        #expect("\(checkpoint.size)" == size)
    }

    @Test func `of another trail is refused though the same key signed it`() throws {
        let text = "example.com/elsewhere\n5\n\(Self.root)\n"
        let mixed = try Self.note(text)
        #expect(throws: AuditError.otherOrigin) { try Self.verified(mixed) }
        let foreign = try Self.note(text, as: "example.com/elsewhere")
        #expect(throws: AuditError.unknownSigner) { try Self.verified(foreign) }
    }

    @Test func `is refused when any bit of it is flipped`() throws {
        let note = try Self.note("\(Self.origin)\n5\n\(Self.root)\n")
        for place in note.indices {
            for bit in 0..<8 {
                var changed = note
                changed[place] ^= 1 << UInt8(bit)
                #expect(throws: AuditError.self) { try Self.verified(changed) }
            }
        }
    }

    @Test(arguments: ["", "two words", "a+b", "a\nb"])
    func `has an origin that can name a key`(_ origin: String) throws {
        let root = try hash(KnownTree.roots[1])
        #expect(throws: AuditError.malformedCheckpoint) {
            try Checkpoint(origin: origin, size: 1, root: root)
        }
    }
}
