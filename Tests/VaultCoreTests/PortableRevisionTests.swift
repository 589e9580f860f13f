import Documents
import Testing

@testable import VaultCore

@Suite struct `A revision that travels` {
    private func revision(
        label: String = "M.E.", facts: RecordFacts = [:], body: String = "{\"a\":1}"
    ) throws -> PortableRevision {
        PortableRevision(
            record: try RecordID.random(), owner: try RecordID.random(), revision: 3,
            header: RecordHeader(
                type: .document, number: 7, state: .signed, day: "2026-11-02", label: label,
                parent: try RecordID.random(), writtenAt: 1_700_000_000_123, facts: facts),
            file: nil, body: Array(body.utf8))
    }

    @Test(arguments: [
        "", "M.E.", "\"body\":", ",\"body\":{", "a\\\",\"body\":", "\u{0}\u{1F}\n\r\t", "שלום 漢字 é",
        "}", "/",
    ])
    func `comes back as it went, whatever its label`(_ label: String) throws {
        let revision = try revision(label: label, facts: [.kind: label, .size: ",\"body\":"])
        let line = try revision.line()
        #expect(line.last == 10 && !line.dropLast().contains(10))
        #expect(try PortableRevision(line: line.dropLast()) == revision)
    }

    @Test func `keeps its body byte for byte`() throws {
        let body = "{\"z\":1,  \"a\":\"\\u00e9\",\"body\":{\"body\":2}}"
        let line = try revision(body: body).line()
        #expect(try PortableRevision(line: line.dropLast()).body == Array(body.utf8))
    }

    @Test func `is refused in any other spelling`() throws {
        let line = Array(try revision().line().dropLast())
        for wrong in [
            [], [123], Array(line.dropLast()), line + [32], [32] + line,
            Array(
                String(decoding: line, as: UTF8.self).replacing(
                    "\"number\":7", with: "\"number\":0"
                ).utf8),
            Array(String(decoding: line, as: UTF8.self).replacing("\"day\"", with: "\"dya\"").utf8),
            Array(String(decoding: line, as: UTF8.self).replacing("document", with: "parcel").utf8),
            Array(String(decoding: line, as: UTF8.self).replacing("signed", with: "sealed").utf8),
        ] {
            #expect(throws: TakeOverError.unknownForm) { try PortableRevision(line: wrong) }
        }
    }

    @Test func `has no line break in it`() throws {
        #expect(throws: (any Error).self) { try revision(body: "{\n}").line() }
    }
}
