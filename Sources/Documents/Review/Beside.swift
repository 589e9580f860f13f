/// What a rule must know beyond a document's own sources, and what is never kept with the review:
/// other clients' names don't belong into this client's file.
package struct Beside: Equatable, Sendable {
    /// Names and initials of the other clients.
    package var otherClients: [String]
    /// The client's last signed notes, newest first.
    package var lastNotes: [Note]
    /// Objectives of the other clients' signed plans, each client's once.
    package var otherObjectives: [String]

    package init(
        otherClients: [String] = [], lastNotes: [Note] = [], otherObjectives: [String] = []
    ) {
        self.otherObjectives = otherObjectives
        self.otherClients = otherClients
        self.lastNotes = lastNotes
    }
}
