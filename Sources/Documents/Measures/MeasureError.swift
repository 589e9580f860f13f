package import Wording

/// Why a score or an answer is not taken. It names instrument and item, never what was typed.
package enum MeasureError: UserFacing, Equatable {
    case unknownInstrument(suggestions: [String])
    case notANumber(name: String)
    case outOfRange(name: String, from: String, to: String)
    case betweenSteps(name: String, step: String)
    case notALevel(name: String, levels: [String])
    case scoreOnly(name: String)
    case tooFewAnswers(name: String, given: Int, count: Int)
    case tooManyAnswers(name: String, count: Int)
    case unreadableAnswer(name: String, item: Int)
    case answerOutOfRange(name: String, item: Int, from: Int, to: Int)
    case tooManyMissing(name: String, items: [Int], most: Int)
    case flaggedItemMissing(name: String, item: Int)
    case flaggedItemContradicts(name: String, item: Int)
    case totalContradicts(name: String)
    case anotherInstrument(name: String)

    package var code: String {
        switch self {
        case .unknownInstrument: "measure.unknown-instrument"
        case .notANumber: "measure.not-a-number"
        case .outOfRange: "measure.out-of-range"
        case .betweenSteps: "measure.between-steps"
        case .notALevel: "measure.not-a-level"
        case .scoreOnly: "measure.score-only"
        case .tooFewAnswers: "measure.too-few-answers"
        case .tooManyAnswers: "measure.too-many-answers"
        case .unreadableAnswer: "measure.unreadable-answer"
        case .answerOutOfRange: "measure.answer-out-of-range"
        case .tooManyMissing: "measure.too-many-missing"
        case .flaggedItemMissing: "measure.flagged-item-missing"
        case .flaggedItemContradicts: "measure.flagged-item-contradicts"
        case .totalContradicts: "measure.total-contradicts"
        case .anotherInstrument: "measure.another-instrument"
        }
    }

    package var problem: String {
        switch self {
        case .unknownInstrument: "There is no instrument of this name."
        case .notANumber(let name): "This is not a score of the \(name)."
        case .outOfRange(let name, let from, let to):
            "The \(name) goes from \(from) to \(to), and this score lies outside."
        case .betweenSteps(let name, let step):
            "Scores of the \(name) go in steps of \(step), and this one lies between two."
        case .notALevel(let name, _): "The \(name) has no such level."
        case .scoreOnly(let name): "The \(name) is recorded by its score, not by its items."
        case .tooFewAnswers(let name, let given, let count):
            "The \(name) has \(count) items, and this many were answered: \(given)."
        case .tooManyAnswers(let name, let count):
            "The \(name) has \(count) items, and there are more answers than that."
        case .unreadableAnswer(let name, let item):
            "The answer to item \(item) of the \(name) is not a whole number."
        case .answerOutOfRange(let name, let item, let from, let to):
            "Item \(item) of the \(name) is answered from \(from) to \(to)."
        case .tooManyMissing(let name, let items, 0):
            "The \(name) has no total without \(MeasureError.list(items))."
        case .tooManyMissing(let name, let items, let most):
            "The \(name) has a total if no more than \(most) items are missing, and \(items.count) are."
        case .flaggedItemMissing(let name, let item):
            "The total of the \(name) does not tell how item \(item) was answered."
        case .flaggedItemContradicts(let name, let item):
            "The total of the \(name) and the answer to item \(item) can't both be right."
        case .totalContradicts(let name):
            "The answers of the \(name) add up to another total than the one given."
        case .anotherInstrument(let name): "The scores are not all of the \(name)."
        }
    }

    package var nextStep: String {
        switch self {
        case .unknownInstrument([]): "Look at the list of instruments."
        case .unknownInstrument(let names): "Write \(names.joined(separator: " or "))."
        case .notANumber: "Write digits, such as 12 or 12.5."
        case .outOfRange, .betweenSteps: "Check the score and enter it again."
        case .notALevel(_, let levels): "Choose one of: \(levels.joined(separator: ", "))."
        case .scoreOnly: "Enter the total."
        case .tooFewAnswers, .tooManyAnswers:
            "Write one number for each item with blanks between, and - for one left out."
        case .unreadableAnswer: "Write the number of the answer, or - if it was left out."
        case .answerOutOfRange: "Check that answer and enter it again."
        case .tooManyMissing: "Enter the missing answers, or leave the measure out."
        case .flaggedItemMissing(_, let item):
            "Enter the answer to item \(item) beside the total, or say that it is not known."
        case .flaggedItemContradicts, .totalContradicts: "Check both and enter them again."
        case .anotherInstrument: "Compare scores of one instrument only."
        }
    }

    package var exitCode: ExitCode { .failed }

    static func list(_ items: [Int]) -> String {
        (items.count == 1 ? "item " : "items ") + Prose.list(items.map(String.init))
    }
}
