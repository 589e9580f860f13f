package import Wording

/// Why a report could not be made.
package enum ReportError: UserFacing, CaseIterable {
    /// The trail begins after the period.
    case nothingYet

    package var code: String { "report.nothing-yet" }

    package var problem: String { "This vault’s trail begins after the last day of that period." }

    package var nextStep: String { "Choose a later last day." }

    package var exitCode: ExitCode { .failed }
}
