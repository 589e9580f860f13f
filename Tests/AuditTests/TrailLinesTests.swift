import Testing

@testable import Audit

@Suite struct `A trail that goes by in lines` {
    private func entries(_ count: UInt64) throws -> [AuditEntry] {
        try (0..<count).map { number in
            try AuditEntry(
                number: number, time: 1_700_000_000_000 + number, zone: 60, act: .documentSign,
                actor: "test", salt: [UInt8](repeating: UInt8(number), count: 16))
        }
    }

    private func read(_ text: [UInt8], inPartsOf size: Int) throws -> (TrailLines, [AuditEntry]) {
        var lines = TrailLines()
        var found: [AuditEntry] = []
        for start in stride(from: 0, to: text.count, by: size) {
            try text[start..<min(start + size, text.count)].withUnsafeBytes { part in
                try lines.add(part) { found.append($0) }
            }
        }
        return (lines, found)
    }

    private func text(_ entries: [AuditEntry]) -> [UInt8] {
        Array(entries.map(TrailLines.line).joined().utf8)
    }

    @Test(arguments: [1, 7, 64, 1 << 20])
    func `is the same however it is cut`(_ size: Int) throws {
        let entries = try entries(19)
        let (lines, found) = try read(text(entries), inPartsOf: size)
        #expect(found == entries)
        let root = MerkleTree.root(of: entries.map(\.leafHash))
        let signed = try Checkpoint(origin: "o", size: 19, root: root)
        #expect(lines.leads(to: signed))
        #expect(!lines.leads(to: try Checkpoint(origin: "o", size: 18, root: root)))
    }

    @Test func `does not lead to its checkpoint with a line left over`() throws {
        let entries = try entries(3)
        let root = MerkleTree.root(of: entries.map(\.leafHash))
        let (lines, _) = try read(text(entries) + [65], inPartsOf: 50)
        #expect(!lines.leads(to: try Checkpoint(origin: "o", size: 3, root: root)))
    }

    @Test func `is refused with a gap, in another order, or as anything but entries`() throws {
        let entries = try entries(3)
        for wrong in [
            text([entries[0], entries[2]]), text([entries[1]]), text([entries[0], entries[0]]),
            Array("\n".utf8), Array("AAAA\n".utf8), text(entries).map { $0 == 65 ? 33 : $0 },
            [0xFF, 0x0A],
        ] {
            #expect(throws: (any Error).self) { try read(wrong, inPartsOf: 9) }
        }
    }
}
