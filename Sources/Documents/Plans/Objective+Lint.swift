extension Objective {
    /// What an objective of a treatment plan lacks: the rules O1 to O15 of CLINICAL 2.4.
    package enum Lack: String, CaseIterable, Sendable {
        case measure = "O1"
        case target = "O2"
        case baseline = "O3"
        case deadline = "O4"
        case smallChange = "O5"
        case wrongDirection = "O6"
        case vagueVerb = "O7"
        case notTheClient = "O9"
        case severalActs = "O10"
        case implausiblePace = "O14"
        case noValue = "O15"

        package var weight: Finding.Weight {
            switch self {
            case .measure, .target, .baseline, .deadline, .wrongDirection: .blocks
            default: .advises
            }
        }

        var message: String {
            switch self {
            case .measure: "names no measure: an instrument, a count, a frequency or a duration"
            case .target: "names no target that is reached or not"
            case .baseline: "has no baseline with a date of the last 30 days"
            case .deadline: "has no date, or none within the next 12 months"
            case .smallChange: "asks for less than a reliable change, which can't be shown"
            case .wrongDirection: "goes the wrong way, or outside the range of the instrument"
            case .vagueVerb: "has no verb of something that can be seen"
            case .notTheClient: "says what you do, not what the client does"
            case .severalActs: "holds two acts"
            case .implausiblePace: "is faster or slower than such changes usually are"
            case .noValue: "says “as needed” or the like in the place of a value"
            }
        }

        var nextStep: String {
            switch self {
            case .measure: "Write how it is measured, such as “as measured by the PHQ-9”."
            case .target: "Write the number to be reached, or the act to be done."
            case .baseline: "Write where the client is now and since when, or take the measure."
            case .deadline: "Write “within ⟨n⟩ weeks” or “by ⟨date⟩”."
            case .smallChange: "Set the target further away."
            case .wrongDirection: "Check both numbers."
            case .vagueVerb: "Begin with what is done: use, complete, attend, practice, rate, log."
            case .notTheClient: "Begin with “will” and what the client will do."
            case .severalActs: "Make it two objectives."
            case .implausiblePace: "Check the number of weeks, or add a step between."
            case .noValue: "Write a number, a date or an end."
            }
        }
    }

    /// All that it lacks, in the order of the rules.
    package func lacks(on planned: Day, scores: [ScoreOnFile]) -> [Lack] {
        let words = text.lowercased()
        let known = scores.filter { score in
            score.instrument == instrument?.id && isRecent(score.day, planned)
        }
        let stored = known.max { $0.day < $1.day }
        let start = baseline ?? stored?.total
        var lacks: [Lack] = []
        if instrument == nil, !isCounted, !isYesOrNo { lacks.append(.measure) }
        if target == nil, !isYesOrNo { lacks.append(.target) }
        let isDated = baselineDay.map { isRecent($0, planned) } ?? false
        let isOnFile = stored != nil && (baseline == nil || known.contains { $0.total == baseline })
        let statesBaseline =
            baseline != nil || words.contains("baseline") || isYesOrNo || self.words.isNotYet
        // What is counted stands as of the day of the plan; a score has its own day.
        let isOfToday =
            instrument == nil && baselineDay == nil && (baseline != nil || self.words.isNotYet)
        if !(isOnFile || isOfToday || (isDated && statesBaseline)) { lacks.append(.baseline) }
        if let deadline {
            let days = deadline.daysSince1970 - planned.daysSince1970
            if days <= 0 || days > 366 { lacks.append(.deadline) }
        } else {
            lacks.append(.deadline)
        }
        if let instrument, let start, let target, !isShare {
            let difference = abs(target - start)
            if let change = instrument.change, difference < change { lacks.append(.smallChange) }
            let isInside = { (value: Double) in
                (instrument.from...instrument.to).contains(value)
            }
            let isRight =
                instrument.lowerIsBetter.map { $0 ? target < start : target > start } ?? true
            if !isRight || !isInside(start) || !isInside(target) { lacks.append(.wrongDirection) }
            let share = start == 0 ? 0 : difference / start
            let span = deadline.map {
                Double($0.daysSince1970 - planned.daysSince1970) / 7
            }
            if let span, span > 0,
                (instrument.lowerIsBetter == true && share > 0.5 && span < 6) || span > 26
            {
                lacks.append(.implausiblePace)
            }
        } else if let instrument, let target, !isShare,
            !(instrument.from...instrument.to).contains(target)
        {
            lacks.append(.wrongDirection)
        }
        if !(verb.map(ObjectiveWords.observable.contains) ?? false) { lacks.append(.vagueVerb) }
        if isTherapists { lacks.append(.notTheClient) }
        if hasTwoActs { lacks.append(.severalActs) }
        if Self.noValues.contains(where: words.contains) { lacks.append(.noValue) }
        return Lack.allCases.filter(lacks.contains)
    }

    private func isRecent(_ day: Day, _ planned: Day) -> Bool {
        (0...30).contains(planned.daysSince1970 - day.daysSince1970)
    }

    private static let noValues = [
        "within normal limits", "as needed", "ongoing", "continue", "as appropriate", "tbd", "wnl",
    ]

    private var isTherapists: Bool {
        let words = self.words.words
        let people: Set<String> = ["therapist", "clinician", "counselor", "provider", "i", "we"]
        guard let will = words.firstIndex(of: "will") else {
            return people.contains(words.first ?? "")
        }
        return words[..<will].contains(where: people.contains)
    }

    /// Two verbs of doing, joined.
    private var hasTwoActs: Bool {
        let words = self.words.words
        return words.indices.contains { place in
            guard ["and", "then"].contains(words[place]), place + 1 < words.count else {
                return false
            }
            var next = words[place + 1]
            if next == "will", place + 2 < words.count { next = words[place + 2] }
            let isNoun =
                place + 2 < words.count && ["per", "of", "with"].contains(words[place + 2])
            return ObjectiveWords.observable.contains(next) && !isNoun
        }
    }
}
