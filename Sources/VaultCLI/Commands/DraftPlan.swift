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
            let vault = try options.open()
            let library = try vault.library().kinds
            let instruments = try Library.instruments()
            guard var kind = library.kind("treatment-plan") else {
                throw KindError.missing(file: "treatment-plan")
            }
            kind.yardsticks = instruments.instruments.map(Yardstick.init)
            let named = try vault.find(about, .client, .document)
            let earlier = named.header.type == .document ? named : nil
            let before = try earlier.map { try vault.review(of: $0) }
            if let before, before.kind.family != .plan {
                throw VaultError.wrongState(is: before.kind.label, needs: "treatment plan")
            }
            let client = try vault.client(of: named)
            let file = try vault.entries(of: client)
            let record = try vault.treatmentRecord(of: client)
            let today = Places.now.day
            var start = before?.jotting ?? Entries()
            if before == nil {
                let days = try vault.practice()["plan-review-days"].flatMap { Int($0) } ?? 90
                start["plan-date"] = today.iso
                start["review"] = Day(daysSince1970: today.daysSince1970 + days)?.iso
            }
            let drafted = { (jotting: Entries) throws -> Documents.Review in
                let scoped = Consent.ownFile.admits(
                    Source(
                        file: kind, library: library, client: file, jotting: jotting,
                        record: record, on: today, instruments: instruments))
                let draft = try BuiltInEngine(instruments: instruments).draft(kind, from: scoped)
                return draft.reviewed(against: scoped, kind: kind, at: Places.now)
            }
            try Drafting(
                vault: vault, about: client, earlier: earlier, before: before, json: output.json,
                drafted: drafted
            ).run(from: start, unchanged: before?.jotting) { jotting in
                try DraftQuestions(form: kind.form, input: input).fillIn(&jotting)
            }
        }
    }
}
