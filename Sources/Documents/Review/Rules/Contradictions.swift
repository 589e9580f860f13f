extension Rule {
    /// What a letter to a payer says otherwise than the last notes: a reviewer who asks for the
    /// records lays them side by side. It is listed; which of them is right, she knows.
    package static let contradictions = Rule(id: "contradictions") { examined in
        examined.beside.lastNotes.flatMap { note -> [Finding] in
            let day = note.header.first { $0.label == "Date of service" }?.text ?? "an earlier day"
            let said = note.sections.flatMap(\.sentences)
            return examined.draft.sentences.flatMap { sentence -> [Finding] in
                guard sentence.origin != .template else { return [] }
                return said.flatMap { Statements.conflicts(letter: sentence.text, note: $0.text) }
                    .map { conflict in
                        Finding(
                            rule: "contradictions", weight: .advises, sentence: sentence.id,
                            field: sentence.field,
                            message: "The note of \(day) says “\(conflict.note)”, the letter "
                                + "“\(conflict.letter)”.",
                            nextStep: "Correct the letter, or say what has changed since.")
                    }
            }
        }
    }
}

/// Statements that can be laid beside each other: the level of risk, hours of sleep, what is denied.
enum Statements {
    struct Conflict: Equatable {
        let letter: String
        let note: String
    }

    static func conflicts(letter: String, note: String) -> [Conflict] {
        [risk(letter, note), sleep(letter, note)].compactMap { $0 }
            + denied(in: note).filter { affirms(letter, $0.what) }
            .map { Conflict(letter: $0.what, note: $0.words) }
            + denied(in: letter).filter { affirms(note, $0.what) }
            .map { Conflict(letter: $0.words, note: $0.what) }
    }

    // MARK: - Risk

    private static func risk(_ letter: String, _ note: String) -> Conflict? {
        guard let there = level(letter), let here = level(note), there != here else { return nil }
        return Conflict(letter: "risk is \(there)", note: "risk is \(here)")
    }

    /// “Risk is low”, where one level alone is named.
    private static func level(_ text: String) -> String? {
        let words = words(of: text)
        guard let place = words.firstIndex(of: "risk") else { return nil }
        let near = words[place...].prefix(6)
        let levels = ["low", "moderate", "high", "severe", "minimal"].filter(near.contains)
        return levels.count == 1 ? levels.first : nil
    }

    // MARK: - Sleep

    private static func sleep(_ letter: String, _ note: String) -> Conflict? {
        guard let there = hours(letter), let here = hours(note), there != here else { return nil }
        return Conflict(letter: "sleep of \(there) hours", note: "sleep of \(here) hours")
    }

    private static func hours(_ text: String) -> String? {
        let words = words(of: text)
        guard let place = words.firstIndex(where: { $0.hasPrefix("sle") }) else { return nil }
        let near = Array(words[place...].prefix(5))
        guard let unit = near.firstIndex(where: { ["hour", "hours"].contains($0) }), unit > 0,
            near[unit - 1].contains(where: \.isNumber)
        else { return nil }
        return near[unit - 1]
    }

    // MARK: - Denials

    /// “denies panic attacks”, “no self-harm”: what is denied, and the words that deny it.
    private static func denied(in text: String) -> [(what: String, words: String)] {
        let stops: Set<String> = [
            "and", "or", "but", "when", "since", "in", "at", "on", "with", "for", "this", "that",
            "to", "of",
        ]
        return text.split { ".;".contains($0) }.flatMap { clause -> [(String, String)] in
            let items = clause.split(separator: ",").map(String.init)
            var isList = false
            return items.compactMap { item in
                let words = words(of: item)
                let marked = words.firstIndex {
                    ["denies", "denied", "no", "without"].contains($0)
                }
                guard let from = marked.map({ $0 + 1 }) ?? (isList ? 0 : nil) else { return nil }
                isList = marked.map { words[$0].hasPrefix("den") } ?? isList
                let what = words[from...].drop { stops.contains($0) }
                    .prefix { !stops.contains($0) }.joined(separator: " ")
                guard what.count > 3, !["change", "changes", "longer"].contains(what) else {
                    return nil
                }
                return (what, marked.map { words[$0] + " " + what } ?? "denies " + what)
            }
        }
    }

    /// Whether a text says that it is so: no negation just before it, and no denial whose list it
    /// ends.
    static func affirms(_ text: String, _ what: String) -> Bool {
        text.split { ".;".contains($0) }.contains { clause in
            var isDenied = false
            return clause.split(separator: ",").contains { item in
                let words = words(of: String(item))
                let joined = " " + words.joined(separator: " ") + " "
                let place = joined.firstRange(of: " " + what + " ")
                let before = joined[..<(place?.lowerBound ?? joined.endIndex)]
                    .split(separator: " ").map(String.init)
                for word in before {
                    if denying.contains(word) { isDenied = true }
                    if resuming.contains(word) { isDenied = false }
                }
                return place != nil && !isDenied && negating.isDisjoint(with: before.suffix(4))
            }
        }
    }

    /// A denial holds for all that is listed after it, until something is told again.
    private static let denying: Set<String> = ["denies", "denied", "denying"]
    private static let resuming: Set<String> = [
        "reports", "reported", "states", "adds", "notes", "but", "has", "endorses", "describes",
    ]

    /// What takes back, or puts elsewhere, what follows it.
    private static let negating: Set<String> = [
        "no", "not", "denies", "denied", "denying", "without", "never", "past", "history",
        "negative",
        "absence", "if", "should", "safety", "crisis", "treatment", "prior", "previous", "nor",
    ]

    private static func words(of text: String) -> [String] {
        text.lowercased().split { $0.isWhitespace || ".,;:“”\"()".contains($0) }.map(String.init)
    }
}
