/// A time of day to the minute, as it stands on a wall clock.
package struct ClockTime: Comparable, Hashable, Sendable {
    package let minutesSinceMidnight: Int

    package init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutesSinceMidnight = hour * 60 + minute
    }

    /// Reads exactly `14:05`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let digits = [0, 1, 3, 4]
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            digits.allSatisfy({ (48...57).contains(bytes[$0]) })
        else { return nil }
        let values = digits.map { Int(bytes[$0]) - 48 }
        self.init(hour: values[0] * 10 + values[1], minute: values[2] * 10 + values[3])
    }

    package var text: String {
        Day.padded(minutesSinceMidnight / 60, to: 2) + ":"
            + Day.padded(minutesSinceMidnight % 60, to: 2)
    }

    /// As it is read aloud: 2:05 PM.
    package var spoken: String {
        let hour = minutesSinceMidnight / 60
        let minute = Day.padded(minutesSinceMidnight % 60, to: 2)
        return "\((hour + 11) % 12 + 1):\(minute) \(hour < 12 ? "AM" : "PM")"
    }

    /// Minutes from this time to a later one of the same day; negative if it is earlier.
    package func minutes(until later: ClockTime) -> Int {
        later.minutesSinceMidnight - minutesSinceMidnight
    }

    package static func < (left: ClockTime, right: ClockTime) -> Bool {
        left.minutesSinceMidnight < right.minutesSinceMidnight
    }
}

extension ClockTime: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let time = ClockTime(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a time of day"))
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
