import Documents
import Testing
import Wording

@Suite struct FormTests {
    let form = Sample.kind.form

    @Test func `lines go on until the next field`() throws {
        let text =
            "\u{FEFF}s: slept\r\n  indented: goes on\r\nand on\r\n# a comment\r\nPlan: f/u\r\ns: more"
        let entries = try form.read(Array(text.utf8))
        #expect(entries["reported"] == "slept\nindented: goes on\nand on\nmore")
        #expect(entries["plan"] == "f/u")
        #expect(entries.fields == ["reported", "plan"])
    }

    @Test(arguments: [
        ("", "jotting.empty"), ("plan:", "jotting.empty"), ("no field here", "jotting.no-field"),
        ("s: a\nsubjectiv3e x: b", "none"), ("s: a\nhomewrok: b", "jotting.unknown-field"),
        ("s: a\nSecret: b", "jotting.unknown-field"), ("s: a\u{202E}b", "jotting.hidden-character"),
        ("s: a\u{0}b", "jotting.hidden-character"), ("si: no\nsi: active", "jotting.field-twice"),
        ("si: perhaps", "answer.no-such-choice"), ("s: a\ncall at 10:30 today", "none"),
    ])
    func `a jotting that can't be read says why`(text: String, code: String) {
        do throws(JottingError) {
            _ = try form.read(Array(text.utf8))
            #expect(code == "none")
        } catch {
            #expect(error.code == code)
            #expect(!error.problem.isEmpty && error.nextStep.first?.isUppercase ?? false)
        }
    }

    @Test func `bytes that are no text are refused`() {
        #expect(throws: JottingError.notText) { try form.read([0x73, 0x3A, 0xFF, 0xFE]) }
        #expect(throws: JottingError.tooLarge) {
            try form.read(Array(repeating: 0x61, count: Form.largestJotting + 1))
        }
    }

    @Test func `a misspelled field is told by line and nearest field`() {
        #expect(
            throws: JottingError.unknownField(line: 2, suggestion: "homework")
        ) { try form.read(Array("s: a\nhomewrok: b".utf8)) }
    }

    @Test(arguments: [
        ("si", "2", "denied"), ("si", "No", "denied"), ("si", "pass", "passive"),
        ("si", "active", "active"), ("progress", "imp", "improved"),
    ])
    func `a choice is taken by number, id, label or first letters`(
        field: String, answer: String, stored: String
    ) throws {
        #expect(try form.accept(answer, for: #require(form[field])) == stored)
    }

    @Test(arguments: [
        ("date", "11/16/2026", "2026-11-16"), ("date", "Nov 16, 2026", "2026-11-16"),
        ("date", "16 November 2026", "2026-11-16"), ("start", "2:05 pm", "14:05"),
        ("start", "2p", "14:00"), ("start", "1405", "14:05"), ("start", "12am", "00:00"),
        ("place", "10", "10"), ("place", "office", "11"), ("code", "90837", "90837"),
    ])
    func `dates and times are taken as people write them`(
        field: String, answer: String, stored: String
    ) throws {
        let form = Sample.library.sessionForm
        #expect(try form.accept(answer, for: #require(form[field])) == stored)
    }

    @Test(arguments: [
        ("date", "2026-02-29"), ("date", "11/16/26"), ("date", "13/13/2026"), ("start", "25:00"),
        ("start", "13pm"), ("code", "9083"), ("place", "9"), ("date", ""),
    ])
    func `what does not fit is refused`(field: String, answer: String) throws {
        let form = Sample.library.sessionForm
        let field = try #require(form[field])
        #expect(throws: EntryError.self) { try form.accept(answer, for: field) }
    }

    @Test func `telehealth asks for the client's location`() {
        let form = Sample.library.sessionForm
        var entries = Sample.all[0].session
        #expect(form.missing(in: entries).isEmpty)
        entries["place"] = "10"
        #expect(form.missing(in: entries).map(\.id) == ["modality", "client-location"])
    }

    @Test func `diagnoses are several codes of the right form`() throws {
        let form = Sample.library.clientForm
        let field = try #require(form["diagnosis"])
        #expect(try form.accept("f41.1, F33.1 f41.1", for: field) == "F41.1, F33.1")
        #expect(throws: EntryError.diagnoses(label: "Diagnosis", .notACode(place: 1))) {
            try form.accept("anxiety", for: field)
        }
        #expect(
            throws: EntryError.diagnoses(
                label: "Diagnosis",
                .needsMoreDigits(place: 1, leaves: ["F43.10", "F43.11", "F43.12"]))
        ) { try form.accept("F43.1", for: field) }
    }
}

@Suite struct ValueTests {
    @Test(arguments: ["0001-01-01", "1900-02-28", "2000-02-29", "2024-12-31", "9999-12-31"])
    func `a day is the same by number and by name`(iso: String) throws {
        let day = try #require(Day(iso: iso))
        #expect(Day(daysSince1970: day.daysSince1970) == day)
        #expect(try JSON.value(Day.self, from: JSON.bytes(day)) == day)
    }

    @Test(arguments: ["\"2026-02-30\"", "\"x\"", "7", "\"2026-1-1\"", "null"])
    func `hostile bytes are no day`(json: String) {
        #expect(throws: (any Error).self) { try JSON.value(Day.self, from: Array(json.utf8)) }
    }

    @Test func `a moment knows its local day and time`() throws {
        let moment = try SigningTests.moment("2026-11-16", "23:30")
        #expect(moment.iso == "2026-11-16T23:30:00-05:00")
        #expect(moment.spoken == "November 16, 2026 at 11:30 PM (UTC-05:00)")
        #expect(Moment(milliseconds: .max, zoneOffsetMinutes: 0) == nil)
    }

    @Test func `an alias is the initials`() {
        #expect(Source.alias(of: "Mira Example") == "M.E.")
    }
}
