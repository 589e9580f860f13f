/// Scores: “The PHQ-9 score was 14 (moderate), down 4 points from 18.”
///
/// Band and difference are computed; a score is never turned into a diagnosis.
struct MeasureVoice {
    let instruments: InstrumentLibrary

    func tell(_ text: String, _ expansion: Expansion, _ narrator: inout Narrator) -> [(
        Told, TextOrigin
    )] {
        var told: [(Told, TextOrigin)] = []
        for statement in Statement.statements(of: expansion.pieces(of: text)) {
            for clause in parts(statement) {
                let (sentence, origin) = sentence(clause)
                narrator.say(sentence)
                told.append((Told(text: sentence, ranges: [clause.range]), origin))
            }
        }
        return told
    }

    private func parts(_ statement: Statement) -> [[Piece]] {
        var parts: [[Piece]] = [[]]
        var depth = 0
        for piece in statement.pieces {
            if piece.isMark("(") { depth += 1 }
            if piece.isMark(")") { depth -= 1 }
            if depth == 0,
                piece.isMark(",")
                    || (piece.word == "and" && parts.last?.contains(where: \.isNumber) ?? false)
            {
                parts.append([])
            } else {
                parts[parts.count - 1].append(piece)
            }
        }
        return parts.filter { part in part.contains { $0.kind != .mark } }
    }

    private func sentence(_ pieces: [Piece]) -> (String, TextOrigin) {
        guard let reading = Score(pieces, instruments) else {
            return (asWritten(pieces), .entered)
        }
        let band =
            Points(reading.score).flatMap { reading.instrument?.band(of: $0)?.label }
            .map { ", in the \($0) range" } ?? ""
        var text = "the \(reading.name) score was \(reading.score)\(band)"
        guard let previous = reading.previous else {
            return (text, band.isEmpty ? .entered : .computed)
        }
        let points = abs(previous - reading.score)
        let unit = points == 1 ? "point" : "points"
        text +=
            points == 0
            ? ", unchanged from \(previous)"
            : ", \(reading.score < previous ? "down" : "up") \(points) \(unit) from \(previous)"
        return (text, .computed)
    }

    private func asWritten(_ pieces: [Piece]) -> String {
        let words = pieces.prose
        return pieces.contains { $0.verb?.form == .past || WordClass.auxiliaries.contains($0.word) }
            ? words : "recorded score: \(words)"
    }
}

/// One score as jotted: PHQ-9 14 (was 18), GAD-7: 11, PCL5 18→14.
struct Score {
    let name: String
    let instrument: Instrument?
    let score: Int
    let previous: Int?

    init?(_ pieces: [Piece], _ instruments: InstrumentLibrary) {
        let words = pieces.filter { $0.kind == .word || $0.kind == .mark }
        guard let first = words.first, first.kind == .word, !first.isNumber else { return nil }
        var rest = words.dropFirst()
        var name = first.text
        if let found = instruments.instrument(name) {
            (instrument, name) = (found, found.name)
        } else if let next = rest.first, next.isNumber,
            rest.dropFirst().contains(where: { $0.isNumber }),
            let found = instruments.instrument("\(name)-\(next.text)")
        {
            (instrument, name) = (found, found.name)
            rest = rest.dropFirst()
        } else {
            instrument = nil
        }
        self.name = name
        let skipped = [":", "=", "of", "score", "total", "is", "was", "at", "today", "now"]
        while let next = rest.first, skipped.contains(next.word) { rest = rest.dropFirst() }
        guard let scored = rest.first, scored.isNumber else { return nil }
        rest = rest.dropFirst()
        if scored.text.hasPrefix("from "), let before = Int(scored.text.dropFirst(5)),
            rest.first?.word == "to", let now = rest.dropFirst().first.flatMap({ Int($0.text) }),
            rest.count == 2
        {
            (score, previous) = (now, before)
            return
        }
        guard let number = Int(scored.text) else { return nil }
        score = number
        let before = rest.filter { piece in
            !(piece.kind == .mark && "(),[]".contains(piece.text))
                && ![
                    "was", "from", "previous", "previously", "prev", "last", "down", "up", "prior",
                    "vs", "versus", "↓", "↑",
                ].contains(piece.word)
        }
        if rest.isEmpty {
            previous = nil
        } else if before.count == 1, let number = before.first.flatMap({ Int($0.text) }),
            rest.count > 1
        {
            previous = number
        } else {
            return nil
        }
        if let instrument, !(Points(score).map(instrument.range.contains) ?? false) { return nil }
    }
}
