import Audit
import Testing
import Wording

@Suite struct `Wording of the audit trail` {
    @Test(arguments: AuditError.allCases)
    func `says what happened and what to do`(_ error: AuditError) throws {
        #expect(error.code.hasPrefix("audit."))
        #expect(error.code.allSatisfy { $0.isLowercase || $0 == "." || $0 == "-" })
        for sentence in [error.problem, error.nextStep] {
            #expect(sentence.first?.isUppercase == true)
            #expect(sentence.hasSuffix("."))
            #expect(!sentence.dropLast().contains(". "), "one sentence each")
        }
        let verb = try #require(error.nextStep.split(separator: " ").first)
        let verbs = ["Check", "Choose", "Compare", "Copy", "Keep", "Look", "Run", "Try", "Type"]
        #expect(verbs.contains(String(verb)))
        #expect(error.exitCode != .done)
    }

    @Test func `has one code for each case`() {
        #expect(Set(AuditError.allCases.map(\.code)).count == AuditError.allCases.count)
    }

    @Test func `tells damage from an older copy by the exit code`() {
        #expect(AuditError.damagedTrail.exitCode == .doesNotVerify)
        #expect(AuditError.proofDoesNotVerify.exitCode == .doesNotVerify)
        #expect(AuditError.badSignature.exitCode == .doesNotVerify)
        #expect(AuditError.olderCopy.exitCode == .olderCopy)
        #expect(AuditError.forkedTrail.exitCode == .olderCopy)
    }

    @Test(arguments: TrailDamage.Kind.allCases)
    func `names every damage in a sentence`(_ kind: TrailDamage.Kind) {
        #expect(kind.problem.first?.isUppercase == true)
        #expect(kind.problem.hasSuffix("."))
        #expect(kind.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
}
