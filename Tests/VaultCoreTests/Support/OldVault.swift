import Foundation
import GRDB
import Sealing
import Testing

@testable import VaultCore

/// `Vectors/version-1.vault`: one invented client, a session and a signed document, written by
/// version 1 of the program. Each test works on a copy of its own.
final class OldVault: Sendable {
    static let passphrase = "plainly invented words"

    let folder: TestFolder
    private let clock = TestClock()

    var path: String { folder("old.vault") }

    init() throws {
        folder = try TestFolder()
        let vector =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Vectors/version-1.vault"
        try write(try contents(vector), to: path)
        chmod(path, 0o600)
    }

    func closed() throws -> ClosedVault {
        let clock = clock
        return try ClosedVault(
            at: path,
            surroundings: Vault.Surroundings(
                now: { clock.now }, stateRoot: folder("state"), program: "vault/test"))
    }

    /// With the passphrase, which leaves an entry.
    func unlock() throws -> Vault {
        try closed().unlock(with: try Sample.passphrase(Self.passphrase))
    }

    /// With the key, which writes nothing.
    func open() throws -> Vault { try closed().unlock(with: try key()) }

    func verify() throws -> VerificationReport {
        try closed().unlockUnsettled(with: try key()).verify()
    }

    private func key() throws -> SecretKey { try SecretKey(copying: try Self.key.get()) }

    private static let key = Result {
        let vault = try OldVault().closed()
            .unlockUnsettled(with: try Sample.passphrase(passphrase))
        return try vault.duplicateKey().withBytes { Array($0) }
    }
}

extension Attacker {
    /// Every row of these tables as it stands in the file.
    static func rows(_ path: String, _ tables: String...) throws -> [[DatabaseValue]] {
        try read(path) { database in
            try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT '\(table)', * FROM \(table) ORDER BY 2")
                    .map { Array($0.databaseValues) }
            }
        }
    }
}
