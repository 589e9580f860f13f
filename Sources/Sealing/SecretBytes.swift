internal import CSodium

/// Secret bytes that cannot be copied, printed or swapped to disk.
///
/// They live in guarded memory: locked in RAM where the system allows it, fenced by guard pages,
/// unreadable outside a loan, wiped when they go out of scope. A loan flips page protection, so the
/// bytes belong to one owner and are not `Sendable`. Do not copy them out of a loan into an `Array`
/// or a `String`: those cannot be wiped.
package struct SecretBytes: ~Copyable {
    private let memory: UnsafeMutableRawPointer
    /// Loans within loans: the pages become readable with the first and unreadable with the last.
    private let loans: UnsafeMutablePointer<Int>
    package let count: Int

    /// Fills `count` guarded bytes by lending them to `body` for writing, once.
    package init(
        count: Int, filledBy body: (UnsafeMutableRawBufferPointer) throws(SealingError) -> Void
    ) throws(SealingError) {
        try Sodium.start()
        guard count >= 0, let memory = sodium_malloc(max(count, 1)) else {
            throw SealingError.noProtectedMemory
        }
        do {
            try body(UnsafeMutableRawBufferPointer(start: memory, count: count))
        } catch {
            sodium_free(memory)
            throw error
        }
        sodium_mprotect_noaccess(memory)
        self.memory = memory
        loans = .allocate(capacity: 1)
        loans.initialize(to: 0)
        self.count = count
    }

    /// So many bytes of the system's randomness.
    package static func random(count: Int) throws(SealingError) -> SecretBytes {
        try SecretBytes(count: count) { randombytes_buf($0.octets, $0.count) }
    }

    /// Lends the bytes for reading; a loan around many small ones saves their cost. Outside the loan, reading them ends the process.
    package borrowing func withBytes<R: ~Copyable, E: Error>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        if loans.pointee == 0 { sodium_mprotect_readonly(memory) }
        loans.pointee += 1
        defer {
            loans.pointee -= 1
            if loans.pointee == 0 { sodium_mprotect_noaccess(memory) }
        }
        return try body(UnsafeRawBufferPointer(start: memory, count: count))
    }

    /// Whether both hold the same bytes, compared in constant time.
    package borrowing func equals(_ other: borrowing SecretBytes) -> Bool {
        guard count == other.count else { return false }
        return withBytes { mine in
            other.withBytes { theirs in
                count == 0 || sodium_memcmp(mine.baseAddress, theirs.baseAddress, count) == 0
            }
        }
    }

    deinit {
        sodium_free(memory)
        loans.deallocate()
    }
}

/// Starts libsodium once; every door of this target goes through here.
enum Sodium {
    private static let status = sodium_init()

    static func start() throws(SealingError) {
        guard status >= 0 else { throw .libraryUnavailable }
    }

    /// Whether this process may lock memory; without it keys could reach the swap file.
    static var canLockMemory: Bool {
        guard status >= 0, let probe = sodium_malloc(32) else { return false }
        defer { sodium_free(probe) }
        return sodium_mlock(probe, 32) == 0
    }
}

/// What this computer can't do for the keys, said to the therapist when a vault is opened.
package enum MemoryProtection {
    /// False when the system refuses to lock memory, so that keys could be swapped to disk.
    package static var locksMemory: Bool { Sodium.canLockMemory }
}
