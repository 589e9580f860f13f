extension Rule {
    /// What was taken over from an earlier session word for word is marked until it is changed:
    /// reviewers deny cloned notes.
    package static let carriedOver = Rule(id: "carriedOver") { examined in
        examined.kind.form.fields.compactMap { field in
            let id = SourceEntry.id(.jotting, field.id)
            guard let day = examined.source.entry(id)?.carriedFrom,
                let sentence = examined.draft.sentences.first(where: { sentence in
                    sentence.fields.contains(field.id) && sentence.origin == .carried
                })
            else { return nil }
            return Finding(
                rule: "carriedOver", weight: .advises, sentence: sentence.id, field: field.id,
                message:
                    "“\(field.label)” stands word for word as on \(Day(iso: day)?.spoken ?? day).",
                nextStep: "Change what was different this time.")
        }
    }
}
