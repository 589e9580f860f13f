/// One VEVENT as it stands in the file: a single event, a series, or an instance of a series that was
/// moved or cancelled (RFC 5545, 3.6.1). Only what an appointment needs is read.
struct CalendarEvent {
    let line: Int
    var isCancelled = false
    private(set) var uid: String?
    private(set) var summary = ""
    private(set) var start: CalendarTime?
    private(set) var end: CalendarTime?
    private(set) var duration: Int?
    private(set) var rule: RecurrenceRule?
    private(set) var additions: [CalendarTime] = []
    private(set) var exclusions: [CalendarTime] = []
    /// The start that the series gave this instance: RECURRENCE-ID.
    private(set) var original: CalendarTime?
    private var sequence = 0
    private var stamp = 0
    private var seen: Set<String> = []

    init(line: Int) { self.line = line }

    var isAllDay: Bool { start?.clock == .day }
    var repeats: Bool { rule != nil || !additions.isEmpty }

    /// The version that holds: the one changed most often, then the one written last.
    static func newest(_ versions: [CalendarEvent]) throws(CalendarError) -> CalendarEvent? {
        let newest = versions.map { ($0.sequence, $0.stamp) }.max { $0 < $1 }
        guard let newest else { return nil }
        let rivals = versions.filter { ($0.sequence, $0.stamp) == newest }
        guard rivals.count == 1 else { throw .sameVersion(line: rivals[1].line) }
        return rivals[0]
    }

    mutating func read(_ property: ContentLine) throws(CalendarError) {
        let line = property.line
        let name = property.name
        switch name {
        case "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "STATUS",
            "SEQUENCE", "DTSTAMP":
            guard seen.insert(name).inserted else { throw .twice(line: line) }
        default: break
        }
        switch name {
        case "UID": uid = try property.text()
        case "SUMMARY": summary = try property.text()
        case "DTSTART": start = try property.time()
        case "DTEND": end = try property.time()
        case "DURATION":
            duration = CalendarTime.duration(try property.word())
            guard duration != nil else { throw .time(line: line) }
        case "RRULE": rule = try RecurrenceRule(property)
        case "RDATE": additions += try property.times()
        case "EXDATE": exclusions += try property.times()
        case "EXRULE": throw .unsupported(line: line)
        case "RECURRENCE-ID":
            original = try property.time()
            guard try property.parameter("RANGE") == nil else { throw .unsupported(line: line) }
        case "STATUS":
            let status = try property.word()
            guard ["TENTATIVE", "CONFIRMED", "CANCELLED"].contains(status) else {
                throw .unreadable(line: line)
            }
            if status == "CANCELLED" { isCancelled = true }
        case "SEQUENCE":
            guard let number = CalendarTime.number(try property.raw().utf8) else {
                throw .unreadable(line: line)
            }
            sequence = number
        case "DTSTAMP": stamp = try property.time().seconds
        default: break
        }
    }

    /// Throws unless all that must be there is there, and fits together.
    func check() throws(CalendarError) {
        guard let start, let uid, !uid.isEmpty else { throw .incomplete(line: line) }
        guard !isAllDay else { return }
        let times = additions + exclusions + [start, original].compactMap(\.self)
        guard times.allSatisfy({ $0.clock != .day }) else { throw .time(line: line) }
        guard end == nil || duration == nil, end?.clock != .day else {
            throw .endUnclear(line: line)
        }
        guard original == nil || !repeats else { throw .rule(line: line) }
    }
}
