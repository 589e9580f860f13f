import Documents
import Testing
import Wording

/// A line of diagnoses as it is typed, and as it is kept.
@Suite struct DiagnosesTests {
    @Test(arguments: [
        ("F41.1, F33.1", "F41.1, F33.1"), ("f41.1; f33.1\nF99", "F41.1, F33.1, F99"),
        ("f41.1, F33.1 f41.1", "F41.1, F33.1"),
        ("F41.1 since 2026-01-05", "F41.1 since 2026-01-05"),
        ("F41.1 (from 1/5/2026)", "F41.1 since 2026-01-05"),
        ("F41.1 2026-01-05", "F41.1 since 2026-01-05"),
        ("F43.21 2025-02-01 to 2025-09-30", "F43.21 2025-02-01 to 2025-09-30"),
        ("F43.21 2025-02-01 – 2025-09-30", "F43.21 2025-02-01 to 2025-09-30"),
        ("F43.21 2025-02-01–2025-09-30", "F43.21 2025-02-01 to 2025-09-30"),
        ("F43.21 since 2025-02-01 until 2025-09-30", "F43.21 2025-02-01 to 2025-09-30"),
        ("F43.21 2025-02-01 - 2/1/2025", "F43.21 2025-02-01 to 2025-02-01"),
        ("F43.21 through 2025-09-30", "F43.21 until 2025-09-30"),
        ("F10.20?", "F10.20?"), ("f10.20 ? since 2026-01-05", "F10.20? since 2026-01-05"),
        (
            "F10.20? until 2026-01-04, F10.20 since 2026-01-05",
            "F10.20? until 2026-01-04, F10.20 since 2026-01-05"
        ),
        (
            "F33.1 2024-01-01 to 2024-06-30, F33.1 2025-01-01 to 2025-06-30, F33.1 since 2026-01-01",
            "F33.1 2024-01-01 to 2024-06-30, F33.1 2025-01-01 to 2025-06-30, F33.1 since 2026-01-01"
        ),
    ])
    func `a line is kept in one form, and reads back`(typed: String, kept: String) throws {
        let line = try Diagnoses(typed)
        #expect(line.text == kept)
        #expect(try Diagnoses(kept) == line)
    }

    @Test(arguments: [
        ("", DiagnosesError.empty), (" ,;() ", .empty), ("anxiety", .notACode(place: 1)),
        ("F41.1 anxiety", .notACode(place: 2)), ("F41", .notACode(place: 0)),
        ("F41.1.1", .notACode(place: 1)), ("2026-01-05", .notADate(place: 1)),
        ("since 2026-01-05", .notADate(place: 0)), ("F41.1 since", .notADate(place: 1)),
        ("F41.1 since F33.1", .notADate(place: 1)), ("F41.1 since since", .notADate(place: 1)),
        ("F41.1 2026-02-30", .notADate(place: 1)), ("F41.1 1/5/26", .notADate(place: 1)),
        ("F41.1 2026-01-05 2026-02-05", .notADate(place: 1)),
        ("F41.1 until 2026-01-05 since 2025-01-05", .notADate(place: 1)),
        ("F41.1 ??", .notADate(place: 1)), ("?", .notADate(place: 0)),
        ("F33.1, F41.1 2026-02-05 to 2026-02-04", .endsBeforeItBegins(place: 2)),
        ("F41.1, F33.1, F41.1 since 2026-01-05", .overlaps(place: 3, earlier: 1)),
        (
            "F41.1 2025-01-01 to 2025-06-30, F41.1 since 2025-06-30",
            .overlaps(place: 2, earlier: 1)
        ),
        ("F41.1, F41.1?", .overlaps(place: 2, earlier: 1)),
        (String(repeating: "F41.1 ", count: 41), .tooMany),
        (String(repeating: "F41.1 ", count: 100_000), .tooMany),
    ])
    func `a line that does not fit says why`(typed: String, error: DiagnosesError) throws {
        guard error != .notACode(place: 0) else {
            #expect(try Diagnoses(typed).text == typed, "the form alone is right")
            return
        }
        #expect(throws: error) { try Diagnoses(typed) }
    }

    @Test(arguments: [
        ("2025-01-31", ["F41.1"]), ("2025-02-01", ["F41.1", "F43.21"]),
        ("2025-09-30", ["F41.1", "F43.21"]), ("2025-10-01", ["F41.1"]),
        ("2026-01-04", ["F41.1"]), ("2026-01-05", ["F41.1", "F33.1", "F10.20"]),
        ("2026-12-31", ["F41.1", "F33.1", "F10.20"]), ("2027-01-01", ["F41.1", "F33.1"]),
    ])
    func `a diagnosis is active from its first day to its last`(
        day: String, codes: [String]
    ) throws {
        let line = try Diagnoses(
            "F41.1, F33.1 since 2026-01-05, F43.21 2025-02-01 to 2025-09-30, "
                + "F10.20? 2026-01-05 to 2026-12-31")
        let active = line.active(on: try #require(Day(iso: day)))
        #expect(active.map(\.code) == codes)
        #expect(active.allSatisfy { $0.isProvisional == ($0.code == "F10.20") })
    }

    @Test(arguments: [
        ("F41.1, E66.9", nil), ("F41.7 until 2026-03-31", nil), ("F32 until 2020-01-01", nil),
        ("F41.1, F32", "diagnoses.needs-more-digits"), ("F41.7", "diagnoses.unknown"),
        ("F41.7 until 2026-04-01", "diagnoses.unknown"),
        ("F41.7 since 2020-01-01", "diagnoses.unknown"), ("F98.X", "diagnoses.unknown"),
    ])
    func `codes still in force must be of the release`(line: String, code: String?) throws {
        let diagnoses = try Diagnoses(line)
        do throws(DiagnosesError) {
            try diagnoses.checked(against: CodeSample.diagnoses)
            #expect(code == nil)
        } catch {
            #expect(error.code == code)
        }
    }

    @Test func `an unknown code is told by its place and the nearest`() throws {
        #expect(
            throws: DiagnosesError.unknown(
                place: 2, release: "ICD-10-CM, April 2026",
                nearest: ["F41.0", "F41.1", "F41.3", "F41.8", "F41.9"])
        ) { try Diagnoses("F33.1 F41.7").checked(against: CodeSample.diagnoses) }
        #expect(
            throws: DiagnosesError.needsMoreDigits(
                place: 1, leaves: ["F43.10", "F43.11", "F43.12"])
        ) { try Diagnoses("F43.1").checked(against: CodeSample.diagnoses) }
    }

    /// Whatever is typed is either refused or reads back as it was kept.
    @Test(arguments: 0..<20)
    func `a jumble of words never comes back changed`(seed: Int) {
        let words = [
            "F41.1", "f33.1", "F10.20?", "since", "until", "to", "–", "-", "?", ",", ";", "(", ")",
            "2025-01-01", "1/5/2026", "2026-02-30", "9999-12-31", "é", "\u{0}", "F99", "from",
        ]
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        for _ in 0..<300 {
            var line = ""
            for _ in 0..<(state >> 61) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                line += words[Int(state >> 33) % words.count] + (state >> 60 < 12 ? " " : "")
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            guard let read = try? Diagnoses(line) else { continue }
            #expect((try? Diagnoses(read.text)) == read, "\(line)")
        }
    }

    static let errors: [DiagnosesError] = [
        .empty, .tooMany, .notACode(place: 1), .notADate(place: 1), .endsBeforeItBegins(place: 1),
        .overlaps(place: 2, earlier: 1), .unknown(place: 1, release: "R", nearest: []),
        .unknown(place: 1, release: "R", nearest: ["A"]), .needsMoreDigits(place: 1, leaves: ["A"]),
    ]

    @Test(arguments: errors)
    func `every error says what happened and what to do`(error: DiagnosesError) {
        expectSentences(error)
        #expect(error.code.hasPrefix("diagnoses."))
    }
}

/// One sentence on what happened and one on what to do.
func expectSentences(_ error: any UserFacing) {
    for sentence in [error.problem, error.nextStep] {
        #expect(sentence.hasSuffix(".") && !sentence.dropLast().contains(". "), "\(sentence)")
        #expect(sentence.first?.isUppercase == true)
    }
    #expect(error.exitCode != .done)
}
