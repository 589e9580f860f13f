package import Wording

/// Why a disclosure stays in the account.
package enum SuspensionError: UserFacing, Equatable, CaseIterable {
    case notAnAgency
    case endsBefore

    package var code: String {
        switch self {
        case .notAnAgency: "suspension.not-an-agency"
        case .endsBefore: "suspension.ends-before"
        }
    }

    package var problem: String {
        switch self {
        case .notAnAgency:
            "Only what went to health oversight or law enforcement can be left out for a time."
        case .endsBefore: "The suspension ends before it was asked for."
        }
    }

    package var nextStep: String {
        switch self {
        case .notAnAgency: "Check the number with `vault disclosure list`."
        case .endsBefore: "Correct the dates."
        }
    }

    package var exitCode: ExitCode { self == .notAnAgency ? .refused : .failed }
}
