extension Fact {
    /// A clause that only says more about the fact before it stays with it: how long, since when,
    /// what became of it, or what else the same person reports.
    func joined(by clause: Clause, read shape: Shape) -> Fact? {
        let words = clause.pieces.prose
        var fact = self
        fact.range = range.lowerBound..<clause.pieces.range.upperBound
        if case .sentence(let text) = self.shape {
            switch shape {
            case .noun, .gerund, .absence, .state:
                fact.shape = .sentence("\(text), \(words)")
                return fact
            default: return nil
            }
        }
        if case .predicate(var predicate) = self.shape, predicate.reading?.base == "feel",
            case .state(let text, isFeeling: true) = shape
        {
            predicate.rest += (clause.contrasts ? " but " : " and ") + text
            fact.shape = .predicate(predicate)
            return fact
        }
        guard clause.onlyAdds else { return nil }
        let added = { (text: String) in
            text.contains("(") || words.contains("(") ? "\(text), \(words)" : "\(text) (\(words))"
        }
        switch self.shape {
        case .noun(let text): fact.shape = .noun(added(text))
        case .gerund(let text): fact.shape = .gerund(added(text))
        case .state(let text, let isFeeling):
            fact.shape = .state(added(text), isFeeling: isFeeling)
        case .clause(let text): fact.shape = .clause(added(text))
        case .topic(var topic):
            topic.value = added(topic.value)
            topic.noun = topic.noun.map(added)
            fact.shape = .topic(topic)
        case .predicate(var predicate):
            predicate.rest = added(predicate.rest).trimmingBlanks()
            fact.shape = .predicate(predicate)
        case .says(let verb, .noun(let text)): fact.shape = .says(verb, .noun(added(text)))
        case .says(let verb, .words(let text)) where !text.contains("“"):
            fact.shape = .says(verb, .words(added(text)))
        case .says, .absence, .denial, .sentence, .labelled: return nil
        }
        return fact
    }
}

extension Fact {
    /// A thing or state, which may be an item of what is denied; not something told for itself.
    var canBeDenied: Bool {
        switch shape {
        case .noun(let text), .gerund(let text): !text.contains(where: \.isNumber)
        case .state(let text, _): !text.hasPrefix("not ")
        default: false
        }
    }
}

extension Clause {
    /// “3–4 hours”, “resolved”, “increased to 10 mg”: nothing here has a subject but what was
    /// said before.
    fileprivate var onlyAdds: Bool {
        guard let first = pieces.first, pieces.allSatisfy({ $0.kind != .quoted }) else {
            return false
        }
        if first.word == "none" { return true }
        let turns = [
            "increased", "decreased", "reduced", "raised", "lowered", "resolved", "improved",
            "worsened", "unchanged", "doubled", "halved",
        ]
        if turns.contains(first.word) {
            return pieces.count == 1 || pieces[1].isPreposition || pieces[1].isNumber
        }
        let isAmount =
            first.isNumber
            || (["about", "more than", "less than"].contains(first.word)
                && pieces.count > 1 && pieces[1].isNumber)
        let words = pieces.flatMap { $0.word.split(separator: " ").map(String.init) }
        let amounts: Set<String> = [
            "about", "more", "less", "than", "per", "most", "nights", "days", "hours", "minutes",
            "night", "day", "hour", "week", "weeks", "total", "times", "once", "twice", "each",
            "every", "a", "or", "to", "only", "maximum", "average",
        ]
        return isAmount
            && words.allSatisfy { word in
                amounts.contains(word) || word.first?.isNumber ?? false
            }
    }

    /// After a denial: what could be denied too.
    static func listsOn(_ pieces: [Piece]) -> Bool {
        let own = ["no", "not", "never", "without", "+", "++", "-", "denies", "denied", "negative"]
        guard let first = pieces.first, !own.contains(first.firstWord) else { return false }
        if ClauseReading.isBareNoun(pieces), !pieces[0].isGerund, pieces[0].verb == nil,
            !(pieces[0].isTopic && pieces.count > 1)
        {
            if case .noun = ClauseReading(pieces, expectsVerbs: false).fact.shape { return true }
        }
        return pieces.allSatisfy { piece in
            piece.isConjunction || piece.marks.contains("r") || piece.text == "/"
                || (piece.isGerund && !["doing", "going", "getting"].contains(piece.word))
                || (piece.verb.map { $0.form == .base && Verb.rather.contains($0.base) } ?? false)
                || (piece.kind == .word && piece.verb == nil && !piece.isNumber && !piece.isArrow
                    && !piece.isAdverb && !piece.isAdjective && !piece.isPreposition
                    && !piece.isDeterminer && !WordClass.pronouns.contains(piece.word)
                    && !WordClass.auxiliaries.contains(piece.word)
                    && !WordClass.kin.contains(piece.word))
        }
    }
}
