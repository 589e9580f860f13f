package import Wording

/// One fault of a CSV file. It names the line, never what stands there.
package enum CSVError: UserFacing, Equatable {
    case empty
    case tooLarge
    case notText(line: Int)
    case hiddenCharacter(line: Int)
    case separatorUnclear(line: Int)
    case tooManyColumns(line: Int)
    case tooManyRows(line: Int)
    case unnamedColumn(line: Int, column: Int)
    case repeatedColumn(line: Int, column: Int)
    case unclosedQuote(line: Int)
    case textAfterQuote(line: Int)
    case quoteInsideField(line: Int)
    case fieldTooLong(line: Int)
    case tooFewFields(line: Int)
    case tooManyFields(line: Int)

    package var code: String {
        switch self {
        case .empty: "csv.empty"
        case .tooLarge: "csv.too-large"
        case .notText: "csv.not-text"
        case .hiddenCharacter: "csv.hidden-character"
        case .separatorUnclear: "csv.separator-unclear"
        case .tooManyColumns: "csv.too-many-columns"
        case .tooManyRows: "csv.too-many-rows"
        case .unnamedColumn: "csv.unnamed-column"
        case .repeatedColumn: "csv.repeated-column"
        case .unclosedQuote: "csv.unclosed-quote"
        case .textAfterQuote: "csv.text-after-quote"
        case .quoteInsideField: "csv.quote-inside-field"
        case .fieldTooLong: "csv.field-too-long"
        case .tooFewFields: "csv.too-few-fields"
        case .tooManyFields: "csv.too-many-fields"
        }
    }

    package var problem: String {
        switch self {
        case .empty: "The table is empty."
        case .tooLarge: "The table is larger than 16 megabytes."
        case .notText(let line): "Line \(line) holds bytes that are not text in UTF-8."
        case .hiddenCharacter(let line): "Line \(line) holds an invisible control character."
        case .separatorUnclear(let line):
            "Line \(line) has both semicolons and tabs, so it is unclear which separates the columns."
        case .tooManyColumns(let line):
            "Line \(line) names more than \(CSVTable.mostColumns) columns."
        case .tooManyRows(let line):
            "Line \(line) begins one row more than the \(CSVTable.mostRows) that are read."
        case .unnamedColumn(let line, let column): "Line \(line) gives column \(column) no name."
        case .repeatedColumn(let line, let column):
            "Line \(line) gives column \(column) the name of an earlier column."
        case .unclosedQuote(let line):
            "Line \(line) begins a field with a quotation mark that is never closed."
        case .textAfterQuote(let line):
            "Line \(line) has text between a closing quotation mark and the end of the field."
        case .quoteInsideField(let line):
            "Line \(line) has a quotation mark in a field that does not begin with one."
        case .fieldTooLong(let line): "Line \(line) begins a field longer than 64 kilobytes."
        case .tooFewFields(let line): "Line \(line) has fewer fields than there are columns."
        case .tooManyFields(let line): "Line \(line) has more fields than there are columns."
        }
    }

    package var nextStep: String {
        switch self {
        case .empty: "Give a file whose first line names the columns."
        case .tooLarge, .tooManyRows: "Split it into smaller files."
        case .notText: "Save the table again as “CSV UTF-8”."
        case .hiddenCharacter: "Delete that character, or type the line again."
        case .separatorUnclear: "Save the table with commas between the columns."
        case .tooManyColumns: "Delete the columns you do not need."
        case .unnamedColumn: "Give the column a name, or delete it."
        case .repeatedColumn: "Give the column a name of its own."
        case .unclosedQuote: "Close the field with a quotation mark."
        case .textAfterQuote, .quoteInsideField:
            "Put the whole field in quotation marks and write each one inside it twice."
        case .fieldTooLong: "Shorten it, and check for a missing quotation mark."
        case .tooFewFields, .tooManyFields:
            "Check the line for a missing or extra separator, or for a field that needs quotation marks."
        }
    }

    package var exitCode: ExitCode { .failed }
}

/// All that is wrong with a CSV file, row after row.
package struct CSVProblems: UserFacing, Equatable {
    package let all: [CSVError]

    package init(all: [CSVError]) { self.all = all }

    package var code: String { "csv.refused" }
    package var problem: String { "The table can't be read as it stands." }
    package var nextStep: String { "Correct the lines that are named, then give it again." }
    package var exitCode: ExitCode { .failed }
}
