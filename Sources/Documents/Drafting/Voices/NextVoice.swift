/// When the next session is.
enum NextVoice {
    static func sentence(_ text: String, _ expansion: Expansion) -> String {
        let words = expansion.pieces(of: text).prose
        if words.lowercased().hasPrefix("next session") {
            return
                "the next session is \(when(String(words.dropFirst("next session".count)).trimmingBlanks()))"
        }
        return "the next session is \(when(words))"
    }

    static func when(_ words: String) -> String {
        var parts = words.split(separator: " ").map(String.init)
        guard let first = parts.first else { return words }
        for index in parts.indices.dropFirst() where isTime(parts, index) {
            if !["at", "from", "to", "or", "and", "by"].contains(parts[index - 1].lowercased()),
                !isTime(parts, index - 1)
            {
                parts[index] = "at " + parts[index]
            }
        }
        let text = parts.joined(separator: " ")
        if ["in", "on", "at", "scheduled", "to", "not", "set", "as"].contains(first.lowercased()) {
            return text
        }
        if first.first?.isNumber ?? false, parts.count > 1, Numbers.isUnit(parts[1]) {
            return "in \(text)"
        }
        let weekdays = [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ]
        let bare = first.lowercased().filter(\.isLetter)
        let isDate =
            weekdays.contains(bare)
            || Day.monthNames.contains { bare.count >= 3 && $0.lowercased().hasPrefix(bare) }
            || first.contains("/") || Day(iso: first) != nil
        if let day = Day(iso: first) {
            return (["on \(day.spoken)"] + parts.dropFirst()).joined(separator: " ")
        }
        return isDate ? "on \(text)" : text
    }

    private static func isTime(_ parts: [String], _ index: Int) -> Bool {
        guard parts.indices.contains(index), let first = parts[index].first, first.isNumber else {
            return false
        }
        if parts[index].contains(":") { return true }
        return parts.indices.contains(index + 1)
            && ["AM", "PM", "AM.", "PM."].contains(parts[index + 1].filter { $0 != "," })
    }
}
