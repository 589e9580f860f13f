/// One score of one instrument on one day, as it is stored.
///
/// Only an instrument makes one, from its total or its answers, so that the score is possible, the
/// band is the one of its file, and every flagged item was looked at.
package struct MeasureResult: Codable, Equatable, Sendable {
    /// The instrument's id, and the version of the file that it was scored with.
    package let instrument: String
    package let version: Int
    package let day: Day
    package let mode: Mode
    package let total: Points
    /// The answers in order, null for an item left out or not asked; none if only the total is known.
    package let items: [Int?]?
    /// Answers known beside a total, by the number of their item.
    package let beside: [Int: Int]?
    /// The items left out.
    package let missing: [Int]
    /// How the total was made without them.
    package let proration: Instrument.Missing.Rule?
    package let flags: [MeasureFlag]
    package let band: String?
    package let scoredBy: String

    /// How it was given.
    package enum Mode: String, Codable, Sendable, CaseIterable {
        case paper, verbal, imported
        /// The client filled it in alone.
        case byClient = "self"
    }
}

/// A flagged item that was met, or that nobody answered. It asks for the risk block of the note.
package struct MeasureFlag: Codable, Equatable, Sendable {
    /// Nil where the level itself is flagged.
    package let item: Int?
    /// Nil if it was not answered.
    package let answer: Int?
    package let asks: Instrument.FlaggedItem.Asks
    package let acute: Bool
}

/// What is known of a flagged item where only the total is entered.
package enum FlaggedAnswer: Equatable, Sendable {
    case answered(Int)
    /// It was left out, or only the total was handed on. It is flagged all the same.
    case notKnown
}

extension Instrument {
    /// A result from the total, with an answer for each of ``itemsAsked(beside:)``.
    package func result(
        total: Points, beside: [Int: FlaggedAnswer] = [:], day: Day, mode: MeasureResult.Mode,
        scoredBy: String
    ) throws(MeasureError) -> MeasureResult {
        let total = try checked(total)
        let asked = itemsAsked(beside: total)
        var known: [Int: Int] = [:]
        for flag in flagged {
            guard let item = flag.item else { continue }
            switch beside[item] {
            case .answered(let answer): known[item] = try checked(answer, item, total)
            case .notKnown: break
            case nil where asked.contains(flag):
                throw .flaggedItemMissing(name: name, item: item)
            case nil: break
            }
        }
        let looked = flagged.filter { $0.item == nil || asked.contains($0) }
        return MeasureResult(
            instrument: id, version: version, day: day, mode: mode, total: total, items: nil,
            beside: known.isEmpty ? nil : known, missing: [], proration: nil,
            flags: flags(total, of: looked) { known[$0] }, band: band(of: total)?.label,
            scoredBy: scoredBy)
    }

    /// A result from the answers to the items; nil is an item left out.
    package func result(
        answers: [Int?], day: Day, mode: MeasureResult.Mode, scoredBy: String
    ) throws(MeasureError) -> MeasureResult {
        let answers = try checked(answers)
        guard let items else { throw .scoreOnly(name: name) }
        let notAsked = items.leavesOutLast(answers) ? items.count : nil
        let missing = zip(1..., answers).compactMap { $1 == nil && $0 != notAsked ? $0 : nil }
        guard missing.count <= items.missing?.most ?? 0 else {
            throw .tooManyMissing(name: name, items: missing, most: items.missing?.most ?? 0)
        }
        let proration = missing.isEmpty ? nil : items.missing?.rule
        let sum = items.total(of: answers, asked: items.count, rule: proration)
        guard let points = Points(sum) else { throw .notANumber(name: name) }
        let total = try checked(points)
        let asked = flagged.filter { $0.item == nil || $0.item != notAsked }
        return MeasureResult(
            instrument: id, version: version, day: day, mode: mode, total: total, items: answers,
            beside: nil, missing: missing, proration: proration,
            flags: flags(total, of: asked) { answers[$0 - 1] }, band: band(of: total)?.label,
            scoredBy: scoredBy)
    }

    /// A flagged item's answer must be possible by itself and together with the total.
    private func checked(
        _ answer: Int, _ item: Int, _ total: Points
    ) throws(MeasureError) -> Int {
        guard let items else { return answer }
        let (from, to) = (items.answers.from, items.maximum(of: item))
        guard (from...to).contains(answer) else {
            throw .answerOutOfRange(name: name, item: item, from: from, to: to)
        }
        let counted = items.scored(answer, of: item) * (items.times ?? 1)
        let room = (total - range.from).tenths / 10
        let rest = (range.to - total).tenths / 10
        let span = (to - from) * (items.times ?? 1)
        let used = counted - from * (items.times ?? 1)
        guard !items.isSum || (used <= room && span - used <= rest) else {
            throw .flaggedItemContradicts(name: name, item: item)
        }
        return answer
    }

    private func flags(
        _ total: Points, of flagged: [FlaggedItem], answer: (Int) -> Int?
    ) -> [MeasureFlag] {
        flagged.compactMap { flag in
            let given = flag.item.map(answer)
            let met =
                switch given {
                case .some(let answer): answer.map { $0 >= flag.from } ?? true
                case nil: Points(flag.from).map { total >= $0 } ?? true
                }
            guard met else { return nil }
            return MeasureFlag(
                item: flag.item, answer: given ?? nil, asks: flag.asks, acute: flag.acute == true)
        }
    }
}
