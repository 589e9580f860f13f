extension Instrument {
    /// The items behind a score: how many, which answers, and how they add up.
    ///
    /// For an instrument that is recorded by its score alone, only the counts are there; they tell
    /// which scores are possible and what a flagged item may be answered with.
    package struct Items: Codable, Equatable, Sendable {
        package let count: Int
        package let answers: Answers
        /// Read out before the items begin.
        package let before: String?
        /// The words that each item completes.
        package let stem: String?
        package let texts: [String]?
        package let textSource: String?
        /// The highest answer, for items (by number) where it is not the common one.
        package let maxima: [Int: Int]?
        /// Items that count backwards.
        package let reverse: [Int]?
        /// What the sum is multiplied with.
        package let times: Int?
        /// False where the score is more than a sum.
        package let sums: Bool?
        /// The last item is asked only if an earlier one was answered above the lowest, or not at all.
        package let lastOnlyIfAny: Bool?
        package let missing: Missing?

        private enum CodingKeys: String, CodingKey {
            case count, answers, before, stem, texts
            case textSource = "text_source"
            case maxima, reverse, times, sums
            case lastOnlyIfAny = "last_only_if_any"
            case missing
        }
    }

    package struct Answers: Codable, Equatable, Sendable {
        package let from: Int
        package let to: Int
        /// A label for each answer, the lowest first.
        package let labels: [String]?
    }

    /// How many items may be left out, and what the total is then.
    package struct Missing: Codable, Equatable, Sendable {
        package let most: Int
        package let rule: Rule
        package let source: String
        package let evidence: Evidence
        package let verifiedOn: Day?

        private enum CodingKeys: String, CodingKey {
            case most, rule, source, evidence
            case verifiedOn = "verified_on"
        }

        package enum Rule: String, Codable, Sendable {
            /// Each missing item counts as the mean of the answered ones, the total rounded to a
            /// whole number.
            case meanOfAnswered = "mean-of-answered"
            /// Only what was answered counts.
            case answeredOnly = "answered-only"
        }
    }
}

extension Instrument.Items {
    package func maximum(of item: Int) -> Int { maxima?[item] ?? answers.to }

    /// What an answer counts.
    func scored(_ answer: Int, of item: Int) -> Int {
        reverse?.contains(item) == true ? answers.from + maximum(of: item) - answer : answer
    }

    var isSum: Bool { sums != false }

    /// The highest sum, before it is multiplied.
    var largestSum: Int { (1...count).reduce(0) { $0 + maximum(of: $1) } }

    /// The score for the answers given, whole or with items missing.
    func total(of answers: [Int?], asked: Int, rule: Instrument.Missing.Rule?) -> Int {
        let given = zip(1..., answers).compactMap { item, answer in
            answer.map { scored($0, of: item) }
        }
        let sum = given.reduce(0, +)
        guard rule == .meanOfAnswered, !given.isEmpty else { return sum * (times ?? 1) }
        return (2 * sum * asked + given.count) / (2 * given.count) * (times ?? 1)
    }
}
