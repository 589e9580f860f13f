package import Wording

/// Why a signed consent is not valid: 45 CFR 164.508(b)(2), or 42 CFR 2.31(c).
package struct Defect: UserFacing, Codable, Equatable {
    package let fault: Fault
    package let law: Law

    package init(_ fault: Fault, _ law: Law) {
        self.fault = fault
        self.law = law
    }

    package enum Fault: Codable, Equatable, Sendable {
        case expired(on: Day)
        case eventHappened(on: Day)
        case missing(ConsentElement)
        case revoked(on: Day)
        /// With something that is no authorization.
        case combined
        case combinedThoughConditioned
        case psychotherapyNotesCombined
        case proceedingsCombined
        case conditioned
        case knownFalse
    }

    /// The paragraph that is not met.
    package var paragraph: String {
        switch (fault, law) {
        case (.expired, .hipaa), (.eventHappened, .hipaa): "45 CFR 164.508(b)(2)(i)"
        case (.expired, .part2), (.eventHappened, .part2): "42 CFR 2.31(c)(1)"
        case (.missing(let element), _): element.paragraph(law)
        case (.revoked, .hipaa): "45 CFR 164.508(b)(2)(iii)"
        case (.revoked, .part2): "42 CFR 2.31(c)(3)"
        case (.combined, _): "45 CFR 164.508(b)(3)"
        case (.combinedThoughConditioned, _): "45 CFR 164.508(b)(3)(iii)"
        case (.psychotherapyNotesCombined, .hipaa): "45 CFR 164.508(b)(3)(ii)"
        case (.psychotherapyNotesCombined, .part2): "42 CFR 2.31(b)(2)"
        case (.proceedingsCombined, _): "42 CFR 2.31(d)"
        case (.conditioned, .hipaa): "45 CFR 164.508(b)(4)"
        case (.conditioned, .part2): "42 CFR 2.31(b)(3)"
        case (.knownFalse, .hipaa): "45 CFR 164.508(b)(2)(v)"
        case (.knownFalse, .part2): "42 CFR 2.31(c)(4)"
        }
    }

    package var code: String {
        switch fault {
        case .expired: "authorization.expired"
        case .eventHappened: "authorization.event-happened"
        case .missing: "authorization.incomplete"
        case .revoked: "authorization.revoked"
        case .combined: "authorization.combined"
        case .combinedThoughConditioned: "authorization.combined-though-conditioned"
        case .psychotherapyNotesCombined: "authorization.psychotherapy-notes-combined"
        case .proceedingsCombined: "authorization.proceedings-combined"
        case .conditioned: "authorization.conditioned"
        case .knownFalse: "authorization.known-false"
        }
    }

    package var problem: String {
        switch fault {
        case .expired(let day): "The consent expired on \(day.spoken)."
        case .eventHappened(let day): "The event that ends the consent happened on \(day.spoken)."
        case .missing(let element): element.problem
        case .revoked(let day): "The client revoked the consent on \(day.spoken)."
        case .combined: "The consent is combined with a document it may not be combined with."
        case .combinedThoughConditioned:
            "The consent is combined with another one, though something depended on signing."
        case .psychotherapyNotesCombined:
            "A consent for psychotherapy or counseling notes covers or is combined with other things."
        case .proceedingsCombined:
            "A consent for legal proceedings covers or is combined with another purpose."
        case .conditioned: "Something that may not depend on signing was made to depend on it."
        case .knownFalse: "Something material in the consent is known to be false."
        }
    }

    package var nextStep: String {
        switch fault {
        case .expired, .eventHappened: "Renew it with your client and file the new one."
        case .missing(.signature), .missing(.dateSigned), .missing(.authority):
            "Make a new one and have it signed and dated."
        case .missing(.answerOnCombining), .missing(.answerOnConditioning):
            "Look at the form and fill in the answer."
        case .missing: "Make a new one that states it and have it signed."
        case .revoked: "Do not use it, unless your client signs a new one."
        case .combined, .combinedThoughConditioned, .psychotherapyNotesCombined,
            .proceedingsCombined:
            "Make a separate one and have it signed."
        case .conditioned: "Make a new one on which nothing depends, and say so to your client."
        case .knownFalse: "Make a new one in which everything is true."
        }
    }

    package var exitCode: ExitCode { .refused }
}
