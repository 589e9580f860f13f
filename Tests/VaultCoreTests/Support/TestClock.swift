import Documents
import Foundation

/// A clock that stands still until a test moves it.
final class TestClock: @unchecked Sendable {
    private let lock = NSLock()
    private var milliseconds: Int64

    /// November 23, 2026, in the afternoon.
    init(_ milliseconds: Int64 = 1_795_460_400_000) { self.milliseconds = milliseconds }

    var now: Moment {
        lock.lock()
        defer { lock.unlock() }
        guard let now = Moment(milliseconds: milliseconds, zoneOffsetMinutes: -300) else {
            preconditionFailure("a test's clock stays within the calendar")
        }
        return now
    }

    func advance(seconds: Int64) {
        lock.lock()
        defer { lock.unlock() }
        milliseconds += seconds * 1000
    }
}
