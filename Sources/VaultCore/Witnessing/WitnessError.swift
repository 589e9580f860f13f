package import Wording

/// Why a witness's computer, or the vault's, could not do its part.
package enum WitnessError: UserFacing, Equatable, CaseIterable {
    /// No key was made on this computer yet.
    case noKey
    case keyExists
    /// Checkpoints lie there, and no public key to check them with.
    case unknownVault
    /// Another key than the one that was trusted at the first visit.
    case otherKey
    /// Nobody said that the key is the one on the paper.
    case notTrusted
    /// The digits that were typed are not the key's.
    case otherFingerprint
    /// More entries than the trail has.
    case beyondTheTrail
    /// No confirmation lies there.
    case nothingConfirmed
    /// Confirmations lie there, of somebody whose key was never given.
    case unknownWitness
    /// Nothing was confirmed of a vault of that name, or of several.
    case nothingToSetAside

    package var code: String {
        switch self {
        case .noKey: "witness.no-key"
        case .keyExists: "witness.key-exists"
        case .unknownVault: "witness.unknown-vault"
        case .otherKey: "witness.other-key"
        case .notTrusted: "witness.not-trusted"
        case .otherFingerprint: "witness.other-fingerprint"
        case .beyondTheTrail: "witness.beyond-the-trail"
        case .nothingConfirmed: "witness.nothing-confirmed"
        case .unknownWitness: "witness.unknown"
        case .nothingToSetAside: "witness.nothing-to-set-aside"
        }
    }

    package var problem: String {
        switch self {
        case .noKey: "There is no witness's key on this computer."
        case .keyExists: "There is a witness's key on this computer already."
        case .unknownVault: "These checkpoints are of a vault whose public key is not known here."
        case .otherKey: "This is another public key than the one you trusted at the first visit."
        case .notTrusted: "The public key is not confirmed, so nothing was done with it."
        case .otherFingerprint:
            "The key on the stick has another fingerprint than the one you gave."
        case .beyondTheTrail: "This vault's trail is not as long as that."
        case .nothingConfirmed: "No confirmation of this vault's trail is here."
        case .unknownWitness: "This is the confirmation of a witness whose public key is not known."
        case .nothingToSetAside: "You confirmed nothing of one vault that is called so."
        }
    }

    package var nextStep: String {
        switch self {
        case .noKey: "Make one with `vault witness init` and a name."
        case .keyExists: "Run `vault witness show` to see it; nothing was overwritten."
        case .unknownVault: "Give the public key that the vault's owner gave you with `--key`."
        case .otherKey: "Compare it with the paper that the vault's owner gave you."
        case .notTrusted:
            "Compare it with the paper that the vault's owner gave you, then try again."
        case .otherFingerprint:
            "Compare the digits once more; if the paper says the same as you, confirm nothing."
        case .beyondTheTrail: "Check the number; if the witness is right, this is an older copy."
        case .nothingConfirmed: "Take the stick to your witness, who runs `vault witness check`."
        case .unknownWitness: "Give the public key that the witness told you with `--key`."
        case .nothingToSetAside: "Look up the vault's name with `vault witness show`."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .noKey, .keyExists, .unknownVault, .nothingConfirmed, .nothingToSetAside: .failed
        case .otherKey, .otherFingerprint, .unknownWitness: .doesNotVerify
        case .notTrusted: .refused
        case .beyondTheTrail: .wrongUsage
        }
    }
}
