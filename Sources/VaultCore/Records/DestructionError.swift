package import Wording

/// Why a client's record was not destroyed.
package enum DestructionError: UserFacing, Equatable, CaseIterable {
    case held
    case inTreatment
    case mustBeKept
    case noReason
    case namesClient
    case notConfirmed
    case changedMeanwhile

    package var code: String {
        switch self {
        case .held: "destruction.held"
        case .inTreatment: "destruction.in-treatment"
        case .mustBeKept: "destruction.must-be-kept"
        case .noReason: "destruction.no-reason"
        case .namesClient: "destruction.names-client"
        case .notConfirmed: "destruction.not-confirmed"
        case .changedMeanwhile: "destruction.changed-meanwhile"
        }
    }

    package var problem: String {
        switch self {
        case .held: "This client's record is on legal hold, so it was not destroyed."
        case .inTreatment: "This client is in treatment, and the record must be kept."
        case .mustBeKept: "No rule says that this client's record may be destroyed today."
        case .noReason: "No reason was given for destroying this record before its time."
        case .namesClient: "The reason holds a part of the client's name, so nothing was destroyed."
        case .notConfirmed:
            "The client's number was not typed as it stands here, so nothing was destroyed."
        case .changedMeanwhile:
            "Another command wrote to the vault since you looked, so nothing was destroyed."
        }
    }

    package var nextStep: String {
        switch self {
        case .held: "Run `vault client release` first, if the hold has ended."
        case .inTreatment:
            "Run `vault client discharge` when care has ended, or say with `--reason` why it must go."
        case .mustBeKept: "Run `vault retention` to see why, or say with `--reason` why it must go."
        case .noReason: "Say why, such as a court's order or a client who was added by mistake."
        case .namesClient: "Say it without the name; the reason stands on the certificate."
        case .notConfirmed:
            "Run the command again and type the number, or give it with `--confirm`."
        case .changedMeanwhile: "Run the command again and look at what will be gone."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .held, .inTreatment, .mustBeKept: .refused
        case .noReason, .namesClient: .wrongUsage
        case .notConfirmed, .changedMeanwhile: .failed
        }
    }
}
