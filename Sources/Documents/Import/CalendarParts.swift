/// The events and zones of a calendar file, before anything is repeated or moved.
struct CalendarParts {
    /// Components within components; a real file has four.
    private static let deepest = 16

    private(set) var events: [CalendarEvent] = []
    private(set) var zones: [String: CalendarZone] = [:]
    private(set) var problems: [CalendarError] = []
    /// Whole days that are no appointments.
    private(set) var allDay = 0
    /// The identifiers of events that can't be read; what else has them can't be trusted either.
    private(set) var spoiled: Set<String> = []
    /// How many events were left out for their own faults.
    private(set) var unreadable = 0

    /// The components that are open at this line, outermost first.
    private var open: [String] = []
    private var eventCount = 0
    private var event: (value: CalendarEvent, problem: CalendarError?)?
    private var zone: CalendarZone?
    /// METHOD:CANCEL, for the events of the present VCALENDAR, which begin at `firstEvent`.
    private var cancels = false
    private var firstEvent = 0
    private var isCalendar = false

    init(_ bytes: [UInt8]) throws(CalendarError) {
        for (line, bytes) in ContentLines(bytes) where !bytes.isEmpty {
            let property = ContentLine(bytes, line: line)
            guard !open.isEmpty || property?.name == "BEGIN" else {
                throw isCalendar ? .broken(line: line) : .notACalendar
            }
            switch property?.name {
            case "BEGIN": try begin(try? property?.word(), at: line)
            case "END": try end(try? property?.word(), at: line)
            default: try read(property, at: line)
            }
        }
        guard isCalendar else { throw .notACalendar }
        guard open.isEmpty else { throw .cutOff }
    }

    private mutating func begin(_ name: String?, at line: Int) throws(CalendarError) {
        guard let name, open.count < CalendarParts.deepest else { throw .broken(line: line) }
        guard isCalendar || name == "VCALENDAR" else { throw .notACalendar }
        if ["VCALENDAR", "VEVENT", "VTIMEZONE"].contains(name) || open.isEmpty {
            guard open == (name == "VCALENDAR" ? [] : ["VCALENDAR"]) else {
                throw .broken(line: line)
            }
        }
        open.append(name)
        switch name {
        case "VCALENDAR":
            isCalendar = true
            cancels = false
            firstEvent = events.count
        case "VEVENT":
            eventCount += 1
            guard eventCount <= CalendarFile.mostEvents else { throw .tooManyEvents(line: line) }
            event = (CalendarEvent(line: line), nil)
        case "VTIMEZONE": zone = CalendarZone()
        case "STANDARD", "DAYLIGHT": if isInZone { zone?.observances.append(.init()) }
        default: break
        }
    }

    private mutating func end(_ name: String?, at line: Int) throws(CalendarError) {
        guard let name, open.popLast() == name else { throw .broken(line: line) }
        switch name {
        case "VCALENDAR" where cancels:
            for index in events[firstEvent...].indices { events[index].isCancelled = true }
        case "VEVENT": keepEvent()
        case "VTIMEZONE": keepZone()
        default: break
        }
    }

    private var isInZone: Bool { open.count > 1 && open[1] == "VTIMEZONE" }

    /// Reads a property where it counts: of the calendar, an event, or a zone and its observances.
    private mutating func read(_ property: ContentLine?, at line: Int) throws(CalendarError) {
        if open.count == 1, property?.name == "METHOD" {
            guard let method = try? property?.word(),
                ["PUBLISH", "REQUEST", "CANCEL"].contains(method)
            else {
                throw .notAppointments(line: line)
            }
            cancels = method == "CANCEL"
        }
        do throws(CalendarError) {
            guard open.last == "VEVENT" || isInZone else { return }
            guard let property else { throw .unreadable(line: line) }
            if isInZone {
                try zone?.read(property, inObservance: open.count > 2)
            } else {
                try event?.value.read(property)
            }
        } catch {
            if isInZone { zone?.isBroken = true }
            if event?.problem == nil { event?.problem = error }
        }
    }

    private mutating func keepEvent() {
        guard let (value, firstProblem) = event else { return }
        event = nil
        if value.isAllDay {
            allDay += 1
            // Only one that takes the place of an hour still matters.
            if value.original.map({ $0.clock == .day }) ?? true { return }
        }
        var problem = firstProblem
        do throws(CalendarError) { try value.check() } catch { problem = problem ?? error }
        guard let problem else { return events.append(value) }
        unreadable += 1
        if problems.count < CalendarFile.mostProblems { problems.append(problem) }
        if let uid = value.uid { spoiled.insert(uid) }
    }

    /// The same zone may be described twice, but not in two ways.
    private mutating func keepZone() {
        guard var zone, let name = zone.name else { return }
        if let earlier = zones[name], earlier != zone { zone.isBroken = true }
        zones[name] = zone
    }
}
