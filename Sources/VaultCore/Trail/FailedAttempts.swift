internal import Foundation

/// Wrong passphrases since the vault last opened: each makes the next attempt wait longer.
///
/// It slows a person at this keyboard; a thief with the file is slowed by the passphrase's cost.
/// The next successful opening writes the number into the audit trail.
struct FailedAttempts: Equatable {
    var count = 0
    /// Seconds since 1970, so that a restart does not forget the wait.
    var last: Int64 = 0

    /// 1, 2, 4, … up to 60 seconds after the last failure.
    var wait: Int64 { count == 0 ? 0 : min(60, 1 << min(count - 1, 6)) }

    /// Seconds still to wait; a clock that went back never makes it longer than the wait itself.
    func remaining(now: Int64) -> Int64 { min(wait, max(0, last + wait - now)) }

    init() {}

    init(text: String) {
        let parts = text.split(whereSeparator: \.isWhitespace).compactMap { Int64($0) }
        guard parts.count == 2, parts[0] >= 0, (0...1 << 40).contains(parts[1]) else { return }
        count = Int(min(parts[0], 1_000_000))
        last = parts[1]
    }

    var text: String { "\(count) \(last)\n" }
}
