/// A signed document as resources: the Composition for who reads structure, the DocumentReference
/// for who files pages, the Provenance for who checks the signature.
struct FHIRDocument {
    let composition: FHIRResource
    /// The rest, and the plan's resources if it is one.
    let others: [FHIRResource]

    init(
        _ printed: FHIRPrinted, _ document: SignedDocument, pdf: [UInt8]?,
        instruments: InstrumentLibrary?, _ context: FHIRContext
    ) {
        let plan = FHIRPlan(printed, instruments: instruments, context)
        let file = Self.file(document, pdf: pdf, context)
        composition = Self.composition(printed, file: file, plan: plan, context)
        others =
            (plan.map { [$0.plan] + $0.goals } ?? [])
            + [file, Self.provenance(document, file: file, composition.reference, context)]
    }

    private static func composition(
        _ printed: FHIRPrinted, file: FHIRResource, plan: FHIRPlan?, _ context: FHIRContext
    ) -> FHIRResource {
        let note = printed.note
        let parts = PageParts(note)
        let about = [context.encounter] + context.conditions
        let sections =
            [section("", parts.opening, about)]
            + parts.sections.map { section($0.heading, $0.text, plan?.entries(of: $0) ?? []) }
            + [section("", parts.closing, [file.reference])]
        return FHIRResource(
            FHIRName(note.document.record, .composition), "Composition",
            [
                "meta": ["security": FHIRLabels.labels(of: note)],
                "identifier": ["value": .string(note.document.record.hex)],
                "status": "final", "type": FHIRCodes.type(ofKind: note.kind),
                "subject": context.patient, "encounter": context.encounter,
                "date": .instant(note.signedAt), "author": [context.practitioner],
                "title": .text(note.letter?.subject ?? note.title),
                "attester": [
                    [
                        "mode": "legal", "time": .instant(note.signedAt),
                        "party": context.practitioner,
                    ]
                ],
                "custodian": context.organization, "relatesTo": amended(by: printed),
                "section": .list(sections),
            ])
    }

    private static func section(
        _ heading: String, _ text: [PageParts.Block], _ entries: [FHIRValue?]
    ) -> FHIRValue {
        [
            "title": .text(heading), "code": FHIRCodes.section(heading),
            "text": .narrative(text), "entry": .some(entries),
        ]
    }

    /// An amendment names the record it amends as the last word of a line of its header.
    private static func amended(by printed: FHIRPrinted) -> FHIRValue? {
        guard let word = printed.line("Amends")?.split(separator: " ").last,
            RecordID(hex: String(word)) != nil
        else { return nil }
        return [
            ["code": "appends", "targetIdentifier": ["value": .string(String(word))]]
        ]
    }

    private static func file(
        _ document: SignedDocument, pdf: [UInt8]?, _ context: FHIRContext
    ) -> FHIRResource {
        let note = document.note
        let name = FHIRName(note.document.record, .file)
        return FHIRResource(
            name, "DocumentReference",
            [
                "masterIdentifier": ["system": "urn:ietf:rfc:3986", "value": .string(name.urn)],
                "identifier": [["value": .string(note.document.record.hex)]],
                "status": "current", "docStatus": "final",
                "type": FHIRCodes.type(ofKind: note.kind), "subject": context.patient,
                "date": .instant(note.signedAt), "author": [context.practitioner],
                "authenticator": context.practitioner, "custodian": context.organization,
                "securityLabel": .list(
                    FHIRLabels.labels(of: note).all.map { ["coding": [$0]] }),
                "content": .some([
                    attachment(
                        Array(document.text.utf8), "text/plain; charset=utf-8", "document.txt"),
                    pdf.map { attachment($0, "application/pdf", "document.pdf") },
                    attachment(
                        signedBytes(document), "text/plain; charset=utf-8", "document.signed.txt"),
                ]), "context": context.encounter.map { ["encounter": [$0]] },
            ])
    }

    /// No hash: R4's is SHA-1. What is signed has the SHA-256 of the text.
    private static func attachment(
        _ bytes: [UInt8], _ type: FHIRValue, _ name: FHIRValue
    ) -> FHIRValue {
        [
            "attachment": [
                "contentType": type, "language": "en", "title": name,
                "data": .base64(bytes), "size": .number(Double(bytes.count)),
            ]
        ]
    }

    /// The text of the C2SP signed note: the statement and an empty line. The Ed25519 signature is
    /// over these bytes.
    private static func signedBytes(_ document: SignedDocument) -> [UInt8] {
        Array((document.statement + "\n").utf8)
    }

    /// Who signed, and with what. The signature is raw Ed25519 (64 bytes) over the attachment
    /// `document.signed.txt`, which names the SHA-256 of `document.txt`.
    private static func provenance(
        _ document: SignedDocument, file: FHIRResource, _ composition: FHIRValue,
        _ context: FHIRContext
    ) -> FHIRResource {
        let note = document.note
        let role = { FHIRCodes.concept(FHIRCodes.hl7("provenance-participant-type"), $0) }
        return FHIRResource(
            FHIRName(note.document.record, .provenance), "Provenance",
            [
                "target": [composition, file.reference], "recorded": .instant(note.signedAt),
                "agent": .some([
                    ["type": role("author"), "who": context.practitioner],
                    FHIRValue.text(note.engine).map {
                        ["type": role("assembler"), "who": ["display": $0]]
                    },
                ]),
                "signature": [
                    [
                        "type": [
                            FHIRCodes.coding(
                                "urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1.1")
                        ],
                        "when": .instant(note.signedAt), "who": context.practitioner,
                        "targetFormat": "text/plain", "sigFormat": "application/octet-stream",
                        "data": .base64(document.signature),
                    ]
                ],
            ])
    }
}
