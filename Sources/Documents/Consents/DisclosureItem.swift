/// One sort of information about a client. The one closed vocabulary of authorizations, letters and
/// the accounting of disclosures; its ids are stored and never change.
package enum DisclosureItem: String, Codable, CaseIterable, Sendable {
    case identity
    case factOfTreatment = "fact_of_treatment"
    case attendanceDates = "attendance_dates"
    case startEndDates = "start_end_dates"
    case frequency
    case diagnosis
    case symptoms
    case functionalLimits = "functional_limits"
    case risk
    case treatmentType = "treatment_type"
    case progress
    case prognosis
    case testResults = "test_results"
    case medications
    case plan
    case recommendations
    case substanceUse = "substance_use"
    case traumaHistory = "trauma_history"
    case familyInfo = "family_info"
    case thirdPartyInfo = "third_party_info"
    case billing
    /// Those of 45 CFR 164.501, kept apart; in a part 2 consent, the counseling notes of 42 CFR 2.11.
    case psychotherapyNotes = "psychotherapy_notes"

    /// As the forms call it.
    package var label: String {
        switch self {
        case .identity: "Name and identity"
        case .factOfTreatment: "That the client is in treatment"
        case .attendanceDates: "Dates of attendance"
        case .startEndDates: "Start and end of treatment"
        case .frequency: "How often sessions are"
        case .diagnosis: "Diagnosis"
        case .symptoms: "Symptoms"
        case .functionalLimits: "Limits in daily functioning"
        case .risk: "Risk"
        case .treatmentType: "Kind of treatment"
        case .progress: "Progress"
        case .prognosis: "Prognosis"
        case .testResults: "Scores and test results"
        case .medications: "Medications"
        case .plan: "Treatment plan"
        case .recommendations: "Recommendations"
        case .substanceUse: "Substance use"
        case .traumaHistory: "Trauma history"
        case .familyInfo: "Family"
        case .thirdPartyInfo: "Other people"
        case .billing: "Billing"
        case .psychotherapyNotes: "Psychotherapy notes"
        }
    }
}
