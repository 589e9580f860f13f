/// More and less: “↑ anxiety”, “sleep down”.
extension ClauseReading {
    private static let directions: [String: String] = [
        "↑": "increased", "↓": "decreased", "↑↑": "markedly increased", "↓↓": "markedly decreased",
        "up": "increased", "down": "decreased", "++": "marked",
    ]

    var direction: Fact.Shape? {
        let first = pieces[0]
        if first.isArrow, let word = ClauseReading.directions[first.text], pieces.count > 1 {
            let rest = pieces.dropFirst()
            if let next = rest.first, next.isPreposition {
                let noun = first.text.hasPrefix("↑") ? "an increase" : "a decrease"
                return .noun("\(noun) \(rest.prose)")
            }
            return .noun("\(word) \(rest.prose)")
        }
        if first.text == "+" || first.text == "++", pieces.count > 1 {
            var rest = pieces.dropFirst().prose
            if pieces.count == 3, pieces[1].isNoun, pieces[2].isAdjective {
                rest = "\(pieces[1].text) (\(pieces[2].text))"
            }
            return first.text == "+"
                ? .says(Verb(base: "endorse", form: .third), .noun(rest)) : .noun("marked \(rest)")
        }
        guard
            let place = pieces.firstIndex(where: {
                $0.isArrow || $0.text == "++" || (["up", "down"].contains($0.word))
            }),
            place > 0,
            pieces[..<place].allSatisfy({
                $0.isNoun || $0.isAdjective || $0.isGerund || $0.isTopic || place == 1
            }),
            let word = ClauseReading.directions[pieces[place].text.lowercased()],
            pieces[place - 1].verb?.form != .past, pieces[place - 1].verb?.form != .third
        else { return nil }
        let subject = pieces[..<place].prose
        let after = pieces[(place + 1)...]
        if !pieces[place].isArrow, pieces[place].text != "++", !pieces[place - 1].isTopic {
            return nil
        }
        guard let next = after.first else { return .noun("\(word) \(subject)") }
        let isRise = word.hasSuffix("increased")
        if ["to", "from", "by"].contains(next.word) || next.text.hasPrefix("from ") || next.isNumber
        {
            let noun = isRise ? "an increase" : "a decrease"
            let joint = next.isNumber && !next.text.hasPrefix("from ") ? " to" : ""
            return .noun("\(noun) in \(subject)\(joint) \(after.prose)")
        }
        return .noun("\(word) \(subject) \(after.prose)")
    }
}
