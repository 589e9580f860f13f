import Sealing
import Testing
import Wording

@Suite struct `Words of share errors` {
    static let cases: [ShareError] =
        [nil, 2].flatMap { sheet -> [ShareError] in
            [
                .unknownWord(7, sheet: sheet), .wordCount(19, sheet: sheet),
                .mistyped(sheet: sheet), .contradictory(sheet: sheet), .work(sheet: sheet),
            ]
        } + [
            .differentSets(1, 3), .twice(2, 3), .tooFew(missing: 1), .tooFew(missing: 2),
            .tooMany(needed: 1), .tooMany(needed: 2), .doNotFit, .numbers,
        ] + SealingError.allCases.map(ShareError.sealing)

    @Test(arguments: cases)
    func `are a sentence on what happened and one on what to do`(error: ShareError) {
        for sentence in [error.problem, error.nextStep] {
            #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
            #expect(!sentence.dropLast().contains(". "), "one sentence: \(sentence)")
            #expect(sentence.first?.isUppercase == true)
        }
        let verbs = [
            "Check", "Choose", "Close", "Compare", "Do", "Enter", "Reinstall", "Run", "Try", "Use",
        ]
        #expect(verbs.contains { error.nextStep.hasPrefix($0 + " ") }, "\(error.nextStep)")
        #expect(error.exitCode != .done)
    }

    @Test func `have codes of their own`() {
        let codes = Set(Self.cases.map(\.code))
        #expect(codes.count == 11 + SealingError.allCases.count)
        #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "." || $0 == "-" } })
    }

    /// Pinned, because these are what someone reads who holds the sheets of a colleague who died.
    @Test func `name words and sheets by their numbers`() {
        let sentences = Self.cases.prefix(18).map(\.problem)
        #expect(
            sentences == [
                "Word 7 of this sheet is not one of the words that sheets are made of.",
                "The number of words entered for this sheet is 19, but a sheet has 20 or 33.",
                "A word of this sheet is mistyped or out of its place.",
                "The words of this sheet contradict each other, so it is part of no set.",
                "Opening this sheet would take far more work than this program accepts.",
                "Word 7 of sheet 2 is not one of the words that sheets are made of.",
                "The number of words entered for sheet 2 is 19, but a sheet has 20 or 33.",
                "A word of sheet 2 is mistyped or out of its place.",
                "The words of sheet 2 contradict each other, so it is part of no set.",
                "Opening sheet 2 would take far more work than this program accepts.",
                "Sheets 1 and 3 are of different sets.",
                "Sheets 2 and 3 are the same sheet.",
                "The set needs 1 more sheet.",
                "The set needs 2 more sheets.",
                "The set needs only 1 sheet, and more were entered.",
                "The set needs only 2 sheets, and more were entered.",
                "The sheets do not fit together, so at least one of them is not genuine.",
                "A secret can't be divided into sheets in these numbers.",
            ])
    }
}
