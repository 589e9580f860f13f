internal import Documents
internal import Sealing

extension Vault {
    /// A client's whole file beside its signed documents: everything on record as FHIR, and the
    /// attached files. Psychotherapy notes are none of it (45 CFR 164.524(a)(1)(i)), nor are drafts.
    func wholeFile(
        of client: RecordSummary, _ documents: [(RecordSummary, SignedDocument)],
        pdf: ExportFormat?
    ) throws -> (parts: [ExportContents.Part], enclosures: [AccountedDisclosure.Enclosure]) {
        let record = try fhir(of: client, documents, pdf: pdf)
        var parts = [ExportContents.Part("record.fhir.json", record)]
        var enclosures = [
            AccountedDisclosure.Enclosure(
                name: client.shortName, title: "Whole file",
                digest: Digest.sha256(record).hexText)
        ]
        let attached = try records(.attachment).filter { $0.owner == client.record }
        for (index, summary) in attached.enumerated() {
            let attachment = try attachment(summary)
            let name = "attachment-\(index + 1)\(MediaType.ending(attachment.mediaType))"
            parts.append(streamed(name, of: summary, attachment))
            enclosures.append(
                AccountedDisclosure.Enclosure(
                    name: summary.shortName, title: attachment.title, digest: attachment.digest))
        }
        return (parts, enclosures)
    }

    /// What lies in pieces, under a name of its own.
    func streamed(
        _ name: String, of record: RecordSummary, _ file: Attachment
    ) -> ExportContents.Part {
        ExportContents.Part(
            name: name,
            body: .streamed(size: file.bytes) { [self] append in
                try forEachPart(of: record, file) { try $0.withUnsafeBytes(append) }
            })
    }

    /// Everything on record about a client as a FHIR collection.
    func fhir(
        of client: RecordSummary, _ documents: [(RecordSummary, SignedDocument)],
        pdf: ExportFormat?
    ) throws -> [UInt8] {
        try fhirRecord(of: client, documents).bundle(
            at: surroundings.now(), instruments: try Library.instruments(),
            forms: [try library().kinds.clientForm, try library().kinds.sessionForm]
                + ConsentKind.allCases.map { try Library.consentForm($0) },
            diagnoses: try Library.diagnosisCodes(), pdf: pdf)
    }

    private func fhirRecord(
        of client: RecordSummary, _ documents: [(RecordSummary, SignedDocument)]
    ) throws -> FHIRRecord {
        let practice = try practiceSummary()
        let sessions = try records(.session).filter { $0.owner == client.record }
        let isSession = Set(sessions.map(\.record))
        return FHIRRecord(
            practice: .init(record: practice.record, entries: try self.practice()),
            client: .init(record: client.record, entries: try entries(of: client)),
            sessions: try sessions.map {
                // In which zone it was held is not on record; so its day is told, and no time.
                .init(
                    id: SessionID($0.record), entries: try entries(of: $0), zoneOffsetMinutes: nil)
            },
            measures: try measures(of: client).map {
                .init(record: $0.record.record, result: $0.result)
            },
            consents: try consents(of: client).map(\.consent),
            disclosures: try disclosures(of: client).map { summary, row in
                .init(
                    record: summary.record, disclosure: row.disclosure, recorded: row.at,
                    document: nil)
            },
            documents: documents.map { summary, signed in
                .init(
                    signed: signed,
                    session: summary.header.parent.flatMap {
                        isSession.contains($0) ? SessionID($0) : nil
                    })
            })
    }
}
