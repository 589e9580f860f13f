internal import CSodium
internal import Foundation

/// A passphrase in guarded memory, normalised so that every keyboard gives the same key.
///
/// Unicode NFC, as RFC 8265 (OpaqueString) asks. Plain ASCII never leaves guarded memory; other
/// text passes once through a `String`, which can't be wiped.
package struct Passphrase: ~Copyable {
    package static let longest = 1024

    private let bytes: SecretBytes

    /// Normalises and keeps what was typed; the line end is not part of it.
    package init(_ typed: borrowing SecretBytes) throws(SealingError) {
        guard (1...Self.longest).contains(typed.count) else { throw .unusablePassphrase }
        let isASCII = typed.withBytes { $0.allSatisfy { $0 < 0x80 } }
        if isASCII {
            bytes = try typed.withBytes { (source) throws(SealingError) in
                try SecretBytes(count: source.count) { $0.copyMemory(from: source) }
            }
        } else {
            let text = typed.withBytes { String(validating: $0, as: UTF8.self) }
            guard let text else { throw .unusablePassphrase }
            let normalised = Array(text.precomposedStringWithCanonicalMapping.utf8)
            bytes = try SecretBytes(count: normalised.count) { $0.copyBytes(from: normalised) }
        }
    }

    /// A random secret in the place of a passphrase: its hexadecimal digits, in guarded memory.
    package init(random secret: borrowing SecretBytes) throws(SealingError) {
        let digits = Array("0123456789abcdef".utf8)
        bytes = try secret.withBytes { (source) throws(SealingError) in
            try SecretBytes(count: source.count * 2) { target in
                for (index, byte) in source.enumerated() {
                    target[2 * index] = digits[Int(byte >> 4)]
                    target[2 * index + 1] = digits[Int(byte & 15)]
                }
            }
        }
    }

    package borrowing func withBytes<R: ~Copyable, E: Error>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try bytes.withBytes(body)
    }

    /// Whether the same passphrase was typed twice.
    package borrowing func equals(_ other: borrowing Passphrase) -> Bool {
        bytes.equals(other.bytes)
    }
}
