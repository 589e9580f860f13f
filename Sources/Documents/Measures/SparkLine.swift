/// Scores over time as a line of bars for the terminal: `▆▅▃ 18 to 9 (0–27, lower is better)`.
///
/// The bars stand for the whole range of the instrument, not for the highest score seen, so that two
/// clients' lines can be compared and a small change looks small.
package enum SparkLine {
    private static let bars = Array("▁▂▃▄▅▆▇█")

    /// In the order of days; the newest `width` of them, after `…` if there are more.
    package static func text(
        of results: [MeasureResult], in instrument: Instrument, width: Int = 40
    ) -> String {
        let all = instrument.inTime(results)
        let shown = all.suffix(max(1, width))
        guard let first = shown.first, let last = shown.last else { return "" }
        let line = shown.map { String(bar(for: $0.total, in: instrument.range)) }.joined()
        let name = { (result: MeasureResult) in instrument.shown(result.total) }
        let course = shown.count == 1 ? name(last) : "\(name(first)) to \(name(last))"
        let scale = [instrument.scale, instrument.direction.words].compactMap { $0 }
        return (all.count > shown.count ? "…" : "") + line + " \(course)"
            + (scale.isEmpty ? "" : " (\(scale.joined(separator: ", ")))")
    }

    /// The nearest of eight heights. A score outside the range gets the lowest or highest.
    private static func bar(for points: Points, in range: Instrument.Range) -> Character {
        let span = (range.to - range.from).tenths
        let height = min(max((points - range.from).tenths, 0), span)
        return bars[(2 * height * (bars.count - 1) + span) / (2 * span)]
    }
}

extension Instrument {
    fileprivate var scale: String? {
        unit == .level ? nil : "\(range.from.text)–\(shown(range.to))"
    }
}

extension Instrument.Direction {
    package var words: String? {
        switch self {
        case .lowerIsBetter: "lower is better"
        case .higherIsBetter: "higher is better"
        case .none: nil
        }
    }
}
