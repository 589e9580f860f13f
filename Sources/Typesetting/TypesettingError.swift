package import Wording

/// Why a page could not be made. Half a page, or one with a hole in it, is never returned.
package enum TypesettingError: UserFacing, CaseIterable {
    /// Nothing that can be embedded lies in the system's font folders.
    case noFonts
    /// A character would be printed as an empty box.
    case unknownCharacter
    /// A word of a grid has a line end in it, or is wider than the page.
    case word
    /// Empty, or more than a QR code holds.
    case code
    /// Above ``Typesetter/mostBytes`` or ``Typesetter/mostLines``, or one text of it is too long to
    /// be set at once.
    case tooLong
    /// Empty, above ``Typesetter/mostPasswordBytes``, or not text.
    case password
    /// What is to be protected is no PDF, a damaged one, or has a password already.
    case unreadable
    /// A C library ran out of memory.
    case failed

    package var code: String {
        switch self {
        case .noFonts: "typesetting.no-fonts"
        case .unknownCharacter: "typesetting.unknown-character"
        case .word: "typesetting.word"
        case .code: "typesetting.code"
        case .tooLong: "typesetting.too-long"
        case .password: "typesetting.password"
        case .unreadable: "typesetting.unreadable"
        case .failed: "typesetting.failed"
        }
    }

    package var problem: String {
        switch self {
        case .noFonts: "No fonts to print with are installed on this computer."
        case .unknownCharacter: "A character is in none of the fonts installed on this computer."
        case .word: "A word in the list of words does not fit on one line."
        case .code: "The text for the QR code is empty or too long."
        case .tooLong: "This is too long to be made into pages at once."
        case .password: "The password is empty, too long, or has a character that can’t be typed."
        case .unreadable: "What is to be protected with a password is not a PDF that can be read."
        case .failed: "The pages could not be made, probably for lack of memory."
        }
    }

    package var nextStep: String {
        switch self {
        case .noFonts:
            "Install the packages fonts-crosextra-caladea and fonts-crosextra-carlito, then try again."
        case .unknownCharacter:
            "Install fonts for that character's language, such as fonts-noto-core or fonts-noto-cjk."
        case .word: "Shorten the word, then try again."
        case .code: "Shorten the text, then try again."
        case .tooLong: "Split it into parts, then print each."
        case .password: "Choose one of 8 to 40 characters, such as four or five plain words."
        case .unreadable: "Make the PDF again, then protect the new one."
        case .failed: "Close other programs, then try again."
        }
    }

    package var exitCode: ExitCode { .failed }
}
