internal import Audit

extension RecordSummary {
    package var isWithdrawn: Bool { header.facts[.standing] == Vault.withdrawn }
}

/// What was kept by mistake stays in the vault; nothing counts or shows it any more.
extension Vault {
    static let withdrawn = "withdrawn"

    /// `word` says what kind of record it is, such as “score”.
    func requireStanding(_ record: RecordSummary, _ word: String) throws {
        guard record.header.facts[.standing] == nil else {
            throw VaultError.unknown("\(word) \(record.shortName) that counts")
        }
    }

    func withdraw(_ record: RecordSummary, in transaction: Transaction) throws {
        var header = record.header
        header.facts[.standing] = Self.withdrawn
        header.writtenAt = writtenAt
        try transaction.append(
            header, body: try transaction.body(of: record), replacing: record)
    }
}
