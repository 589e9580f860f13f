extension Rule {
    /// A note that repeats the last one word for word is denied as cloned. What the program words
    /// itself, such as an answer about risk, may well read the same.
    package static let clone = Rule(id: "clone") { examined in
        let own = examined.draft.sentences.filter { isHers($0) }
        guard own.count >= 3 else { return [] }
        for note in examined.beside.lastNotes where note.kind == examined.kind.id {
            let before = Set(note.sections.flatMap(\.sentences).filter(isHers).map(\.text))
            let same = own.filter { before.contains($0.text) }
            guard same.count * 2 >= own.count else { continue }
            let day = note.header.first { $0.label == "Date of service" }?.text ?? "an earlier day"
            return [
                Finding(
                    rule: "clone", weight: .advises, sentence: same.first?.id,
                    field: same.first?.field,
                    message: "\(same.count) of \(own.count) sentences stand word for word in the "
                        + "note of \(day).",
                    nextStep: "Say what was different this time.")
            ]
        }
        return []
    }

    private static func isHers(_ sentence: Sentence) -> Bool {
        [.entered, .carried].contains(sentence.origin)
            && sentence.text.split(separator: " ").count >= 4
    }
}
