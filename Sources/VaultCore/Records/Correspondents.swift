package import Age
internal import Audit
package import Documents
internal import Sealing

extension Vault {
    /// Files someone that things are sent to, and the age key that opens them.
    package func addCorrespondent(_ entries: Entries) throws -> RecordSummary {
        let record = try newRecord()
        _ = try Self.key(in: entries)
        try commit(
            AuditEvent(.settingsChange, record: record, details: [.setting: "correspondent"])
        ) {
            try $0.append(
                correspondentHeader(entries, number: try $0.nextNumber(.correspondent)),
                body: try JSON.bytes(entries), record: record, owner: KeyRing.practice)
        }
        return try summary(record)
    }

    package func change(correspondent: RecordSummary, to entries: Entries) throws {
        _ = try Self.key(in: entries)
        let event = AuditEvent(
            .settingsChange, record: correspondent.record, details: [.setting: "correspondent"])
        try commit(event) {
            try $0.append(
                correspondentHeader(entries, number: correspondent.header.number),
                body: try JSON.bytes(entries), replacing: correspondent)
        }
    }

    /// The one on file who is called exactly so.
    package func correspondent(named name: String) throws -> RecordSummary? {
        try records(.correspondent).first {
            ExactName.same(try entries(of: $0)["name"], name)
        }
    }

    /// The age key on file for a correspondent; nil where there is none.
    package func key(of correspondent: RecordSummary) throws -> AgeRecipient? {
        try Self.key(in: try entries(of: correspondent))
    }

    private static func key(in entries: Entries) throws -> AgeRecipient? {
        try entries["age-key"].map { try AgeRecipient($0) }
    }

    private func correspondentHeader(_ entries: Entries, number: UInt64) -> RecordHeader {
        RecordHeader(
            type: .correspondent, number: number, label: entries["name"] ?? "",
            writtenAt: writtenAt)
    }

    /// The vault's own age key: what is sealed for keys is sealed for it too, so that the vault can
    /// look into every such file that ever left it. Derived, so that it needs no keeping.
    package func ownIdentity() throws -> AgeIdentity {
        try AgeIdentity(secret: try keys.vaultKey.derived(for: .ownExports))
    }
}
