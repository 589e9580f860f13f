extension Rule {
    /// A short form with two meanings stays as typed; only she knows which one it is.
    package static let ambiguousShorthand = Rule(id: "ambiguousShorthand") { examined in
        unclearDenials(examined)
            + examined.draft.sentences.flatMap { sentence -> [Finding] in
                let voice = sentence.field.flatMap { examined.kind.pattern(of: $0)?.voice }
                guard voice != .quote else { return [] }
                return Expansion(tellsWork: voice == .therapistDid).ambiguous(in: sentence.text).map
                {
                    Finding(
                        rule: "ambiguousShorthand", weight: .advises, sentence: sentence.id,
                        field: sentence.field, message: "“\($0)” can mean more than one thing.",
                        nextStep: "Write it out.")
                }
            }
    }

    /// “denies SI, insomnia”: is the insomnia denied?
    private static func unclearDenials(_ examined: Examined) -> [Finding] {
        examined.draft.sentences.flatMap { sentence -> [Finding] in
            guard let field = sentence.field, let text = examined.jotted(field) else { return [] }
            let entry = SourceEntry.id(.jotting, field)
            let unclear = Reader().facts(in: text).filter { fact in
                fact.hasUnclearScope
                    && sentence.restsOn.contains { $0 == Span(entry: entry, fact.range) }
            }
            return unclear.map { _ in
                Finding(
                    rule: "ambiguousShorthand", weight: .advises, sentence: sentence.id,
                    field: field, message: "A comma leaves open how far this denial reaches.",
                    nextStep: "Say what is denied and what is not.")
            }
        }
    }
}
