package import Wording

/// A kind file that can't be used. Kind files are part of the program, so this is a fault of ours.
package enum KindError: UserFacing, Equatable {
    case unreadable(file: String)
    case missing(file: String)
    case inconsistent(file: String, detail: String)

    package var code: String {
        switch self {
        case .unreadable: "kind.unreadable"
        case .missing: "kind.missing"
        case .inconsistent: "kind.inconsistent"
        }
    }

    package var problem: String {
        switch self {
        case .unreadable(let file): "The document kind “\(file)” can't be read."
        case .missing(let file): "The form “\(file)” is missing."
        case .inconsistent(let file, let detail):
            "The document kind “\(file)” contradicts itself: \(detail)."
        }
    }

    package var nextStep: String { "Install the program again, and report this." }
    package var exitCode: ExitCode { .failed }
}
