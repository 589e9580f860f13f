/// A row of the accounting of disclosures as an AuditEvent: to whom, why, on which basis, what.
enum FHIRDisclosures {
    static func event(
        _ row: FHIRRecord.Disclosed, filed: Set<DocumentID>, _ context: FHIRContext
    ) -> FHIRResource {
        let disclosure = row.disclosure
        let recipient = [disclosure.recipient.name, disclosure.recipient.organization]
            .compactMap(\.self).joined(separator: ", ")
        let document = row.document.flatMap { id in
            filed.contains(id) ? FHIRName(id.record, .file).reference : nil
        }
        let items = DisclosureItem.allCases.filter(disclosure.items.contains).map(\.label)
        return FHIRResource(
            FHIRName(row.record, .record), "AuditEvent",
            [
                "type": FHIRCodes.coding(dicom, "110106"), "action": "R", "outcome": "0",
                "period": ["start": .day(disclosure.date), "end": .day(disclosure.date)],
                "recorded": .instant(row.recorded),
                "purposeOfEvent": [
                    purpose(disclosure)
                ],
                "agent": [
                    [
                        "type": FHIRCodes.concept(dicom, "110153"), "who": context.practitioner,
                        "requestor": true,
                    ],
                    [
                        "type": FHIRCodes.concept(dicom, "110152"),
                        "who": ["display": .text(recipient)], "requestor": false,
                    ],
                ],
                "source": ["observer": context.organization ?? context.practitioner],
                "entity": .some([
                    context.patient.map {
                        ["what": $0, "role": FHIRCodes.coding(FHIRCodes.hl7("object-role"), "1")]
                    },
                    [
                        "what": document,
                        "role": FHIRCodes.coding(FHIRCodes.hl7("object-role"), "3"),
                        "description": .text(items.joined(separator: ", ")),
                        "detail": [
                            [
                                "type": "Legal basis",
                                "valueString": .string(
                                    "\(disclosure.basis.label) (\(disclosure.basis.rawValue))"),
                            ]
                        ],
                    ],
                ]),
            ])
    }

    private static let dicom = "http://dicom.nema.org/resources/ontology/DCM"

    private static func purpose(_ disclosure: Disclosure) -> FHIRValue {
        let other = disclosure.purpose == .other ? disclosure.otherPurpose : nil
        return ["coding": [FHIRCodes.purpose(disclosure.purpose, other: other)]]
    }
}
