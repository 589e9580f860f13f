/// An instant, with the zone it was lived in. Always passed in: nothing here reads a clock.
package struct Moment: Hashable, Sendable {
    /// Milliseconds since 1970 in UTC, within the years 1 to 9999.
    package let milliseconds: Int64
    /// Minutes east of UTC.
    package let zoneOffsetMinutes: Int

    private static let range: ClosedRange<Int64> = -62_135_500_000_000...253_402_200_000_000

    package init?(milliseconds: Int64, zoneOffsetMinutes: Int) {
        guard Moment.range.contains(milliseconds), (-1080...1080).contains(zoneOffsetMinutes)
        else { return nil }
        self.milliseconds = milliseconds
        self.zoneOffsetMinutes = zoneOffsetMinutes
    }

    /// The instant when a wall clock in this zone shows this day and time.
    package init?(day: Day, time: ClockTime, zoneOffsetMinutes: Int) {
        let minutes = day.daysSince1970 * 1440 + time.minutesSinceMidnight - zoneOffsetMinutes
        self.init(milliseconds: Int64(minutes) * 60_000, zoneOffsetMinutes: zoneOffsetMinutes)
    }

    /// The local calendar day.
    package var day: Day {
        // Always there: the range of the milliseconds keeps a day's distance from both ends.
        guard let day = Day(daysSince1970: localMinutes.floored(by: 1440)) else {
            preconditionFailure("a moment lies within the calendar")
        }
        return day
    }

    /// The local wall clock.
    package var time: ClockTime {
        let minutes = localMinutes - localMinutes.floored(by: 1440) * 1440
        guard let time = ClockTime(hour: minutes / 60, minute: minutes % 60) else {
            preconditionFailure("a remainder lies within the day")
        }
        return time
    }

    /// Local time with its zone, to the second: 2026-11-16T14:05:09-05:00.
    package var iso: String {
        let second = Int(milliseconds - milliseconds.floored(by: 60_000) * 60_000) / 1000
        return "\(day.iso)T\(time.text):\(Day.padded(second, to: 2))\(zone)"
    }

    /// As it is read aloud: November 16, 2026 at 2:05 PM (UTC-05:00).
    package var spoken: String { "\(day.spoken) at \(time.spoken) (UTC\(zone))" }

    private var localMinutes: Int { Int(milliseconds.floored(by: 60_000)) + zoneOffsetMinutes }

    private var zone: String {
        let size = abs(zoneOffsetMinutes)
        let sign = zoneOffsetMinutes < 0 ? "-" : "+"
        return "\(sign)\(Day.padded(size / 60, to: 2)):\(Day.padded(size % 60, to: 2))"
    }
}

extension Moment: Codable {
    private enum CodingKeys: String, CodingKey { case milliseconds, zoneOffsetMinutes }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard
            let moment = Moment(
                milliseconds: try container.decode(Int64.self, forKey: .milliseconds),
                zoneOffsetMinutes: try container.decode(Int.self, forKey: .zoneOffsetMinutes))
        else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a moment"))
        }
        self = moment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(milliseconds, forKey: .milliseconds)
        try container.encode(zoneOffsetMinutes, forKey: .zoneOffsetMinutes)
    }
}

extension BinaryInteger {
    /// Division that rounds down, so that times before 1970 fall on the right day.
    fileprivate func floored(by divisor: Self) -> Self {
        let quotient = self / divisor
        return self < 0 && quotient * divisor != self ? quotient - 1 : quotient
    }
}
