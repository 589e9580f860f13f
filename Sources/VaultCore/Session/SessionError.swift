package import Wording

/// Why the process that keeps a vault open did not do what it was asked.
package enum SessionError: UserFacing, Equatable, CaseIterable {
    case doesNotLock

    package var code: String { "session.does-not-lock" }

    package var problem: String { "The process that keeps the vault open does not answer." }

    package var nextStep: String {
        "Run `pkill -f session-process` to end it, then lock again."
    }

    package var exitCode: ExitCode { .failed }
}
