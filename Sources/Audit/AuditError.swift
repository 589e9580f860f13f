package import Wording

/// Why something about the audit trail could not be made, read or believed.
///
/// Which entry is damaged stands in ``TrailReport``; these cases say what kind of news it is.
package enum AuditError: UserFacing, Equatable, CaseIterable {
    /// An entry was to be written with a field out of its bounds.
    case unusableEntry
    /// An entry's bytes are not what this program writes.
    case malformedEntry
    /// A hash is not 32 bytes.
    case malformedHash
    /// A position lies outside the tree, or the tree has no entries.
    case outsideTree
    /// The stored subtree roots do not fit the trail's size.
    case incompleteTree
    /// A proof's text or shape is not allowed.
    case malformedProof
    /// A proof is well formed and does not lead to the signed root.
    case proofDoesNotVerify
    /// A signed note breaks the format's rules.
    case malformedNote
    /// A note carries no signature of the expected key.
    case unknownSigner
    /// A note carries a signature of the expected key that is not valid.
    case badSignature
    /// A note carries no line of the expected witness.
    case unknownWitness
    /// A verifier key's text is mistyped or of an unknown kind.
    case malformedKey
    /// A note is validly signed and is not a checkpoint.
    case malformedCheckpoint
    /// A checkpoint belongs to another vault.
    case otherOrigin
    /// A trail names another key than the one it should be of.
    case otherKey
    /// A file is not a trail as it travels.
    case malformedTrail
    /// The trail itself is damaged; the report says where.
    case damagedTrail
    /// The present trail is shorter than a checkpoint seen before.
    case olderCopy
    /// The present trail went another way than a checkpoint seen before.
    case forkedTrail

    package var code: String {
        switch self {
        case .unusableEntry: "audit.unusable-entry"
        case .malformedEntry: "audit.malformed-entry"
        case .malformedHash: "audit.malformed-hash"
        case .outsideTree: "audit.outside-tree"
        case .incompleteTree: "audit.incomplete-tree"
        case .malformedProof: "audit.malformed-proof"
        case .proofDoesNotVerify: "audit.proof-does-not-verify"
        case .malformedNote: "audit.malformed-note"
        case .unknownSigner: "audit.unknown-signer"
        case .badSignature: "audit.bad-signature"
        case .unknownWitness: "audit.unknown-witness"
        case .malformedKey: "audit.malformed-key"
        case .malformedCheckpoint: "audit.malformed-checkpoint"
        case .otherOrigin: "audit.other-origin"
        case .otherKey: "audit.other-key"
        case .malformedTrail: "audit.malformed-trail"
        case .damagedTrail: "audit.damaged"
        case .olderCopy: "audit.older-copy"
        case .forkedTrail: "audit.forked"
        }
    }

    package var problem: String {
        switch self {
        case .unusableEntry: "The audit trail could not describe what was about to happen."
        case .malformedEntry: "An entry of the audit trail is not in this program's format."
        case .malformedHash: "A hash in the audit trail is cut off or too long."
        case .outsideTree: "The audit trail has no entry at the place that was asked for."
        case .incompleteTree:
            "Stored hashes of the audit trail are missing or do not fit its length."
        case .malformedProof: "The proof is cut off, too long, or not in the expected format."
        case .proofDoesNotVerify: "The proof does not fit the signed audit trail."
        case .malformedNote: "The signed checkpoint is cut off or not in the expected format."
        case .unknownSigner: "The checkpoint was not signed with this vault's key."
        case .badSignature: "The signature on the checkpoint is not valid."
        case .unknownWitness: "The checkpoint does not bear this witness's confirmation."
        case .malformedKey: "The public key is mistyped or of a kind this program does not know."
        case .malformedCheckpoint: "The signed text is not a checkpoint of an audit trail."
        case .otherOrigin: "The checkpoint belongs to another vault."
        case .otherKey: "The trail is of another key than the one you gave."
        case .malformedTrail: "This file is not an audit trail as this program writes it."
        case .damagedTrail: "The audit trail was changed or damaged after it was signed."
        case .olderCopy: "This vault is older than a checkpoint that was seen before."
        case .forkedTrail: "This vault and a checkpoint seen before went different ways."
        }
    }

    package var nextStep: String {
        switch self {
        case .unusableEntry:
            "Try again; if it happens twice, report it together with the code of this message."
        case .malformedEntry, .malformedHash, .incompleteTree, .damagedTrail:
            "Run `vault verify` to see every damaged place, and keep your last backup safe."
        case .outsideTree: "Check the entry's number against the audit report."
        case .malformedProof, .malformedNote, .malformedCheckpoint:
            "Copy the file again from where it came, and compare the two copies."
        case .proofDoesNotVerify, .unknownSigner, .badSignature:
            "Compare the public key with the one on your recovery sheet; do not rely on this file."
        case .otherKey:
            "Compare the key that you typed with the paper; if it is right, believe nothing here."
        case .malformedTrail:
            "Look for a whole copy; for a signed certificate, type the paper's key with `--key`."
        case .unknownWitness:
            "Compare the witness's public key with the one that was read to you, then try again."
        case .malformedKey: "Type the public key again from the paper that it stands on."
        case .otherOrigin: "Choose the checkpoint or the stick that belongs to this vault."
        case .olderCopy:
            "Look for the newer vault first; if it is lost, run `vault restore` with a reason."
        case .forkedTrail:
            "Keep both copies, work in neither, and compare their audit reports."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .unusableEntry: .failed
        case .outsideTree, .malformedKey: .wrongUsage
        case .olderCopy, .forkedTrail: .olderCopy
        default: .doesNotVerify
        }
    }
}
