/// What became of a score since an earlier one.
///
/// Reliable is said only by a published rule, which is named; without one the answer is that there
/// is none, never a guess.
package struct MeasureChange: Equatable, Sendable {
    package let earlier: MeasureResult
    package let later: MeasureResult
    /// Later less earlier.
    package let points: Points
    package let course: Course
    package let reliability: Reliability
    /// The cut-offs that lie between the two.
    package let crossed: [Crossing]
    /// Whether it counts as a response; nil if that is not defined here.
    package let isResponse: Bool?

    package enum Course: Equatable, Sendable {
        case better, worse, unchanged
        /// The instrument is a screen; its score has no better and worse.
        case notJudged
    }

    package enum Reliability: Equatable, Sendable {
        case reliable(Instrument.ReliableChange)
        case notReliable(Instrument.ReliableChange)
        case nonePublished
    }

    /// A cut-off, and on which side of it the later score lies.
    package struct Crossing: Equatable, Sendable {
        package let cutOff: CutOff
        package let side: String
    }
}

extension Instrument {
    package func change(
        from earlier: MeasureResult, to later: MeasureResult
    ) throws(MeasureError) -> MeasureChange {
        guard earlier.instrument == id, later.instrument == id else {
            throw .anotherInstrument(name: name)
        }
        let points = later.total - earlier.total
        let cutOffs = cutOffs + (remission.map { [$0] } ?? [])
        return MeasureChange(
            earlier: earlier, later: later, points: points, course: course(points),
            reliability: reliability(points),
            crossed: cutOffs.filter { $0.isMet(by: earlier.total) != $0.isMet(by: later.total) }
                .map { .init(cutOff: $0, side: $0.side(of: later.total)) },
            isResponse: isResponse(from: earlier.total, by: points))
    }

    /// The changes since the last score before this one, and since the first. The history is in the
    /// order of recording; scores of other instruments and of later days don't count.
    package func changes(
        to result: MeasureResult, since history: [MeasureResult]
    ) throws(MeasureError) -> (last: MeasureChange?, baseline: MeasureChange?) {
        let before = inTime(history.filter { $0 != result && $0.day <= result.day })
        guard let first = before.first, let last = before.last else { return (nil, nil) }
        return (try change(from: last, to: result), try change(from: first, to: result))
    }

    /// The results of this instrument by day; those of one day stay as they were recorded.
    func inTime(_ results: [MeasureResult]) -> [MeasureResult] {
        results.enumerated().filter { $0.element.instrument == id }
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    private func course(_ points: Points) -> MeasureChange.Course {
        if direction == .none { return .notJudged }
        if points == 0 { return .unchanged }
        return (points < 0) == (direction == .lowerIsBetter) ? .better : .worse
    }

    private func reliability(_ points: Points) -> MeasureChange.Reliability {
        guard let rule = change.first else { return .nonePublished }
        return points.magnitude >= rule.points ? .reliable(rule) : .notReliable(rule)
    }

    private func isResponse(from first: Points, by points: Points) -> Bool? {
        guard let response, direction != .none else { return nil }
        let toGo = direction == .lowerIsBetter ? first - range.from : range.to - first
        guard toGo > 0 else { return nil }
        let gone = direction == .lowerIsBetter ? 0 - points : points
        return gone.tenths * 100 >= toGo.tenths * response.percent
    }
}
