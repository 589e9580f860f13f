package import Wording

/// Why the vault could not do something, in the therapist's words.
package enum VaultError: UserFacing, Equatable {
    /// No file at this place.
    case notFound
    /// A file is there already.
    case exists
    /// Not a vault file.
    case foreign
    /// Made by a newer version of this program.
    case newer
    /// The file's structure is not the one this program makes.
    case alteredSchema
    /// No right to read or write the file or its folder.
    case noPermission
    /// The disk is read-only.
    case readOnly
    /// The disk is full.
    case diskFull
    /// The disk reported an error.
    case diskFailed
    /// Another command holds the vault.
    case busy
    /// What was typed is not the second passphrase of psychotherapy notes.
    case wrongSecondPassphrase
    /// No session is open and no passphrase was given.
    case locked
    /// Something in the file does not verify.
    case damaged(String)
    /// This file is older than the vault was last seen.
    case olderCopy(seen: UInt64, here: UInt64)
    /// The checkpoint that this computer keeps does not verify.
    case memoryChanged
    /// This file and another copy went different ways.
    case fork(here: String, elsewhere: String, common: UInt64)
    /// Nothing has this number.
    case unknown(String)
    /// A number of another kind was given.
    case otherKind(String, is: String, needs: String)
    /// The document is not in the state this act needs.
    case wrongState(is: String, needs: String)
    /// The session of a discarded draft has this other note by now.
    case draftedAnew(String)
    /// The same record was changed by another command since it was read.
    case changedMeanwhile
    /// More than the vault keeps in one piece.
    case tooLarge

    package var code: String {
        switch self {
        case .notFound: "vault.not-found"
        case .exists: "vault.exists"
        case .foreign: "vault.foreign"
        case .newer: "vault.newer"
        case .alteredSchema: "vault.altered-structure"
        case .noPermission: "vault.no-permission"
        case .readOnly: "vault.read-only"
        case .diskFull: "disk.full"
        case .diskFailed: "disk.failed"
        case .busy: "vault.busy"
        case .locked: "vault.locked"
        case .wrongSecondPassphrase: "psychotherapy.wrong-passphrase"
        case .damaged: "vault.damaged"
        case .olderCopy: "vault.older-copy"
        case .memoryChanged: "vault.memory-changed"
        case .fork: "vault.fork"
        case .unknown: "vault.unknown-number"
        case .otherKind: "vault.other-kind"
        case .wrongState: "document.wrong-state"
        case .draftedAnew: "document.drafted-anew"
        case .changedMeanwhile: "vault.changed-meanwhile"
        case .tooLarge: "vault.too-large"
        }
    }

    package var problem: String {
        switch self {
        case .notFound: "There is no vault at this place."
        case .exists: "There is already a file at this place."
        case .foreign: "This file is not a vault."
        case .newer: "This vault was made by a newer version of the program."
        case .alteredSchema: "The inner structure of this file is not what this program makes."
        case .noPermission:
            "The system does not allow this program to use the vault's file or folder."
        case .readOnly: "The disk can be read but not written, so nothing was changed."
        case .diskFull: "The disk is full, so nothing was changed."
        case .diskFailed: "The disk reported an error, so the change does not count as saved."
        case .busy: "Another command is using the vault."
        case .locked: "The vault is locked."
        case .wrongSecondPassphrase: "This is not the second passphrase of the psychotherapy notes."
        case .damaged(let place): "The vault does not verify: \(place)."
        case .olderCopy(let seen, let here):
            "This file is an older copy: it has \(here) audit entries, and \(seen) were seen before."
        case .memoryChanged:
            "What this computer remembers of the vault was changed by something else."
        case .fork(let here, let elsewhere, 0):
            """
            Two copies of this vault went different ways: here \(here), elsewhere \(elsewhere) \
            audit entries; where they parted can't be told.
            """
        case .fork(let here, let elsewhere, let common):
            """
            Two copies of this vault went different ways: here \(here), elsewhere \(elsewhere); \
            they last agreed at \(common) audit entries.
            """
        case .unknown(let number): "There is no \(number) in this vault."
        case .otherKind(let number, let kind, let needed):
            "\(number) is \(kind), and this needs \(needed)."
        case .wrongState(let state, let needed):
            "This document is \(state), and this needs one that is \(needed)."
        case .draftedAnew(let other): "Its session has another note by now: \(other)."
        case .changedMeanwhile: "Another command changed this document since you opened it."
        case .tooLarge: "This is more text than one record may hold."
        }
    }

    package var nextStep: String {
        switch self {
        case .notFound: "Make one with `vault init`, or name the file with `--vault`."
        case .exists: "Choose another place with `--vault`; nothing was overwritten."
        case .foreign: "Check the path that you gave with `--vault`."
        case .newer: "Install the newer version of the program, then try again."
        case .alteredSchema: "Do not work in this file; go back to your last backup."
        case .noPermission: "Check who owns the file and its folder, then try again."
        case .readOnly: "Copy the vault to a disk that can be written, then try again."
        case .diskFull: "Free some space, then try again."
        case .diskFailed: "Copy the vault to another disk, then run `vault verify`."
        case .busy: "Wait a moment, then try again."
        case .locked: "Run `vault open`, or type your passphrase when asked."
        case .wrongSecondPassphrase: "Check Caps Lock and the keyboard layout, then type it again."
        case .damaged: "Run `vault verify` to see everything that is damaged; keep your backups."
        case .olderCopy:
            "Go back to the newest copy, or go on from this one with `vault restore --reason REASON`."
        case .memoryChanged:
            "Compare with a stick (`vault verify --stick`), then run `vault restore --reason REASON`."
        case .fork:
            "Keep both; if one is gone for good, run `vault restore --reason REASON --stick FOLDER`."
        case .unknown, .otherKind:
            "Look the number up with the list command of its kind, or `vault list`."
        case .wrongState: "Run `vault list` to see the state of each document."
        case .draftedAnew: "Keep that one, or put it away first with `vault discard`."
        case .changedMeanwhile: "Run the command again; nothing was overwritten."
        case .tooLarge: "Split it into several sessions or documents."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .diskFull, .diskFailed, .readOnly: .mediumFailed
        case .locked, .wrongSecondPassphrase: .locked
        case .damaged, .alteredSchema, .foreign: .doesNotVerify
        case .olderCopy, .memoryChanged, .fork: .olderCopy
        case .newer: .refused
        case .notFound, .exists, .noPermission, .busy, .unknown, .otherKind, .wrongState,
            .draftedAnew, .changedMeanwhile, .tooLarge:
            .failed
        }
    }
}
