/// Small repairs between neighbouring pieces: per week, an argument, 3 panic attacks, from 7 to 3.
enum Phrasing {
    static func refine(_ pieces: [Piece]) -> [Piece] {
        articles(in: days(in: counts(in: arrows(in: moods(in: signs(in: pieces))))))
    }

    /// “beers/night”, “>3”, “A/B” after a negation, “+” between words.
    private static func signs(in pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for index in pieces.indices where pieces[index].kind == .word {
            let before = index > 0 ? pieces[index - 1] : nil
            let after = index + 1 < pieces.count ? pieces[index + 1] : nil
            switch pieces[index].text {
            case "/":
                if let after, WordClass.units.contains(after.word) { pieces[index].text = "per" }
            case ">" where after?.isNumber ?? false: pieces[index].text = "more than"
            case "<" where after?.isNumber ?? false: pieces[index].text = "less than"
            case "+"
            where before?.kind == .word && after?.kind == .word && before?.isNumber == false:
                pieces[index].text = "and"
            case "=" where before?.kind == .word: pieces[index].text = "of"
            case "x", "×": break
            default: break
            }
        }
        var negated = false
        for index in pieces.indices {
            if pieces[index].kind != .word { negated = false }
            if ["no", "without", "not", "denies", "denied", "never"].contains(pieces[index].word) {
                negated = true
            }
            if pieces[index].text == "/", negated { pieces[index].text = "or" }
        }
        return pieces
    }

    /// “mood anx” is a mood, so it is anxious; “to ↓ avoidance” is to decrease it.
    private static func moods(in pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        let adjectives = ["anxiety": "anxious", "depression": "depressed"]
        for index in pieces.indices where pieces[index].kind == .word {
            let before = index > 0 ? pieces[index - 1] : nil
            let after = index + 1 < pieces.count ? pieces[index + 1] : nil
            let short = pieces[index].range.count < pieces[index].text.utf8.count
            if let adjective = adjectives[pieces[index].text], short,
                ["mood", "affect"].contains(before?.word) || after?.word == "mood"
            {
                pieces[index].text = adjective
                pieces[index].marks = []
            }
            if pieces[index].isArrow, let before, before.kind == .word {
                let rises = pieces[index].text.hasPrefix("↑")
                if ["to", "will", "can", "help", "helps"].contains(before.word) {
                    pieces[index].text = rises ? "increase" : "decrease"
                } else if before.isPreposition || before.isConjunction || before.isDeterminer {
                    pieces[index].text = rises ? "increased" : "decreased"
                }
            }
            if before?.word == "oriented", pieces[index].isCount {
                let digits = pieces[index].text.prefix(while: \.isNumber)
                pieces[index].text = "×\(digits)"
                pieces[index].isCount = false
            }
            if pieces[index].isNumber, let after, windows.contains(after.word) {
                let words = pieces[index].text.split(separator: " ")
                if words.count == 2, let unit = words.last, Numbers.isUnit(String(unit)) {
                    let single = unit.hasSuffix("s") ? unit.dropLast() : unit
                    pieces[index].text = "\(words[0])-\(single)"
                }
            }
        }
        return pieces
    }

    private static let windows: Set<String> = ["window", "limit", "shift", "course", "session"]

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// “argued with wife Saturday” is on Saturday; “4 of 7 days” is on so many days.
    private static func days(in pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for index in pieces.indices.dropFirst() {
            let before = pieces[index - 1]
            let open = ["next", "last", "this", "every", "each", "and", "or", "on", "by", "until"]
            guard before.kind == .word, !before.isPreposition, !open.contains(before.word) else {
                continue
            }
            let words = pieces[index].text.split(separator: " ")
            let isShare = pieces[index].isNumber && words.count == 4 && words[1] == "of"
            if weekdays.contains(pieces[index].word) || isShare {
                pieces[index].text = "on " + pieces[index].text
            }
        }
        return pieces
    }

    /// 7 → 3 is from 7 to 3; between words an arrow leads to something.
    private static func arrows(in pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        for (index, piece) in pieces.enumerated() {
            guard piece.text == "→" else {
                result.append(piece)
                continue
            }
            let after = index + 1 < pieces.count ? pieces[index + 1] : nil
            if let before = result.last, before.isAdjective, let after, after.isAdjective {
                result.append(Piece(text: "then", range: piece.range))
            } else if let before = result.last, before.isNumber, let after, after.isNumber {
                result[result.count - 1].text = "from " + before.text
                result.append(Piece(text: "to", range: piece.range))
            } else {
                result.append(Piece(text: "leading to", range: piece.range))
            }
        }
        return result
    }

    /// “panic attacks x3” is 3 panic attacks.
    private static func counts(in pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for index in pieces.indices.dropFirst() where pieces[index].isCount {
            let noun = pieces[index - 1]
            guard noun.marks.contains("c") || Phrasing.countable.contains(noun.lastWord),
                let number = pieces[index].text.split(separator: " ").first
            else { continue }
            let plural = number == "1" || noun.text.hasSuffix("s") ? noun.text : noun.text + "s"
            pieces[index - 1].text = "\(number) \(plural)"
            pieces[index - 1].range = noun.range.lowerBound..<pieces[index].range.upperBound
            pieces[index - 1].marks.remove("c")
            pieces[index - 1].isNumber = true
            pieces[index].text = ""
        }
        return pieces.filter { !$0.text.isEmpty || $0.kind == .quoted }
    }

    static let countable = WordClass.words(
        """
        argument fight nightmare headache migraine breakup flashback deadline appointment promotion
        interview date relapse conversation meeting falling-out disagreement panic-attack binge trip
        job referral worksheet letter list log journal support-group break-in misunderstanding
        confrontation
        """)

    private static let places = WordClass.words(
        "store gym office hospital house mall beach supermarket courthouse pharmacy clinic airport")

    /// Puts “a” before a noun that can't stand alone, and “the” before well-known places.
    private static func articles(in pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for index in pieces.indices {
            let piece = pieces[index]
            guard piece.kind == .word, !piece.isNumber else { continue }
            let isCountable =
                piece.marks.contains("c") || Phrasing.countable.contains(piece.word)
            let isPlace = Phrasing.places.contains(piece.word)
            guard isCountable || isPlace else { continue }
            var start = index
            while start > 0, pieces[start - 1].isAdjective, !pieces[start - 1].isNumber {
                start -= 1
            }
            let before = start > 0 ? pieces[start - 1] : nil
            let next = index + 1 < pieces.count ? pieces[index + 1] : nil
            if let next, next.kind == .word, !next.endsPhrase, !next.isNumber, next.verb == nil,
                !next.isGerund, next.text != "/"
            {
                continue
            }
            if isPlace {
                guard let before, ["at", "to", "from", "in"].contains(before.word) else { continue }
                pieces[start].text = "the " + pieces[start].text
            } else if takesArticle(after: before) {
                let vowel = "aeiou".contains(pieces[start].word.first ?? "x")
                pieces[start].text = (vowel ? "an " : "a ") + pieces[start].text.uncapitalizedFirst
            }
        }
        return pieces
    }

    private static func takesArticle(after before: Piece?) -> Bool {
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
    fileprivate var uncapitalizedFirst: String { prefix(1).lowercased() + dropFirst() }
}
