internal import Documents
internal import VaultCore

/// What stands on a client's page beside the file itself: scores, sessions, papers, what waits.
struct ClientPage {
    let client: RecordSummary
    let entries: Entries

    /// What she must see before each session, on one line.
    var alerts: String? { ClientPage.alerts(in: entries) }

    static func alerts(in entries: Entries) -> String? {
        entries["alerts"]?.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }

    func showWhatBelongs(from vault: Vault, on now: Moment) throws {
        if let day = entries["held-on"] {
            section("Legal hold", [["since \(day): \(entries["hold-reason"] ?? "")"]])
        }
        let caseload = Caseload(try vault.summaries())
        if let flagged = caseload.flaggedMeasures()[client.record] {
            section(
                "Risk",
                [
                    [
                        "\(flagged.header.label) of \(flagged.header.day) asks for the questions about risk."
                    ]
                ])
        }
        let scores = try MeasureView.courses(
            of: vault.measures(of: client).map(\.result), Library.instruments())
        section("Scores", scores.flatMap { $0.1 }.map { [$0] })
        section("Sessions", sessions(in: caseload, on: now))
        section(
            "Consents",
            try caseload.consents.filter { $0.owner == client.record }.map { consent in
                [
                    consent.shortName, try vault.consent(consent).state(on: now.day).word,
                    consent.header.facts[.until].map { "until \($0)" } ?? "",
                    consent.header.label,
                ]
            })
        section(
            "Requests",
            caseload.requests.filter { $0.owner == client.record }.map { request in
                let facts = request.header.facts
                return [
                    request.shortName, request.header.day, facts[.standing] ?? "open",
                    facts[.until].map { "due \($0)" } ?? "", request.header.label,
                ]
            })
        let known = Set(caseload.sessions.map(\.record))
        section(
            "Other documents",
            caseload.documents
                .filter { document in
                    document.owner == client.record
                        && !(document.header.parent.map(known.contains) ?? false)
                }
                .map { document in
                    [
                        document.shortName, document.header.day,
                        document.header.state?.rawValue ?? "", document.header.label,
                    ]
                })
        let files = caseload.attachments.filter { $0.owner == client.record }.count
        if files > 0 {
            section("Files", [["\(files): see `vault attach list \(client.shortName)`"]])
        }
    }

    /// The last three, and what is ahead.
    private func sessions(in caseload: Caseload, on now: Moment) -> [[String]] {
        let own = caseload.sessions.filter { $0.owner == client.record }
            .sorted { $0.header.day < $1.header.day }
        let past = own.filter { $0.header.day <= now.day.iso }
        let ahead = own.filter { $0.header.day > now.day.iso }
        let shown = past.suffix(3) + ahead.prefix(1)
        let left = past.count - min(past.count, 3)
        let rows = shown.map { session in
            let note = caseload.note(of: session).map { "\($0.shortName), " } ?? ""
            return [
                session.shortName, session.header.day,
                note + caseload.standing(of: session, at: now).rawValue,
            ]
        }
        return (left > 0 ? [["and \(left) before", "", ""]] : []) + rows
    }

    private func section(_ title: String, _ rows: [[String]]) {
        guard !rows.isEmpty else { return }
        Console.print("")
        Console.print(title)
        Output.table([], rows.map { ["  " + $0[0]] + $0.dropFirst() }, empty: "")
    }
}
