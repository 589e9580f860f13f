/// The code systems of HL7 and others that the exports use, and what of ours has a code there.
enum FHIRCodes {
    static let loinc = "http://loinc.org"
    static let diagnoses = "http://hl7.org/fhir/sid/icd-10-cm"
    static let units = "http://unitsofmeasure.org"
    static let actCode = hl7("v3-ActCode")
    static let actReason = hl7("v3-ActReason")
    static let confidentiality = hl7("v3-Confidentiality")
    static let participation = hl7("v3-ParticipationType")

    static func hl7(_ name: String) -> String { "http://terminology.hl7.org/CodeSystem/\(name)" }

    static func coding(_ system: String, _ code: String) -> FHIRValue {
        ["system": .string(system), "code": .string(code)]
    }

    static func concept(_ system: String, _ code: String, _ text: String? = nil) -> FHIRValue {
        ["coding": [coding(system, code)], "text": .text(text)]
    }

    static func concept(_ text: String?) -> FHIRValue? {
        FHIRValue.text(text).map { ["text": $0] }
    }

    /// The type of a document by its kind. A letter is an administrative note whatever it is about:
    /// its type must not tell more than its words, and LOINC has none for most of them.
    static func type(ofKind kind: String) -> FHIRValue {
        let code =
            switch kind {
            case "progress-note.intake": "78306-8"
            case "summary.discharge": "78263-1"
            case "treatment-plan", "summary.safety-plan": "18776-5"
            case "letter.referral": "57133-1"
            case _ where kind.hasPrefix("letter."): "51851-4"
            case _ where kind.hasPrefix("progress-note."): "34904-3"
            default: "11506-3"
            }
        return concept(loinc, code)
    }

    /// What a section is about, where LOINC has a code for it.
    static func section(_ heading: String) -> FHIRValue? {
        let codes = [
            "Subjective": "61150-9", "Objective": "61149-1", "Assessment": "51848-0",
            "Plan": "18776-5", "Goals": "61146-7", "Interventions": "62387-6",
        ]
        return codes[heading].map { concept(loinc, $0) }
    }

    /// A score by its instrument (CLINICAL 5.5).
    static func score(_ instrument: String, _ name: String) -> FHIRValue {
        let codes = [
            "phq-9": "44261-6", "gad-7": "70274-6", "audit-c": "75626-2", "epds": "71354-5",
        ]
        guard let code = codes[instrument] else { return ["text": .text(name)] }
        return concept(loinc, code, name)
    }

    /// How a session was held, by its place of service. Telehealth is virtual, wherever the client is.
    static func encounter(place: String) -> FHIRValue {
        switch place {
        case "02", "10": coding(actCode, "VR")
        case "12": coding(actCode, "HH")
        default: coding(actCode, "AMB")
        }
    }

    /// A service code; those of five digits are CPT's numbers.
    static func service(_ code: String?) -> FHIRValue? {
        guard let code = code?.trimmingBlanks(), !code.isEmpty else { return nil }
        let isNumber = code.count == 5 && code.allSatisfy { $0.isASCII && $0.isNumber }
        return isNumber ? concept("http://www.ama-assn.org/go/cpt", code) : concept(code)
    }

    static func purpose(_ purpose: Purpose, other: String? = nil) -> FHIRValue {
        let code: String? =
            switch purpose {
            case .treatment: "TREAT"
            case .payment: "HPAYMT"
            case .operations: "HOPERAT"
            case .emergency: "ETREAT"
            case .individualRequest: "PATRQT"
            case .legal: "HLEGAL"
            case .family: "FAMRQT"
            case .employment, .school, .disability, .housing, .other: nil
            }
        guard let code else { return ["display": .text(other ?? purpose.rawValue)] }
        return coding(actReason, code)
    }
}

/// How a receiver has to protect a document: HL7's confidentiality and sensitivity codes.
enum FHIRLabels {
    /// What stays in the practice is about treatment. Of a letter they say no more than its words:
    /// never of what kind the treatment is, and restricted only if it tells anything about it.
    static func labels(of note: Note) -> FHIRValue {
        guard let disclosure = note.letter?.disclosure else { return ofRecord(isPart2: false) }
        let level: FHIRValue = disclosure.items.isSubset(of: unspecific) ? "N" : "R"
        return .list(
            [["system": .string(FHIRCodes.confidentiality), "code": level]]
                + part2(disclosure.isPart2))
    }

    static func ofRecord(isPart2: Bool) -> FHIRValue {
        .list(
            [
                FHIRCodes.coding(FHIRCodes.confidentiality, "R"),
                FHIRCodes.coding(FHIRCodes.actCode, "PSY"),
            ] + part2(isPart2))
    }

    private static let unspecific: Set<DisclosureItem> = [
        .identity, .attendanceDates, .startEndDates, .frequency, .billing,
    ]

    private static func part2(_ isPart2: Bool) -> [FHIRValue] {
        isPart2 ? [FHIRCodes.coding(FHIRCodes.actCode, "42CFRPart2")] : []
    }
}
