internal import Documents
internal import VaultCore

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
