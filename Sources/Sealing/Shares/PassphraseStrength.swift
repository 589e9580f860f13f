internal import CZxcvbn

/// How many guesses a passphrase withstands, as zxcvbn estimates it (Wheeler, USENIX Security 2016).
///
/// It knows common English words, names and passwords, keyboard rows, dates and repeats. It does not
/// know other languages or the person, so it may be too kind; it is advice, never a proof.
///
/// What it copies out of guarded memory: the text backwards, on the heap, overwritten before it is
/// freed; and single letters on its stack, not wiped. Its lists of matches hold places and lengths,
/// no letters.
package struct PassphraseStrength: Equatable, Sendable {
    /// One Argon2id at the standard cost moves some 2 GB, so a graphics card of 1 TB/s makes at
    /// most 500 guesses a second; at the floor four times as many, which is 2 bits less.
    package enum Verdict: String, Sendable, CaseIterable {
        /// Below 40 bits: half of 2^40 guesses take a hundred such cards four months.
        case weak
        /// 40 to 60 bits: beyond anyone without a large budget.
        case fair
        /// From 60 bits: half of 2^60 take a hundred thousand cards 365 years. As good as six random
        /// words (``SuggestedPassphrase``), which are worth their 60 bits whatever is estimated.
        case strong

        init(bits: Double) { self = bits < 40 ? .weak : bits < 60 ? .fair : .strong }
    }

    /// Base-2 logarithm of the guesses.
    package let bits: Double

    package var verdict: Verdict { Verdict(bits: bits) }

    /// Looks at the first 100 characters; what follows adds nothing here, and the time to match is
    /// bounded by it.
    ///
    /// Spaces are left out, because where words end is no secret, and every character beyond ASCII
    /// counts as one byte, because zxcvbn would count each of its bytes as a character.
    package init(of passphrase: borrowing Passphrase) throws(SealingError) {
        let seen = try passphrase.withBytes { (typed) throws(SealingError) in
            // Zeros behind the end: the text is a C string.
            try SecretBytes(count: Self.most + 1) { target in
                target.initializeMemory(as: UInt8.self, repeating: 0)
                var count = 0
                for (place, byte) in typed.enumerated() where count < Self.most {
                    let isLast = place + 1 == typed.count || typed[place + 1] & 0xc0 != 0x80
                    guard isLast, byte > 0x20 else { continue }
                    target[count] = byte
                    count += 1
                }
            }
        }
        bits = seen.withBytes { ZxcvbnMatch($0.characters, nil, nil) }
    }

    private static let most = 100
}
