/// A word or a turn of phrase that gives excluded content away, as one line of ``Turn/table``.
///
/// `dose/doses` is either word, `{drug}` any of a class, `#` a number, `@` a time of day, `$` a
/// diagnosis code, `..` up to four other words.
struct Turn: Sendable {
    let kind: ExcludedContent
    private let parts: [Part]

    private enum Part: Sendable {
        case oneOf(Set<String>)
        case gap
    }

    private static let longestGap = 4

    private init(kind: ExcludedContent, parts: [Part]) {
        self.kind = kind
        self.parts = parts
    }

    /// Behind which word it ends if it stands here; nil if it doesn't.
    func end(in words: [ProcessNote.Word], from place: Int) -> Int? {
        end(of: parts[...], in: words, from: place)
    }

    private func end(
        of parts: ArraySlice<Part>, in words: [ProcessNote.Word], from place: Int
    ) -> Int? {
        guard let part = parts.first else { return place }
        switch part {
        case .oneOf(let allowed):
            guard place < words.count, allowed.contains(words[place].text) else { return nil }
            return end(of: parts.dropFirst(), in: words, from: place + 1)
        case .gap:
            for skipped in 0...Turn.longestGap where place + skipped <= words.count {
                if let found = end(of: parts.dropFirst(), in: words, from: place + skipped) {
                    return found
                }
            }
            return nil
        }
    }

    // MARK: The table, read once

    static func beginning(with word: String) -> [Turn] { byFirstWord[word] ?? [] }

    private static let byFirstWord: [String: [Turn]] = {
        var turns: [String: [Turn]] = [:]
        for (kind, lines) in table {
            for line in lines.split(separator: "\n") {
                let elements = line.split(separator: " ").map(String.init)
                for parts in expanded(elements[...]) {
                    guard case .oneOf(let first)? = parts.first else { continue }
                    let turn = Turn(kind: kind, parts: parts)
                    for word in first { turns[word, default: []].append(turn) }
                }
            }
        }
        return turns
    }()

    /// A class may hold phrases of several words: each length of them is a turn of its own.
    private static func expanded(_ elements: ArraySlice<String>) -> [[Part]] {
        guard let element = elements.first else { return [[]] }
        let rest = expanded(elements.dropFirst())
        return alternatives(element).flatMap { beginning in rest.map { beginning + $0 } }
    }

    private static func alternatives(_ element: String) -> [[Part]] {
        if element == ".." { return [[.gap]] }
        guard element.hasPrefix("{") else {
            return [[.oneOf(Set(element.split(separator: "/").map(String.init)))]]
        }
        guard let list = classes[String(element.dropFirst().dropLast())] else {
            preconditionFailure("the table names a class that is not there")
        }
        let phrases = list.split(separator: ",")
            .map { $0.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "/") } }
        let words = phrases.filter { $0.count == 1 }.joined().joined().map(String.init)
        return [[.oneOf(Set(words))]]
            + phrases.filter { $0.count > 1 }.map { $0.map { .oneOf(Set($0.map(String.init))) } }
    }
}
