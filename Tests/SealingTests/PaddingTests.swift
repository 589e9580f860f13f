import Testing

@testable import Sealing

@Suite struct `Padmé padding` {
    /// Lengths by the rule of the paper (Vectors/make_vectors.py), the end mark included.
    @Test(arguments: [
        (0, 128), (1, 128), (2, 128), (127, 128), (128, 144), (129, 144), (133, 144), (200, 208),
        (255, 256), (256, 272), (1000, 1024), (4096, 4352), (4097, 4352), (65_535, 65_536),
        (65_536, 67_584), (65_537, 67_584), (1_000_000, 1_015_808),
    ]) func `has the lengths of the paper`(count: Int, padded: Int) {
        #expect(Padding.padded(count) == padded)
        #expect(filled([UInt8](repeating: 7, count: count)).count == padded)
    }

    @Test func `adds at most an eighth and never shrinks`() {
        var previous = 0
        for count in 0..<20_000 {
            let padded = Padding.padded(count)
            #expect(padded > count && padded >= previous)
            #expect(count < 128 || (padded - count - 1) * 100 <= 12 * (count + 1))
            previous = padded
        }
    }

    @Test func `leaves few sizes to tell apart`() {
        #expect(Set((0..<1_000_000).lazy.map(Padding.padded)).count == 263)
    }

    @Test(arguments: [
        [], [0], [0x80], [0x80, 0], [1, 2, 0x80, 0, 0], [UInt8](repeating: 0, count: 300),
        [UInt8](repeating: 0x80, count: 300),
    ]) func `is taken off again`(bytes: [UInt8]) {
        var padded = filled(bytes)
        let fits = Padding.unpad(&padded)
        #expect(fits && padded == bytes)
    }

    @Test(arguments: [[], [0, 0, 0], [1], [0x80, 1], [0x81, 0], [1, 2, 3, 0, 0]])
    func `without an end mark is refused`(bytes: [UInt8]) {
        var bytes = bytes
        #expect(!Padding.unpad(&bytes))
    }
}

/// The bytes in a buffer of their padded length that held something else before.
private func filled(_ bytes: [UInt8]) -> [UInt8] {
    var target = [UInt8](repeating: 0xEE, count: Padding.padded(bytes.count))
    target.withUnsafeMutableBytes { Padding.write(bytes, into: $0) }
    return target
}
