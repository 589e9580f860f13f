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
    /// An article was put before it that she did not write.
    var hasArticle = false

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
        return Verb.reading(firstWord) ?? (isNoun ? nil : Verb.past(byEnding: firstWord))
    }

    var isGerund: Bool {
        kind == .word && !marks.contains("n") && !isAdjective && WordClass.isGerund(firstWord)
    }
    var isAdjective: Bool { kind == .word && WordClass.adjectives.contains(word) }
    var isAdverb: Bool {
        kind == .word && (WordClass.adverbs.contains(word) || WordClass.isManner(word))
    }
    var isPreposition: Bool { kind == .word && WordClass.prepositions.contains(firstWord) }
    var isDeterminer: Bool { kind == .word && WordClass.determiners.contains(word) }
    var isConjunction: Bool { kind == .word && ["and", "but", "or", "then"].contains(word) }
    var isArrow: Bool { ["↑", "↓", "↑↑", "↓↓"].contains(text) }
    var isTopic: Bool { marks.contains("t") }
    var isNoun: Bool { marks.contains("n") }

    /// “Jonas”: a capital on a word that is in no list here.
    var isName: Bool {
        kind == .word && marks.isEmpty && text.first?.isUppercase ?? false
            && text.dropFirst().allSatisfy(\.isLowercase) && text.count > 1 && verb == nil
            && !isAdjective && !isAdverb && !isPreposition && !isDeterminer && !isGerund
            && !isConjunction && !WordClass.kin.contains(word)
            && !WordClass.pronouns.contains(word) && !WordClass.auxiliaries.contains(word)
            && !WordClass.commonNouns.contains(word) && !Client.isNoun(text)
            && !Phrasing.countable.contains(word) && !["not", "no", "never"].contains(word)
    }

    /// The number of a count: 3 of “3 times”, 1 of “once”.
    var digits: String {
        let given = ["once": "1", "twice": "2"]
        return given[word] ?? String(text.prefix(while: \.isNumber))
    }

    /// “25 minutes”, but not “3 times”.
    var isDuration: Bool {
        guard isNumber, !isCount, let first = text.first, first.isNumber else { return false }
        let words = text.split(separator: " ")
        return words.count == 2
            && ["hour", "hours", "minute", "minutes", "second", "seconds"].contains(words[1])
    }

    /// The noun with “the” in place of an article that was put before it.
    var definite: Piece {
        var piece = self
        guard hasArticle else { return piece }
        for article in ["a ", "an "] where text.hasPrefix(article) {
            piece.text = "the " + text.dropFirst(article.count)
        }
        return piece
    }

    /// A capital on a word of small letters, as a name has it.
    var isCapitalized: Bool {
        text.first?.isUppercase ?? false && text.dropFirst().contains(where: \.isLowercase)
    }

    var isPlainNoun: Bool { isPlainWord && !endsPhrase && !isAdjective && verb == nil }

    var isPlainWord: Bool { kind == .word && !isNumber && !isDeterminer && !isNoun }

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
