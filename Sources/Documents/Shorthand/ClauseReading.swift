/// Reads one clause: which kind of fact it is, by its first words.
struct ClauseReading {
    private let pieces: [Piece]
    private let expectsVerbs: Bool

    /// The client was named before these words, so a verb comes first.
    private let followsSubject: Bool

    init(_ pieces: [Piece], expectsVerbs: Bool, followsSubject: Bool = false) {
        self.pieces = pieces
        self.followsSubject = followsSubject
        self.expectsVerbs = expectsVerbs
    }

    var fact: Fact { Fact(shape: shape, range: pieces.range) }

    private var shape: Fact.Shape {
        guard let first = pieces.first else { return .noun("") }
        let rest = pieces.dropFirst()
        if Client.isNoun(first.text), !rest.isEmpty { return ofClient(rest.array) }
        if WordClass.pronouns.contains(first.word) { return .clause(pieces.prose) }
        if let last = pieces.last, ["denied", "denies"].contains(last.word), pieces.count > 1,
            pieces.dropLast().allSatisfy({ $0.isNoun || $0.isConjunction || $0.text == "/" })
        {
            return .denial(pieces.dropLast().prose, past: false)
        }
        if let said = saying { return said }
        if let negated = negation { return negated }
        if let directed = direction { return directed }
        if let topic { return topic }
        if WordClass.auxiliaries.contains(first.word) { return predicate(pieces) }
        if WordClass.kin.contains(first.word), let next = rest.first {
            if let said = next.verb, Verb.saying.contains(said.base), said.form != .base {
                return .sentence(pieces.prose)
            }
            let verb = Fact.isPlural(first.text) ? "are" : "is"
            if next.word == "to" || next.isAdjective || next.isGerund {
                return .clause("\(first.text) \(verb) \(rest.prose)")
            }
        }
        if ["on", "off", "in", "under", "out"].contains(first.word), !expectsVerbs {
            return .state(pieces.prose, isFeeling: false)
        }
        if first.isGerund { return .gerund(pieces.prose) }
        if let state { return state }
        if first.isAdjective, first.verb != nil, let next = rest.first, !next.isDeterminer,
            !next.isNumber
        {
            return .noun(pieces.prose)
        }
        if let verb = first.verb, isVerb(verb, before: rest.first) { return predicate(pieces) }
        if hasOwnSubject { return .clause(pieces.prose) }
        return .noun(pieces.prose)
    }

    private func ofClient(_ rest: [Piece]) -> Fact.Shape {
        if rest.first?.word == "to" {
            return .predicate(
                Fact.Predicate(
                    verb: "to", rest: rest.dropFirst().prose, namesClient: true))
        }
        let inner = ClauseReading(rest, expectsVerbs: true, followsSubject: true).shape
        guard case .predicate(var predicate) = inner else { return inner }
        predicate.namesClient = true
        return .predicate(predicate)
    }

    private func predicate(_ pieces: [Piece]) -> Fact.Shape {
        let words = (pieces.first?.text ?? "").split(separator: " ", maxSplits: 1).map(String.init)
        let tail = [words.count > 1 ? words[1] : "", pieces.dropFirst().prose].filter {
            !$0.isEmpty
        }
        return .predicate(
            Fact.Predicate(verb: words.first ?? "", rest: tail.joined(separator: " ")))
    }

    /// Whether a word that could be a noun is the verb of this clause.
    private func isVerb(_ verb: Verb, before next: Piece?) -> Bool {
        let ambiguous = Verb.rather.contains(verb.base) && verb.form != .past
        switch verb.form {
        case .past, .participle:
            guard verb.base == "think" else { return true }
            return ["about", "that", "of", "it", "she", "he", "they"].contains(next?.word ?? "")
        case .gerund: return false
        case .third, .base:
            guard ambiguous, !followsSubject else { return true }
            if verb.form == .third, ["need", "want"].contains(verb.base), let next {
                return !next.isPreposition && next.kind == .word
            }
            guard let next else { return expectsVerbs && verb.form == .base }
            if next.word == "of" { return false }
            if expectsVerbs { return verb.form == .base || next.isNumber || next.isDeterminer }
            let takesTo = ["need", "hope", "struggle", "start"].contains(verb.base)
            return next.isNumber || next.isDeterminer || (takesTo && next.word == "to")
        }
    }

    // MARK: Saying and denying

    private var saying: Fact.Shape? {
        guard let verb = pieces.first?.verb, Verb.saying.contains(verb.base),
            verb.form != .gerund, pieces.count > 1 || pieces[0].text.contains(" ")
        else { return nil }
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
                return .says(verb, .words("that \(topic.clause(past: false))"))
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

    private var negation: Fact.Shape? {
        let first = pieces[0]
        let rest = pieces.dropFirst()
        switch first.word {
        case "no":
            guard let next = rest.first else { return nil }
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

    /// A noun without a number, a direction or a description that would make it a fact of its own.
    static func isBareNoun(_ pieces: [Piece]) -> Bool {
        guard let first = pieces.first, first.kind == .word, !first.isNumber, !first.isArrow,
            !first.isAdjective, !first.isAdverb, !first.isDeterminer, first.text != "+",
            first.text != "++"
        else { return false }
        return !pieces.contains { $0.isArrow || $0.isNumber || $0.kind == .quoted }
    }

    // MARK: More and less

    private static let directions: [String: String] = [
        "↑": "increased", "↓": "decreased", "↑↑": "markedly increased", "↓↓": "markedly decreased",
        "up": "increased", "down": "decreased", "++": "marked",
    ]

    private var direction: Fact.Shape? {
        let first = pieces[0]
        if first.isArrow, let word = ClauseReading.directions[first.text], pieces.count > 1 {
            let rest = pieces.dropFirst()
            if let next = rest.first, next.isPreposition {
                let noun = first.text.hasPrefix("↑") ? "an increase" : "a decrease"
                return .noun("\(noun) \(rest.prose)")
            }
            return .noun("\(word) \(rest.prose)")
        }
        if first.text == "+" || first.text == "++", pieces.count > 1 {
            let rest = pieces.dropFirst().prose
            return first.text == "+"
                ? .says(Verb(base: "endorse", form: .third), .noun(rest)) : .noun("marked \(rest)")
        }
        guard
            let place = pieces.firstIndex(where: {
                $0.isArrow || $0.text == "++" || (["up", "down"].contains($0.word))
            }),
            place > 0,
            pieces[..<place].allSatisfy({
                $0.isNoun || $0.isAdjective || $0.isGerund || $0.isTopic || place == 1
            }),
            let word = ClauseReading.directions[pieces[place].text.lowercased()],
            pieces[place - 1].verb?.form != .past, pieces[place - 1].verb?.form != .third
        else { return nil }
        let subject = pieces[..<place].prose
        let after = pieces[(place + 1)...]
        if !pieces[place].isArrow, pieces[place].text != "++", !pieces[place - 1].isTopic {
            return nil
        }
        guard let next = after.first else { return .noun("\(word) \(subject)") }
        let isRise = word.hasSuffix("increased")
        if ["to", "from", "by"].contains(next.word) || next.text.hasPrefix("from ") || next.isNumber
        {
            let noun = isRise ? "an increase" : "a decrease"
            let joint = next.isNumber && !next.text.hasPrefix("from ") ? " to" : ""
            return .noun("\(noun) in \(subject)\(joint) \(after.prose)")
        }
        return .noun("\(word) \(subject) \(after.prose)")
    }

    // MARK: Topics and states

    /// “slp 4-5h”, “mood low”, “acute risk low”.
    private var topic: Fact.Shape? {
        guard let place = pieces.firstIndex(where: \.isTopic), place <= 2,
            pieces[..<place].allSatisfy({
                $0.isAdjective || $0.isDeterminer || $0.isNoun || $0.text == "/" || $0.isConjunction
            }),
            place + 1 < pieces.count
        else { return nil }
        let subject = pieces[...place].prose
        var value = pieces[(place + 1)...]
        if let next = value.first, ["is", "are", "was", "were"].contains(next.word), value.count > 1
        {
            return .clause(pieces.prose)
        }
        if value.first?.word == "of", value.dropFirst().first?.isNumber ?? false,
            pieces[place + 1].range.count == 1
        {
            value = value.dropFirst()
        }
        guard let first = value.first else { return nil }
        let words = value.prose
        if first.isNumber {
            if words.hasPrefix("from ") {
                return .topic(
                    Fact.Topic(
                        subject: subject, value: words, noun: "a change in \(subject) \(words)"))
            }
            let rating = first.text.contains("/")
            return .topic(
                Fact.Topic(
                    subject: subject, value: rating ? "at \(words)" : words,
                    noun: "\(subject) \(rating ? "at" : "of") \(words)"))
        }
        if first.text == "about" || first.text == "more than" || first.text == "less than",
            value.dropFirst().first?.isNumber ?? false
        {
            return .topic(
                Fact.Topic(subject: subject, value: words, noun: "\(subject) of \(words)"))
        }
        if first.kind == .quoted {
            return .topic(
                Fact.Topic(subject: subject, value: words, noun: "\(subject) as \(words)"))
        }
        let described = value.first { !$0.isAdverb && $0.word != "not" }
        let head = described?.firstWord ?? ""
        if described?.isAdjective ?? false || Self.values.contains(head) || first.word == "not" {
            let isPlain =
                value.count == 1 && first.isAdjective && !WordClass.predicative.contains(first.word)
            return .topic(
                Fact.Topic(
                    subject: subject, value: words, noun: isPlain ? "\(words) \(subject)" : nil))
        }
        if WordClass.auxiliaries.contains(first.word) { return .clause(pieces.prose) }
        return nil
    }

    private static let values = WordClass.words("within wnl same unchanged consistent good-enough")

    private var state: Fact.Shape? {
        guard let place = pieces.firstIndex(where: { !$0.isAdverb || $0.isAdjective }) else {
            return nil
        }
        let head = pieces[place]
        let next = place + 1 < pieces.count ? pieces[place + 1] : nil
        let oriented = head.text.hasPrefix("alert and oriented")
        if head.verb?.form == .past, next?.word == "by" {
            return .state(pieces.prose, isFeeling: false)
        }
        guard head.isAdjective || oriented else {
            guard place > 0 else { return nil }
            if head.isGerund { return .gerund(pieces.prose) }
            if let verb = head.verb, isVerb(verb, before: next), verb.form != .base {
                return predicateAfterAdverb(place)
            }
            return nil
        }
        let goesOn =
            next == nil || next?.endsPhrase ?? true || next?.word == "to" || next?.isNumber ?? false
            || next?.isDeterminer ?? false
        guard goesOn || oriented else { return nil }
        if head.verb?.form == .past, let next, next.isDeterminer || next.isNumber { return nil }
        return .state(pieces.prose, isFeeling: WordClass.feelings.contains(head.word))
    }

    private func predicateAfterAdverb(_ place: Int) -> Fact.Shape {
        let verb = pieces[place].text
        let adverbs = pieces[..<place].prose
        return .predicate(
            Fact.Predicate(verb: "\(adverbs) \(verb)", rest: pieces[(place + 1)...].prose))
    }

    /// “husband left”, “mother is ill”.
    private var hasOwnSubject: Bool {
        if expectsVerbs, let last = pieces.last, last.verb?.form == .past { return false }
        let isSubject = pieces[0].isTopic || WordClass.kin.contains(pieces[0].word)
        for (index, piece) in pieces.enumerated().dropFirst() {
            if piece.kind == .mark || (piece.isPreposition && !isSubject) { return false }
            if ["who", "that", "when", "which", "where"].contains(piece.word) { return false }
            if WordClass.auxiliaries.contains(piece.word) { return true }
            guard let verb = piece.verb, !piece.isAdjective else { continue }
            if verb.form == .past, index <= (isSubject ? 5 : 3) { return true }
            if verb.form == .third, !Verb.rather.contains(verb.base), index <= 3 { return true }
        }
        return false
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

extension Fact.Topic {
    func clause(past: Bool) -> String {
        if value.hasPrefix("from ") { return "\(subject) went \(value)" }
        let verb = past ? (isPlural ? "were" : "was") : (isPlural ? "are" : "is")
        return "\(subject) \(verb) \(value)"
    }
}
