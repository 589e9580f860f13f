package import Documents

/// What the rules see of the rest of the vault while a document is reviewed and signed.
extension Vault {
    package func beside(_ kind: DocumentKind, of client: RecordID) throws -> Beside {
        let has = { (rule: Rule) in kind.rules.contains(rule.id) }
        return Beside(
            otherClients: has(.groupMembers) ? try names(without: client) : [],
            lastNotes: has(.clone)
                ? try lastNotes([kind.label], of: client)
                : has(.contradictions)
                    ? try lastNotes(labels(of: .progressNote), of: client) : [],
            otherObjectives: has(.individual) ? try objectives(without: client) : [])
    }

    private func labels(of family: DocumentKind.Family) throws -> Set<String> {
        Set(try library().kinds.kinds.filter { $0.family == family }.map(\.label))
    }

    private func names(without client: RecordID) throws -> [String] {
        try summaries().filter { $0.header.type == .client && $0.record != client }
            .flatMap { other in
                let entries = try entries(of: other)
                return [entries["name"], entries["chosen-name"], other.header.label]
                    .compactMap { $0 }
            }
    }

    /// The three newest signed notes of these kinds.
    private func lastNotes(_ labels: Set<String>, of client: RecordID) throws -> [Note] {
        try signed(labels) { $0.owner == client }
            .sorted { $0.header.day > $1.header.day }
            .prefix(3)
            .map { try signedDocument($0).note }
    }

    /// What stands in the other clients' signed plans; of each client once.
    private func objectives(without client: RecordID) throws -> [String] {
        let plans = try signed(labels(of: .plan)) { $0.owner != client }
        return try Dictionary(grouping: plans, by: \.owner).values.flatMap { plans in
            Set(
                try plans.flatMap { plan in
                    try signedDocument(plan).note.sections.flatMap(\.sentences)
                        .filter { $0.field == "objectives" }.map(\.text)
                })
        }
    }
}
