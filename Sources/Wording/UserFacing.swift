/// A failure that can reach the therapist: what happened, what to do, how the program ends.
///
/// Every typed error of every target conforms. The sentences are hers, not ours: no jargon, no
/// blame, and never a client's name or a word of clinical text. A test walks all cases.
package protocol UserFacing: Error {
    /// A stable word for scripts and for the `--json` output, such as `consent.expired`.
    var code: String { get }
    /// One sentence on what happened.
    var problem: String { get }
    /// One sentence on what to do; it begins with a verb.
    var nextStep: String { get }
    /// How the program ends when nobody handles this.
    var exitCode: ExitCode { get }
}

/// The published exit codes; scripts may rely on them.
package enum ExitCode: Int32, Sendable, CaseIterable {
    /// Done.
    case done = 0
    /// It could not be done.
    case failed = 1
    /// Findings block it: the document is not ready.
    case findingsBlock = 3
    /// The vault is locked, or the passphrase does not open it.
    case locked = 4
    /// Something does not verify: damage or tampering.
    case doesNotVerify = 5
    /// An older copy of the vault, or a fork of it.
    case olderCopy = 6
    /// The disk or the stick failed, or is full.
    case mediumFailed = 7
    /// Refused by policy: consent, retention, an unsafe path.
    case refused = 8
    /// The command was typed wrongly.
    case wrongUsage = 64
    /// Interrupted from the keyboard.
    case interrupted = 130
}
