/// A way for a signed document to leave the vault. Nothing unsigned has one.
package struct ExportFormat: Sendable {
    package let id: String
    /// Neutral: it names neither client nor kind.
    package let fileName: String
    package let render: @Sendable (SignedDocument) throws -> [UInt8]

    /// Other targets add formats of their own.
    package init(
        id: String, fileName: String,
        render: @escaping @Sendable (SignedDocument) throws -> [UInt8]
    ) {
        self.id = id
        self.fileName = fileName
        self.render = render
    }

    /// Those that need nothing beside the document; ``fhir(pdf:instruments:)`` takes another one.
    package static let all: [ExportFormat] = [.text, .markdown, .html, .json]
}
