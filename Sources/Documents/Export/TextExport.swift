extension ExportFormat {
    /// The printed page, as it was signed.
    package static let text = ExportFormat(id: "text", fileName: "document.txt") { document in
        Array(document.text.utf8)
    }
}
