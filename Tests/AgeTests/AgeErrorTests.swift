import Testing
import Wording

@testable import Age

@Suite struct `Words of age errors` {
    @Test(arguments: AgeError.allCases)
    func `are a sentence on what happened and one on what to do`(
        error: AgeError
    ) {
        for sentence in [error.problem, error.nextStep] {
            #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
            #expect(!sentence.dropLast().contains(". "), "one sentence: \(sentence)")
            #expect(sentence.first?.isUppercase == true)
        }
        let verbs = [
            "Check", "Choose", "Close", "Copy", "Do", "Name", "Open", "Reinstall", "Run", "Trust",
            "Use",
        ]
        #expect(verbs.contains { error.nextStep.hasPrefix($0 + " ") }, "\(error.nextStep)")
        #expect(error.exitCode != .done)
    }

    @Test func `have codes of their own`() {
        let codes = AgeError.allCases.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "." || $0 == "-" } })
    }

    /// Attack 33 asks for the class of a failure; the first words of the code are the class.
    @Test func `name the part of the file that failed`() {
        #expect(AgeError.header.code == "age.header")
        #expect(AgeError.workFactorTooHigh.code == "age.header.work-factor")
        #expect(AgeError.headerChanged.code == "age.header-mac")
        #expect(AgeError.payloadChanged.code == "age.payload")
        #expect(AgeError.cutOff.code == "age.payload.cut-off")
        #expect(AgeError.armor.code == "age.armor")
        let noMatch: [AgeError] = [.noMatchingKey, .wrongPassphrase, .wantsKey, .wantsPassphrase]
        #expect(noMatch.allSatisfy { $0.code.hasPrefix("age.no-match.") })
        #expect(noMatch.allSatisfy { $0.exitCode == .locked })
    }
}
