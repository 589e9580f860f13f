package import Wording

/// Why a decision in a review can't be recorded.
package enum ReviewError: UserFacing, Equatable, CaseIterable {
    case noSuchSentence
    case noSuchSection
    case emptyEdit
    case hiddenCharacter

    package var code: String {
        switch self {
        case .noSuchSentence: "review.no-such-sentence"
        case .noSuchSection: "review.no-such-section"
        case .emptyEdit: "review.empty-edit"
        case .hiddenCharacter: "review.hidden-character"
        }
    }

    package var problem: String {
        switch self {
        case .noSuchSentence: "This draft has no such sentence."
        case .noSuchSection: "This draft has no such section."
        case .emptyEdit: "The edited sentence is empty."
        case .hiddenCharacter: "The edited sentence holds an invisible control character."
        }
    }

    package var nextStep: String {
        switch self {
        case .noSuchSentence: "Show the draft again and pick one of its sentences."
        case .noSuchSection: "Name one of its headings, or the heading's number."
        case .emptyEdit: "Type the sentence, or strike it."
        case .hiddenCharacter: "Type the sentence again in one line."
        }
    }

    package var exitCode: ExitCode { .failed }
}
