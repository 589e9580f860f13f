internal import Foundation

/// A bar with the rate on standard error, for anything that takes longer than half a second; at a
/// terminal only.
final class ProgressBar {
    private let what: String
    private let start = ProgressBar.seconds
    private var last = 0.0
    private var isShown = false

    init(_ what: String) { self.what = what }

    deinit { finish() }

    /// `done` of `total` bytes are through.
    func show(_ done: Int, of total: Int) {
        let elapsed = Self.seconds - start
        guard elapsed > 0.5, elapsed - last > 0.1 || done == total, total > 0,
            isatty(STDERR_FILENO) == 1
        else { return }
        last = elapsed
        isShown = true
        let share = min(1, Double(done) / Double(total))
        let filled = Int(share * 20)
        let bar =
            String(repeating: "#", count: filled)
            + String(repeating: ".", count: 20 - filled)
        let rate = Bytes.text(Int(Double(done) / elapsed))
        Console.write(
            "\r\(what) [\(bar)] \(Int(share * 100)) % of \(Bytes.text(total)), \(rate)/s   ",
            to: STDERR_FILENO)
    }

    /// Takes the line away again.
    func finish() {
        guard isShown else { return }
        isShown = false
        Console.write("\r" + String(repeating: " ", count: 78) + "\r", to: STDERR_FILENO)
    }

    private static var seconds: Double { ProcessInfo.processInfo.systemUptime }
}

/// Sizes as people read them.
enum Bytes {
    static func text(_ count: Int) -> String {
        let units = ["bytes", "KB", "MB", "GB", "TB"]
        var value = Double(count)
        var unit = 0
        while value >= 1000, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        if unit == 0 { return count == 1 ? "1 byte" : "\(count) bytes" }
        let tenths = Int((value * 10).rounded())
        return tenths < 100
            ? "\(tenths / 10).\(tenths % 10) \(units[unit])"
            : "\(Int(value.rounded())) \(units[unit])"
    }
}
