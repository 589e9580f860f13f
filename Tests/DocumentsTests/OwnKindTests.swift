import Documents
import Schema
import Testing

/// A template of hers: checked when it is added, and every fault with its line.
@Suite struct `A kind of her own` {
    static let soap = String(
        decoding: Kinds.all.first { $0.name == "progress-note.soap" }?.bytes ?? [], as: UTF8.self)

    /// What the library says of it, as she is told.
    private static func fault(of text: String) -> KindError? {
        do {
            let kind = try OwnKind(Array(text.utf8))
            do {
                _ = try Sample.library(
                    of: Kinds.all.filter { $0.name != kind.id }
                        + [(name: kind.id, bytes: Array(kind.text.utf8))])
            } catch {
                return kind.located(error)
            }
        } catch {
            return error
        }
        return nil
    }

    private static func line(of stretch: String, in text: String) -> Int {
        1
            + text[..<(text.firstRange(of: stretch)?.lowerBound ?? text.startIndex)]
            .count { $0.isNewline }
    }

    @Test func `takes the place of the program's, or stands beside it`() {
        #expect(Self.fault(of: Self.soap) == nil)
        #expect(Self.fault(of: Self.soap.replacing("progress-note.soap", with: "my.note")) == nil)
    }

    @Test(arguments: [
        ("\"Subjective\"", "Subjective"), ("\"family\"", "\"famly\""),
        ("\"version\": 1", "\"version\": \"one\""),
    ])
    func `is refused with the line, if it is no such file`(good: String, bad: String) throws {
        let text = Self.soap.replacing(good, with: bad)
        let fault = try #require(Self.fault(of: text))
        guard case .own(let line, _) = fault else {
            Issue.record("\(fault)")
            return
        }
        // A key that is missing is told at its object.
        let at = Self.line(of: bad, in: text)
        #expect(line == at || (bad.contains("famly") && line == 1), "\(line) \(at)")
    }

    struct Wrong: Sendable {
        let text: String
        let about: String
        let detail: String

        /// The program's kind with something put before its sections.
        init(_ added: String, about: String, detail: String) {
            text = soap.replacing("\"sections\"", with: added + ",\n    \"sections\"")
            (self.about, self.detail) = (about, detail)
        }
    }

    static let wrong = [
        Wrong(
            """
            "rules": [
                "kindness"]
            """, about: "kindness", detail: "a rule does not exist"),
        Wrong(
            """
            "patterns": [{"field": "greeting", "voice": "template",
                "wording": {"sentence": "Dear {client/nobody}"}}]
            """, about: "greeting", detail: "a template names no field"),
        Wrong(
            """
            "requirements": [
                {"from": "client", "field": "shoe-size", "weight": "blocks"}]
            """, about: "shoe-size", detail: "a requirement names no field"),
        Wrong(
            """
            "fields": [
                {"id": "x", "label": "X", "question": "?", "input": "choice",
                "choices": [{"id": "a", "label": "A"}], "required": {"field": "y", "is": ["a"]}},
                {"id": "y", "label": "Y", "question": "?", "input": "choice",
                "choices": [{"id": "a", "label": "A"}], "required": {"field": "x", "is": ["a"]}}]
            """, about: "x", detail: "fields depend on each other in a circle"),
    ]

    @Test(arguments: 0..<4)
    func `is refused with the line, if it doesn't fit`(_ number: Int) {
        let wrong = Self.wrong[number]
        let line = Self.line(of: "\"\(wrong.about)\"", in: wrong.text)
        #expect(Self.fault(of: wrong.text) == .own(line: line, detail: wrong.detail))
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{}", "\u{0}", String(repeating: "[", count: 5000),
        soap.replacing("progress-note.soap", with: "client"),
        soap.replacing("progress-note.soap", with: "../x"),
        soap.replacing("progress-note.soap", with: ""),
        String(soap.dropLast(40)),
    ])
    func `is never taken if it is broken`(text: String) {
        guard case .own = Self.fault(of: text) else {
            Issue.record("it was taken")
            return
        }
    }

    @Test func `has a limit`() {
        let large = Self.soap + String(repeating: " ", count: OwnKind.mostBytes)
        #expect(Self.fault(of: large) == .ownTooLarge)
        #expect(throws: KindError.ownTooLarge) { try OwnKind([0xff, 0xfe]) }
    }
}
