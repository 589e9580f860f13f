/// Spells out abbreviations, signs and numbers, piece by piece. Unknown words stay as typed.
struct Expansion: Sendable {
    let lexicon: Lexicon
    /// Whether the text tells the therapist's own work, where MI is an interview and not a heart.
    let tellsWork: Bool

    init(lexicon: Lexicon = .clinical, tellsWork: Bool = false) {
        self.lexicon = lexicon
        self.tellsWork = tellsWork
    }

    func pieces(of text: String) -> [Piece] {
        let tokens = calmed(Tokenizer.tokens(of: text, lexicon: lexicon))[...]
        var pieces: [Piece] = []
        var rest = tokens
        while let token = rest.first {
            let (piece, count) = piece(at: rest, after: pieces)
            pieces.append(piece ?? Piece(text: token.text, range: token.range, kind: token.kind))
            rest = rest.dropFirst(count)
        }
        return Phrasing.refine(ListMarkers.removed(from: pieces), tellsWork: tellsWork)
    }

    /// A text all in capitals is read as if it had none, but for its abbreviations.
    private func calmed(_ tokens: [Token]) -> [Token] {
        let words = tokens.filter { $0.kind == .word && $0.text.count(where: \.isLetter) > 3 }
        let joins = tokens.contains { WordClass.prepositions.contains($0.text.lowercased()) }
        guard words.count > 1 || (words.count == 1 && joins),
            !tokens.contains(where: { $0.kind == .word && $0.text.contains(where: \.isLowercase) })
        else { return tokens }
        return tokens.map { token in
            let lower = token.text.lowercased()
            let isKnown =
                WordClass.prepositions.contains(lower) || WordClass.determiners.contains(lower)
                || WordClass.pronouns.contains(lower) || WordClass.auxiliaries.contains(lower)
                || ["not", "and", "but", "or", "end", "did"].contains(lower)
                || Verb.reading(lower) != nil
            guard token.kind == .word, lexicon.entry(for: token.text) == nil,
                isKnown || token.text.count > 4
            else { return token }
            var token = token
            token.text = lower
            return token
        }
    }

    /// The ambiguous short forms of a text, each once.
    func ambiguous(in text: String) -> [String] {
        pieces(of: text).filter { $0.marks.contains("?") }.map(\.text)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func piece(at tokens: ArraySlice<Token>, after pieces: [Piece]) -> (Piece?, Int) {
        guard let token = tokens.first, token.kind == .word else { return (nil, 1) }
        if let day = Day(iso: token.text) {
            return (Piece(text: day.spoken, range: token.range, isNumber: true), 1)
        }
        if let number = Numbers.reading(tokens) {
            let last = tokens[tokens.startIndex + number.count - 1]
            return (
                Piece(
                    text: number.text, range: token.range.lowerBound..<last.range.upperBound,
                    isNumber: true, isCount: number.isCount), number.count
            )
        }
        for length in stride(
            from: min(lexicon.longestForm(from: token.text), tokens.count), through: 1, by: -1)
        {
            let run = tokens.prefix(length)
            guard run.last?.kind == .word, let last = run.last,
                !run.dropFirst().contains(where: { $0.kind == .quoted || $0.kind == .lineBreak }),
                let entry = lexicon.entry(for: written(run), telling: tellsWork)
            else { continue }
            return (
                Piece(
                    text: entry.text, range: token.range.lowerBound..<last.range.upperBound,
                    marks: entry.marks), length
            )
        }
        let word = token.text.lowercased()
        if let oriented = Expansion.orientation(word) {
            return (Piece(text: oriented, range: token.range), 1)
        }
        if word == "hi", let before = pieces.last,
            ["denies", "denied", "no", "or"].contains(before.word)
        {
            return (Piece(text: "homicidal ideation", range: token.range, marks: ["n", "r"]), 1)
        }
        return (nil, 1)
    }

    private func written(_ tokens: ArraySlice<Token>) -> String {
        tokens.reduce("") { text, token in
            text.isEmpty || token.kind == .mark ? text + token.text : text + " " + token.text
        }
    }

    /// A&Ox4, AOx3.
    private static func orientation(_ word: String) -> String? {
        for beginning in ["a&ox", "aox", "a&o×"] where word.hasPrefix(beginning) {
            let times = word.dropFirst(beginning.count)
            guard times.count == 1, times.allSatisfy(\.isNumber) else { continue }
            return "alert and oriented ×\(times)"
        }
        return nil
    }
}
