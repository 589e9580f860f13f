internal import Age
internal import Audit
internal import Foundation
internal import Sealing
internal import VaultCore
internal import Wording

/// `vault verify FOLDER`: what is on a stick, file by file.
struct StickVerification {
    let folder: String
    let options: VaultOptions
    let output: OutputOptions
    let key: String?
    let identity: String?

    private struct StickJSON: Encodable {
        let verifies: Bool
        let exitCode: Int32
        let withVault: Bool
        let files: [StickFinding]
    }

    func run() throws {
        let verifier = try key.map { try VerifierKey(encoded: $0) }
        let vault = try verifier == nil && isThereAVault ? options.open() : nil
        let check = try StickCheck(
            folder, vault: vault, key: verifier, surroundings: Places.surroundings,
            opening: { name, lock in try opening(name, lock, hasVault: vault != nil) })
        let findings = try check.findings()
        let code = Self.exitCode(of: findings)
        if output.json {
            Output.json(
                StickJSON(
                    verifies: code == .done, exitCode: code.rawValue, withVault: vault != nil,
                    files: findings))
        } else {
            show(findings, code)
        }
        try vault?.noteStick(findings, isWhole: code == .done)
        guard code == .done else { throw Ended(code: code) }
    }

    private var isThereAVault: Bool { access(options.path, F_OK) == 0 }

    /// A key that was named; without a vault also a passphrase, if one is typed.
    private func opening(_ name: String, _ lock: AgeLock, hasVault: Bool) throws -> UnsealKey? {
        switch lock {
        case .key: return try identity.map { .identity(try IdentityFile.read($0)) }
        case .passphrase:
            guard !hasVault, let terminal = Terminal(), !output.json else { return nil }
            terminal.show("\(name) wants a passphrase; Enter leaves it closed.\n")
            do {
                return .passphrase(try PassphraseQuestion.ask("Passphrase: ", descriptor: nil))
            } catch TerminalError.nothingTyped {
                return nil
            }
        case .unknown: return nil
        }
    }

    private func show(_ findings: [StickFinding], _ code: ExitCode) {
        for finding in findings {
            Console.print(Printable.line(finding.name))
            Console.print("  \(Self.word(finding.state)): \(finding.words)")
        }
        guard !findings.isEmpty else {
            Console.print("Nothing of a vault is on this stick.")
            return
        }
        Console.print("")
        switch code {
        case .done:
            let closed = findings.count { $0.state == .unopened }
            Console.print(
                closed == 0
                    ? "Everything on the stick holds."
                    : "Nothing on the stick is wrong; \(closed) of \(findings.count) could not be looked into."
            )
        case .olderCopy:
            Console.print("The stick and the vault contradict each other. Keep both as they are.")
        default:
            Console.print("Not everything on the stick holds. Keep it for whoever looks into it.")
        }
    }

    private static func word(_ state: StickFinding.State) -> String {
        switch state {
        case .whole: "whole"
        case .unchanged: "unchanged"
        case .unopened: "not opened"
        case .damaged: "DOES NOT HOLD"
        case .contradicts: "CONTRADICTS"
        case .foreign: "another's"
        }
    }

    /// What is wrong weighs most; what another vault left there is nobody's fault.
    private static func exitCode(of findings: [StickFinding]) -> ExitCode {
        if findings.contains(where: { $0.state == .damaged }) { return .doesNotVerify }
        return findings.contains { $0.state == .contradicts } ? .olderCopy : .done
    }
}
