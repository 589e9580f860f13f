/// Reads a CSV text field by field, counts its lines, and notes what is wrong on each.
struct CSVReader {
    private static let quote = UInt8(ascii: "\"")
    private static let mostProblems = 100

    private(set) var problems: [CSVError] = []
    /// Nil when the first line has both semicolons and tabs, and no comma to decide.
    private(set) var separator: CSVTable.Separator?
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    /// How many problems there were before the row that was read last.
    private var problemsBefore = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        skipEmptyLines()
        var (hasComma, hasSemicolon, hasTab) = (false, false, false)
        var quoted = false
        for byte in bytes[place...] {
            if byte == CSVReader.quote { quoted.toggle() }
            if quoted { continue }
            if CSVReader.isBreak(byte) || hasComma { break }
            hasComma = byte == CSVTable.Separator.comma.rawValue
            if byte == CSVTable.Separator.semicolon.rawValue { hasSemicolon = true }
            if byte == CSVTable.Separator.tab.rawValue { hasTab = true }
        }
        if hasComma || !(hasSemicolon || hasTab) {
            separator = .comma
        } else if !(hasSemicolon && hasTab) {
            separator = hasTab ? .tab : .semicolon
        }
        if separator == nil { report(.separatorUnclear(line: line)) }
    }

    var isFull: Bool { problems.count >= CSVReader.mostProblems }

    mutating func report(_ problem: CSVError) {
        if !isFull { problems.append(problem) }
    }

    /// The next line that has something on it, with the lines that its quoted fields go on to.
    /// Holds at most one field more than the limit on columns; nil at the end.
    mutating func row() -> CSVTable.Row? {
        skipEmptyLines()
        guard place < bytes.count else { return nil }
        problemsBefore = problems.count
        let start = line
        var fields: [String] = []
        repeat {
            let field = self.field()
            if fields.count <= CSVTable.mostColumns { fields.append(field) }
        } while take(separator?.rawValue)
        return CSVTable.Row(line: start, fields: fields)
    }

    /// Reports what a first line must not have: too many names, an empty one, the same one twice.
    mutating func checkColumns(_ columns: [String], at line: Int) {
        guard problems.count == problemsBefore else { return }
        if columns.count > CSVTable.mostColumns { return report(.tooManyColumns(line: line)) }
        var seen: Set<String> = []
        for (index, name) in columns.enumerated() {
            if name.isEmpty {
                report(.unnamedColumn(line: line, column: index + 1))
            } else if !seen.insert(name.lowercased()).inserted {
                report(.repeatedColumn(line: line, column: index + 1))
            }
        }
    }

    /// Where a field itself is at fault, the number of fields says nothing.
    mutating func checkCount(of row: CSVTable.Row, columns: Int) {
        guard problems.count == problemsBefore else { return }
        if row.fields.count < columns { report(.tooFewFields(line: row.line)) }
        if row.fields.count > columns { report(.tooManyFields(line: row.line)) }
    }

    private mutating func field() -> String {
        let start = line
        guard take(CSVReader.quote) else {
            let content = upToEnd()
            if content.contains(CSVReader.quote) { report(.quoteInsideField(line: start)) }
            return text(content, from: start)
        }
        var content: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            step()
            if byte == CSVReader.quote, !take(CSVReader.quote) {
                if !upToEnd().isEmpty { report(.textAfterQuote(line: line)) }
                return text(content[...], from: start)
            }
            // One byte over the limit is enough to know.
            if content.count <= CSVTable.longestField { content.append(byte) }
        }
        report(.unclosedQuote(line: start))
        return ""
    }

    private mutating func text(_ content: ArraySlice<UInt8>, from start: Int) -> String {
        guard content.count <= CSVTable.longestField else {
            report(.fieldTooLong(line: start))
            return ""
        }
        let text = String(decoding: content, as: UTF8.self)
        var line = start
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" {
                line += scalar == "\n" && last == "\r" ? 0 : 1
            } else if scalar.isHidden {
                report(.hiddenCharacter(line: line))
                break
            }
            last = scalar
        }
        return text
    }

    /// What stands before the next separator or line break.
    private mutating func upToEnd() -> ArraySlice<UInt8> {
        let start = place
        let mark = separator?.rawValue
        place = bytes[place...].firstIndex { $0 == mark || CSVReader.isBreak($0) } ?? bytes.count
        return bytes[start..<place]
    }

    /// Steps over this byte if it comes next.
    private mutating func take(_ byte: UInt8?) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        step()
        return true
    }

    /// One byte further; a line ends with LF, CRLF, or CR alone.
    private mutating func step() {
        let byte = bytes[place]
        place += 1
        if byte == 10 || (byte == 13 && !(place < bytes.count && bytes[place] == 10)) { line += 1 }
    }

    private mutating func skipEmptyLines() {
        while place < bytes.count, CSVReader.isBreak(bytes[place]) { step() }
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
}
