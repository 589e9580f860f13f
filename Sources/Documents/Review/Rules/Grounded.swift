extension Rule {
    /// Every sentence must rest on something the therapist really wrote.
    package static let grounded = Rule(id: "grounded") { examined in
        examined.draft.sentences
            .filter { sentence in
                sentence.restsOn.isEmpty
                    || sentence.restsOn.contains {
                        examined.source.text(of: $0).trimmingBlanks().isEmpty
                    }
            }
            .map {
                Finding(
                    rule: "grounded", weight: .blocks, sentence: $0.id, field: $0.field,
                    message: "Nothing you entered supports this sentence.",
                    nextStep: "Strike it, or edit it to what you know.")
            }
    }
}
