package import Documents
internal import Schema

/// The forms and document kinds that the program carries with it.
package struct Library: Sendable {
    package let kinds: KindLibrary
    package var practiceForm: Form { kinds.practiceForm }

    /// `services` is her own table of service codes, where she has one; `own` are kinds of hers, which
    /// go before those of the program; `rules` are rows of states and payers that do.
    package init(
        services: ServiceCodes? = nil, own: [OwnKind] = [], rules: OwnRules? = nil
    ) throws {
        let named = Set(own.map(\.id))
        kinds = try KindLibrary(
            files: Kinds.all.filter { !named.contains($0.name) }
                + own.map { (name: $0.id, bytes: Array($0.text.utf8)) }, blocks: Kinds.blocks,
            diagnoses: try Self.diagnosisCodes(),
            services: services ?? ServiceCodes(bytes: Tables.serviceCodes),
            rulebook: try Self.rulebook(rules))
    }

    /// The file of a kind of the program, as a beginning for one of hers.
    package static func file(ofKind id: String) -> String? {
        Kinds.all.first { $0.name == id }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// What states and payers ask for.
    package static func rulebook(_ own: OwnRules? = nil) throws -> Rulebook {
        try Rulebook(
            jurisdictions: Tables.jurisdictions, payers: Tables.payers, own: own ?? OwnRules())
    }

    package static func diagnosisCodes() throws -> DiagnosisCodes {
        guard let codes = DiagnosisCodes(bytes: Codes.icd10cm) else {
            throw KindError.unreadable(file: "icd-10-cm")
        }
        return codes
    }

    /// The measures; read only where one is needed, for they are many.
    package static func instruments() throws -> InstrumentLibrary {
        try InstrumentLibrary(files: Instruments.all)
    }

    package static func consentForm(_ kind: ConsentKind) throws -> Form {
        guard let file = Kinds.consents.first(where: { $0.name == kind.rawValue }) else {
            throw KindError.missing(file: kind.rawValue)
        }
        return try JSON.value(Form.self, from: file.bytes)
    }

    package static func disclosureForm() throws -> Form {
        try JSON.value(Form.self, from: Kinds.disclosure)
    }

    package static func suspensionForm() throws -> Form {
        try JSON.value(Form.self, from: Kinds.suspension)
    }

    package static func correspondentForm() throws -> Form {
        try JSON.value(Form.self, from: Kinds.correspondent)
    }

    package static func handoverForm() throws -> Form {
        LetterForm.handover(from: try disclosureForm())
    }

    package static func outsideDisclosureForm() throws -> Form {
        OutsideDisclosure.form(from: try disclosureForm())
    }

    package static func measureForm() throws -> Form {
        try JSON.value(Form.self, from: Kinds.measure)
    }
}

extension Vault {
    /// The library with what she put in the place of its tables.
    package func library() throws -> Library {
        let settings = try settings()
        if let madeLibrary, madeLibrary.settings == settings { return madeLibrary.library }
        let library = try Library(
            services: settings.serviceCodes, own: Self.kinds(in: settings), rules: settings.rules)
        madeLibrary = (settings, library)
        return library
    }

    /// Keeps rows of hers once they can be read, or goes back to the program's.
    package func change(rules: OwnRules?) throws {
        _ = try Library.rulebook(rules)
        var settings = try settings()
        settings.rules = rules
        try change(settings)
    }

    /// Keeps a kind of hers once it fits the forms, blocks and rules there are.
    package func keep(_ kind: OwnKind) throws {
        var settings = try settings()
        let others = try Self.kinds(in: settings).filter { $0.id != kind.id }
        do {
            _ = try Library(services: settings.serviceCodes, own: others + [kind])
        } catch let error as KindError {
            throw kind.located(error)
        }
        settings.kinds = (settings.kinds ?? [:]).merging([kind.id: kind.text]) { $1 }
        try change(settings)
    }

    package func remove(kind id: String) throws {
        var settings = try settings()
        guard settings.kinds?.removeValue(forKey: id) != nil else { throw KindError.noSuchOwn }
        try change(settings)
    }

    static func kinds(in settings: Settings) throws -> [OwnKind] {
        try (settings.kinds ?? [:]).sorted { $0.key < $1.key }
            .map { try OwnKind(Array($0.value.utf8)) }
    }
}
