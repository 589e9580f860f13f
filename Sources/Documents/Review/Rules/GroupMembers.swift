extension Rule {
    /// A group note is about one member: no other client's name stands in it, and a group has two
    /// members at least.
    package static let groupMembers = Rule(id: "groupMembers") { examined in
        var findings: [Finding] = []
        let own = Set(words(examined.source.text(.client, "name") ?? ""))
            .union(words(examined.source.text(.client, "chosen-name") ?? ""))
        let others = Set(examined.beside.otherClients.flatMap(words)).subtracting(own)
        for sentence in examined.draft.sentences {
            guard let name = words(sentence.text).first(where: others.contains) else { continue }
            findings.append(
                Finding(
                    rule: "groupMembers", weight: .blocks, sentence: sentence.id,
                    field: sentence.field, message: "“\(name)” is the name of another client.",
                    nextStep: "Write “another member”, without anything that gives the person away."
                ))
        }
        if let count = examined.jotted("members").flatMap({ Double($0) }), count < 2 {
            findings.append(
                Finding(
                    rule: "groupMembers", weight: .blocks, field: "members",
                    message: "A group has two members at least.",
                    nextStep: "Correct the number, or write an individual note."))
        }
        return findings
    }

    /// Parts of names: words with a capital, of three letters or more, or initials as they are shown.
    private static func words(_ text: String) -> [String] {
        text.split { $0.isWhitespace || ",;:()“”\"!?".contains($0) }.compactMap { part in
            var word = String(part)
            if word.hasSuffix("'s") || word.hasSuffix("’s") { word = String(word.dropLast(2)) }
            let letters = word.filter(\.isLetter)
            if letters.count > 1, letters.allSatisfy(\.isUppercase), word.contains(".") {
                return word.hasSuffix(".") ? word : word + "."
            }
            word = word.trimming { !$0.isLetter }
            guard word.count > 2, word.first?.isUppercase ?? false else { return nil }
            return word
        }
    }
}

extension String {
    fileprivate func trimming(_ isEdge: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !isEdge($0) }),
            let last = lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(self[first...last])
    }
}
