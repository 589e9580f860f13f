internal import Documents
internal import Foundation

/// Results as tables for her, as JSON for programs.
enum Output {
    static func json(_ value: some Encodable) {
        do {
            let bytes = try JSON.readable(value)
            Console.write(escaped(String(decoding: bytes, as: UTF8.self)) + "\n", to: STDOUT_FILENO)
        } catch {
            Console.say("The result could not be written as JSON.")
        }
    }

    /// JSON text with every character that could steer a terminal as a `\u` escape.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            let shown = Printable.text(String(scalar))
            if shown.hasPrefix("\\u{") {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }

    /// A table with aligned columns; the last column is as long as it is.
    static func table(_ heads: [String], _ rows: [[String]], empty: String) {
        guard !rows.isEmpty else {
            Console.print(empty)
            return
        }
        let cells = ((heads.isEmpty ? [] : [heads]) + rows).map { $0.map(Cell.init) }
        let widths = rows[0].indices.map { column in
            cells.reduce(0) { max($0, $1[column].columns) }
        }
        var text: [UInt8] = []
        for row in cells {
            for (column, cell) in row.enumerated() {
                text += cell.bytes
                guard column < row.count - 1 else { break }
                let gap = widths[column] + 2 - cell.columns
                text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: gap))
            }
            while text.last == UInt8(ascii: " ") { text.removeLast() }
            text.append(UInt8(ascii: "\n"))
        }
        Console.write(text, to: STDOUT_FILENO)
    }
}

/// A cell's bytes, safe for a terminal, and how many columns they take.
private struct Cell {
    let bytes: [UInt8]
    let columns: Int

    init(_ text: String) {
        let plain = Array(text.utf8)
        // Almost everything is plain ASCII; counting characters is slow.
        if plain.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            bytes = plain
            columns = plain.count
        } else {
            let safe = Printable.line(text)
            bytes = Array(safe.utf8)
            columns = safe.count
        }
    }
}
