import Foundation
import GRDB
import Sealing
import Testing

@testable import VaultCore

extension TestVault {
    static let recoveryWords = "invented words of a sheet"
    static let executorWords = "invented words of an executor"
    static let secondPassphrase = "four quiet invented otters"
    /// The words of the share sheets; no test divides a secret.
    static let sheets = ["one invented sheet", "two invented sheet", "three invented sheet"]

    /// The small practice with every kind of slot, and a psychotherapy note of each of two clients
    /// under a second passphrase.
    static func everySlot() throws -> TestVault {
        try TestVault(copying: try everySlotTemplate.get(), memory: true)
    }

    private static let everySlotTemplate = Result {
        let made = try small()
        let vault = try made.open()
        try vault.setRecovery(try Sample.passphrase(recoveryWords))
        try vault.setExecutor(
            try Sample.passphrase(executorWords), set: 7, needed: 2, sheets: sheets)
        let notes = try made.notes(vault)
        _ = try notes.add(
            "An invented thought.", day: "2026-11-16", of: vault.find("C1", .client))
        _ = try notes.add(
            "Another invented thought.", day: "2026-11-17", of: vault.find("C2", .client))
        try notes.protect(with: try Sample.passphrase(secondPassphrase), cost: .floor)
        return made
    }

    /// The psychotherapy notes, with the second passphrase where there is one.
    func notes(
        _ vault: Vault, second: String = TestVault.secondPassphrase
    ) throws -> PsychotherapyNotes {
        try PsychotherapyNotes(of: vault) { try Sample.passphrase(second) }
    }

    func unlock(_ words: String, _ kind: SlotKind = .passphrase) throws -> Vault {
        try closed().unlock(with: try Sample.passphrase(words), kind: kind)
    }

    /// The header as it stands in the file.
    func storedHeader() throws -> [UInt8] {
        try Attacker.blob(path, "SELECT header FROM vault")
    }

    func replaceHeader(_ header: [UInt8]) throws {
        try Attacker.raw(path) {
            try $0.execute(sql: "UPDATE vault SET header = ?", arguments: [Data(header)])
        }
    }

    /// Every sealed row that holds a record or a client's key.
    func storedRecords() throws -> [[DatabaseValue]] {
        try Attacker.rows(
            path, "owner_key", "revision", "body", "attachment_piece", "psychotherapy_note")
    }
}
