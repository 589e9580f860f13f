internal import Sealing

/// A SHA-256 hash: 32 bytes, kept in place so that long trails need no allocation for each.
package struct Hash: Hashable, Sendable, CustomStringConvertible {
    package static let size = 32

    private let octets: SIMD32<UInt8>

    /// The SHA-256 hash (FIPS 180-4) of `content`.
    package init(of content: [UInt8]) {
        self.init { $0.update(content) }
    }

    /// The same of a part.
    init(of content: ArraySlice<UInt8>) {
        self.init { $0.update(content) }
    }

    /// Of what is fed piece by piece; no array is made for it.
    init(feeding feed: (inout SHA256Stream) -> Void) {
        var stream = SHA256Stream()
        feed(&stream)
        var octets = SIMD32<UInt8>()
        withUnsafeMutableBytes(of: &octets) { stream.finish(into: $0) }
        self.octets = octets
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

    /// Feeds the 32 bytes to a hash that is being made.
    func feed(_ stream: inout SHA256Stream) { withUnsafeBytes(of: octets) { stream.update($0) } }

    /// Standard Base64 with padding: 44 characters, as in checkpoints and proofs.
    package var base64: String { Base64.encode(bytes) }

    /// Lower-case hexadecimal, 64 characters, for people and reports.
    package var description: String { Hexadecimal.encode(bytes) }
}
