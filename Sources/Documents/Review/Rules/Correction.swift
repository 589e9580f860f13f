extension Rule {
    /// A correction says what was wrong: the old text stays readable, and the reader must know why
    /// there are two (Medicare Program Integrity Manual, chapter 3, 3.3.2.5).
    package static let correction = Rule(id: "correction") { examined in
        guard examined.jotted("amendment") == "correction",
            examined.draft.sentences(about: "wrong").isEmpty
        else { return [] }
        return [
            Finding(
                rule: "correction", weight: .blocks, field: "wrong",
                message: "The correction does not say what was wrong.",
                nextStep: "Say what the document says that is wrong, and why.")
        ]
    }
}
