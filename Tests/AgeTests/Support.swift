import Foundation
import Sealing
import Testing

@testable import Age

/// The key of the outside test vectors, known to everyone.
let knownKey = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"

func secret(_ text: String) throws -> SecretBytes {
    try secret(Array(text.utf8))
}

func secret(_ bytes: [UInt8]) throws -> SecretBytes {
    try SecretBytes(count: bytes.count) { $0.copyBytes(from: bytes) }
}

func passphrase(_ text: String) throws -> Passphrase {
    try Passphrase(try secret(text))
}

func identity(_ text: String = knownKey) throws -> AgeIdentity {
    try AgeIdentity(parsing: try secret(text))
}

/// Bytes that differ from chunk to chunk and from place to place.
func content(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8 ^ $0 >> 16) }
}

/// Big contents are compared quickly even in a debug build.
func isSame(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    guard one.count == other.count else { return false }
    guard let start = one.baseAddress, let otherStart = other.baseAddress else { return true }
    return memcmp(start, otherStart, other.count) == 0
}

func isSame(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
    one.withContiguousStorageIfAvailable { one in
        other.withContiguousStorageIfAvailable {
            isSame(UnsafeRawBufferPointer(one), UnsafeRawBufferPointer($0))
        } == true
    } == true
}

/// Hands out bytes as a file or a pipe does, at most so many at a time.
final class Reader {
    private var rest: ArraySlice<UInt8>
    private let pieces: Int

    init(_ bytes: [UInt8], pieces: Int = .max) {
        rest = bytes[...]
        self.pieces = pieces
    }

    func read(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
        let part = rest.prefix(min(pieces, target.count))
        target.copyBytes(from: part)
        rest = rest.dropFirst(part.count)
        return part.count
    }
}

/// Takes what is written.
final class Writer {
    private(set) var bytes: [UInt8] = []

    func write(_ source: UnsafeRawBufferPointer) throws {
        bytes += source
    }
}

/// What came of opening a file: all that was released, and how it ended.
struct Opening {
    var released: [UInt8] = []
    var error: AgeError?
}

func opening(
    _ file: [UInt8], with identity: borrowing AgeIdentity, pieces: Int = .max
) throws -> Opening {
    var outcome = Opening()
    do {
        let reader = Reader(file, pieces: pieces)
        var opener = try AgeOpener(read: reader.read, identity: identity)
        while try opener.next({ outcome.released += $0 }) {}
    } catch let error as AgeError {
        outcome.error = error
    }
    return outcome
}

func opening(_ file: [UInt8], with passphrase: borrowing Passphrase) throws -> Opening {
    var outcome = Opening()
    do {
        var opener = try AgeOpener(read: Reader(file).read, passphrase: passphrase)
        while try opener.next({ outcome.released += $0 }) {}
    } catch let error as AgeError {
        outcome.error = error
    }
    return outcome
}

/// Seals `bytes` for recipients, appended in pieces of this size.
func sealed(
    _ bytes: [UInt8], to recipients: [AgeRecipient], pieces: Int = .max
) throws -> [UInt8] {
    let writer = Writer()
    var sealer = try AgeSealer(to: recipients, write: writer.write)
    var rest = bytes[...]
    while !rest.isEmpty {
        try sealer.append(Array(rest.prefix(pieces)))
        rest = rest.dropFirst(pieces)
    }
    try sealer.finish()
    return writer.bytes
}

#if arch(x86_64)
    /// How a precondition ends the process; an error thrown would end it otherwise.
    let trap = ExitTest.Condition.signal(SIGILL)
#else
    let trap = ExitTest.Condition.signal(SIGTRAP)
#endif

/// Leaves this process 50 MiB beyond what it has, for tests in a process of their own.
func limitMemory() throws {
    let sizes = try String(contentsOfFile: "/proc/self/statm", encoding: .ascii).split(
        separator: " ")
    let pages = try #require(sizes.first.flatMap { UInt($0) })
    let most = pages * UInt(sysconf(Int32(_SC_PAGESIZE))) + 50 << 20
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    try #require(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
}
