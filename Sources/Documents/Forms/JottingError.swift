package import Wording

/// Why a jotting can't be read. Line numbers only: no text of hers, and no name, is repeated.
package enum JottingError: UserFacing, Equatable {
    case tooLarge
    case notText
    case hiddenCharacter(line: Int)
    case empty
    /// With a field of the form, as an example.
    case noAnswers(example: String)
    case textBeforeFirstField(line: Int)
    /// The suggestion is the name of a field.
    case unknownField(line: Int, suggestion: String?)
    case fieldTwice(line: Int, label: String)
    case answer(line: Int, EntryError)

    package var code: String {
        switch self {
        case .tooLarge: "jotting.too-large"
        case .notText: "jotting.not-text"
        case .hiddenCharacter: "jotting.hidden-character"
        case .empty, .noAnswers: "jotting.empty"
        case .textBeforeFirstField: "jotting.no-field"
        case .unknownField: "jotting.unknown-field"
        case .fieldTwice: "jotting.field-twice"
        case .answer(_, let error): error.code
        }
    }

    package var problem: String {
        switch self {
        case .tooLarge: "The jotting is larger than one megabyte."
        case .notText: "The jotting is not plain text in UTF-8."
        case .hiddenCharacter(let line): "Line \(line) holds an invisible control character."
        case .empty: "The jotting is empty."
        case .noAnswers: "Nothing is filled in."
        case .textBeforeFirstField(let line): "Line \(line) belongs to no field."
        case .unknownField(let line, _):
            "Line \(line) begins with a field that this form does not have."
        case .fieldTwice(let line, let label): "Line \(line) fills in “\(label)” a second time."
        case .answer(let line, let error): "Line \(line): \(error.problem)"
        }
    }

    package var nextStep: String {
        switch self {
        case .tooLarge: "Split it, or give a smaller file."
        case .notText: "Save the file as plain text in UTF-8, then try again."
        case .hiddenCharacter: "Delete that character, or type the line again."
        case .noAnswers(let example):
            "Write at least one line that begins with a field, such as “\(example):”."
        case .empty: "Write at least one line such as “reported: slept better”."
        case .textBeforeFirstField:
            "Begin the line with a field and a colon, such as “reported:”."
        case .unknownField(_, let suggestion?):
            "Write “\(suggestion)”, or indent the line if it continues the one above."
        case .unknownField(_, nil):
            "Use a field of this form, or indent the line if it continues the one above."
        case .fieldTwice: "Keep one of the two lines."
        case .answer(_, let error): error.nextStep
        }
    }

    package var exitCode: ExitCode { .failed }
}
