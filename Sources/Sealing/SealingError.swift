package import Wording

/// Why something could not be sealed or opened.
///
/// The cases say no more than is known: a passphrase that does not fit and a damaged slot look the
/// same from outside, and the sentence says so.
package enum SealingError: UserFacing, Equatable, CaseIterable {
    /// libsodium could not start, or gave no randomness.
    case libraryUnavailable
    /// The machine gave no protected memory.
    case noProtectedMemory
    /// The machine has not enough memory for this passphrase's cost.
    case notEnoughMemory
    /// Too short, cut off, or of an unknown format.
    case malformed
    /// The key commitment does not fit: another key, another place, or changed bytes.
    case wrongKeyOrPlace
    /// The commitment fits, but the content was changed.
    case changed
    /// The cost written beside the slot is below the floor or above the ceiling.
    case costOutOfBounds
    /// The passphrase does not open the slot.
    case wrongPassphrase
    /// The passphrase is empty, too long or not text.
    case unusablePassphrase

    package var code: String {
        switch self {
        case .libraryUnavailable: "sealing.unavailable"
        case .noProtectedMemory: "sealing.no-protected-memory"
        case .notEnoughMemory: "sealing.not-enough-memory"
        case .malformed: "sealing.malformed"
        case .wrongKeyOrPlace: "sealing.wrong-key-or-place"
        case .changed: "sealing.changed"
        case .costOutOfBounds: "sealing.cost-out-of-bounds"
        case .wrongPassphrase: "passphrase.wrong"
        case .unusablePassphrase: "passphrase.unusable"
        }
    }

    package var problem: String {
        switch self {
        case .libraryUnavailable: "The encryption library could not start."
        case .noProtectedMemory: "The computer gave no protected memory for the keys."
        case .notEnoughMemory: "The computer has too little free memory to check the passphrase."
        case .malformed: "Sealed data is cut off or not in this program's format."
        case .wrongKeyOrPlace: "Sealed data does not belong to this place, or was changed."
        case .changed: "Sealed data was changed after it was written."
        case .costOutOfBounds:
            "The passphrase settings in this file are outside the limits this program accepts."
        case .wrongPassphrase:
            "This passphrase does not open the vault: it is mistyped, or the file's lock is damaged."
        case .unusablePassphrase: "This passphrase is empty, too long, or not plain text."
        }
    }

    package var nextStep: String {
        switch self {
        case .libraryUnavailable: "Reinstall the program with `make demo`, then try again."
        case .noProtectedMemory, .notEnoughMemory: "Close other programs, then try again."
        case .malformed, .wrongKeyOrPlace, .changed:
            "Run `vault verify` to see what is damaged, and keep your last backup safe."
        case .costOutOfBounds:
            "Do not enter your passphrase into this file; go back to your last backup."
        case .wrongPassphrase: "Check Caps Lock and the keyboard layout, then type it again."
        case .unusablePassphrase: "Choose a passphrase of 1 to 1,024 bytes of text."
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .libraryUnavailable, .noProtectedMemory, .notEnoughMemory: .failed
        case .malformed, .wrongKeyOrPlace, .changed, .costOutOfBounds: .doesNotVerify
        case .wrongPassphrase: .locked
        case .unusablePassphrase: .wrongUsage
        }
    }
}
