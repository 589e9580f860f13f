/// Something a rule has to say about a draft. A value, not an error.
package struct Finding: Codable, Equatable, Sendable {
    package let rule: String
    package let weight: Weight
    /// The sentence it is about, if it is about one.
    package let sentence: String?
    /// The field it is about, if it is about one.
    package let field: String?
    package let message: String
    package let nextStep: String

    package enum Weight: String, Codable, Sendable {
        /// Nobody can sign while it stands.
        case blocks
        case advises
    }

    package init(
        rule: String, weight: Weight, sentence: String? = nil, field: String? = nil,
        message: String, nextStep: String
    ) {
        self.rule = rule
        self.weight = weight
        self.sentence = sentence
        self.field = field
        self.message = message
        self.nextStep = nextStep
    }
}
