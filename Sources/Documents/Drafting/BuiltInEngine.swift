/// Drafts by table and grammar, without a model: instant, and the same every time.
///
/// Every sentence is made from the facts of one field, and knows the stretches of text it tells.
package struct BuiltInEngine: DraftEngine {
    package let name = "built-in 1"

    /// What scores in a jotting are judged by.
    private let instruments: InstrumentLibrary

    package init(instruments: InstrumentLibrary) { self.instruments = instruments }

    package func draft(
        _ kind: DocumentKind, from source: ScopedSource
    ) throws(DraftError) -> Draft {
        let persona = Persona(
            called: source.text(.client, "called"), pronouns: source.text(.client, "pronouns"),
            name: kind.family.leaves ? source.text(.client, "name") : nil)
        var number = 0
        var sections: [Draft.Section] = []
        for section in kind.sections {
            var narrator = Narrator(persona: persona)
            var sentences: [Sentence] = []
            var paragraph = 0
            for fields in section.paragraphs {
                let composer = Composer(kind: kind, source: source, instruments: instruments)
                for told in composer.told(fields, &narrator) {
                    number += 1
                    let isNumbered =
                        told.fields.first.flatMap(kind.pattern)?.voice == .numbered
                    if isNumbered { paragraph += 1 }
                    sentences.append(
                        Sentence(
                            id: "s\(number)", text: Prose.finished(told.text),
                            restsOn: told.spans, origin: told.origin, fields: told.fields,
                            paragraph: paragraph))
                }
                paragraph += 1
            }
            sections.append(Draft.Section(heading: section.heading, sentences: sentences))
        }
        guard number > 0 else { throw .nothingToDraft }
        return Draft(
            kind: kind.id, kindVersion: kind.version, engine: name, sections: sections)
    }
}
