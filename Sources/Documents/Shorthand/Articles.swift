/// Puts “a” before a noun that can't stand alone, and “the” before what is known already.
enum Articles {
    static func put(in pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for index in pieces.indices {
            let piece = pieces[index]
            guard piece.kind == .word, !piece.isNumber else { continue }
            let isCountable =
                piece.marks.contains("c") || Phrasing.countable.contains(piece.word)
            let isPlace = places.contains(piece.word)
            let isRide = rides.contains(piece.word)
            guard isCountable || isPlace || isRide else { continue }
            var start = index
            while start > 0, pieces[start - 1].isAdjective, !pieces[start - 1].isNumber {
                start -= 1
            }
            start = compound(from: start, in: pieces)
            let before = start > 0 ? pieces[start - 1] : nil
            let next = index + 1 < pieces.count ? pieces[index + 1] : nil
            if let next, next.kind == .word, !next.endsPhrase, !next.isNumber, next.verb == nil,
                !next.isGerund, next.text != "/"
            {
                continue
            }
            if let next, WordClass.things.contains(next.word) || next.word == "review" { continue }
            if start > 0, pieces[start - 1].word == "to", piece.verb?.form == .base,
                next?.kind == .word
            {
                continue
            }
            if isPlace || isRide {
                guard let before, start == index,
                    isPlace
                        ? ["at", "to", "from", "in"].contains(before.word)
                        : ["ride", "take", "miss", "catch"].contains(before.verb?.base ?? "")
                            || (before.word == "to" && start > 1
                                && pieces[start - 2].verb?.base == "listen")
                else { continue }
                pieces[start].text = "the " + pieces[start].text
            } else if let before, isKnown(after: before, pieces[start]) {
                pieces[start].text = "the " + pieces[start].text.uncapitalizedFirst
                pieces[start].hasArticle = true
            } else if takesArticle(
                after: before, isThing: WordClass.things.contains(piece.lastWord))
            {
                let vowel = "aeiou".contains(pieces[start].word.first ?? "x")
                pieces[start].text = (vowel ? "an " : "a ") + pieces[start].text.uncapitalizedFirst
                pieces[start].hasArticle = true
            }
        }
        return pieces
    }

    private static let places = WordClass.words(
        """
        store gym office hospital house mall beach supermarket courthouse pharmacy clinic airport
        """)

    private static let rides = WordClass.words("bus subway train recording")

    /// What is continued or reviewed has been there before.
    private static let known: Set<String> = [
        "continue", "review", "resume", "update", "revisit", "adjust", "check", "bring", "repeat",
    ]

    private static func isKnown(after before: Piece, _ noun: Piece) -> Bool {
        guard let verb = before.verb, known.contains(verb.base) else { return false }
        return !noun.isAdjective || noun.word == "current"
    }

    /// “values worksheet”: the article stands before the first of two nouns.
    private static func compound(from start: Int, in pieces: [Piece]) -> Int {
        var first = start
        while first > 0, start - first < 2, isPlainNoun(pieces[first - 1]) { first -= 1 }
        guard first < start else { return start }
        if first == 0 { return first }
        return pieces[first - 1].verb != nil && !pieces[first - 1].isAdjective ? first : start
    }

    private static func isPlainNoun(_ piece: Piece) -> Bool {
        piece.kind == .word && !piece.isNumber && !piece.endsPhrase && !piece.isDeterminer
            && !piece.isAdjective && piece.verb == nil && !piece.isGerund && !piece.isArrow
            && !WordClass.kin.contains(piece.word) && !WordClass.pronouns.contains(piece.word)
            && !WordClass.auxiliaries.contains(piece.word)
            && (piece.text.first?.isLowercase ?? false) && !piece.word.hasSuffix("s's")
            && piece.text.allSatisfy { $0.isLetter || $0 == "-" }
            && !["not", "no", "never", "client", "patient", "therapist", "to"].contains(piece.word)
    }

    private static func takesArticle(after before: Piece?, isThing: Bool) -> Bool {
        if let before, before.isGerund, isThing { return false }
        if let verb = before?.verb, verb.form == .base, isThing || verb.base == "plan",
            Verb.rather.contains(verb.base)
        {
            return false
        }
        guard let before, before.kind == .word else { return true }
        if [
            "pacing", "coping", "thinking", "no", "not", "without", "denies", "denied", "never",
            "of", "/",
        ].contains(before.word) {
            return false
        }
        return before.isPreposition || before.isConjunction
            || before.verb != nil
                && !before.isAdjective
            || before.isGerund
    }
}

extension String {
    fileprivate var uncapitalizedFirst: String {
        guard dropFirst().first?.isLowercase ?? true else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
