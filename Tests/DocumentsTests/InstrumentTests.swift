import Documents
import Foundation
import Schema
import Testing

/// The instruments of the program, and scores made with them.
enum Measured {
    static let library: InstrumentLibrary = {
        do { return try InstrumentLibrary(files: Instruments.all) } catch { fatalError("\(error)") }
    }()

    static func instrument(_ id: String) throws -> Instrument {
        try #require(library.instruments.first { $0.id == id })
    }

    static func result(
        _ id: String, _ total: Points, on day: String, beside: [Int: FlaggedAnswer] = [:]
    ) throws -> MeasureResult {
        try instrument(id).result(
            total: total, beside: beside, day: #require(Day(iso: day)), mode: .paper,
            scoredBy: "Ada Example")
    }

    static func result(_ id: String, answers: String) throws -> MeasureResult {
        let instrument = try instrument(id)
        return try instrument.result(
            answers: instrument.answers(from: answers), day: #require(Day(iso: "2026-11-16")),
            mode: .byClient, scoredBy: "Ada Example")
    }
}

/// What holds for every instrument file.
@Suite struct InstrumentTests {
    private static let worded = ["asq", "gad-2", "gad-7", "pc-ptsd-5", "pcl-5", "phq-2", "phq-9"]

    private static func objects() throws -> [(name: String, file: [String: Any])] {
        try Instruments.all.map { file in
            let object = try JSONSerialization.jsonObject(with: Data(file.bytes))
            return (file.name, try #require(object as? [String: Any]))
        }
    }

    /// Every object within a file, the file itself included.
    private static func parts(of value: Any) -> [[String: Any]] {
        if let list = value as? [Any] { return list.flatMap(parts) }
        guard let object = value as? [String: Any] else { return [] }
        return [object] + object.values.flatMap(parts)
    }

    @Test func `every instrument file is read`() {
        #expect(Measured.library.instruments.map(\.id) == Instruments.all.map(\.name).sorted())
    }

    @Test func `the index lists every file of the folder`() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../schema/instruments")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.standardized.path)
        #expect(files.sorted() == Instruments.all.map { $0.name + ".json" }.sorted())
    }

    @Test func `a file has no key that nothing reads`() throws {
        let known: Set<String> = [
            "id", "name", "title", "version", "aliases", "range", "step", "unit", "direction",
            "bands", "cut_offs", "remission", "response", "change", "items", "flagged", "licence",
            "source", "evidence", "verified_on", "from", "to", "label", "at", "sense",
            "applies_to", "percent", "points", "approximate", "item", "asks", "acute", "entry",
            "text", "count", "answers", "before", "stem", "texts", "text_source", "maxima",
            "reverse", "times", "sums", "last_only_if_any", "missing", "labels", "most", "rule",
        ]
        for (name, file) in try Self.objects() {
            let keys = Set(Self.parts(of: file).flatMap(\.keys)).filter { Int($0) == nil }
            #expect(keys.isSubset(of: known), "\(name): \(keys.subtracting(known))")
        }
    }

    @Test func `every figure has a source, and none a date that nobody gave it`() throws {
        for (name, file) in try Self.objects() {
            let cited = Self.parts(of: file).filter { $0["evidence"] != nil }
            #expect(cited.allSatisfy { ($0["source"] as? String)?.isEmpty == false }, "\(name)")
            for part in cited {
                #expect(part["verified_on"] is NSNull, "\(name)")
            }
            for rule in file["change"] as? [[String: Any]] ?? [] {
                #expect(rule["source"] != nil && rule["evidence"] != nil, "\(name)")
            }
        }
    }

    @Test func `words of items stand only where the licence is clear`() throws {
        let worded = try Self.objects().filter { file in
            Self.parts(of: file.file).contains { part in
                ["texts", "stem", "before", "labels"].contains { part[$0] != nil }
            }
        }
        #expect(worded.map(\.name).sorted() == Self.worded)
        for instrument in Measured.library.instruments {
            let isWorded = Self.worded.contains(instrument.id)
            #expect((instrument.licence.entry == .items) == isWorded, "\(instrument.id)")
            #expect((instrument.items?.texts?.count ?? 0 > 0) == isWorded, "\(instrument.id)")
        }
        #expect(try Measured.instrument("c-ssrs").items == nil)
    }

    /// Walks every possible score.
    @Test(arguments: Measured.library.instruments.map(\.id))
    func `each score has one band, and none is worded as a diagnosis`(_ id: String) throws {
        let instrument = try Measured.instrument(id)
        var points = instrument.range.from
        while points <= instrument.range.to {
            let bands = instrument.bands.filter { $0.from <= points && points <= $0.to }
            #expect(bands.count == (instrument.bands.isEmpty ? 0 : 1), "\(points.text)")
            let words = (instrument.standing(of: points) ?? "").lowercased()
            #expect(!Instrument.diagnoses.contains(where: words.contains), "\(words)")
            points = points + instrument.step
        }
        for cutOff in instrument.cutOffs {
            let figures = cutOff.label.split { !$0.isNumber && $0 != "." }.map(String.init)
            #expect(figures.contains(cutOff.at.text), "\(cutOff.label)")
        }
    }

    @Test(arguments: [
        ("PHQ9", "phq-9"), ("phq 9", "phq-9"), ("Phq-9", "phq-9"), ("GAD 7", "gad-7"),
        ("oq45", "oq-45-2"), ("OQ-45.2", "oq-45-2"), ("who5", "who-5"), ("C-SSRS", "c-ssrs"),
        ("WHODAS 2.0", "whodas-2-12"), ("ybocs", "y-bocs"), ("Insomnia Severity Index", "isi"),
        ("pcl5", "pcl-5"), ("PROMIS T", "promis-t"),
    ])
    func `an instrument is found however its name is typed`(typed: String, id: String) throws {
        #expect(try Measured.library.instrument(named: typed).id == id)
    }

    private static let slips: [(String, [String])] = [
        ("phq", ["PHQ-2", "PHQ-9"]), ("gda7", ["GAD-7"]), ("phq-8", ["PHQ-2", "PHQ-9"]),
        ("zzzzzzzz", []), ("", []), ("\u{202E}", []), (String(repeating: "9", count: 9999), []),
    ]

    @Test(arguments: slips)
    func `a slip of the keyboard is answered with what is near`(typed: String, names: [String]) {
        #expect(throws: MeasureError.unknownInstrument(suggestions: names)) {
            try Measured.library.instrument(named: typed)
        }
    }

    @Test func `an instrument keeps everything through JSON`() throws {
        for instrument in Measured.library.instruments {
            #expect(try JSON.value(Instrument.self, from: JSON.bytes(instrument)) == instrument)
        }
    }

    /// What refuses the PHQ-9 with one thing changed.
    private static func refusal(
        _ id: String = "phq-9", _ change: (inout [String: Any]) -> Void
    ) throws -> InstrumentError? {
        let files = try objects().map { name, file in
            var file = file
            if name == id { change(&file) }
            return (name, Array(try JSONSerialization.data(withJSONObject: file)))
        }
        do throws(InstrumentError) {
            _ = try InstrumentLibrary(files: files)
            return nil
        } catch {
            return error
        }
    }

    /// A path into a file, what stands there instead, and what the refusal says.
    private static let faults: [(String, String, String)] = [
        ("id", "\"phq\"", "its id is not the name of its file"),
        ("licence/text", "\" \"", "its name, title, source or license is empty"),
        ("source", "\"\"", "its name, title, source or license is empty"),
        ("version", "0", "its version is not a positive number"),
        ("range/to", "0", "its range or step is empty"),
        ("range/to", "28", "its bands leave a gap or overlap"),
        ("step", "0", "its range or step is empty"),
        ("step", "-1", "its range or step is empty"),
        ("step", "2", "its range does not end on a step"),
        ("bands/0/to", "3", "its bands leave a gap or overlap"),
        ("bands/0/to", "5", "its bands leave a gap or overlap"),
        ("bands/4/to", "26", "its bands leave a gap or overlap"),
        ("bands/2/label", "\"\"", "a label is empty"),
        ("bands/2/label", "\"mild\"", "two bands share a label"),
        ("bands/2/label", "\"Major Depression\"", "a label reads as a diagnosis"),
        ("cut_offs/0/label", "\"provisional PTSD\"", "a label reads as a diagnosis"),
        ("cut_offs/0/at", "28", "a cut-off lies outside the range"),
        ("remission/at", "-1", "a cut-off lies outside the range"),
        ("change/0/points", "0", "a reliable change does not fit the range"),
        ("change/0/points", "27", "a reliable change does not fit the range"),
        ("direction", "\"none\"", "a change is judged without a direction"),
        ("response/percent", "0", "the response is not a percentage"),
        ("verified_on", "\"2026-11-16\"", "a figure is verified, yet not marked as seen"),
        ("change/1/verified_on", "\"2026-11-16\"", "a figure is verified, yet not marked as seen"),
        ("items/count", "0", "its items or answers have no sensible number"),
        ("items/count", "9223372036854775807", "its items or answers have no sensible number"),
        ("items/answers/to", "9223372036854775807", "its items or answers have no sensible number"),
        (
            "items/answers/from", "-9223372036854775808",
            "its items or answers have no sensible number"
        ),
        ("items/times", "9223372036854775807", "its items or answers have no sensible number"),
        ("items/maxima", "{ \"10\": 2 }", "an item that it names does not exist"),
        ("items/maxima", "{ \"1\": 101 }", "an item that it names does not exist"),
        ("items/reverse", "[0]", "an item that it names does not exist"),
        ("items/texts", "[\"one\"]", "its items or answers are not all worded"),
        (
            "items/answers/labels", "[\"a\", \"b\", \"c\", \" \"]",
            "its items or answers are not all worded"
        ),
        ("items/text_source", "null", "its items have no source"),
        ("items/maxima", "{ \"1\": 2 }", "its items do not add up to its range"),
        ("items/sums", "false", "its items do not add up to its range"),
        ("items/missing/most", "9", "too many items may be missing, or without a source"),
        ("licence/entry", "\"score-only\"", "it may hold no words of its items"),
        ("flagged/0/item", "10", "a flagged item does not exist"),
        ("flagged/0/from", "4", "a flagged item does not exist"),
        ("flagged/0/item", "null", ""),
        ("aliases", "[\"GAD 7\"]", "another instrument answers to its name"),
        ("aliases", "[\"-\"]", "another instrument answers to its name"),
        ("items", "null", "a flagged item does not exist"),
    ]

    @Test(arguments: faults)
    func `a file that contradicts itself is refused`(
        path: String, value: String, detail: String
    ) throws {
        let error = try Self.refusal { file in
            guard
                let json = try? JSONSerialization.jsonObject(
                    with: Data(value.utf8), options: .fragmentsAllowed)
            else { return }
            Self.set(json, at: path.split(separator: "/").map(String.init), in: &file)
        }
        // The names are told apart in the order of the files, and GAD-7 comes before.
        #expect(error == (detail.isEmpty ? nil : .inconsistent(file: "phq-9", detail: detail)))
    }

    private static func set(_ value: Any, at path: [String], in object: inout [String: Any]) {
        guard path.count > 1 else {
            object[path[0]] = value
            return
        }
        if var inner = object[path[0]] as? [String: Any] {
            set(value, at: Array(path.dropFirst()), in: &inner)
            object[path[0]] = inner
        } else if var list = object[path[0]] as? [[String: Any]], let place = Int(path[1]) {
            set(value, at: Array(path.dropFirst(2)), in: &list[place])
            object[path[0]] = list
        }
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{}", "{\"id\":\"phq-9\"}", "\u{FEFF}{}",
        String(repeating: "[", count: 100_000),
    ])
    func `a damaged file is refused`(json: String) {
        let files = Instruments.all.map { $0.name == "phq-9" ? ($0.name, Array(json.utf8)) : $0 }
        #expect(throws: InstrumentError.unreadable(file: "phq-9")) {
            try InstrumentLibrary(files: files)
        }
    }

    @Test(arguments: ["licence", "bands", "change", "flagged", "direction", "source", "evidence"])
    func `a file without one of its parts is refused`(key: String) throws {
        #expect(
            try Self.refusal { $0[key] = nil } == .unreadable(file: "phq-9"))
    }

    @Test(arguments: [
        "1e300", "-1e300", "10000.1", "0.25", "12.05", "\"12\"", "null", "true", "[]",
    ])
    func `what is no score is not read as one`(json: String) {
        #expect(throws: (any Error).self) { try JSON.value(Points.self, from: Array(json.utf8)) }
    }

    @Test func `points are exact to a tenth`() throws {
        for tenths in -2_000...2_000 {
            let points = try #require(Points(tenths: tenths))
            #expect(try JSON.value(Points.self, from: JSON.bytes(points)) == points)
        }
        #expect(try JSON.bytes(Points(12)) == Array("12".utf8))
        #expect(try JSON.bytes(Points(tenths: 515)) == Array("51.5".utf8))
        #expect(Points(tenths: -5)?.text == "-0.5")
        #expect(Points(tenths: .max) == nil && Points(Int.min) == nil)
    }
}
