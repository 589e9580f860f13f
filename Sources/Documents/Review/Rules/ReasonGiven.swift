extension Rule {
    /// Each area is assessed, or the document says why it was not.
    package static let reasonGiven = Rule(id: "reasonGiven") { examined in
        examined.kind.form.fields.compactMap { field -> Finding? in
            guard let text = examined.jotted(field.id) else { return nil }
            let voice = examined.kind.pattern(of: field.id)?.voice
            if voice == .mentalStatus {
                let chosen = Entries.list(text)
                guard chosen.count > 1, chosen.contains(MentalStatusVoice.notAssessed) else {
                    return nil
                }
                return Finding(
                    rule: "reasonGiven", weight: .blocks, field: field.id,
                    message: "“\(field.label)” is both assessed and not assessed.",
                    nextStep: "Choose one of the two, and draft again.")
            }
            guard voice != .risk, let unasked = NotAssessed(text), unasked.reason.isEmpty else {
                return nil
            }
            return Finding(
                rule: "reasonGiven", weight: .blocks, field: field.id,
                message: "“\(field.label)” was not assessed, and no reason given.",
                nextStep: "Say why: write “not assessed because …”, and draft again.")
        }
    }
}
