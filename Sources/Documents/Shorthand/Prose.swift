/// The small crafts of a sentence: lists, capitals, full stops.
enum Prose {
    /// “a”, “a and b”, “a, b, and c”; with semicolons where an item has commas of its own.
    static func list(_ items: [String], with word: String = "and") -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        let tangled = items.contains { $0.withoutParentheses.contains(", ") }
        if tangled, items.count == 2 { return "\(items[0]), \(word) \(last)" }
        if tangled {
            return items.dropLast().joined(separator: "; ") + "; \(word) " + last
        }
        if items.count == 2 {
            let comma = items.contains { $0.contains(" and ") || $0.contains(" but ") } ? "," : ""
            return "\(items[0])\(comma) \(word) \(last)"
        }
        return items.dropLast().joined(separator: ", ") + ", \(word) " + last
    }

    /// Puts one more item at the end of a list that is already text.
    static func adding(_ item: String, to text: String, with word: String = "and") -> String {
        for joint in [", \(word) ", " \(word) "] {
            guard let place = text.lastRange(of: joint) else { continue }
            let tail = text[place.upperBound...]
            // “suicidal and homicidal ideation” is one item, not two.
            if tail.hasSuffix(" ideation"), joint == " \(word) ",
                !text[..<place.lowerBound].contains(" ")
            {
                break
            }
            return "\(text[..<place.lowerBound]), \(tail), \(word) \(item)"
        }
        return text.contains(" \(word) ") ? "\(text), \(word) \(item)" : "\(text) \(word) \(item)"
    }

    /// With a capital and a full stop.
    static func finished(_ text: String) -> String {
        let text = text.trimmingBlanks().withoutBlankBeforeComma.withoutArrows
        guard let last = text.last else { return text }
        let capital = text.capitalizedFirst
        if ".!?".contains(last) { return capital }
        if last == "”", let inner = text.dropLast().last, ".!?".contains(inner) { return capital }
        return capital + "."
    }
}

extension String {
    fileprivate var withoutParentheses: String {
        var depth = 0
        return filter { sign in
            if sign == "(" || sign == "“" { depth += 1 }
            if sign == ")" || sign == "”" { depth -= 1 }
            return depth <= 0
        }
    }

    /// An arrow nothing else could read still says more or less.
    fileprivate var withoutArrows: String {
        guard contains("↑") || contains("↓"), !contains("“") else { return self }
        return map { $0 == "↑" ? "increased" : $0 == "↓" ? "decreased" : String($0) }.joined()
    }

    fileprivate var withoutBlankBeforeComma: String {
        var text = ""
        for sign in self {
            if ",;".contains(sign), text.last == " " { text.removeLast() }
            text.append(sign)
        }
        return text
    }

    var capitalizedFirst: String {
        guard let first else { return self }
        if first == "“" { return "“" + String(dropFirst()) }
        return first.uppercased() + dropFirst()
    }

    func lastRange(of part: String) -> Range<String.Index>? {
        var end = endIndex
        while end > startIndex {
            if self[..<end].hasSuffix(part) {
                return index(end, offsetBy: -part.count)..<end
            }
            end = index(before: end)
        }
        return nil
    }
}
