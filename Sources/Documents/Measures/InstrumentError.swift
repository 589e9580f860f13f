package import Wording

/// An instrument file that can't be used. The files are part of the program, so it is our fault.
package enum InstrumentError: UserFacing, Equatable {
    case unreadable(file: String)
    case inconsistent(file: String, detail: String)

    package var code: String {
        switch self {
        case .unreadable: "instrument.unreadable"
        case .inconsistent: "instrument.inconsistent"
        }
    }

    package var problem: String {
        switch self {
        case .unreadable(let file): "The instrument “\(file)” can't be read."
        case .inconsistent(let file, let detail):
            "The instrument “\(file)” contradicts itself: \(detail)."
        }
    }

    package var nextStep: String { "Install the program again, and report this." }
    package var exitCode: ExitCode { .failed }
}
