extension Instrument {
    /// Words that would make a diagnosis of a score: they stand in no band and no cut-off.
    package static let diagnoses = [
        "disorder", "diagnos", "depress", "anxiety", "ptsd", "trauma", "provisional", "probable",
        "insomnia", "dependen", "alcoholi", "addict", "adhd", "bipolar", "obsessive", "phobia",
        "panic", "psychosis", "suicid",
    ]

    /// What is wrong with the file, in a few words; nil if nothing is.
    func contradiction(file: String) -> String? {
        let labels = bands.map(\.label) + allCutOffs.map(\.label)
        let checks: [(Bool, String)] = [
            (id == file, "its id is not the name of its file"),
            (
                ![name, title, source, licence.text].contains { $0.trimmingBlanks().isEmpty },
                "its name, title, source or license is empty"
            ),
            (version > 0, "its version is not a positive number"),
            (range.from < range.to && step > 0, "its range or step is empty"),
            (step > 0 && isOnStep(range.to), "its range does not end on a step"),
            (step > 0 && bandsCoverTheRange, "its bands leave a gap or overlap"),
            (!labels.contains { $0.trimmingBlanks().isEmpty }, "a label is empty"),
            (
                !labels.contains { label in
                    Instrument.diagnoses.contains(where: label.lowercased().contains)
                }, "a label reads as a diagnosis"
            ),
            (Set(bands.map(\.label)).count == bands.count, "two bands share a label"),
            (unit != .level || bands.allSatisfy { $0.from == $0.to }, "a level is not one step"),
            (unit != .level || !bands.isEmpty, "a level has no words"),
            (allCutOffs.allSatisfy { range.contains($0.at) }, "a cut-off lies outside the range"),
            (
                change.allSatisfy { $0.points > 0 && $0.points < range.to - range.from },
                "a reliable change does not fit the range"
            ),
            (direction != .none || change.isEmpty, "a change is judged without a direction"),
            ((1...100).contains(response?.percent ?? 50), "the response is not a percentage"),
            (!isGuessedAndVerified, "a figure is verified, yet not marked as seen"),
        ]
        if let failed = checks.first(where: { !$0.0 }) { return failed.1 }
        return items.flatMap(contradiction) ?? flaggedContradiction
    }

    private var allCutOffs: [CutOff] { cutOffs + (remission.map { [$0] } ?? []) }

    func isOnStep(_ points: Points) -> Bool {
        (points - range.from).tenths.isMultiple(of: step.tenths)
    }

    private var bandsCoverTheRange: Bool {
        guard let first = bands.first, let last = bands.last else { return true }
        return first.from == range.from && last.to == range.to
            && bands.allSatisfy { $0.from <= $0.to && isOnStep($0.from) && isOnStep($0.to) }
            && zip(bands, bands.dropFirst()).allSatisfy { $0.to + step == $1.from }
    }

    private var isGuessedAndVerified: Bool {
        let dated =
            [(evidence, verifiedOn)] + change.map { ($0.evidence, $0.verifiedOn) }
            + (items?.missing.map { [($0.evidence, $0.verifiedOn)] } ?? [])
            + allCutOffs.map { ($0.evidence ?? evidence, $0.verifiedOn) }
        return dated.contains { $0 == .generalKnowledge && $1 != nil }
    }

    /// Bounds come first, so that the sums after them stay small.
    private func contradiction(in items: Items) -> String? {
        let answers = items.answers
        guard (1...200).contains(items.count), (0...100).contains(answers.from),
            (answers.from + 1...101).contains(answers.to), (1...10).contains(items.times ?? 1)
        else { return "its items or answers have no sensible number" }
        let numbers = 1...items.count
        guard
            items.maxima?.allSatisfy({ numbers.contains($0) && (answers.from...100).contains($1) })
                ?? true, items.reverse?.allSatisfy(numbers.contains) ?? true
        else { return "an item that it names does not exist" }
        guard [nil, answers.to - answers.from + 1].contains(answers.labels?.count),
            [nil, items.count].contains(items.texts?.count),
            !((items.texts ?? []) + (answers.labels ?? [])).contains(where: {
                $0.trimmingBlanks().isEmpty
            })
        else { return "its items or answers are not all worded" }
        let hasWords =
            [items.before, items.stem, items.textSource].contains { $0 != nil }
            || items.texts != nil || answers.labels != nil
        guard licence.entry == .items || !hasWords else {
            return "it may hold no words of its items"
        }
        guard items.texts == nil || items.textSource?.trimmingBlanks().isEmpty == false else {
            return "its items have no source"
        }
        let times = items.times ?? 1
        let fits =
            Points(items.count * answers.from * times) == range.from
            && Points(items.largestSum * times) == range.to
        guard items.isSum ? fits : licence.entry == .scoreOnly else {
            return "its items do not add up to its range"
        }
        guard let missing = items.missing else { return nil }
        let most = missing.rule == .meanOfAnswered ? items.count - 1 : items.count
        return (1...most).contains(missing.most) && !missing.source.trimmingBlanks().isEmpty
            ? nil : "too many items may be missing, or without a source"
    }

    private var flaggedContradiction: String? {
        let fits = flagged.allSatisfy { flag in
            guard let item = flag.item else {
                return Points(flag.from).map(range.contains) ?? false
            }
            guard let items, (1...items.count).contains(item) else { return false }
            return (items.answers.from...items.maximum(of: item)).contains(flag.from)
        }
        guard fits else { return "a flagged item does not exist" }
        guard licence.entry == .scoreOnly || items != nil else { return "it has no items" }
        return nil
    }
}
