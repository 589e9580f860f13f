/// What is said, denied or absent.
extension ClauseReading {
    var saying: Fact.Shape? {
        guard let verb = pieces.first?.verb, Verb.saying.contains(verb.base),
            verb.form != .gerund, pieces.count > 1 || pieces[0].text.contains(" ")
        else { return nil }
        if verb.base == "voice", verb.form == .third, !followsSubject { return nil }
        if verb.form == .base, Verb.rather.contains(verb.base), expectsVerbs { return nil }
        let rest = pieces.dropFirst().array
        if verb.base == "deny" {
            return .denial(denied(rest), past: verb.form == .past)
        }
        if pieces[0].text.contains(" ") {
            let tail = pieces[0].text.split(separator: " ").dropFirst().joined(separator: " ")
            return .says(
                verb, .words([tail, rest.prose].filter { !$0.isEmpty }.joined(separator: " ")))
        }
        let inner = ClauseReading(rest, expectsVerbs: false).shape
        switch inner {
        case .noun(let text): return .says(verb, .noun(text))
        case .gerund(let text): return .says(verb, .noun(text))
        case .state(let text, let isFeeling):
            return .says(verb, .noun((isFeeling ? "feeling " : "being ") + text))
        case .absence(let text): return .says(verb, .noun("no " + text))
        case .topic(let topic):
            guard let noun = topic.noun else {
                return .says(verb, .words("that \(topic.clause(past: topic.isEvent))"))
            }
            return .says(verb, .noun(noun))
        case .clause(let text):
            let joined = text.lowercased().hasPrefix("that ") ? text : "that \(text)"
            return .says(verb, .words(joined))
        default: return .says(verb, .words(rest.prose))
        }
    }

    private func denied(_ rest: [Piece]) -> String {
        let inner = ClauseReading(rest, expectsVerbs: false).shape
        if case .topic(let topic) = inner, let noun = topic.noun { return noun }
        if case .noun(let text) = inner { return text }
        return rest.prose
    }

    var negation: Fact.Shape? {
        let first = pieces[0]
        let rest = pieces.dropFirst()
        switch first.word {
        case "no":
            guard let next = rest.first else { return nil }
            if next.word == "longer", pieces.count > 2, let verb = pieces[2].verb,
                verb.form == .third || verb.form == .past
            {
                return .predicate(
                    Fact.Predicate(
                        verb: "no longer \(pieces[2].text)", rest: pieces.dropFirst(3).prose))
            }
            if next.word == "longer" || next.word == "change" { return nil }
            return .absence(rest.array.alternatives)
        case "negative for": return rest.isEmpty ? nil : .absence(rest.array.alternatives)
        case "neg", "negative":
            guard rest.first?.word == "for", rest.count > 1 else { return nil }
            return .absence(rest.dropFirst().array.alternatives)
        case "without":
            let outcomes = ["likely", "unlikely", "unable", "expected"]
            if let place = pieces.firstIndex(where: { outcomes.contains($0.word) }), place > 1 {
                let condition = pieces[..<place].prose
                return .sentence("\(condition), the client is \(pieces[place...].prose)")
            }
            return .state(pieces.prose, isFeeling: false)
        case "not", "never":
            guard let next = rest.first else { return nil }
            if next.isGerund { return .gerund(pieces.prose) }
            if let verb = next.verb, verb.form == .past || verb.form == .participle {
                if first.word == "never" {
                    return .predicate(
                        Fact.Predicate(
                            verb: "never \(next.text)", rest: rest.dropFirst().prose))
                }
                return .state(pieces.prose, isFeeling: next.isAdjective)
            }
            if next.isAdjective || next.isAdverb {
                let feels = WordClass.feelings.contains(next.word)
                return .state(pieces.prose, isFeeling: feels)
            }
            if next.isPreposition { return .state(pieces.prose, isFeeling: false) }
            return .state(pieces.prose, isFeeling: false)
        default: return nil
        }
    }
}

extension Array where Element == Piece {
    /// What is absent: none of these, so “or”.
    fileprivate var alternatives: String {
        map { piece in
            var piece = piece
            guard piece.marks.contains("r") || piece.word == "and" else { return piece }
            piece.text = piece.text.split(separator: " ").map { $0 == "and" ? "or" : $0 }
                .joined(separator: " ")
            return piece
        }.prose
    }
}
