import Documents
import Testing

@Suite struct MeasureChangeTests {
    private func change(_ id: String, _ from: String, _ to: String) throws -> MeasureChange {
        let asked = Dictionary(
            uniqueKeysWithValues: try Measured.instrument(id).flagged.compactMap(\.item)
                .map { ($0, FlaggedAnswer.notKnown) })
        return try Measured.instrument(id).change(
            from: Measured.result(id, #require(Points(from)), on: "2026-09-02", beside: asked),
            to: Measured.result(id, #require(Points(to)), on: "2026-11-16", beside: asked))
    }

    /// Score before, score now; points, course, and whether it is reliable.
    private static let judged: [(String, String, String, String, MeasureChange.Course, Bool?)] = [
        ("phq-9", "18", "12", "-6", .better, true),
        ("phq-9", "18", "13", "-5", .better, true), ("phq-9", "18", "14", "-4", .better, false),
        ("phq-9", "10", "15", "5", .worse, true), ("phq-9", "10", "10", "0", .unchanged, false),
        ("gad-7", "10", "6", "-4", .better, true), ("gad-7", "10", "7", "-3", .better, false),
        ("pcl-5", "50", "35", "-15", .better, true), ("pcl-5", "50", "36", "-14", .better, false),
        ("who-5", "40", "52", "12", .better, true), ("who-5", "52", "44", "-8", .worse, false),
        ("ors", "20", "25", "5", .better, true), ("ors", "20", "24.9", "4.9", .better, false),
        ("ors", "25", "19.9", "-5.1", .worse, true), ("audit", "20", "16", "-4", .better, true),
        ("oq-45-2", "80", "67", "-13", .better, false), ("srs", "36", "40", "4", .better, nil),
        ("y-bocs", "30", "10", "-20", .better, nil), ("phq-2", "6", "0", "-6", .better, nil),
        ("csi-4", "5", "15", "10", .better, nil), ("mdq", "10", "2", "-8", .notJudged, nil),
        ("asq", "5", "1", "-4", .notJudged, nil), ("c-ssrs", "3", "1", "-2", .better, nil),
    ]

    @Test(arguments: judged)
    func `a change is judged by direction and published rule`(
        id: String, from: String, to: String, points: String, course: MeasureChange.Course,
        isReliable: Bool?
    ) throws {
        let change = try change(id, from, to)
        #expect(change.points.text == points && change.course == course)
        let rule = try Measured.instrument(id).change.first
        switch change.reliability {
        case .reliable(let used): #expect(isReliable == true && used == rule)
        case .notReliable(let used): #expect(isReliable == false && used == rule)
        case .nonePublished: #expect(isReliable == nil && rule == nil)
        }
    }

    @Test func `the rule used is the first, and names its source`() throws {
        let rules = try Measured.instrument("phq-9").change
        #expect(rules.map(\.points) == [5, 6] && rules[0].evidence == .seen)
        #expect(rules.map { $0.source.isEmpty } == [false, false])
    }

    private static let crossings: [(String, String, String, [String])] = [
        ("phq-9", "18", "12", []), ("phq-9", "12", "9", ["below the cut-off of 10"]),
        ("phq-9", "9", "10", ["at or above the cut-off of 10"]),
        (
            "phq-9", "18", "4",
            ["below the cut-off of 10", "below the remission score of 5"]
        ),
        ("pcl-5", "29", "28", ["at or below the end-state score of 28"]),
        ("ors", "24.9", "25", ["at or above the cut-off of 25 for adults"]),
        ("who-5", "28", "32", ["above the lower cut-off of 28"]),
        ("audit-c", "4", "3", ["below the cut-off of 4 for men"]),
    ]

    @Test(arguments: crossings)
    func `a cut-off between two scores is crossed`(
        id: String, from: String, to: String, crossed: [String]
    ) throws {
        let told = try change(id, from, to).crossed.map { "\($0.side) the \($0.cutOff.label)" }
        #expect(told == crossed)
    }

    private static let responses: [(String, String, String, Bool?)] = [
        ("phq-9", "18", "9", true), ("phq-9", "18", "10", false), ("phq-9", "9", "18", false),
        ("phq-9", "17", "9", false), ("phq-9", "17", "8", true), ("y-bocs", "20", "13", true),
        ("y-bocs", "20", "14", false), ("pdss-sr", "10", "6", true), ("pdss-sr", "10", "7", false),
        ("phq-9", "0", "0", nil), ("gad-7", "20", "1", nil),
    ]

    @Test(arguments: responses)
    func `a response is so many percent of the first score`(
        id: String, from: String, to: String, isResponse: Bool?
    ) throws {
        #expect(try change(id, from, to).isResponse == isResponse)
    }

    @Test func `scores of two instruments are not compared`() throws {
        let phq = try Measured.result("phq-2", 3, on: "2026-11-16")
        let gad = try Measured.result("gad-2", 3, on: "2026-11-16")
        #expect(throws: MeasureError.anotherInstrument(name: "PHQ-2")) {
            try Measured.instrument("phq-2").change(from: gad, to: phq)
        }
        #expect(throws: MeasureError.anotherInstrument(name: "PHQ-2")) {
            try Measured.instrument("phq-2").sentence(for: gad)
        }
    }

    @Test func `last and first are found whatever the order, and later days don't count`() throws {
        let days = ["2026-10-05", "2026-11-20", "2026-09-02", "2026-10-19"]
        let history = try days.enumerated().map { try Measured.result("gad-7", 10, on: $1) }
        let other = try Measured.result("gad-2", 1, on: "2026-01-01")
        let now = try Measured.result("gad-7", 9, on: "2026-11-16")
        let changes = try Measured.instrument("gad-7").changes(
            to: now, since: history + [other, now])
        #expect(changes.last?.earlier.day.iso == "2026-10-19")
        #expect(changes.baseline?.earlier.day.iso == "2026-09-02")
    }

    @Test func `what is stored keeps its keys`() throws {
        let result = try Measured.result("phq-9", answers: "1 1 1 1 1 1 1 - 2")
        let json = """
            {"band":"moderate","day":"2026-11-16",\
            "flags":[{"acute":false,"answer":2,"asks":"risk","item":9}],"instrument":"phq-9",\
            "items":[1,1,1,1,1,1,1,null,2],"missing":[8],"mode":"self",\
            "proration":"mean-of-answered","scoredBy":"Ada Example","total":10,"version":1}
            """
        #expect(try String(decoding: JSON.bytes(result), as: UTF8.self) == json)
        #expect(try JSON.value(MeasureResult.self, from: Array(json.utf8)) == result)
        let total = try Measured.result("epds", 9, on: "2026-11-16", beside: [10: .answered(0)])
        #expect(try JSON.value(MeasureResult.self, from: JSON.bytes(total)) == total)
    }
}
