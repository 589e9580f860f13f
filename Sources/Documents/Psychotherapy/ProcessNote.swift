/// A process note as sentences of plain words, with short forms written out by the lexicon.
enum ProcessNote {
    struct Sentence {
        let range: Range<Int>
        let words: [Word]
    }

    /// A word in lower case. Numbers are `#`, times of day `@`, diagnosis codes `$`, a colon `:`;
    /// `^` stands before the first.
    struct Word: Equatable {
        var text: String
        var range: Range<Int>
    }

    private typealias Sign = (sign: Character, start: Int, end: Int)

    static func sentences(of text: String) -> [Sentence] {
        var offset = 0
        let signs: [Sign] = text.map { sign in
            let start = offset
            offset += sign.utf8.count
            return (sign, start, offset)
        }
        var sentences: [Sentence] = []
        var start = 0
        for place in signs.indices where isEnd(of: signs, from: start, at: place) {
            add(signs[start...place], to: &sentences)
            start = place + 1
        }
        add(signs[start...], to: &sentences)
        return sentences
    }

    private static let unfinished: Set = ["dr", "mr", "mrs", "ms", "st", "vs", "e.g", "i.e", "no"]

    /// A line ends a sentence; so does a point before a blank, but for that of “Dr.” or an initial.
    private static func isEnd(of signs: [Sign], from start: Int, at place: Int) -> Bool {
        let sign = signs[place].sign
        if sign.isNewline { return true }
        guard ".!?…".contains(sign) else { return false }
        let next = place + 1
        guard next == signs.count || signs[next].sign.isWhitespace else { return false }
        guard sign == "." else { return true }
        // No short form is longer than four letters.
        let before = signs[start..<place].suffix(5).split { $0.sign.isWhitespace || $0.sign == "(" }
        guard let word = before.last, word.endIndex == place else { return true }
        return !unfinished.contains(String(word.map(\.sign)).lowercased())
            && !(word.count == 1 && word.allSatisfy(\.sign.isUppercase))
    }

    private static func add(_ signs: ArraySlice<Sign>, to sentences: inout [Sentence]) {
        guard let first = signs.firstIndex(where: { !$0.sign.isWhitespace }),
            let last = signs.lastIndex(where: { !$0.sign.isWhitespace })
        else { return }
        let range = signs[first].start..<signs[last].end
        let beginning = Word(text: "^", range: range.lowerBound..<range.lowerBound)
        sentences.append(
            Sentence(range: range, words: [beginning] + expanded(words(of: signs[first...last]))))
    }

    // MARK: Words

    /// Runs of letters and digits with what stands inside them; colons and arrows for themselves.
    private static func words(of signs: ArraySlice<Sign>) -> [Word] {
        var words: [Word] = []
        var run: [Sign] = []
        let close = {
            guard let first = run.first, let last = run.last else { return }
            words.append(
                Word(text: String(run.map(\.sign)), range: first.start..<last.end))
            run = []
        }
        for place in signs.indices {
            let sign = signs[place].sign
            let isInside =
                !run.isEmpty && place + 1 < signs.endIndex && isCore(signs[place + 1].sign)
            if isCore(sign)
                || isInside && "-–'’./:,&".contains(sign) && joins(sign, run, signs[place + 1].sign)
            {
                run.append(signs[place])
            } else {
                close()
                if ":↑↓".contains(sign) {
                    words.append(
                        Word(text: String(sign), range: signs[place].start..<signs[place].end))
                }
            }
        }
        close()
        return words
    }

    private static func isCore(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }

    /// Commas and colons hold only digits together.
    private static func joins(_ sign: Character, _ run: [Sign], _ next: Character) -> Bool {
        !",:".contains(sign) || (run.last?.sign.isNumber ?? false) && next.isNumber
    }

    /// Tests that are words of every day in small letters.
    private static let testsInCapitals: Set = ["AUDIT", "CAGE", "SPIN"]

    /// Short forms written out, numbers and codes recognised.
    private static func expanded(_ words: [Word]) -> [Word] {
        var expanded: [Word] = []
        var place = 0
        while place < words.count {
            let word = words[place]
            if let number = Amount(word) {
                expanded += number.words
                place += 1
                continue
            }
            if let (entry, length) = entry(at: place, in: words) {
                let range = word.range.lowerBound..<words[place + length - 1].range.upperBound
                expanded += entry.text.lowercased().split(separator: " ")
                    .map { Word(text: String($0), range: range) }
                place += length
                continue
            }
            for part in word.text.split(whereSeparator: { "/&".contains($0) }) {
                expanded += longForm(String(part)).split(separator: " ")
                    .map { Word(text: String($0), range: word.range) }
            }
            place += 1
        }
        return joined(expanded)
    }

    private static func longForm(_ written: String) -> String {
        if testsInCapitals.contains(written) { return written }
        let long = Lexicon.clinical.entry(for: written, telling: true)?.text ?? written
        return long.lowercased().replacing("’", with: "'")
    }

    private static func entry(at place: Int, in words: [Word]) -> (Lexicon.Entry, Int)? {
        for length in [3, 2, 1] where place + length <= words.count {
            let written = words[place..<(place + length)].map(\.text).joined(separator: " ")
            if let entry = Lexicon.clinical.entry(for: written, telling: true) {
                return (entry, length)
            }
        }
        return nil
    }

    /// A number before AM or PM is a time of day.
    private static func joined(_ words: [Word]) -> [Word] {
        var joined: [Word] = []
        for word in words {
            if ["am", "pm", "a.m", "p.m"].contains(word.text), let last = joined.last,
                ["#", "@"].contains(last.text)
            {
                joined[joined.count - 1] = Word(
                    text: "@", range: last.range.lowerBound..<word.range.upperBound)
            } else {
                joined.append(word)
            }
        }
        return joined
    }
}

/// A word that begins with a digit, or is a number or a diagnosis code: 50mg, 14:05, 2x/wk, F41.1.
private struct Amount {
    let words: [ProcessNote.Word]

    private static let numbers = WordClass.words(
        """
        two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
        sixty
        """)
    private static let units = [
        "h": "hours", "hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes",
        "wk": "week", "wks": "weeks", "mo": "month", "mos": "months", "p": "pm", "a": "am",
        "x": "times", "×": "times",
    ]

    init?(_ word: ProcessNote.Word) {
        let text = word.text
        let make = { ProcessNote.Word(text: $0, range: word.range) }
        if Amount.numbers.contains(text.lowercased()) {
            words = [make("#")]
        } else if Amount.isCode(text) {
            words = [make("$")]
        } else if "xX×".contains(text.prefix(1)), let rest = Amount.read(text.dropFirst()) {
            words = [make("#"), make("times")] + rest.dropFirst().map(make)
        } else if let read = Amount.read(text[...]) {
            words = read.map(make)
        } else {
            return nil
        }
    }

    /// The number, or times of day, and the units that are glued to it.
    private static func read(_ text: Substring) -> [String]? {
        guard text.first?.isNumber ?? false else { return nil }
        let digits = text.prefix { $0.isNumber || ".,:-–/".contains($0) }
        let clocks = digits.split { "-–".contains($0) }.count { $0.contains(":") }
        let units = text.dropFirst(digits.count).lowercased().split { "/-".contains($0) }
        return (clocks > 0 ? Array(repeating: "@", count: min(clocks, 2)) : ["#"])
            + units.map { Amount.units[String($0)] ?? String($0) }
    }

    /// F41.1, or F32: only mental disorders are told from other words without a point.
    private static func isCode(_ text: String) -> Bool {
        let signs = Array(text.prefix(9))
        guard (3...8).contains(signs.count), signs.allSatisfy({ $0.isASCII }), signs[0].isUppercase,
            signs[1].isNumber, signs[2].isNumber || signs[2].isUppercase
        else { return false }
        return signs.count == 3
            ? signs[0] == "F" && signs[2].isNumber : signs[3] == "." && signs.count > 4
    }
}
