internal import Audit
package import Documents

/// What the vault itself can tell about an incident, at the time it was asked.
package struct IncidentEvidence: Codable, Equatable, Sendable {
    package let collectedAt: Moment
    package let lines: [Line]

    /// One thing it tells, with the audit entry that shows it.
    package struct Line: Codable, Equatable, Sendable {
        package let entry: UInt64?
        package let at: Moment?
        package let text: String

        init(_ text: String, _ entry: AuditEntry? = nil) {
            self.text = text
            self.entry = entry?.number
            at = entry.flatMap {
                Moment(milliseconds: Int64(clamping: $0.time), zoneOffsetMinutes: $0.zone)
            }
        }
    }
}

extension Vault {
    /// Collected from the trail and the accounting; it decides nothing.
    func evidence(for incident: Incident) throws -> IncidentEvidence {
        let lines: [IncidentEvidence.Line]
        switch incident.entries["kind"] {
        case "lost-stick":
            lines = try whatLeft(
                onto: incident.entries["label"],
                until: incident.entries["discovered"].flatMap(Day.init(iso:)))
        case "lost-laptop": lines = try lastContact(before: incident)
        case "wrong-person": lines = try whatWentWrong(incident.entries["disclosure"])
        default: lines = []
        }
        return IncidentEvidence(collectedAt: surroundings.now(), lines: lines)
    }

    /// Exports and backups that went to a stick of this name, and those of which nobody noted where
    /// they went; all of them where she does not know the name.
    private func whatLeft(
        onto label: String?, until found: Day?
    ) throws -> [IncidentEvidence.Line] {
        let token = try label.map { try mediumToken(ofName: $0) }
        let rows = Dictionary(
            try disclosures().compactMap { record in
                record.row.medium.map { ($0.digest, record.row) }
            }, uniquingKeysWith: { $1 })
        let names = Dictionary(
            try summaries().map { ($0.record.bytes, $0.shortName) }, uniquingKeysWith: { $1 })
        var known: [IncidentEvidence.Line] = []
        var unknown: [IncidentEvidence.Line] = []
        // What was written after the stick was missed went to another.
        let last = found?.daysSince1970 ?? .max
        for entry in try auditEntries()
        where [.exportDone, .backupMake].contains(entry.act) && entry.localDay <= last {
            let row = entry[.digest].flatMap { rows[$0] }
            let line = IncidentEvidence.Line(Self.words(for: entry, row, names), entry)
            let isThere =
                entry[.medium].map { $0 == token } ?? row?.medium?.label.map { $0 == label }
            switch isThere {
            case true?: known.append(line)
            case false? where label != nil: break
            default: unknown.append(line)
            }
        }
        var lines: [IncidentEvidence.Line] = []
        if label != nil {
            let count = known.isEmpty ? "Nothing" : "\(known.count)"
            lines.append(.init("\(count) in the trail went to a stick of this name."))
            lines += known
        }
        if !unknown.isEmpty {
            let head =
                label == nil
                ? "The stick's name is not noted; so here is all that had left by then, \(unknown.count):"
                : "Of \(unknown.count) more the trail does not tell where they went:"
            lines.append(.init(head))
            lines += unknown
        }
        if lines.isEmpty {
            lines.append(.init("The trail tells of no export and no backup until that day."))
        }
        return lines
    }

    private static func words(
        for entry: AuditEntry, _ row: AccountedDisclosure?, _ names: [[UInt8]: String]
    ) -> String {
        guard entry.act != .backupMake else {
            return "Backup of the whole vault, encrypted under the passphrase"
        }
        let lock =
            switch entry[.format] {
            case "open": "NOT encrypted"
            case "pdf-aes-256": "a PDF with a password (AES-256)"
            case "age-v1": "encrypted (age)"
            default: "in a form this program does not know"
            }
        let what =
            entry[.kind] == "everything"
            ? "everything but psychotherapy notes"
            : names[entry.record] ?? names[entry.client].map { "of \($0)" } ?? "?"
        let whom = row.map { ", for \($0.recipient.name)" } ?? ", your own copy"
        return "Export \(what), \(lock)\(whom)"
    }

    /// How the laptop's vault was protected when it was last seen.
    private func lastContact(before incident: Incident) throws -> [IncidentEvidence.Line] {
        let last = (incident.entries["happened"] ?? incident.entries["discovered"])
            .flatMap(Day.init(iso:))
        let entries = try auditEntries().filter { entry in
            last.map { entry.localDay <= $0.daysSince1970 } ?? true
        }
        let settings = try settings()
        let clients = try records(.client).count
        var lines: [IncidentEvidence.Line] = [
            .init(
                "The vault's file is encrypted at all times; only the passphrase (Argon2id) and the "
                    + "recovery sheets that you may have printed open it."),
            .init(
                "It locks after \(settings.lockAfterMinutes) minutes without a command, and after "
                    + "\(settings.lockAtMostHours) hours in any case."),
            .init("It holds the records of \(clients == 1 ? "1 client" : "\(clients) clients")."),
        ]
        let opened = entries.last { [.vaultOpen, .recoveryUse, .executorUse].contains($0.act) }
        let locked = entries.last { [.vaultLock, .vaultAutoLock].contains($0.act) }
        if let opened { lines.append(.init("Last opened until that day", opened)) }
        if let locked { lines.append(.init("Last locked until that day", locked)) }
        if let opened, locked.map({ $0.number < opened.number }) ?? true {
            lines.append(
                .init("After that nothing tells that it was locked", opened))
        }
        if let act = entries.last { lines.append(.init("Last act until that day", act)) }
        return lines
    }

    private func whatWentWrong(_ name: String?) throws -> [IncidentEvidence.Line] {
        guard let name else { return [.init("No row of the accounting is named.")] }
        let row = try disclosure(try find(name, .disclosure))
        let items = DisclosureItem.words(for: row.items)
        return [
            .init("\(name.uppercased()) left on \(row.at.day.spoken) for \(row.recipient.name)."),
            .init("It told: \(items.isEmpty ? "nothing that is listed" : items)."),
            .init(
                row.medium?.isEncrypted == true
                    ? "The file was encrypted." : "It was NOT encrypted."),
        ]
    }
}
