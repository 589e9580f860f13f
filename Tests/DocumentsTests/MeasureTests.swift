import Documents
import Testing
import Wording

@Suite struct MeasureTests {
    private static let phq9 =
        Array(repeating: "minimal", count: 5) + Array(repeating: "mild", count: 5)
        + Array(repeating: "moderate", count: 5) + Array(repeating: "moderately severe", count: 5)
        + Array(repeating: "severe", count: 8)

    @Test(arguments: zip(0...27, phq9))
    func `every score of the PHQ-9 has the band of its manual`(total: Int, band: String) throws {
        let result = try Measured.result(
            "phq-9", #require(Points(total)), on: "2026-11-16", beside: [9: .notKnown])
        #expect(result.band == band)
        let gad = try Measured.instrument("gad-7")
        let severe = band == "moderately severe" ? "severe" : band
        if total <= 21 { #expect(try gad.band(of: #require(Points(total)))?.label == severe) }
    }

    @Test(arguments: [
        ("phq-9", "0 0 0 0 0 0 0 0 0", 0), ("phq-9", "3 3 3 3 3 3 3 3 3", 27),
        ("phq-9", "1,2,0,3,1,2,0,3,0", 12), ("gad-7", "1;2;3;0;1;2;3", 12), ("gad-2", "3 3", 6),
        ("phq-2", " 1\n2 ", 3), ("pc-ptsd-5", "yes no Y N yes", 3), ("asq", "n n n n", 0),
        ("asq", "0 0 0 1 0", 1), ("pcl-5", String(repeating: "4 ", count: 20), 80),
        ("pcl-5", "0 1 2 3 4 0 1 2 3 4 0 1 2 3 4 0 1 2 3 4", 40),
    ])
    func `answers add up`(id: String, answers: String, total: Int) throws {
        let result = try Measured.result(id, answers: answers)
        #expect(result.total == Points(total) && result.missing.isEmpty && result.proration == nil)
    }

    /// Sums and means worked out by hand.
    @Test(arguments: [
        ("phq-9", "2 2 2 2 2 2 2 2 -", 18, [9]), ("phq-9", "- 1 1 1 1 1 1 1 2", 10, [1]),
        ("phq-9", "- 0 0 0 1 0 0 0 -", 1, [1, 9]), ("phq-9", "1 1 1 1 0 0 0 0 -", 5, [9]),
        ("gad-7", "2 2 0 0 0 - -", 6, [6, 7]), ("gad-7", "3 3 3 3 3 - –", 21, [6, 7]),
        ("gad-7", "1 0 0 0 0 0 -", 1, [7]), ("gad-7", "1 1 1 0 0 - -", 4, [6, 7]),
    ])
    func `a few missing items are prorated where the file allows it`(
        id: String, answers: String, total: Int, missing: [Int]
    ) throws {
        let result = try Measured.result(id, answers: answers)
        #expect(result.total == Points(total) && result.missing == missing)
        #expect(result.proration == .meanOfAnswered)
    }

    @Test func `items that count backwards, and items with a range of their own`() throws {
        let json = """
            {"id":"x","name":"X","title":"Invented scale","version":1,"aliases":[],
            "range":{"from":8,"to":40},"step":4,"unit":"points","direction":"none","bands":[],
            "cut_offs":[],"change":[],"flagged":[],"licence":{"entry":"items","text":"Ours."},
            "items":{"count":2,"answers":{"from":1,"to":4},"maxima":{"2":6},"reverse":[2],"times":4},
            "source":"Invented","evidence":"general-knowledge","verified_on":null}
            """
        let files = [(name: "x", bytes: Array(json.utf8))]
        let instrument = try #require(try InstrumentLibrary(files: files).instruments.first)
        let day = try #require(Day(iso: "2026-11-16"))
        let total = { (answers: [Int?]) in
            try instrument.result(answers: answers, day: day, mode: .paper, scoredBy: "A").total
        }
        #expect(try total([1, 6]) == 8)
        #expect(try total([4, 1]) == 40)
        #expect(try total([2, 4]) == 20)
        #expect(
            throws: MeasureError.answerOutOfRange(name: "X", item: 2, from: 1, to: 6)
        ) { try total([1, 7]) }
    }

    @Test(arguments: [
        ("who-5", "13/25", "52"), ("who-5", "0 / 25", "0"), ("who-5", "25/25", "100"),
        ("who-5", "52", "52"), ("who-5", "52%", "52"), ("who-5", "52 %", "52"),
        ("who-5", "52/100", "52"), ("phq-9", " 14/27 ", "14"), ("phq-9", "14.0", "14"),
        ("promis-t", "61.5", "61.5"), ("ors", "22.7", "22.7"), ("ders", "36", "36"),
        ("c-ssrs", "Moderate", "2"), ("c-ssrs", "h", "3"), ("safe-t", "low", "1"),
    ])
    func `a total is taken as people write it`(id: String, typed: String, total: String) throws {
        #expect(try Measured.instrument(id).total(from: typed).text == total)
    }

    @Test(arguments: [
        ("phq-9", "28", "measure.out-of-range"), ("phq-9", "-1", "measure.not-a-number"),
        ("phq-9", "12.5", "measure.between-steps"), ("phq-9", "", "measure.not-a-number"),
        ("phq-9", "12.55", "measure.not-a-number"), ("phq-9", ".5", "measure.not-a-number"),
        ("phq-9", "5.", "measure.not-a-number"), ("phq-9", "1e1", "measure.not-a-number"),
        ("phq-9", "0x1", "measure.not-a-number"), ("phq-9", "+5", "measure.not-a-number"),
        ("phq-9", "١٢", "measure.not-a-number"), ("phq-9", "12,5", "measure.not-a-number"),
        ("phq-9", "12/25", "measure.not-a-number"), ("phq-9", "12/", "measure.not-a-number"),
        ("phq-9", "1/2/27", "measure.not-a-number"), ("phq-9", "52%", "measure.not-a-number"),
        ("phq-9", "99999999999999999999", "measure.not-a-number"),
        ("phq-9", "12\u{0}", "measure.not-a-number"), ("ders", "35", "measure.out-of-range"),
        ("who-5", "13", "measure.between-steps"), ("who-5", "26/25", "measure.out-of-range"),
        ("who-5", "9999/25", "measure.not-a-number"), ("who-5", "104", "measure.out-of-range"),
        ("c-ssrs", "2", "measure.not-a-level"), ("c-ssrs", "", "measure.not-a-level"),
        ("c-ssrs", "severe", "measure.not-a-level"), ("promis-t", "9.9", "measure.out-of-range"),
        ("phq-9", String(repeating: "1", count: 1_000_000), "measure.not-a-number"),
        ("phq-9", "12" + String(repeating: " ", count: 300) + "3", "measure.not-a-number"),
    ])
    func `a total that can't be is refused`(id: String, typed: String, code: String) throws {
        let instrument = try Measured.instrument(id)
        do throws(MeasureError) {
            _ = try instrument.total(from: typed)
            Issue.record("taken")
        } catch {
            #expect(error.code == code)
        }
    }

    private static let unfit: [(String, String, MeasureError)] = [
        ("phq-9", "1 2 3", .tooFewAnswers(name: "PHQ-9", given: 3, count: 9)),
        ("phq-9", "120301200", .unreadableAnswer(name: "PHQ-9", item: 1)),
        ("phq-9", "", .tooFewAnswers(name: "PHQ-9", given: 0, count: 9)),
        ("phq-9", "1 1 1 1 1 1 1 1 1 1", .tooManyAnswers(name: "PHQ-9", count: 9)),
        ("phq-9", "1 1 1 1 4 1 1 1 1", .answerOutOfRange(name: "PHQ-9", item: 5, from: 0, to: 3)),
        ("phq-9", "1 1 1 -1 1 1 1 1 1", .unreadableAnswer(name: "PHQ-9", item: 4)),
        ("phq-9", "1 1 1 x 1 1 1 1 1", .unreadableAnswer(name: "PHQ-9", item: 4)),
        ("phq-9", "1 1 yes 1 1 1 1 1 1", .unreadableAnswer(name: "PHQ-9", item: 3)),
        ("phq-9", "1 1 1.0 1 1 1 1 1 1", .unreadableAnswer(name: "PHQ-9", item: 3)),
        ("phq-9", "1,,1,1,1,1,1,1,1", .tooFewAnswers(name: "PHQ-9", given: 8, count: 9)),
        ("phq-9", "- - - 1 1 1 1 1 1", .tooManyMissing(name: "PHQ-9", items: [1, 2, 3], most: 2)),
        ("phq-2", "1 -", .tooManyMissing(name: "PHQ-2", items: [2], most: 0)),
        ("asq", "0 1 0 0", .tooFewAnswers(name: "ASQ", given: 4, count: 5)),
        ("asq", "- 0 0 0", .tooFewAnswers(name: "ASQ", given: 4, count: 5)),
        ("asq", "0 0 0", .tooFewAnswers(name: "ASQ", given: 3, count: 5)),
        ("epds", "0 0 0 0 0 0 0 0 0 0", .scoreOnly(name: "EPDS")),
        ("c-ssrs", "1 0", .scoreOnly(name: "C-SSRS level")),
        (
            "phq-9", String(repeating: "1 ", count: 1_000_000),
            .tooManyAnswers(name: "PHQ-9", count: 9)
        ),
    ]

    @Test(arguments: unfit)
    func `answers that don't fit are refused`(id: String, typed: String, error: MeasureError) {
        #expect(throws: error) { try Measured.result(id, answers: typed) }
    }

    @Test(arguments: 0..<200)
    func `whatever is typed is answered`(seed: Int) throws {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let words = ["1", "-", " ", "/", ".", "%", "27", "y", "é", "\u{0}", "９", ",", "25", "🙂"]
        var typed = ""
        for _ in 0..<12 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            typed += words[Int(state >> 33) % words.count]
        }
        for instrument in Measured.library.instruments {
            if let total = try? instrument.total(from: typed) {
                #expect(instrument.range.contains(total))
            }
            if let answers = try? instrument.answers(from: typed) {
                #expect(answers.count == instrument.items?.count)
            }
        }
    }

    @Test(arguments: [
        ("phq-2", "2", "below the cut-off of 3"), ("phq-2", "3", "at or above the cut-off of 3"),
        (
            "pcl-5", "30",
            "below the cut-off of 31–33 and the cut-off of 45 for psychiatric samples"
        ),
        (
            "pcl-5", "31",
            "at or above the cut-off of 31–33, below the cut-off of 45 for psychiatric samples"
        ),
        ("audit-c", "2", "below the cut-off of 3 for women and the cut-off of 4 for men"),
        (
            "audit-c", "3",
            "at or above the cut-off of 3 for women, below the cut-off of 4 for men"
        ),
        ("audit-c", "4", "at or above the cut-off of 3 for women and the cut-off of 4 for men"),
        ("who-5", "28", "very low well-being"), ("who-5", "48", "low well-being"),
        ("who-5", "52", "above the cut-off"), ("csi-16", "51", "below the cut-off of 51.5"),
        ("csi-16", "52", "at or above the cut-off of 51.5"),
        ("srs", "36", "at or below the score of 36 to talk about"),
        ("srs", "36.1", "above the score of 36 to talk about"), ("ders", "90", "none"),
        ("oq-45-2", "63", "below the boundary of 63/64"), ("wsas", "21", "severe"),
        ("dast-10", "0", "none reported"), ("isi", "8", "subthreshold"), ("audit", "7", "low risk"),
    ])
    func `a score stands in a band, or beside its cut-offs`(
        id: String, total: String, standing: String
    ) throws {
        let points = try #require(Points(total))
        #expect(try Measured.instrument(id).standing(of: points) ?? "none" == standing)
    }
}

@Suite struct MeasureErrorTests {
    static let all: [any UserFacing] = [
        MeasureError.unknownInstrument(suggestions: []),
        MeasureError.unknownInstrument(suggestions: ["PHQ-2", "PHQ-9"]),
        MeasureError.notANumber(name: "PHQ-9"),
        MeasureError.outOfRange(name: "PHQ-9", from: "0", to: "27"),
        MeasureError.betweenSteps(name: "WHO-5", step: "4"),
        MeasureError.notALevel(name: "C-SSRS level", levels: ["none", "low"]),
        MeasureError.scoreOnly(name: "EPDS"),
        MeasureError.tooFewAnswers(name: "PHQ-9", given: 1, count: 9),
        MeasureError.tooManyAnswers(name: "PHQ-9", count: 9),
        MeasureError.unreadableAnswer(name: "PHQ-9", item: 1),
        MeasureError.answerOutOfRange(name: "PHQ-9", item: 1, from: 0, to: 3),
        MeasureError.tooManyMissing(name: "PHQ-2", items: [1, 2], most: 0),
        MeasureError.tooManyMissing(name: "PHQ-9", items: [1, 2, 3], most: 2),
        MeasureError.flaggedItemMissing(name: "PHQ-9", item: 9),
        MeasureError.flaggedItemContradicts(name: "PHQ-9", item: 9),
        MeasureError.totalContradicts(name: "PHQ-9"),
        MeasureError.anotherInstrument(name: "PHQ-9"),
        InstrumentError.unreadable(file: "phq-9"),
        InstrumentError.inconsistent(file: "phq-9", detail: "its range or step is empty"),
    ]

    @Test func `every error says what happened and what to do`() {
        for error in MeasureErrorTests.all {
            #expect(error.code.hasPrefix("measure.") || error.code.hasPrefix("instrument."))
            #expect(error.problem.hasSuffix(".") && error.problem.first?.isUppercase ?? false)
            #expect(!error.problem.dropLast().contains(". "))
            #expect(error.nextStep.hasSuffix(".") && error.nextStep.first?.isUppercase ?? false)
            #expect(error.exitCode != .done)
        }
        #expect(
            MeasureError.tooManyMissing(name: "PHQ-2", items: [1, 2], most: 0).problem
                == "The PHQ-2 has no total without items 1 and 2.")
        #expect(
            MeasureError.unknownInstrument(suggestions: ["PHQ-2", "PHQ-9"]).nextStep
                == "Write PHQ-2 or PHQ-9.")
    }
}
