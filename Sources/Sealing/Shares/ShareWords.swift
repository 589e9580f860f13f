/// The words of one sheet: a share of a secret as SLIP-0039 writes it, checked for mistypes.
///
///     words  4         13 to 26                      3
///            the head  zeros, then 16 to 32 bytes    the checksum
///
/// A share is meant for paper, so it passes through strings that can't be wiped. A sheet that
/// stands alone, like the recovery code, is the secret itself: keep it as short as possible.
package struct ShareWords: Equatable, Sendable {
    /// The words by their places in the list.
    private let numbers: [UInt16]

    /// The words as they are printed, in small letters.
    package var words: [String] { numbers.map { ShareWordList.words[Int($0)] } }
    /// All sheets of a set have the same number, 0 to 32,767.
    package var set: Int { head.identifier }
    /// Which of its set this sheet is, from 1.
    package var place: Int { head.member + 1 }
    /// How many sheets of the set reveal the secret.
    package var needed: Int { head.needed }

    /// Reads what a person typed: capitals, line ends, commas and numbers beside the words do not
    /// matter, and the first four letters of a word are enough. `sheet`, from 1, is for the error.
    package init(typed: String, sheet: Int? = nil) throws(ShareError) {
        let parts = typed.split(maxSplits: 100) { !$0.isLetter }
        guard parts.count <= 33 else { throw .wordCount(parts.count, sheet: sheet) }
        var numbers: [UInt16] = []
        for (place, part) in parts.enumerated() {
            // Longer ones are not even compared: one letter can bear a million marks.
            guard part.utf8.count <= 8, let number = ShareWordList.number(of: part.lowercased())
            else {
                throw .unknownWord(place + 1, sheet: sheet)
            }
            numbers.append(number)
        }
        guard let padding = Self.padding(words: numbers.count) else {
            throw .wordCount(numbers.count, sheet: sheet)
        }
        self.numbers = numbers
        guard ShareChecksum.holds(in: numbers, isExtendable: head.isExtendable) else {
            throw .mistyped(sheet: sheet)
        }
        guard numbers[4] >> (10 - padding) == 0, head.groupsNeeded <= head.groups else {
            throw .contradictory(sheet: sheet)
        }
        guard head.exponent <= ShareCipher.highestExponent else { throw .work(sheet: sheet) }
    }

    /// Writes a share of 16 to 32 bytes, an even number.
    init(head: ShareHead, value: UnsafeRawBufferPointer) {
        var numbers = head.numbers
        var bits: UInt32 = 0
        // The zeros in front come first.
        var held = value.count * 8 % 10 == 0 ? 0 : 10 - value.count * 8 % 10
        for byte in value {
            bits = (bits << 8 | UInt32(byte)) & 0x3ffff
            held += 8
            if held >= 10 {
                held -= 10
                numbers.append(UInt16(bits >> held & 1023))
            }
        }
        self.numbers =
            numbers + ShareChecksum.words(behind: numbers, isExtendable: head.isExtendable)
    }

    var head: ShareHead { ShareHead(numbers: numbers.prefix(4)) }

    /// Bytes in the share.
    var width: Int { (numbers.count - 7) * 10 / 16 * 2 }

    /// Copies the share's ``width`` bytes to `target`.
    func write(to target: UnsafeMutableRawBufferPointer) {
        var bits: UInt32 = 0
        var held = -((numbers.count - 7) * 10 % 16)
        var place = 0
        for number in numbers[4...].dropLast(ShareChecksum.count) {
            bits = (bits << 10 | UInt32(number)) & 0x3ffff
            held += 10
            while held >= 8 {
                held -= 8
                target[place] = UInt8(truncatingIfNeeded: bits >> held)
                place += 1
            }
        }
    }

    /// The zeros in front of the bytes of so many words; nil when no share has this length.
    private static func padding(words: Int) -> Int? {
        let padding = (words - 7) * 10 % 16
        return words >= 20 && padding <= 8 ? padding : nil
    }
}

/// Says which sheet it is, and not what stands on it.
extension ShareWords: CustomStringConvertible, CustomReflectable {
    package var description: String { "sheet \(place) of set \(set)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
