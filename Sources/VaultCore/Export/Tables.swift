internal import Audit
internal import Documents
internal import Sealing

extension AuditEntry {
    static let columns = ["number", "time", "act", "actor", "client", "record", "details"]

    /// The entry as a row for people; what proves it is its line in the trail.
    func cells(_ names: [[UInt8]: String]) -> [String] {
        let name = { (id: [UInt8]) in names[id] ?? id.hexText }
        return [
            "\(number)",
            Moment(milliseconds: Int64(clamping: time), zoneOffsetMinutes: zone)?.iso ?? "\(time)",
            act.rawValue, actor, name(client), name(record),
            details.map { "\($0.key.rawValue)=\($0.value)" }.joined(separator: " "),
        ]
    }
}

extension AccountedDisclosure {
    static let columns = [
        "disclosure", "time", "recipient", "organization", "address", "purpose", "basis", "items",
        "consent", "consent state", "reason", "enclosed", "file", "sha256", "encrypted", "medium",
        "how", "told",
    ]

    /// The row as 45 CFR 164.528(b)(2) asks for it, and what is kept beyond it.
    func cells(_ name: String) -> [String] {
        [
            name, at.iso, recipient.name, recipient.organization ?? "", address ?? "",
            otherPurpose ?? purpose.rawValue, basis.rawValue,
            items.map(\.rawValue).joined(separator: " "), consent?.name ?? "",
            consent?.state ?? "", reason ?? "", documents.map(\.name).joined(separator: " "),
            medium?.file ?? "", medium?.digest ?? "",
            medium.map { $0.isEncrypted ? "yes" : "no" } ?? "", medium?.label ?? "",
            outside?.way ?? "", outside?.told ?? "",
        ]
    }
}

extension Settings {
    /// These for another vault, which keeps what is true of it alone: its backups, and how it was
    /// opened.
    func portable(to other: Settings = Settings()) -> Settings {
        var settings = self
        settings.recovered = other.recovered
        settings.backedUp = other.backedUp
        settings.rehearsed = other.rehearsed
        settings.givenUp = other.givenUp
        return settings
    }

    /// Whether the program itself could have kept these: what comes from elsewhere must not lock
    /// her out, hide in her documents or take her backups away.
    var isUsable: Bool {
        guard (1...240).contains(lockAfterMinutes), (1...168).contains(lockAtMostHours),
            (1...1000).contains(backupsKept ?? 1)
        else { return false }
        do {
            var taught = OwnPhrases()
            for (name, text) in phrases?.phrases ?? [:] { try taught.set(phrase: name, to: text) }
            for (word, text) in phrases?.meanings ?? [:] { try taught.set(meaning: word, to: text) }
            let own = try Vault.kinds(in: self)
            let codes = try serviceCodes.map { try ServiceCodes(bytes: try JSON.bytes($0)) }
            _ = try Library(services: codes, own: own, rules: rules)
            return taught == phrases ?? OwnPhrases()
                && Set(own.map(\.id)) == Set((kinds ?? [:]).keys)
        } catch {
            return false
        }
    }
}
