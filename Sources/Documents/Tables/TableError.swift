package import Wording

/// Why a table can't be used. Rows are counted from 1; nothing that stands in them is repeated.
package enum TableError: UserFacing, Equatable {
    case tooLarge(table: String)
    case unreadable(table: String)
    case empty(table: String)
    /// The field is one that the program knows; nil if the row as a whole is of the wrong kind.
    case row(table: String, row: Int, field: String?)
    case twice(table: String, row: Int)
    case contradiction(table: String, row: Int, detail: String)

    init(_ error: DecodingError, table: String) {
        let path: [any CodingKey]
        switch error {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            path = context.codingPath
        @unknown default: path = []
        }
        guard let index = path.compactMap(\.intValue).first else {
            self = .unreadable(table: table)
            return
        }
        let field = path.last { $0.intValue == nil && $0.stringValue != "rows" }
        self = .row(table: table, row: index + 1, field: field?.stringValue)
    }

    package var code: String {
        switch self {
        case .tooLarge: "table.too-large"
        case .unreadable: "table.unreadable"
        case .empty: "table.empty"
        case .row: "table.row"
        case .twice: "table.twice"
        case .contradiction: "table.contradiction"
        }
    }

    package var problem: String {
        switch self {
        case .tooLarge(let table): "The table of \(table) is larger than one megabyte."
        case .unreadable(let table): "The table of \(table) can't be read."
        case .empty(let table): "The table of \(table) has no rows."
        case .row(let table, let row, let field?):
            "In row \(row) of the table of \(table), “\(field)” is missing or does not fit."
        case .row(let table, let row, nil):
            "Row \(row) of the table of \(table) can't be read."
        case .twice(let table, let row):
            "Row \(row) of the table of \(table) repeats the name of an earlier row."
        case .contradiction(let table, let row, let detail):
            "Row \(row) of the table of \(table) contradicts itself: \(detail)."
        }
    }

    package var nextStep: String {
        switch self {
        case .tooLarge, .empty: "Give a table like the one that the program shows."
        case .unreadable:
            "Check its brackets, commas, quotation marks and whole numbers, then try again."
        case .row, .contradiction: "Correct that row, then try again."
        case .twice: "Remove one of the two rows, then try again."
        }
    }

    package var exitCode: ExitCode { .failed }
}
