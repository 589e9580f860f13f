/// Why something may leave the practice: an authorization, or what the law permits without one.
///
/// The codes stand in letters and in the accounting of disclosures and never change. Numbers are
/// paragraphs of 45 CFR 164, but for part 2, which is 42 CFR part 2.
package enum LegalBasis: String, Codable, CaseIterable, Sendable {
    case authorization = "auth_508"
    case treatment = "treatment_506"
    case payment = "payment_506"
    case operations = "ops_506"
    case requiredByLaw = "req_by_law_512a"
    case abuse = "abuse_512b"
    case oversight = "oversight_512d"
    case order = "order_512e1i"
    case subpoena = "subpoena_512e1ii"
    case lawEnforcement = "law_enf_512f"
    case threat = "threat_512j"
    case workersCompensation = "workers_comp_512l"
    case access = "individual_524"
    case part2Consent = "part2_consent"
    case part2Order = "part2_order"

    package var label: String {
        switch self {
        case .authorization: "The client's authorization"
        case .treatment: "Treatment"
        case .payment: "Payment"
        case .operations: "Running the practice"
        case .requiredByLaw: "Required by law"
        case .abuse: "Report of abuse or neglect"
        case .oversight: "Health oversight"
        case .order: "Order of a court or tribunal"
        case .subpoena: "Subpoena with satisfactory assurance"
        case .lawEnforcement: "Law enforcement"
        case .threat: "Serious and imminent threat"
        case .workersCompensation: "Workers' compensation"
        case .access: "The client's own access"
        case .part2Consent: "The client's part 2 consent"
        case .part2Order: "Court order under part 2, subpart E"
        }
    }

    /// Whether a consent on file must cover the disclosure.
    package var needsConsent: Bool { self == .authorization || self == .part2Consent }

    /// 164.502(a)(1)(i) and (ii): nobody is asked for a consent here, nor for a reason.
    package var isEveryday: Bool {
        [.treatment, .payment, .operations, .access].contains(self)
    }

    /// 164.508(a)(2)(ii): the few bases that reach psychotherapy notes without an authorization.
    /// An order counts only where law requires to obey it, which is the code for that.
    var reachesPsychotherapyNotes: Bool {
        [.requiredByLaw, .oversight, .threat].contains(self)
    }

    /// 164.522(a)(1)(v): a restriction does not prevent what 164.512 permits or law requires. An
    /// order under part 2 is a court's, too.
    var outranksRestrictions: Bool {
        switch self {
        case .authorization, .treatment, .payment, .operations, .access, .part2Consent: false
        case .requiredByLaw, .abuse, .oversight, .order, .subpoena, .lawEnforcement, .threat,
            .workersCompensation, .part2Order:
            true
        }
    }
}
