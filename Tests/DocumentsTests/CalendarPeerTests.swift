import Documents
import Foundation
import Testing

/// What other programs find in the same calendars: dateutil and recurring-ical-events.
/// `Peer/calendar_expectations.py` wrote the file; the RFC's own examples are among them.
@Suite struct `Calendars that other programs read` {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let calendar: String
        let practice: String
        let first: Day
        let last: Day
        let expected: [String]

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Peer/calendar_expectations.json")
        do {
            return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
        } catch {
            Issue.record("\(error)")
            return []
        }
    }()

    @Test func `are many`() {
        #expect(Self.cases.count > 200)
        #expect(Self.cases.filter { $0.name.hasPrefix("RFC: ") }.count == 35)
    }

    @Test(arguments: cases)
    func `have the same appointments here`(_ known: Case) throws {
        let calendar = try CalendarFile(
            Array(known.calendar.utf8), days: known.first...known.last,
            practiceZone: known.practice, zones: ICS.zones)
        #expect(calendar.problems == [])
        let found = calendar.appointments.map {
            "\($0.day.iso) \($0.start.text) \($0.stop.text) \($0.uid)"
        }
        #expect(found == known.expected)
    }
}
