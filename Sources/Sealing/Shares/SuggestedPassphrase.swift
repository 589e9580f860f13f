internal import CSodium

/// A passphrase of random words, for whoever would rather not invent one.
///
/// Each word is one of 1,024, drawn evenly, so it is worth exactly 10 bits: six are 60, which no
/// cleverness of a guesser can lower. Every guess costs one Argon2id (``PassphraseCost``): at a
/// thousand million guesses a second, far beyond what its memory allows today, 60 bits last for 18
/// years on average.
package enum SuggestedPassphrase {
    package static let words = 6
    package static let bitsOfWord = 10

    /// Draws the words straight into guarded memory, with a space between them.
    package static func random(words: Int = words) throws(SealingError) -> Passphrase {
        guard (1...64).contains(words) else { throw .unusablePassphrase }
        var count = 0
        let drawn = try SecretBytes(count: words * 9) { target in
            for _ in 0..<words {
                for byte in ShareWordList.words[Int(randombytes_uniform(1024))].utf8 {
                    target[count] = byte
                    count += 1
                }
                target[count] = UInt8(ascii: " ")
                count += 1
            }
        }
        return try drawn.withBytes { (drawn) throws(SealingError) in
            let typed = try SecretBytes(count: count - 1) {
                $0.copyBytes(from: drawn[..<(count - 1)])
            }
            return try Passphrase(typed)
        }
    }
}

extension Passphrase {
    /// The text, for the one moment it is shown to be learnt: a string can't be wiped, so do not
    /// keep it. Where bytes can be written, lend them by ``withBytes(_:)`` instead.
    package borrowing func textToShow() -> String {
        withBytes { String(decoding: $0, as: UTF8.self) }
    }
}
