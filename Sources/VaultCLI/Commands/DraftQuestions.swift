internal import Documents
internal import VaultCore
internal import Wording

/// Fills in what a document is drafted from: from a file, at the terminal, or both.
struct DraftQuestions {
    let form: Form
    let input: InputOptions

    /// From a file first, then questions for what is still missing. `admits` leaves questions out.
    func fillIn(
        _ jotting: inout Entries, _ last: LastSession? = nil,
        admits: (Field) -> Bool = { _ in true }
    ) throws {
        let questions = FormQuestions(form: form, terminal: input.terminal)
        if let from = input.from {
            for entry in try questions.read(from).all { jotting[entry.field] = entry.text }
        }
        guard questions.terminal != nil else {
            if input.from == nil, jotting.isEmpty {
                throw InputError.missing(form.missing(in: jotting).map(\.label))
            }
            return
        }
        let filled = jotting
        let open =
            input.from == nil
            ? form.fields.filter { filled[$0.id] == nil } : form.missing(in: jotting)
        try questions.ask(open.filter(admits), into: &jotting, last: last)
    }

    /// Asks for fields that a rule finds missing, such as why a note is late; each once.
    func askWhatBlocks(
        _ jotting: inout Entries, _ drafted: (Entries) throws -> Documents.Review
    ) throws {
        let questions = FormQuestions(form: form, terminal: input.terminal)
        guard questions.terminal != nil else { return }
        var asked: Set<String> = []
        while true {
            let needed = try drafted(jotting).blocking.compactMap(\.field)
                .filter { jotting[$0] == nil && asked.insert($0).inserted }
                .compactMap { form[$0] }
            guard !needed.isEmpty else { return }
            try questions.askNeeded(needed, into: &jotting)
        }
    }
}

/// What every draft goes through once it is known what it rests on: asked, drafted, kept, shown.
struct Drafting {
    let vault: Vault
    let kind: DocumentKind
    /// The session, the client or the document it is about.
    let about: RecordSummary
    /// The draft that it goes on with, and what was decided there.
    let earlier: RecordSummary?
    let before: Documents.Review?
    let json: Bool
    let terminal: Terminal?
    let drafted: (Entries) throws -> Documents.Review

    /// What she typed before the terminal went away is drafted and kept all the same. Stopped with
    /// no more than `unchanged`, the draft stays as it is, with every decision made on it.
    func run(
        from start: Entries, unchanged: Entries?, asking: (inout Entries) throws -> Void
    ) throws {
        var jotting = start
        var settings = try vault.settings()
        var phrases = settings.phrases ?? OwnPhrases()
        let end = Result {
            try Interruption.during {
                try asking(&jotting)
                jotting = phrases.expanded(jotting, of: kind.form)
                try askMeanings(in: jotting, &phrases)
            }
        }
        if phrases != settings.phrases ?? OwnPhrases() {
            settings.phrases = phrases
            try vault.change(settings)
        }
        jotting = phrases.expanded(jotting, of: kind.form)
        if jotting == unchanged { try end.get() }
        var review = try drafted(jotting)
        try before.map { try review.adopt(decisionsOf: $0) }
        let document = try vault.keep(review, of: about, replacing: earlier)
        if case .failure = end {
            Console.say("What you typed so far is kept as \(document.shortName).")
        }
        try end.get()
        DraftView(document: document.shortName, review: review).show(json: json)
        if !review.blocking.isEmpty { throw Ended(code: .findingsBlock) }
    }

    /// What a short form stands for is asked once and remembered; it is never guessed.
    private func askMeanings(in jotting: Entries, _ phrases: inout OwnPhrases) throws {
        guard let terminal else { return }
        for form in OwnPhrases.unclear(in: jotting, for: kind) {
            while true {
                let answer = try terminal.ask(
                    "“\(form)” can mean more than one thing; what does it stand for? ")
                guard !answer.allSatisfy(\.isWhitespace) else { break }
                do {
                    try phrases.set(meaning: form, to: answer)
                    break
                } catch {
                    terminal.show(error.problem + " " + error.nextStep + "\n")
                }
            }
        }
    }
}
