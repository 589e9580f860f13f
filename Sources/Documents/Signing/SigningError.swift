package import Wording

/// Why a document was not signed, or a signed one not opened.
package enum SigningError: UserFacing, Equatable {
    case undecided(count: Int)
    case blocked(count: Int)
    case signerIncomplete
    case empty
    case unreadable
    case doesNotVerify

    package var code: String {
        switch self {
        case .undecided: "sign.undecided"
        case .blocked: "sign.blocked"
        case .signerIncomplete: "sign.signer-incomplete"
        case .empty: "sign.empty"
        case .unreadable: "document.unreadable"
        case .doesNotVerify: "document.does-not-verify"
        }
    }

    package var problem: String {
        switch self {
        case .undecided(1): "One sentence has not been decided."
        case .undecided(let count): "\(count) sentences have not been decided."
        case .blocked(1): "One finding still blocks the signature."
        case .blocked(let count): "\(count) findings still block the signature."
        case .signerIncomplete: "The signature needs a name, credentials and a license."
        case .empty: "The document has no sentence left."
        case .unreadable: "The stored document can't be read."
        case .doesNotVerify: "The stored document does not match its signature."
        }
    }

    package var nextStep: String {
        switch self {
        case .undecided: "Accept, edit or strike each of them with `vault review`, then sign."
        case .blocked: "Resolve what the review lists, then sign."
        case .signerIncomplete: "Fill in all three in the settings, each in one line."
        case .empty: "Fill in the jotting and draft again."
        case .unreadable, .doesNotVerify: "Restore it from a backup and keep the damaged copy."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .undecided, .blocked, .empty: .findingsBlock
        case .signerIncomplete: .refused
        case .unreadable, .doesNotVerify: .doesNotVerify
        }
    }
}
