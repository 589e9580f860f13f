import Documents
import Testing

/// The words of a letter that tells no more than dates.
@Suite struct `A plain word` {
    @Test(arguments: [
        ("She attended on May 5, 2026, from 9:00 to 9:50 a.m.", [String]()),
        ("Please call 555-0100; the office’s door is open, I’ll answer.", []),
        ("She was in no shape to work.", ["shape", "work"]),
        ("Mira Example came with her sister.", ["sister"]),
        ("Copies carried, verified and notified.", []),
        ("Sie war da; είναι 🙂", ["sie", "war", "da", "είναι", "🙂"]), ("", []), ("4–5", []),
    ])
    func `is one of a letter of dates`(text: String, strangers: [String]) {
        #expect(PlainWords.strangers(in: text, known: ["Mira Example"]) == strangers)
    }

    @Test func `is asked for where nothing else is covered`() {
        #expect(PlainWords.suffice(for: [.identity, .attendanceDates]))
        #expect(PlainWords.suffice(for: []))
        #expect(!PlainWords.suffice(for: [.identity, .symptoms]))
    }
}
