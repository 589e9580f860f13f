/// The printed words of a signed document: nothing else of it becomes a resource.
///
/// A letter's header is for lists and is not printed, so it can know more than the letter tells. A
/// line of it that the text doesn't have is no line here.
struct FHIRPrinted {
    let note: Note
    /// In one line.
    private let words: String

    init(_ document: SignedDocument) {
        note = document.note
        words = FHIRPrinted.joined(document.text)
    }

    func line(_ label: String) -> String? {
        guard let text = note.header.first(where: { $0.label == label })?.text else { return nil }
        return words.contains(FHIRPrinted.joined(text)) ? text : nil
    }

    func day(_ label: String) -> Day? { line(label).flatMap { try? Answer.date($0, label) } }

    /// What was active or not, as the header says it.
    var diagnoses: [Diagnoses.Diagnosis] {
        guard let line = line("Diagnosis") else { return [] }
        return (try? Diagnoses(line.replacing(" (provisional)", with: "?")).all) ?? []
    }

    /// The day the document is about, or else that of its signature.
    var day: Day { day("Date of service") ?? day("Plan date") ?? note.signedAt.day }

    /// “2:05 PM – 2:58 PM (53 minutes)”, in the zone of the signature.
    var period: FHIRValue? {
        guard let day = day("Date of service") else { return nil }
        let times = (line("Time") ?? "").prefix { $0 != "(" }.split(separator: "–")
            .compactMap { Answer.time(String($0)) }
        let moments = times.compactMap {
            Moment(day: day, time: $0, zoneOffsetMinutes: note.signedAt.zoneOffsetMinutes)
        }
        guard moments.count == 2, moments[0].milliseconds <= moments[1].milliseconds else {
            return ["start": .day(day), "end": .day(day)]
        }
        return ["start": .instant(moments[0]), "end": .instant(moments[1])]
    }

    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
