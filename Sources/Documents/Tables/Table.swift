/// A table of facts that change from outside: billing codes, rules of states and payers.
///
/// A file `{"notice": …, "rows": […]}` in JSON. She may put her own file in its place, so every
/// fault is told by the number of its row.
struct Table<Row: TableRow>: Codable, Equatable, Sendable {
    let notice: String
    let rows: [Row]

    init(_ bytes: [UInt8], named name: String) throws(TableError) {
        guard bytes.count <= 1 << 20 else { throw .tooLarge(table: name) }
        do {
            self = try JSON.value(Table.self, from: bytes)
        } catch let error as DecodingError {
            throw TableError(error, table: name)
        } catch {
            throw .unreadable(table: name)
        }
        guard !rows.isEmpty else { throw .empty(table: name) }
        var ids: Set<String> = []
        for (index, row) in rows.enumerated() {
            guard ids.insert(row.id).inserted else { throw .twice(table: name, row: index + 1) }
            if let fault = row.fault {
                throw .contradiction(table: name, row: index + 1, detail: fault)
            }
        }
    }

    /// The first row, of a table that is one rule; there is always one.
    var only: Row { rows[0] }

    subscript(id: String) -> Row? { rows.first { $0.id == id } }
}

protocol TableRow: Codable, Equatable, Sendable {
    var id: String { get }
    /// What contradicts itself in it, in words that end a sentence; nil if nothing does.
    var fault: String? { get }
}

/// How sure a row is.
package enum Evidence: String, Codable, Sendable {
    /// Read in its source.
    case seen
    /// Not read again: to be checked before anyone relies on it.
    case generalKnowledge = "general-knowledge"
}
