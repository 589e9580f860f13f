extension Instrument {
    /// A result as it stands in a note, without a full stop: “PHQ-9 12 on November 16, 2026
    /// (moderate), down 6 from 18 on September 2: a reliable improvement”.
    ///
    /// It is compared with the last score before it, and with the first if that is another one.
    package func sentence(
        for result: MeasureResult, since history: [MeasureResult] = []
    ) throws(MeasureError) -> String {
        let changes = try changes(to: result, since: history)
        guard result.instrument == id else { throw .anotherInstrument(name: name) }
        var text = "\(name) \(shown(result.total)) on \(result.day.spoken)"
        let remarks = remarks(on: result)
        if !remarks.isEmpty { text += " (\(remarks.joined(separator: "; ")))" }
        if let last = changes.last { text += ", " + told(last) }
        if let baseline = changes.baseline, baseline != changes.last {
            text += "; \(told(baseline, note: " (first score)"))"
        }
        return text
    }

    private func remarks(on result: MeasureResult) -> [String] {
        var remarks = [standing(of: result.total)].compactMap { $0 }
        for flag in result.flags {
            guard let item = flag.item, let answer = flag.answer else { continue }
            remarks.append("item \(item) answered \(answerShown(answer))")
        }
        if !result.missing.isEmpty {
            let total = result.proration == .meanOfAnswered ? ", total prorated" : ""
            remarks.append("\(MeasureError.list(result.missing)) not answered\(total)")
        } else if result.flags.contains(where: { $0.item != nil && $0.answer == nil }) {
            let open = result.flags.filter { $0.answer == nil }.compactMap(\.item)
            remarks.append("answer to \(MeasureError.list(open)) not known")
        }
        return remarks
    }

    fileprivate func answerShown(_ answer: Int) -> String {
        items?.answers.isYesOrNo == true ? (answer == 0 ? "no" : "yes") : String(answer)
    }

    private func told(_ change: MeasureChange, note: String = "") -> String {
        let earlier = change.earlier
        let since =
            "from \(shown(earlier.total)) on \(day(earlier.day, beside: change.later.day))\(note)"
        guard change.points != 0 else { return "unchanged \(since)" }
        let size = unit == .level ? "" : " \(change.points.magnitude.text)"
        let verdict = [judgment(of: change), crossing(of: change)].compactMap { $0 }
        return "\(change.points < 0 ? "down" : "up")\(size) \(since)"
            + (verdict.isEmpty ? "" : ": " + verdict.joined(separator: ", "))
    }

    private func judgment(of change: MeasureChange) -> String? {
        guard unit != .level else { return nil }
        let word = change.course == .better ? "improvement" : "worsening"
        return switch (change.course, change.reliability) {
        case (.notJudged, _): "a screen, not a measure of change"
        case (_, .nonePublished): "no published reliable change on file"
        case (_, .reliable(let rule)): "a reliable \(word)\(figure(rule))"
        case (_, .notReliable(let rule)): "not a reliable change\(figure(rule))"
        }
    }

    private func figure(_ rule: ReliableChange) -> String {
        rule.approximate == true
            ? " (by a published figure of about \(rule.points.text) points)" : ""
    }

    private func crossing(of change: MeasureChange) -> String? {
        guard !change.crossed.isEmpty else { return nil }
        let sides = change.crossed.map { "\($0.side) the \($0.cutOff.label)" }
        return "now " + sides.joined(separator: " and ")
    }

    /// Without the year where the later day names it already.
    private func day(_ day: Day, beside later: Day) -> String {
        day.year == later.year ? "\(Day.monthNames[day.month - 1]) \(day.day)" : day.spoken
    }
}

extension MeasureFlag {
    /// Why the risk block is asked for: “Item 9 of the PHQ-9 was answered with 2.”
    package func reason(in instrument: Instrument) -> String {
        guard let item else { return "The \(instrument.name) calls for it." }
        guard let answer else {
            return "It is not known how item \(item) of the \(instrument.name) was answered."
        }
        let shown = instrument.answerShown(answer)
        return "Item \(item) of the \(instrument.name) was answered with \(shown)."
    }
}
