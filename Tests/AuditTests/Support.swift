import Audit
import Sealing

/// Small things the tests share.

func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }.joined()
}

func bytes(hex text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    precondition(digits.count == text.count && digits.count.isMultiple(of: 2))
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

func hash(_ text: String) throws -> Hash { try Hash(bytes(hex: text)) }

func signingKey(_ seed: [UInt8]) throws -> SigningKey {
    try SigningKey(seed: SecretKey(copying: seed))
}

/// SplitMix64: random tests that fail the same way twice.
struct SeededRandomness: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// The leaf hashes of the texts "0", "1", "2", …
func leafHashes(_ count: Int) -> [Hash] {
    (0..<count).map { MerkleTree.leafHash(Array("\($0)".utf8)) }
}
