internal import Audit
internal import Documents

extension Evidence {
    var heading: [AuditReport.Line] {
        let last = trail.last.map { "entry \($0.number), \(Self.moment($0))" } ?? "none"
        let practice = facts.practice.joined(separator: "; ")
        return [
            .init("Practice", practice),
            .init(
                "System",
                "one encrypted file, \(key.name); no server, no account"
            ),
            .init("Period", "\(from.spoken) to \(until.spoken)"),
            .init("Acts in it", "\(period.count)"),
            .init("Trail covered to", last),
            .init("Root", verdict.root?.description ?? "unknown"),
            .init("Public key", key.encoded),
            .init("Program", facts.program),
        ]
    }

    /// Whether the trail is whole, and what stands out in the sections behind.
    func verdictSection(_ others: [AuditReport.Section]) -> AuditReport.Section {
        var section = AuditReport.Section(
            1, "Verdict",
            [
                .init(
                    "45 CFR 164.312(b)",
                    "Record and examine what is done in systems that hold health information."),
                .init("45 CFR 164.312(c)(1)", "Protect it from being changed or destroyed."),
            ])
        section.paragraphs = TrailFindings(verdict).sentences
        let damaged = verdict.damage.map(\.entries.lowerBound)
        section.figures = [
            .init(
                "Entries that verify", "\(verdict.signedSize) of \(verdict.size)",
                verdict.signedSize == verdict.size && damaged.isEmpty ? .holds : .explain),
            .exceptions("Damages", damaged),
            .exceptions(
                "Session keys that the one before did not announce",
                verdict.sessions.breaks.filter { $0.kind == .unannounced }.map(\.entry)),
            .exceptions(
                "Restores from a backup", acts(.vaultRestore).map(\.number)),
            .exceptions("Acts while the clock had gone back", unusual(.clockBack)),
            stretches("Stretches without an act while the vault was open", .silence),
        ]
        if let first = trail.first, first.localDay > from.daysSince1970 {
            section.figures.append(
                .unknown(
                    "Acts before the trail begins",
                    "the period begins earlier, and nothing was kept before \(Self.day(first))"))
        }
        section.figures += [
            .init("Session keys", "\(verdict.sessions.keys)"),
            verdict.sessions.isBound
                ? .init("First session key bound to the vault’s id", "yes", .holds)
                : .init("First session key bound to the vault’s id", "no", .explain),
        ]
        section.tables = [
            .init(
                name: "standing", title: "What the sections come to",
                columns: ["Section", "Law", "Standing"],
                rows: others.map { other in
                    .init([
                        "\(other.number). \(other.title)",
                        other.laws.map(\.paragraph).joined(separator: ", "), other.standing,
                    ])
                }, empty: "")
        ]
        return section
    }

    /// What she must explain, from all sections.
    func exceptions(_ others: [AuditReport.Section]) -> AuditReport.Section {
        var section = AuditReport.Section(
            14, "What has to be explained",
            [.init("45 CFR 164.308(a)(1)(ii)(D)", "Look into what the review of acts shows.")])
        let found = others.flatMap { other in
            other.exceptions.map { figure in
                AuditReport.Table.Row(
                    ["\(other.number)", figure.label, figure.value], figure.entries)
            }
        }
        section.tables = [
            .init(
                name: "exceptions", title: "To be explained",
                columns: ["Section", "What", "How many"], rows: found,
                empty: "Nothing in this period.")
        ]
        let unknown = others.flatMap { other in
            other.figures.filter { $0.standing == .unknown }.map { figure in
                AuditReport.Table.Row(["\(other.number)", figure.label, figure.value])
            }
        }
        section.tables.append(
            .init(
                name: "unknown", title: "What this report can’t tell",
                columns: ["Section", "What", "Why"], rows: unknown, empty: "Nothing."))
        return section
    }

    /// How somebody who trusts neither the practice nor this program checks all of it.
    var howToCheck: AuditReport.Section {
        var section = AuditReport.Section(
            15, "How to check this without the vault",
            [
                .init(
                    "45 CFR 164.312(c)(2)",
                    "Be able to show that health information was not changed.")
            ])
        section.paragraphs = [
            "Ask for the public key on paper or by telephone and compare it with the one above; what a report says of its own key proves nothing.",
            "The page of this report (.html) holds the whole trail and checks it in the browser, without a network: each entry’s hash, the root over all of them, the signatures, and that the acts listed here are the entries that were signed.",
            "With this program: “vault audit verify FILE --key KEY”, with the trail’s file that lies beside this report. With Python alone: “verify_trail.py FILE --key KEY”. The two share no code, and README.md describes the format for a third.",
            "Whether entries were cut off behind the last one, only a checkpoint tells that somebody else has kept: choose its file in the page, or give it with “--seen FILE”.",
            "That this report was made is itself an entry, behind those that are in it, with the SHA-256 of the page (.html). Ask for it to see that this is the report that was made.",
            "What this proves: that nothing in the trail was changed, removed or put in later by anyone without the keys of its sessions. It does not prove that the acts of this report were counted by the right rule; the table of acts (.csv) is there to count again. What the trail does not hold, such as settings, clocks of requests and the hours of sessions, is the practice’s word, as the vault had it when this report was made.",
            "A client’s code is the same in every report of this vault. Two reviewers who each hold one can tell that they speak of the same client. The key to the codes stays with the practice.",
        ]
        return section
    }
}

extension AuditReport.Section {
    /// The section in a word, the worst of its figures.
    var standing: String {
        let standings = figures.map(\.standing)
        if standings.contains(.explain) { return "to be explained" }
        if Set(standings) == [.unknown] { return "unknown" }
        if standings.contains(.unknown) { return "in part unknown" }
        return standings.contains(.holds) ? "holds" : "shown"
    }
}
