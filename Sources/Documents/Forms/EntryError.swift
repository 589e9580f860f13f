package import Wording

/// A refusal that one answer of a form is the reason of, so that it alone is asked for again.
package protocol AnswerRefusal: UserFacing {
    /// The field's label; nil where it is no single answer's fault.
    var label: String? { get }
}

/// Why one answer does not fit its field. It names the field, never the answer.
package enum EntryError: AnswerRefusal, Equatable {
    case empty(label: String)
    case hiddenCharacter(label: String)
    case tooLong(label: String)
    case noSuchChoice(label: String, choices: [String])
    case severalChoices(label: String, choices: [String])
    case notADate(label: String)
    case yearNeedsFourDigits(label: String)
    case notATime(label: String)
    case notANumber(label: String)
    case notACode(label: String)
    case diagnoses(label: String, DiagnosesError)
    case notASchedule(label: String)
    case inTheFuture(label: String)
    case beforeBirth(label: String)

    package var label: String? {
        switch self {
        case .empty(let label), .hiddenCharacter(let label), .tooLong(let label),
            .noSuchChoice(let label, _), .severalChoices(let label, _), .notADate(let label),
            .yearNeedsFourDigits(let label), .notATime(let label), .notANumber(let label),
            .notACode(let label), .diagnoses(let label, _), .notASchedule(let label),
            .inTheFuture(let label), .beforeBirth(let label):
            label
        }
    }

    package var code: String {
        switch self {
        case .empty: "answer.empty"
        case .hiddenCharacter: "answer.hidden-character"
        case .tooLong: "answer.too-long"
        case .noSuchChoice: "answer.no-such-choice"
        case .severalChoices: "answer.several-choices"
        case .notADate: "answer.not-a-date"
        case .yearNeedsFourDigits: "answer.short-year"
        case .notATime: "answer.not-a-time"
        case .notANumber: "answer.not-a-number"
        case .notACode: "answer.not-a-code"
        case .diagnoses(_, let error): error.code
        case .notASchedule: "answer.not-a-schedule"
        case .inTheFuture: "answer.in-the-future"
        case .beforeBirth: "answer.before-birth"
        }
    }

    package var problem: String {
        switch self {
        case .empty(let label): "“\(label)” is empty."
        case .hiddenCharacter(let label): "“\(label)” holds an invisible control character."
        case .tooLong(let label): "“\(label)” is longer than this field can hold."
        case .noSuchChoice(let label, _): "“\(label)” has no such choice."
        case .severalChoices(let label, _): "More than one choice of “\(label)” begins like that."
        case .notADate(let label): "“\(label)” is not a date that exists."
        case .yearNeedsFourDigits(let label): "The year of “\(label)” has only two digits."
        case .notATime(let label): "“\(label)” is not a time of day."
        case .notANumber(let label): "“\(label)” is not a number."
        case .notACode(let label): "“\(label)” is not a code of the right form."
        case .diagnoses(let label, let error): "“\(label)”: \(error.problem)"
        case .notASchedule(let label): "“\(label)” does not say which measures, and how often."
        case .inTheFuture(let label): "“\(label)” lies in the future."
        case .beforeBirth(let label): "“\(label)” lies before the client's date of birth."
        }
    }

    package var nextStep: String {
        switch self {
        case .empty: "Type an answer."
        case .hiddenCharacter: "Type it again without pasting."
        case .tooLong: "Shorten it."
        case .noSuchChoice(_, let choices), .severalChoices(_, let choices):
            "Choose one of: \(choices.joined(separator: ", "))."
        case .notADate: "Write it like 2026-11-16 or 11/16/2026."
        case .yearNeedsFourDigits: "Write the year with four digits."
        case .notATime: "Write it like 14:05 or 2:05 pm."
        case .notANumber: "Write digits only, such as 12."
        case .notACode: "Check the code and type it again."
        case .diagnoses(_, let error): error.nextStep
        case .notASchedule: "Write it like PHQ-9 every 14 days, GAD-7 every 4 weeks."
        case .inTheFuture, .beforeBirth: "Correct the date."
        }
    }

    package var exitCode: ExitCode { .failed }
}
