extension Rule {
    /// A note signed more than a day after the session is labelled; after three days it says why.
    package static let lateEntry = Rule(id: "lateEntry") { examined in
        guard let delay = examined.source.delay(until: examined.at), delay > 24 * 60 else {
            return []
        }
        let told = !examined.draft.sentences(about: "late-reason").isEmpty
        if delay > 72 * 60, !told {
            return [
                Finding(
                    rule: "lateEntry", weight: .blocks, field: "late-reason",
                    message: "More than 72 hours have passed since the session.",
                    nextStep: "Say why the note is written late.")
            ]
        }
        return [
            Finding(
                rule: "lateEntry", weight: .advises, field: "date",
                message: "More than 24 hours have passed: the note will be labelled a late entry.",
                nextStep: "Sign it now, or sooner next time.")
        ]
    }
}
