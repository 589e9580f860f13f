/// What a rule must know beyond a document's own sources, and what is never kept with the review:
/// other clients' names don't belong into this client's file.
package struct Beside: Equatable, Sendable {
    /// Names and initials of the other clients.
    package var otherClients: [String]
    /// The client's last signed notes, newest first.
    package var lastNotes: [Note]

    package init(otherClients: [String] = [], lastNotes: [Note] = []) {
        self.otherClients = otherClients
        self.lastNotes = lastNotes
    }
}
