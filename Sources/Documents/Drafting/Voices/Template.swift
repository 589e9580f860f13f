/// A sentence with places for what stands elsewhere, and what is said where something is missing.
struct Template {
    /// The sentence, then the one for lack of something in it.
    private let wordings: [[Part]]

    struct Slot: Equatable {
        let origin: DocumentKind.Requirement.Origin
        let field: String
    }

    private enum Part {
        case text(String)
        case slot(Slot)
    }

    /// Nil unless there is a sentence and every place in it can be read.
    init?(_ wording: [String: String]?) {
        guard let sentence = wording?["sentence"] else { return nil }
        var wordings: [[Part]] = []
        for text in [sentence, wording?["otherwise"]].compactMap({ $0 }) {
            guard let parts = Template.parts(of: text) else { return nil }
            wordings.append(parts)
        }
        self.wordings = wordings
    }

    var slots: [Slot] {
        wordings.joined().compactMap { part in
            guard case .slot(let slot) = part else { return nil }
            return slot
        }
    }

    /// The first wording of which everything is there. A sentence that names nothing of the client's
    /// rests on the choice of the letter.
    func told(_ source: ScopedSource, _ narrator: Narrator) -> (text: String, spans: [Span])? {
        for parts in wordings {
            var text = ""
            var spans: [Span] = []
            var isWhole = true
            for part in parts {
                switch part {
                case .text(let words): text += narrator.filled(words)
                case .slot(let slot):
                    let id = SourceEntry.id(slot.origin, slot.field)
                    guard let entry = source.entry(id) else {
                        isWhole = false
                        continue
                    }
                    text += entry.shown
                    spans.append(Span(entry: id, 0..<entry.text.utf8.count))
                }
            }
            guard isWhole else { continue }
            if spans.isEmpty, let type = source.entry(SourceEntry.id(.letter, "type")) {
                spans = [Span(entry: type.id, 0..<type.text.utf8.count)]
            }
            return (text, spans)
        }
        return nil
    }

    /// `{origin/field}` is a place; `{client}` and the like are the narrator's.
    private static func parts(of text: String) -> [Part]? {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            let words = name.split(separator: "/", omittingEmptySubsequences: false)
            if words.count == 1 {
                guard Narrator.words.contains(String(name)) else { return nil }
                parts.append(.text(String(rest[...close])))
            } else {
                guard words.count == 2,
                    let origin = DocumentKind.Requirement.Origin(rawValue: String(words[0]))
                else { return nil }
                parts.append(.text(String(rest[..<open])))
                parts.append(.slot(Slot(origin: origin, field: String(words[1]))))
            }
            rest = rest[rest.index(after: close)...]
        }
        return parts + [.text(String(rest))]
    }
}
