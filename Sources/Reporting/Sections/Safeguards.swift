internal import Audit
internal import Documents

extension Evidence {
    /// The lock, the ways in, the cipher, and what changed of them.
    var security: AuditReport.Section {
        var section = AuditReport.Section(
            8, "Security settings",
            [
                .init("45 CFR 164.312(a)(1)", "Let only those in who may."),
                .init("45 CFR 164.312(a)(2)(ii)", "Have a way in for an emergency."),
                .init("45 CFR 164.312(a)(2)(iv)", "Encrypt what is kept."),
            ])
        section.paragraphs = [
            "The vault’s file is encrypted at all times: ChaCha20-Poly1305 under keys that a passphrase opens (Argon2id). The cipher is not on the list of FIPS-approved algorithms; whether the safe harbor of 45 CFR 164.402 applies is for the practice’s counsel to say.",
            "There is one user, the clinician named above, who proves who it is by a passphrase alone. The program makes no connection to another computer, so that it brings no business associate with it.",
        ]
        section.figures = [
            .count("Changes of settings", acts(.settingsChange)),
            .count("Changes of the passphrase", acts(.passphraseChange)),
            .count("Ways in added or removed", acts(.slotAdd, .slotRemove)),
            .count("Recovery sheets tried", acts(.slotCheck)),
            last(.passphraseChange, .vaultCreate).map {
                AuditReport.Figure("Passphrase last set on", Self.day($0), entries: [$0.number])
            } ?? .unknown("Passphrase last set on", "the trail does not tell"),
            facts.locks.map {
                AuditReport.Figure(
                    "Locks by itself",
                    "after \($0.minutes) minutes without a command, and after \($0.hours) hours",
                    .holds)
            } ?? .unknown("Locks by itself", "not asked of the vault"),
            // With one alone there is none for an emergency.
            facts.waysIn.map {
                AuditReport.Figure(
                    "Ways in when this was made", "\($0.count)", $0.count > 1 ? .holds : .explain)
            } ?? .unknown("Ways in when this was made", "not asked of the vault"),
        ]
        section.tables = [
            .init(
                name: "ways-in", title: "Ways in when this was made",
                columns: ["What opens the vault", "Since"],
                rows: (facts.waysIn ?? []).map {
                    .init([$0.kind, $0.since?.iso ?? "unknown"])
                }, empty: ""),
            .init(
                name: "settings", title: "History",
                columns: ["Day", "What", "Which"],
                rows: acts(.settingsChange, .passphraseChange, .slotAdd, .slotRemove).map { entry in
                    practiceRow(
                        entry, entry.act.rawValue,
                        entry[.setting] ?? entry[.kind] ?? "")
                }, empty: "Nothing was changed."),
        ]
        return section
    }

    var backups: AuditReport.Section {
        var section = AuditReport.Section(
            9, "Backups, restores and media",
            [
                .init("45 CFR 164.308(a)(7)(ii)(A)", "Keep exact copies that can be got back."),
                .init("45 CFR 164.308(a)(7)(ii)(D)", "Try whether they can."),
                .init("45 CFR 164.310(d)(1)", "Keep account of media."),
            ])
        let tried = acts(.backupVerify)
        section.figures = [
            .count("Backups made", acts(.backupMake)),
            .count("Restored for a trial, and whole", tried.filter { $0[.outcome] == "restored" }),
            .exceptions(
                "Trials that failed", tried.filter { $0[.outcome] == "failed" }.map(\.number)),
            .count("Restores", acts(.vaultRestore)),
            latest("Last backup before the period’s end", trail.last { $0.act == .backupMake }),
            latest(
                "Last trial before the period’s end",
                trail.last { $0.act == .backupVerify && $0[.outcome] == "restored" }),
            .unknown("What became of each medium", "the trail knows what went onto it, no more"),
        ]
        let media = Dictionary(grouping: acts(.backupMake, .exportDone)) { $0[.medium] ?? "" }
        section.tables = [
            .init(
                name: "media",
                title: "Media that something was written to, by the digest of their name",
                columns: ["Medium", "Backups", "Exports", "Last on"],
                rows: media.sorted { $0.key < $1.key }.map { medium, acts in
                    .init(
                        [
                            medium.isEmpty ? "not noted" : String(medium.prefix(8)),
                            "\(acts.count { $0.act == .backupMake })",
                            "\(acts.count { $0.act == .exportDone })",
                            acts.last.map(Self.day) ?? "",
                        ], acts.map(\.number))
                }, empty: "Nothing was written to a medium.")
        ]
        return section
    }

    private func latest(_ label: String, _ entry: AuditEntry?) -> AuditReport.Figure {
        guard let entry else { return .init(label, "none", .explain) }
        let days = until.daysSince1970 - entry.localDay
        return .init(
            label, "\(Self.day(entry)), \(days) days before", entries: [entry.number])
    }

    var incidents: AuditReport.Section {
        var section = AuditReport.Section(
            10, "Incidents",
            [
                .init("45 CFR 164.308(a)(6)(ii)", "Note incidents and what was done."),
                .init("45 CFR 164.402 to 164.414", "Judge whether it is a breach, and notify."),
            ])
        let opened = acts(.incidentOpen)
        let last = Dictionary(
            trail.filter { [.incidentOpen, .incidentChange, .incidentClose].contains($0.act) }
                .map { ($0.record, $0) }, uniquingKeysWith: { $1 })
        let open = last.values.filter { $0.act != .incidentClose }.map(\.number).sorted()
        section.figures = [
            .count("Noted", opened), .count("Closed", acts(.incidentClose)),
            .exceptions("Not closed at the end of the period", open),
        ]
        section.tables = [
            .init(
                name: "incidents", title: "Incidents noted",
                columns: ["Day", "Kind", "Decision", "Closed on"],
                rows: opened.map { entry in
                    let end = last[entry.record]
                    let isClosed = end?.act == .incidentClose
                    return practiceRow(
                        entry, entry[.kind] ?? "?", end?[.outcome] ?? "not yet",
                        isClosed ? end.map(Self.day) ?? "?" : "not yet")
                }, empty: "No incident was noted.")
        ]
        return section
    }

    /// The first thing a reviewer asks for.
    var reviews: AuditReport.Section {
        var section = AuditReport.Section(
            11, "Reviews of what was done",
            [
                .init(
                    "45 CFR 164.308(a)(1)(ii)(D)",
                    "Regularly look through records of what was done.")
            ])
        let signed = trail.filter { $0.act == .auditReview }
        section.figures = [
            .count("Reviews signed in the period", acts(.auditReview)),
            reviewed(signed),
            .count("The trail looked at", acts(.auditView)),
            .count("Reports made", acts(.reportMake).filter { $0[.kind] == "audit" }),
        ]
        section.tables = [
            .init(
                name: "reviews", title: "Reviews signed, and those of this period signed before",
                columns: ["Signed", "From", "Until", "Acts", "Stood out", "Finding"],
                rows: signed.filter { isInPeriod($0) || ($0[.until] ?? "") >= from.iso }.map {
                    practiceRow(
                        $0, $0[.from] ?? "?", $0[.until] ?? "?", $0[.size] ?? "?",
                        $0[.count] ?? "?", $0[.outcome] ?? "?")
                }, empty: "None was signed.")
        ]
        return section
    }

    /// Days of the period that no signed review covers, those at its end counted from the last one
    /// only where another was due by then.
    private func reviewed(_ signed: [AuditEntry]) -> AuditReport.Figure {
        let spans = signed.compactMap { entry -> ClosedRange<Int>? in
            guard let first = entry[.from].flatMap(Day.init(iso:)),
                let last = entry[.until].flatMap(Day.init(iso:)), first <= last
            else { return nil }
            return first.daysSince1970...last.daysSince1970
        }
        let begun = trail.first?.localDay ?? from.daysSince1970
        let due = until.daysSince1970 - facts.reviewEveryDays
        let days = max(begun, from.daysSince1970)..<max(begun, from.daysSince1970, due)
        let missing = days.filter { day in !spans.contains { $0.contains(day) } }
        return .init(
            "Days that no review covers although one was due",
            "\(missing.count)", missing.isEmpty ? .holds : .explain)
    }

    var retention: AuditReport.Section {
        var section = AuditReport.Section(
            12, "Retention and destruction",
            [
                .init(
                    "45 CFR 164.316(b)(2)(i)", "Keep what the rules ask to be written six years."),
                .init("45 CFR 164.310(d)(2)(i)", "Destroy so that nothing can be got back."),
            ])
        let oldest = trail.first
        section.figures = [
            oldest.map { AuditReport.Figure("Oldest entry", Self.day($0), entries: [$0.number]) }
                ?? .unknown("Oldest entry", "the trail is empty"),
            .exceptions(
                "Gaps in the trail",
                verdict.damage.map(\.entries.lowerBound)),
            .count("Records destroyed", acts(.clientDestroy)),
            .exceptions(
                "Destroyed for a reason of the clinician's own",
                acts(.clientDestroy).filter { $0[.reason] == "own-reason" }.map(\.number)),
            .count("Put on hold", acts(.clientHold)), .count("Released", acts(.clientRelease)),
        ]
        guard let known = facts.retention else {
            section.figures.append(.unknown("Records by their standing", "not asked of the vault"))
            return section
        }
        section.figures += [
            .init("May be destroyed when this was made", "\(known.due)"),
            .init("On hold", "\(known.held)"), .init("In treatment", "\(known.open)"),
            .init("Kept, and not yet due", "\(known.kept)"),
            .init(
                "Of which no rule is known", "\(known.unknown)",
                known.unknown == 0 ? .holds : .explain),
        ]
        return section
    }

    /// The program keeps none of these, and says so instead of passing.
    var policies: AuditReport.Section {
        var section = AuditReport.Section(
            13, "Policies and risk analysis",
            [
                .init("45 CFR 164.308(a)(1)(ii)(A)", "Analyse the risks, and keep it current."),
                .init("45 CFR 164.308(a)(1)(ii)(C)", "Have a policy on sanctions."),
                .init("45 CFR 164.316(a)", "Have written policies."),
                .init("45 CFR 164.520", "Give clients the notice of privacy practices."),
            ])
        let elsewhere = "kept outside the vault; ask the practice"
        section.figures = [
            .unknown("Date of the last risk analysis", elsewhere),
            .unknown("Policies and their versions", elsewhere),
            .unknown("Training", elsewhere),
            .unknown("Notices of privacy practices acknowledged", elsewhere),
        ]
        return section
    }
}
