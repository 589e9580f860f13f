/// On which days something comes again: an RRULE of whole days (RFC 5545, 3.3.10).
///
/// A rule is a filter. Its periods (days, weeks, months or years, each `interval`th) are gone through
/// in order, and of the days in each stay those whose month, day of the month and weekday are named;
/// `positions` then picks among them. Parts that name hours, weeks or days of the year are not read.
struct RecurrenceRule: Equatable {
    enum Frequency: String {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"

        fileprivate var mostDays: Int {
            switch self {
            case .daily: 1
            case .weekly: 7
            case .monthly: 31
            case .yearly: 366
            }
        }
    }

    /// A weekday, each one or the nth of the month or year; from the end, if n is negative.
    struct Weekday: Hashable {
        /// Zero means each.
        let nth: Int
        /// Monday is 0.
        let day: Int
    }

    let frequency: Frequency
    let interval: Int
    let count: Int?
    let until: CalendarTime?
    private let weekStart: Int
    private var months: Set<Int>
    private var monthDays: Set<Int>
    private var weekdays: Set<Weekday>
    private let positions: Set<Int>

    init(_ property: ContentLine) throws(CalendarError) {
        let line = property.line
        var parts: [String: Substring] = [:]
        for part in try property.word().split(separator: ";") {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, parts.updateValue(halves[1], forKey: String(halves[0])) == nil
            else { throw .rule(line: line) }
        }
        func take(_ name: String) -> [Substring] {
            parts.removeValue(forKey: name)?
                .split(separator: ",", omittingEmptySubsequences: false) ?? []
        }
        func numbers(_ name: String, _ range: ClosedRange<Int>) throws(CalendarError) -> Set<Int> {
            let all = take(name)
            let numbers = all.compactMap { Int($0) }.filter { $0 != 0 && range.contains($0) }
            guard numbers.count == all.count else { throw .rule(line: line) }
            return Set(numbers)
        }
        func number(_ name: String, _ most: Int) throws(CalendarError) -> Int? {
            let all = take(name)
            guard !all.isEmpty else { return nil }
            guard all.count == 1, let number = Int(all[0]), (1...most).contains(number) else {
                throw .rule(line: line)
            }
            return number
        }
        guard let word = take("FREQ").first else { throw .rule(line: line) }
        guard let frequency = Frequency(rawValue: String(word)) else {
            throw .unsupported(line: line)
        }
        self.frequency = frequency
        interval = try number("INTERVAL", 100_000) ?? 1
        count = try number("COUNT", 999_999_999)
        months = try numbers("BYMONTH", 1...12)
        monthDays = try numbers("BYMONTHDAY", -31...31)
        positions = try numbers("BYSETPOS", -366...366)
        let until = take("UNTIL").map { CalendarTime($0) }
        let weekStart = take("WKST").map { Weekday($0) }
        let weekdays = take("BYDAY").map { Weekday($0) }
        guard parts.isEmpty else { throw .unsupported(line: line) }
        self.until = until.first ?? nil
        self.weekStart = (weekStart.first ?? nil)?.day ?? 0
        self.weekdays = Set(weekdays.compactMap(\.self))
        guard until.count <= 1, !until.contains(nil), count == nil || until.isEmpty,
            weekStart.count <= 1, weekStart.allSatisfy({ $0?.nth == 0 }), !weekdays.contains(nil),
            frequency == .monthly || frequency == .yearly || weekdays.allSatisfy({ $0?.nth == 0 }),
            frequency != .weekly || monthDays.isEmpty,
            positions.isEmpty || !(months.isEmpty && monthDays.isEmpty && weekdays.isEmpty)
        else { throw .rule(line: line) }
    }

    /// The instants at which this clock shows the time of day of `start` on the days that the rule
    /// names, from `start` through the day `last`.
    ///
    /// With `notBefore`, days between the first period and that day are leapt over, unless they must
    /// be counted. Spends a unit of `effort` for each day looked at; nil if that ran out.
    func instants(
        on clock: WallClock, from start: Int, notBefore: Int?, through last: Int,
        effort: inout Int
    ) -> [Int]? {
        guard let day = Day(daysSince1970: start.inDays) else { return [] }
        let rule = completed(from: day)
        let end = end(on: clock)
        let first = day.daysSince1970
        let leap = (count == nil ? notBefore : nil).map {
            // Never too far: no period is longer than this.
            ($0 - first) / (frequency.mostDays * interval)
        }
        var found: [Int] = []
        var index = 0
        while let period = rule.period(index, from: day), period.lowerBound <= last {
            effort -= period.count
            guard effort >= 0 else { return nil }
            for day in rule.days(in: period) where day >= first && day <= last {
                let instant = clock.instant(showing: start + (day - first) * 86400)
                guard instant <= end, found.count < count ?? .max else { return found }
                found.append(instant)
            }
            index = index == 0 ? max(1, leap ?? 1) : index + 1
        }
        return found
    }

    /// The last instant that the rule allows. A day is meant to its end.
    private func end(on clock: WallClock) -> Int {
        guard let until else { return .max }
        if until.clock == .utc { return until.seconds }
        return clock.instant(showing: until.seconds + (until.clock == .day ? 86399 : 0))
    }

    private func days(in period: ClosedRange<Int>) -> [Int] {
        let days = period.filter(names)
        guard !positions.isEmpty else { return days }
        return days.indices.filter {
            positions.contains($0 + 1) || positions.contains($0 - days.count)
        }.map { days[$0] }
    }

    /// What a rule leaves open, its first day says (3.3.10, after the table of parts).
    private func completed(from start: Day) -> RecurrenceRule {
        var rule = self
        guard weekdays.isEmpty, monthDays.isEmpty else { return rule }
        switch frequency {
        case .daily: break
        case .weekly:
            rule.weekdays = [Weekday(nth: 0, day: RecurrenceRule.weekday(start.daysSince1970))]
        case .monthly: rule.monthDays = [start.day]
        case .yearly:
            rule.monthDays = [start.day]
            if months.isEmpty { rule.months = [start.month] }
        }
        return rule
    }

    /// The days of one period, counted from the one that has `start` in it; nil after the year 9999.
    private func period(_ index: Int, from start: Day) -> ClosedRange<Int>? {
        let first = start.daysSince1970
        switch frequency {
        case .daily: return first + index * interval...first + index * interval
        case .weekly:
            let intoWeek = (RecurrenceRule.weekday(first) - weekStart + 7) % 7
            let begin = first - intoWeek + 7 * index * interval
            return begin...begin + 6
        case .monthly:
            let month = start.year * 12 + start.month - 1 + index * interval
            return RecurrenceRule.month(month % 12 + 1, of: month / 12)
        case .yearly: return RecurrenceRule.year(start.year + index * interval)
        }
    }

    private func names(_ number: Int) -> Bool {
        guard let day = Day(daysSince1970: number), months.isEmpty || months.contains(day.month),
            let month = RecurrenceRule.month(day.month, of: day.year),
            monthDays.isEmpty || monthDays.contains(day.day)
                || monthDays.contains(number - month.upperBound - 1)
        else { return false }
        let weekday = RecurrenceRule.weekday(number)
        guard !weekdays.isEmpty, !weekdays.contains(Weekday(nth: 0, day: weekday)) else {
            return true
        }
        let isInYear = frequency == .yearly && months.isEmpty
        guard let scope = isInYear ? RecurrenceRule.year(day.year) : month else { return false }
        return weekdays.contains(Weekday(nth: (number - scope.lowerBound) / 7 + 1, day: weekday))
            || weekdays.contains(Weekday(nth: (number - scope.upperBound) / 7 - 1, day: weekday))
    }

    private static func year(_ year: Int) -> ClosedRange<Int>? {
        guard let first = month(1, of: year), let last = month(12, of: year) else { return nil }
        return first.lowerBound...last.upperBound
    }

    private static func month(_ month: Int, of year: Int) -> ClosedRange<Int>? {
        guard let first = Day(year: year, month: month, day: 1)?.daysSince1970 else { return nil }
        let length = (29...31).last { Day(year: year, month: month, day: $0) != nil } ?? 28
        return first...first + length - 1
    }

    /// January 1, 1970 was a Thursday.
    private static func weekday(_ number: Int) -> Int { ((number + 3) % 7 + 7) % 7 }
}

extension RecurrenceRule.Weekday {
    /// Reads `MO`, `2TU` or `-1FR`.
    fileprivate init?(_ text: Substring) {
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        guard let day = names.firstIndex(of: String(text.suffix(2))) else { return nil }
        let number = text.dropLast(2)
        guard let nth = number.isEmpty ? 0 : Int(number), (-53...53).contains(nth),
            number.isEmpty == (nth == 0)
        else { return nil }
        self.init(nth: nth, day: day)
    }
}
