extension Rule {
    /// What the kind requires must be filled in and still stand in the document.
    package static let requiredElements = Rule(id: "requiredElements") { examined in
        examined.kind.requirements.compactMap { requirement -> Finding? in
            let entry = examined.source.text(requirement.from, requirement.field)
            let stands =
                requirement.from != .jotting || !examined.kind.tells(requirement.field)
                || !examined.draft.sentences(about: requirement.field).isEmpty
            guard entry == nil || !stands else { return nil }
            let label =
                requirement.from == .jotting
                ? examined.label(of: requirement.field)
                : requirement.field.split(separator: "-").joined(separator: " ").capitalizedFirst
            return Finding(
                rule: "requiredElements", weight: requirement.weight, field: requirement.field,
                message: entry == nil
                    ? "“\(label)” is missing." : "“\(label)” no longer stands in the document.",
                nextStep: entry == nil
                    ? requirement.from.fillingIn : "Keep one of its sentences, or edit one.")
        }
    }
}

extension DocumentKind.Requirement.Origin {
    /// Where it is filled in.
    fileprivate var fillingIn: String {
        switch self {
        case .client: "Fill it in with `vault client edit` and draft again."
        case .session: "Fill it in with `vault session edit` and draft again."
        case .practice: "Fill it in with `vault practice edit` and draft again."
        case .jotting, .record, .letter: "Fill it in and draft again."
        }
    }
}
