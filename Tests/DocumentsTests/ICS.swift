import Documents
import Foundation

/// Small calendars for tests, and the zones of this system.
enum ICS {
    static let newYork = "America/New_York"

    /// What the edge of the program does: names with a slash only, because short ones ("EST") mean
    /// what each calendar file says they mean.
    static func zones(_ name: String) -> ZoneOffset? {
        guard name.contains("/") || name == "UTC", let zone = TimeZone(identifier: name) else {
            return nil
        }
        return { zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval($0))) }
    }

    static func file(_ body: String) -> [UInt8] {
        Array("BEGIN:VCALENDAR\nVERSION:2.0\n\(body)\nEND:VCALENDAR\n".utf8)
    }

    static func event(_ lines: String) -> String { "BEGIN:VEVENT\n\(lines)\nEND:VEVENT\n" }

    static func read(
        _ bytes: [UInt8], from first: String = "2026-11-01", through last: String = "2026-11-30"
    ) throws -> CalendarFile {
        guard let first = Day(iso: first), let last = Day(iso: last) else { throw Missing() }
        return try CalendarFile(
            bytes, days: first...last, practiceZone: newYork, zones: zones)
    }

    /// The events of one file, each given by its lines.
    static func read(events: String...) throws -> CalendarFile {
        try read(file(events.map(event).joined()))
    }

    struct Missing: Error {}
}

extension Appointment {
    /// Day and start without the year, such as `11-16 09:00`; cancelled ones in brackets.
    var brief: String {
        let text = "\(day.iso.dropFirst(5)) \(start.text)"
        return cancelled ? "(\(text))" : text
    }
}
