import Testing
import Typesetting
import Wording

@Suite struct `Words of typesetting errors` {
    @Test(arguments: TypesettingError.allCases)
    func `are a sentence on what happened and one on what to do`(error: TypesettingError) {
        for sentence in [error.problem, error.nextStep] {
            #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
            #expect(!sentence.dropLast().contains(". "), "one sentence: \(sentence)")
            #expect(sentence.first?.isUppercase == true)
        }
        let verbs = ["Install", "Shorten", "Split", "Choose", "Make", "Close"]
        #expect(verbs.contains { error.nextStep.hasPrefix($0 + " ") }, "\(error.nextStep)")
        #expect(error.exitCode == .failed)
    }

    @Test func `have codes of their own`() {
        let codes = TypesettingError.allCases.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.hasPrefix("typesetting.") })
    }
}
