import Testing

@testable import Sealing

@Suite struct `Envelopes` {
    static let places: [(String, @Sendable (inout SealContext) -> Void)] = [
        ("another vault", { $0.vault[0] ^= 1 }),
        ("no vault", { $0.vault = [] }),
        ("another record", { $0.record[15] ^= 0x80 }),
        ("another owner", { $0.owner[7] ^= 1 }),
        ("no owner", { $0.owner = [] }),
        ("another purpose", { $0.purpose = "note.header" }),
        ("no purpose", { $0.purpose = "" }),
        ("an earlier revision", { $0.revision -= 1 }),
        ("a later revision", { $0.revision += 1 }),
        ("a revision far away", { $0.revision += 1 << 32 }),
        ("record and owner swapped", { swap(&$0.record, &$0.owner) }),
        ("vault and record swapped", { swap(&$0.vault, &$0.record) }),
        ("a byte moved to the next field", { $0.record.insert($0.vault.removeLast(), at: 0) }),
        (
            "a byte moved to the purpose",
            {
                $0.purpose = "\u{3}" + $0.purpose; $0.owner.removeLast()
            }
        ),
    ]

    @Test(arguments: [0, 1, 126, 127, 128, 1000, 70_000])
    func `open to what was sealed`(size: Int) throws {
        let key = try SecretKey.random()
        let plain = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        let envelope = try Envelope.seal(plain, with: key, for: pinnedContext())
        #expect(try Envelope.open(envelope, with: key, for: pinnedContext()) == plain)
        #expect(envelope.count == 1 + 24 + 32 + Padding.padded(size) + 16)
        #expect(envelope[0] == 1)
    }

    /// Attacks 1 to 4: swapped rows, clients, fields and revisions.
    @Test(arguments: places.map(\.0)) func `open in no other place`(name: String) throws {
        let change = try #require(Self.places.first { $0.0 == name }).1
        let key = try SecretKey.random()
        let envelope = try Envelope.seal([1, 2, 3], with: key, for: pinnedContext())
        var place = pinnedContext()
        change(&place)
        #expect(place != pinnedContext() && place.canonical != pinnedContext().canonical)
        #expect(throws: SealingError.wrongKeyOrPlace) {
            try Envelope.open(envelope, with: key, for: place)
        }
    }

    @Test func `open with no other key`() throws {
        let envelope = try Envelope.seal([1], with: try SecretKey.random(), for: pinnedContext())
        #expect(throws: SealingError.wrongKeyOrPlace) {
            try Envelope.open(envelope, with: try SecretKey.random(), for: pinnedContext())
        }
    }

    /// Attack 15: every bit of every byte, and the class tells which part it was.
    @Test func `refuse every flipped bit`() throws {
        let key = try SecretKey.random()
        let envelope = try Envelope.seal([1, 2, 3], with: key, for: pinnedContext())
        for place in envelope.indices {
            for bit in 0..<8 {
                var changed = envelope
                changed[place] ^= 1 << bit
                let expected: SealingError =
                    place == 0 ? .malformed : place < 57 ? .wrongKeyOrPlace : .changed
                #expect(throws: expected, "bit \(bit) of byte \(place)") {
                    try Envelope.open(changed, with: key, for: pinnedContext())
                }
            }
        }
    }

    @Test func `refuse every other length`() throws {
        let key = try SecretKey.random()
        let envelope = try Envelope.seal([1, 2, 3], with: key, for: pinnedContext())
        for count in 0..<envelope.count {
            let expected: SealingError = count < 1 + 24 + 32 + 16 ? .malformed : .changed
            #expect(throws: expected, "\(count) bytes") {
                try Envelope.open(Array(envelope.prefix(count)), with: key, for: pinnedContext())
            }
        }
        #expect(throws: SealingError.changed) {
            try Envelope.open(envelope + [0], with: key, for: pinnedContext())
        }
    }

    @Test func `of everything short are of one size`() throws {
        let key = try SecretKey.random()
        let sizes = try (0..<128).map {
            try Envelope.seal([UInt8](repeating: 1, count: $0), with: key, for: pinnedContext())
                .count
        }
        #expect(Set(sizes) == [201])
    }

    @Test func `carry keys`() throws {
        let wrapping = try SecretKey.random()
        let inner = try SecretKey.random()
        let envelope = try Envelope.sealKey(inner, with: wrapping, for: pinnedContext())
        let opened = try Envelope.openKey(envelope, with: wrapping, for: pinnedContext())
        #expect(bytes(of: opened) == bytes(of: inner))
        let short = try Envelope.seal([1, 2, 3], with: wrapping, for: pinnedContext())
        #expect(throws: SealingError.malformed) {
            _ = try Envelope.openKey(short, with: wrapping, for: pinnedContext())
        }
    }

    /// Attack 14: the salt makes the key of every envelope, so it must never repeat. Eight of its
    /// 24 bytes already differ a million times over. (No padding and a short place, for speed.)
    @Test func `a million times over have salts of their own`() throws {
        let key = try SecretKey.random()
        let context = SealContext(vault: [], record: [], owner: [], purpose: "", revision: 0)
        let plain = [UInt8](repeating: 1, count: 127)
        var salts = Set<UInt64>(minimumCapacity: 1_000_000)
        for _ in 0..<1_000_000 {
            let envelope = try Envelope.seal(plain, with: key, for: context)
            salts.insert(
                envelope.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 1, as: UInt64.self) })
        }
        #expect(salts.count == 1_000_000)
    }
}
