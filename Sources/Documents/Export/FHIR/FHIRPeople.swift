/// Patient, Practitioner, Organization: from a document as far as it names them, or from the forms.
enum FHIRPeople {
    static func patient(_ printed: FHIRPrinted) -> FHIRResource? {
        guard let name = FHIRValue.text(printed.line("Client")) else { return nil }
        return FHIRResource(
            FHIRName(printed.note.document.record, .patient), "Patient",
            [
                "name": [["text": name]], "identifier": recordNumber(printed.line("Record no.")),
                "birthDate": .day(printed.day("Date of birth")),
            ])
    }

    static func practitioner(
        _ signer: Signer, _ name: FHIRName, _ more: [String: FHIRValue?] = [:]
    ) -> FHIRResource {
        let own: [String: FHIRValue?] = [
            "name": [["text": .text(signer.name), "suffix": .some([.text(signer.credentials)])]],
            "qualification": FHIRCodes.concept(signer.licence).map { [["code": $0]] },
        ]
        return FHIRResource(name, "Practitioner", own.merging(more) { $1 })
    }

    /// The practice as the letterhead has it; a line of figures is its telephone.
    static func organization(_ note: Note) -> FHIRResource? {
        guard let lines = note.letter?.letterhead, let name = FHIRValue.text(lines.first) else {
            return nil
        }
        let isNumber = { (line: String) in
            line.contains(where: \.isNumber)
                && line.allSatisfy { $0.isNumber || " +-().".contains($0) }
        }
        let rest = lines.dropFirst()
        return FHIRResource(
            FHIRName(note.document.record, .organization), "Organization",
            [
                "name": name,
                "telecom": .some(rest.filter(isNumber).map { contact("phone", $0) }),
                "address": address(rest.filter { !isNumber($0) }.joined(separator: "\n")),
            ])
    }

    static func recordNumber(_ number: String?) -> FHIRValue? {
        FHIRValue.text(number).map {
            [["type": FHIRCodes.concept(FHIRCodes.hl7("v2-0203"), "MR"), "value": $0]]
        }
    }

    static func contact(_ system: FHIRValue, _ text: String?) -> FHIRValue? {
        FHIRValue.text(text).map { ["system": system, "value": $0] }
    }

    static func address(_ text: String?, state: String? = nil) -> FHIRValue? {
        guard FHIRValue.text(text) != nil || FHIRValue.text(state) != nil else { return nil }
        return [["text": .text(text), "state": .text(state)]]
    }
}
