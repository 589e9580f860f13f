/// Everything on file about one client, for leaving with all of it.
///
/// Psychotherapy notes (45 CFR 164.501) are not among it: there is no place for them here, and no
/// mapping.
package struct FHIRRecord: Sendable {
    package let practice: Filled
    package let client: Filled
    package let sessions: [Session]
    package let measures: [Measure]
    package let consents: [ConsentOnFile]
    package let disclosures: [Disclosed]
    package let documents: [Document]

    /// A filled-in form and its record.
    package struct Filled: Sendable {
        package let record: RecordID
        package let entries: Entries

        package init(record: RecordID, entries: Entries) {
            self.record = record
            self.entries = entries
        }
    }

    package struct Session: Sendable {
        package let id: SessionID
        package let entries: Entries
        /// Minutes east of UTC on that day; nil if nobody knows: then no times are told.
        package let zoneOffsetMinutes: Int?

        package init(id: SessionID, entries: Entries, zoneOffsetMinutes: Int?) {
            self.id = id
            self.entries = entries
            self.zoneOffsetMinutes = zoneOffsetMinutes
        }
    }

    package struct Measure: Sendable {
        package let record: RecordID
        package let result: MeasureResult

        package init(record: RecordID, result: MeasureResult) {
            self.record = record
            self.result = result
        }
    }

    /// A row of the accounting of disclosures (45 CFR 164.528).
    package struct Disclosed: Sendable {
        package let record: RecordID
        package let disclosure: Disclosure
        /// When it was noted.
        package let recorded: Moment
        package let document: DocumentID?

        package init(
            record: RecordID, disclosure: Disclosure, recorded: Moment, document: DocumentID?
        ) {
            self.record = record
            self.disclosure = disclosure
            self.recorded = recorded
            self.document = document
        }
    }

    package struct Document: Sendable {
        package let signed: SignedDocument
        /// The session it is a note of.
        package let session: SessionID?

        package init(signed: SignedDocument, session: SessionID?) {
            self.signed = signed
            self.session = session
        }
    }

    package init(
        practice: Filled, client: Filled, sessions: [Session], measures: [Measure],
        consents: [ConsentOnFile], disclosures: [Disclosed], documents: [Document]
    ) {
        self.practice = practice
        self.client = client
        self.sessions = sessions
        self.measures = measures
        self.consents = consents
        self.disclosures = disclosures
        self.documents = documents
    }

    /// A FHIR R4 (4.0.1) bundle of type `collection`, as of a moment. What has no element in R4
    /// stands in narratives, under the labels of `forms`: client, session and consents. `diagnoses`
    /// gives the codes their titles; `pdf` is how a document becomes pages, if they are to be inside.
    package func bundle(
        at moment: Moment, instruments: InstrumentLibrary, forms: [Form],
        diagnoses: DiagnosisCodes? = nil, pdf: ExportFormat? = nil
    ) throws -> [UInt8] {
        let patient = FHIRName(client.record, .patient)
        let practitioner = FHIRName(practice.record, .practitioner)
        let organization = FHIRName(practice.record, .organization)
        let context = FHIRContext(
            patient: patient.reference, practitioner: practitioner.reference,
            organization: organization.reference)
        let conditions = conditions(on: moment.day, titles: diagnoses, context)
        var resources = [
            self.patient(patient, forms, context), self.practitioner(practitioner),
            self.organization(organization),
        ]
        resources += conditions
        resources += sessions.map { encounter($0, by: moment.day, forms, context) }
        resources += measures.map {
            FHIRMeasures.observation($0, instruments.instrument($0.result.instrument), context)
        }
        resources += consents.map { FHIRConsents.consent($0, on: moment.day, forms, context) }
        resources += try documents.flatMap {
            try self.resources(
                of: $0, instruments: instruments, pdf: pdf, conditions: conditions, context)
        }
        let filed = Set(documents.map(\.signed.note.document))
        resources += disclosures.map { FHIRDisclosures.event($0, filed: filed, context) }
        return try FHIRBundle.bytes(
            "collection", of: client.record, at: moment,
            labels: FHIRLabels.ofRecord(isPart2: client.entries["part-2"] == "yes"), resources)
    }

    private func resources(
        of document: Document, instruments: InstrumentLibrary, pdf: ExportFormat?,
        conditions: [FHIRResource], _ context: FHIRContext
    ) throws -> [FHIRResource] {
        var context = context
        let note = document.signed.note
        let printed = FHIRPrinted(document.signed)
        // Only those the document itself tells.
        let told = Set(printed.diagnoses.map(\.code))
        context.conditions = zip(diagnoses, conditions).filter { told.contains($0.0.code) }
            .map(\.1.reference)
        context.encounter = document.session.flatMap { id in
            sessions.contains { $0.id == id } ? FHIRName(id.record, .encounter).reference : nil
        }
        // Who signed in another name, or under another licence, is told as the signature does.
        let signer = practice.entries
        let isSame =
            signer["name"] == note.signer.name && signer["credentials"] == note.signer.credentials
            && signer["licence"] == note.signer.licence
        let own = FHIRPeople.practitioner(
            note.signer, FHIRName(note.document.record, .practitioner))
        if !isSame { context.practitioner = own.reference }
        let made = FHIRDocument(
            printed, document.signed,
            pdf: try pdf.map { try $0.render(document.signed) }, instruments: instruments, context)
        return [made.composition] + (isSame ? [] : [own]) + made.others
    }

    /// Over time, as the client's file has them.
    private var diagnoses: [Diagnoses.Diagnosis] {
        client.entries["diagnosis"].flatMap { try? Diagnoses($0).all } ?? []
    }

    private func conditions(
        on day: Day, titles: DiagnosisCodes?, _ context: FHIRContext
    ) -> [FHIRResource] {
        guard let patient = context.patient else { return [] }
        return diagnoses.enumerated().map { number, diagnosis in
            FHIRCare.condition(
                FHIRName(client.record, .condition, number: number), diagnosis, on: day,
                title: titles?.title(of: diagnosis.code), of: patient)
        }
    }
}
