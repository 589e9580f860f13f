/// RS1024, the last three words of a sheet: a Reed–Solomon code over GF(1024) (SLIP-0039).
///
/// It notices any three wrong words, and more of them in all but one of a thousand million cases.
/// It is never used to correct: the sheet knows better than we do.
enum ShareChecksum {
    static let count = 3

    /// The three words that belong behind `data`.
    static func words(behind data: [UInt16], isExtendable: Bool) -> [UInt16] {
        let rest = remainder(of: data + [0, 0, 0], isExtendable) ^ 1
        return [20, 10, 0].map { UInt16(rest >> $0 & 1023) }
    }

    static func holds(in numbers: [UInt16], isExtendable: Bool) -> Bool {
        remainder(of: numbers, isExtendable) == 1
    }

    private static let generator: [UInt32] = [
        0xe0e040, 0x1c1c080, 0x3838100, 0x7070200, 0xe0e0009, 0x1c0c2412, 0x38086c24, 0x3090fc48,
        0x21b1f890, 0x3f3f120,
    ]

    /// The label comes first, so that words of one kind of set never pass for the other kind's.
    private static func remainder(of numbers: [UInt16], _ isExtendable: Bool) -> UInt32 {
        let label = isExtendable ? "shamir_extendable" : "shamir"
        var rest: UInt32 = 1
        for number in label.utf8.map(UInt16.init) + numbers {
            let high = rest >> 20
            rest = (rest & 0xfffff) << 10 ^ UInt32(number)
            for (bit, term) in generator.enumerated() {
                rest ^= term & (0 &- (high >> UInt32(bit) & 1))
            }
        }
        return rest
    }
}
