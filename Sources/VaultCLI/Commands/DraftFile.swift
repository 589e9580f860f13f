internal import ArgumentParser
internal import Documents
internal import VaultCore
internal import Wording

extension DraftCommand {
    struct PlanCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "plan",
            abstract: "Draft a treatment plan with measurable objectives.",
            discussion: """
                Name a client (C1) or a draft to go on with (D2). Problems, impairments, strengths, \
                diagnoses and scores come from the client's file. Each objective is looked at: \
                baseline, target, measure, date; where one is missing you are told what to write, \
                and no number is made up.

                Examples:
                  vault draft plan C1
                  vault draft plan C1 --from plan.txt
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "A client or draft, such as C1 or D2.") var about: String

        func run() throws {
            try FileDrafting(options: options, input: input, output: output).run(about: about) {
                library in
                guard let kind = library.kind("treatment-plan") else {
                    throw KindError.missing(file: "treatment-plan")
                }
                return kind
            } start: { vault in
                let today = Places.now.day
                let days = try vault.practice()["plan-review-days"].flatMap { Int($0) } ?? 90
                var start = Entries()
                start["plan-date"] = today.iso
                start["review"] = Day(daysSince1970: today.daysSince1970 + days)?.iso
                return start
            }
        }
    }

    struct DocumentCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "document",
            abstract: "Draft a telephone note, a discharge summary, a safety plan.",
            discussion: """
                Documents of a client's file that are about no session: phone (a call), collateral \
                (a talk with somebody else), discharge (the summary at the end), safety-plan.

                Examples:
                  vault draft document phone C1
                  vault draft document discharge C1 --from discharge.txt
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The document, or a draft to go on with, such as D2.") var type: String
        @Argument(help: "The client's number, such as C1.") var client: String?

        func run() throws {
            try FileDrafting(options: options, input: input, output: output).run(
                about: client ?? type
            ) { library in
                try library.kinds.filter {
                    [.contactNote, .summary].contains($0.family) && $0.sessions == nil
                }.named(client == nil ? "" : type.lowercased())
            }
        }
    }
}

/// Drafts a document that rests on a client's file and on what is jotted down for it.
struct FileDrafting {
    let options: VaultOptions
    let input: InputOptions
    let output: OutputOptions

    /// `about` is a client or a draft to go on with, which keeps its kind.
    func run(
        about name: String, _ asked: (KindLibrary) throws -> DocumentKind,
        start: (Vault) throws -> Entries = { _ in Entries() }
    ) throws {
        let vault = try options.open()
        let library = try vault.library().kinds
        let named = try? vault.find(name, .client, .document)
        let earlier = named?.header.type == .document ? named : nil
        let before = try earlier.map { try vault.review(of: $0) }
        let instruments = try Library.instruments()
        var kind = try before.map { library.kind($0.kind.id) ?? $0.kind } ?? asked(library)
        if kind.rules.contains(Rule.objectives.id) {
            kind.yardsticks = instruments.instruments.map(Yardstick.init)
        }
        let client = try earlier.map(vault.client) ?? vault.find(name, .client)
        guard kind.family != .letter, kind.family != .progressNote, kind.sessions == nil else {
            throw VaultError.wrongState(is: kind.label, needs: "document of a client's file")
        }
        let file = try vault.entries(of: client)
        let practice = try vault.practice()
        let record = try vault.treatmentRecord(of: client)
        let thread = kind.family == .plan ? try vault.thread(of: client) : GoldenThread()
        let beside = try vault.beside(kind, of: client.record)
        let drafted = { [kind] (jotting: Entries) throws -> Documents.Review in
            let scoped = Consent.ownFile.admits(
                Source(
                    file: kind, library: library, client: file, jotting: jotting,
                    record: record, on: Places.now.day, instruments: instruments,
                    practice: practice, thread: thread))
            let draft = try BuiltInEngine(instruments: instruments).draft(kind, from: scoped)
            return draft.reviewed(against: scoped, kind: kind, at: Places.now).beside(beside)
        }
        try Drafting(
            vault: vault, kind: kind, about: client, earlier: earlier, before: before,
            json: output.json, terminal: input.terminal, drafted: drafted
        ).run(from: try before?.jotting ?? start(vault), unchanged: before?.jotting) { jotting in
            let questions = DraftQuestions(form: kind.form, input: input)
            if before == nil { input.terminal.map(thread.show) }
            try questions.fillIn(&jotting, try vault.last(kind, of: client))
            try questions.askWhatBlocks(&jotting, drafted)
        }
    }
}
