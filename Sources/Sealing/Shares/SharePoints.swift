internal import CSodium

/// Points of polynomials over GF(256), one polynomial for each byte of a secret (SLIP-0039).
///
/// The secret lies at place 255. Where more than one point is needed, its digest lies at 254: four
/// bytes of HMAC-SHA-256, and behind them the random bytes that were its key. The rows lie in
/// guarded memory, one after the other.
struct SharePoints: ~Copyable {
    private static let digestSize = 4

    private let places: [UInt8]
    private let width: Int
    private let rows: SecretBytes

    init(
        at places: [UInt8], width: Int,
        row: (Int, UnsafeMutableRawBufferPointer) throws(SealingError) -> Void
    ) throws(SealingError) {
        self.places = places
        self.width = width
        rows = try SecretBytes(count: places.count * width) { (target) throws(SealingError) in
            for number in places.indices {
                try row(number, .init(rebasing: target[number * width..<(number + 1) * width]))
            }
        }
    }

    /// Points that hide a secret so that `needed` others of the same polynomials reveal it.
    init(hiding secret: borrowing SecretBytes, needed: Int) throws(SealingError) {
        let random = Array(0..<UInt8(max(0, needed - 2)))
        let places = random + (needed > 1 ? [254] : []) + [255]
        try self.init(at: places, width: secret.count) { number, row in
            switch places[number] {
            case 255: secret.withBytes { row.copyMemory(from: $0) }
            case 254:
                randombytes_buf(row.octets, row.count)
                secret.withBytes { Self.writeDigest(of: $0, to: row) }
            default: randombytes_buf(row.octets, row.count)
            }
        }
    }

    /// The bytes of all polynomials at one place (Lagrange's formula).
    func value(at place: UInt8) throws(SealingError) -> SecretBytes {
        try SecretBytes(count: width) { target in
            target.initializeMemory(as: UInt8.self, repeating: 0)
            rows.withBytes { rows in
                for (number, weight) in weights(at: place).enumerated() {
                    for column in 0..<width {
                        target[column] ^= Self.product(rows[number * width + column], weight)
                    }
                }
            }
        }
    }

    /// What these points hide. Throws `.changed` when it does not fit its digest.
    func hidden() throws(SealingError) -> SecretBytes {
        let secret = try value(at: 255)
        guard places.count > 1 else { return secret }
        let found = try value(at: 254)
        let expected = try SecretBytes(count: width) { row in
            found.withBytes { row.copyMemory(from: $0) }
            secret.withBytes { Self.writeDigest(of: $0, to: row) }
        }
        guard found.equals(expected) else { throw .changed }
        return secret
    }

    /// Replaces the first bytes of `row` by the digest that belongs to the rest of it.
    private static func writeDigest(
        of secret: UnsafeRawBufferPointer, to row: UnsafeMutableRawBufferPointer
    ) {
        var tag = Digest.hmac(key: .init(rebasing: row[digestSize...]), secret)
        row.copyBytes(from: tag.prefix(digestSize))
        tag.withUnsafeMutableBytes { sodium_memzero($0.octets, $0.count) }
    }

    /// How much of each point is in the value at `place`; places are not secret.
    private func weights(at place: UInt8) -> [UInt8] {
        places.map { own in
            places.filter { $0 != own }.reduce(1) { weight, other in
                Self.product(
                    weight, Self.product(place ^ other, Self.inverse(own ^ other)))
            }
        }
    }

    /// Multiplies in GF(256) with the Rijndael polynomial (FIPS 197, 4.2), without branches.
    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product: UInt8 = 0
        var power = left
        for bit in UInt8(0)..<8 {
            product ^= power & (0 &- (right >> bit & 1))
            power = power << 1 ^ (0x1b & (0 &- (power >> 7)))
        }
        return product
    }

    /// 1/x, which is x^254, or x^(2 + 4 + … + 128).
    private static func inverse(_ x: UInt8) -> UInt8 {
        var power = x
        var inverse: UInt8 = 1
        for _ in 0..<7 {
            power = product(power, power)
            inverse = product(inverse, power)
        }
        return inverse
    }
}
