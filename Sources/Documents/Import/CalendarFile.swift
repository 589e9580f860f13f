/// One appointment of a calendar file, on the wall clock of the practice.
///
/// `uid` and `instance` together name it: a second import of the same calendar has the same two.
package struct Appointment: Hashable, Sendable {
    /// The calendar program's own name for the event, one for all instances of a series.
    package let uid: String
    /// Which instance of a series: the start that the series gives it, in UTC, such as
    /// `20261116T140000Z`, also when it was moved. Nil for an event that does not repeat.
    package let instance: String?
    package let summary: String
    package let day: Day
    package let start: ClockTime
    package let stop: ClockTime
    package let cancelled: Bool
}

/// The appointments of a calendar file (.ics, RFC 5545) within some days.
///
/// Only times, title and state are read. An event that is not understood whole is left out and
/// listed, with all that has the same identifier; so is one that goes on past midnight. Of several
/// versions of an event the newest holds. Times follow the zone they are written in, as far as
/// `zones` knows it, else as the file describes it; series are repeated on that zone's clock.
package struct CalendarFile: Equatable, Sendable {
    package static let largestFile = 16 << 20
    package static let mostEvents = 100_000
    package static let mostAppointments = 100_000
    package static let mostProblems = 100

    /// By day, then time.
    package let appointments: [Appointment]
    /// Why events were left out, in the order of their lines; the first hundred.
    package let problems: [CalendarError]
    /// Events (not instances) that were left out because of the problems.
    package let leftOut: Int
    /// Events of whole days in the file, and of a day or longer near the days asked for: they are
    /// no appointments.
    package let allDay: Int

    /// `practiceZone` is the zone of the result, and of times that name none.
    package init(
        _ bytes: [UInt8], days: ClosedRange<Day>, practiceZone: String,
        zones: @escaping (_ name: String) -> ZoneOffset?
    ) throws(CalendarError) {
        guard bytes.count <= CalendarFile.largestFile else { throw .tooLarge }
        guard let practice = zones(practiceZone) else { throw .practiceZoneUnknown }
        let parts = try CalendarParts(bytes)
        var expansion = CalendarExpansion(
            days: days, practice: WallClock(offset: practice), zones: zones,
            described: parts.zones)
        var appointments: [Appointment] = []
        var problems = parts.problems
        var leftOut = parts.unreadable
        let groups = Dictionary(grouping: parts.events) { $0.uid ?? "" }
        for (uid, versions) in groups.sorted(by: { $0.value[0].line < $1.value[0].line }) {
            guard !parts.spoiled.contains(uid) else {
                leftOut += versions.count
                continue
            }
            do throws(CalendarError) {
                appointments += try expansion.appointments(uid: uid, versions)
            } catch {
                leftOut += versions.count
                problems.append(error)
            }
            guard appointments.count <= CalendarFile.mostAppointments else {
                throw .tooManyAppointments
            }
        }
        self.appointments = appointments.sorted {
            ($0.day, $0.start, $0.uid, $0.instance ?? "")
                < ($1.day, $1.start, $1.uid, $1.instance ?? "")
        }
        self.problems = Array(
            problems.sorted { $0.line ?? 0 < $1.line ?? 0 }.prefix(CalendarFile.mostProblems))
        self.leftOut = leftOut
        allDay = parts.allDay + expansion.wholeDays
    }
}
