package import Wording

/// Why a witness does not confirm what it was shown.
package enum WitnessRefusal: UserFacing, Equatable {
    /// No signed checkpoint of the trail lies there.
    case nothingShown
    /// What was shown has fewer entries than were confirmed before.
    case shorter(seen: UInt64, shown: UInt64)
    /// Of one length there are two different states, both signed.
    case forked(at: UInt64)
    /// The proof from what was confirmed last is not there.
    case proofMissing(from: UInt64)
    /// The proof is there and does not lead from what was confirmed last.
    case proofFails(from: UInt64)

    package var code: String {
        switch self {
        case .nothingShown: "witness.nothing-shown"
        case .shorter: "witness.shorter"
        case .forked: "witness.forked"
        case .proofMissing: "witness.proof-missing"
        case .proofFails: "witness.proof-fails"
        }
    }

    package var problem: String {
        switch self {
        case .nothingShown: "No checkpoint of this vault is here."
        case .shorter(let seen, let shown):
            "This vault's trail has \(shown) entries, and you confirmed \(seen) before."
        case .forked(let size):
            "This vault's trail is not the one you confirmed: two different ones have \(size) entries."
        case .proofMissing(let size):
            "The proof that this trail begins with the \(size) entries you confirmed is not here."
        case .proofFails(let size):
            "The proof does not lead from the \(size) entries you confirmed to this trail."
        }
    }

    package var nextStep: String {
        switch self {
        case .nothingShown:
            "Run `vault audit checkpoint --to` with this stick on the vault's own computer."
        case .shorter, .forked:
            "Keep the stick as it is and ask the vault's owner what happened; confirm nothing."
        case .proofMissing(let size):
            "Run `vault audit checkpoint --since \(size) --to` with this stick on the vault's computer."
        case .proofFails:
            "Try once more with a fresh stick; if it fails again, confirm nothing and keep both."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .nothingShown, .proofMissing: .failed
        case .shorter, .forked: .olderCopy
        case .proofFails: .doesNotVerify
        }
    }
}
