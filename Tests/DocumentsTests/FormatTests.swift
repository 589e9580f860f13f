import Documents
import Schema
import Testing

/// One session in every note format: the same facts in another order.
@Suite struct `A note format` {
    /// The everyday ones: those that can be the one she usually writes.
    static let formats = (Sample.library.practiceForm["note-format"]?.choices ?? [])
        .map { "progress-note.\($0.id)" }.sorted()

    @Test func `can be the one she usually writes`() throws {
        let kinds = Sample.library.kinds.map(\.id)
        #expect(Self.formats.count == 7 && Set(kinds).isSuperset(of: Self.formats))
    }

    private func sample(_ format: String) throws -> Sample {
        let arrows = try #require(Sample.all.first { $0.name == "arrows" })
        let own = [
            "progress-note.girp": "goal: objective 1.2, GAD-7 from 15 to below 8\n",
            "progress-note.pirp": "problem: generalized anxiety, 7/10 today\n",
            "progress-note.pie": "problem: generalized anxiety, 7/10 today\n",
        ]
        return Sample(
            name: format, format: format, jotting: (own[format] ?? "") + arrows.jotting)
    }

    @Test(arguments: formats)
    func `is printed as it was kept`(_ format: String) throws {
        let document = try SigningTests.signed(
            try sample(format), at: SigningTests.moment("2026-11-16", "16:30"))
        try Golden.expect(document.text, matches: "\(format).txt")
    }

    @Test(arguments: formats)
    func `tells every field of the session, and none twice`(_ format: String) throws {
        let kind = try sample(format).kind()
        let told = kind.sections.flatMap(\.paragraphs).joined()
        #expect(told.sorted() == kind.form.fields.map(\.id).sorted())
    }

    @Test(arguments: formats)
    func `needs all that any note needs`(_ format: String) throws {
        let kind = try sample(format).kind()
        let soap = Sample.kind.requirements.filter { $0.weight == .blocks }.map(\.field)
        let own = kind.requirements.filter { $0.weight == .blocks }.map(\.field)
        #expect(Set(own).isSuperset(of: soap))
        #expect(Set(kind.rules).isSuperset(of: Sample.kind.rules))
    }
}
