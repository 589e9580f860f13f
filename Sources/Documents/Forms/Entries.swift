/// What was filled in: texts by field id, in the order they were written.
package struct Entries: Equatable, Sendable {
    package private(set) var all: [Entry] = []

    package struct Entry: Codable, Equatable, Sendable {
        package let field: String
        package let text: String
        /// The day of the session it was taken over from, word for word; nil for what was typed.
        package var carriedFrom: String?
    }

    package init() {}

    /// A later pair with the same field replaces the earlier one.
    package init(_ pairs: KeyValuePairs<String, String>) {
        for (field, text) in pairs { self[field] = text }
    }

    package var fields: [String] { all.map(\.field) }
    package var isEmpty: Bool { all.isEmpty }

    /// Setting an existing field keeps its place; setting nil or an empty text takes it away.
    package subscript(field: String) -> String? {
        get { all.first { $0.field == field }?.text }
        set {
            let place = all.firstIndex { $0.field == field }
            guard let text = newValue, !text.isEmpty else {
                if let place { all.remove(at: place) }
                return
            }
            if let place {
                // Typed again or changed, it is hers of today.
                if all[place].text != text { all[place] = Entry(field: field, text: text) }
            } else {
                all.append(Entry(field: field, text: text))
            }
        }
    }
}

extension Entries {
    /// Takes a text over from the session of an earlier day.
    package mutating func carry(_ text: String, to field: String, from day: String) {
        self[field] = text
        guard let place = all.firstIndex(where: { $0.field == field }) else { return }
        all[place].carriedFrom = day
    }

    /// The day a field's text was taken over from.
    package func carriedFrom(_ field: String) -> String? {
        all.first { $0.field == field }?.carriedFrom
    }

    /// What stands in a field that takes several choices.
    package func list(_ field: String) -> [String] { self[field].map(Entries.list) ?? [] }

    static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingBlanks() }
    }
}

extension Entries: Codable {
    package init(from decoder: any Decoder) throws {
        let stored = try decoder.singleValueContainer().decode([Entry].self)
        guard Set(stored.map(\.field)).count == stored.count else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a field stands twice"))
        }
        all = stored
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(all)
    }
}
