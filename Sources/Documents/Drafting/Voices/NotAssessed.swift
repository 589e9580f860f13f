/// “Not assessed: client asked to leave it for next time.”
struct NotAssessed {
    /// Why; empty if she did not say.
    let reason: String

    /// Nil for a text that says what was found.
    init?(_ text: String) {
        let openings = ["not assessed", "not-assessed", "not asked", "n/a", "not screened"]
        let lower = text.lowercased()
        guard let opening = openings.first(where: lower.hasPrefix) else { return nil }
        var rest = text.dropFirst(opening.count)
        guard rest.first.map({ !$0.isLetter && !$0.isNumber }) ?? true else { return nil }
        rest = rest.drop { " :;,-–—.".contains($0) }
        for word in ["because ", "b/c ", "as ", "since "] where rest.lowercased().hasPrefix(word) {
            rest = rest.dropFirst(word.count)
        }
        reason = rest.trimmingBlanks()
    }

    /// “Trauma was not assessed: client asked to leave it for next time.”
    func told(of field: Field?, _ text: String, _ narrator: inout Narrator) -> Told {
        let label = field?.label ?? ""
        let isPlural =
            Fact.isPlural(label) || label.contains { ",&".contains($0) }
            || label.contains(" and ")
        let opening = "\(label) \(isPlural ? "were" : "was") not assessed"
        let why = Reader(client: narrator.persona.noun).spelledOut(reason)
        let sentence = why.isEmpty ? opening : "\(opening): \(why)"
        narrator.say(sentence)
        return Told(text: sentence, ranges: [0..<text.utf8.count])
    }
}
