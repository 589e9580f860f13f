package import Wording

/// Why a client's request could not be noted like this. It names fields, never answers.
package enum RequestError: AnswerRefusal, Equatable {
    case closed
    case notDecided
    case alreadyExtended
    case extendedTooLate
    case noDeadline
    case noSuchGround
    case mustAgree
    case noSuchPaper
    case beforeReceipt(label: String)

    package var label: String? {
        guard case .beforeReceipt(let label) = self else { return nil }
        return label
    }

    package var code: String {
        switch self {
        case .closed: "request.closed"
        case .notDecided: "request.not-decided"
        case .alreadyExtended: "request.already-extended"
        case .extendedTooLate: "request.extended-too-late"
        case .noDeadline: "request.no-deadline"
        case .noSuchGround: "request.no-such-ground"
        case .mustAgree: "request.must-agree"
        case .noSuchPaper: "request.no-such-paper"
        case .beforeReceipt: "request.before-receipt"
        }
    }

    package var problem: String {
        switch self {
        case .closed: "This request is answered and closed."
        case .notDecided: "This request is not decided yet."
        case .alreadyExtended: "The time for this request was extended once, and once is all."
        case .extendedTooLate: "A letter after the day a request is due extends nothing."
        case .noDeadline: "The law sets no deadline for this kind of request."
        case .noSuchGround: "This is no lawful ground to deny this kind of request."
        case .mustAgree:
            "A client who paid in full can keep it from the health plan, and you must agree."
        case .noSuchPaper: "No restriction or safe contact of this client has this number."
        case .beforeReceipt(let label):
            "The day of “\(label)” lies before the request was received."
        }
    }

    package var nextStep: String {
        switch self {
        case .closed: "Correct it with `vault request edit`, if something in it is wrong."
        case .notDecided: "Run `vault request decide` first."
        case .alreadyExtended: "Answer the request by the day it is due."
        case .extendedTooLate: "Answer the request now."
        case .noDeadline: "Run `vault request decide` as soon as you can."
        case .noSuchGround: "Choose another ground, or grant it."
        case .mustAgree: "Choose another decision."
        case .noSuchPaper: "Run `vault consent list` to see the numbers."
        case .beforeReceipt: "Correct the date."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .closed, .notDecided, .alreadyExtended, .extendedTooLate, .noDeadline, .mustAgree:
            .refused
        case .noSuchGround, .noSuchPaper, .beforeReceipt: .failed
        }
    }
}
