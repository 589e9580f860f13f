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
    case nothingNamed
    case severalClients
    case severalRecipients
    case notALetter
    case onePDF
    case tooLarge
    case changedMeanwhile
    case exchanged

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
        case .nothingNamed: "export.nothing-named"
        case .severalClients: "export.several-clients"
        case .severalRecipients: "export.several-recipients"
        case .notALetter: "export.not-a-letter"
        case .onePDF: "export.one-pdf"
        case .tooLarge: "export.too-large"
        case .changedMeanwhile: "export.changed-meanwhile"
        case .exchanged: "export.exchanged"
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
        case .nothingNamed: "No document was named."
        case .severalClients: "These documents are of several clients."
        case .severalRecipients: "These letters are for different recipients."
        case .notALetter: "One of these documents is no letter, and nothing says why it may leave."
        case .onePDF: "A PDF with a password holds one document."
        case .tooLarge: "One of the files is larger than an export can hold."
        case .changedMeanwhile: "Something changed while the export was written."
        case .exchanged: "Somebody put another file in the place of the one being written."
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
        case .nothingNamed: "Name a signed document, such as D1."
        case .severalClients: "Name each client's documents in an export of their own."
        case .severalRecipients: "Name each recipient's letters in an export of their own."
        case .notALetter: "Say with `--consent` or `--basis` why the recipient may have it."
        case .onePDF: "Name one document, or leave out `--pdf`."
        case .tooLarge: "Save that file by itself with `vault attach save`."
        case .changedMeanwhile: "Try it once more."
        case .exchanged: "Use a stick that nobody else writes to, and find out who did."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .noSuchFolder, .nameTaken, .tooLarge, .changedMeanwhile: .failed
        case .notAFolder, .noPermission, .severalClients, .severalRecipients, .notALetter,
            .exchanged:
            .refused
        case .readOnly, .full, .noRoom, .failed, .readBackDiffers: .mediumFailed
        case .noRecipient, .nothingNamed, .onePDF: .wrongUsage
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
