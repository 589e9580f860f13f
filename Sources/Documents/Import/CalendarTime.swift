/// A date or time as a calendar file writes it: `20261116`, `20261116T090000`, and in UTC with `Z`.
///
/// RFC 5545, 3.3.4, 3.3.5 and 3.2.19. It is no instant before its clock is known.
struct CalendarTime: Equatable {
    /// The clock that shows the time.
    enum Clock: Equatable {
        /// None: a whole day.
        case day
        /// Whatever clock hangs where it is read.
        case floating
        case utc
        /// The clock of a zone, by its TZID.
        case zone(String)
    }

    let clock: Clock
    /// What the clock shows, in seconds since it showed January 1, 1970.
    let seconds: Int

    init?(_ text: some StringProtocol, zone: String? = nil) {
        let bytes = Array(text.utf8)
        guard [8, 15, 16].contains(bytes.count), let year = CalendarTime.number(bytes[0..<4]),
            let month = CalendarTime.number(bytes[4..<6]),
            let number = CalendarTime.number(bytes[6..<8]),
            let day = Day(year: year, month: month, day: number)
        else { return nil }
        guard bytes.count > 8 else {
            clock = .day
            seconds = day.daysSince1970 * 86400
            return
        }
        guard bytes[8] == UInt8(ascii: "T"), let hour = CalendarTime.number(bytes[9..<11]),
            let minute = CalendarTime.number(bytes[11..<13]),
            let time = ClockTime(hour: hour, minute: minute),
            let second = CalendarTime.number(bytes[13..<15]), second <= 60,
            bytes.count == 15 || (bytes[15] == UInt8(ascii: "Z") && zone == nil)
        else { return nil }
        clock = bytes.count == 16 ? .utc : zone.map(Clock.zone) ?? .floating
        // A leap second is the second before it (3.3.12).
        seconds =
            day.daysSince1970 * 86400 + time.minutesSinceMidnight * 60 + Swift.min(second, 59)
    }

    /// Digits and nothing else.
    static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ (48...57) ~= $0 }) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    /// The seconds of a duration such as `PT50M` or `P1DT2H`; nil for one that goes back (3.3.6).
    static func duration(_ text: String) -> Int? {
        let halves = text.dropFirst(text.hasPrefix("+") ? 1 : 0)
            .split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves[0].first == "P", halves.last != "P", halves.last != "",
            let days = sum(halves[0].dropFirst(), ["W": 604_800, "D": 86400]),
            let time = sum(halves.dropFirst().first ?? "", ["H": 3600, "M": 60, "S": 1])
        else { return nil }
        return days + time
    }

    /// Numbers before units; each unit may stand once, in this order.
    private static func sum(_ text: Substring, _ units: KeyValuePairs<Character, Int>) -> Int? {
        var rest = text
        var total = 0
        for (unit, size) in units {
            guard let place = rest.firstIndex(of: unit) else { continue }
            guard let count = number(rest[..<place].utf8) else { return nil }
            total += count * size
            rest = rest[rest.index(after: place)...]
        }
        return rest.isEmpty ? total : nil
    }
}

extension ContentLine {
    /// The one time that this property gives.
    func time() throws(CalendarError) -> CalendarTime {
        let all = try times()
        guard all.count == 1 else { throw .time(line: line) }
        return all[0]
    }

    /// The times that this property lists.
    func times() throws(CalendarError) -> [CalendarTime] {
        let zone = try parameter("TZID")
        let type = try parameter("VALUE")?.uppercased()
        guard type != "PERIOD" else { throw .unsupported(line: line) }
        var times: [CalendarTime] = []
        for text in try raw().split(separator: ",", omittingEmptySubsequences: false) {
            // Not all programs say that a day is a day; it can't be anything else.
            guard let time = CalendarTime(text, zone: zone),
                type == nil || type == (time.clock == .day ? "DATE" : "DATE-TIME")
            else { throw .time(line: line) }
            times.append(time)
        }
        return times
    }
}
