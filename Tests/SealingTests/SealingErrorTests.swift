import Sealing
import Testing
import Wording

@Suite struct `Words of sealing errors` {
    @Test(arguments: SealingError.allCases)
    func `are a sentence on what happened and one on what to do`(error: SealingError) {
        for sentence in [error.problem, error.nextStep] {
            #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
            #expect(!sentence.dropLast().contains(". "), "one sentence: \(sentence)")
            #expect(sentence.first?.isUppercase == true)
        }
        let verbs = ["Check", "Choose", "Close", "Do", "Reinstall", "Run"]
        #expect(verbs.contains { error.nextStep.hasPrefix($0 + " ") }, "\(error.nextStep)")
    }

    @Test func `have codes of their own`() {
        let codes = SealingError.allCases.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "." || $0 == "-" } })
    }

    @Test func `end the program as published`() {
        let codes = SealingError.allCases.map(\.exitCode)
        #expect(!codes.contains(.done))
        #expect(SealingError.wrongPassphrase.exitCode == .locked)
        #expect(SealingError.changed.exitCode == .doesNotVerify)
        #expect(SealingError.wrongKeyOrPlace.exitCode == .doesNotVerify)
        #expect(SealingError.costOutOfBounds.exitCode == .doesNotVerify)
    }
}
