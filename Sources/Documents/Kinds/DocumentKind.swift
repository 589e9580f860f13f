/// A kind of document, as its file declares it. A note format is simply a kind.
package struct DocumentKind: Codable, Equatable, Sendable {
    package let id: String
    package let version: Int
    package let label: String
    package let family: Family
    /// The jotting that a document of this kind is drafted from.
    package var form: Form
    package let sections: [Section]
    package let patterns: [Pattern]
    package let requirements: [Requirement]
    /// Ids of the rules that hold for this kind.
    package let rules: [String]
    /// For a document that leaves: what it may tell.
    package var discloses: Disclosing?
    /// Who asks for what must be in it: a statute, a manual.
    package var source: String?
    /// The sessions it is the usual note of, whatever format she usually writes.
    package var sessions: Field.Condition?
    /// The table that the rule on minutes looks at; put in by the library, kept with a review.
    package var services: ServiceCodes?
    /// What the objectives of a plan are judged by; put in where one is drafted, kept with a review.
    package var yardsticks: [Yardstick]?

    /// What a document is for, and so which rules no kind of it goes without.
    package enum Family: String, Codable, Sendable, CaseIterable {
        /// Of a session, billed as treatment.
        case progressNote = "progress-note"
        /// Of a telephone call, a missed session, a talk with somebody else.
        case contactNote = "contact-note"
        /// Of the whole treatment, for the therapist's own file.
        case summary
        case plan = "treatment-plan"
        /// To somebody outside the practice.
        case letter
        /// Of a signed document, which never changes itself.
        case amendment

        /// Whether a document of this family is for somebody outside the practice.
        package var leaves: Bool { self == .letter }
    }

    /// What a document that leaves may tell, and how it begins.
    package struct Disclosing: Codable, Equatable, Sendable {
        /// What a letter of this type tells at the most.
        package let allowed: [DisclosureItem]
        /// Without these there is no letter of this type.
        package let needed: [DisclosureItem]
        /// To whom a letter of this type goes; to anyone, if nobody is named.
        package let recipients: [Recipient.Kind]?
        /// On which it leaves where no consent is on file: treatment, payment, the client's access.
        package let basis: LegalBasis?
        /// After “Re:”, before the client's name; empty for the name alone.
        package let subject: String
        package let mostWords: Int?
    }

    /// A heading, empty if there is none, and its paragraphs; each paragraph
    /// names the fields it is made of, in order.
    package struct Section: Codable, Equatable, Sendable {
        package let heading: String
        package let paragraphs: [[String]]
    }

    /// How a field becomes prose: whose statement it is, and fixed wording where it is a choice.
    package struct Pattern: Codable, Equatable, Sendable {
        package let field: String
        package let voice: Voice
        /// A sentence for each choice, or an opening such as "Protective factors include".
        package let wording: [String: String]?
    }

    /// What must be there before anyone can sign.
    package struct Requirement: Codable, Equatable, Sendable {
        package let from: Origin
        package let field: String
        package let weight: Finding.Weight

        package enum Origin: String, Codable, Sendable {
            case client, session, jotting, practice
            /// What the vault worked out of sessions and scores; see ``TreatmentRecord``.
            case record
            /// To whom a letter goes and why it may; see ``LetterForm``.
            case letter
        }
    }

    /// Whether a field stands in the text; what doesn't stands in the header, as the day does.
    func tells(_ field: String) -> Bool {
        sections.contains { $0.paragraphs.contains { $0.contains(field) } }
    }

    package func pattern(of field: String) -> Pattern? { patterns.first { $0.field == field } }
}

/// Whose statement a field holds, and so how its sentences are built.
package enum Voice: String, Codable, Equatable, Sendable, CaseIterable {
    /// What the client says about the time since the last session.
    case clientReports = "client-reports"
    /// The client's own words.
    case quote
    /// What became of the homework.
    case homework
    /// What the therapist saw.
    case observed
    /// Scores of instruments.
    case measure
    /// What the therapist did, in the past tense.
    case therapistDid = "therapist-did"
    /// How the client answered to it.
    case response
    /// What the therapist concludes.
    case assessment
    /// What is to happen.
    case plan
    /// When the next session is.
    case next
    /// A choice with a fixed sentence.
    case choice
    /// One of the questions asked about risk; they are told together.
    case risk
    /// One of the items of the mental status; they are told together.
    case mentalStatus = "mental-status"
    /// Numbers of objectives of the signed plan.
    case objectives
    /// A list after a fixed opening.
    case list
    /// The level of risk, and what it is compared with.
    case riskLevel = "risk-level"
    /// A fixed opening and its reason.
    case because
    /// A fixed opening and her words, expanded but otherwise as they stand.
    case stated
    /// The same without any change to her words.
    case words
    /// A fixed opening and a list: her words, with abbreviations written out.
    case items
    /// Her words, a numbered paragraph for each line.
    case numbered
    /// A sentence with places for what stands elsewhere: “{client/name} attended on
    /// {record/attendance}”. Where something is missing, the next wording is taken, or none.
    case template
}
