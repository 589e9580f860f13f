/// What the vault knows about a treatment without opening a note: sessions and scores.
package struct TreatmentRecord: Equatable, Sendable {
    package let sessions: [Session]
    package let results: [MeasureResult]

    package struct Session: Equatable, Sendable {
        package let day: Day
        /// Its note is signed: somebody vouches that it took place.
        package let isVouchedFor: Bool

        package init(day: Day, isVouchedFor: Bool) {
            self.day = day
            self.isVouchedFor = isVouchedFor
        }
    }

    package init(sessions: [Session], results: [MeasureResult]) {
        self.sessions = sessions
        self.results = results
    }

    /// The texts it gives to a document.
    static let fields: Set<String> = Set([
        "attendance", "appointments", "attended", "first-session", "first-day", "last-session",
        "diagnosis", "scores", "results",
        "original", "original-digest",
    ]).union(GoldenThread.fields)

    /// `covered` are the days the document is about; without it, all until `today`.
    func entries(
        diagnosis: String?, codes: DiagnosisCodes?, covered: ClosedRange<Day>?, today: Day,
        instruments: InstrumentLibrary
    ) -> [SourceEntry] {
        var entries: [SourceEntry] = []
        let add = { (field: String, label: String, text: String, item: DisclosureItem) in
            if !text.isEmpty {
                entries.append(
                    .computed(.record, field, label, text, tells: .item(item)))
            }
        }
        let held = sessions.filter { $0.isVouchedFor && $0.day <= today }.map(\.day).sorted()
        let days = held.filter { covered?.contains($0) ?? true }
        add("attendance", "Dates of attendance", Self.list(days), .attendanceDates)
        add(
            "appointments", "Appointments",
            days.isEmpty ? "" : days.count == 1 ? "an appointment" : "appointments",
            .attendanceDates)
        add(
            "attended", "Sessions attended",
            days.isEmpty ? "" : days.count == 1 ? "1 session" : "\(days.count) sessions",
            .attendanceDates)
        add("first-session", "First session", held.first?.spoken ?? "", .startEndDates)
        add("first-day", "Day of the first session", held.first?.iso ?? "", .startEndDates)
        add("last-session", "Last session", held.last?.spoken ?? "", .startEndDates)
        if let diagnosis {
            let active = Diagnoses.shown(diagnosis, on: today) ?? diagnosis
            let named = active.split(separator: ",").map { part in
                let code = part.trimmingBlanks()
                return codes?.title(of: code).map { "\($0) (\(code))" } ?? code
            }
            add("diagnosis", "Diagnosis", Prose.list(named), .diagnosis)
        }
        add("scores", "Scores", scores(until: today, instruments), .testResults)
        add(
            "results", "Results",
            results.map { "\($0.instrument) \($0.total.text) \($0.day.iso)" }
                .joined(separator: "\n"), .testResults)
        return entries
    }

    /// For each instrument the last score, with what changed since the one before and the first.
    private func scores(until today: Day, _ instruments: InstrumentLibrary) -> String {
        let known = results.filter { $0.day <= today }
        let grouped = Dictionary(grouping: known, by: \.instrument)
        let sentences = grouped.keys.sorted().compactMap { id -> String? in
            guard let instrument = instruments.instrument(id), let history = grouped[id],
                let day = history.map(\.day).max(),
                let last = history.last(where: { $0.day == day })
            else { return nil }
            return try? instrument.sentence(for: last, since: history)
        }
        return sentences.joined(separator: "; ")
    }

    /// November 2, 9 and 16, 2026.
    static func list(_ days: [Day]) -> String {
        var parts: [String] = []
        for (index, day) in days.enumerated() {
            let before = index > 0 ? days[index - 1] : nil
            let after = index + 1 < days.count ? days[index + 1] : nil
            let isSameMonth = before.map { ($0.year, $0.month) == (day.year, day.month) } ?? false
            let endsYear = after?.year != day.year
            let month = isSameMonth ? "" : Day.monthNames[day.month - 1] + " "
            parts.append("\(month)\(day.day)" + (endsYear ? ", \(day.year)" : ""))
        }
        guard let last = parts.popLast() else { return "" }
        return parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
    }
}
