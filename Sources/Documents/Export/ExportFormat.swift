/// A way for a signed document to leave the vault. Nothing unsigned has one.
package struct ExportFormat: Sendable {
    package let id: String
    /// Neutral: it names neither client nor kind.
    package let fileName: String
    package let render: @Sendable (SignedDocument) throws -> [UInt8]

    package static let all: [ExportFormat] = [.text, .json]
}
