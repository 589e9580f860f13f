import Sealing
import Testing

@testable import Age

@Suite struct `HKDF-SHA-256` {
    /// RFC 5869, test case 3: no salt, no info; the first 32 of its 42 bytes.
    @Test func `gives the bytes of RFC 5869`() throws {
        let derived = try derive(input: .init(repeating: 0x0b, count: 22), salt: [], info: "")
        #expect(derived == hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"))
    }

    /// The age specification's use of it, made with Python's cryptography package.
    @Test(arguments: [
        (UInt8(0), "header", "0d492cb66fc6bf34e995c0485bce23c67cff7c7885571eaf08b8f6bf80d0c40b"),
        (UInt8(16), "payload", "43183988be3189756d0eef083e4f4b24c8dcd2ddecff1e8498a728f0d1601ae9"),
        (
            UInt8(64), "age-encryption.org/v1/X25519",
            "83e33bc2e4248856d0afe9cfbe857ff37c13aee73ec7c91901894823395bd967"
        ),
    ]) func `gives what another implementation gives`(
        saltSize: UInt8, info: String, expected: String
    ) throws {
        let derived = try derive(input: Array(0..<16), salt: Array(0..<saltSize), info: info)
        #expect(derived == hex(expected))
    }

    private func derive(input: [UInt8], salt: [UInt8], info: String) throws -> [UInt8] {
        try input.withUnsafeBytes {
            try SecretKey.hkdf(input: $0, salt: salt, info: info).withBytes { Array($0) }
        }
    }
}

func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
}
