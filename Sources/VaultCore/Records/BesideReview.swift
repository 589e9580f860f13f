package import Documents

/// What the rules see of the rest of the vault while a document is reviewed and signed.
extension Vault {
    package func beside(_ kind: DocumentKind, of client: RecordID) throws -> Beside {
        Beside(
            otherClients: kind.rules.contains(Rule.groupMembers.id)
                ? try names(without: client) : [],
            lastNotes: kind.rules.contains(Rule.clone.id) ? try lastNotes(kind, of: client) : [])
    }

    private func names(without client: RecordID) throws -> [String] {
        try summaries().filter { $0.header.type == .client && $0.record != client }
            .flatMap { other in
                let entries = try entries(of: other)
                return [entries["name"], entries["chosen-name"], other.header.label]
                    .compactMap { $0 }
            }
    }

    /// The three newest signed notes of this kind.
    private func lastNotes(_ kind: DocumentKind, of client: RecordID) throws -> [Note] {
        try summaries().filter {
            $0.owner == client && $0.header.type == .document && $0.header.state == .signed
                && $0.header.label == kind.label
        }
        .sorted { $0.header.day > $1.header.day }
        .prefix(3)
        .map { try signedDocument($0).note }
    }
}
