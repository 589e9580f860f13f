/// What 45 CFR 164.501 keeps out of psychotherapy notes, because it belongs in the record.
///
/// A process note that holds the only copy of any of these loses it for the record; one that holds
/// any of them weakens its own protection. The program can only point at what looks like it.
package enum ExcludedContent: String, Codable, CaseIterable, Sendable {
    case medication
    case sessionTimes = "session-times"
    case modality
    case frequency
    case testResult = "test-result"
    case diagnosis
    case functionalStatus = "functional-status"
    case treatmentPlan = "treatment-plan"
    case symptoms
    case prognosis
    case progress

    /// As it is read after “This looks like”.
    package var label: String {
        switch self {
        case .medication: "medication or its monitoring"
        case .sessionTimes: "when a session began or ended"
        case .modality: "the kind of treatment given"
        case .frequency: "how often treatment is given"
        case .testResult: "the result of a test"
        case .diagnosis: "a diagnosis"
        case .functionalStatus: "how the client functions"
        case .treatmentPlan: "the treatment plan"
        case .symptoms: "a summary of symptoms"
        case .prognosis: "a prognosis"
        case .progress: "progress to date"
        }
    }

    package var message: String { "This looks like \(label), which belongs in the record." }

    /// A sentence of a process note that looks like such content.
    package struct Passage: Codable, Equatable, Sendable {
        package let kind: ExcludedContent
        /// The sentence, in UTF-8 bytes of the note: what would be moved.
        package let sentence: Range<Int>
        /// The words in it that made it look so.
        package let because: Range<Int>
    }

    /// Each sentence once for each kind it looks like, in the order of the text.
    ///
    /// A word or a turn of phrase decides, never a likelihood, and the passage shows which. Time
    /// grows with the length of the text and no faster.
    package static func passages(in text: String) -> [Passage] {
        ProcessNote.sentences(of: text).flatMap { sentence in
            var found: [ExcludedContent: Range<Int>] = [:]
            for place in sentence.words.indices {
                for turn in Turn.beginning(with: sentence.words[place].text)
                where found[turn.kind] == nil {
                    guard let end = turn.end(in: sentence.words, from: place) else { continue }
                    let first = sentence.words[place].range.lowerBound
                    found[turn.kind] = first..<sentence.words[end - 1].range.upperBound
                }
            }
            return ExcludedContent.allCases.compactMap { kind in
                found[kind].map {
                    Passage(kind: kind, sentence: sentence.range, because: $0)
                }
            }
        }
    }
}
