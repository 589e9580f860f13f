internal import Foundation

/// Standard Base64 (RFC 4648 §4) of which only the one canonical form is read.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Nil unless encoding the result gives the same characters back: no missing padding, no
    /// stray bits, no characters to skip.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        text.withContiguousStorageIfAvailable(decode) ?? Array(text).withUnsafeBufferPointer(decode)
    }

    private static func decode(_ letters: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard letters.count.isMultiple(of: 4) else { return nil }
        let padding = letters.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var all: UInt32 = 0
        var last: UInt32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: letters.count / 4 * 3) { bytes, count in
            values.withUnsafeBufferPointer { values in
                func take(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
                    let (first, second) = (values[Int(first)], values[Int(second)])
                    let (third, fourth) = (values[Int(third)], values[Int(fourth)])
                    all |= first | second | third | fourth
                    last = first << 18 | second << 12 | third << 6 | fourth
                    bytes[count] = UInt8(truncatingIfNeeded: last >> 16)
                    bytes[count + 1] = UInt8(truncatingIfNeeded: last >> 8)
                    bytes[count + 2] = UInt8(truncatingIfNeeded: last)
                    count += 3
                }
                var place = 0
                let end = letters.count - (padding > 0 ? 4 : 0)
                while place < end {
                    take(
                        letters[place], letters[place + 1], letters[place + 2], letters[place + 3])
                    place += 4
                }
                guard padding > 0 else { return }
                let zero = UInt8(ascii: "A")
                take(letters[end], letters[end + 1], padding == 2 ? zero : letters[end + 2], zero)
            }
            count -= padding
        }
        // Of the last letter before the padding, some bits say nothing.
        let stray: UInt32 = padding == 2 ? 0xFFFF : padding == 1 ? 0xFF : 0
        return all < 64 && last & stray == 0 ? bytes : nil
    }

    /// What each letter stands for; 64 for those that are none.
    private static let values: [UInt32] = {
        let letters = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        return (0...255).map { letters.firstIndex(of: $0).map(UInt32.init) ?? 64 }
    }()
}

extension UnsafeRawBufferPointer {
    /// Where a byte stands first.
    func place(of byte: UInt8) -> Int? {
        guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else {
            return nil
        }
        return UnsafeRawPointer(found) - start
    }
}

extension [UInt8] {
    func place(of byte: UInt8) -> Int? { withUnsafeBytes { $0.place(of: byte) } }
}

/// Lower-case hexadecimal.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        let characters = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: characters, as: UTF8.self)
    }
}

extension UInt64 {
    /// An ASCII decimal without sign or leading zeros, as checkpoints and proofs write sizes.
    init?(decimal text: some Collection<UInt8>) {
        let isCanonical = text.first != UInt8(ascii: "0") || text.count == 1
        guard isCanonical, !text.isEmpty,
            text.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.init(String(decoding: text, as: UTF8.self))
    }
}

extension FixedWidthInteger where Self: UnsignedInteger {
    /// Big-endian bytes, as a key's id stands before a signature.
    init(octets: some Collection<UInt8>) {
        self = octets.reduce(0) { $0 << 8 | Self($1) }
    }

    var octets: [UInt8] {
        stride(from: Self.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: self >> Self($0))
        }
    }
}

extension Collection<UInt8> {
    /// Texts are taken apart as bytes: Swift's characters would join or equate different ones.
    var lines: [SubSequence] {
        split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// Printable ASCII without the space: nothing that reads as a sentence or moves a terminal.
    var isToken: Bool {
        func isToken(_ bytes: some Collection<UInt8>) -> Bool {
            bytes.allSatisfy { (0x21...0x7E).contains($0) }
        }
        return withContiguousStorageIfAvailable { isToken($0) } ?? isToken(self)
    }
}

extension Array {
    /// Whether each comes before the next.
    func ascend(_ isBefore: (Element, Element) -> Bool) -> Bool {
        var place = 1
        while place < count {
            guard isBefore(self[place - 1], self[place]) else { return false }
            place += 1
        }
        return true
    }
}
