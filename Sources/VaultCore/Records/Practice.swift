internal import Audit
package import Documents
internal import GRDB

extension Vault {
    /// The practice's profile: who signs.
    package func practice() throws -> Entries { try entries(of: practiceSummary()) }

    package func practiceSummary() throws -> RecordSummary {
        // One that was taken over comes after the one that the vault was made with.
        guard let summary = try summaries().last(where: { $0.header.type == .practice }) else {
            throw VaultError.damaged("the practice's profile is missing")
        }
        return summary
    }

    /// Hours after a session's end from which a note without a signature is late.
    package func lateAfterHours() throws -> Int {
        try Library.rulebook(settings().rules)
            .lateEntry(jurisdiction: practice()["jurisdiction"], payer: nil).onTimeHours
    }

    /// Replaces the practice's profile; documents that are signed already keep the old one.
    package func changePractice(to entries: Entries) throws {
        let before = try practiceSummary()
        try commit(AuditEvent(.settingsChange, details: [.setting: "practice"])) {
            var header = before.header
            header.writtenAt = writtenAt
            try $0.append(
                header, body: try JSON.bytes(entries), replacing: before)
        }
    }

    /// The therapist as her signature names her.
    package func signer() throws -> Signer {
        let practice = try practice()
        return Signer(
            name: practice["name"] ?? "", credentials: practice["credentials"] ?? "",
            licence: practice["licence"] ?? "", attestation: practice["attestation"])
    }

    /// What is remembered of how she likes the vault.
    package func settings() throws -> Settings {
        guard let summary = try summaries().first(where: { $0.header.type == .settings }) else {
            return Settings()
        }
        return try decoded(Settings.self, try body(of: summary))
    }

    func settings(_ database: Database) throws -> Settings {
        let known = try summaries(database).first { $0.header.type == .settings }
        return try known.map { try decoded(Settings.self, try body(of: $0, database)) }
            ?? Settings()
    }

    /// Replaces the settings; the trail says that they changed, not how.
    package func change(_ settings: Settings) throws {
        try commit(AuditEvent(.settingsChange, details: [.setting: "settings"])) {
            try keep(settings, in: $0)
        }
    }

    /// Changes the settings as they stand within this write, and nothing else of them.
    func changeSettings(
        in transaction: Transaction, _ change: (inout Settings) -> Void
    ) throws {
        let known = try transaction.summaries().first { $0.header.type == .settings }
        var settings =
            try known.map {
                try decoded(Settings.self, try transaction.body(of: $0))
            } ?? Settings()
        change(&settings)
        try keep(settings, in: transaction)
    }

    func keep(_ settings: Settings, in transaction: Transaction) throws {
        let known = try transaction.summaries().first { $0.header.type == .settings }
        let header = RecordHeader(type: .settings, number: 1, writtenAt: writtenAt)
        let body = try JSON.bytes(settings)
        if let known {
            try transaction.append(header, body: body, replacing: known)
        } else {
            try transaction.append(
                header, body: body, record: try transaction.newRecordID(),
                owner: KeyRing.practice)
        }
    }

    /// The time that goes into a record's header.
    var writtenAt: UInt64 { UInt64(max(0, surroundings.now().milliseconds)) }

    /// The filled-in form that a client, session or practice record holds.
    package func entries(of summary: RecordSummary) throws -> Entries {
        try decoded(Entries.self, try body(of: summary))
    }

    /// An authentic body that is no longer understood is damage, not the reader's words.
    func decoded<T: Decodable>(_ type: T.Type, _ bytes: [UInt8]) throws -> T {
        do {
            return try JSON.value(type, from: bytes)
        } catch {
            throw VaultError.damaged("a record is not in a form this program knows")
        }
    }
}

/// The therapist's choices.
package struct Settings: Codable, Equatable, Sendable {
    /// Minutes without a command after which the session locks.
    package var lockAfterMinutes = 5
    /// Hours after which it locks in any case.
    package var lockAtMostHours = 12
    /// Her own table of service codes; nil for the program's.
    package var serviceCodes: ServiceCodes?
    /// Rules of states and payers that she added or changed.
    package var rules: OwnRules?
    /// The last time that something other than the passphrase opened the vault.
    package var recovered: Recovery?
    /// Which client (a record's id) a title of the calendar stands for; empty for none.
    package var calendar: [String: String]?
    /// Document kinds of hers: the text of each file, by the kind's id.
    package var kinds: [String: String]?
    /// What she taught the vault to write out.
    package var phrases: OwnPhrases?
    /// The day of the last backup that was verified, and of the last one that was rehearsed.
    package var backedUp: Day?
    package var rehearsed: Day?
    /// The checkpoints, by their names, that restores gave up beside the one that their entry names.
    package var givenUp: [String]?
    /// How many backups stay in one folder; nil for the usual number.
    package var backupsKept: Int?

    package struct Recovery: Codable, Equatable, Sendable {
        package var by: String
        package var on: Day

        package init(by: String, on: Day) {
            self.by = by
            self.on = on
        }
    }

    package init() {}
}
