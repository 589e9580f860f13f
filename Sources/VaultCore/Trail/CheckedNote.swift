package import Audit
internal import Sealing

/// A text that a vault signed, such as a certificate of destruction or the signature of a document,
/// as someone checks it who has the public key alone.
package struct CheckedNote: Sendable {
    package enum Verdict: String, Sendable {
        case holds
        case otherSigner = "other-signer"
        case broken
    }

    package let verdict: Verdict
    /// What was signed: to be believed only where it holds.
    package let text: String

    /// Nil where the file is no signed note; no vault is needed.
    package init?(_ path: String, by key: VerifierKey) throws {
        let bytes = try InputFile(path).start(atMost: SignedNote.longest + 1)
        let note: SignedNote
        do {
            note = try SignedNote(bytes)
        } catch {
            return nil
        }
        do {
            text = String(decoding: try note.text(signedBy: key), as: UTF8.self)
            verdict = .holds
        } catch {
            text = ""
            verdict = error == .unknownSigner ? .otherSigner : .broken
        }
    }
}
