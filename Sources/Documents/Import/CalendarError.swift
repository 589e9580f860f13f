package import Wording

/// Why a calendar file, or one event of it, can't be read. It names the line, never what stands there.
///
/// The first group is thrown: the file as a whole can't be trusted. The others belong to one event.
package enum CalendarError: UserFacing, Equatable {
    case tooLarge
    case notACalendar
    case broken(line: Int)
    case cutOff
    case notAppointments(line: Int)
    case tooManyEvents(line: Int)
    case tooManyAppointments
    case practiceZoneUnknown

    case unreadable(line: Int)
    case twice(line: Int)
    case incomplete(line: Int)
    case sameVersion(line: Int)
    case time(line: Int)
    case endUnclear(line: Int)
    case otherDay(line: Int)
    case zoneUnknown(line: Int)
    case rule(line: Int)
    case unsupported(line: Int)
    case startOutsideRule(line: Int)
    case tooManyRepeats(line: Int)

    package var code: String {
        switch self {
        case .tooLarge: "calendar.too-large"
        case .notACalendar: "calendar.not-a-calendar"
        case .broken: "calendar.broken"
        case .cutOff: "calendar.cut-off"
        case .notAppointments: "calendar.not-appointments"
        case .tooManyEvents: "calendar.too-many-events"
        case .tooManyAppointments: "calendar.too-many-appointments"
        case .practiceZoneUnknown: "calendar.practice-zone-unknown"
        case .unreadable: "calendar.event.unreadable"
        case .twice: "calendar.event.twice"
        case .incomplete: "calendar.event.incomplete"
        case .sameVersion: "calendar.event.same-version"
        case .time: "calendar.event.time"
        case .endUnclear: "calendar.event.end-unclear"
        case .otherDay: "calendar.event.other-day"
        case .zoneUnknown: "calendar.event.zone-unknown"
        case .rule: "calendar.event.rule"
        case .unsupported: "calendar.event.unsupported"
        case .startOutsideRule: "calendar.event.start-outside-rule"
        case .tooManyRepeats: "calendar.event.too-many-repeats"
        }
    }

    package var problem: String {
        switch self {
        case .tooLarge: "The calendar file is larger than 16 megabytes."
        case .notACalendar: "The file is not a calendar."
        case .broken(let line): "The calendar file is out of order at line \(line)."
        case .cutOff: "The calendar file ends before its last event does."
        case .notAppointments(let line):
            "Line \(line) says that the file is an answer or a proposal, not a calendar."
        case .tooManyEvents(let line):
            "Line \(line) begins one event more than the \(CalendarFile.mostEvents) that are read."
        case .tooManyAppointments:
            "The calendar has more than \(CalendarFile.mostAppointments) appointments in these days."
        case .practiceZoneUnknown: "The time zone of the practice is not known on this computer."
        case .unreadable(let line): "Line \(line) can't be read."
        case .twice(let line): "Line \(line) says a second time what may be said once."
        case .incomplete(let line): "The event on line \(line) has no identifier or no start."
        case .sameVersion(let line):
            "The event on line \(line) stands in the file twice, and neither is the newer."
        case .time(let line): "Line \(line) holds no date or time that can be read."
        case .endUnclear(let line): "The event on line \(line) has no clear end after its start."
        case .otherDay(let line): "The event on line \(line) does not end on the day it begins."
        case .zoneUnknown(let line):
            "The event on line \(line) is in a time zone that is not known on this computer."
        case .rule(let line): "Line \(line) repeats the event by a rule that contradicts itself."
        case .unsupported(let line):
            "Line \(line) repeats the event in a way that this program does not read."
        case .startOutsideRule(let line):
            "The event on line \(line) begins on a day that its own rule does not name."
        case .tooManyRepeats(let line): "The event on line \(line) repeats too often to be read."
        }
    }

    package var nextStep: String {
        switch self {
        case .tooLarge, .tooManyEvents: "Save a shorter stretch of the calendar, and give that."
        case .notACalendar, .notAppointments:
            "Give a file that your calendar program saved or exported as .ics."
        case .broken, .cutOff: "Save the calendar again, and give the new file."
        case .tooManyAppointments: "Choose fewer days."
        case .practiceZoneUnknown: "Check the time zone in the settings of your practice."
        case .unreadable, .twice, .incomplete, .sameVersion, .time, .endUnclear, .otherDay,
            .zoneUnknown, .rule, .unsupported, .startOutsideRule, .tooManyRepeats:
            "Enter it by hand if it is an appointment."
        }
    }

    package var exitCode: ExitCode { .failed }

    /// Where it stands, for those that have a place.
    package var line: Int? {
        switch self {
        case .tooLarge, .notACalendar, .cutOff, .tooManyAppointments, .practiceZoneUnknown: nil
        case .broken(let line), .notAppointments(let line), .tooManyEvents(let line),
            .unreadable(let line), .twice(let line), .incomplete(let line),
            .sameVersion(let line), .time(let line), .endUnclear(let line), .otherDay(let line),
            .zoneUnknown(let line), .rule(let line), .unsupported(let line),
            .startOutsideRule(let line), .tooManyRepeats(let line):
            line
        }
    }
}
