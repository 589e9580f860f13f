/// What an engine wrote: nobody has read it yet.
package struct Draft: Codable, Equatable, Sendable {
    package let kind: String
    package let kindVersion: Int
    package let engine: String
    package let sections: [Section]

    package struct Section: Codable, Equatable, Sendable {
        package let heading: String
        package let sentences: [Sentence]

        package init(heading: String, sentences: [Sentence]) {
            self.heading = heading
            self.sentences = sentences
        }
    }

    package init(kind: String, kindVersion: Int, engine: String, sections: [Section]) {
        self.kind = kind
        self.kindVersion = kindVersion
        self.engine = engine
        self.sections = sections
    }

    package var sentences: [Sentence] { sections.flatMap(\.sentences) }

    /// The sentences that tell what stands in a field.
    package func sentences(about field: String) -> [Sentence] {
        sentences.filter { $0.fields.contains(field) }
    }
}

/// One sentence of a document, with what it rests on.
package struct Sentence: Codable, Equatable, Sendable {
    /// Unique within the draft: `s1`, `s2`, …
    package let id: String
    package let text: String
    package let restsOn: [Span]
    package let origin: TextOrigin
    /// The jotting fields it tells; never empty in a draft.
    package let fields: [String]
    /// Which paragraph of its section it stands in, from 0.
    package let paragraph: Int

    package init(
        id: String, text: String, restsOn: [Span], origin: TextOrigin, fields: [String],
        paragraph: Int = 0
    ) {
        self.id = id
        self.text = text
        self.restsOn = restsOn
        self.origin = origin
        self.fields = fields
        self.paragraph = paragraph
    }

    /// The first of the fields it tells.
    package var field: String? { fields.first }
}
