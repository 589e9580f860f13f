package import Documents
internal import Schema

/// The forms and document kinds that the program carries with it.
package struct Library: Sendable {
    package let kinds: KindLibrary
    package var practiceForm: Form { kinds.practiceForm }

    /// `services` is her own table of service codes, where she has one.
    package init(services: ServiceCodes? = nil) throws {
        kinds = try KindLibrary(
            files: Kinds.all, blocks: Kinds.blocks, diagnoses: try Self.diagnosisCodes(),
            services: services ?? ServiceCodes(bytes: Tables.serviceCodes),
            rulebook: try Self.rulebook())
    }

    /// What states and payers ask for.
    package static func rulebook() throws -> Rulebook {
        try Rulebook(jurisdictions: Tables.jurisdictions, payers: Tables.payers)
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

    package static func measureForm() throws -> Form {
        try JSON.value(Form.self, from: Kinds.measure)
    }
}

extension Vault {
    /// The library with what she put in the place of its tables.
    package func library() throws -> Library { try Library(services: settings().serviceCodes) }
}
