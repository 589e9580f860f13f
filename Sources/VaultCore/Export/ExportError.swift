internal import Foundation
package import Wording

/// Why an export did not happen. Nothing with the final name exists in any of these cases.
package enum ExportError: UserFacing, Equatable, CaseIterable {
    case noSuchFolder
    case notAFolder
    case noPermission
    case readOnly
    case full
    case noRoom
    case failed
    case readBackDiffers
    case nameTaken
    case noRecipient

    package var code: String {
        switch self {
        case .noSuchFolder: "export.no-such-folder"
        case .notAFolder: "export.not-a-folder"
        case .noPermission: "export.no-permission"
        case .readOnly: "export.read-only"
        case .full: "export.full"
        case .noRoom: "export.no-room"
        case .failed: "export.medium-failed"
        case .readBackDiffers: "export.read-back-differs"
        case .nameTaken: "export.name-taken"
        case .noRecipient: "export.no-recipient"
        }
    }

    package var problem: String {
        switch self {
        case .noSuchFolder: "The folder that was named does not exist."
        case .notAFolder:
            "The place that was named is not a folder, or is a link to somewhere else."
        case .noPermission: "The system does not allow writing into this folder."
        case .readOnly: "The stick can be read but not written."
        case .full: "The stick is full, and the unfinished file was taken away."
        case .noRoom: "There is less room on the stick than this needs."
        case .failed: "The stick reported an error, and what was begun does not count as done."
        case .readBackDiffers: "What was read back from the stick is not what was written to it."
        case .nameTaken: "A file with this name is already there, and was left as it is."
        case .noRecipient: "Nobody was named who could open the export."
        }
    }

    package var nextStep: String {
        switch self {
        case .noSuchFolder: "Put the stick in and check where it appears, then try again."
        case .notAFolder: "Name the stick's own folder with `--to`."
        case .noPermission: "Choose a folder that you may write to."
        case .readOnly: "Unlock the stick's write protection, or use another stick."
        case .full, .noRoom: "Free some space on the stick, or use another one."
        case .failed: "Pull the stick out, put it in again, and try once more."
        case .readBackDiffers: "Use another stick; this one loses data."
        case .nameTaken: "Name another folder, or take that file away first."
        case .noRecipient: "Choose a passphrase for the export, or name a key with `--recipient`."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .noSuchFolder, .nameTaken: .failed
        case .notAFolder, .noPermission: .refused
        case .readOnly, .full, .noRoom, .failed, .readBackDiffers: .mediumFailed
        case .noRecipient: .wrongUsage
        }
    }

    static func fromSystem(_ number: Int32, openingFolder: Bool = false) -> ExportError {
        switch number {
        case ENOENT: openingFolder ? .noSuchFolder : .failed
        case ENOTDIR, ELOOP: .notAFolder
        case EEXIST: .nameTaken
        case EACCES, EPERM: .noPermission
        case EROFS: .readOnly
        case ENOSPC, EDQUOT, EFBIG: .full
        default: .failed
        }
    }
}
