/// All kind files, read and checked against each other.
package struct KindLibrary: Sendable {
    package let kinds: [DocumentKind]
    package let clientForm: Form
    package let sessionForm: Form
    package let services: ServiceCodes
    package let rulebook: Rulebook

    /// `client.json` and `session.json` are forms; every other file is a kind, made of its own
    /// parts and of blocks.
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
            if file.name == "client" || file.name == "session" {
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
        for form in [client, session] { try KindLibrary.check(form, file: form.id) }
        for kind in kinds { try KindLibrary.check(kind, client, session) }
        guard Set(kinds.map(\.id)).count == kinds.count else {
            throw .inconsistent(file: "kinds", detail: "two kinds share an id")
        }
        self.kinds = kinds.sorted { $0.id < $1.id }
        clientForm = client
        sessionForm = session
        self.services = services
        self.rulebook = rulebook
    }

    package func kind(_ id: String) -> DocumentKind? { kinds.first { $0.id == id } }

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
                throw .inconsistent(file: file, detail: "two fields answer to the same name")
            }
        }
        for field in form.fields {
            for condition in field.conditions {
                guard let other = form[condition.field],
                    condition.is.allSatisfy({ value in other.choices.contains { $0.id == value } })
                else {
                    throw .inconsistent(file: file, detail: "a condition names no choice")
                }
            }
        }
    }

    private static func check(
        _ kind: DocumentKind, _ client: Form, _ session: Form
    ) throws(KindError) {
        try check(kind.form, file: kind.id)
        for field in kind.sections.flatMap(\.paragraphs).joined() {
            guard kind.form[field] != nil, kind.pattern(of: field) != nil else {
                throw .inconsistent(file: kind.id, detail: "a section has a field without pattern")
            }
        }
        for requirement in kind.requirements {
            let form =
                switch requirement.from {
                case .client: client
                case .session: session
                case .jotting: kind.form
                }
            guard form[requirement.field] != nil else {
                throw .inconsistent(file: kind.id, detail: "a requirement names no field")
            }
        }
        for rule in kind.rules where !Rule.all.contains(where: { $0.id == rule }) {
            throw .inconsistent(file: kind.id, detail: "a rule does not exist")
        }
        for rule in Rule.indispensable(for: kind.family) where !kind.rules.contains(rule.id) {
            throw .inconsistent(file: kind.id, detail: "the rule “\(rule.id)” is missing")
        }
        for pattern in kind.patterns where pattern.voice == .choice {
            let worded = pattern.wording.map { Set($0.keys) } ?? []
            guard let field = kind.form[pattern.field],
                worded.isSuperset(of: field.choices.map(\.id))
            else {
                throw .inconsistent(file: kind.id, detail: "a choice has no wording")
            }
        }
    }
}
