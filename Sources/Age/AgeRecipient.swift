/// Someone a file can be encrypted for: an X25519 public key, written `age1…` in Bech32.
///
/// Anyone may see it. Reading it checks the spelling; whether somebody holds the matching
/// ``AgeIdentity`` only they can tell.
package struct AgeRecipient: Hashable, Sendable {
    static let prefix = "age"

    /// The 32 bytes of the public point (RFC 7748).
    let point: [UInt8]

    /// Reads `age1…`; throws ``AgeError/badRecipient`` for anything else, plugins' and
    /// post-quantum recipients included.
    package init(_ text: String) throws(AgeError) {
        var point = [UInt8](repeating: 0, count: 32)
        let fits = Array(text.utf8).withUnsafeBytes { text in
            point.withUnsafeMutableBytes { Bech32.decode(text, prefix: Self.prefix, into: $0) }
        }
        guard fits else { throw .badRecipient }
        self.point = point
    }

    init(point: [UInt8]) {
        self.point = point
    }

    /// The key as the age program writes it, in lowercase.
    package var text: String {
        let count = Bech32.length(prefix: Self.prefix, count: point.count)
        return String(unsafeUninitializedCapacity: count) { target in
            point.withUnsafeBytes {
                Bech32.encode(
                    $0, prefix: Self.prefix, uppercase: false,
                    into: UnsafeMutableRawBufferPointer(target))
            }
            return count
        }
    }
}
