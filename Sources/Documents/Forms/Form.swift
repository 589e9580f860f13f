/// A list of fields: the client's file, a session, or the jotting behind a document.
///
/// A form is data. The same form is asked field by field at a prompt (``accept(_:for:)``) and read
/// whole from a jotting (``read(_:)``).
package struct Form: Codable, Equatable, Sendable {
    package let id: String
    package let title: String
    package let fields: [Field]
    /// Where diagnoses are looked up. The library puts it in; it is no part of the form itself.
    package var diagnoses: DiagnosisCodes?

    package init(id: String, title: String, fields: [Field]) {
        self.id = id
        self.title = title
        self.fields = fields
    }

    private enum CodingKeys: String, CodingKey { case id, title, fields }

    package static func == (left: Form, right: Form) -> Bool {
        (left.id, left.title) == (right.id, right.title) && left.fields == right.fields
    }

    package subscript(id: String) -> Field? { fields.first { $0.id == id } }

    /// The field of this name: its id, label or an alias, whatever the case; or the beginning of
    /// one of them, where it fits a single field.
    package func field(named name: String) -> Field? {
        let wanted = Form.folded(name)
        guard !wanted.isEmpty else { return nil }
        if let exact = fields.first(where: { Form.names(of: $0).contains(wanted) }) { return exact }
        let begun = fields.filter { Form.names(of: $0).contains { $0.hasPrefix(wanted) } }
        return wanted.count >= 3 && begun.count == 1 ? begun.first : nil
    }

    /// The field whose name differs least from this one, if it could be a slip of the keyboard.
    package func nearest(to name: String) -> Field? {
        let wanted = Form.folded(String(name.prefix(40)))
        let ranked = fields.map { field in
            (field, Form.names(of: field).map { EditDistance.between($0, wanted) }.min() ?? .max)
        }
        guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(1, wanted.count / 3) else {
            return nil
        }
        return best.0
    }

    /// The fields that have to be filled in, and are not.
    package func missing(in entries: Entries) -> [Field] {
        fields.filter { entries[$0.id] == nil && $0.isRequired(given: entries) }
    }

    private static func names(of field: Field) -> [String] {
        ([field.id, field.label] + field.aliases).map(folded)
    }

    /// Case, blanks, hyphens and underscores don't tell names apart.
    static func folded(_ name: String) -> String {
        String(name.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" })
    }
}

/// How many single-letter changes part two short words.
enum EditDistance {
    static func between(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in right.indices {
                let change = diagonal + (letter == right[place] ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(change, diagonal + 1, row[place] + 1)
            }
        }
        return row[right.count]
    }
}
