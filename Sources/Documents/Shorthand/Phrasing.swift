/// Small repairs between neighbouring pieces: per week, an argument, 3 panic attacks, from 7 to 3.
enum Phrasing {
    static func refine(_ pieces: [Piece], tellsWork: Bool = false) -> [Piece] {
        let read = days(in: counts(in: arrows(in: moods(in: signs(in: pieces)))))
        return Articles.put(in: tellsWork ? durations(in: read) : read)
    }

    /// “exposure 25 min” of work is exposure for 25 minutes.
    private static func durations(in pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for index in pieces.indices.dropFirst() where pieces[index].isDuration {
            let before = pieces[index - 1]
            let after = index + 1 < pieces.count ? pieces[index + 1] : nil
            guard before.kind == .word, !before.isPreposition, !before.isAdjective,
                !before.isConjunction, !before.isDeterminer, !before.isNumber, !before.isAdverb,
                before.verb.map({ $0.form == .gerund }) ?? true,
                after?.endsPhrase ?? true
            else { continue }
            pieces[index].text = "for " + pieces[index].text
        }
        return pieces
    }

    /// “beers/night”, “>3”, “A/B” after a negation, “+” between words.
    private static func signs(in pieces: [Piece]) -> [Piece] {
        var pieces = signed(pieces)
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

    /// “SI-” and “-SI” are no SI; “panic+” is +panic.
    private static func signed(_ pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for index in pieces.indices.dropFirst() {
            let (before, sign) = (pieces[index - 1], pieces[index])
            let next = index + 1 < pieces.count ? pieces[index + 1] : nil
            guard before.isNoun, sign.kind == .word,
                ["-", "–", "−", "+", "++"].contains(sign.text),
                sign.range.lowerBound == before.range.upperBound,
                next.map({ $0.kind != .word || $0.text == "/" }) ?? true
            else { continue }
            let both = before.range.lowerBound..<sign.range.upperBound
            pieces[index - 1] = Piece(text: sign.text, range: both)
            pieces[index] = before
            pieces[index].range = both
        }
        for index in pieces.indices.dropLast()
        where ["-", "–", "−"].contains(pieces[index].text) && pieces[index].kind == .word {
            if pieces[index + 1].isNoun { pieces[index].text = "no" }
        }
        // “-SI/-HI” is one negation for both.
        var kept: [Piece] = []
        for piece in pieces {
            if piece.text == "no", kept.last?.text == "/", kept.contains(where: { $0.text == "no" })
            {
                kept[kept.count - 1].range =
                    kept[kept.count - 1].range.lowerBound..<piece.range.upperBound
            } else {
                kept.append(piece)
            }
        }
        return kept
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
            if before?.lastWord == "oriented", pieces[index].isCount {
                let digits = pieces[index].digits
                pieces[index].text = "×\(digits)"
                pieces[index].isCount = false
            }
            if let before, before.isNumber,
                before.text.hasSuffix("hour") || before.text.hasSuffix("hours"),
                pieces[index].text.hasSuffix("m"),
                pieces[index].text.dropLast().allSatisfy(\.isNumber),
                pieces[index].text.count > 1
            {
                pieces[index].text = "\(pieces[index].text.dropLast()) minutes"
                pieces[index].isNumber = true
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
            if weekdays.contains(pieces[index].word) || isShare(pieces[index...])
                || isDate(pieces[index], after: before)
            {
                pieces[index].text = "on " + pieces[index].text
            } else if isClock(pieces[index]), !before.isNumber, before.text != "–" {
                pieces[index].text = "at " + pieces[index].text
            }
        }
        return pieces
    }

    /// “5 of 7 days”.
    private static func isShare(_ pieces: ArraySlice<Piece>) -> Bool {
        guard pieces.first?.isNumber ?? false else { return false }
        let words = pieces.prefix(3).flatMap { $0.text.split(separator: " ") }
        return words.count >= 4 && words[1] == "of"
            && ["day", "days", "night", "nights"].contains(words[3])
    }

    /// “pushed her 11/14”; a rating such as 6/10 is no date.
    private static func isDate(_ piece: Piece, after before: Piece) -> Bool {
        let parts = piece.text.split(separator: "/").compactMap { Int($0) }
        guard piece.isNumber, parts.count == 2, piece.text.allSatisfy({ $0.isNumber || $0 == "/" }),
            (1...12).contains(parts[0]), (1...31).contains(parts[1]),
            !before.isTopic, !["rate", "score"].contains(before.verb?.base ?? "")
        else { return false }
        let isFraction = parts[1] <= 4 && parts[0] < parts[1]
        let isMeeting = WordClass.meetings.contains(before.lastWord)
        guard !isFraction else { return false }
        guard isMeeting || ![5, 7, 10, 20, 30].contains(parts[1]) else { return false }
        return before.isNumber
            ? before.text.hasSuffix("mg")
            : isMeeting || before.isNoun || before.isName
                || WordClass.objects.contains(before.word) || before.word == "seen"
                || Phrasing.countable.contains(before.lastWord)
    }

    private static func isClock(_ piece: Piece) -> Bool {
        piece.isNumber && (piece.text.hasSuffix(" AM") || piece.text.hasSuffix(" PM"))
            && !piece.text.contains("–")
    }

    /// 7 → 3 is from 7 to 3; between words an arrow leads to something.
    private static func arrows(in pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        for (index, piece) in pieces.enumerated() {
            let after = index + 1 < pieces.count ? pieces[index + 1] : nil
            guard piece.text == "→" else {
                // A rating “80 to 45” is a change; “5 to 6 hours” of sleep is not.
                let count = result.count
                if piece.word == "to", after?.isNumber ?? false, count > 1,
                    result[count - 1].isNumber, result[count - 2].word == "suds"
                {
                    result[count - 1].text = "from " + result[count - 1].text
                }
                result.append(piece)
                continue
            }
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
            let number = pieces[index].digits
            let single = noun.text.hasSuffix("s") ? String(noun.text.dropLast()) : noun.text
            let last = single.split(separator: " ").last.map { $0.lowercased() } ?? ""
            guard
                noun.marks.contains("c") || Phrasing.countable.contains(last)
                    || WordClass.episodes.contains(last)
            else { continue }
            let verb = index > 1 ? pieces[index - 2].verb : nil
            let has = ["have", "report", "get", "endorse", "experience", "describe"]
            // “rehearsed script x2” is twice, not 2 scripts.
            if let verb, !has.contains(verb.base), !pieces[index - 2].isAdjective { continue }
            let plural = number == "1" ? single : single + "s"
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
        interview relapse conversation meeting falling-out disagreement panic-attack binge trip
        job referral worksheet letter list log journal support-group break-in misunderstanding
        confrontation outage emergency chart checklist schedule script
        """)
}
