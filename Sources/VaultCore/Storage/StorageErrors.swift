internal import Foundation
internal import GRDB

extension VaultError {
    /// A failed system call, by its `errno`.
    static func fromSystem(_ number: Int32) -> VaultError {
        switch number {
        case ENOENT, ENOTDIR: .notFound
        case EEXIST: .exists
        case EACCES, EPERM, ELOOP: .noPermission
        case EROFS: .readOnly
        case ENOSPC, EDQUOT: .diskFull
        default: .diskFailed
        }
    }

    /// A failed statement, by SQLite's result code; other errors pass unchanged.
    static func fromStorage(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return switch error.resultCode {
        case .SQLITE_FULL: VaultError.diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: VaultError.busy
        case .SQLITE_READONLY: VaultError.readOnly
        case .SQLITE_PERM, .SQLITE_AUTH: VaultError.noPermission
        case .SQLITE_CANTOPEN: VaultError.noPermission
        case .SQLITE_NOTADB: VaultError.foreign
        case .SQLITE_CORRUPT: VaultError.damaged("the file's inner structure is broken")
        case .SQLITE_TOOBIG: VaultError.damaged("a field is larger than the vault ever writes")
        case .SQLITE_CONSTRAINT: VaultError.damaged("a row breaks the vault's rules")
        case .SQLITE_ERROR, .SQLITE_MISMATCH: VaultError.alteredSchema
        default: VaultError.diskFailed
        }
    }
}
