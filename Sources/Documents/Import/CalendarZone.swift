/// How far the clocks of a zone are ahead of UTC, in seconds, at an instant in seconds since 1970.
package typealias ZoneOffset = @Sendable (_ instant: Int) -> Int

/// A zone's wall clock, and the instants that it shows.
struct WallClock: Sendable {
    static let utc = WallClock { _ in 0 }

    private let offset: ZoneOffset
    init(offset: @escaping ZoneOffset) { self.offset = offset }

    /// What the clock shows at this instant, in seconds since it showed January 1, 1970.
    func reading(at instant: Int) -> Int { instant + offset(instant) }

    /// When the clock shows this: the first time of two, and when the clocks jump over it, as if
    /// they had not yet jumped (RFC 5545, 3.3.5). No zone is set twice within two days.
    func instant(showing reading: Int) -> Int {
        let before = reading - offset(reading - 86400)
        let after = reading - offset(reading + 86400)
        return self.reading(at: before) == reading || self.reading(at: after) != reading
            ? before : after
    }
}

/// A zone that the calendar file describes itself: VTIMEZONE (RFC 5545, 3.6.5).
struct CalendarZone: Equatable {
    /// STANDARD or DAYLIGHT: clocks are set from one offset to another, on rules or days.
    struct Observance: Equatable {
        var start: Int?
        var from: Int?
        var to: Int?
        var rule: RecurrenceRule?
        var more: [Int] = []
        fileprivate var seen: Set<String> = []
    }

    /// More settings of the clocks than any zone has; a file with more is not believed.
    private static let mostChanges = 2000
    /// The longest time between two days that a rule of months, days and weekdays can name.
    private static let rarest = 40 * 366

    var name: String?
    var observances: [Observance] = []
    /// Something in it can't be read: then it is no zone.
    var isBroken = false

    /// Reads one property of the zone, or of its last observance.
    mutating func read(_ property: ContentLine, inObservance: Bool) throws(CalendarError) {
        guard inObservance, var last = observances.popLast() else {
            guard !inObservance, property.name == "TZID" else { return }
            guard name == nil else { throw .twice(line: property.line) }
            return name = try property.text()
        }
        defer { observances.append(last) }
        let isOnce = ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"].contains(property.name)
        guard !isOnce || last.seen.insert(property.name).inserted else {
            throw .twice(line: property.line)
        }
        switch property.name {
        case "DTSTART": last.start = try CalendarZone.local(property).first
        case "TZOFFSETFROM": last.from = try CalendarZone.offset(property)
        case "TZOFFSETTO": last.to = try CalendarZone.offset(property)
        case "RRULE": last.rule = try RecurrenceRule(property)
        case "RDATE": last.more += try CalendarZone.local(property)
        default: break
        }
    }

    /// The clock of this zone, right from the day `first` to `last`; nil if it is not described
    /// whole. `effort` is what may still be spent on repetition.
    func clock(from first: Int, through last: Int, effort: inout Int) -> WallClock? {
        var changes: [(instant: Int, from: Int, to: Int)] = []
        for observance in observances {
            guard let start = observance.start, let from = observance.from, let to = observance.to
            else { return nil }
            changes += ([start] + observance.more).map { ($0 - from, from, to) }
            if let rule = observance.rule {
                // What has an end may have ended long ago and still be what holds.
                let isEndless = rule.count == nil && rule.until == nil
                let back = first - CalendarZone.rarest * rule.interval
                guard rule.frequency == .yearly,
                    let found = rule.instants(
                        on: WallClock { _ in from }, from: start,
                        notBefore: isEndless ? back : nil, through: last, effort: &effort)
                else { return nil }
                changes += found.map { ($0, from, to) }
            }
        }
        guard !isBroken, (1...CalendarZone.mostChanges).contains(changes.count) else { return nil }
        changes.sort { $0.instant < $1.instant }
        let sorted = changes
        return WallClock { instant in
            sorted.last { $0.instant <= instant }?.to ?? sorted[0].from
        }
    }

    private static func local(_ property: ContentLine) throws(CalendarError) -> [Int] {
        let times = try property.times()
        guard times.allSatisfy({ $0.clock == .floating }) else { throw .time(line: property.line) }
        return times.map(\.seconds)
    }

    /// Reads `-0500` or `+013015`.
    private static func offset(_ property: ContentLine) throws(CalendarError) -> Int {
        let bytes = Array(try property.raw().utf8)
        let sign = [UInt8(ascii: "+"): 1, UInt8(ascii: "-"): -1]
        guard [5, 7].contains(bytes.count), let sign = sign[bytes[0]],
            let hour = CalendarTime.number(bytes[1..<3]),
            let minute = CalendarTime.number(bytes[3..<5]),
            let time = ClockTime(hour: hour, minute: minute)
        else { throw .time(line: property.line) }
        let second = bytes.count == 7 ? CalendarTime.number(bytes[5..<7]) : 0
        guard let second, second < 60 else { throw .time(line: property.line) }
        return sign * (time.minutesSinceMidnight * 60 + second)
    }
}
