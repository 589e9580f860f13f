/// Words that tell something about a client, whatever field they stand in.
///
/// The second look at a text that leaves: the first is where it comes from. A pattern is one or more
/// words; `*` at the end of a word stands for any ending, alone for any one word. A false alarm costs
/// her an edit, a miss can't be taken back.
package enum DisclosureWords {
    /// What a text tells, with the words that tell it; in the order of the text.
    package struct Hit: Equatable, Sendable {
        package let words: String
        /// It is one of these; which one, the words alone don't say.
        package let items: [DisclosureItem]
    }

    /// `known` are names that the letter bears anyway: the client's, the recipient's, her own.
    package static func hits(in text: String, known: [String] = []) -> [Hit] {
        let words = DisclosureWords.words(of: text)
        var spoken = words.map { Array($0.folded.utf8) }
        for start in spoken.indices {
            for (_, count) in harmlessIndex.matches(at: start, in: spoken) {
                for place in start..<start + count { spoken[place] = [] }
            }
        }
        let names = Set(known.flatMap { DisclosureWords.words(of: $0).map(\.folded) })
        // “Sister Bay School” is a name; “her sister” is none.
        let isKnown = { (word: Word) in
            names.contains(word.folded) && word.text.first?.isUppercase == true
        }
        var found: [(start: Int, hit: Hit)] = []
        let matches = spoken.indices.map { index.matches(at: $0, in: spoken) }
        let isOfTreatment = spoken.indices.contains { !besides.matches(at: $0, in: spoken).isEmpty }
        // “Twice a week” may count sessions, unless it counts something else that is named.
        let countsOther = matches.joined().contains { group, _ in
            groups[group].items.contains {
                [.symptoms, .functionalLimits, .medications, .recommendations].contains($0)
            }
        }
        for start in spoken.indices {
            for (group, count) in matches[start]
            where isOfTreatment || !countsOther || !groups[group].isOfTimes {
                let range = start..<start + count
                if range.allSatisfy({ isKnown(words[$0]) }) { continue }
                let shown = words[range].map(\.text).joined(separator: " ")
                found.append((start, Hit(words: shown, items: groups[group].items)))
            }
        }
        for (index, word) in words.enumerated()
        where !spoken[index].isEmpty && !isKnown(word) {
            if let items = shape(of: word.text, at: index, in: words, known: names) {
                found.append((index, Hit(words: word.text, items: items)))
            }
        }
        return found.sorted { $0.start < $1.start }.map(\.hit)
    }

    // MARK: - Words

    struct Word {
        let text: String
        let folded: String
        /// Something like a comma stands after it.
        let isLast: Bool

        var isCapitalized: Bool {
            text.first?.isUppercase == true && text.dropFirst().allSatisfy { !$0.isUppercase }
                && text.count > 1 && text.allSatisfy { $0.isLetter || "-'’".contains($0) }
        }

        struct Pattern {
            let letters: [UInt8]
            let isBeginning: Bool

            init(_ text: Substring) {
                isBeginning = text.hasSuffix("*")
                letters = Array((isBeginning ? text.dropLast() : text).utf8)
            }

            func fits(_ word: [UInt8]) -> Bool {
                !word.isEmpty
                    && (isBeginning ? word.starts(with: letters) : word == letters)
            }
        }
    }

    private static func words(of text: String) -> [Word] {
        text.split { $0.isWhitespace || "()[]“”\"/—–:;!?,".contains($0) }
            .compactMap { part in
                var word = part
                while let last = word.last, ".'’".contains(last) { word = word.dropLast() }
                while let first = word.first, "'’".contains(first) { word = word.dropFirst() }
                guard !word.isEmpty else { return nil }
                var folded = word.lowercased().replacing("’", with: "'")
                if folded.hasSuffix("'s") { folded = String(folded.dropLast(2)) }
                let after = text[part.endIndex...].first
                let isLast =
                    word.endIndex != part.endIndex || after.map { !$0.isWhitespace } ?? true
                return Word(text: String(word), folded: folded, isLast: isLast)
            }
    }

    /// What a word tells by its form: a code, a telephone number, a person's name.
    private static func shape(
        of word: String, at index: Int, in words: [Word], known: Set<String>
    ) -> [DisclosureItem]? {
        let signs = Array(word.utf8)
        let isDigit = { (sign: UInt8) in (48...57).contains(sign) }
        if signs.count >= 3, (65...90).contains(signs[0]), isDigit(signs[1]), isDigit(signs[2]),
            signs.count == 3 || signs[3] == UInt8(ascii: ".")
        {
            return [.diagnosis]
        }
        let before = index > 0 ? words[index - 1].folded : ""
        let isTitled = ["mr", "mrs", "ms", "mx", "miss"].contains(before)
        if word.first?.isUppercase == true, isTitled || givenNames.contains(word.lowercased()) {
            return [.thirdPartyInfo, .familyInfo]
        }
        if word.hasPrefix("$") { return [.billing] }
        if !words[index].isLast, index + 1 < words.count,
            words[index...index + 1].allSatisfy({
                $0.isCapitalized && !noNames.contains($0.folded) && !known.contains($0.folded)
            }),
            index + 2 == words.count || words[index + 1].isLast
                || !words[index + 2].isCapitalized || !noNames.contains(words[index + 2].folded)
        {
            return [.thirdPartyInfo, .familyInfo]
        }
        return nil
    }

    // MARK: - Tables

    struct Group {
        let items: [DisclosureItem]
        let patterns: [[Word.Pattern]]
        /// Times and days, which tell it only where they are those of the treatment.
        let isOfTimes: Bool

        init(_ items: DisclosureItem..., of patterns: String, isOfTimes: Bool = false) {
            self.items = items
            self.patterns = DisclosureWords.patterns(patterns)
            self.isOfTimes = isOfTimes
        }
    }

    /// Patterns by the first two letters of their first word.
    private struct Index {
        private var byStart: [UInt16: [(group: Int, pattern: [Word.Pattern])]] = [:]
        private var anyStart: [(group: Int, pattern: [Word.Pattern])] = []

        init(_ groups: [[[Word.Pattern]]]) {
            for (group, patterns) in groups.enumerated() {
                for pattern in patterns {
                    let letters = pattern[0].letters
                    if letters.count < 2 {
                        anyStart.append((group, pattern))
                    } else {
                        byStart[Self.key(letters), default: []].append((group, pattern))
                    }
                }
            }
        }

        private static func key(_ letters: [UInt8]) -> UInt16 {
            UInt16(letters[0]) << 8 | UInt16(letters[1])
        }

        /// The groups whose patterns begin at this word, and how many words each takes.
        func matches(at start: Int, in words: [[UInt8]]) -> [(group: Int, count: Int)] {
            guard !words[start].isEmpty else { return [] }
            let likely = words[start].count < 2 ? [] : byStart[Self.key(words[start])] ?? []
            return (likely + anyStart).compactMap { group, pattern in
                guard start + pattern.count <= words.count,
                    pattern.indices.allSatisfy({ pattern[$0].fits(words[start + $0]) })
                else { return nil }
                return (group, pattern.count)
            }
        }
    }

    private static let index = Index(groups.map(\.patterns))
    private static let harmlessIndex = Index([harmless])
    private static let besides = Index([patterns(treatmentWords)])

    static func patterns(_ text: String) -> [[Word.Pattern]] {
        text.split(separator: ",")
            .map { $0.split(whereSeparator: \.isWhitespace).map(Word.Pattern.init) }
            .filter { !$0.isEmpty }
    }
}
