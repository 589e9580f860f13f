/// What the law wants to see stated in a consent, and where it says so.
package enum ConsentElement: String, Codable, CaseIterable, Sendable {
    case clientName = "client-name"
    case discloser
    case information
    case datesCovered = "dates-covered"
    case recipient
    case participants
    case purpose
    case expiry
    case signature
    case dateSigned = "date-signed"
    case authority
    case revocationStatement = "revocation-statement"
    case conditioningStatement = "conditioning-statement"
    case redisclosureStatement = "redisclosure-statement"
    case redisclosureUnderHIPAA = "hipaa-statement"
    case refusalStatement = "refusal-statement"
    /// No part of the paper: she has not said whether it is combined with another document.
    case answerOnCombining = "answer-on-combining"
    /// No part of the paper: she has not said whether anything depended on signing.
    case answerOnConditioning = "answer-on-conditioning"

    func paragraph(_ law: Law) -> String {
        switch law {
        case .hipaa: "45 CFR 164.508" + hipaa
        case .part2: "42 CFR 2.31" + part2
        }
    }

    private var hipaa: String {
        switch self {
        case .information, .datesCovered, .clientName: "(c)(1)(i)"
        case .discloser: "(c)(1)(ii)"
        case .recipient, .participants: "(c)(1)(iii)"
        case .purpose: "(c)(1)(iv)"
        case .expiry: "(c)(1)(v)"
        case .signature, .dateSigned, .authority: "(c)(1)(vi)"
        case .revocationStatement: "(c)(2)(i)"
        case .conditioningStatement, .refusalStatement: "(c)(2)(ii)"
        case .redisclosureStatement, .redisclosureUnderHIPAA: "(c)(2)(iii)"
        case .answerOnCombining: "(b)(3)"
        case .answerOnConditioning: "(b)(4)"
        }
    }

    private var part2: String {
        switch self {
        case .clientName: "(a)(1)"
        case .discloser: "(a)(2)"
        case .information, .datesCovered: "(a)(3)"
        case .recipient: "(a)(4)(i)"
        case .participants: "(a)(4)(ii)"
        case .redisclosureUnderHIPAA: "(a)(4)(iii)"
        case .purpose: "(a)(5)"
        case .revocationStatement: "(a)(6)"
        case .expiry: "(a)(7)"
        case .signature, .authority: "(a)(8)"
        case .dateSigned: "(a)(9)"
        case .redisclosureStatement: "(a)(10)(i)"
        case .refusalStatement, .conditioningStatement: "(a)(10)(ii)"
        case .answerOnCombining: "(d)"
        case .answerOnConditioning: "(b)(3)"
        }
    }

    var problem: String {
        switch self {
        case .clientName: "The consent does not name the client."
        case .discloser: "The consent does not name who may disclose."
        case .information: "The consent does not say which information it covers."
        case .datesCovered: "The consent does not say clearly which dates it covers."
        case .recipient: "The consent does not name who may receive the information."
        case .participants: "The consent does not name the participants of the intermediary."
        case .purpose: "The consent does not state every purpose."
        case .expiry: "The consent names no date and no event with which it expires."
        case .signature: "The consent is not signed."
        case .dateSigned: "The signature on the consent has no date."
        case .authority: "The consent does not say what authority the representative has to sign."
        case .revocationStatement: "The consent does not say that it can be revoked, and how."
        case .conditioningStatement:
            "The consent does not say rightly what may depend on signing it."
        case .redisclosureStatement:
            "The consent does not say that the recipient could pass the information on."
        case .redisclosureUnderHIPAA:
            "The consent does not say that HIPAA allows redisclosure, but not against the client."
        case .refusalStatement: "The consent does not say what happens if the client does not sign."
        case .answerOnCombining: "Nobody has noted whether the consent stands alone."
        case .answerOnConditioning: "Nobody has noted whether anything depended on signing."
        }
    }
}
