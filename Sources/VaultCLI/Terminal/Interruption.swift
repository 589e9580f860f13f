internal import Foundation
internal import VaultCore

/// Control-C and a closed terminal end a question, not the program: what was answered is kept first.
enum Interruption {
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// While `body` asks questions, an interrupt makes the question fail instead of ending all.
    ///
    /// The signals are blocked but for the moments in which ``isReadable(_:)`` waits, so that one
    /// that comes between two questions ends the second.
    static func during<R: ~Copyable>(_ body: () throws -> R) rethrows -> R {
        var quiet = sigaction()
        var interrupt = sigaction()
        var hangup = sigaction()
        var before = sigset_t()
        var both = signals
        quiet.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGINT, &quiet, &interrupt)
        sigaction(SIGHUP, &quiet, &hangup)
        pthread_sigmask(SIG_BLOCK, &both, &before)
        defer {
            // What comes after the last question finds its answers given, and the command goes on.
            pthread_sigmask(SIG_SETMASK, &before, nil)
            sigaction(SIGINT, &interrupt, nil)
            sigaction(SIGHUP, &hangup, nil)
        }
        return try body()
    }

    /// Waits until there is something to read, or the end of it; false when she interrupts.
    static func isReadable(_ descriptor: Int32) -> Bool {
        Platform.waitForInput(descriptor, wakingFor: [SIGINT, SIGHUP])
    }

    private static var signals: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGINT)
        sigaddset(&set, SIGHUP)
        return set
    }
}
