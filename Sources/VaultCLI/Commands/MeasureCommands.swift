internal import ArgumentParser
internal import Documents
internal import VaultCore

struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Scores of PHQ-9, GAD-7 and other measures.",
        subcommands: [Add.self, Edit.self, Withdraw.self, List.self, InstrumentsList.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a score, by its total or by the answers.",
            discussion: """
                Says where the score stands, and how it changed since the last and the first. \
                A flagged item, such as item 9 of the PHQ-9, asks for the questions about risk.

                Examples:
                  vault measure add C1
                  vault measure add C1 --from answers.txt
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let (instrument, result) = try MeasureEntry.asked(input, Places.now.day, in: vault)
            let history = try vault.measures(of: found).map(\.result)
            let record = try vault.add(result, of: instrument, to: found)
            let view = MeasureView(instrument: instrument, history: history + [result])
            if output.json {
                Output.json(try view.json(record, result, of: found))
                return
            }
            Console.print("Kept as \(record.shortName).")
            try view.show(result, since: history)
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct a score that was typed wrongly.",
            discussion: """
                Asks for the score again. Documents that are signed already keep what they say: \
                correct them with `vault amend`.

                Examples:
                  vault measure edit M1
                  vault measure edit M1 --from answers.txt
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @Argument(help: "The score's number, such as M1.") var measure: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(measure, .measure)
            let before = try vault.measure(record)
            let (instrument, result) = try MeasureEntry.asked(
                input, before.day, of: before.instrument, in: vault)
            try vault.change(measure: record, to: result, of: instrument)
            Console.print("Changed \(record.shortName).")
            let history = try vault.measures(of: try vault.client(of: record))
            try MeasureView(instrument: instrument, history: history.map(\.result)).show(
                result,
                since: history.filter { $0.record.record != record.record }.map(\.result))
        }
    }

    struct Withdraw: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take back a score that belongs to another client, or never was.",
            discussion: """
                Nothing counts or shows it any more; that it was withdrawn stands in the audit trail.

                Example:
                  vault measure withdraw M1
                """)

        @OptionGroup var options: VaultOptions
        @Argument(help: "The score's number, such as M1.") var measure: String

        func run() throws {
            let vault = try options.open()
            let record = try vault.find(measure, .measure)
            try vault.withdraw(measure: record)
            Console.print("\(record.shortName) is withdrawn.")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a client's scores over time.",
            discussion: """
                Example:
                  vault measure list C1
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var output: OutputOptions
        @Argument(help: "The client's number, such as C1.") var client: String

        func run() throws {
            let vault = try options.open()
            let found = try vault.find(client, .client)
            let library = try Library.instruments()
            let measures = try vault.measures(of: found)
            if output.json {
                Output.json(
                    try measures.compactMap { measure in
                        try library.instrument(measure.result.instrument).map {
                            try MeasureView(instrument: $0, history: [])
                                .json(measure.record, measure.result, of: found)
                        }
                    })
                return
            }
            for (instrument, lines) in try MeasureView.courses(of: measures.map(\.result), library)
            {
                Console.print(instrument.title)
                for line in lines { Console.print("  " + line) }
                for (record, result) in measures where result.instrument == instrument.id {
                    let total = instrument.shown(result.total)
                    Console.print("  \(record.shortName)  \(result.day.iso)  \(total)")
                }
            }
            if measures.isEmpty {
                Console.print(
                    "No scores yet. Keep one with `vault measure add \(found.shortName)`.")
            }
        }
    }

    struct InstrumentsList: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "instruments",
            abstract: "List the measures that the program knows, with source and license.",
            discussion: """
                Needs no vault. Figures that are marked “general-knowledge” have not been checked \
                against their source.

                Example:
                  vault measure instruments
                """)

        @OptionGroup var output: OutputOptions

        func run() throws {
            let library = try Library.instruments()
            if output.json { return Output.json(library.instruments) }
            Output.table(
                ["MEASURE", "RANGE", "BETTER", "RELIABLE", "ENTRY", "EVIDENCE"],
                library.instruments.map { instrument in
                    [
                        instrument.name,
                        "\(instrument.range.from.text)–\(instrument.range.to.text)",
                        instrument.direction.words ?? "-",
                        instrument.change.first?.points.text ?? "-",
                        instrument.licence.entry == .items ? "answers or total" : "total only",
                        instrument.evidence.rawValue,
                    ]
                }, empty: "")
        }
    }
}

/// How scores are shown.
struct MeasureView {
    let instrument: Instrument
    let history: [MeasureResult]

    struct MeasureJSON: Encodable {
        let measure: String
        let client: String
        let instrument: String
        let date: Day
        let total: Points
        let standing: String?
        let flagged: Bool
        let sentence: String
    }

    var line: String { SparkLine.text(of: history, in: instrument) }

    /// Where a score stands, the course, and what it asks of her.
    func show(_ result: MeasureResult, since history: [MeasureResult]) throws {
        Console.print(try instrument.sentence(for: result, since: history) + ".")
        Console.print(line)
        for flag in result.flags {
            Console.print(flag.reason(in: instrument))
            Console.print(
                flag.acute
                    ? "Ask about risk now, before the session ends."
                    : "Ask about risk, and answer the risk questions of the next note.")
        }
    }

    /// For each instrument the scores over time, and what the last one says.
    static func courses(
        of results: [MeasureResult], _ library: InstrumentLibrary
    ) throws -> [(Instrument, [String])] {
        let grouped = Dictionary(grouping: results, by: \.instrument)
        return try grouped.keys.sorted().compactMap { id in
            guard let instrument = library.instrument(id), let history = grouped[id],
                let day = history.map(\.day).max(),
                let last = history.last(where: { $0.day == day })
            else { return nil }
            let view = MeasureView(instrument: instrument, history: history)
            return (
                instrument, [view.line, try instrument.sentence(for: last, since: history) + "."]
            )
        }
    }

    func json(
        _ record: RecordSummary, _ result: MeasureResult, of client: RecordSummary
    ) throws -> MeasureJSON {
        MeasureJSON(
            measure: record.shortName, client: client.shortName, instrument: instrument.id,
            date: result.day, total: result.total, standing: instrument.standing(of: result.total),
            flagged: !result.flags.isEmpty,
            sentence: try instrument.sentence(for: result, since: history))
    }
}

/// Asks for what a score needs: answers or total, then the flagged items that a total hides.
struct MeasureEntry {
    let library: InstrumentLibrary
    let form: Form
    let terminal: Terminal?

    /// From a file or at the terminal; with the instrument of a score that is corrected.
    static func asked(
        _ input: InputOptions, _ day: Day, of instrument: String? = nil, in vault: Vault
    ) throws -> (Instrument, MeasureResult) {
        let form = try Library.measureForm()
        let questions = FormQuestions(form: form, terminal: input.terminal)
        var entries = try input.from.map(questions.read) ?? Entries()
        if instrument != nil || input.from != nil, entries["date"] == nil {
            entries["date"] = day.iso
        }
        if let instrument { entries["instrument"] = instrument }
        let entry = MeasureEntry(
            library: try Library.instruments(), form: form,
            terminal: input.from == nil ? input.terminal : nil)
        let scorer = try vault.signer().name
        return try Interruption.during {
            try entry.result(&entries, today: Places.now.day, scoredBy: scorer)
        }
    }

    func result(
        _ entries: inout Entries, today: Day, scoredBy scorer: String
    ) throws -> (Instrument, MeasureResult) {
        let instrument = try known("instrument", in: &entries) {
            try library.instrument(named: $0)
        }
        if terminal != nil, entries["date"] == nil {
            let typed = try terminal?.ask("When was it taken? [today] ") ?? ""
            entries["date"] =
                typed.isEmpty ? today.iso : try form["date"].map { try form.accept(typed, for: $0) }
        }
        guard let day = entries["date"].flatMap(Day.init(iso:)) else {
            throw InputError.missing(["Date"])
        }
        guard day <= today else { throw EntryError.inTheFuture(label: "Date") }
        let mode = entries["mode"].flatMap(MeasureResult.Mode.init) ?? .paper
        if instrument.licence.entry == .items, entries["total"] == nil, entries["answers"] == nil,
            let terminal
        {
            showItems(of: instrument, terminal)
            entries["answers"] = try answers(to: instrument, at: terminal)
        }
        if let answers = entries["answers"] {
            let result = try instrument.result(
                answers: try instrument.answers(from: answers), day: day, mode: mode,
                scoredBy: scorer)
            if let given = entries["total"], try instrument.total(from: given) != result.total {
                throw MeasureError.totalContradicts(name: instrument.name)
            }
            return (instrument, result)
        }
        let total = try known("total", in: &entries) { try instrument.total(from: $0) }
        var beside: [Int: FlaggedAnswer] = [:]
        for flag in instrument.itemsAsked(beside: total) {
            guard let item = flag.item else { continue }
            let question = "Item \(item) asks about harm. Its answer (- if it is not known): "
            guard let typed = try entries["flagged"] ?? terminal?.ask(question) else { continue }
            beside[item] = try instrument.flaggedAnswer(from: typed, item: item)
        }
        return (
            instrument,
            try instrument.result(
                total: total, beside: beside, day: day, mode: mode, scoredBy: scorer)
        )
    }

    /// What was given, or asked until it is understood.
    private func known<R>(
        _ field: String, in entries: inout Entries, _ read: (String) throws -> R
    ) throws -> R {
        if let given = entries[field] { return try read(given) }
        guard let terminal, let question = form[field]?.question else {
            throw InputError.missing([form[field]?.label ?? field])
        }
        while true {
            let typed = try terminal.ask(question + " ")
            do {
                let value = try read(typed)
                entries[field] = typed
                return value
            } catch let error as MeasureError {
                terminal.show(error.problem + " " + error.nextStep + "\n")
            }
        }
    }

    /// The answers as she typed them, asked until they are understood; empty for the total instead.
    private func answers(to instrument: Instrument, at terminal: Terminal) throws -> String {
        while true {
            let typed = try terminal.ask(
                "The answers, with blanks between (or Enter to give the total): ")
            do throws(MeasureError) {
                if !typed.isEmpty { _ = try instrument.answers(from: typed) }
                return typed
            } catch {
                terminal.show(error.problem + " " + error.nextStep + "\n")
            }
        }
    }

    private func showItems(of instrument: Instrument, _ terminal: Terminal) {
        guard let items = instrument.items, let texts = items.texts else { return }
        if let stem = items.stem { terminal.show(Paragraph.wrapped(stem) + "\n") }
        for (index, text) in texts.enumerated() {
            terminal.show(Paragraph.wrapped("\(index + 1)  \(text)", indent: "  ") + "\n")
        }
        let labels = items.answers.labels ?? []
        for (index, label) in labels.enumerated() {
            terminal.show("    \(items.answers.from + index) = \(label)\n")
        }
    }
}
