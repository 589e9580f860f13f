import Testing

@testable import Sealing

@Suite struct `Canonical bytes` {
    @Test func `are length-prefixed, big-endian and pinned`() {
        var encoder = CanonicalBytes(label: "l/v1")
        encoder.append([UInt8]())
        encoder.append([0xff, 0x00])
        encoder.append("é")
        encoder.append(0x0102_0304_0506_0708)
        let expected = """
            00000004 6c2f7631  00000000  00000002 ff00  00000002 c3a9  00000008 0102030405060708
            """
        #expect(encoder.bytes == hex(expected))
    }

    @Test func `of different fields differ`() {
        func encoded(_ fields: [String]) -> [UInt8] {
            var encoder = CanonicalBytes(label: "l")
            fields.forEach { encoder.append($0) }
            return encoder.bytes
        }
        let lists = [
            [], [""], ["", ""], ["a"], ["a", ""], ["", "a"], ["ab"], ["a", "b"], ["a", "b", ""],
            ["\u{0}"], ["\u{0}\u{0}\u{0}\u{0}"],
        ]
        #expect(Set(lists.map(encoded)).count == lists.count)
    }

    @Test func `are read back`() throws {
        var encoder = CanonicalBytes(label: "l")
        encoder.append([1, 2, 3])
        encoder.append("words")
        encoder.append(UInt64.max)
        var reader = try CanonicalReader(encoder.bytes, label: "l")
        #expect(try reader.field() == [1, 2, 3])
        #expect(try reader.text() == "words")
        #expect(try reader.number() == .max)
        try reader.finish()
    }

    @Test func `cut off anywhere are refused`() throws {
        var encoder = CanonicalBytes(label: "l")
        encoder.append([1, 2, 3])
        for count in 0..<encoder.bytes.count {
            #expect(throws: SealingError.malformed, "\(count) bytes") {
                var reader = try CanonicalReader(Array(encoder.bytes.prefix(count)), label: "l")
                _ = try reader.field()
            }
        }
    }

    @Test(arguments: [
        "00000001 6d", "00000002 6c6c", "ffffffff 6c", "7fffffff 6c", "00000002 6c", "00000000",
        "00000001 ff",
    ]) func `with another label are refused`(text: String) {
        #expect(throws: SealingError.malformed) { _ = try CanonicalReader(hex(text), label: "l") }
    }

    @Test func `with something left over are refused`() throws {
        var encoder = CanonicalBytes(label: "l")
        encoder.append("more")
        let reader = try CanonicalReader(encoder.bytes, label: "l")
        #expect(throws: SealingError.malformed) { try reader.finish() }
        let trailing = try CanonicalReader(CanonicalBytes(label: "l").bytes + [0], label: "l")
        #expect(throws: SealingError.malformed) { try trailing.finish() }
    }

    @Test(arguments: [0, 1, 7, 9, 16]) func `with a number of another width are refused`(
        width: Int
    ) throws {
        var encoder = CanonicalBytes(label: "l")
        encoder.append([UInt8](repeating: 0, count: width))
        var reader = try CanonicalReader(encoder.bytes, label: "l")
        #expect(throws: SealingError.malformed) { try reader.number() }
    }

    @Test func `with text that is not UTF-8 are refused`() throws {
        var encoder = CanonicalBytes(label: "l")
        encoder.append([0xc3, 0x28])
        var reader = try CanonicalReader(encoder.bytes, label: "l")
        #expect(throws: SealingError.malformed) { try reader.text() }
    }
}
