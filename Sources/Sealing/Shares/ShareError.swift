package import Wording

/// Why sheets of words gave no secret back, or none could be made.
///
/// Sheets and words are counted from 1, in the order they were entered. No case holds a word, and
/// none comes with a part of the secret.
package enum ShareError: UserFacing, Equatable {
    /// This word is not in the list, nor the beginning of one.
    case unknownWord(Int, sheet: Int?)
    /// No share has so many words; above 100 they were not all counted.
    case wordCount(Int, sheet: Int?)
    /// The checksum does not hold.
    case mistyped(sheet: Int?)
    /// The checksum holds, but no program that keeps to SLIP-0039 makes such a sheet.
    case contradictory(sheet: Int?)
    /// More rounds of hashing than ``ShareCipher/highestExponent`` allows.
    case work(sheet: Int?)
    /// Two sheets differ in what all sheets of a set have in common.
    case differentSets(Int, Int)
    /// The same words were entered twice.
    case twice(Int, Int)
    /// So many more are needed; at least so many, where another program made several groups.
    case tooFew(missing: Int)
    /// So many would do, and more are not taken.
    case tooMany(needed: Int)
    /// Two sheets claim one place, or the digest does not fit: one of them was made by hand.
    case doNotFit
    /// Not 1 of 1 nor 2 to 16 of at most 16, or a secret that is not 16 to 32 bytes.
    case numbers
    /// The layer below could not do its part.
    case sealing(SealingError)

    package var code: String {
        switch self {
        case .unknownWord: "share.word"
        case .wordCount: "share.word-count"
        case .mistyped: "share.mistyped"
        case .contradictory: "share.contradictory"
        case .work: "share.work"
        case .differentSets: "share.different-sets"
        case .twice: "share.twice"
        case .tooFew: "share.too-few"
        case .tooMany: "share.too-many"
        case .doNotFit: "share.do-not-fit"
        case .numbers: "share.numbers"
        case .sealing(let error): error.code
        }
    }

    package var problem: String {
        switch self {
        case .unknownWord(let word, let sheet):
            "Word \(word) of \(Self.name(sheet)) is not one of the words that sheets are made of."
        case .wordCount(let count, let sheet):
            "The number of words entered for \(Self.name(sheet)) is \(count), but a sheet has 20 or 33."
        case .mistyped(let sheet): "A word of \(Self.name(sheet)) is mistyped or out of its place."
        case .contradictory(let sheet):
            "The words of \(Self.name(sheet)) contradict each other, so it is part of no set."
        case .work(let sheet):
            "Opening \(Self.name(sheet)) would take far more work than this program accepts."
        case .differentSets(let one, let other): "Sheets \(one) and \(other) are of different sets."
        case .twice(let one, let other): "Sheets \(one) and \(other) are the same sheet."
        case .tooFew(let missing):
            "The set needs \(missing) more \(missing == 1 ? "sheet" : "sheets")."
        case .tooMany(let needed):
            "The set needs only \(needed) \(needed == 1 ? "sheet" : "sheets"), and more were entered."
        case .doNotFit: "The sheets do not fit together, so at least one of them is not genuine."
        case .numbers: "A secret can't be divided into sheets in these numbers."
        case .sealing(let error): error.problem
        }
    }

    package var nextStep: String {
        switch self {
        case .unknownWord: "Compare the word with the sheet, letter by letter, and type it again."
        case .wordCount: "Enter every word of the sheet once, in the order of the sheet."
        case .mistyped: "Compare every word with the sheet, and type it again."
        case .contradictory, .work: "Use a sheet that was printed by this program."
        case .differentSets:
            "Enter only sheets that belong together; their first two words are the same."
        case .twice: "Enter each sheet once."
        case .tooFew: "Enter another sheet of the same set."
        case .tooMany: "Enter only as many sheets as are needed."
        case .doNotFit: "Try other sheets of the same set."
        case .numbers: "Choose at most 16 sheets of which at least 2 are needed, or a single one."
        case .sealing(let error): error.nextStep
        }
    }

    package var exitCode: ExitCode {
        switch self {
        case .unknownWord, .wordCount, .mistyped, .differentSets, .twice, .tooFew, .tooMany,
            .numbers:
            .wrongUsage
        case .contradictory, .work, .doNotFit: .doesNotVerify
        case .sealing(let error): error.exitCode
        }
    }

    private static func name(_ sheet: Int?) -> String {
        sheet.map { "sheet \($0)" } ?? "this sheet"
    }

    /// Runs a step of the layer below; its `.changed` says here that the sheets do not fit.
    static func lifting<R: ~Copyable>(
        _ step: () throws(SealingError) -> R
    ) throws(ShareError) -> R {
        do throws(SealingError) {
            return try step()
        } catch .changed {
            throw .doNotFit
        } catch {
            throw .sealing(error)
        }
    }
}
