/// What a law or a profession's code asks of someone who writes with the help of a program.
package struct NoticeRule: Codable, Equatable, Sendable {
    package let id: String
    /// The law by its name.
    package let law: String
    /// A day, a month or a year, as exactly as it is known.
    package let effectiveFrom: String?
    /// What it means here, in our words.
    package let meaning: String
    package let requires: Requires
    package let source: String
    package let evidence: Evidence
    package let verifiedOn: Day?

    package struct Requires: Codable, Equatable, Sendable {
        package let clientNotice: Need
        package let clientConsent: Need
        package let reviewerStatement: Need
        package let disclaimer: Need

        private enum CodingKeys: String, CodingKey {
            case disclaimer
            case clientNotice = "client_notice"
            case clientConsent = "client_consent"
            case reviewerStatement = "reviewer_statement"
        }
    }

    package enum Need: String, Codable, Comparable, Sendable {
        case no
        /// Only where a session is recorded or transcribed, which this program never does.
        case forRecording = "for-recording"
        /// Unless a licensed person has read and reviewed the text.
        case unlessReviewed = "unless-reviewed"
        case always

        package static func < (left: Need, right: Need) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .no: 0
            case .forRecording: 1
            case .unlessReviewed: 2
            case .always: 3
            }
        }
    }

    private enum CodingKeys: String, CodingKey {
        case id, law, meaning, requires, source, evidence
        case effectiveFrom = "effective_from"
        case verifiedOn = "verified_on"
    }
}

extension Rulebook {
    package func notices(jurisdiction: String?) -> [NoticeRule] {
        authorities(jurisdiction, nil).flatMap(\.notices)
    }

    /// The strongest of what all of them ask.
    package func requirements(jurisdiction: String?) -> NoticeRule.Requires {
        let all = notices(jurisdiction: jurisdiction).map(\.requires)
        let strongest = { (need: (NoticeRule.Requires) -> NoticeRule.Need) in
            all.map(need).max() ?? .no
        }
        return NoticeRule.Requires(
            clientNotice: strongest(\.clientNotice), clientConsent: strongest(\.clientConsent),
            reviewerStatement: strongest(\.reviewerStatement), disclaimer: strongest(\.disclaimer))
    }
}
