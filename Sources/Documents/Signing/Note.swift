/// The content of a document as it is signed: everything on the printed page, as data.
package struct Note: Codable, Equatable, Sendable {
    package let document: DocumentID
    package let kind: String
    package let kindVersion: Int
    package let title: String
    package let header: [HeaderLine]
    package let sections: [Draft.Section]
    package let signer: Signer
    package let signedAt: Moment
    /// Signed more than a day after the service ended.
    package let isLateEntry: Bool
    /// The writing aid that drafted it.
    package let engine: String
    /// What stands around a document that leaves; nil for one that stays.
    package let letter: Letter?

    package struct HeaderLine: Codable, Equatable, Sendable {
        package let label: String
        package let text: String
    }
}
