extension Rule {
    /// Words that judge the client; the record says what was done or said instead. The client's own
    /// words stay as they are.
    package static let stigmatizing = Rule(id: "stigmatizing") { examined in
        examined.draft.sentences.flatMap { sentence -> [Finding] in
            let voice = sentence.field.flatMap { examined.kind.pattern(of: $0)?.voice }
            guard voice != .quote else { return [] }
            let words = Stigma.words(in: Quotation.left(of: sentence.text))
            return Stigma.table.filter { phrase, _ in words.contains(" \(phrase) ") }.map {
                phrase, instead in
                Finding(
                    rule: "stigmatizing", weight: .advises, sentence: sentence.id,
                    field: sentence.field, message: "“\(phrase)” judges rather than describes.",
                    nextStep: "Write instead: \(instead).")
            }
        }
    }
}

/// CLINICAL 2.4, last row of the table; words about substance use after the NIDA list “Words Matter”.
private enum Stigma {
    static let table: [(phrase: String, instead: String)] = [
        ("noncompliant", "what was not done, and the barrier that was named"),
        ("non-compliant", "what was not done, and the barrier that was named"),
        ("noncompliance", "what was not done, and the barrier that was named"),
        ("resistant", "what was declined or put off, and why"),
        ("manipulative", "what was said or done"),
        ("manipulating", "what was said or done"),
        ("attention-seeking", "what was said or done, and what was needed"),
        ("attention seeking", "what was said or done, and what was needed"),
        ("refuses", "what was declined, and why"),
        ("refused", "what was declined, and why"),
        ("uncooperative", "what was not done"),
        ("unmotivated", "what was not done, and the barrier that was named"),
        ("poor historian", "which dates or facts were uncertain"),
        ("frequent flyer", "how often care was sought"),
        ("drug-seeking", "what was asked for"),
        ("drug seeking", "what was asked for"),
        ("addict", "person with a substance use disorder"),
        ("alcoholic", "person with an alcohol use disorder"),
        ("substance abuser", "person with a substance use disorder"),
        ("schizophrenic", "person with schizophrenia"),
        ("committed suicide", "died by suicide"),
        ("failed suicide", "suicide attempt, survived"),
        ("failed attempt", "suicide attempt, survived"),
        ("crazy", "what was said or done"),
        ("hysterical", "what was said or done"),
        ("lazy", "what was not done, and the barrier that was named"),
        ("dirty urine", "the test's result"),
    ]

    /// In lower case, a blank around each word.
    static func words(in text: String) -> String {
        " "
            + text.lowercased().split { !$0.isLetter && $0 != "-" }.joined(separator: " ") + " "
    }
}

extension Quotation {
    /// A text without what stands between quotation marks.
    static func left(of text: String) -> String {
        var left = ""
        var depth = 0
        for character in text {
            switch character {
            case "“": depth += 1
            case "”": depth = max(0, depth - 1)
            default: if depth == 0 { left.append(character) }
            }
        }
        return left
    }
}
