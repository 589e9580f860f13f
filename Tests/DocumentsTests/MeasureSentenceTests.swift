import Documents
import Testing

@Suite struct MeasureSentenceTests {
    private func sentence(_ id: String, _ scores: [(String, String)]) throws -> String {
        let asked = Dictionary(
            uniqueKeysWithValues: try Measured.instrument(id).flagged.compactMap(\.item)
                .map { ($0, FlaggedAnswer.answered(0)) })
        let results = try scores.map { day, score in
            try Measured.result(id, #require(Points(score)), on: day, beside: asked)
        }
        return try Measured.instrument(id).sentence(
            for: #require(results.last), since: results.dropLast())
    }

    private static let told: [(String, [(String, String)], String)] = [
        ("phq-9", [("2026-11-16", "12")], "PHQ-9 12 on November 16, 2026 (moderate)"),
        (
            "phq-9", [("2026-09-02", "18"), ("2026-11-16", "12")],
            """
            PHQ-9 12 on November 16, 2026 (moderate), down 6 from 18 on September 2: \
            a reliable improvement
            """
        ),
        (
            "phq-9", [("2026-09-02", "18"), ("2026-11-02", "11"), ("2026-11-16", "9")],
            """
            PHQ-9 9 on November 16, 2026 (mild), down 2 from 11 on November 2: \
            not a reliable change, now below the cut-off of 10; down 9 from 18 on September 2 \
            (first score): a reliable improvement, now below the cut-off of 10
            """
        ),
        (
            "phq-9", [("2025-12-30", "12"), ("2026-01-06", "12")],
            "PHQ-9 12 on January 6, 2026 (moderate), unchanged from 12 on December 30, 2025"
        ),
        (
            "who-5", [("2026-09-02", "52"), ("2026-11-16", "40")],
            """
            WHO-5 40% on November 16, 2026 (low well-being), down 12 from 52% on September 2: \
            a reliable worsening, now at or below the cut-off of 50
            """
        ),
        (
            "srs", [("2026-09-02", "34.5"), ("2026-11-16", "35")],
            """
            SRS 35 on November 16, 2026 (at or below the score of 36 to talk about), \
            up 0.5 from 34.5 on September 2: no published reliable change on file
            """
        ),
        (
            "audit", [("2026-09-02", "20"), ("2026-11-16", "16")],
            """
            AUDIT 16 on November 16, 2026 (harmful), down 4 from 20 on September 2: \
            a reliable improvement (by a published figure of about 4 points)
            """
        ),
        (
            "mdq", [("2026-09-02", "2"), ("2026-11-16", "3")],
            """
            MDQ 3 on November 16, 2026 (below the count of 7 that two further questions must \
            confirm), up 1 from 2 on September 2: a screen, not a measure of change
            """
        ),
        (
            "c-ssrs", [("2026-09-02", "1"), ("2026-11-16", "3")],
            "C-SSRS level high on November 16, 2026, up from low on September 2"
        ),
        (
            "promis-t", [("2026-09-02", "64"), ("2026-11-16", "61.5")],
            """
            PROMIS T 61.5 on November 16, 2026 (moderate), down 2.5 from 64 on September 2: \
            not a reliable change (by a published figure of about 5 points)
            """
        ),
        (
            "pcl-5", [("2026-09-02", "52"), ("2026-11-16", "40")],
            """
            PCL-5 40 on November 16, 2026 (at or above the cut-off of 31–33, below the cut-off \
            of 45 for psychiatric samples), down 12 from 52 on September 2: not a reliable \
            change, now below the cut-off of 45 for psychiatric samples
            """
        ),
        ("ders", [("2026-11-16", "90")], "DERS 90 on November 16, 2026"),
    ]

    @Test(arguments: told)
    func `a result is told in one sentence`(
        id: String, scores: [(String, String)], told: String
    ) throws {
        #expect(try sentence(id, scores) == told)
    }

    @Test(arguments: [
        (
            "phq-9", "1 1 1 1 1 1 1 - 2",
            """
            PHQ-9 10 on November 16, 2026 (moderate; item 9 answered 2; item 8 not answered, \
            total prorated)
            """
        ),
        (
            "asq", "n y - n n",
            """
            ASQ 1 on November 16, 2026 (at least one question answered yes; item 2 answered yes; \
            item 3 not answered)
            """
        ),
        ("asq", "n n n n", "ASQ 0 on November 16, 2026 (no question answered yes)"),
    ])
    func `flagged and missing items stand beside the score`(
        id: String, answers: String, told: String
    ) throws {
        let result = try Measured.result(id, answers: answers)
        #expect(try Measured.instrument(id).sentence(for: result) == told)
    }

    @Test func `an unknown flagged answer is told`() throws {
        let result = try Measured.result("epds", 9, on: "2026-11-16", beside: [10: .notKnown])
        #expect(
            try Measured.instrument("epds").sentence(for: result) == """
                EPDS 9 on November 16, 2026 (below the lower cut-off of 10 and the higher \
                cut-off of 13; answer to item 10 not known)
                """)
    }
}

@Suite struct SparkLineTests {
    private func line(_ id: String, _ scores: [String], width: Int = 40) throws -> String {
        let instrument = try Measured.instrument(id)
        let results = try zip(1..., scores).map { day, score in
            try Measured.result(
                id, #require(Points(score)), on: "2026-09-\(day < 10 ? "0" : "")\(day)")
        }
        return SparkLine.text(of: results.reversed(), in: instrument, width: width)
    }

    private static let lines: [(String, [String], String)] = [
        ("gad-7", [], ""), ("gad-7", ["12"], "▅ 12 (0–21, lower is better)"),
        ("gad-7", ["0", "21"], "▁█ 0 to 21 (0–21, lower is better)"),
        (
            "gad-7", ["0", "3", "6", "9", "12", "15", "18", "21"],
            "▁▂▃▄▅▆▇█ 0 to 21 (0–21, lower is better)"
        ),
        ("who-5", ["20", "52", "100"], "▂▅█ 20% to 100% (0–100%, higher is better)"),
        ("c-ssrs", ["3", "1"], "█▃ high to low (lower is better)"),
        ("ders", ["36", "180"], "▁█ 36 to 180 (36–180, lower is better)"),
        ("promis-t", ["61.5"], "▆ 61.5 (10–90, lower is better)"),
        ("mdq", ["13"], "█ 13 (0–13)"),
    ]

    @Test(arguments: lines)
    func `scores become bars on the scale of the instrument`(
        id: String, scores: [String], line: String
    ) throws {
        #expect(try self.line(id, scores) == line)
    }

    @Test func `only the newest fit the width`() throws {
        let scores = ["21", "18", "0", "3"]
        #expect(try line("gad-7", scores, width: 2) == "…▁▂ 0 to 3 (0–21, lower is better)")
        #expect(try line("gad-7", scores, width: 0) == "…▂ 3 (0–21, lower is better)")
    }

    @Test func `a stored score outside the range stays in the picture`() throws {
        let result = try Measured.result("gad-7", 3, on: "2026-09-02")
        let json = String(decoding: try JSON.bytes(result), as: UTF8.self)
        for (total, bar) in [("-10000", "▁"), ("10000", "█")] {
            let changed = json.replacing("\"total\":3", with: "\"total\":\(total)")
            let stored = try JSON.value(MeasureResult.self, from: Array(changed.utf8))
            let line = try SparkLine.text(of: [stored], in: Measured.instrument("gad-7"))
            #expect(line.hasPrefix(bar))
        }
    }
}
