package import Wording

/// A caseload as a table of clients: one client a row, one field of the client's form a column.
///
/// Read as a whole: either every row fits the form, or nothing is taken and every fault is named
/// with its line.
package struct CaseloadTable: Sendable {
    package let clients: [Client]

    package struct Client: Equatable, Sendable {
        package let line: Int
        package let entries: Entries

        /// What tells two clients apart: the name and the date of birth.
        package var identity: String { CaseloadTable.identity(of: entries) }
    }

    /// `known` are the identities of the clients who are there already; nobody is born after today.
    package init(
        _ table: CSVTable, form: Form, today: Day, known: Set<String> = []
    ) throws(CaseloadProblems) {
        var faults: [CaseloadError] = []
        var columns: [Field?] = []
        for (index, name) in table.columns.enumerated() {
            let field = form.field(named: name)
            if field == nil {
                faults.append(.unknownColumn(index + 1, nearest: form.nearest(to: name)?.label))
            } else if columns.contains(field) {
                faults.append(.columnTwice(field?.label ?? ""))
            }
            columns.append(field)
        }
        var clients: [Client] = []
        var lines: [String: Int] = [:]
        for row in table.rows where faults.count < Self.mostFaults {
            var entries = Entries()
            var refused: [Field] = []
            for (field, text) in zip(columns, row.fields) where !text.trimmingBlanks().isEmpty {
                guard let field else { continue }
                do throws(EntryError) {
                    entries[field.id] = try form.accept(text, for: field)
                } catch {
                    faults.append(.cell(line: row.line, error))
                    refused.append(field)
                }
            }
            for field in form.missing(in: entries)
            where columns.contains(field) && !refused.contains(field) {
                faults.append(.missing(line: row.line, label: field.label))
            }
            if let born = entries["born"], born > today.iso, let field = form["born"] {
                faults.append(.cell(line: row.line, .inTheFuture(label: field.label)))
            }
            let client = Client(line: row.line, entries: entries)
            if known.contains(client.identity) {
                faults.append(.known(line: row.line))
            } else if let earlier = lines.updateValue(row.line, forKey: client.identity) {
                faults.append(.twice(line: row.line, earlier: earlier))
            }
            clients.append(client)
        }
        for field in form.missing(in: Entries()) where !columns.contains(field) {
            faults.append(.columnMissing(field.label))
        }
        if clients.isEmpty, faults.isEmpty { faults.append(.empty) }
        guard faults.isEmpty else { throw CaseloadProblems(all: faults) }
        self.clients = clients
    }

    package static func identity(of entries: Entries) -> String {
        Form.folded(entries["name"] ?? "") + "/" + (entries["born"] ?? "")
    }

    private static let mostFaults = 100
}

/// Everything that is wrong with a caseload; nothing of it was taken.
package struct CaseloadProblems: UserFacing, Equatable {
    package let all: [CaseloadError]

    package init(all: [CaseloadError]) { self.all = all }

    package var code: String { "caseload.refused" }
    package var problem: String { "The caseload was not taken: some lines don't fit." }
    package var nextStep: String { "Correct the lines that are named, then give it again." }
    package var exitCode: ExitCode { .failed }
}

/// One fault of a caseload. It names the line and the column, never what stands there.
package enum CaseloadError: UserFacing, Equatable {
    case empty
    case unknownColumn(Int, nearest: String?)
    case columnTwice(String)
    case columnMissing(String)
    case cell(line: Int, EntryError)
    case missing(line: Int, label: String)
    case twice(line: Int, earlier: Int)
    case known(line: Int)

    package var code: String {
        switch self {
        case .empty: "caseload.empty"
        case .unknownColumn: "caseload.unknown-column"
        case .columnTwice: "caseload.column-twice"
        case .columnMissing: "caseload.column-missing"
        case .cell(_, let error): error.code
        case .missing: "caseload.missing"
        case .twice: "caseload.twice"
        case .known: "caseload.known"
        }
    }

    package var problem: String {
        switch self {
        case .empty: "The table has no clients."
        case .unknownColumn(let number, _): "Column \(number) has a name that no field has."
        case .columnTwice(let label): "Two columns are “\(label)”."
        case .columnMissing(let label): "There is no column “\(label)”."
        case .cell(let line, let error): "Line \(line): \(error.problem)"
        case .missing(let line, let label): "Line \(line): “\(label)” is empty."
        case .twice(let line, let earlier):
            "Line \(line): this client stands already on line \(earlier)."
        case .known(let line): "Line \(line): this client is in the vault already."
        }
    }

    package var nextStep: String {
        switch self {
        case .empty: "Put one client on each line below the names of the columns."
        case .unknownColumn(_, let nearest?): "Write “\(nearest)”, or take the column out."
        case .unknownColumn(_, nil): "Take the column out, or give it the name of a field."
        case .columnTwice: "Take one of them out."
        case .columnMissing: "Add the column."
        case .cell(_, let error): error.nextStep
        case .missing: "Fill it in."
        case .twice, .known: "Take the line out."
        }
    }

    package var exitCode: ExitCode { .failed }
}
