extension ExportFormat {
    /// The signed document as a FHIR R4 (4.0.1) bundle of type `document`, with its text and, if a
    /// format for it is given, its PDF inside. `instruments` lets the goals of a plan name theirs.
    package static func fhir(
        pdf: ExportFormat?, instruments: InstrumentLibrary? = nil
    ) -> ExportFormat {
        ExportFormat(id: "fhir", fileName: "document.fhir.json") { document in
            try FHIRBundle.bytes(
                of: document, pdf: pdf.map { try $0.render(document) }, instruments: instruments)
        }
    }
}

extension FHIRBundle {
    fileprivate static func bytes(
        of document: SignedDocument, pdf: [UInt8]?, instruments: InstrumentLibrary?
    ) throws -> [UInt8] {
        let printed = FHIRPrinted(document)
        let note = printed.note
        let record = note.document.record
        let patient = FHIRPeople.patient(printed)
        let practitioner = FHIRPeople.practitioner(
            note.signer, FHIRName(record, .practitioner))
        let organization = FHIRPeople.organization(note)
        var context = FHIRContext(
            patient: patient?.reference, practitioner: practitioner.reference,
            organization: organization?.reference)
        let conditions = (patient?.reference).map { patient in
            printed.diagnoses.enumerated().map { number, diagnosis in
                FHIRCare.condition(
                    FHIRName(record, .condition, number: number), diagnosis, on: printed.day,
                    of: patient)
            }
        }
        context.conditions = (conditions ?? []).map(\.reference)
        let encounter = printed.line("Place of service").map { place in
            FHIRCare.encounter(
                FHIRName(record, .encounter), place: String(place.prefix { $0 != " " }),
                code: printed.line("Service code"), period: printed.period, status: "finished",
                context)
        }
        context.encounter = encounter?.reference
        let made = FHIRDocument(
            printed, document, pdf: pdf, instruments: instruments, context)
        let people = [patient, practitioner, organization, encounter].compactMap(\.self)
        return try bytes(
            "document", of: record, at: note.signedAt, labels: FHIRLabels.labels(of: note),
            [made.composition] + people + (conditions ?? []) + made.others)
    }
}
