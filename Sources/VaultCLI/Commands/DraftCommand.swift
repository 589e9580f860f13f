internal import ArgumentParser
internal import Documents
internal import VaultCore
internal import Wording

struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft a document from your shorthand.",
        subcommands: [
            NoteCommand.self, LetterCommand.self, PlanCommand.self, DocumentCommand.self,
        ])

    struct NoteCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "note",
            abstract: "Draft the note of a session.",
            discussion: """
                Name a session (S3), a client (C1: the latest session without a signed note), or a \
                draft to go on with (D2). Asks for what is missing; shorthand is fine. A jotting \
                file has lines of `field: text`; what follows without a field name goes on.

                Formats: soap, dap, birp, girp, pirp, pie, narrative. `vault practice edit \
                note-format` sets the one you usually write. An intake, a group, a couple or \
                family, a crisis and a session that did not take place have notes of their own: \
                intake, group, family, crisis, missed.

                Examples:
                  vault draft note C1
                  vault draft note S3 --from jotting.txt
                  vault draft note S3 --format dap
                """)

        @OptionGroup var options: VaultOptions
        @OptionGroup var input: InputOptions
        @OptionGroup var output: OutputOptions

        @Argument(help: "A session, client or draft, such as S3, C1 or D2.") var about: String

        @Option(help: "The note format (default: yours, else soap).") var format: String?

        func run() throws {
            let vault = try options.open()
            let library = try vault.library().kinds
            let place = try NotePlace(about, in: vault)
            let earlier = try place.draft.map { try vault.review(of: $0) }
            let client = try vault.entries(of: place.client)
            let practice = try vault.practice()
            let (session, sessionRecord) = try completed(place.session, library, vault)
            let kind = try self.kind(earlier?.kind.id, of: session, practice, library)
            let jotted = try Jotted(place.session, kind.form, vault)
            let before = earlier?.jotting ?? Entries()
            let beside = try vault.beside(kind, of: place.client.record)
            let last = try vault.lastSession(
                of: place.client, before: sessionRecord, kind: kind)
            let caseload = Caseload(try vault.summaries())
            if let flagged = caseload.flaggedMeasures()[place.client.record] {
                Console.say(
                    "\(flagged.header.label) of \(flagged.header.day) asks for the questions about risk."
                )
            }
            if input.terminal != nil, let alerts = ClientPage.alerts(in: client) {
                Console.say("! " + alerts)
            }
            jotted.show(inFull: input.terminal != nil)
            let thread = try vault.thread(of: place.client)
            let engine = BuiltInEngine(instruments: try Library.instruments())
            let drafted = { (jotting: Entries) throws -> Documents.Review in
                let source = Source(
                    client: client, session: session, jotting: jotting, kind: kind,
                    library: library, practice: practice, thread: thread)
                let scoped = Consent.ownFile.admits(source)
                let draft = try engine.draft(kind, from: scoped)
                return draft.reviewed(against: scoped, kind: kind, at: Places.now).beside(beside)
            }
            var start = earlier == nil ? jotted.entries : before
            if kind.form["missed"] != nil { start["missed"] = start["missed"] ?? session["missed"] }
            let drafting = Drafting(
                vault: vault, kind: kind, about: sessionRecord, earlier: place.draft,
                before: earlier, json: output.json, terminal: input.terminal, drafted: drafted)
            try drafting.run(from: start, unchanged: before) { jotting in
                let questions = DraftQuestions(form: kind.form, input: input)
                try questions.fillIn(&jotting, last)
                if kind.form["objectives"] != nil, jotting["objectives"] == nil {
                    input.terminal.map(thread.show)
                }
                try questions.askWhatBlocks(&jotting, drafted)
            }
        }

        /// The format she names; else that of the draft she goes on with; else what the session
        /// was; else her usual one.
        private func kind(
            _ earlier: String?, of session: Entries, _ practice: Entries, _ library: KindLibrary
        ) throws -> DocumentKind {
            let formats = library.kinds.filter {
                $0.family == .progressNote || $0.sessions != nil
            }
            guard let format = format?.lowercased() else {
                let usual = "progress-note.\(practice["note-format"] ?? "soap")"
                return try earlier.flatMap(library.kind) ?? library.kind(for: session)
                    ?? formats.named(usual)
            }
            return try formats.named(format)
        }

        /// The session with what it still lacks, such as one that came from a calendar.
        private func completed(
            _ session: RecordSummary, _ library: KindLibrary, _ vault: Vault
        ) throws -> (Entries, RecordSummary) {
            var entries = try vault.entries(of: session)
            let form = library.sessionForm
            let missing = form.missing(in: entries)
            guard !missing.isEmpty, entries["missed"] == nil, input.terminal != nil else {
                return (entries, session)
            }
            let before = entries
            try Interruption.during {
                try FormQuestions(form: form, terminal: input.terminal)
                    .ask(form.fields.filter { entries[$0.id] == nil }, into: &entries)
            }
            guard entries != before else { return (entries, session) }
            return (entries, try vault.change(session: session, to: entries))
        }
    }
}

extension GoldenThread {
    /// The objectives of the plan with their numbers.
    func show(at terminal: Terminal) {
        guard let planned, !objectives.isEmpty else { return }
        terminal.show("Objectives of the plan of \(planned.spoken):\n")
        for (index, objective) in objectives.enumerated() {
            terminal.show(Paragraph.wrapped("\(index + 1)  \(objective)", indent: "    ") + "\n")
        }
    }
}

extension [DocumentKind] {
    /// By its id, or by the part of it that she types, such as `dap`.
    func named(_ name: String) throws -> DocumentKind {
        if let kind = first(where: { $0.id == name || $0.shortName == name }) { return kind }
        throw ValidationError(
            "There is no document of this name. There are: "
                + map(\.shortName).joined(separator: ", ") + ".")
    }
}

extension DocumentKind {
    /// What she types after `--format` or `draft letter`.
    var shortName: String { id.split(separator: ".").last.map(String.init) ?? id }
}

/// What was jotted down for a session before it is drafted: lines that name a field, and free ones,
/// each put where it belongs by what it says.
struct Jotted {
    private(set) var entries = Entries()
    private var free: [String] = []
    private var routes: [(line: String, field: Field?)] = []

    init(_ session: RecordSummary, _ form: Form, _ vault: Vault) throws {
        var named: [String] = []
        for summary in try vault.jottings(of: session) {
            let lines = try vault.jotting(summary).text.split(separator: "\n").map(String.init)
            let start = lines.firstIndex { Self.names(form, $0) } ?? lines.endIndex
            free += lines[..<start]
            named += lines[start...]
        }
        if !named.isEmpty {
            do {
                entries = try form.read(Array(named.joined(separator: "\n").utf8))
            } catch {
                // What can't be read by field is not lost.
                free += named
            }
        }
        (entries, routes) = Routing(form: form).routed(free, into: entries)
    }

    private static func names(_ form: Form, _ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":") else { return false }
        return form.field(named: String(line[..<colon])) != nil
    }

    /// Without a terminal only how many there are: what she wrote belongs into no log.
    func show(inFull: Bool) {
        guard !routes.isEmpty else { return }
        guard inFull else {
            return Console.say(
                routes.count == 1
                    ? "1 jotted line names no field; it was put where it seems to belong."
                    : "\(routes.count) jotted lines name no field; they were put where they seem to belong."
            )
        }
        Console.say("You jotted down:")
        for (line, field) in routes {
            Console.say("  \(field?.label ?? "nowhere"): \(line)")
        }
    }
}

/// Which session a note is for, and the unsigned draft that is already there.
struct NotePlace {
    let client: RecordSummary
    let session: RecordSummary
    let draft: RecordSummary?

    init(_ name: String, in vault: Vault) throws {
        let named = try vault.find(name, .client, .session, .document)
        let summaries = try vault.summaries()
        let documents = summaries.filter { $0.header.type == .document }
        let unsigned = { (session: RecordSummary) in
            documents.last {
                $0.header.parent == session.record && $0.isUnsigned
            }
        }
        let isSigned = { (session: RecordSummary) in
            documents.contains {
                $0.header.parent == session.record && $0.header.state == .signed
            }
        }
        client = try vault.client(of: named)
        switch named.header.type {
        case .document:
            session = try vault.session(of: named)
            draft = named
        case .session:
            session = named
            draft = unsigned(named)
        default:
            let open = summaries.filter {
                $0.header.type == .session && $0.owner == named.owner && !isSigned($0)
                    && $0.header.facts[.missed] == nil
            }
            guard let latest = open.max(by: { $0.header.day < $1.header.day }) else {
                throw VaultError.unknown("session of \(named.shortName) without a signed note")
            }
            session = latest
            draft = unsigned(latest)
        }
    }
}

/// A draft as it is shown: its sentences by section, then what stands in the way.
struct DraftView {
    let document: String
    let review: Documents.Review

    private struct DraftJSON: Encodable {
        let document: String
        let state: String
        /// Seconds she has read it, and how much of it is her own wording.
        let secondsInReview: Int
        let editedPercent: Int
        let sentences: [SentenceJSON]
        let findings: [Finding]
    }

    private struct SentenceJSON: Encodable {
        let number: Int
        let section: String
        let text: String
        let origin: String
        let restsOn: [String]
        let decision: String
    }

    func show(json: Bool) {
        if json {
            Output.json(
                DraftJSON(
                    document: document, state: review.undecided.isEmpty ? "decided" : "open",
                    secondsInReview: review.seconds, editedPercent: review.editedPercent,
                    sentences: numbered.map { number, _, sentence in
                        SentenceJSON(
                            number: number, section: review.section(of: sentence.id),
                            text: review.text(of: sentence),
                            origin: sentence.origin.rawValue,
                            restsOn: review.sourcesText(of: sentence.id),
                            decision: review.decision(on: sentence.id).word)
                    }, findings: review.findings))
            return
        }
        Console.print("\(document)  \(review.kind.label)")
        for section in review.asSigned.sections where !section.sentences.isEmpty {
            Console.print("")
            if !section.heading.isEmpty { Console.print(section.heading.uppercased()) }
            for paragraph in Dictionary(grouping: section.sentences, by: \.paragraph)
                .sorted(by: { $0.key < $1.key })
            {
                Console.print(Paragraph.wrapped(paragraph.value.map(\.text).joined(separator: " ")))
            }
        }
        showFindings()
    }

    func showFindings() {
        let blocking = review.blocking
        let advice = review.findings.filter { $0.weight == .advises }
        if !blocking.isEmpty {
            Console.print("")
            Console.print("Before you can sign:")
            for finding in blocking { Console.print("  \(finding.message) \(finding.nextStep)") }
        }
        if !advice.isEmpty {
            Console.print("")
            Console.print("Worth a look:")
            for finding in advice { Console.print("  \(finding.message) \(finding.nextStep)") }
        }
    }

    /// Every sentence of the draft with its number in reading order.
    var numbered: [(Int, String, Sentence)] {
        var number = 0
        return review.draft.sections.flatMap { section in
            section.sentences.map { sentence in
                number += 1
                return (number, section.heading, sentence)
            }
        }
    }
}

extension Documents.Review {
    /// Sentences that came out as before keep what was decided on them.
    mutating func adopt(decisionsOf earlier: Documents.Review) throws {
        let decided = Dictionary(
            earlier.draft.sentences.map { ($0.text, earlier.decision(on: $0.id)) },
            uniquingKeysWith: { first, _ in first })
        for sentence in draft.sentences {
            guard let decision = decided[sentence.text], decision != .pending else { continue }
            try decide(decision, on: sentence.id)
        }
        guard earlier.draft.sections.count == draft.sections.count else { return }
        seconds = earlier.seconds
        for sentence in draft.sentences {
            let same = earlier.draft.sentences.first { $0.text == sentence.text }
            guard let place = same.flatMap({ earlier.moved[$0.id] }) else { continue }
            try move(sentence.id, to: place)
        }
    }

    /// The jotting that the draft was made from.
    var jotting: Entries {
        var jotting = Entries()
        for field in kind.form.fields {
            guard let entry = source.entry(SourceEntry.id(.jotting, field.id)) else { continue }
            if let day = entry.carriedFrom {
                jotting.carry(entry.text, to: field.id, from: day)
            } else {
                jotting[field.id] = entry.text
            }
        }
        return jotting
    }

    /// What was answered about the letter, or another part of its source.
    func answers(_ origin: DocumentKind.Requirement.Origin, of form: Form) -> Entries {
        var entries = Entries()
        for field in form.fields { entries[field.id] = source.text(origin, field.id) }
        return entries
    }

    /// A sentence as it would be signed.
    func text(of sentence: Sentence) -> String {
        if case .edited(let text) = decision(on: sentence.id) { return text }
        return sentence.text
    }
}

extension Documents.Review.Decision {
    var word: String {
        switch self {
        case .pending: "open"
        case .accepted: "accepted"
        case .edited: "edited"
        case .struck: "struck"
        }
    }
}

/// Lines of at most 80 columns.
enum Paragraph {
    static func wrapped(_ text: String, indent: String = "", columns: Int = 80) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent.count + line.count + 1 + word.count > columns {
                lines.append(indent + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [indent + line]).joined(separator: "\n")
    }
}
