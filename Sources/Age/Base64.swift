/// Canonical Base64 (RFC 4648, section 4): standard alphabet, and one text for every value.
///
/// The header uses it without `=`; the armor pads its last line. Anything else is refused: other
/// characters, a lone sixth of a byte, and unused bits that are not zero (section 3.5).
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Six bits for every character, or 0xff where it is not in the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xff, count: 256)
        for (value, character) in alphabet.enumerated() {
            values[Int(character)] = UInt8(value)
        }
        return values
    }()

    /// Unpadded text.
    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            held += 8
            while held >= 6 {
                held -= 6
                text.append(alphabet[Int(bits >> held & 0x3f)])
            }
        }
        if held > 0 {
            text.append(alphabet[Int(bits << (6 - held) & 0x3f)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes behind unpadded text, or nil when it is not canonical.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let text = Array(text)
        var bytes = [UInt8](repeating: 0, count: text.count * 3 / 4)
        let count = text.withUnsafeBytes { source in
            bytes.withUnsafeMutableBytes { decode(source, into: $0) }
        }
        return count == nil ? nil : bytes
    }

    /// Decodes unpadded text into `target`, which holds at least three bytes for every four
    /// characters; gives the number of bytes, or nil when the text is not canonical.
    static func decode(
        _ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
    ) -> Int? {
        guard text.count % 4 != 1 else { return nil }
        return values.withUnsafeBufferPointer { values in
            var bits: UInt32 = 0
            var held: UInt32 = 0
            var count = 0
            for character in text {
                let value = values[Int(character)]
                guard value != 0xff else { return nil }
                bits = bits << 6 | UInt32(value)
                held += 6
                if held >= 8 {
                    held -= 8
                    target[count] = UInt8(truncatingIfNeeded: bits >> held)
                    count += 1
                }
            }
            let unused = bits & ((1 << held) - 1)
            return unused == 0 ? count : nil
        }
    }

    /// The same for text padded with `=` to a multiple of four characters.
    static func decodePadded(
        _ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
    ) -> Int? {
        guard text.count % 4 == 0 else { return nil }
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        return decode(UnsafeRawBufferPointer(rebasing: text.dropLast(padding)), into: target)
    }
}
