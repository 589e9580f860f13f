internal import Foundation

/// Control-C and a closed terminal end a question, not the program: what was answered is kept first.
enum Interruption {
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// While `body` asks questions, an interrupt makes the question fail instead of ending all.
    static func during<R: ~Copyable>(_ body: () throws -> R) rethrows -> R {
        var quiet = sigaction()
        var interrupt = sigaction()
        var hangup = sigaction()
        // No SA_RESTART: the read that waits for her answer returns.
        quiet.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGINT, &quiet, &interrupt)
        sigaction(SIGHUP, &quiet, &hangup)
        defer {
            sigaction(SIGINT, &interrupt, nil)
            sigaction(SIGHUP, &hangup, nil)
        }
        return try body()
    }
}
