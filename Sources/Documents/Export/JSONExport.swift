extension ExportFormat {
    /// The note as data, as it was signed.
    package static let json = ExportFormat(id: "json", fileName: "document.json") { document in
        Array(document.json.utf8)
    }
}
