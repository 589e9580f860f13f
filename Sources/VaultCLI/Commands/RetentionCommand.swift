internal import ArgumentParser
internal import Documents
internal import VaultCore

struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Which closed charts must still be kept, and what was destroyed.",
        subcommands: [RetentionListCommand.self, CertificatesCommand.self],
        defaultSubcommand: RetentionListCommand.self)
}

struct RetentionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Which closed charts must still be kept, until when, and by which rule.",
        discussion: """
            The clock runs from the last session that took place, and of all rules of your states, \
            payers and license the longest wins. A chart that is open or on hold is never due. Where \
            something is not known, that is said, and the chart is kept. Nothing is destroyed here: \
            `vault client destroy` does that.

            The rules are no legal advice; `vault reference rules` shows and changes them.

            Example:
              vault retention
            """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var output: OutputOptions

    private struct RowJSON: Encodable {
        let client: String
        let alias: String
        let standing: String
        /// The first day on which it may be destroyed, as far as the rules are known.
        let earliest: String?
        let rule: String?
        let source: String?
        let unknown: [String]
    }

    private struct Row {
        let json: RowJSON
        let words: [String]
    }

    func run() throws {
        let vault = try options.open()
        let rows = try vault.retentionReport().map { row($0.client, $0.standing) }
        if output.json {
            Output.json(rows.map(\.json))
        } else {
            let closed = rows.filter { $0.json.standing != "open" }
            section("Need no longer be kept", "due", closed)
            section("On hold", "held", closed)
            section("Must still be kept", "not-yet", closed)
            section("Not known, so kept", "unknown", closed)
            if closed.isEmpty { Console.print("No chart is closed or on hold.\n") }
            try showDocumentation(vault)
        }
        try vault.requireWhole()
    }

    private func row(_ client: RecordSummary, _ standing: RetentionStanding) -> Row {
        var word = "open"
        var retention: Retention?
        var gaps: [Retention.Gap] = []
        switch standing {
        case .open: break
        case .held: word = "held"
        case .due(let found): (word, retention) = ("due", found)
        case .notYet(let found): (word, retention) = ("not-yet", found)
        case .unknown(let missing, let found): (word, retention, gaps) = ("unknown", found, missing)
        }
        let json = RowJSON(
            client: client.shortName, alias: client.header.label, standing: word,
            earliest: retention?.earliestDestruction.iso, rule: retention?.rule.id,
            source: retention?.rule.source, unknown: gaps.map(\.rawValue))
        let head = [client.shortName, client.header.label]
        let words: [String] =
            switch word {
            case "held": ["since \(client.header.facts[.held] ?? "?")"]
            case "unknown": [gaps.map(\.words).joined(separator: "; ")]
            default:
                [
                    retention.map {
                        (word == "not-yet" ? "until " : "since ") + $0.earliestDestruction.iso
                    } ?? "",
                    retention.map { "\($0.rule.id): \($0.rule.source)" } ?? "",
                ]
            }
        return Row(json: json, words: head + words)
    }

    private func section(_ title: String, _ standing: String, _ rows: [Row]) {
        let shown = rows.filter { $0.json.standing == standing }
        guard !shown.isEmpty else { return }
        Console.print("\(title) (\(shown.count))")
        Output.table([], shown.map { ["  " + $0.words[0]] + $0.words.dropFirst() }, empty: "")
        Console.print("")
    }

    /// What the program keeps of the practice itself has its own clock (45 CFR 164.316(b)(2)(i)).
    private func showDocumentation(_ vault: Vault) throws {
        let rulebook = try vault.library().kinds.rulebook
        if let kept = rulebook.documentation(of: Places.now.day) {
            Console.print(
                Paragraph.wrapped(
                    "Apart from charts: policies, the accounting of disclosures and the audit "
                        + "trail are kept \(kept.rule.years) years; those of today until "
                        + "\(kept.keptThrough.iso) (\(kept.rule.source))."))
        }
        Console.print(Paragraph.wrapped(rulebook.notice))
    }
}

extension ClientCommand {
    struct Hold: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a client's record on legal hold: nothing of it may be destroyed.",
            discussion: """
                For a subpoena, a complaint or an audit. Asks for the reason, which is sealed in \
                the client's file; --reason gives it, but other programs can see what is typed \
                after a command.

                Examples:
                  vault client hold C1
                  vault client hold C1 --reason "board complaint"
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The client's number, such as C1.") var client: String
        @Option(help: "Why.") var reason: String?

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let text: String
            if let reason {
                text = reason
            } else {
                guard let terminal = Terminal() else { throw HoldError.noReason }
                text = try terminal.ask("Why must the record be kept? ")
            }
            try vault.hold(found, reason: text)
            Console.print("\(found.shortName) is on hold.")
        }
    }

    struct Release: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a client's legal hold.",
            discussion: """
                Example:
                  vault client release C1
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            try vault.release(found)
            Console.print("\(found.shortName) is no longer on hold.")
        }
    }
}
