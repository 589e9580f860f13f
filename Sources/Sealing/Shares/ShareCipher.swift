internal import CSodium

/// The encryption of a secret before it is shared (SLIP-0039): four Feistel rounds over its two
/// halves, with PBKDF2-HMAC-SHA-256 (RFC 8018) in each.
///
/// The program leaves the passphrase empty, so this hides nothing; it is part of the standard, and
/// other programs' passphrases are tested with it.
enum ShareCipher {
    /// Sheets that ask for more rounds are refused: 10,000 · 2^8 take a second or two.
    static let highestExponent = 8

    static func encrypted(
        _ secret: borrowing SecretBytes, for head: ShareHead, passphrase: [UInt8] = []
    ) throws(SealingError) -> SecretBytes {
        try mixed(secret, rounds: [0, 1, 2, 3], head, passphrase)
    }

    static func decrypted(
        _ encrypted: borrowing SecretBytes, for head: ShareHead, passphrase: [UInt8] = []
    ) throws(SealingError) -> SecretBytes {
        try mixed(encrypted, rounds: [3, 2, 1, 0], head, passphrase)
    }

    /// Works in place: the halves change their roles with each round and not their places, so they
    /// are put down the other way round.
    private static func mixed(
        _ source: borrowing SecretBytes, rounds: [UInt8], _ head: ShareHead, _ passphrase: [UInt8]
    ) throws(SealingError) -> SecretBytes {
        let half = source.count / 2
        let identifier = [UInt8(head.identifier >> 8), UInt8(head.identifier & 255)]
        let salt = head.isExtendable ? [] : Array("shamir".utf8) + identifier
        return try SecretBytes(count: source.count) { target in
            let front = UnsafeMutableRawBufferPointer(rebasing: target[..<half])
            let back = UnsafeMutableRawBufferPointer(rebasing: target[half...])
            source.withBytes {
                front.copyBytes(from: $0[half...])
                back.copyBytes(from: $0[..<half])
            }
            for (turn, round) in rounds.enumerated() {
                let (changed, other) = turn.isMultiple(of: 2) ? (back, front) : (front, back)
                add(
                    password: [round] + passphrase, salt: salt, .init(other),
                    iterations: 2500 << head.exponent, to: changed)
            }
        }
    }

    /// Adds (xor) the first block of PBKDF2 to at most 32 bytes. The key's state is made once, and
    /// libsodium wipes each copy of it as it finishes.
    private static func add(
        password: [UInt8], salt: [UInt8], _ secretSalt: UnsafeRawBufferPointer, iterations: Int,
        to target: UnsafeMutableRawBufferPointer
    ) {
        var keyed = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&keyed, password, password.count)
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { block in
            defer { sodium_memzero(block.octets, block.count) }
            var state = keyed
            crypto_auth_hmacsha256_update(&state, salt, UInt64(salt.count))
            crypto_auth_hmacsha256_update(&state, secretSalt.octets, UInt64(secretSalt.count))
            crypto_auth_hmacsha256_update(&state, [0, 0, 0, 1], 4)
            crypto_auth_hmacsha256_final(&state, block.octets)
            for iteration in 1...iterations {
                for place in target.indices { target[place] ^= block[place] }
                guard iteration < iterations else { return }
                state = keyed
                crypto_auth_hmacsha256_update(&state, block.octets, 32)
                crypto_auth_hmacsha256_final(&state, block.octets)
            }
        }
    }
}
