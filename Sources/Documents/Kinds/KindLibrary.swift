/// All kind files, read and checked against each other.
package struct KindLibrary: Sendable {
    package let kinds: [DocumentKind]
    package let clientForm: Form
    package let sessionForm: Form
    package let practiceForm: Form
    /// Who is to receive something, and what for.
    package let disclosureForm: Form
    package let letterForm: Form
    package let services: ServiceCodes
    package let rulebook: Rulebook

    /// Four files are forms: client, session, practice and disclosure. Every other one is a kind,
    /// made of its own parts and of blocks.
    package init(
        files: [(name: String, bytes: [UInt8])], blocks: [(name: String, bytes: [UInt8])],
        diagnoses: DiagnosisCodes, services: ServiceCodes,
        rulebook: Rulebook
    ) throws(KindError) {
        var forms: [String: Form] = [:]
        var kinds: [DocumentKind] = []
        var known: [String: KindFile.Block] = [:]
        for block in blocks {
            known[block.name] = try KindLibrary.read(KindFile.Block.self, block)
        }
        for file in files {
            if Self.forms.contains(file.name) {
                var form = try KindLibrary.read(Form.self, file)
                form.diagnoses = diagnoses
                forms[file.name] = form
            } else {
                var kind = try KindLibrary.read(KindFile.self, file).kind(with: known)
                kind.form.diagnoses = diagnoses
                kind.services = services
                kinds.append(kind)
            }
        }
        guard let client = forms["client"] else { throw .missing(file: "client") }
        guard let session = forms["session"] else { throw .missing(file: "session") }
        guard let practice = forms["practice"] else { throw .missing(file: "practice") }
        guard let disclosure = forms["disclosure"] else { throw .missing(file: "disclosure") }
        let letter = LetterForm.form(from: disclosure)
        for form in [client, session, practice, disclosure, letter] {
            try KindLibrary.check(form, file: form.id)
        }
        clientForm = client
        sessionForm = session
        practiceForm = practice
        disclosureForm = disclosure
        letterForm = letter
        self.services = services
        self.rulebook = rulebook
        self.kinds = kinds.sorted { $0.id < $1.id }
        for kind in kinds { try check(kind) }
        guard Set(kinds.map(\.id)).count == kinds.count else {
            throw .inconsistent(file: "kinds", detail: "two kinds share an id")
        }
    }

    private static let forms: Set<String> = ["client", "session", "practice", "disclosure"]

    package func kind(_ id: String) -> DocumentKind? { kinds.first { $0.id == id } }

    /// The kind that a session asks for by what it was, such as a crisis; nil for everyday ones.
    package func kind(for session: Entries) -> DocumentKind? {
        let asked = kinds.filter { $0.sessions?.holds(in: session) ?? false }
        // What didn't take place is no session of any type.
        return asked.first { $0.family == .contactNote } ?? asked.first
    }

    private static func read<Value: Decodable>(
        _ type: Value.Type, _ file: (name: String, bytes: [UInt8])
    ) throws(KindError) -> Value {
        do { return try JSON.value(type, from: file.bytes) } catch {
            throw .unreadable(file: file.name)
        }
    }

    private static func check(_ form: Form, file: String) throws(KindError) {
        guard Set(form.fields.map(\.id)).count == form.fields.count else {
            throw .inconsistent(file: file, detail: "two fields share an id")
        }
        var seen: Set<String> = []
        for name in form.fields.flatMap({ field in
            Set(([field.id, field.label] + field.aliases).map(Form.folded))
        }) {
            guard seen.insert(name).inserted else {
                let twice = form.fields.flatMap { [$0.id, $0.label] + $0.aliases }
                    .last { Form.folded($0) == name }
                throw .inconsistent(
                    file: file, detail: "two fields answer to the same name", about: twice)
            }
        }
        for field in form.fields {
            for condition in field.conditions {
                guard let other = form[condition.field],
                    condition.is.allSatisfy({ value in other.choices.contains { $0.id == value } })
                else {
                    throw .inconsistent(
                        file: file, detail: "a condition names no choice", about: field.id)
                }
            }
        }
        if let circular = form.fields.first(where: { depends($0, on: $0.id, in: form, []) }) {
            throw .inconsistent(
                file: file, detail: "fields depend on each other in a circle", about: circular.id)
        }
    }

    /// Whether the conditions of a field lead to that other one.
    private static func depends(
        _ field: Field, on other: String, in form: Form, _ passed: Set<String>
    ) -> Bool {
        field.conditions.contains { condition in
            condition.field == other
                || (!passed.contains(condition.field)
                    && form[condition.field].map {
                        depends($0, on: other, in: form, passed.union([condition.field]))
                    } ?? false)
        }
    }

    /// Whether there is such a text, in a document of this kind.
    private func knows(
        _ origin: DocumentKind.Requirement.Origin, _ field: String, in kind: DocumentKind
    ) -> Bool {
        switch origin {
        case .client: clientForm[field] != nil
        case .session: sessionForm[field] != nil
        case .jotting: kind.form[field] != nil
        case .practice: practiceForm[field] != nil
        case .record: TreatmentRecord.fields.contains(field)
        case .letter: letterForm[field] != nil || LetterForm.computed.contains(field)
        }
    }

    private func check(_ kind: DocumentKind) throws(KindError) {
        try KindLibrary.check(kind.form, file: kind.id)
        for field in kind.sections.flatMap(\.paragraphs).joined() {
            guard let pattern = kind.pattern(of: field),
                kind.form[field] != nil || pattern.voice == .template
            else {
                throw .inconsistent(
                    file: kind.id, detail: "a section has a field without pattern", about: field)
            }
        }
        if let sessions = kind.sessions {
            let known = sessionForm[sessions.field]?.choices.map(\.id) ?? []
            guard Set(sessions.is).isSubset(of: known) else {
                throw .inconsistent(file: kind.id, detail: "there are no such sessions")
            }
        }
        for requirement in kind.requirements
        where !knows(requirement.from, requirement.field, in: kind) {
            throw .inconsistent(
                file: kind.id, detail: "a requirement names no field", about: requirement.field)
        }
        for pattern in kind.patterns where pattern.voice == .template {
            guard let template = Template(pattern.wording) else {
                throw .inconsistent(
                    file: kind.id, detail: "a template can't be read", about: pattern.field)
            }
            for slot in template.slots where !knows(slot.origin, slot.field, in: kind) {
                throw .inconsistent(
                    file: kind.id, detail: "a template names no field", about: pattern.field)
            }
        }
        guard (kind.discloses != nil) == kind.family.leaves else {
            throw .inconsistent(file: kind.id, detail: "what it discloses is not said")
        }
        if let discloses = kind.discloses {
            guard Set(discloses.needed).isSubset(of: discloses.allowed),
                !discloses.allowed.contains(.psychotherapyNotes)
            else { throw .inconsistent(file: kind.id, detail: "it needs what it may not tell") }
            guard kind.form.fields.allSatisfy({ $0.tells != nil }) else {
                throw .inconsistent(
                    file: kind.id, detail: "of a field it is not said what it tells")
            }
        }
        for rule in kind.rules where !Rule.all.contains(where: { $0.id == rule }) {
            throw .inconsistent(file: kind.id, detail: "a rule does not exist", about: rule)
        }
        for rule in Rule.indispensable(for: kind.family) where !kind.rules.contains(rule.id) {
            throw .inconsistent(file: kind.id, detail: "the rule “\(rule.id)” is missing")
        }
        for pattern in kind.patterns where pattern.voice == .choice {
            let worded = pattern.wording.map { Set($0.keys) } ?? []
            guard let field = kind.form[pattern.field],
                worded.isSuperset(of: field.choices.map(\.id))
            else {
                throw .inconsistent(
                    file: kind.id, detail: "a choice has no wording", about: pattern.field)
            }
        }
    }
}
