/// A kind as its file writes it: blocks that several kinds share, and what is its own.
///
/// The fields of the kind are asked first, then those of its blocks in their order. A field, pattern
/// or requirement of the kind takes the place of a block's about the same field.
struct KindFile: Decodable {
    let id: String
    let version: Int
    let label: String
    let family: DocumentKind.Family
    /// Who asks for what must be in it.
    let source: String
    let discloses: DocumentKind.Disclosing?
    let sessions: Field.Condition?
    let uses: [String]?
    let without: [String]?
    let fields: [Field]?
    let sections: [DocumentKind.Section]
    let patterns: [DocumentKind.Pattern]?
    let requirements: [DocumentKind.Requirement]?
    let rules: [String]?

    /// Fields that belong together in every kind that has them, with their wording and rules.
    struct Block: Decodable {
        let id: String
        let fields: [Field]
        let patterns: [DocumentKind.Pattern]
        let requirements: [DocumentKind.Requirement]?
        let rules: [String]?
    }

    func kind(with blocks: [String: Block]) throws(KindError) -> DocumentKind {
        var used: [Block] = []
        for name in uses ?? [] {
            guard let block = blocks[name] else {
                throw .inconsistent(
                    file: id, detail: "the block “\(name)” does not exist", about: name)
            }
            used.append(block)
        }
        let dropped = Set(without ?? [])
        let ownFields = Set((fields ?? []).map(\.id))
        let ownPatterns = Set((patterns ?? []).map(\.field))
        let ownRequirements = Set((requirements ?? []).map(\.place))
        let shared = used.flatMap(\.fields).filter { !dropped.contains($0.id) }
        // A block's field that the kind words anew keeps its place among the questions.
        let reworded = Dictionary(
            (fields ?? []).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let inPlace = Set(shared.map(\.id)).intersection(ownFields)
        return DocumentKind(
            id: id, version: version, label: label, family: family,
            form: Form(
                id: id, title: label,
                fields: (fields ?? []).filter { !inPlace.contains($0.id) }
                    + shared.map { reworded[$0.id] ?? $0 }),
            sections: sections,
            patterns: (patterns ?? [])
                + used.flatMap(\.patterns).filter {
                    !ownPatterns.contains($0.field) && !dropped.contains($0.field)
                },
            requirements: used.flatMap { $0.requirements ?? [] }.filter {
                !ownRequirements.contains($0.place)
                    && !($0.from == .jotting && dropped.contains($0.field))
            } + (requirements ?? []),
            rules: (used.flatMap { $0.rules ?? [] } + (rules ?? [])).withoutRepeats,
            discloses: discloses, source: source, sessions: sessions)
    }
}

extension DocumentKind.Requirement {
    fileprivate var place: String { SourceEntry.id(from, field) }
}

extension [String] {
    fileprivate var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
