extension Instrument {
    /// Reads a total as it is typed: `12`, `12.5`, `14/27`, `52%`, or the word of a level.
    ///
    /// Where the published score is a multiple of the sum (WHO-5), the sum is written with its
    /// highest value: `13/25` is 52%. A bare number is always the published score.
    package func total(from text: String) throws(MeasureError) -> Points {
        guard text.utf8.count <= 200 else { throw .notANumber(name: name) }
        let typed = text.trimmingBlanks()
        if unit == .level { return try level(typed).from }
        let parts = typed.split(separator: "/", omittingEmptySubsequences: false)
        var first = parts[0].trimmingBlanks()
        if unit == .percent, parts.count == 1, first.hasSuffix("%") {
            first = String(first.dropLast()).trimmingBlanks()
        }
        guard parts.count <= 2, let points = Points(first) else { throw .notANumber(name: name) }
        guard parts.count == 2 else { return try checked(points) }
        let whole = Points(parts[1].trimmingBlanks())
        if whole == range.to { return try checked(points) }
        guard let items, let times = items.times, whole == Points(items.largestSum),
            let product = Points(tenths: points.tenths * times)
        else { throw .notANumber(name: name) }
        return try checked(product)
    }

    /// A level by its word or the beginning of it. Numbers are not taken: they would be confused
    /// with the numbers of questions.
    private func level(_ word: String) throws(MeasureError) -> Band {
        let wanted = word.lowercased()
        let begun = bands.filter { $0.label.hasPrefix(wanted) }
        guard !wanted.isEmpty, begun.count == 1, let band = begun.first else {
            throw .notALevel(name: name, levels: bands.map(\.label))
        }
        return band
    }

    func checked(_ points: Points) throws(MeasureError) -> Points {
        guard range.contains(points) else {
            throw .outOfRange(name: name, from: range.from.text, to: range.to.text)
        }
        guard isOnStep(points) else { throw .betweenSteps(name: name, step: step.text) }
        return points
    }

    /// Reads the answers in their order: `1 2 0 3`, `0,1,2`, `yes no`; `-` is an item left out.
    package func answers(from text: String) throws(MeasureError) -> [Int?] {
        guard let items, licence.entry == .items else { throw .scoreOnly(name: name) }
        guard text.utf8.count <= 10_000 else {
            throw .tooManyAnswers(name: name, count: items.count)
        }
        let typed = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }
        guard typed.count <= items.count else {
            throw .tooManyAnswers(name: name, count: items.count)
        }
        var answers: [Int?] = []
        for (number, word) in zip(1..., typed) {
            if Instrument.leftOut.contains(String(word)) {
                answers.append(nil)
            } else if let answer = items.answers.answer(String(word)) {
                answers.append(answer)
            } else {
                throw .unreadableAnswer(name: name, item: number)
            }
        }
        return try checked(answers)
    }

    /// As many answers as items, each within its range. An item that was not asked is nil.
    func checked(_ answers: [Int?]) throws(MeasureError) -> [Int?] {
        guard let items, licence.entry == .items else { throw .scoreOnly(name: name) }
        guard answers.count <= items.count else {
            throw .tooManyAnswers(name: name, count: items.count)
        }
        for (number, answer) in zip(1..., answers) {
            guard let answer else { continue }
            let (from, to) = (items.answers.from, items.maximum(of: number))
            guard (from...to).contains(answer) else {
                throw .answerOutOfRange(name: name, item: number, from: from, to: to)
            }
        }
        let whole = answers.count == items.count - 1 ? answers + [nil] : answers
        if whole.count == items.count, items.leavesOutLast(whole) { return whole }
        guard answers.count == items.count else {
            throw .tooFewAnswers(name: name, given: answers.count, count: items.count)
        }
        return answers
    }

    /// Reads the answer to one flagged item, asked beside a total; `-` if it is not known.
    package func flaggedAnswer(
        from text: String, item: Int
    ) throws(MeasureError) -> FlaggedAnswer {
        let word = text.trimmingBlanks()
        if Instrument.leftOut.contains(word) { return .notKnown }
        guard let answer = items?.answers.answer(word) else {
            throw .unreadableAnswer(name: name, item: item)
        }
        return .answered(answer)
    }

    private static let leftOut = ["-", "–", "—"]

    /// The items whose answers must stand beside a total, because the total can't tell.
    package func itemsAsked(beside total: Points) -> [FlaggedItem] {
        guard items?.isSum != true || total != range.from else { return [] }
        return flagged.filter { $0.item != nil }
    }
}

extension Instrument.Items {
    /// Whether the last item was not asked, as nothing before it gave a reason to.
    func leavesOutLast(_ answers: [Int?]) -> Bool {
        lastOnlyIfAny == true && answers.last == .some(nil)
            && answers.dropLast().allSatisfy { $0 == self.answers.from }
    }
}

extension Instrument.Answers {
    var isYesOrNo: Bool { labels == ["No", "Yes"] }

    /// A number of at most three digits, or yes and no where these are the answers.
    fileprivate func answer(_ word: String) -> Int? {
        let words = ["n", "no", "y", "yes"]
        if isYesOrNo, let place = words.firstIndex(of: word.lowercased()) { return place / 2 }
        guard (1...3).contains(word.utf8.count), word.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(word)
    }
}
