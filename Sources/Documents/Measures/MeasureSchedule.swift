/// Which measures a client takes and how often, as she types it: "PHQ-9 every 14 days, GAD-7 every
/// 4 weeks". The canonical text counts in days.
package struct MeasureSchedule: Equatable, Sendable {
    package private(set) var all: [Entry] = []

    package struct Entry: Equatable, Sendable {
        /// The instrument as she calls it.
        package let name: String
        package let days: Int

        package var instrument: String { MeasureSchedule.instrument(name) }
    }

    /// The name without case, blanks and hyphens: what tells instruments apart.
    package static func instrument(_ name: String) -> String { Form.folded(name) }

    private static let units = ["day": 1, "week": 7, "month": 28]
    private static let longest = 400

    /// Nil if one part of the text is not of this form.
    package init?(typed text: String) {
        for part in text.split(whereSeparator: { ",;\n".contains($0) }) {
            let words = part.split(separator: " ").map(String.init)
            guard let every = words.firstIndex(where: { $0.lowercased() == "every" }), every > 0
            else { return nil }
            let rest = words[(every + 1)...].map { $0.lowercased() }
            let count = rest.count == 1 ? 1 : rest.first.flatMap { Int($0) }
            guard let count, (1...2).contains(rest.count), let unit = rest.last,
                let days = Self.units[unit.hasSuffix("s") ? String(unit.dropLast()) : unit],
                (1...Self.longest).contains(count), count * days <= Self.longest
            else { return nil }
            all.append(Entry(name: words[..<every].joined(separator: " "), days: count * days))
        }
        guard !all.isEmpty, Set(all.map(\.instrument)).count == all.count else { return nil }
    }

    /// What was stored; nothing is due of what can't be read.
    package init(stored text: String) {
        if let read = MeasureSchedule(typed: text) { self = read }
    }

    /// The same, each instrument by the name it has in a note: "patient health questionnaire" is the
    /// PHQ-9. What is not known keeps the name she gave it.
    package func named(by library: InstrumentLibrary) -> MeasureSchedule {
        var named = self
        named.all = all.map {
            Entry(name: library.instrument($0.name)?.name ?? $0.name, days: $0.days)
        }
        return named
    }

    package var text: String {
        all.map { "\($0.name) every \($0.days) \($0.days == 1 ? "day" : "days")" }
            .joined(separator: ", ")
    }
}
