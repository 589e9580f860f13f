/// Makes appointments of events: repeats, moves and cancels them, and reads them on the practice's
/// clock. What that may cost is counted in days looked at, for each event and for the whole file.
struct CalendarExpansion {
    private static let mostInstances = 10_000
    /// Five centuries of days for an event.
    private static let mostEffort = 200_000

    /// Events that last a day or longer: they are no appointments.
    private(set) var wholeDays = 0
    private let days: ClosedRange<Day>
    /// The days since 1970 that an appointment may have on any clock of the world.
    private let near: ClosedRange<Int>
    private let practice: WallClock
    private let zones: (String) -> ZoneOffset?
    private let described: [String: CalendarZone]
    private var clocks: [String: WallClock?] = [:]
    private var effort = 5_000_000

    init(
        days: ClosedRange<Day>, practice: WallClock, zones: @escaping (String) -> ZoneOffset?,
        described: [String: CalendarZone]
    ) {
        self.days = days
        near = days.lowerBound.daysSince1970 - 2...days.upperBound.daysSince1970 + 2
        self.practice = practice
        self.zones = zones
        self.described = described
    }

    /// All versions that the file has of one event: a series, and what became of its instances.
    mutating func appointments(
        uid: String, _ versions: [CalendarEvent]
    ) throws(CalendarError) -> [Appointment] {
        var changed: [Int: [CalendarEvent]] = [:]
        for event in versions {
            guard let original = event.original else { continue }
            changed[try instant(of: original, in: event), default: []].append(event)
        }
        var found: [Appointment] = []
        if let series = try CalendarEvent.newest(versions.filter { $0.original == nil }) {
            let starts = try starts(of: series).filter { changed[$0] == nil }
            found += try appointments(series, uid, at: starts) { series.repeats ? $0 : nil }
        }
        for (instance, versions) in changed.sorted(by: { $0.key < $1.key }) {
            guard let event = try CalendarEvent.newest(versions), !event.isAllDay else { continue }
            found += try appointments(event, uid, at: try starts(of: event)) { _ in instance }
        }
        return found
    }

    /// The instants that an event begins at; of a series, those near the days asked for.
    private mutating func starts(of event: CalendarEvent) throws(CalendarError) -> [Int] {
        guard let start = event.start, event.repeats || near.contains(start.seconds.inDays) else {
            return []
        }
        let first = try instant(of: start, in: event)
        var instants: Set<Int> = event.rule == nil ? [first] : []
        for time in event.additions { instants.insert(try instant(of: time, in: event)) }
        var excluded: Set<Int> = []
        for time in event.exclusions { excluded.insert(try instant(of: time, in: event)) }
        var isStartNamed = true
        if let rule = event.rule, start.seconds.inDays <= near.upperBound {
            let clock = try clock(of: start, in: event)
            var left = min(effort, CalendarExpansion.mostEffort)
            effort -= left
            let found = rule.instants(
                on: clock, from: start.seconds, notBefore: near.lowerBound,
                through: near.upperBound, effort: &left)
            effort += left
            guard let found else { throw .tooManyRepeats(line: event.line) }
            instants.formUnion(found)
            isStartNamed = found.first == first || (excluded.contains(first) && rule.count == nil)
        }
        let starts = instants.subtracting(excluded).filter { near.contains($0.inDays) }.sorted()
        // The standard leaves open if a start that the rule does not name is an instance (3.8.5.3).
        // It matters when it is near, or counts.
        let matters = event.rule?.count != nil && !starts.isEmpty
        guard isStartNamed || !(matters || near.contains(first.inDays)) else {
            throw .startOutsideRule(line: event.line)
        }
        guard starts.count <= CalendarExpansion.mostInstances else {
            throw .tooManyRepeats(line: event.line)
        }
        return starts
    }

    /// The appointments at those instants that lie in the days asked for; each is named for what
    /// `instance` makes of its instant.
    private mutating func appointments(
        _ event: CalendarEvent, _ uid: String, at instants: [Int], instance: (Int) -> Int?
    ) throws(CalendarError) -> [Appointment] {
        guard let begin = event.start, !instants.isEmpty else { return [] }
        var length = event.duration ?? 0
        if let end = event.end {
            length = try instant(of: end, in: event) - instant(of: begin, in: event)
        }
        guard length >= 0 else { throw .endUnclear(line: event.line) }
        guard length < 86400 else {
            wholeDays += 1
            return []
        }
        var found: [Appointment] = []
        for instant in instants {
            let start = practice.reading(at: instant)
            let stop = practice.reading(at: instant + length)
            guard let day = Day(daysSince1970: start.inDays), days.contains(day) else { continue }
            guard stop.inDays == start.inDays, stop >= start, let startTime = start.timeOfDay,
                let stopTime = stop.timeOfDay
            else { throw .otherDay(line: event.line) }
            found.append(
                Appointment(
                    uid: uid, instance: instance(instant).flatMap(CalendarExpansion.name),
                    summary: event.summary, day: day, start: startTime, stop: stopTime,
                    cancelled: event.isCancelled))
        }
        return found
    }

    private mutating func instant(
        of time: CalendarTime, in event: CalendarEvent
    ) throws(CalendarError) -> Int {
        try clock(of: time, in: event).instant(showing: time.seconds)
    }

    private mutating func clock(
        of time: CalendarTime, in event: CalendarEvent
    ) throws(CalendarError) -> WallClock {
        guard case .zone(let name) = time.clock else {
            return time.clock == .utc ? .utc : practice
        }
        if clocks[name] == nil {
            let known = zones(name).map(WallClock.init)
            clocks[name] = .some(
                known
                    ?? described[name]?.clock(
                        from: near.lowerBound, through: near.upperBound, effort: &effort))
        }
        guard let clock = clocks[name] ?? nil else { throw .zoneUnknown(line: event.line) }
        return clock
    }

    /// An instant as the calendar format writes it: `20261116T140000Z`.
    private static func name(of instant: Int) -> String? {
        guard let day = Day(daysSince1970: instant.inDays) else { return nil }
        let second = instant - instant.inDays * 86400
        let parts = [second / 3600, second / 60 % 60, second % 60]
        return day.iso.filter { $0 != "-" } + "T"
            + parts.map { Day.padded($0, to: 2) }.joined() + "Z"
    }
}

extension Int {
    /// Whole days of these seconds, rounded down.
    var inDays: Int { self >= 0 ? self / 86400 : (self - 86399) / 86400 }

    /// The minute of the day that these seconds fall in.
    fileprivate var timeOfDay: ClockTime? {
        let minutes = (self - inDays * 86400) / 60
        return ClockTime(hour: minutes / 60, minute: minutes % 60)
    }
}
