internal import Sealing
package import Wording

/// Why nothing was restored. What was there before is as it was, but for ``entryMissing``.
package enum RestoreError: UserFacing, Equatable {
    case placeTaken
    case damaged(String)
    case noBackup
    case noFile
    case noVault
    case declined
    case fork
    /// The file has its place; what is missing is written at its next opening.
    case entryMissing

    package var code: String {
        switch self {
        case .placeTaken: "restore.place-taken"
        case .damaged: "restore.damaged"
        case .noBackup: "restore.no-backup"
        case .noFile: "restore.no-file"
        case .noVault: "restore.no-vault"
        case .declined: "restore.declined"
        case .fork: "restore.fork"
        case .entryMissing: "restore.entry-missing"
        }
    }

    package var problem: String {
        switch self {
        case .placeTaken: "There is a file already where the vault would go."
        case .damaged(let place): "The backup does not verify: \(place)."
        case .noBackup: "There is no backup of this vault in this folder."
        case .noFile: "There is no backup's file at this place."
        case .noVault: "This file is no backup of a vault."
        case .declined: "Nothing was restored, and everything is as it was."
        case .fork: "This backup and your vault went different ways."
        case .entryMissing:
            "The vault is back at its place, but the audit trail could not say so yet."
        }
    }

    package var nextStep: String {
        switch self {
        case .placeTaken:
            "Add `--set-aside` to keep that file under another name, or name a place with `--vault`."
        case .damaged: "Use another backup, and keep this one for whoever looks into it."
        case .noBackup: "Name the backup's file itself, or another folder."
        case .noFile: "Name the backup itself; its name ends in `.vault`."
        case .noVault: "Name another file; that of a backup ends in `.vault`."
        case .declined: "Run the command again when you are ready."
        case .fork: "Keep both, and find out with `vault verify --stick` where they parted."
        case .entryMissing: "Make sure that the disk has room, then run `vault open`."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .placeTaken, .noBackup, .noFile: .failed
        case .damaged, .noVault: .doesNotVerify
        case .entryMissing: .mediumFailed
        case .declined: .interrupted
        case .fork: .olderCopy
        }
    }
}

extension VaultError {
    /// What a failure on the stick is called when it happened on this computer's disk.
    static func of(_ error: ExportError) -> VaultError {
        switch error {
        case .noSuchFolder: .notFound
        case .notAFolder, .noPermission: .noPermission
        case .nameTaken: .exists
        case .readOnly: .readOnly
        case .full, .noRoom: .diskFull
        default: .diskFailed
        }
    }
}

extension RestoreError {
    /// What is wrong with a copy is said of the copy, not of the vault.
    static func judging<R>(_ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch VaultError.damaged(let place) {
            throw RestoreError.damaged(place)
        } catch VaultError.alteredSchema {
            throw RestoreError.damaged("its inner structure is not what this program makes")
        } catch VaultError.foreign {
            throw RestoreError.noVault
        } catch UnsealError.notFound, UnsealError.notAFile {
            throw RestoreError.noFile
        } catch let error as SealingError where error.exitCode == .doesNotVerify {
            throw RestoreError.damaged("its header or what opens it")
        }
    }
}
