/// Something and its state: “mood low”, “worry maintained by avoidance”, “symptoms decreasing”.
extension ClauseReading {
    /// “slp 4-5h”, “mood low”, “acute risk low”.
    var topic: Fact.Shape? {
        guard let place = pieces.firstIndex(where: \.isTopic), place <= 2,
            pieces[..<place].allSatisfy({
                $0.isAdjective || $0.isDeterminer || $0.isNoun || $0.text == "/" || $0.isConjunction
                    || $0.isPlainNoun || $0.marks.contains("?")
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

    var state: Fact.Shape? {
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
        let isPlace = head.word == "lost" && ["in", "on"].contains(next?.word ?? "")
        let feels = WordClass.feelings.contains(head.word) && !isPlace
        return .state(pieces.prose, isFeeling: feels)
    }

    /// “mother's dementia worse”, “BP high”: how something is that has no entry of its own.
    var condition: Fact.Shape? {
        let compares = ["better", "worse", "calmer", "easier", "harder"].contains(pieces.last?.word)
        guard let last = pieces.last, (2...5).contains(pieces.count), !pieces[0].isPreposition,
            Self.conditions.contains(last.word),
            pieces.dropLast().allSatisfy({
                ($0.isPlainNoun || $0.isNoun
                    || (["at", "in", "with"].contains($0.word) && compares)) && !$0.isCapitalized
            }),
            !pieces.dropLast().contains(where: { WordClass.kin.contains($0.word) })
        else { return nil }
        return .topic(Fact.Topic(subject: pieces.dropLast().prose, value: last.text, noun: nil))
    }

    private static let conditions = WordClass.words(
        """
        lower higher partial lighter better worse calmer easier harder high low poor good fair
        stable ongoing supportive unchanged safe severe
        """
    )

    // MARK: Done and under way

    /// “activity log completed 4 of 7 days”, “worry maintained by avoidance”: the thing did not do
    /// it, it was done.
    var done: Fact.Shape? {
        guard let place = verbPlace({ $0.verb?.isPastOrParticiple ?? false }),
            let verb = pieces[place].verb
        else { return nil }
        let next = place + 1 < pieces.count ? pieces[place + 1] : nil
        let goesOn =
            next.map {
                $0.endsPhrase || $0.isNumber || $0.firstWord == "on" || $0.word == "to"
                    || $0.word == "daily"
            } ?? true
        let passesBy = ["stop", "drop", "come", "go", "pass", "get", "swing", "stay", "live"]
        let byWhom =
            next?.word == "by" && !passesBy.contains(verb.base)
            && !(place + 2 < pieces.count && pieces[place + 2].isNumber)
        let isThing =
            !WordClass.kin.contains(pieces[0].word) && pieces[0].word != "therapist"
            && pieces[0].word != "clinician" && !isName(pieces[0])
        guard
            byWhom
                || (isThing && goesOn
                    && (Verb.transitive.contains(verb.base)
                        || (place > 1 && pieces[place - 1].word == "not")))
        else {
            return nil
        }
        let participle = pieces[place].text.replacingVerb(with: verb.text(.participle))
        let isDenied = pieces[place - 1].word == "not"
        let value = [isDenied ? "not" : "", participle, pieces[(place + 1)...].prose]
            .filter { !$0.isEmpty }
        return .topic(
            Fact.Topic(
                subject: known(pieces[..<(isDenied ? place - 1 : place)], for: verb),
                value: value.joined(separator: " "), noun: nil,
                isEvent: true))
    }

    /// “symptoms decreasing with exposure”: they are.
    var underway: Fact.Shape? {
        guard
            let place = verbPlace({
                $0.isGerund && Verb.unfolding.contains(Verb.reading($0.firstWord)?.base ?? "")
            })
        else { return nil }
        return .topic(
            Fact.Topic(subject: pieces[..<place].prose, value: pieces[place...].prose, noun: nil))
    }

    /// Where the first verb stands after a noun phrase that is surely its subject.
    private func verbPlace(_ isVerb: (Piece) -> Bool) -> Int? {
        guard let place = pieces.firstIndex(where: isVerb), (1...5).contains(place),
            !pieces[place].isAdjective
        else { return nil }
        let subject = pieces[..<place]
        guard let first = subject.first, let last = subject.last, first.kind == .word,
            !first.isPreposition, !first.isArrow, !WordClass.pronouns.contains(first.word),
            !["no", "not", "never", "without", "denies", "denied"].contains(first.word),
            !first.isGerund || first.isNoun || describesThing, !Client.isNoun(first.text),
            !last.isAdverb, !last.isPreposition, !last.isConjunction, !last.isDeterminer,
            !(last.isAdjective && !last.isNoun), !(last.isNumber && subject.count == 1)
        else { return nil }
        let isLast = place == pieces.count - 1
        let isPlain = subject.allSatisfy { piece in
            let canBeNoun =
                piece.verb.map {
                    $0.form == .base || $0.form == .third
                        ? Verb.rather.contains($0.base) : piece.isAdjective || piece.isNoun
                } ?? true
            return (piece.kind == .word || piece.kind == .quoted) && canBeNoun
                && !WordClass.auxiliaries.contains(piece.word)
                && (!piece.isPreposition || piece.word == "of" || isLast) && !piece.isArrow
                && !["who", "that", "when", "which", "if"].contains(piece.word)
        }
        guard isPlain else { return nil }
        if expectsVerbs, let verb = first.verb, verb.form == .base, !first.isNoun { return nil }
        return place
    }

    private func isName(_ piece: Piece) -> Bool {
        !piece.isNoun && piece.text.first?.isUppercase ?? false
            && piece.text.dropFirst().contains(where: \.isLowercase)
    }

    /// What was completed or reviewed is known: “the safety plan was reviewed”.
    private func known(_ subject: ArraySlice<Piece>, for verb: Verb) -> String {
        let makes = [
            "plan", "schedule", "introduce", "assign", "develop", "create", "draft", "set",
            "write", "make", "start", "initiate", "recommend", "offer", "suggest", "request",
        ]
        return makes.contains(verb.base) ? subject.prose : subject.map(\.definite).prose
    }
}

extension String {
    fileprivate func replacingVerb(with verb: String) -> String {
        let words = split(separator: " ", maxSplits: 1)
        return words.count > 1 ? "\(verb) \(words[1])" : verb
    }
}

extension Fact.Topic {
    /// What was done is told in the past, except where the present state is.
    func clause(past: Bool) -> String {
        if value.hasPrefix("from ") { return "\(subject) went \(value)" }
        return "\(subject) \(verb(past: past)) \(value)"
    }

    func verb(past: Bool) -> String {
        past ? (isPlural ? "were" : "was") : (isPlural ? "are" : "is")
    }
}
