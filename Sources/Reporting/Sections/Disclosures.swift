internal import Audit
internal import Documents

extension Evidence {
    /// What left the practice, on which ground, and what was refused.
    var disclosures: AuditReport.Section {
        var section = AuditReport.Section(
            5, "What left the practice",
            [
                .init("45 CFR 164.508 and 164.512", "Disclose only with a lawful ground."),
                .init("45 CFR 164.502(b)", "Disclose no more than the purpose needs."),
                .init("45 CFR 164.528", "Be able to account for disclosures to the client."),
                .init("45 CFR 164.312(e)(1)", "Protect what is sent."),
            ])
        section.paragraphs = [
            "A document about a client leaves the vault only while the consent, authorization or other ground named beside it is valid for that recipient and covers what is in the document; what failed this test is listed as refused."
        ]
        let left = acts(.exportDone)
        let open = left.filter { $0[.format] == "open" }
        let outside = outside
        section.figures = [
            .count("Exports", left),
            .count("Of these encrypted", left.filter { $0[.format] != "open" }),
            .exceptions("Not encrypted", open.map(\.number)),
            .exceptions("Begun and never ended", unusual(.notEnded)),
            .count(
                "Told or handed over outside the program, as noted",
                outside.filter { !$0.isWithdrawn }.map(\.noted)),
            .count("Such notes corrected or withdrawn", acts(.disclosureChange)),
            .count("Exports that failed", acts(.exportFailed)),
            .count("Disclosures that the vault refused", acts(.disclosureRefuse)),
            .exceptions(
                "Disclosures over a restriction", acts(.disclosureOverride).map(\.number)),
            .count("Accounts of disclosures given or shown", acts(.disclosureAccount)),
            .count("Left out of accounts at an agency’s request", acts(.disclosureSuspend)),
            .count("Consents and authorizations given", acts(.consentGive)),
            .count("Revoked", acts(.consentRevoke)),
            .count("Ended", acts(.consentExpire)),
        ]
        let basis = { (entry: AuditEntry) in
            guard let word = entry[.basis] else { return "own copy" }
            return LegalBasis(rawValue: word)?.label ?? word
        }
        let byBasis = Dictionary(grouping: left, by: basis)
        section.pictures = [
            .init(
                title: "Exports by ground",
                bars: byBasis.sorted { $0.key < $1.key }.map {
                    .init(label: $0.key, count: $0.value.count)
                })
        ]
        section.tables = [
            .init(
                name: "disclosures", title: "Exports",
                columns: [
                    "Day", "Client", "Ground", "Documents", "Protection", "Medium", "SHA-256",
                ],
                rows: left.map { entry in
                    row(
                        entry, basis(entry), entry[.kind] ?? entry[.count] ?? "?",
                        Self.protection(entry),
                        entry[.medium].map { String($0.prefix(8)) } ?? "not noted",
                        entry[.digest] ?? "?")
                }, empty: "Nothing was exported."),
            .init(
                name: "outside", title: "Told or handed over outside the program",
                columns: ["Noted", "Client", "Ground", "How", "Since"],
                rows: outside.map { note in
                    .init(
                        [
                            Self.day(note.noted), client(note.noted), basis(note.last),
                            note.last[.format] ?? "?",
                            note.isWithdrawn
                                ? "withdrawn" : note.changes.isEmpty ? "" : "corrected",
                        ], [note.noted.number] + note.changes)
                },
                empty: "Nothing was noted."),
            .init(
                name: "refusals", title: "Refused, and gone ahead over a restriction",
                columns: ["Day", "Client", "What", "Why"],
                rows: acts(.disclosureRefuse, .disclosureOverride).map { entry in
                    row(
                        entry, entry.act == .disclosureRefuse ? "refused" : "over a restriction",
                        entry[.reason].map(Self.words(ofCode:)) ?? basis(entry))
                }, empty: "None."),
        ]
        return section
    }

    /// What she noted herself, and what became of each note until the period's end.
    private var outside: [OutsideNote] {
        let changes = Dictionary(
            grouping: trail.filter { $0.act == .disclosureChange && $0.isOpen }, by: \.record)
        return acts(.disclosureRecord).map { noted in
            OutsideNote(noted, noted.isOpen ? changes[noted.record] ?? [] : [])
        }
    }

    /// A code such as `disclosure.basis-does-not-fit`, without what it is about.
    private static func words(ofCode code: String) -> String {
        String(code.split(separator: ".").last ?? "").replacing("-", with: " ")
    }

    private static func protection(_ entry: AuditEntry) -> String {
        switch entry[.format] {
        case "open": "none"
        case "age-v1": "encrypted (age)"
        case "pdf-aes-256": "PDF with a password (AES-256)"
        default: "unknown"
        }
    }

    /// Clients' requests and their clocks.
    var requests: AuditReport.Section {
        var section = AuditReport.Section(
            6, "Clients’ requests",
            [
                .init("45 CFR 164.524", "Give a client access within 30 days."),
                .init("45 CFR 164.526 and 164.528", "Act on amendments and accounts in 60 days."),
                .init("45 CFR 164.522", "Keep to restrictions that were agreed to."),
            ])
        let opened = acts(.requestOpen)
        section.figures = [
            .count("Received", opened), .count("Answered", acts(.requestClose)),
            overdue(opened),
        ]
        section.tables = [
            .init(
                name: "requests", title: "Requests received",
                columns: ["Noted", "Client", "Kind", "Received", "Due", "Answered"],
                rows: opened.map { entry in
                    let known = facts.requests?[entry.record]
                    return row(
                        entry, entry[.kind] ?? "?", known?.received.iso ?? "unknown",
                        known.map { $0.due?.iso ?? "no fixed day" } ?? "unknown",
                        known?.answered?.iso ?? (known == nil ? "unknown" : "not yet"))
                }, empty: "No request was received.")
        ]
        return section
    }

    private func overdue(_ opened: [AuditEntry]) -> AuditReport.Figure {
        let label = "Answered late, or overdue at the end of the period"
        guard let requests = facts.requests else {
            return .unknown(label, "the trail does not tell when they were due")
        }
        return .exceptions(
            label,
            opened.filter { entry in
                guard let due = requests[entry.record]?.due else { return false }
                return min(requests[entry.record]?.answered ?? until, until) > due
            }.map(\.number))
    }

    var psychotherapyNotes: AuditReport.Section {
        var section = AuditReport.Section(
            7, "Psychotherapy notes",
            [
                .init(
                    "45 CFR 164.501 and 164.508(a)(2)",
                    "Keep them apart from the record; disclose them only under an authorization of their own."
                )
            ])
        let isNote = { (entry: AuditEntry) in entry[.kind]?.hasPrefix("psychotherapy") ?? false }
        section.paragraphs = [
            "They are sealed under a key and a passphrase of their own. No command of the program exports them, and an export of everything leaves them out; a backup holds them as sealed as they are."
        ]
        section.figures = [
            .count("Written", acts(.psychotherapyNoteCreate)),
            .count("Changed", acts(.psychotherapyNoteChange)),
            .count("Opened", acts(.psychotherapyNoteView)),
            .exceptions("Exported", acts(.exportDone).filter(isNote).map(\.number)),
            facts.psychotherapyNotes.map {
                AuditReport.Figure("On file when this was made", "\($0)")
            }
                ?? .unknown("On file", "not asked of the vault"),
        ]
        return section
    }
}

/// A disclosure as she noted it, and as it stands after her corrections.
private struct OutsideNote {
    let noted: AuditEntry
    /// What says how it was: the note, or the last correction of it.
    let last: AuditEntry
    let isWithdrawn: Bool
    let changes: [UInt64]

    init(_ noted: AuditEntry, _ changes: [AuditEntry]) {
        self.noted = noted
        last = changes.last { $0[.outcome] == nil } ?? noted
        isWithdrawn = changes.contains { $0[.outcome] != nil }
        self.changes = changes.map(\.number)
    }
}
