/// What of an instrument an objective is judged by.
package struct Yardstick: Codable, Equatable, Sendable {
    package let id: String
    package let name: String
    /// Other ways to write it, folded.
    package let names: [String]
    package let from: Double
    package let to: Double
    /// Nil for a screen, which is no measure of change.
    package let lowerIsBetter: Bool?
    /// The difference that is reliable, where one is published.
    package let change: Double?

    package init(_ instrument: Instrument) {
        id = instrument.id
        name = instrument.name
        names = Set(([instrument.id, instrument.name] + instrument.aliases).map(Form.folded))
            .sorted()
        from = Double(instrument.range.from.text) ?? 0
        to = Double(instrument.range.to.text) ?? 0
        lowerIsBetter =
            switch instrument.direction {
            case .lowerIsBetter: true
            case .higherIsBetter: false
            case .none: nil
            }
        change = instrument.change.first.flatMap { Double($0.points.text) }
    }
}

/// A score on file that a baseline can rest on.
package struct ScoreOnFile: Codable, Equatable, Sendable {
    package let instrument: String
    package let total: Double
    package let day: Day

    package init(instrument: String, total: Double, day: Day) {
        self.instrument = instrument
        self.total = total
        self.day = day
    }
}
