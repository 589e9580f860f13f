import Documents
import Testing
import Wording

@Suite struct `A calendar file` {
    private let single =
        "UID:a\nDTSTART:20261116T140000Z\nDTEND:20261116T145000Z\nSUMMARY:Jordan, 2nd"
    private let series =
        "UID:s\nDTSTART;TZID=America/New_York:20261102T090000\nDURATION:PT50M\nRRULE:FREQ=WEEKLY"

    @Test func `becomes appointments on the practice's clock`() throws {
        let calendar = try ICS.read(events: single)
        #expect(calendar.problems.isEmpty)
        let found = try #require(calendar.appointments.first)
        #expect(calendar.appointments.count == 1)
        #expect(found.uid == "a" && found.instance == nil)
        #expect(found.day == Day(iso: "2026-11-16"))
        #expect(found.start == ClockTime("09:00") && found.stop == ClockTime("09:50"))
        #expect(!found.cancelled)
    }

    @Test(arguments: [
        ("SUMMARY:a\\, b\\; c\\\\d\\ne", "a, b; c\\d\ne"), ("SUMMARY:a;b,c:d", "a;b,c:d"),
        ("SUMMARY;LANGUAGE=\"en;x:y\":a", "a"), ("summary:a", "a"), ("SUMMARY:", ""),
        ("SUMM\n ARY:a\n  b", "a b"), ("X-MORE:1", ""),
    ])
    func `has a title with and without escapes`(line: String, title: String) throws {
        let calendar = try ICS.read(
            events: "UID:a\nDTSTART:20261116T140000Z\n\(line)\nBEGIN:VALARM\nSUMMARY:no\nEND:VALARM"
        )
        #expect(calendar.appointments.map(\.summary) == [title])
    }

    @Test func `may fold a line within a letter`() throws {
        let cut = Array("SUMMARY:Zo\u{EB}".utf8)
        let bytes =
            Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261116T140000Z\r\n".utf8)
            + cut.dropLast() + Array("\r\n ".utf8) + cut.suffix(1)
            + Array("\r\nEND:VEVENT\r\nEND:VCALENDAR".utf8)
        #expect(try ICS.read(bytes).appointments.map(\.summary) == ["Zo\u{EB}"])
    }

    @Test(arguments: [
        ("PT50M", "09:50"), ("+PT1H30M", "10:30"), ("P0DT1H", "10:00"), ("PT45M30S", "09:45"),
        ("PT0S", "09:00"), ("P0W", "09:00"),
    ])
    func `has durations`(text: String, stop: String) throws {
        let calendar = try ICS.read(
            events: "UID:a\nDTSTART:20261116T140000Z\nDURATION:\(text)")
        #expect(calendar.appointments.map(\.stop.text) == [stop])
    }

    @Test func `names each instance by its first place`() throws {
        let moved =
            "UID:s\nRECURRENCE-ID;TZID=America/New_York:20261109T090000\n"
            + "DTSTART;TZID=America/New_York:20261110T110000\nDURATION:PT50M"
        let before = try ICS.read(events: series)
        let after = try ICS.read(events: series, moved)
        #expect(
            before.appointments.map(\.brief) == [
                "11-02 09:00", "11-09 09:00", "11-16 09:00", "11-23 09:00", "11-30 09:00",
            ])
        #expect(before.appointments.map(\.instance).contains("20261109T140000Z"))
        #expect(before.appointments.map(\.instance) == after.appointments.map(\.instance))
        #expect(after.appointments[1].brief == "11-10 11:00")
    }

    @Test func `says what was cancelled`() throws {
        let one =
            "UID:s\nRECURRENCE-ID:20261109T140000Z\nSTATUS:CANCELLED\n"
            + "DTSTART;TZID=America/New_York:20261109T090000\nDURATION:PT50M"
        #expect(
            try ICS.read(events: series, one).appointments.map(\.brief) == [
                "11-02 09:00", "(11-09 09:00)", "11-16 09:00", "11-23 09:00", "11-30 09:00",
            ])
        let all = try ICS.read(events: series + "\nSTATUS:CANCELLED").appointments
        #expect(all.count == 5 && all.allSatisfy(\.cancelled))
        let file = ICS.file("METHOD:CANCEL\n" + ICS.event(single))
        #expect(try ICS.read(file).appointments.map(\.brief) == ["(11-16 09:00)"])
        let two = try ICS.read(file + ICS.file(ICS.event(series)))
        #expect(two.appointments.filter(\.cancelled).map(\.uid) == ["a"])
    }

    @Test(arguments: [
        ("SEQUENCE:2", "SEQUENCE:10"), ("DTSTAMP:20261101T000000Z", "DTSTAMP:20261102T000000Z"),
        ("X-A:1", "SEQUENCE:1"),
        ("SEQUENCE:1\nDTSTAMP:20261103T000000Z", "SEQUENCE:2\nDTSTAMP:20261102T000000Z"),
    ])
    func `has the newest version of an event`(older: String, newer: String) throws {
        let first = "UID:a\nDTSTART:20261116T140000Z\n\(older)"
        let second = "UID:a\nDTSTART:20261117T150000Z\n\(newer)"
        #expect(try ICS.read(events: first, second).appointments.map(\.brief) == ["11-17 10:00"])
        #expect(try ICS.read(events: second, first).appointments.map(\.brief) == ["11-17 10:00"])
    }

    @Test func `counts whole days and leaves them out`() throws {
        let day = "UID:d\nDTSTART;VALUE=DATE:20261105\nRRULE:FREQ=YEARLY;BYWEEKNO=20"
        let instead =
            "UID:s\nRECURRENCE-ID;TZID=America/New_York:20261109T090000\nDTSTART;VALUE=DATE:20261109"
        let calendar = try ICS.read(events: day, series, instead)
        #expect(calendar.problems.isEmpty && calendar.allDay == 2 && calendar.leftOut == 0)
        #expect(
            calendar.appointments.map(\.brief) == [
                "11-02 09:00", "11-16 09:00", "11-23 09:00", "11-30 09:00",
            ])
    }

    @Test(arguments: [
        "DTSTART:20261116", "DTSTART:20261116T090000\nDTEND:20261117T090000",
        "DTSTART:20261116T090000\nDURATION:P1D", "DTSTART:20261116T090000\nDURATION:P999999999W",
    ])
    func `takes what lasts a day or longer for no appointment`(lines: String) throws {
        let calendar = try ICS.read(events: "UID:a\n" + lines)
        #expect(calendar.appointments.isEmpty)
        #expect(calendar.allDay == 1 && calendar.problems.isEmpty)
    }

    @Test func `means the end of a day that a rule ends on`() throws {
        let calendar = try ICS.read(events: series + ";UNTIL=20261116")
        #expect(
            calendar.appointments.map(\.brief) == ["11-02 09:00", "11-09 09:00", "11-16 09:00"])
    }

    /// The RFC counts positions in the whole week, also in the first (3.3.10, BYSETPOS).
    @Test func `counts positions in whole weeks`() throws {
        let calendar = try ICS.read(
            events: "UID:p\nDTSTART:20261104T140000Z\n"
                + "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2;COUNT=2")
        #expect(calendar.appointments.map(\.brief) == ["11-04 09:00", "11-11 09:00"])
    }

    @Test func `is read in a zone that is described before or after`() throws {
        let zone =
            "BEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
            + "TZOFFSETFROM:+0200\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n"
        let event = ICS.event("UID:a\nDTSTART;TZID=Here:20261116T160000")
        for body in [zone + event, event + zone, zone + event + zone] {
            #expect(try ICS.read(ICS.file(body)).appointments.map(\.brief) == ["11-16 09:00"])
        }
        let other = zone.replacing("+0200", with: "+0300")
        #expect(try ICS.read(ICS.file(zone + other + event)).problems == [.zoneUnknown(line: 19)])
    }

    /// Outlook's zones begin in 1601, on a day that their own rules do not name.
    @Test func `has zones that begin in 1601`() throws {
        let zone = """
            BEGIN:VTIMEZONE
            TZID:Eastern Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T020000
            TZOFFSETFROM:-0400
            TZOFFSETTO:-0500
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZNAME:EDT
            TZNAME;LANGUAGE=fr:HAE
            TZOFFSETFROM:-0500
            TZOFFSETTO:-0400
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE

            """
        let event = ICS.event(
            "UID:a\nDTSTART;TZID=Eastern Standard Time:20261030T090000\nRRULE:FREQ=DAILY;COUNT=5")
        let calendar = try ICS.read(ICS.file(zone + event))
        #expect(
            calendar.appointments.map(\.brief) == [
                "11-01 09:00", "11-02 09:00", "11-03 09:00",
            ])
    }

    /// The last time that the clocks were set is what holds, however long ago.
    @Test func `has zones whose clocks are no longer set`() throws {
        let zone = """
            BEGIN:VTIMEZONE
            TZID:Here
            BEGIN:STANDARD
            DTSTART:19501001T000000
            RRULE:FREQ=YEARLY;UNTIL=19801001T000000Z
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19510401T000000
            RRULE:FREQ=YEARLY;UNTIL=19800401T000000Z
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            END:DAYLIGHT
            END:VTIMEZONE

            """
        let event = ICS.event("UID:a\nDTSTART;TZID=Here:20261116T140000")
        #expect(
            try ICS.read(ICS.file(zone + event)).appointments.map(\.brief) == ["11-16 09:00"])
    }

    private static let notUnderstood: [(String, CalendarError)] = [
        ("RRULE:FREQ=SECONDLY", .unsupported(line: 6)),
        ("RRULE:FREQ=HOURLY", .unsupported(line: 6)),
        ("RRULE:FREQ=YEARLY;BYWEEKNO=20", .unsupported(line: 6)),
        ("RRULE:FREQ=YEARLY;BYYEARDAY=1", .unsupported(line: 6)),
        ("RRULE:FREQ=DAILY;BYHOUR=9", .unsupported(line: 6)),
        ("RRULE:FREQ=MONTHLY;RSCALE=HEBREW", .unsupported(line: 6)),
        ("RECURRENCE-ID;RANGE=THISANDFUTURE:20261116T140000Z", .unsupported(line: 6)),
        ("EXRULE:FREQ=DAILY", .unsupported(line: 6)),
        ("RDATE;VALUE=PERIOD:20261116T140000Z/PT1H", .unsupported(line: 6)),
        ("RRULE:COUNT=1", .rule(line: 6)), ("RRULE:FREQ", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;FREQ=DAILY", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;INTERVAL=0", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;INTERVAL=99999999999999999999", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;COUNT=0", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;COUNT=1;UNTIL=20261231", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;UNTIL=tomorrow", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;BYSETPOS=1", .rule(line: 6)),
        ("RRULE:FREQ=WEEKLY;BYDAY=1MO", .rule(line: 6)),
        ("RRULE:FREQ=WEEKLY;BYMONTHDAY=1", .rule(line: 6)),
        ("RRULE:FREQ=MONTHLY;BYDAY=54MO", .rule(line: 6)),
        ("RRULE:FREQ=MONTHLY;BYDAY=-9223372036854775808MO", .rule(line: 6)),
        ("RRULE:FREQ=MONTHLY;BYDAY=0MO", .rule(line: 6)),
        ("RRULE:FREQ=MONTHLY;BYDAY=", .rule(line: 6)),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=32", .rule(line: 6)),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=1,,2", .rule(line: 6)),
        ("RRULE:FREQ=YEARLY;BYMONTH=13", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;WKST=XX", .rule(line: 6)),
        ("RRULE:FREQ=DAILY;UNTIL=20260101T000000Z", .startOutsideRule(line: 3)),
        ("RRULE:FREQ=WEEKLY;BYDAY=TU", .startOutsideRule(line: 3)),
        ("RRULE:FREQ=YEARLY;BYMONTH=3", .startOutsideRule(line: 3)),
        ("RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3\nEXDATE:20261116T140000Z", .startOutsideRule(line: 3)),
        ("RRULE:FREQ=DAILY\nRRULE:FREQ=DAILY", .twice(line: 7)),
        ("UID:b", .twice(line: 6)), ("DTSTART:20261116T140000Z", .twice(line: 6)),
        ("DTEND:20261116T130000Z", .endUnclear(line: 3)),
        ("DTEND:20261116T150000Z\nDURATION:PT1H", .endUnclear(line: 3)),
        ("DTEND;VALUE=DATE:20261117", .endUnclear(line: 3)),
        ("DTEND:20261117T133000Z", .otherDay(line: 3)),
        ("DTEND:20261117T050000Z", .otherDay(line: 3)),
        ("DURATION:PT23H59M", .otherDay(line: 3)), ("DURATION:-PT1H", .time(line: 6)),
        ("DURATION:PT", .time(line: 6)), ("DURATION:P1M", .time(line: 6)),
        ("DURATION:PT1M1H", .time(line: 6)), ("DURATION:PT1", .time(line: 6)),
        ("DURATION:P9999999999W", .time(line: 6)),
        ("DTEND:20261116", .endUnclear(line: 3)), ("DTEND:20261116T2500", .time(line: 6)),
        ("DTEND:20261116T250000Z", .time(line: 6)), ("DTEND:20261131T090000Z", .time(line: 6)),
        ("DTEND:00000101T090000Z", .time(line: 6)), ("DTEND:20261116T0900+1", .time(line: 6)),
        ("DTEND;TZID=America/New_York:20261116T150000Z", .time(line: 6)),
        ("DTEND;VALUE=DATE:20261116T150000Z", .time(line: 6)),
        ("DTEND;TZID=Nowhere:20261116T150000", .zoneUnknown(line: 3)),
        ("DTEND;TZID=EST:20261116T150000", .zoneUnknown(line: 3)),
        ("DTEND;TZID=../../etc/passwd:20261116T150000", .zoneUnknown(line: 3)),
        ("DTEND;TZID=A;TZID=B:20261116T150000", .unreadable(line: 6)),
        ("EXDATE;VALUE=DATE:20261116", .time(line: 3)), ("RDATE:20261116", .time(line: 3)),
        ("RDATE;VALUE=DATE-TIME:20261116", .time(line: 6)),
        ("EXDATE:", .time(line: 6)), ("RECURRENCE-ID;VALUE=DATE:20261116", .time(line: 3)),
        ("RECURRENCE-ID:20261116T140000Z\nRRULE:FREQ=DAILY", .rule(line: 3)),
        ("STATUS:PERHAPS", .unreadable(line: 6)), ("SEQUENCE:-1", .unreadable(line: 6)),
        ("SUMMARY:a\\", .unreadable(line: 6)), ("SUMMARY:a\\x", .unreadable(line: 6)),
        ("SUMMARY:a\u{202E}b", .unreadable(line: 6)), ("SUMMARY:a\u{0}b", .unreadable(line: 6)),
        ("no colon", .unreadable(line: 6)), (": no name", .unreadable(line: 6)),
        ("SUMM RY: a", .unreadable(line: 6)), ("X-A;B=\"c:d", .unreadable(line: 6)),
    ]

    @Test(arguments: notUnderstood)
    func `leaves out and lists what it does not understand`(
        lines: String, problem: CalendarError
    ) throws {
        let calendar = try ICS.read(
            events: "UID:a\nDTSTART:20261116T140000Z\n\(lines)", "UID:b\nDTSTART:20261117T140000Z")
        #expect(calendar.problems == [problem])
        #expect(calendar.appointments.map(\.uid) == ["b"] && calendar.leftOut == 1)
    }

    @Test(arguments: [
        "UID:a", "DTSTART:20261116T140000Z", "UID:\nDTSTART:20261116T140000Z", "X-A:1",
    ])
    func `needs an identifier and a start for each event`(lines: String) throws {
        #expect(try ICS.read(events: lines).problems == [.incomplete(line: 3)])
    }

    @Test func `is trusted with nothing of an event that has a part it can't read`() throws {
        let future =
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261116T140000Z\nUID:s\nDTSTART:20261116T150000Z"
        for events in [[series, future], [future, series]] {
            let calendar = try ICS.read(ICS.file((events + [single]).map(ICS.event).joined()))
            #expect(calendar.appointments.map(\.uid) == ["a"] && calendar.leftOut == 2)
        }
        let twice = try ICS.read(events: single, single)
        #expect(twice.problems == [.sameVersion(line: 9)] && twice.leftOut == 2)
    }

    /// Whether the start counts as an instance is open, but here it makes no difference.
    @Test(arguments: [
        ("20200106T140000Z", "FREQ=WEEKLY;BYDAY=TU", 4),
        ("20200106T140000Z", "FREQ=WEEKLY;BYDAY=TU;COUNT=9", 0),
        ("20200106T140000Z", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20191231T000000Z", 0),
    ])
    func `may have a start long ago that its rule does not name`(
        start: String, rule: String, count: Int
    ) throws {
        let calendar = try ICS.read(events: "UID:a\nDTSTART:\(start)\nRRULE:\(rule)")
        #expect(calendar.problems.isEmpty && calendar.appointments.count == count)
        let counted = try ICS.read(
            events: "UID:a\nDTSTART:20261005T140000Z\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=9")
        #expect(counted.problems == [.startOutsideRule(line: 3)])
    }

    @Test func `has nothing to list of events on other days`() throws {
        let old = "UID:o\nDTSTART;TZID=Nowhere:20160101T090000\nDTEND;TZID=Nowhere:20160103T090000"
        let calendar = try ICS.read(events: old)
        #expect(calendar.problems.isEmpty && calendar.appointments.isEmpty)
    }
}
