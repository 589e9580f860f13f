/// A word, sign or quotation as it was typed, and where.
struct Token: Equatable, Sendable {
    enum Kind: Sendable { case word, mark, quoted, lineBreak }

    var text: String
    var range: Range<Int>
    var kind: Kind
    /// A blank stood before it.
    var spaced: Bool
}

/// Cuts a text into tokens. Every byte but blanks belongs to exactly one of them.
struct Tokenizer {
    private let characters: [(sign: Character, start: Int, end: Int)]
    private var place = 0
    private var tokens: [Token] = []
    private let lexicon: Lexicon

    static func tokens(of text: String, lexicon: Lexicon = .clinical) -> [Token] {
        var tokenizer = Tokenizer(text, lexicon)
        return tokenizer.run()
    }

    private init(_ text: String, _ lexicon: Lexicon) {
        var offset = 0
        characters = text.map { sign in
            let start = offset
            offset += sign.utf8.count
            return (sign, start, offset)
        }
        self.lexicon = lexicon
    }

    private static let arrows: Set<Character> = ["↑", "↓", "→", "↔", "^"]
    private static let closing: [Character: Set<Character>] = [
        "\"": ["\""], "“": ["”", "\""], "«": ["»"],
    ]
    private static let kept: Set<String> = [
        "dr.", "mr.", "mrs.", "ms.", "st.", "vs.", "e.g.", "i.e.", "a.m.", "p.m.",
    ]

    private func sign(_ ahead: Int = 0) -> Character? {
        characters.indices.contains(place + ahead) ? characters[place + ahead].sign : nil
    }

    private mutating func add(_ kind: Token.Kind, _ count: Int, text: String? = nil) {
        let range = characters[place].start..<characters[place + count - 1].end
        let written = String(characters[place..<(place + count)].map(\.sign))
        let spaced = place == 0 || characters[place - 1].sign.isWhitespace
        tokens.append(Token(text: text ?? written, range: range, kind: kind, spaced: spaced))
        place += count
    }

    private mutating func run() -> [Token] {
        while let next = sign() {
            if next.isNewline {
                add(.lineBreak, 1)
            } else if next.isWhitespace {
                place += 1
            } else if let ends = Tokenizer.closing[next], let length = quotation(ends) {
                let inner = String(characters[(place + 1)..<(place + length - 1)].map(\.sign))
                add(.quoted, length, text: inner)
            } else if let length = arrow() {
                let up = sign()
                add(.word, length, text: next == "-" || next == "=" ? "→" : arrowText(up, length))
            } else if "()[],;:!?".contains(next) {
                add(.mark, 1)
            } else if "-–—•*·".contains(next), stands(alone: 1) {
                add(.mark, 1, text: "–")
            } else if next == "." {
                add(.mark, 1)
            } else {
                word()
            }
        }
        return tokens
    }

    private func stands(alone length: Int) -> Bool {
        let before = place == 0 || characters[place - 1].sign.isWhitespace
        return before && (sign(length)?.isWhitespace ?? true)
    }

    private func quotation(_ ends: Set<Character>) -> Int? {
        guard let end = characters[(place + 1)...].firstIndex(where: { ends.contains($0.sign) }),
            end > place + 1
        else { return nil }
        return end - place + 1
    }

    private func arrow() -> Int? {
        guard let next = sign() else { return nil }
        if Tokenizer.arrows.contains(next) {
            return characters[place...].prefix { $0.sign == next }.count
        }
        guard next == "-" || next == "=" else { return nil }
        let shaft = characters[place...].prefix { $0.sign == next }.count
        return sign(shaft) == ">" ? shaft + 1 : nil
    }

    private func arrowText(_ sign: Character?, _ length: Int) -> String {
        let text = sign == "^" ? "↑" : String(sign ?? "→")
        return length > 1 && text != "→" ? text + text : text
    }

    /// Reads a run of word characters, then cuts it where shorthand glues words together.
    private mutating func word() {
        var length = 1
        while let next = sign(length), !Tokenizer.endsWord(next) {
            if next == "," || next == ":" {
                let digitsAround =
                    (sign(length - 1)?.isNumber ?? false) && (sign(length + 1)?.isNumber ?? false)
                if !digitsAround { break }
            }
            if next == "-" || next == "=", sign(length + 1) == ">" { break }
            length += 1
        }
        let run = String(characters[place..<(place + length)].map(\.sign))
        if run.lowercased() == "re", sign(length) == ":" { return add(.word, 3, text: "re:") }
        if run.hasSuffix("."), run.count > 1, !keepsItsPoint(run) {
            while length > 1, sign(length - 1) == "." { length -= 1 }
        }
        cut(length)
    }

    private static func endsWord(_ sign: Character) -> Bool {
        if let ascii = sign.asciiValue { return asciiEnds.contains(ascii) }
        return sign.isWhitespace || "“”«»".contains(sign) || arrows.contains(sign)
    }

    private static let asciiEnds = Array(" \t\n\r\u{B}\u{C}()[];!?\"^".utf8)

    private func keepsItsPoint(_ run: String) -> Bool {
        if Tokenizer.kept.contains(run.lowercased()) { return true }
        let letters = run.dropLast()
        return letters.count == 1 && letters.allSatisfy(\.isUppercase)
            || (letters.contains(".") && letters.count <= 5
                && letters.allSatisfy { $0 == "." || $0.isUppercase })
    }

    private mutating func cut(_ length: Int) {
        let run = characters[place..<(place + length)].map(\.sign)
        let text = String(run)
        if lexicon.entry(for: text) != nil || length == 1 { return add(.word, length) }
        if let first = run.first, "+~@><=#?&".contains(first) {
            let same = first == "+" ? run.prefix { $0 == "+" }.count : 1
            add(.word, same)
            return same < length ? cut(length - same) : ()
        }
        // A minus sign says that something is absent: -SI, SI-.
        if let first = run.first, "-–−".contains(first), isRisk(String(run.dropFirst())) {
            add(.word, 1)
            return cut(length - 1)
        }
        if let last = run.last, "-–−".contains(last), isRisk(String(run.dropLast())) {
            cut(length - 1)
            return add(.word, 1)
        }
        if text.lowercased().hasPrefix("w/"), length > 2 {
            add(.word, 2)
            return cut(length - 2)
        }
        if let first = run.first, first.isNumber || numberAfterTimes(run) {
            return add(.word, length)
        }
        let pluses = run.reversed().prefix { $0 == "+" }.count
        if pluses > 0 {
            cut(length - pluses)
            return add(.word, pluses)
        }
        for (index, sign) in run.enumerated() where "/+=".contains(sign) && index > 0 {
            guard index + 1 < length else { break }
            cut(index)
            add(.word, 1)
            return cut(length - index - 1)
        }
        add(.word, length)
    }

    private func isRisk(_ text: String) -> Bool {
        let first = text.split(separator: "/").first.map(String.init) ?? text
        return lexicon.entry(for: first)?.marks.contains("r") ?? false
    }

    /// x3, x3/wk, ×2.
    private func numberAfterTimes(_ run: [Character]) -> Bool {
        run.count > 1 && "x×X".contains(run[0]) && run[1].isNumber
    }
}
