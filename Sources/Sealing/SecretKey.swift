internal import CSodium

/// A 256-bit key that cannot be copied, printed or swapped to disk.
///
/// Lent by closure, wiped by `deinit`; see ``SecretBytes`` for what guards it.
package struct SecretKey: ~Copyable {
    /// Width of every symmetric key in the vault.
    package static let size = 32

    private let bytes: SecretBytes

    /// A fresh key from the system's randomness.
    package static func random() throws(SealingError) -> SecretKey {
        try SecretKey { randombytes_buf($0.octets, $0.count) }
    }

    /// A key whose 32 bytes `body` writes straight into guarded memory.
    package init(
        filledBy body: (UnsafeMutableRawBufferPointer) throws(SealingError) -> Void
    ) throws(SealingError) {
        bytes = try SecretBytes(count: Self.size, filledBy: body)
    }

    /// A key from bytes that are already outside guarded memory, such as an opened envelope.
    package init(copying source: UnsafeRawBufferPointer) throws(SealingError) {
        guard source.count == Self.size else { throw .malformed }
        try self.init { $0.copyMemory(from: source) }
    }

    /// The same from an array, which the caller wipes.
    package init(copying source: borrowing [UInt8]) throws(SealingError) {
        guard source.count == Self.size else { throw .malformed }
        try self.init { $0.copyBytes(from: source) }
    }

    /// Lends the 32 bytes for reading; outside the loan, reading them ends the process.
    package borrowing func withBytes<R: ~Copyable, E: Error>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try bytes.withBytes(body)
    }

    /// A second guarded copy, for an owner that outlives this one.
    package borrowing func duplicate() throws(SealingError) -> SecretKey {
        try withBytes { (source) throws(SealingError) in try SecretKey(copying: source) }
    }
}
