/// Reads a jotted text into facts.
///
/// What can't be read safely stays in her words as a noun phrase; nothing is dropped, and a denial
/// reaches only as far as it surely does: to the next stop, and over a comma only to further risk
/// words.
struct Reader: Sendable {
    let expansion: Expansion
    /// “client” or “patient”, as this therapist calls them.
    let client: String
    /// Words like “review” are verbs where work or plans are told.
    let expectsVerbs: Bool

    /// “I …” is the client speaking, where the client's report is jotted.
    let quotesFirstPerson: Bool

    init(
        client: String = "client", tellsWork: Bool = false, expectsVerbs: Bool = false,
        quotesFirstPerson: Bool = false
    ) {
        self.quotesFirstPerson = quotesFirstPerson
        expansion = Expansion(tellsWork: tellsWork)
        self.client = client
        self.expectsVerbs = expectsVerbs || tellsWork
    }

    func facts(in text: String) -> [Fact] {
        Statement.statements(of: expansion.pieces(of: text)).flatMap { facts(in: $0, of: text) }
    }

    private func facts(in statement: Statement, of text: String) -> [Fact] {
        let pieces = lowered(named(statement.pieces))
        if statement.isProse, !(quotesFirstPerson && pieces[0].word == "i") {
            return [Fact(shape: .sentence(named(statement.pieces).prose), range: pieces.range)]
        }
        if pieces.count > 2, pieces[0].text == "mental status", pieces[1].isMark(":") {
            var inner = facts(in: Statement(pieces: Array(pieces[2...])), of: text)
            if let first = inner.first {
                inner[0].range = pieces.range.lowerBound..<first.range.upperBound
            }
            return inner
        }
        if quotesFirstPerson, ["i", "i'm", "i've", "i’m", "my"].contains(pieces[0].word) {
            // Her client speaks: the words stay as they were jotted.
            let words = String(decoding: Array(text.utf8)[pieces.range], as: UTF8.self)
            return [
                Fact(
                    shape: .says(Verb(base: "state", form: .third), .words("“\(words)”")),
                    range: pieces.range)
            ]
        }
        if let labelled = labelled(pieces) { return [labelled] }
        var facts: [Fact] = []
        var negated = false
        for clause in Statement(pieces: pieces).clauses {
            if negated,
                clause.pieces.allSatisfy({
                    $0.marks.contains("r") || $0.isConjunction || $0.text == "/"
                }),
                let joined = joining(clause, to: facts.last)
            {
                facts[facts.count - 1] = joined
                continue
            }
            if let labelled = labelled(clause.pieces) {
                facts.append(labelled)
                continue
            }
            var fact = ClauseReading(clause.pieces, expectsVerbs: expectsVerbs).fact
            // Whose verb it is only she knows: her comma stays.
            if let last = facts.last, case .clause(let text) = last.shape,
                let verb = clause.pieces.first?.verb, verb.form == .third || verb.form == .past,
                !Verb.saying.contains(verb.base), !(clause.pieces.first?.isAdjective ?? false),
                !(pieces[0].isTopic && ["need", "require", "want"].contains(verb.base))
            {
                facts[facts.count - 1] = Fact(
                    shape: .clause(
                        text + (clause.contrasts ? " but " : ", ") + clause.pieces.prose),
                    range: last.range.lowerBound..<clause.pieces.range.upperBound)
                continue
            }
            if case .predicate(var predicate) = fact.shape, let last = facts.last {
                switch last.shape {
                case .predicate(let before) where before.namesClient:
                    predicate.namesClient = true
                    fact.shape = .predicate(predicate)
                default: break
                }
            }
            if negated,
                Clause.listsOn(clause.pieces)
                    || (fact.canBeDenied && clause.pieces.range.lowerBound <= endOfList(statement)),
                let unclear = facts.last?.extended(
                    by: joint(before: clause, in: statement) + clause.pieces.prose,
                    to: clause.pieces.range.upperBound)
            {
                facts[facts.count - 1] = unclear
                continue
            }
            if !expectsVerbs, let last = facts.last,
                let joined = last.joined(by: clause, read: fact.shape)
            {
                facts[facts.count - 1] = joined
                continue
            }
            negated =
                switch fact.shape {
                case .denial, .absence: true
                default: false
                }
            facts.append(
                Fact(shape: fact.shape, range: clause.pieces.range, contrasts: clause.contrasts))
        }
        return facts
    }

    /// The “or” that stood before the last item of a list.
    private func joint(before clause: Clause, in statement: Statement) -> String {
        let start = clause.pieces.range.lowerBound
        guard start == endOfList(statement),
            let place = statement.pieces.firstIndex(where: { $0.range.lowerBound == start }),
            place > 0
        else { return "" }
        return statement.pieces[place - 1].text + " "
    }

    /// Where the last item of a list begins, which has “or” or “and” before it: “denies panic, low
    /// mood, or cravings” denies all three.
    private func endOfList(_ statement: Statement) -> Int {
        guard
            let joint = statement.pieces.lastIndex(where: { ["or", "and"].contains($0.word) }),
            joint + 1 < statement.pieces.count
        else { return -1 }
        return statement.pieces[joint + 1].range.lowerBound
    }

    /// A risk word after a comma belongs to the denial before it.
    private func joining(_ clause: Clause, to last: Fact?) -> Fact? {
        guard let last else { return nil }
        let range = last.range.lowerBound..<clause.pieces.range.upperBound
        let words = clause.pieces.drop { $0.isConjunction }.prose
        switch last.shape {
        case .denial(let text, let past):
            let isList = clause.pieces.contains(where: \.isConjunction)
            return Fact(
                shape: .denial(
                    isList ? "\(text), \(words)" : Prose.adding(words, to: text), past: past),
                range: range,
                contrasts: last.contrasts)
        case .absence(let text):
            return Fact(
                shape: .absence(Prose.adding(words, to: text, with: "or")), range: range,
                contrasts: last.contrasts)
        default: return nil
        }
    }

    /// “stressors: job, mom”.
    private func labelled(_ pieces: [Piece]) -> Fact? {
        let isDash = { (piece: Piece) in expectsVerbs && piece.isMark("–") }
        guard
            let colon = pieces.firstIndex(where: { $0.isMark(":") || isDash($0) }),
            (1...(isDash(pieces[colon]) ? 2 : 4)).contains(colon),
            colon + 1 < pieces.count,
            pieces[..<colon].allSatisfy({
                $0.kind == .word && $0.verb?.form != .third && !$0.isNumber
                    && !(isDash(pieces[colon]) && ($0.verb != nil || $0.isPreposition))
            })
        else { return nil }
        let rest = Statement(pieces: Array(pieces[(colon + 1)...]))
        if pieces[..<colon].contains(where: { $0.marks.contains("r") }), rest.pieces.count == 1 {
            let answer = rest.pieces[0].word
            if ["denied", "denies"].contains(answer) {
                return Fact(
                    shape: .denial(pieces[..<colon].prose, past: false), range: pieces.range)
            }
            if ["no", "none", "neg", "negative"].contains(answer) {
                return Fact(shape: .absence(pieces[..<colon].prose), range: pieces.range)
            }
        }
        let facts = rest.clauses.map { clause in
            Fact(
                shape: ClauseReading(clause.pieces, expectsVerbs: expectsVerbs).fact.shape,
                range: clause.pieces.range, contrasts: clause.contrasts)
        }
        return Fact(shape: .labelled(pieces[..<colon].prose, facts), range: pieces.range)
    }

    /// The capital of a sentence's first word goes, unless the word could be a name.
    private func lowered(_ pieces: [Piece]) -> [Piece] {
        guard var first = pieces.first, first.kind == .word, first.text.first?.isUppercase ?? false,
            first.text.count == 1 || first.text.dropFirst().allSatisfy({ !$0.isUppercase })
        else { return pieces }
        let word = first.word
        let isKnown =
            WordClass.kin.contains(word) || WordClass.determiners.contains(word)
            || first.isAdjective || first.isAdverb || first.isPreposition || first.isGerund
            || first.verb != nil || Phrasing.countable.contains(word)
            || WordClass.commonNouns.contains(word) || Client.isNoun(word)
            || WordClass.auxiliaries.contains(word)
            || ["not", "no", "never", "still"].contains(word)
        guard isKnown, word != "i" else { return pieces }
        first.text = first.text.prefix(1).lowercased() + first.text.dropFirst()
        return [first] + pieces.dropFirst()
    }

    /// Her words as they stand, with abbreviations written out and the client by the practice's noun.
    func spelledOut(_ text: String) -> String {
        named(expansion.pieces(of: text)).prose
    }

    /// The client by the noun of this practice.
    private func named(_ pieces: [Piece]) -> [Piece] {
        pieces.map { piece in
            var piece = piece
            guard piece.kind == .word else { return piece }
            if Client.isNoun(piece.text) {
                piece.text =
                    piece.text.first?.isUppercase ?? false ? client.capitalizedFirst : client
            } else if Client.isPossessive(piece.text) {
                piece.text = client + "'s"
            }
            return piece
        }
    }
}

extension Fact {
    /// “denies SI, insomnia”: nobody but her can know whether insomnia is denied.
    fileprivate func extended(by words: String, to end: Int) -> Fact? {
        var fact = self
        fact.range = range.lowerBound..<end
        fact.hasUnclearScope = true
        switch shape {
        case .denial(let text, let past): fact.shape = .denial("\(text), \(words)", past: past)
        case .absence(let text): fact.shape = .absence("\(text), \(words)")
        default: return nil
        }
        return fact
    }
}
