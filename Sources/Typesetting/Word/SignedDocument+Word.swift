package import Documents

extension ExportFormat {
    /// A copy for programs that edit: Office Open XML.
    package static let docx = ExportFormat(id: "docx", fileName: "document.docx") { document in
        try document.docx()
    }
}

extension SignedDocument {
    /// The document for Word and its like (ECMA-376, transitional): the words that were signed, and
    /// at the foot of each page whose it is and that it is a copy.
    ///
    /// Equal documents are equal bytes. Of itself the file tells nothing: no author, no date, no
    /// program, no name.
    package func docx() throws(TypesettingError) -> [UInt8] {
        guard text.utf8.count <= Typesetter.mostBytes else { throw .tooLong }
        // A page of another version of this program is kept as it was signed.
        let body =
            PrintedNote.text(of: note) == text ? WordBody(note) : WordBody(verbatim: text)
        let parts = WordParts(note: note, body: body)
        return try ZipFile.archive(of: parts.all.map { ($0.name, Array($0.xml.utf8)) })
    }
}
