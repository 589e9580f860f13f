internal import CSodium

/// Padmé padding (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PETS 2019).
///
/// A length L is rounded up so that its low bits are zero: at most 12 % is added, and the sealed
/// size tells only O(log log L) bits about the true one. Below 128 bytes everything looks the same.
package enum Padding {
    /// Nothing is sealed shorter than this.
    static let smallest = 128

    /// The padded length for `count` bytes and the end mark.
    package static func padded(_ count: Int) -> Int {
        let length = max(count + 1, smallest)
        let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
        let mantissaBits = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = (1 << (exponent - mantissaBits)) - 1
        return (length + mask) & ~mask
    }

    /// Fills `target` with the bytes, a 0x80 end mark, zeros (ISO/IEC 7816-4).
    static func write(_ bytes: some Collection<UInt8>, into target: UnsafeMutableRawBufferPointer) {
        target.copyBytes(from: bytes)
        target[bytes.count] = 0x80
        UnsafeMutableRawBufferPointer(rebasing: target[(bytes.count + 1)...])
            .initializeMemory(as: UInt8.self, repeating: 0)
    }

    /// Takes the padding off in place; false when there is no end mark.
    static func unpad(_ bytes: inout [UInt8]) -> Bool {
        let mark = bytes.withUnsafeBytes { $0.lastIndex { $0 != 0 } }
        guard let mark, bytes[mark] == 0x80 else { return false }
        bytes.removeLast(bytes.count - mark)
        return true
    }
}
