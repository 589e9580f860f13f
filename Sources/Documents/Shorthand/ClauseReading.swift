/// Reads one clause: which kind of fact it is, by its first words.
struct ClauseReading {
    let pieces: [Piece]
    let expectsVerbs: Bool

    /// The client was named before these words, so a verb comes first.
    let followsSubject: Bool

    init(_ pieces: [Piece], expectsVerbs: Bool, followsSubject: Bool = false) {
        self.pieces = pieces
        self.followsSubject = followsSubject
        self.expectsVerbs = expectsVerbs
    }

    var fact: Fact { Fact(shape: shape, range: pieces.range) }

    var shape: Fact.Shape {
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
        if let done { return done }
        if let topic { return topic }
        if let underway { return underway }
        if let condition { return condition }
        if WordClass.auxiliaries.contains(first.word) { return predicate(pieces) }
        if WordClass.kin.contains(first.word), let next = rest.first {
            if let said = next.verb, Verb.saying.contains(said.base), said.form != .base {
                return .sentence(pieces.prose)
            }
            let verb = Fact.isPlural(first.text) ? "are" : "is"
            if next.word == "to" { return .clause("\(first.text) \(verb) \(rest.prose)") }
            let head = rest.first { !$0.isAdverb } ?? next
            if head.isAdjective || head.isGerund
                || ["present", "out", "away", "absent"].contains(next.word)
            {
                return .topic(Fact.Topic(subject: first.text, value: rest.prose, noun: nil))
            }
        }
        if first.word == "up", !expectsVerbs, let next = rest.first,
            next.isNumber || next.firstWord == "at" || next.isAdverb
        {
            return .state(pieces.prose, isFeeling: false)
        }
        if ["on", "off", "in", "under", "out"].contains(first.word), !expectsVerbs {
            return .state(pieces.prose, isFeeling: false)
        }
        if first.word == "neither", let next = rest.first {
            if next.isGerund { return .gerund(pieces.prose) }
            if next.isAdjective {
                let feels = WordClass.feelings.contains(next.word)
                return .state(pieces.prose, isFeeling: feels)
            }
        }
        // “14 days sober”, “34 weeks pregnant”
        if first.isNumber, pieces.count == 2, pieces[1].isAdjective, !pieces[1].isTopic {
            return .state(pieces.prose, isFeeling: false)
        }
        if first.isGerund, let next = rest.first, next.isPlainNoun || next.isNoun,
            ["improve", "worsen", "increase", "decrease", "grow", "escalate"].contains(
                first.verb?.base ?? ""), !expectsVerbs
        {
            return .noun(pieces.prose)
        }
        if describesThing { return .noun(pieces.prose) }
        if first.isGerund { return .gerund(pieces.prose) }
        if let state { return state }
        if Verb.suffered.contains(first.word), rest.first?.endsPhrase ?? true {
            return .state(pieces.prose, isFeeling: false)
        }
        if first.word == "lost", let next = rest.first, !next.endsPhrase {
            return predicate(pieces)
        }
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

    /// “relapse prevention plan”, “drink log”: the first word belongs to a noun.
    var namesThing: Bool {
        for piece in pieces.dropFirst() {
            if piece.hasArticle { return false }
            if WordClass.things.contains(piece.lastWord) { return true }
            if piece.endsPhrase || piece.isDeterminer || piece.isNumber { return false }
        }
        return false
    }

    /// “gambling disorder”, “coping skills”.
    var describesThing: Bool {
        guard let first = pieces.first, first.isGerund, pieces.count > 1 else { return false }
        return WordClass.activities.contains(first.word)
            && WordClass.things.contains(pieces[1].lastWord)
    }

    /// Whether a word that could be a noun is the verb of this clause.
    func isVerb(_ verb: Verb, before next: Piece?) -> Bool {
        let ambiguous = Verb.rather.contains(verb.base) && verb.form != .past
        switch verb.form {
        case .past, .participle:
            guard verb.base == "think" else { return true }
            return ["about", "that", "of", "it", "she", "he", "they"].contains(next?.word ?? "")
        case .gerund: return false
        case .third, .base:
            guard ambiguous, !followsSubject else { return true }
            if expectsVerbs, WordClass.modifiers.contains(verb.base), namesThing { return false }
            if verb.form == .third, let next, next.isAdverb || next.word == "forward" {
                return true
            }
            if verb.form == .third, ["need", "want"].contains(verb.base), let next {
                return !next.isPreposition && next.kind == .word
            }
            guard let next else { return expectsVerbs && verb.form == .base }
            if next.word == "of" { return false }
            if expectsVerbs { return verb.form == .base || next.isDeterminer }
            let takesTo = ["need", "hope", "struggle", "start"].contains(verb.base)
            return next.isNumber || next.isDeterminer || (takesTo && next.word == "to")
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

    func predicateAfterAdverb(_ place: Int) -> Fact.Shape {
        let verb = pieces[place].text
        let adverbs = pieces[..<place].prose
        return .predicate(
            Fact.Predicate(verb: "\(adverbs) \(verb)", rest: pieces[(place + 1)...].prose))
    }

    /// “husband left”, “mother is ill”.
    private var hasOwnSubject: Bool {
        if expectsVerbs, let last = pieces.last, last.verb?.form == .past { return false }
        if ["last", "first", "next"].contains(pieces[0].word), pieces.count > 1,
            pieces[1].verb != nil
        {
            return false
        }
        let isSubject = pieces[0].isTopic || WordClass.kin.contains(pieces[0].word)
        for (index, piece) in pieces.enumerated().dropFirst() {
            if piece.kind == .mark || (piece.isPreposition && !isSubject) { return false }
            if ["who", "that", "when", "which", "where"].contains(piece.word) { return false }
            if piece.isConjunction, !isSubject { return false }
            if WordClass.auxiliaries.contains(piece.word) { return true }
            guard let verb = piece.verb, !piece.isAdjective else { continue }
            if verb.base == "think", piece.isNoun || index == 1 { continue }
            if verb.form == .past, index <= (isSubject ? 5 : 3) { return true }
            let next = index + 1 < pieces.count ? pieces[index + 1] : nil
            let isSurely = !Verb.rather.contains(verb.base) || next?.word == "to"
            if verb.form == .third, isSurely, index <= 3 { return true }
            if verb.form == .base, !Verb.rather.contains(verb.base), index == 1,
                pieces[0].isNoun, Fact.isPlural(pieces[0].text)
            {
                return true
            }
        }
        return false
    }
}
