internal import ArgumentParser
internal import Documents
internal import VaultCore

struct IncidentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incident",
        abstract:
            "A lost stick or laptop, a letter to the wrong person: what you know and must do.",
        subcommands: [
            Open.self, Assess.self, List.self, Show.self, Edit.self, Close.self,
        ])

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note what happened; the vault adds what its trail tells about it.",
            discussion: """
                Note it the day you find out: the 60 days to tell the people affected begin \
                then (45 CFR 164.404(b)). `vault incident assess` goes on with the four questions.

                Example:
                  vault incident open
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions

        func run() throws {
            let vault = try options.open()
            let form = try Library.incidentForm()
            let record = try FormQuestions(form: form, terminal: input.terminal)
                .fill(from: input.from, noInput: input.noInput, keep: vault.openIncident)
            Console.print("Noted as \(record.shortName).")
            try IncidentView(record, vault.incidentWithEvidence(record), form).show()
        }
    }

    struct Assess: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer the four questions of 45 CFR 164.402(2), and decide.",
            discussion: """
                Shows what the vault knows, asks the four questions in plain words, then what \
                you decide and why. The decision is yours: the program supports it and makes \
                none. Until you decide, the law presumes a breach.

                Example:
                  vault incident assess I1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The incident's number, such as I1.") var incident: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(incident, .incident)
            let form = try Library.incidentForm()
            guard try !vault.incident(record).isClosed else { throw IncidentError.closed }
            if input.from == nil {
                IncidentView(record, try vault.view(incident: record), form).showEvidence()
                for line in IncidentView.safeHarbor {
                    Console.print(Paragraph.wrapped(line, indent: "  "))
                }
            }
            try change(
                record, Incident.factors + ["decision", "decided-on", "why"], input, vault)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the incidents, what was decided, and what is due.",
            discussion: """
                Example:
                  vault incident list
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let vault = try options.open()
            let rows = try vault.records(.incident).map { record in
                IncidentJSON(record.shortName, record.header.label, try vault.incident(record))
            }
            if output.json {
                Output.json(rows)
            } else {
                Output.table(
                    ["INCIDENT", "DISCOVERED", "DECISION", "NEXT DAY", "WHAT"],
                    rows.map {
                        let decision = $0.decision ?? "not decided"
                        return [
                            $0.incident, $0.discovered,
                            $0.closed ? "\(decision), closed" : decision,
                            $0.closed ? "" : $0.notices.first { $0.told == nil }?.due ?? "",
                            $0.label,
                        ]
                    }, empty: "No incidents. Note one with `vault incident open`.")
            }
            try vault.requireWhole()
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show an incident: your answers, what the vault knows, and whom to tell.",
            discussion: """
                Example:
                  vault incident show I1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The incident's number, such as I1.") var incident: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(incident, .incident)
            let view = IncidentView(
                record, try vault.view(incident: record), try Library.incidentForm())
            if output.json {
                var json = IncidentJSON(record.shortName, record.header.label, view.incident)
                json.entries = view.incident.entries
                json.evidence = view.evidence.lines.map {
                    .init(entry: $0.entry, time: $0.at?.iso, text: $0.text)
                }
                Output.json(json)
            } else {
                view.show()
            }
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct an incident, or note whom you told and when.",
            discussion: """
                Earlier versions stay in the vault.

                Examples:
                  vault incident edit I1
                  vault incident edit I1 individuals-told-on
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The incident's number, such as I1.") var incident: String
        @Argument(help: "Only these fields.") var fields: [String] = []

        func run() throws {
            let vault = try options.open()
            try change(try vault.find(incident, .incident), fields, input, vault)
        }
    }

    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close an incident that is decided, when everybody is told.",
            discussion: """
                It stays in the vault: the burden of proof is yours for six years \
                (45 CFR 164.414(b), 164.530(j)).

                Example:
                  vault incident close I1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The incident's number, such as I1.") var incident: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(incident, .incident)
            let before = try vault.incident(record)
            guard !before.isClosed else { throw IncidentError.closed }
            guard before.decision != nil else { throw IncidentError.notDecided }
            guard before.pending.isEmpty else { throw IncidentError.noticesMissing }
            try change(record, ["closed-on"], input, vault)
        }
    }
}

/// Asks for these fields (for all, where none is named), and keeps them.
private func change(
    _ record: RecordSummary, _ fields: [String], _ input: InputOptions, _ vault: Vault
) throws {
    let form = try Library.incidentForm()
    var entries = try vault.incident(record).entries
    let questions = FormQuestions(form: form, terminal: input.terminal)
    try questions.change(&entries, from: input.from, only: fields)
    try form.requireWhole(entries)
    try questions.kept(entries) { try vault.change(incident: record, to: $0) }
    Console.print("Changed \(record.shortName).")
    let changed = try vault.find(record.shortName, .incident)
    try IncidentView(changed, vault.incidentWithEvidence(changed), form).showClock()
}

/// An incident as she reads it.
private struct IncidentView {
    let name: String
    let incident: Incident
    let evidence: IncidentEvidence
    let form: Form

    init(
        _ record: RecordSummary, _ known: (incident: Incident, evidence: IncidentEvidence),
        _ form: Form
    ) {
        name = record.shortName
        incident = known.incident
        evidence = known.evidence
        self.form = form
    }

    /// What stands beside the decision that information was not "unsecured".
    static let safeHarbor = [
        "Lost information that is encrypted, with its key kept apart, need not be a breach "
            + "(45 CFR 164.402, and the guidance of HHS on it, which leans on NIST SP 800-111).",
        "This vault, its backups and its age files are encrypted with ChaCha20-Poly1305, which is "
            + "not on the list of FIPS-approved algorithms. The program supports your decision "
            + "with what it knows and makes none; ask a lawyer where you are not sure.",
    ]

    func show() {
        FormView(form: form, entries: incident.entries).show(as: name, json: false)
        showEvidence()
        let kinds = ["lost-stick", "lost-laptop"]
        if incident.decision == .secured || kinds.contains(incident.entries["kind"] ?? "") {
            Console.print("")
            Console.print("About encryption")
            for line in Self.safeHarbor { Console.print(Paragraph.wrapped(line, indent: "  ")) }
            if ["no", "unknown"].contains(incident.entries["passphrase-apart"]) {
                Console.print(
                    Paragraph.wrapped(
                        "A passphrase or sheet that was with it opens everything: then it counts "
                            + "as unencrypted. Change the passphrase with "
                            + "`vault passphrase change`; old copies still open with the old one.",
                        indent: "  "))
            }
        }
        Console.print("")
        showClock()
    }

    func showEvidence() {
        Console.print("")
        Console.print("What the vault knows (\(evidence.collectedAt.spoken))")
        guard !evidence.lines.isEmpty else {
            Console.print("  Nothing by itself.")
            return
        }
        for line in evidence.lines {
            let place = line.entry.map { " (entry \($0)\(line.at.map { ", \($0.spoken)" } ?? ""))" }
            Console.print(Paragraph.wrapped("- " + line.text + (place ?? ""), indent: "  "))
        }
    }

    func showClock() {
        let today = Places.now.day
        switch incident.decision {
        case nil:
            Console.print("Not decided: until you decide, the law presumes a breach.")
            if !incident.isClosed {
                Console.print("`vault incident assess \(name)` asks the four questions.")
            }
        case .breach: Console.print("You decided that it is a breach.")
        case .lowProbability: Console.print("You decided: no breach, a low probability.")
        case .secured: Console.print("You decided: not “unsecured” information, no notice due.")
        case .exception: Console.print("You decided: no breach, one of the three exceptions.")
        }
        for notice in incident.notices {
            let state: String
            if let told = notice.told {
                state = "told on \(told.spoken)"
            } else {
                let days = notice.due.daysSince1970 - today.daysSince1970
                state =
                    days < 0
                    ? "OVERDUE since \(notice.due.spoken)"
                    : "by \(notice.due.spoken) at the latest, \(days) \(days == 1 ? "day" : "days") left"
            }
            Console.print(Paragraph.wrapped("- \(notice.who.words): \(state).", indent: "  "))
        }
        if !incident.notices.isEmpty, incident.affected == nil {
            Console.print(
                Paragraph.wrapped(
                    "How many people it is about is not noted: from \(incident.rule.atOnceFrom) "
                        + "on HHS is told at once, and above \(incident.rule.mediaAbove) in one "
                        + "state the media too.", indent: "  "))
        }
        if incident.isClosed {
            Console.print("It is closed.")
        } else if incident.decision != nil, incident.pending.isEmpty {
            Console.print("`vault incident close \(name)` closes it.")
        }
        Console.print(
            Paragraph.wrapped(
                "\(incident.rule.source). Your state may give less time.", indent: "  "))
    }
}

extension Incident.Notice.Who {
    fileprivate var words: String {
        switch self {
        case .individuals: "Everyone affected, in writing"
        case .department: "The Department of Health (HHS)"
        case .media: "The media, if more than that live in one state"
        }
    }
}

private struct IncidentJSON: Encodable {
    struct NoticeJSON: Encodable {
        let who: String
        let due: String
        let told: String?
    }

    struct LineJSON: Encodable {
        let entry: UInt64?
        let time: String?
        let text: String
    }

    let incident: String
    let kind: String
    let label: String
    let discovered: String
    let decision: String?
    let closed: Bool
    let notices: [NoticeJSON]
    var entries: Entries?
    var evidence: [LineJSON]?

    init(_ name: String, _ label: String, _ incident: Incident) {
        self.incident = name
        kind = incident.entries["kind"] ?? ""
        self.label = label
        discovered = incident.entries["discovered"] ?? ""
        decision = incident.decision?.rawValue
        closed = incident.isClosed
        notices = incident.notices.map {
            NoticeJSON(who: $0.who.rawValue, due: $0.due.iso, told: $0.told?.iso)
        }
    }
}
