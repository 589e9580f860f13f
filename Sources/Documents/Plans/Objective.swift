/// One objective of a treatment plan as it was written: what is measured, from what to what, by when.
///
/// “[client] will [verb] [what] [from baseline] [to target] [as measured by] [how often] by [date]”.
/// Nothing is filled in: what the words don't say is nil.
package struct Objective: Equatable, Sendable {
    package let text: String
    package let instrument: Yardstick?
    /// The verb of what is to be done, in its plain form.
    package let verb: String?
    package let baseline: Double?
    package let baselineDay: Day?
    package let target: Double?
    /// The target is a share of where it began: “a 50 % reduction”.
    package let isShare: Bool
    /// A count, a duration, a percentage or a frequency, beside any instrument.
    package let isCounted: Bool
    /// Something that either happens or doesn't, such as a first meeting.
    package let isYesOrNo: Bool
    package let deadline: Day?
    let words: ObjectiveWords

    /// `planned` is the day of the plan; `yardsticks` the instruments there are.
    package init(_ text: String, on planned: Day, yardsticks: [Yardstick]) {
        self.text = text
        let words = ObjectiveWords(text)
        instrument = words.instrument(of: yardsticks)
        verb = words.verb
        let dates = words.dates(around: planned)
        let span = words.span(without: dates.map(\.range))
        baseline = span.from
        target = span.to
        isShare = words.isShare
        isCounted = words.isCounted
        isYesOrNo = words.isYesOrNo
        self.words = words
        let by = dates.first { $0.isDeadline }?.day
        deadline =
            by ?? words.weeks.flatMap { Day(daysSince1970: planned.daysSince1970 + Int($0 * 7)) }
        baselineDay = dates.first { !$0.isDeadline }?.day
    }
}

/// An objective's words, looked at one by one.
struct ObjectiveWords: Equatable, Sendable {
    let words: [String]

    init(_ text: String) {
        // An edited one begins with its number.
        let unnumbered = text.drop { $0.isNumber }
        let text = unnumbered.hasPrefix(". ") ? String(unnumbered.dropFirst(2)) : text
        words = text.lowercased().replacing("→", with: " to ").replacing("->", with: " to ")
            .replacing("%", with: " percent ").replacing("≤", with: " below ")
            .replacing("≥", with: " above ").replacing("–", with: " to ")
            .replacing("w/in", with: "within")
            .replacing(/(\d+)x?\/(wk|week|day|d|night|mo|month)\b/) { match in
                "\(match.1)x per \(match.2)"
            }
            .split { $0.isWhitespace || ",;()“”\":".contains($0) }
            .map { word in
                var word = word
                while let last = word.last, ".!?".contains(last) { word = word.dropLast() }
                return String(word)
            }
            .filter { !$0.isEmpty }
    }

    func instrument(of yardsticks: [Yardstick]) -> Yardstick? {
        for (index, word) in words.enumerated() {
            let pair = index + 1 < words.count ? word + words[index + 1] : word
            let found = yardsticks.first {
                $0.names.contains(Form.folded(word)) || $0.names.contains(Form.folded(pair))
            }
            if let found { return found }
        }
        return nil
    }

    // MARK: - The verb

    /// Verbs of what anyone can see being done (CLINICAL 2.4, O7).
    static let observable: Set<String> = [
        "use", "complete", "attend", "practise", "practice", "rate", "report", "identify", "return",
        "sleep", "contact", "log", "reduce", "increase", "lower", "raise", "decrease", "score",
        "walk",
        "eat", "take", "call", "apply", "submit", "record", "name", "list", "write", "drive",
        "ride",
        "leave", "go", "speak", "ask", "state", "keep", "schedule", "enter", "stay", "limit",
        "drop",
        "cut", "arrive", "cook", "exercise", "initiate", "join", "visit", "make", "turn", "track",
        "follow", "demonstrate", "describe", "share", "meet", "do", "spend", "resist", "delay",
        "abstain", "refrain", "achieve", "reach", "bring", "move", "finish", "say", "touch", "hold",
        "read", "work", "stop", "start", "begin", "have", "get", "wake", "fall", "respond",
        "express",
        "participate", "present", "check", "perform", "engage", "remain", "show", "shorten",
        "extend",
        "answer", "travel", "shower", "text", "set", "plan", "fill", "invite", "give", "sit",
        "tolerate",
        "obtain", "disclose", "taper", "drink", "smoke", "buy", "send", "put",
    ]

    private static let vague: Set<String> = [
        "improve", "feel", "understand", "learn", "develop", "gain", "process", "explore", "manage",
        "cope", "know", "realize", "accept", "decreased", "become", "be", "build", "enhance",
        "better",
        "address", "discuss", "work", "deal", "handle", "heal", "continue", "maintain", "try",
        "increase insight",
    ]

    var verb: String? {
        if let will = words.firstIndex(of: "will"), will + 1 < words.count {
            return words[(will + 1)...].first { !Self.adverbs.contains($0) }
        }
        let first = words.first { !Self.adverbs.contains($0) && $0 != "to" }
        return first.flatMap { word in
            Self.observable.contains(word) || Self.vague.contains(word) ? word : nil
        }
    }

    private static let adverbs: Set<String> = [
        "also", "then", "again", "independently", "consistently", "successfully", "regularly",
        "client",
        "patient", "each", "either", "not",
    ]

    // MARK: - Numbers

    private static let numerals: [String: Double] = [
        "zero": 0, "no": 0, "none": 0, "never": 0, "one": 1, "once": 1, "two": 2, "twice": 2,
        "three": 3,
        "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
        "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
        "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60,
        "ninety": 90,
        "0x": 0, "1x": 1, "2x": 2, "3x": 3, "4x": 4, "5x": 5,
    ]

    private static func number(_ word: String) -> Double? {
        if let value = numerals[word] { return value }
        var word = word
        if word.hasSuffix("x"), word.count > 1 { word.removeLast() }
        guard word.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return nil }
        return Double(word)
    }

    /// “from 18 to below 10”, “18 to 9 or less”, “below 10”; and the baseline named apart.
    func span(without dates: [Range<Int>]) -> (from: Double?, to: Double?) {
        let free = { (place: Int) in !dates.contains { $0.contains(place) } }
        let value = { (place: Int) -> Double? in
            words.indices.contains(place) && free(place) ? Self.number(words[place]) : nil
        }
        var from: Double?
        var to: Double?
        let fillers: Set<String> = [
            "below", "under", "less", "fewer", "above", "over", "more",
            "at", "least", "most", "about", "or", "than", "no", "a", "score", "of", "total", "the",
            "roughly", "around", "an", "average", "only", "up", "near", "is", "with",
        ]
        /// The first number after a place, past words that only say how it is meant.
        func after(_ place: Int) -> Double? {
            words.indices.dropFirst(place + 1).first { !fillers.contains(words[$0]) }.flatMap(value)
        }
        /// “2 of 10 done so far”: the first number of the few words before.
        func standing(before place: Int) -> Double? {
            words.indices[max(0, place - 6)..<place].lazy.compactMap(value).first
        }
        // “The score is 7; she will …”
        if let will = words.firstIndex(of: "will"),
            let verb = words[..<will].firstIndex(where: Self.standing.contains)
        {
            from = words[verb..<will].indices.lazy.compactMap(value).first
        }
        for (index, word) in words.enumerated() where free(index) {
            switch word {
            case "from", "baseline", "currently", "current", "was", "now", "present", "compared":
                from = from ?? after(index)
            case "today", "far", "date": from = from ?? standing(before: index)
            case "to":
                guard to == nil, let found = after(index) else { continue }
                to = found
                from = from ?? value(index - 1)
            case "below", "under", "above", "least", "most": to = to ?? after(index)
            default: break
            }
        }
        if to == nil {
            // “attend 3 of 4 classes”, “walk 4 times”: the number that is counted.
            to = words.indices.first { place in
                guard let found = value(place), words[place] != "no", found != from else {
                    return false
                }
                let before = place > 0 ? words[place - 1] : ""
                let after = place + 1 < words.count ? words[place + 1] : ""
                return !["within", "next", "from", "baseline", "every"].contains(before)
                    && !["week", "weeks", "month", "months"].contains(after)
            }.flatMap(value)
        }
        return (from, to)
    }

    /// Verbs of how things stand.
    private static let standing: Set<String> = ["is", "are", "takes", "has", "does", "reports"]

    /// Where the client is now, in words: “not yet scheduled”, “does not drive at all”.
    var isNotYet: Bool {
        words.indices.dropLast().contains { place in
            [["not", "yet"], ["at", "all"], ["at", "present"], ["currently", "no"]]
                .contains([words[place], words[place + 1]])
        }
    }

    private static let units: Set<String> = [
        "time", "times", "x", "percent", "minute", "minutes", "min", "hour", "hours", "day", "days",
        "night", "nights", "episode", "episodes", "session", "sessions", "drink", "drinks",
        "attack",
        "attacks", "panic", "outburst", "outbursts", "step", "steps", "item", "items", "exposure",
        "exposures", "walk", "walks", "meal", "meals", "class", "classes", "shift", "shifts",
        "meeting",
        "meetings", "binge", "binges", "conversation", "conversations", "record", "records",
        "point",
        "points", "of", "activity", "activities", "thought", "thoughts", "task", "tasks",
        "appointment",
        "appointments", "trip", "trips", "ritual", "rituals", "check", "checks", "argument",
        "arguments",
        "situation", "situations", "page", "pages", "entry", "entries", "visit", "visits",
        "assignment",
        "assignments", "deadline", "deadlines", "nightmare", "nightmares", "awakening",
        "awakenings",
        "call", "calls", "group", "groups", "hand-washing", "washes", "practice", "practices",
        "event",
        "events", "application", "applications", "weekly", "daily", "nightly", "monthly",
        "pleasant", "planned", "social", "balanced", "coping", "urge", "urges", "per",
    ]

    /// A number with what it counts beside it, or a way to keep count.
    var isCounted: Bool {
        let isCount = words.indices.contains { place in
            guard Self.number(words[place]) != nil else { return false }
            let before = place > 0 ? words[place - 1] : ""
            let unit = words[(place + 1)...].prefix(3).first { Self.units.contains($0) }
            return unit != nil && !["within", "next"].contains(before)
        }
        let kept = ["log", "diary", "tracker", "chart", "checklist", "record", "suds"]
        let isFrequency = words.indices.dropLast().contains { place in
            words[place] == "per" && ["day", "night", "week", "month"].contains(words[place + 1])
        }
        return isCount || isFrequency || words.contains(where: kept.contains)
    }

    /// One act that happens or does not: “attend the first meeting”, “submit an application”.
    var isYesOrNo: Bool {
        if words.contains("yes/no") { return true }
        guard let verb, Self.observable.contains(verb) else { return false }
        let once: Set<String> = [
            "first", "one", "an", "a", "the", "once", "full-time", "part-time", "her", "his",
            "their",
        ]
        let acts: Set<String> = [
            "attend", "submit", "complete", "return", "schedule", "call", "contact", "apply",
            "write",
            "join", "visit", "obtain", "meet", "enter", "drive", "ride", "disclose", "send",
            "invite",
            "sign", "finish", "make", "give", "read", "ask", "bring", "take",
        ]
        return acts.contains(verb) && words.contains(where: once.contains)
    }

    var isShare: Bool {
        guard let place = words.firstIndex(of: "percent"), place + 1 < words.count else {
            return false
        }
        return ["reduction", "decrease", "increase", "drop", "rise", "less", "more", "fewer"]
            .contains(words[place + 1])
    }

    // MARK: - Time

    /// “within 12 weeks”, “in 3 months”, “over the next 8 weeks”.
    var weeks: Double? {
        for (index, word) in words.enumerated() {
            let perUnit: Double
            switch word {
            case "week", "weeks", "wk", "wks": perUnit = 1
            case "month", "months": perUnit = 52.0 / 12
            case "day", "days": perUnit = 1.0 / 7
            case "year", "years": perUnit = 52
            default: continue
            }
            guard index >= 2, let number = Self.number(words[index - 1]) else { continue }
            let lead = words[..<(index - 1)].suffix(3)
            if ["within", "in", "next", "over", "by", "after"].contains(where: lead.contains) {
                return number * perUnit
            }
        }
        return nil
    }

    /// Every date, and whether it is the one until which the objective is to be reached.
    func dates(around planned: Day) -> [(day: Day, range: Range<Int>, isDeadline: Bool)] {
        var found: [(day: Day, range: Range<Int>, isDeadline: Bool)] = []
        var place = 0
        while place < words.count {
            guard let (day, length) = date(at: place, near: planned) else {
                place += 1
                continue
            }
            let lead = words[..<place].suffix(3)
            let isDeadline =
                lead.last.map { ["by", "until", "before", "end"].contains($0) } ?? false
                || lead.suffix(2).elementsEqual(["later", "than"])
                || lead.suffix(2).elementsEqual(["end", "of"]) || lead.contains("by")
            found.append((day, place..<place + length, isDeadline))
            place += length
        }
        return found
    }

    private func date(at place: Int, near planned: Day) -> (Day, Int)? {
        let word = words[place]
        if let day = Day(iso: word) { return (day, 1) }
        let parts = word.split(separator: "/").compactMap { Int($0) }
        if parts.count == 3, let day = Day(year: parts[2], month: parts[0], day: parts[1]) {
            return (day, 1)
        }
        guard word.count >= 3,
            let month = Day.monthNames.firstIndex(where: { $0.lowercased().hasPrefix(word) }),
            place + 1 < words.count
        else { return nil }
        if let number = Int(words[place + 1]), (1...31).contains(number) {
            if place + 2 < words.count, let year = Int(words[place + 2]), year > 1900,
                let day = Day(year: year, month: month + 1, day: number)
            {
                return (day, 3)
            }
            // Without a year: the nearest one.
            let years = [planned.year - 1, planned.year, planned.year + 1]
            let nearest = years.compactMap { Day(year: $0, month: month + 1, day: number) }
                .min { distance($0, planned) < distance($1, planned) }
            return nearest.map { ($0, 2) }
        }
        if let year = Int(words[place + 1]), year > 1900,
            let day = Day(year: year, month: month + 1, day: 28)
        {
            return (day, 2)
        }
        return nil
    }

    private func distance(_ left: Day, _ right: Day) -> Int {
        abs(left.daysSince1970 - right.daysSince1970)
    }
}
