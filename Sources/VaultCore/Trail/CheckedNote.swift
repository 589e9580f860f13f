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
        let file = try InputFile(path)
        var buffer = [UInt8](repeating: 0, count: SignedNote.longest + 1)
        var count = 0
        while count < buffer.count {
            let read = try buffer.withUnsafeMutableBytes {
                try file.read(UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
            }
            guard read > 0 else { break }
            count += read
        }
        let note: SignedNote
        do {
            note = try SignedNote(Array(buffer.prefix(count)))
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
