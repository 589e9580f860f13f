package import Wording

/// Whether a consent allows a disclosure, and if not, every reason. Stored with a letter.
package enum Verdict: Codable, Equatable, Sendable {
    case valid
    case notValid([Reason])
}

/// One reason why something may not leave the practice. It names no person and nothing typed.
package enum Reason: UserFacing, Codable, Equatable {
    case notSigned
    case defect(Defect)
    case superseded
    /// A restriction, a safe contact or a notice.
    case noConsentToDisclose
    case noneOnFile
    /// It lets others disclose to the practice, not the practice to others.
    case practiceMayNotDisclose
    case recipientNotNamed
    case purposeDiffers
    /// Nothing was said about what it holds.
    case informationUnknown
    case itemsOutside([DisclosureItem])
    case datesOutside
    case psychotherapyNotesNeedTheirOwn
    case part2NeedsItsOwn
    case onlyForPart2
    case restricted
    case paidInFull
    /// Treatment, payment or the client's own access, for somebody whom that does not reach.
    case basisDoesNotFit

    /// The paragraph it rests on, for a consent under this law.
    package func paragraph(_ law: Law) -> String {
        let isPart2 = law == .part2
        return switch self {
        case .defect(let defect): defect.paragraph
        case .notSigned: ConsentElement.signature.paragraph(law)
        case .superseded, .noConsentToDisclose, .noneOnFile:
            isPart2 ? "42 CFR 2.33" : "45 CFR 164.508(a)(1)"
        case .practiceMayNotDisclose: ConsentElement.discloser.paragraph(law)
        case .recipientNotNamed: ConsentElement.recipient.paragraph(law)
        case .purposeDiffers: ConsentElement.purpose.paragraph(law)
        case .informationUnknown, .itemsOutside, .datesOutside:
            ConsentElement.information.paragraph(law)
        case .psychotherapyNotesNeedTheirOwn: isPart2 ? "42 CFR 2.31(b)" : "45 CFR 164.508(a)(2)"
        case .part2NeedsItsOwn, .onlyForPart2: "42 CFR 2.31(a)"
        case .restricted: "45 CFR 164.522(a)(1)(iii)"
        case .basisDoesNotFit: "45 CFR 164.506(c), 164.524"
        case .paidInFull: "45 CFR 164.522(a)(1)(vi)"
        }
    }

    package var code: String {
        switch self {
        case .notSigned: "disclosure.not-signed"
        case .defect(let defect): defect.code
        case .superseded: "disclosure.superseded"
        case .noConsentToDisclose: "disclosure.no-consent-to-disclose"
        case .noneOnFile: "disclosure.none-on-file"
        case .practiceMayNotDisclose: "disclosure.practice-may-not-disclose"
        case .recipientNotNamed: "disclosure.recipient-not-named"
        case .purposeDiffers: "disclosure.purpose-differs"
        case .informationUnknown: "disclosure.information-unknown"
        case .itemsOutside: "disclosure.items-outside"
        case .datesOutside: "disclosure.dates-outside"
        case .psychotherapyNotesNeedTheirOwn: "disclosure.psychotherapy-notes"
        case .part2NeedsItsOwn: "disclosure.part-two"
        case .onlyForPart2: "disclosure.only-for-part-two"
        case .restricted: "disclosure.restricted"
        case .paidInFull: "disclosure.paid-in-full"
        case .basisDoesNotFit: "disclosure.basis-does-not-fit"
        }
    }

    package var problem: String {
        switch self {
        case .notSigned: "The consent was not signed by that day."
        case .defect(let defect): defect.problem
        case .superseded: "A newer consent has taken the place of this one."
        case .noConsentToDisclose: "This is no consent to disclose anything."
        case .noneOnFile: "No consent to disclose is on file for this client."
        case .practiceMayNotDisclose: "The consent does not let your practice disclose."
        case .recipientNotNamed: "The consent does not name this recipient."
        case .purposeDiffers: "The consent is for another purpose."
        case .informationUnknown: "Nobody has said what information this holds."
        case .itemsOutside(let items):
            "The consent does not cover: \(items.map(\.label).joined(separator: ", "))."
        case .datesOutside: "The information is about dates that the consent does not cover."
        case .psychotherapyNotesNeedTheirOwn:
            "Psychotherapy notes need an authorization for them alone."
        case .part2NeedsItsOwn: "Substance use disorder records need a part 2 consent."
        case .onlyForPart2: "The consent is only for substance use disorder records."
        case .restricted: "You agreed with the client to keep this from that recipient."
        case .paidInFull:
            "The client paid in full and asked to keep this from the health plan."
        case .basisDoesNotFit: "This legal basis does not reach such a recipient."
        }
    }

    package var nextStep: String {
        switch self {
        case .notSigned: "Give it to your client to sign, then file the date."
        case .defect(let defect): defect.nextStep
        case .superseded: "Use the newer one."
        case .noConsentToDisclose, .noneOnFile:
            "Make an authorization with your client, or choose the legal basis that applies."
        case .practiceMayNotDisclose: "Make an authorization that names your practice."
        case .recipientNotNamed:
            "Write the recipient exactly as the consent does, or make a new one."
        case .purposeDiffers: "Choose the purpose that the consent names, or make a new one."
        case .informationUnknown: "Choose what it holds."
        case .itemsOutside: "Take this information out, or make a new consent that covers it."
        case .datesOutside: "Keep to the dates it covers, or make a new one."
        case .psychotherapyNotesNeedTheirOwn:
            "Take them out, or make an authorization for them alone."
        case .part2NeedsItsOwn: "Make a part 2 consent, or take these records out."
        case .onlyForPart2: "Make an authorization for other records."
        case .restricted: "Take it out, or end the restriction with your client first."
        case .basisDoesNotFit: "Make an authorization, or choose the basis that applies."
        case .paidInFull: "Do not send it, unless your client ends the restriction first."
        }
    }

    package var exitCode: ExitCode { .refused }
}
