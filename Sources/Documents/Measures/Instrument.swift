/// A measure such as the PHQ-9, as its file in `schema/instruments` declares it.
///
/// Everything a score is judged by is data with its source beside it: published figures differ by
/// sample and are revised. A score is never turned into a diagnosis; bands and cut-offs are named as
/// such. Item texts are there only where the licence is clear.
package struct Instrument: Codable, Equatable, Sendable {
    package let id: String
    /// As it is written in a note.
    package let name: String
    package let title: String
    package let version: Int
    package let aliases: [String]
    package let range: Range
    /// The smallest difference between two scores.
    package let step: Points
    package let unit: Unit
    package let direction: Direction
    /// From the lowest score to the highest without a gap; none where none are published.
    package let bands: [Band]
    package let cutOffs: [CutOff]
    /// The score at which treatment is regarded as having reached its end.
    package let remission: CutOff?
    package let response: Response?
    /// What counts as a reliable change. The first rule is the one used; none if none is published.
    package let change: [ReliableChange]
    package let items: Items?
    package let flagged: [FlaggedItem]
    package let licence: Licence
    /// Where range, bands and cut-offs come from, unless one of them names its own source.
    package let source: String
    package let evidence: Evidence
    package let verifiedOn: Day?

    private enum CodingKeys: String, CodingKey {
        case id, name, title, version, aliases, range, step, unit, direction, bands
        case cutOffs = "cut_offs"
        case remission, response, change, items, flagged, licence, source, evidence
        case verifiedOn = "verified_on"
    }

    package struct Range: Codable, Equatable, Sendable {
        package let from: Points
        package let to: Points

        package func contains(_ points: Points) -> Bool { from <= points && points <= to }
    }

    package enum Unit: String, Codable, Sendable {
        case points, percent
        /// A judgment in words; the number only puts the words in order.
        case level
    }

    package enum Direction: String, Codable, Sendable {
        case lowerIsBetter = "lower-is-better"
        case higherIsBetter = "higher-is-better"
        /// A screen: a higher or lower score tells nothing about the course.
        case none
    }

    package struct Band: Codable, Equatable, Sendable {
        package let from: Points
        package let to: Points
        package let label: String
    }

    /// Whether a figure was read in a publication or is from general knowledge and unverified.
    package enum Evidence: String, Codable, Sendable {
        case seen
        case generalKnowledge = "general-knowledge"
    }

    /// So much lower (or higher, as the direction is) than at first, in percent, is a response.
    package struct Response: Codable, Equatable, Sendable {
        package let percent: Int
    }

    package struct ReliableChange: Codable, Equatable, Sendable {
        package let points: Points
        /// The published figures differ, and this is about their middle.
        package let approximate: Bool?
        package let source: String
        package let evidence: Evidence
        package let verifiedOn: Day?

        private enum CodingKeys: String, CodingKey {
            case points, approximate, source, evidence
            case verifiedOn = "verified_on"
        }
    }

    /// An answer, or for a level the level itself, from which the risk block is asked for.
    package struct FlaggedItem: Codable, Equatable, Sendable {
        package let item: Int?
        package let from: Int
        package let asks: Asks
        package let acute: Bool?

        package enum Asks: String, Codable, Sendable { case risk }
    }

    package struct Licence: Codable, Equatable, Sendable {
        package let entry: Entry
        package let text: String

        package enum Entry: String, Codable, Sendable {
            /// Answers to the items, or the total.
            case items
            case scoreOnly = "score-only"
        }
    }
}

extension Instrument {
    package func band(of points: Points) -> Band? {
        bands.first { $0.from <= points && points <= $0.to }
    }

    /// A score as it is written: 12, 52%, or the word of a level.
    package func shown(_ points: Points) -> String {
        switch unit {
        case .points: points.text
        case .percent: points.text + "%"
        case .level: band(of: points)?.label ?? points.text
        }
    }

    /// Where a score stands: its band, or else which cut-offs it reaches; nil if there are none.
    package func standing(of points: Points) -> String? {
        guard unit != .level else { return nil }
        if let band = band(of: points) { return band.label }
        var told: [(side: String, labels: [String])] = []
        for cutOff in cutOffs {
            let side = cutOff.side(of: points)
            if told.last?.side == side {
                told[told.count - 1].labels.append(cutOff.label)
            } else {
                told.append((side, [cutOff.label]))
            }
        }
        guard !told.isEmpty else { return nil }
        return told.map { "\($0.side) the \($0.labels.joined(separator: " and the "))" }
            .joined(separator: ", ")
    }
}

/// A score from which something is thought to begin: “cut-off of 10”.
package struct CutOff: Codable, Equatable, Sendable {
    package let at: Points
    package let sense: Sense
    /// What follows “above the”.
    package let label: String
    /// Whom it is for, if not everyone. Nobody is asked: cut-offs for others are shown beside it.
    package let appliesTo: String?
    /// Its own, where it is not the instrument's.
    package let source: String?
    package let evidence: Instrument.Evidence?
    package let verifiedOn: Day?

    private enum CodingKeys: String, CodingKey {
        case at, sense, label
        case appliesTo = "applies_to"
        case source, evidence
        case verifiedOn = "verified_on"
    }

    /// On which side of it the score counts.
    package enum Sense: String, Codable, Sendable {
        case atOrAbove = "at-or-above"
        case atOrBelow = "at-or-below"
        case below
    }

    package func isMet(by points: Points) -> Bool {
        switch sense {
        case .atOrAbove: points >= at
        case .atOrBelow: points <= at
        case .below: points < at
        }
    }

    /// “at or above”, “below” and so on, whether it is met or not.
    package func side(of points: Points) -> String {
        switch sense {
        case .atOrAbove, .below: points >= at ? "at or above" : "below"
        case .atOrBelow: points <= at ? "at or below" : "above"
        }
    }
}
