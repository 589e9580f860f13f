package import Wording

/// Why a line of diagnoses does not fit. It tells a code by its place in the line, never by what
/// was typed; the codes named are those of the table.
package enum DiagnosesError: UserFacing, Equatable {
    case empty
    case tooMany
    /// Something that is neither a code nor a date stands where this code is expected.
    case notACode(place: Int)
    case notADate(place: Int)
    case endsBeforeItBegins(place: Int)
    /// The same code as an earlier one, over days that both have.
    case overlaps(place: Int, earlier: Int)
    case unknown(place: Int, release: String, nearest: [String])
    case needsMoreDigits(place: Int, leaves: [String])

    package var code: String {
        switch self {
        case .empty: "diagnoses.empty"
        case .tooMany: "diagnoses.too-many"
        case .notACode: "diagnoses.not-a-code"
        case .notADate: "diagnoses.not-a-date"
        case .endsBeforeItBegins: "diagnoses.ends-before-it-begins"
        case .overlaps: "diagnoses.overlaps"
        case .unknown: "diagnoses.unknown"
        case .needsMoreDigits: "diagnoses.needs-more-digits"
        }
    }

    package var problem: String {
        switch self {
        case .empty: "There is no diagnosis in it."
        case .tooMany: "There are more than \(Diagnoses.most) diagnoses in it."
        case .notACode(let place): "Diagnosis \(place) is not a code of the right form."
        case .notADate(let place): "The date of diagnosis \(place) is missing or does not exist."
        case .endsBeforeItBegins(let place): "Diagnosis \(place) ends before it begins."
        case .overlaps(let place, let earlier):
            "Diagnosis \(place) repeats diagnosis \(earlier) over the same days."
        case .unknown(let place, let release, _): "Diagnosis \(place) is not a code of \(release)."
        case .needsMoreDigits(let place, _):
            "Diagnosis \(place) is a category and needs more digits."
        }
    }

    package var nextStep: String {
        switch self {
        case .empty, .notACode: "Write codes with commas between, such as F41.1, F33.1."
        case .tooMany: "Keep those that matter to this treatment."
        case .notADate:
            "Write it like F41.1 since 2026-01-05, or F41.1 2025-02-01 to 2025-09-30."
        case .endsBeforeItBegins: "Correct one of its two dates."
        case .overlaps: "Keep one of the two, or give them dates that do not overlap."
        case .unknown(_, _, let nearest) where nearest.isEmpty: "Check the code and type it again."
        case .unknown(_, _, let codes), .needsMoreDigits(_, let codes):
            "Check it; the nearest are \(codes.joined(separator: ", "))."
        }
    }

    package var exitCode: ExitCode { .failed }
}
