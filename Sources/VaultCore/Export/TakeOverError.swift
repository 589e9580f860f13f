package import Wording

/// Why what left another vault was not taken over. This vault is as it was in each of these cases.
package enum TakeOverError: UserFacing, Equatable, CaseIterable {
    case notEverything
    case doesNotHold
    case notEmpty
    case sameVault
    case unknownForm

    package var code: String {
        switch self {
        case .notEverything: "take-over.not-everything"
        case .doesNotHold: "take-over.does-not-hold"
        case .notEmpty: "take-over.not-empty"
        case .sameVault: "take-over.same-vault"
        case .unknownForm: "take-over.unknown-form"
        }
    }

    package var problem: String {
        switch self {
        case .notEverything: "This file opens, and does not hold a whole practice."
        case .doesNotHold:
            "Something in this file was changed or is missing, and nothing was taken in."
        case .notEmpty: "This vault already holds records, and a whole practice needs an empty one."
        case .sameVault: "This file comes from this very vault."
        case .unknownForm:
            "The file holds something that this program does not know, and nothing was taken in."
        }
    }

    package var nextStep: String {
        switch self {
        case .notEverything: "Name a file that `vault export --everything` made."
        case .doesNotHold: "Use another copy of it, and keep the old vault until it is here."
        case .notEmpty:
            "Make a new vault with `vault init --vault` and another file, and take it over there."
        case .sameVault: "Make a new vault with `vault init`, or use `vault restore` with a backup."
        case .unknownForm: "Use the newest version of this program."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .notEverything: .failed
        case .doesNotHold: .doesNotVerify
        case .notEmpty, .sameVault: .refused
        case .unknownForm: .failed
        }
    }
}
