package import Wording

/// A kind file that can't be used: one of the program's, or one of her own.
package enum KindError: UserFacing, Equatable {
    case unreadable(file: String)
    case missing(file: String)
    /// `about` is the id or word in the file that it is about.
    case inconsistent(file: String, detail: String, about: String? = nil)
    /// Her own file; lines from 1.
    case own(line: Int, detail: String)
    case ownTooLarge
    case noSuchOwn

    package var code: String {
        switch self {
        case .unreadable: "kind.unreadable"
        case .missing: "kind.missing"
        case .inconsistent: "kind.inconsistent"
        case .own: "kind.own"
        case .ownTooLarge: "kind.too-large"
        case .noSuchOwn: "kind.no-such"
        }
    }

    package var problem: String {
        switch self {
        case .unreadable(let file): "The document kind “\(file)” can't be read."
        case .missing(let file): "The form “\(file)” is missing."
        case .inconsistent(let file, let detail, _):
            "The document kind “\(file)” contradicts itself: \(detail)."
        case .own(let line, let detail): "Line \(line) of your document kind: \(detail)."
        case .ownTooLarge: "Your document kind is too large or no text."
        case .noSuchOwn: "You have no document kind of this name."
        }
    }

    package var nextStep: String {
        switch self {
        case .own: "Correct that line and add the file again."
        case .ownTooLarge: "Shorten it to 256 kB of plain text."
        case .noSuchOwn: "Look at those there are with `vault kind list`."
        default:
            "Take it out with `vault kind remove` if it is yours, or install the program again."
        }
    }

    package var exitCode: ExitCode { .failed }
}
