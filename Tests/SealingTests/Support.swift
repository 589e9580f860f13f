import Foundation
import Sealing
import Testing

/// Bytes from pairs of hexadecimal digits; anything else between them is skipped.
func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
}

func key(_ bytes: [UInt8]) throws -> SecretKey {
    try SecretKey(copying: bytes)
}

func secret(_ bytes: [UInt8]) throws -> SecretBytes {
    try SecretBytes(count: bytes.count) { $0.copyBytes(from: bytes) }
}

func passphrase(_ text: String) throws -> Passphrase {
    try Passphrase(try secret(Array(text.utf8)))
}

/// What is in a key; only tests may take it out.
func bytes(of key: borrowing SecretKey) -> [UInt8] {
    key.withBytes { Array($0) }
}

/// The place that the pinned vectors belong to.
func pinnedContext() -> SealContext {
    SealContext(
        vault: .init(repeating: 1, count: 16), record: .init(repeating: 2, count: 16),
        owner: .init(repeating: 3, count: 16), purpose: "note.body", revision: 7)
}

/// Leaves this process 50 MiB beyond what it has, for tests in a process of their own.
func limitMemory() throws {
    let sizes = try String(contentsOfFile: "/proc/self/statm", encoding: .ascii).split(
        separator: " ")
    let pages = try #require(sizes.first.flatMap { UInt($0) })
    let most = pages * UInt(sysconf(Int32(_SC_PAGESIZE))) + 50 << 20
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    try #require(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
}
