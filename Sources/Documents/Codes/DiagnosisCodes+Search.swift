extension DiagnosisCodes {
    /// The codes that these words, or this beginning of a code, may mean; the likeliest first.
    ///
    /// Each word must begin a word of the title or of an inclusion term, be the initials of one
    /// (PTSD, GAD), or begin the code. Complete codes come before their categories, titles before
    /// terms, a code that is called so itself before one whose category is, disorders (F) before
    /// symptoms and circumstances, short titles before long ones.
    package func search(_ words: String, limit: Int) -> [Code] {
        let query = words.utf8.prefix(100).filter { $0 != UInt8(ascii: ".") && $0 != apostrophe }
        let wanted = query.split { !isPartOfWord($0) }.prefix(8).map { $0.map(capital) }
        guard !wanted.isEmpty, limit > 0 else { return [] }
        var found: [(rank: (Int, Int, Int), code: Code)] = []
        var categories: [(row: Row, match: Match)] = []
        forEachRow { row in
            while let last = categories.last, !row.code.starts(with: last.row.code) {
                categories.removeLast()
            }
            let match = Match(of: row, with: wanted)
            let inherited = categories.reduce(into: Set()) { $0.formUnion($1.match.anywhere) }
            if let place = match.rank(inheriting: row.isLeaf ? inherited : []) {
                let kind = row.code.first == UInt8(ascii: "F") ? 0 : 1
                let length = place == 0 ? 0 : row.title.count
                found.append(
                    ((row.isLeaf ? place : place + Match.ranks, kind, length), row.value))
            }
            if !row.isLeaf { categories.append((row, match)) }
        }
        return found.sorted { $0.rank == $1.rank ? $0.code.code < $1.code.code : $0.rank < $1.rank }
            .prefix(limit).map(\.code)
    }
}

/// Which of the words, by their numbers, a row holds, and where.
private struct Match {
    static let ranks = 5
    let count: Int
    var inCode: Set<Int> = []
    var inTitle: Set<Int> = []
    var inTerms: Set<Int> = []
    var isFirst = false

    init(of row: DiagnosisCodes.Row, with words: [[UInt8]]) {
        count = words.count
        let code = row.code.filter { $0 != UInt8(ascii: ".") }
        inCode = Set(words.indices.filter { code.starts(with: words[$0]) })
        inTitle = Match.held(of: words, in: row.title)
        inTerms = Match.held(of: words, in: row.terms)
        isFirst = begins(row.title, with: words[0])
    }

    var anywhere: Set<Int> { inCode.union(inTitle).union(inTerms) }

    /// The smaller the likelier; nil if a word stands nowhere.
    func rank(inheriting inherited: Set<Int>) -> Int? {
        if inCode.count == count { return 0 }
        if inTitle.count == count { return isFirst ? 1 : 2 }
        if anywhere.count == count { return 3 }
        return anywhere.union(inherited).count == count ? 4 : nil
    }

    /// The words that begin a word of this text, or are the initials of its first words or of
    /// those of one of its terms, which semicolons part.
    private static func held(of words: [[UInt8]], in text: ArraySlice<UInt8>) -> Set<Int> {
        var held: Set<Int> = []
        var initials: [UInt8] = []
        var isWithin = false
        for (index, byte) in zip(text.indices, text) {
            if byte == UInt8(ascii: ";") { initials = [] }
            let wasWithin = isWithin
            isWithin = isPartOfWord(byte) || byte == apostrophe
            guard !wasWithin, isPartOfWord(byte) else { continue }
            initials.append(capital(byte))
            for (number, word) in words.enumerated() {
                if begins(text[index...], with: word) || (word.count > 2 && word == initials) {
                    held.insert(number)
                }
            }
        }
        return held
    }
}

/// Hyphens and apostrophes are passed over: “posttraumatic” finds “Post-traumatic”.
private func begins(_ text: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    var index = text.startIndex
    for wanted in word {
        while index < text.endIndex, text[index] == hyphen || text[index] == apostrophe {
            index += 1
        }
        guard index < text.endIndex, capital(text[index]) == wanted else { return false }
        index += 1
    }
    return true
}

private let hyphen = UInt8(ascii: "-")
private let apostrophe = UInt8(ascii: "'")

/// Letters and digits; the bytes of letters beyond ASCII count as well.
private func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 128 || (byte >= 48 && byte <= 57) || (capital(byte) >= 65 && capital(byte) <= 90)
}

private func capital(_ byte: UInt8) -> UInt8 {
    byte >= 97 && byte <= 122 ? byte - 32 : byte
}
