internal import Sealing

/// A SHA-256 hash: 32 bytes, kept in place so that long trails need no allocation for each.
package struct Hash: Hashable, Sendable, CustomStringConvertible {
    package static let size = 32

    private let octets: SIMD32<UInt8>

    /// The SHA-256 hash (FIPS 180-4) of `content`.
    package init(of content: [UInt8]) {
        octets = Self.load(Digest.sha256(content))
    }

    /// A stored hash; throws ``AuditError/malformedHash`` when it is not 32 bytes.
    package init(_ bytes: [UInt8]) throws(AuditError) {
        guard let hash = Hash(stored: bytes) else { throw .malformedHash }
        self = hash
    }

    /// The same for a verifier, which reports what is wrong instead of stopping.
    init?(stored bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        octets = Self.load(bytes)
    }

    private static func load(_ bytes: [UInt8]) -> SIMD32<UInt8> {
        bytes.withUnsafeBytes { $0.loadUnaligned(as: SIMD32<UInt8>.self) }
    }

    package var bytes: [UInt8] { withUnsafeBytes(of: octets) { Array($0) } }

    /// Appends the 32 bytes to a message.
    func append(to message: inout [UInt8]) {
        withUnsafeBytes(of: octets) { message.append(contentsOf: $0) }
    }

    /// Standard Base64 with padding: 44 characters, as in checkpoints and proofs.
    package var base64: String { Base64.encode(bytes) }

    /// Lower-case hexadecimal, 64 characters, for people and reports.
    package var description: String { Hexadecimal.encode(bytes) }
}
