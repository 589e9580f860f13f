/// Bech32 (BIP-173) without its limit of 90 characters, as age writes its keys.
///
/// It works on buffers and not on strings, so that a secret key can stay in guarded memory. Both
/// all-uppercase and all-lowercase text is read; mixed case is refused.
enum Bech32 {
    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    private static let checksumSize = 6
    private static let separator = UInt8(ascii: "1")

    /// Characters needed for `count` bytes behind `prefix`.
    static func length(prefix: String, count: Int) -> Int {
        prefix.utf8.count + 1 + (count * 8 + 4) / 5 + checksumSize
    }

    /// Where the separator stands in well-formed text whose checksum holds; otherwise nil.
    static func separatorIndex(in text: UnsafeRawBufferPointer) -> Int? {
        guard text.allSatisfy({ (33...126).contains($0) }),
            !(text.contains { lowercased($0) != $0 } && text.contains { uppercased($0) != $0 }),
            let index = text.lastIndex(of: separator), index > 0,
            text.count - index > checksumSize
        else { return nil }
        var checksum = Checksum(prefix: text[..<index].lazy.map(lowercased))
        for character in text[(index + 1)...] {
            guard let value = value(of: character) else { return nil }
            checksum.add(value)
        }
        return checksum.state == 1 ? index : nil
    }

    /// Decodes `text` with exactly this lowercase prefix into exactly as many bytes as `target`
    /// holds; false, with `target` undefined, when the text is anything else.
    static func decode(
        _ text: UnsafeRawBufferPointer, prefix: String, into target: UnsafeMutableRawBufferPointer
    ) -> Bool {
        guard text.count == length(prefix: prefix, count: target.count),
            let index = separatorIndex(in: text),
            text[..<index].lazy.map(lowercased).elementsEqual(prefix.utf8)
        else { return false }
        var bits: UInt32 = 0
        var held: UInt32 = 0
        var count = 0
        for character in text[(index + 1)...].dropLast(checksumSize) {
            guard let value = value(of: character) else { return false }
            bits = (bits << 5 | UInt32(value)) & 0xfff
            held += 5
            if held >= 8 {
                held -= 8
                target[count] = UInt8(truncatingIfNeeded: bits >> held)
                count += 1
            }
        }
        return bits & ((1 << held) - 1) == 0
    }

    /// Writes `bytes` behind a lowercase `prefix`; `target` holds ``length(prefix:count:)`` bytes.
    static func encode(
        _ bytes: UnsafeRawBufferPointer, prefix: String, uppercase: Bool,
        into target: UnsafeMutableRawBufferPointer
    ) {
        var place = 0
        func put(_ character: UInt8) {
            target[place] = uppercase ? uppercased(character) : character
            place += 1
        }
        var checksum = Checksum(prefix: prefix.utf8)
        func put(value: UInt8) {
            checksum.add(value)
            put(alphabet[Int(value)])
        }
        prefix.utf8.forEach { put($0) }
        put(separator)
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for byte in bytes {
            bits = (bits << 8 | UInt32(byte)) & 0xffff
            held += 8
            while held >= 5 {
                held -= 5
                put(value: UInt8(bits >> held & 0x1f))
            }
        }
        if held > 0 {
            put(value: UInt8(bits << (5 - held) & 0x1f))
        }
        for value in checksum.final {
            put(alphabet[Int(value)])
        }
    }

    private static func value(of character: UInt8) -> UInt8? {
        alphabet.firstIndex(of: lowercased(character)).map { UInt8($0) }
    }

    private static func lowercased(_ character: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character) ? character | 0x20 : character
    }

    private static func uppercased(_ character: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character) ? character & ~0x20 : character
    }
}

/// The BCH code of BIP-173 over five-bit values.
private struct Checksum {
    private(set) var state: UInt32 = 1

    /// Starts with the prefix: high bits, a zero, low bits.
    init(prefix: some Collection<UInt8>) {
        prefix.forEach { add($0 >> 5) }
        add(0)
        prefix.forEach { add($0 & 0x1f) }
    }

    mutating func add(_ value: UInt8) {
        let generator: [5 of UInt32] = [
            0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
        ]
        let top = state >> 25
        state = (state & 0x1ff_ffff) << 5 ^ UInt32(value)
        for bit in 0..<5 where top >> UInt32(bit) & 1 == 1 {
            state ^= generator[bit]
        }
    }

    /// The six values that bring the state to one.
    var final: [UInt8] {
        var end = self
        (0..<6).forEach { _ in end.add(0) }
        let remainder = end.state ^ 1
        return (0..<6).map { UInt8(remainder >> UInt32(5 * (5 - $0)) & 0x1f) }
    }
}
