/// Encounter and Condition, from a document's header or from the record.
enum FHIRCare {
    static func encounter(
        _ name: FHIRName, place: String?, code: String?, period: FHIRValue?, status: FHIRValue,
        missed: String? = nil, text: FHIRValue? = nil, _ context: FHIRContext
    ) -> FHIRResource {
        FHIRResource(
            name, "Encounter",
            [
                "text": text, "status": status, "class": FHIRCodes.encounter(place: place ?? ""),
                "type": .some([FHIRCodes.service(code), FHIRCodes.concept(missed)]),
                "subject": context.patient,
                "participant": [["individual": context.practitioner]], "period": period,
                "serviceProvider": context.organization,
                "diagnosis": .some(context.conditions.map { ["condition": $0] }),
            ])
    }

    /// A diagnosis as it stood on a day. One that had ended by then is inactive, and only then is
    /// its end told (R4's con-4).
    static func condition(
        _ name: FHIRName, _ diagnosis: Diagnoses.Diagnosis, on day: Day, title: String? = nil,
        of patient: FHIRValue
    ) -> FHIRResource {
        let ended = diagnosis.until.flatMap { $0 < day ? $0 : nil }
        let status = ended == nil ? "active" : "inactive"
        let certainty = diagnosis.isProvisional ? "provisional" : "confirmed"
        return FHIRResource(
            name, "Condition",
            [
                "clinicalStatus": FHIRCodes.concept(
                    FHIRCodes.hl7("condition-clinical"), status),
                "verificationStatus": FHIRCodes.concept(
                    FHIRCodes.hl7("condition-ver-status"), certainty),
                "category": [
                    FHIRCodes.concept(
                        FHIRCodes.hl7("condition-category"), "encounter-diagnosis")
                ],
                "code": FHIRCodes.concept(FHIRCodes.diagnoses, diagnosis.code, title),
                "subject": patient, "onsetDateTime": .day(diagnosis.since),
                "abatementDateTime": .day(ended),
            ])
    }
}

/// References to what stands around a document.
struct FHIRContext {
    let patient: FHIRValue?
    var practitioner: FHIRValue
    let organization: FHIRValue?
    var encounter: FHIRValue?
    var conditions: [FHIRValue] = []
}
