/// Her words after a fixed opening, for readers outside the practice: a sentence for each line, or a
/// list of what commas, semicolons and lines part. Nothing is read into them.
struct PlainVoice {
    let opening: String
    let isList: Bool
    var isNumbered = false

    func tell(_ text: String, _ narrator: inout Narrator) -> [Told] {
        let told = isList ? list(text) : sentences(text)
        for each in told { narrator.say(each.text) }
        return told
    }

    private func sentences(_ text: String) -> [Told] {
        parts(of: text, at: "\n").enumerated().map { index, part in
            let number = isNumbered ? "\(index + 1). " : ""
            return Told(
                text: number
                    + (isNumbered ? part.text.capitalizedFirst : "\(opening) \(part.text)")
                    .trimmingBlanks(), ranges: [part.range])
        }
    }

    private func list(_ text: String) -> [Told] {
        let items = parts(of: text, at: text.contains { ";\n".contains($0) } ? ";\n" : ",")
        guard !items.isEmpty else { return [] }
        let words = items.map { Expansion().pieces(of: $0.text).prose }
        return [
            Told(text: "\(opening) \(Prose.list(words))", ranges: items.map(\.range))
        ]
    }

    private func parts(of text: String, at marks: String) -> [(text: String, range: Range<Int>)] {
        var parts: [(text: String, range: Range<Int>)] = []
        var start = 0
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: marks.contains) {
            let range = start..<start + part.utf8.count
            start = range.upperBound + 1
            var words = part.trimmingBlanks()
            if isList, words.hasSuffix(".") { words = String(words.dropLast()) }
            if !words.isEmpty { parts.append((words, range)) }
        }
        return parts
    }
}
