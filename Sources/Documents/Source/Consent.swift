/// What may be used for a document, and so what an engine may see.
///
/// A note for the therapist's own file leaves nobody's hands and may rest on everything. Consents
/// for documents that leave the practice will be further scopes here.
package struct Consent: Codable, Equatable, Sendable {
    let scope: Scope

    enum Scope: String, Codable, Sendable {
        case ownFile = "own-file"
    }

    /// For a document that stays in the therapist's own file.
    package static let ownFile = Consent(scope: .ownFile)
}
