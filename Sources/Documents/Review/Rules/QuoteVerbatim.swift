extension Rule {
    /// The client's own words stand in the note exactly, or not at all.
    package static let quoteVerbatim = Rule(id: "quoteVerbatim") { examined in
        let written = examined.kind.form.fields.compactMap { examined.jotted($0.id) }
        let edits = examined.source.entries.filter { $0.id.hasPrefix("edit/") }.map(\.text)
        return examined.draft.sentences.compactMap { sentence in
            // An edit quotes only what was written before it.
            let known = written + edits.filter { $0 != sentence.text }
            let quoted = Quotation.quoted(in: sentence.text)
            let isExact = quoted.allSatisfy { words in
                known.contains { $0.contains(words) || $0.contains(words.droppingLastPoint) }
            }
            guard !isExact else { return nil }
            return Finding(
                rule: "quoteVerbatim", weight: .blocks, sentence: sentence.id,
                field: sentence.field, message: "This quotation is not what you wrote down.",
                nextStep: "Quote it exactly, or leave out the quotation marks.")
        }
    }
}

extension Quotation {
    /// What stands between quotation marks.
    static func quoted(in text: String) -> [String] {
        var found: [String] = []
        var current: String?
        for sign in text {
            if let words = current {
                if sign == "”" || sign == "\"" {
                    if !words.isEmpty { found.append(words) }
                    current = nil
                } else {
                    current = words + String(sign)
                }
            } else if sign == "“" || sign == "\"" {
                current = ""
            }
        }
        return found
    }
}

extension String {
    fileprivate var droppingLastPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
