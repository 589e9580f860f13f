import Documents
import Testing

/// Whatever the bytes are, there is an answer within bounds.
@Suite struct `A hostile calendar file` {
    private static let start = "BEGIN:VCALENDAR\n"
    private static let event = "BEGIN:VEVENT\nUID:a\nDTSTART:20261116T140000Z\nEND:VEVENT\n"

    /// Each begins with the first line of a calendar where it has a bar.
    private static let disorders: [(String, CalendarError)] = [
        ("", .notACalendar), ("\n\n", .notACalendar), ("hello", .notACalendar),
        ("BEGIN:VCARD\nEND:VCARD", .notACalendar), ("BEGIN:VEVENT", .notACalendar),
        ("\u{0}\u{1}\u{2}", .notACalendar), ("BEGIN", .notACalendar), ("|", .cutOff),
        ("|BEGIN:VEVENT\nUID:a\n", .cutOff), ("|BEGIN:VEVENT\nEND:VEVENT", .cutOff),
        ("|BEGIN:VEVENT\nBEGIN:VEVENT\n", .broken(line: 3)),
        ("|BEGIN:VTODO\nBEGIN:VEVENT\n", .broken(line: 3)),
        ("|BEGIN:VCALENDAR\n", .broken(line: 2)), ("|END:VEVENT\n", .broken(line: 2)),
        ("|BEGIN:VEVENT\nEND:VCALENDAR\n", .broken(line: 3)),
        ("|BEGIN:\u{0}", .broken(line: 2)), ("|END:VCALENDAR\nmore", .broken(line: 3)),
        ("|END:VCALENDAR\nEND:VCALENDAR", .broken(line: 3)),
        ("|METHOD:REPLY\n", .notAppointments(line: 2)),
        ("|" + String(repeating: "BEGIN:X\n", count: 1000), .broken(line: 17)),
    ]

    @Test(arguments: disorders)
    func `is refused where it is out of order`(text: String, error: CalendarError) {
        let whole = text.hasPrefix("|") ? Self.start + text.dropFirst() : text
        #expect(throws: error) { try ICS.read(Array(whole.utf8)) }
    }

    @Test func `is refused when it is too large`() {
        let bytes = [UInt8](repeating: 10, count: CalendarFile.largestFile + 1)
        #expect(throws: CalendarError.tooLarge) { try ICS.read(bytes) }
    }

    @Test func `is refused with a million events`() {
        let many = String(repeating: "BEGIN:VEVENT\nEND:VEVENT\n", count: 500_000)
        #expect(throws: CalendarError.tooManyEvents(line: 2 * CalendarFile.mostEvents + 3)) {
            try ICS.read(ICS.file(many))
        }
    }

    @Test func `needs a zone for the practice`() throws {
        let day = try #require(Day(iso: "2026-11-16"))
        #expect(throws: CalendarError.practiceZoneUnknown) {
            try CalendarFile(
                ICS.file(Self.event), days: day...day, practiceZone: "Nowhere", zones: ICS.zones)
        }
    }

    @Test(arguments: [("X-A:", 2), ("DESCRIPTION:", 2), ("SUMMARY:", 1), ("RDATE:", 1)])
    func `may have lines of ten megabytes`(name: String, count: Int) throws {
        let long = name + String(repeating: "20261116T140000Z,", count: 600_000)
        let text = "BEGIN:VEVENT\nUID:b\nDTSTART:20261116T140000Z\n\(long):\nEND:VEVENT\n"
        let calendar = try ICS.read(ICS.file(text + Self.event))
        #expect(calendar.appointments.count == count)
        #expect(calendar.problems == (count == 1 ? [.unreadable(line: 6)] : []))
    }

    @Test func `may fold one line a million times`() throws {
        let folds = String(repeating: "\n x", count: 1_000_000)
        let calendar = try ICS.read(ICS.file("X-A:" + folds + "\n" + Self.event))
        #expect(calendar.appointments.map(\.uid) == ["a"])
    }

    @Test(arguments: [
        ("20261116T140000Z", "FREQ=DAILY;COUNT=999999999", 15),
        ("00010101T140000Z", "FREQ=DAILY", 30),
        ("00010101T140000Z", "FREQ=YEARLY;INTERVAL=100000", 0),
        ("19000101T140000Z", "FREQ=DAILY;INTERVAL=100000", 0),
        ("99991231T140000Z", "FREQ=DAILY", 0), ("99991231T235959Z", "FREQ=YEARLY", 0),
        ("20260215T140000Z", "FREQ=DAILY;UNTIL=99991231T235959Z", 30),
        ("00010101T000000Z", "FREQ=MONTHLY;UNTIL=00010301T000000Z", 0),
    ])
    func `may repeat without end`(start: String, rule: String, count: Int) throws {
        let calendar = try ICS.read(events: "UID:a\nDTSTART:\(start)\nRRULE:\(rule)")
        #expect(calendar.problems.isEmpty)
        #expect(calendar.appointments.count == count)
    }

    /// It is counted how many days are looked at; there is a limit for each event.
    @Test(arguments: [
        "FREQ=DAILY;COUNT=999999999", "FREQ=YEARLY;COUNT=5000", "FREQ=MONTHLY;COUNT=99999",
    ])
    func `is not counted through for centuries`(rule: String) throws {
        let calendar = try ICS.read(events: "UID:a\nDTSTART:00010101T140000Z\nRRULE:\(rule)")
        #expect(calendar.problems == [.tooManyRepeats(line: 3)])
    }

    @Test func `has limits on instances of one event and in all`() throws {
        let days = try #require(Day(iso: "2026-01-01"))...#require(Day(iso: "2060-12-31"))
        let one = "UID:a\nDTSTART:20260101T140000Z\nRRULE:FREQ=DAILY"
        let calendar = try CalendarFile(
            ICS.file(ICS.event(one)), days: days, practiceZone: ICS.newYork, zones: ICS.zones)
        #expect(calendar.problems == [.tooManyRepeats(line: 3)])
        let many = (0..<30).map {
            ICS.event("UID:\($0)\nDTSTART:20260101T140000Z\nRRULE:FREQ=DAILY;COUNT=9999")
        }
        #expect(throws: CalendarError.tooManyAppointments) {
            try CalendarFile(
                ICS.file(many.joined()), days: days, practiceZone: ICS.newYork,
                zones: { _ in { _ in 0 } })
        }
    }

    /// Each of these is within its own limit; all together are not.
    @Test func `has a limit on looking in all`() throws {
        let many = (0..<300).map {
            ICS.event("UID:\($0)\nDTSTART:15000101T140000Z\nRRULE:FREQ=YEARLY;COUNT=999")
        }
        let calendar = try ICS.read(ICS.file(many.joined()))
        #expect(calendar.problems.count == CalendarFile.mostProblems)
        #expect(calendar.leftOut > 250)
    }

    @Test(arguments: [
        "TZOFFSETFROM:+9999", "TZOFFSETTO:+0100:", "DTSTART:20260101T000000Z",
        "RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;UNTIL=99991231T000000Z",
        "RRULE:FREQ=YEARLY;BYWEEKNO=1", "TZOFFSETTO:+0200\nTZOFFSETTO:+0300", "no colon",
        "END:STANDARD\nBEGIN:STANDARD",
    ])
    func `has no zone that can't be read whole`(line: String) throws {
        let parts = ["DTSTART:00010101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"]
            .filter { $0.prefix { $0 != ":" } != line.prefix { $0 != ":" } }
        let zone =
            "BEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\n" + parts.joined(separator: "\n")
            + "\n\(line)\nEND:STANDARD\nEND:VTIMEZONE\n"
        let calendar = try ICS.read(
            ICS.file(zone + ICS.event("UID:z\nDTSTART;TZID=Z:20261116T090000") + Self.event))
        #expect(calendar.appointments.map(\.uid) == ["a"])
        #expect(calendar.leftOut == 1)
    }

    /// Each piece of a good file and a few bad ones, in any order.
    @Test(arguments: 0..<60)
    func `is answered whatever its lines are`(seed: Int) {
        let lines = [
            "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VEVENT",
            "END:VEVENT", "UID:a", "UID:b", "DTSTART:20261116T140000Z", "RRULE:FREQ=DAILY;COUNT=3",
            "DTSTART;TZID=America/New_York:20261102T023000", "EXDATE:20261117T140000Z",
            "RECURRENCE-ID:20261118T140000Z", "DTSTART;VALUE=DATE:20261105",
            "DTEND:99991231T235959",
            "DTSTART:00010101T000000", "RRULE:FREQ=YEARLY;BYDAY=-53SU;BYSETPOS=-366", "\u{FF}", ":",
            "DURATION:P999999999W", " ", "", "SEQUENCE:999999999", "SEQUENCE:9999999999",
            "BEGIN:VTIMEZONE", "TZID:Z", "END:VTIMEZONE", "BEGIN:STANDARD", "END:STANDARD",
            "TZOFFSETFROM:-2359", "TZOFFSETTO:+2359", "DTSTART;TZID=Z:20261116T000000",
        ]
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var text = "BEGIN:VCALENDAR\n"
        for _ in 0..<40 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += lines[Int(state >> 33) % lines.count] + (state >> 62 == 0 ? "\r\n" : "\n")
        }
        var bytes = Array(text.utf8)
        bytes[Int(state >> 40) % bytes.count] ^= UInt8(truncatingIfNeeded: state >> 20)
        for bytes in [bytes, Array(bytes.dropLast(bytes.count / 3))] {
            do {
                let calendar = try ICS.read(bytes)
                #expect(calendar.appointments.count < 1000)
            } catch {
                #expect(error is CalendarError)
            }
        }
    }

    @Test func `is refused when it is cut anywhere`() throws {
        let whole = Array((Self.start + Self.event + "END:VCALENDAR").utf8)
        for length in 0..<whole.count {
            #expect(throws: CalendarError.self) { try ICS.read(Array(whole.prefix(length))) }
        }
    }
}
