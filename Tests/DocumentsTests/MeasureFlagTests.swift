import Documents
import Testing

/// A flagged item asks for the risk block, and can't be passed over.
@Suite struct MeasureFlagTests {
    private static let flagged: [(String, String, [Int])] = [
        ("phq-9", "0 0 0 0 0 0 0 0 1", [9]), ("phq-9", "3 3 3 3 3 3 3 3 0", []),
        ("phq-9", "0 0 0 0 0 0 0 0 -", [9]), ("gad-7", "3 3 3 3 3 3 3", []),
        ("asq", "0 0 0 0", []), ("asq", "0 0 0 0 -", []), ("asq", "0 0 0 0 0", []),
        ("asq", "1 0 0 1 0", [1, 4]), ("asq", "0 - 0 0 0", [2]), ("asq", "0 1 0 0 -", [2, 5]),
        ("asq", "0 1 0 0 1", [2, 5]),
    ]

    @Test(arguments: flagged)
    func `a flagged answer, or none to a flagged item, is flagged`(
        id: String, answers: String, items: [Int]
    ) throws {
        let flags = try Measured.result(id, answers: answers).flags
        #expect(flags.map(\.item) == items && flags.allSatisfy { $0.asks == .risk })
        #expect(flags.allSatisfy { $0.acute == ($0.item == 5) })
    }

    @Test(arguments: [("phq-9", 9), ("epds", 10), ("bdi-ii", 9), ("qids-sr16", 12), ("ham-d", 3)])
    func `a total alone is not taken until the flagged item is answered`(
        id: String, item: Int
    ) throws {
        let instrument = try Measured.instrument(id)
        #expect(
            throws: MeasureError.flaggedItemMissing(name: instrument.name, item: item)
        ) { try Measured.result(id, 12, on: "2026-11-16") }
        #expect(instrument.itemsAsked(beside: 12).compactMap(\.item) == [item])
        let none = try Measured.result(id, 12, on: "2026-11-16", beside: [item: .answered(0)])
        #expect(none.flags.isEmpty && none.beside == [item: 0])
        let met = try Measured.result(id, 12, on: "2026-11-16", beside: [item: .answered(1)])
        #expect(met.flags.map(\.answer) == [1])
        let unknown = try Measured.result(id, 12, on: "2026-11-16", beside: [item: .notKnown])
        #expect(unknown.flags.map(\.item) == [item] && unknown.flags[0].answer == nil)
    }

    @Test func `a total of nothing answers its flagged item itself`() throws {
        #expect(try Measured.result("phq-9", 0, on: "2026-11-16").flags.isEmpty)
        #expect(try Measured.instrument("qids-sr16").itemsAsked(beside: 0).count == 1)
    }

    @Test(arguments: [
        ("phq-9", 2, 3, "measure.flagged-item-contradicts"),
        ("phq-9", 0, 1, "measure.flagged-item-contradicts"), ("phq-9", 0, 0, "taken"),
        ("phq-9", 27, 2, "measure.flagged-item-contradicts"),
        ("phq-9", 26, 1, "measure.flagged-item-contradicts"),
        ("phq-9", 12, 4, "measure.answer-out-of-range"), ("phq-9", 26, 2, "taken"),
        ("phq-9", 24, 0, "taken"), ("phq-9", 3, 3, "taken"),
        ("epds", 12, -1, "measure.answer-out-of-range"),
    ])
    func `a flagged answer has to fit its total`(
        id: String, total: Int, answer: Int, code: String
    ) throws {
        let instrument = try Measured.instrument(id)
        let item = try #require(instrument.flagged.first?.item)
        let day = try #require(Day(iso: "2026-11-16"))
        let points = try #require(Points(total))
        do throws(MeasureError) {
            _ = try instrument.result(
                total: points, beside: [item: .answered(answer)], day: day, mode: .imported,
                scoredBy: "A")
            #expect(code == "taken")
        } catch {
            #expect(error.code == code)
        }
    }

    @Test(arguments: [("none", 0), ("low", 1), ("moderate", 1), ("high", 1)])
    func `any level of the C-SSRS above none calls for the risk block`(
        level: String, flags: Int
    ) throws {
        let instrument = try Measured.instrument("c-ssrs")
        let result = try Measured.result(
            "c-ssrs", instrument.total(from: level), on: "2026-11-16")
        #expect(result.flags.count == flags && result.flags.allSatisfy { $0.item == nil })
        #expect(result.flags.allSatisfy { $0.reason(in: instrument).hasPrefix("The C-SSRS") })
    }

    @Test(arguments: [("2", FlaggedAnswer.answered(2)), (" - ", .notKnown), ("–", .notKnown)])
    func `a flagged answer is read on its own`(typed: String, answer: FlaggedAnswer) throws {
        #expect(try Measured.instrument("phq-9").flaggedAnswer(from: typed, item: 9) == answer)
    }

    @Test func `the reason names the item`() throws {
        let phq = try Measured.result("phq-9", answers: "0 0 0 0 0 0 0 0 2")
        #expect(
            try phq.flags[0].reason(in: Measured.instrument("phq-9"))
                == "Item 9 of the PHQ-9 was answered with 2.")
        let asq = try Measured.result("asq", answers: "n y n n -")
        #expect(
            try asq.flags.map { try $0.reason(in: Measured.instrument("asq")) } == [
                "Item 2 of the ASQ was answered with yes.",
                "It is not known how item 5 of the ASQ was answered.",
            ])
    }
}
