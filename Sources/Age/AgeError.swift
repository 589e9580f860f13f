package import Sealing
package import Wording

/// Why an encrypted file could not be made or opened, by the part of the file that failed.
///
/// Nothing here says more than is known: a changed payload and one cut off in the middle of a
/// chunk look the same, and the sentence says so.
package enum AgeError: UserFacing, Equatable {
    /// Not an age v1 file, or its header breaks the grammar.
    case header
    /// The scrypt work factor in the header is above ``AgeFormat/highestWorkFactor``.
    case workFactorTooHigh
    /// None of the recipients in the header is this identity.
    case noMatchingKey
    /// The passphrase does not open the header's scrypt stanza.
    case wrongPassphrase
    /// Opened with an identity, but the file is locked with a passphrase.
    case wantsPassphrase
    /// Opened with a passphrase, but the file is locked to keys.
    case wantsKey
    /// The file key was found, but the header's MAC does not fit it.
    case headerChanged
    /// A chunk does not verify, an empty one ends the file, or data follows the last one.
    case payloadChanged
    /// The file ends before its last chunk.
    case cutOff
    /// The ASCII armor is not canonical, or has something before or after it.
    case armor
    /// A recipient is not an `age1…` X25519 key.
    case badRecipient
    /// Fewer than one or more than ``AgeFormat/mostRecipients`` recipients.
    case recipientCount
    /// The text holds no, or more than one, `AGE-SECRET-KEY-1…`.
    case badIdentity
    /// The layer below could not do its part.
    case sealing(SealingError)

    package var code: String {
        switch self {
        case .header: "age.header"
        case .workFactorTooHigh: "age.header.work-factor"
        case .noMatchingKey: "age.no-match.key"
        case .wrongPassphrase: "age.no-match.passphrase"
        case .wantsPassphrase: "age.no-match.wants-passphrase"
        case .wantsKey: "age.no-match.wants-key"
        case .headerChanged: "age.header-mac"
        case .payloadChanged: "age.payload"
        case .cutOff: "age.payload.cut-off"
        case .armor: "age.armor"
        case .badRecipient: "age.recipient"
        case .recipientCount: "age.recipient-count"
        case .badIdentity: "age.identity"
        case .sealing(let error): error.code
        }
    }

    package var problem: String {
        switch self {
        case .header: "This is not an age file, or its beginning is damaged."
        case .workFactorTooHigh:
            "This file asks for far more work to check a passphrase than this program accepts."
        case .noMatchingKey: "This file was not encrypted for this key."
        case .wrongPassphrase: "This passphrase does not open the file."
        case .wantsPassphrase: "This file is locked with a passphrase, not with a key."
        case .wantsKey: "This file is locked with a key, not with a passphrase."
        case .headerChanged: "The beginning of this file was changed after it was written."
        case .payloadChanged: "The content of this file was changed, or a part of it is missing."
        case .cutOff: "The end of this file is missing."
        case .armor: "The text form of this file is damaged, or has other text around it."
        case .badRecipient: "A recipient's key is mistyped or of an unknown kind."
        case .recipientCount: "A file can be encrypted for 1 to 100 recipients."
        case .badIdentity: "This is not an age key file with exactly one key."
        case .sealing(let error): error.problem
        }
    }

    package var nextStep: String {
        switch self {
        case .header: "Check that this is the right file, or use another copy of it."
        case .workFactorTooHigh: "Do not enter your passphrase for this file; use another copy."
        case .noMatchingKey: "Use the key that this file was made for."
        case .wrongPassphrase: "Check Caps Lock and the keyboard layout, then type it again."
        case .wantsPassphrase: "Open it with the passphrase it was made with."
        case .wantsKey: "Open it with the key it was made for."
        case .headerChanged, .payloadChanged: "Trust nothing in it; use another copy of the file."
        case .cutOff: "Copy the file again from where it came from, or use another copy."
        case .armor: "Copy the text again, from the BEGIN line to the END line."
        case .badRecipient: "Check the key, which begins with `age1`, and enter it again."
        case .recipientCount: "Name at least one recipient, and at most 100."
        case .badIdentity: "Choose the file with the line that begins with `AGE-SECRET-KEY-1`."
        case .sealing(let error): error.nextStep
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .header, .workFactorTooHigh, .headerChanged, .payloadChanged, .cutOff, .armor:
            .doesNotVerify
        case .noMatchingKey, .wrongPassphrase, .wantsPassphrase, .wantsKey: .locked
        case .badRecipient, .recipientCount, .badIdentity: .wrongUsage
        case .sealing(let error): error.exitCode
        }
    }

    /// Runs a step of the layer below and makes its failure one of ours.
    static func lifting<R: ~Copyable>(
        _ step: () throws(SealingError) -> R
    ) throws(AgeError) -> R {
        do throws(SealingError) {
            return try step()
        } catch {
            throw .sealing(error)
        }
    }
}

extension AgeError: CaseIterable {
    package static var allCases: [AgeError] {
        [
            .header, .workFactorTooHigh, .noMatchingKey, .wrongPassphrase, .wantsPassphrase,
            .wantsKey, .headerChanged, .payloadChanged, .cutOff, .armor, .badRecipient,
            .recipientCount, .badIdentity,
        ] + SealingError.allCases.map(AgeError.sealing)
    }
}
