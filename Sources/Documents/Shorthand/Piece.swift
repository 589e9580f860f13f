/// A token spelled out: what the note will say for it, and where it was typed.
struct Piece: Equatable, Sendable {
    var text: String
    var range: Range<Int>
    var kind: Token.Kind = .word
    /// The marks of its lexicon entry.
    var marks: Set<Character> = []
    /// A number with what belongs to it.
    var isNumber = false
    /// How often something happened, such as “3 times”.
    var isCount = false

    var word: String { text.lowercased() }
    /// The first and last words of an expansion decide how it joins its neighbours.
    var firstWord: String { word.split(separator: " ").first.map(String.init) ?? word }
    var lastWord: String { word.split(separator: " ").last.map(String.init) ?? word }

    func isMark(_ text: String) -> Bool { kind == .mark && self.text == text }

    var verb: Verb? {
        guard kind == .word, !isNumber, !marks.contains("n"), !marks.contains("?"),
            !(text.count > 1 && text == text.uppercased())
        else {
            return nil
        }
        return Verb.reading(firstWord)
    }

    var isGerund: Bool {
        kind == .word && !marks.contains("n") && !isAdjective && WordClass.isGerund(firstWord)
    }
    var isAdjective: Bool { kind == .word && WordClass.adjectives.contains(word) }
    var isAdverb: Bool { kind == .word && WordClass.adverbs.contains(word) }
    var isPreposition: Bool { kind == .word && WordClass.prepositions.contains(firstWord) }
    var isDeterminer: Bool { kind == .word && WordClass.determiners.contains(word) }
    var isConjunction: Bool { kind == .word && ["and", "but", "or", "then"].contains(word) }
    var isArrow: Bool { ["↑", "↓", "↑↑", "↓↓"].contains(text) }
    var isTopic: Bool { marks.contains("t") }
    var isNoun: Bool { marks.contains("n") }

    /// Neither goes on with a noun phrase nor is part of one.
    var endsPhrase: Bool { kind == .mark || isPreposition || isConjunction || isAdverb }
}

extension Array where Element == Piece {
    var range: Range<Int> {
        (first?.range.lowerBound ?? 0)..<(last?.range.upperBound ?? 0)
    }

    /// As it is written in a sentence: quotations in curly quotes, no blank before a comma.
    var prose: String {
        var text = ""
        var glued = true
        for piece in self {
            switch piece.kind {
            case .quoted:
                text += (glued ? "" : " ") + "“\(piece.text)”"
                glued = false
            case .mark where piece.text == "(" || piece.text == "[":
                text += (glued ? "" : " ") + piece.text
                glued = true
            case .mark where piece.text == "–":
                text += " –"
                glued = false
            case .mark:
                text += piece.text
                glued = false
            case .lineBreak: glued = text.isEmpty
            case .word where piece.text == "/":
                text += "/"
                glued = true
            case .word:
                text += (glued ? "" : " ") + piece.text
                glued = false
            }
        }
        return text
    }
}

extension ArraySlice where Element == Piece {
    var array: [Piece] { Array(self) }
    var prose: String { array.prose }
}
