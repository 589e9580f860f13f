internal import ArgumentParser
internal import Documents
internal import VaultCore

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Look up diagnoses, service codes, and what states and payers ask for.",
        discussion: """
            Each figure says where it comes from. What is marked “general-knowledge” has not been \
            checked against its source: check it before you rely on it.
            """,
        subcommands: [Diagnosis.self, Services.self, Rules.self])

    struct Diagnosis: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find ICD-10-CM codes by words or by a code.",
            discussion: """
                Needs no vault.

                Examples:
                  vault reference diagnosis panic
                  vault reference diagnosis F43
                """)

        @OptionGroup var output: OutputOptions
        @Option(help: "Show at most so many.") var most = 20
        @Argument(help: "Words of the title, or the beginning of a code.") var words: [String]

        private struct CodeJSON: Encodable {
            let code: String
            let title: String
            let complete: Bool
        }

        func run() throws {
            let codes = try Library.diagnosisCodes()
            let found = codes.search(words.joined(separator: " "), limit: max(1, min(most, 2000)))
            if output.json {
                return Output.json(
                    found.map { CodeJSON(code: $0.code, title: $0.title, complete: $0.isLeaf) })
            }
            Output.table(
                [], found.map { [$0.code, $0.title + ($0.isLeaf ? "" : " (needs more digits)")] },
                empty: "Nothing found.")
            Console.print("")
            Console.print("\(codes.release), in force since \(codes.effectiveFrom.spoken).")
        }
    }

    struct Services: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show your table of service codes, or put your own in its place.",
            discussion: """
                To change it, write the table into a file, edit it, and read it back.

                Examples:
                  vault reference services
                  vault reference services --json > services.json
                  vault reference services --replace services.json
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Option(
            help: ArgumentHelp("Use this table from now on.", valueName: "file"),
            completion: .file())
        var replace: String?
        @Flag(help: "Go back to the program's own table.") var reset = false

        func run() throws {
            let vault = try options.open()
            if let replace {
                try change(
                    try ServiceCodes(bytes: Array(try InputText.read(replace).utf8)), vault)
            }
            if reset { try change(nil, vault) }
            let services = try vault.library().kinds.services
            if output.json { return Output.json(services) }
            Output.table(
                ["CODE", "MINUTES", "WHAT"],
                services.all.map { [$0.code, $0.minutes?.words ?? "untimed", $0.label] }, empty: "")
            Console.print("")
            Console.print(Paragraph.wrapped(services.notice))
        }

        private func change(_ services: ServiceCodes?, _ vault: Vault) throws {
            var settings = try vault.settings()
            settings.serviceCodes = services
            try vault.change(settings)
        }
    }

    struct Rules: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what states and payers ask for: retention, late entries, notices.",
            discussion: """
                None of it is legal advice. Needs no vault, unless you ask for rules of your own: \
                a file of states or payers in the form that --json writes, whose rows then stand \
                in the place of the program's with the same id, or beside them. It is kept in the \
                vault; check each rule with its source, and enter the day in verified_on.

                Examples:
                  vault reference rules
                  vault reference rules CA
                  vault reference rules CA --json > states.json
                  vault reference rules --states states.json
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "A state or payer.") var name: String?
        @Option(
            help: ArgumentHelp("Use these rows of states from now on.", valueName: "file"),
            completion: .file())
        var states: String?
        @Option(
            help: ArgumentHelp("Use these rows of payers from now on.", valueName: "file"),
            completion: .file())
        var payers: String?
        @Flag(help: "Go back to the program's own rules.") var reset = false
        @Flag(help: "Show the rules with your own among them.") var own = false

        private struct TableJSON: Encodable {
            let notice: String
            let rows: [Authority]
        }

        private func rulebook() throws -> Rulebook {
            guard own || reset || states != nil || payers != nil else {
                return try Library.rulebook()
            }
            let vault = try options.open()
            if reset { try vault.change(rules: nil) }
            if states != nil || payers != nil {
                var rules = try vault.settings().rules ?? OwnRules()
                if let states { rules.states = try InputText.read(states) }
                if let payers { rules.payers = try InputText.read(payers) }
                try vault.change(rules: rules)
            }
            return try vault.library().kinds.rulebook
        }

        func run() throws {
            let book = try rulebook()
            let all = book.jurisdictions + book.payers
            let shown = all.filter { name == nil || $0.answers(to: name ?? "") }
            if output.json { return Output.json(TableJSON(notice: book.notice, rows: shown)) }
            guard name != nil else {
                Output.table(
                    ["NAME", "RULES"],
                    shown.map { authority in
                        let count =
                            authority.retention.count + authority.timing.count
                            + authority.notices.count
                        return ["\(authority.id)  \(authority.name)", "\(count)"]
                    }, empty: "")
                return
            }
            for authority in shown { show(authority) }
            if shown.isEmpty { Console.print("There is no table row of this name.") }
            Console.print(Paragraph.wrapped(book.notice))
        }

        private func show(_ authority: Authority) {
            Console.print(authority.name)
            for rule in authority.retention {
                line(
                    "\(rule.appliesTo): keep \(rule.years) years\(minors(rule))", rule.source,
                    rule.evidence, rule.verifiedOn)
            }
            for rule in authority.timing {
                let hours = rule.onTimeHours.map { "late after \($0) hours" }
                line(rule.norm ?? hours ?? rule.id, rule.source, rule.evidence)
            }
            for rule in authority.notices { line(rule.meaning, rule.source, rule.evidence) }
            Console.print("")
        }

        private func minors(_ rule: RetentionRule) -> String {
            let past = rule.minorYearsPastMajority.map { "\($0) years past majority" }
            let age = rule.minorUntilAge.map { "the age of \($0)" }
            let ends = [past, age].compactMap { $0 }
            return ends.isEmpty
                ? "" : ", a minor's at least until " + ends.joined(separator: " and ")
        }

        private func line(
            _ text: String, _ source: String, _ evidence: Evidence, _ verified: Day? = nil
        ) {
            let mark = evidence.rawValue + (verified.map { ", verified on \($0.iso)" } ?? "")
            Console.print(Paragraph.wrapped("- \(text)", indent: "  "))
            Console.print(Paragraph.wrapped("\(source) (\(mark))", indent: "      "))
        }
    }
}
