/// One property of a calendar file: `DTSTART;TZID=America/New_York:20261116T090000` (RFC 5545, 3.1).
///
/// Only the name is examined at once. Most properties are not ours to read (descriptions,
/// attachments), so the bytes of the rest may be anything until somebody asks for them.
struct ContentLine {
    /// In bytes, once unfolded.
    static let longest = 64 << 10

    /// The line of the file that the property begins on; the first is 1.
    let line: Int
    /// In capitals.
    let name: String
    private let parameters: [ArraySlice<UInt8>]
    private let value: ArraySlice<UInt8>
    private let isWhole: Bool

    /// Nil unless there is a name of letters, digits and hyphens, and a colon.
    init?(_ bytes: [UInt8], line: Int) {
        let halves = ContentLine.split(bytes[...], at: ":", most: 1)
        guard halves.count == 2 else { return nil }
        let parts = ContentLine.split(halves[0], at: ";")
        name = String(decoding: parts[0], as: UTF8.self).uppercased()
        guard !name.isEmpty,
            name.utf8.allSatisfy({ (48...57) ~= $0 || (65...90) ~= $0 || $0 == 45 })
        else { return nil }
        self.line = line
        parameters = Array(parts.dropFirst())
        value = halves[1]
        isWhole = bytes.count < ContentLine.longest
    }

    /// The value as it stands. Throws if it is too long, not UTF-8, or holds a control character.
    func raw() throws(CalendarError) -> String {
        guard isWhole, let text = String(validating: value, as: UTF8.self),
            text.unicodeScalars.allSatisfy({ !$0.isHidden })
        else { throw .unreadable(line: line) }
        return text
    }

    /// A value in capitals, where capitals don't matter.
    func word() throws(CalendarError) -> String { try raw().uppercased() }

    /// A value of type TEXT, without its backslashes (3.3.11).
    func text() throws(CalendarError) -> String {
        var text = ""
        var escaped = false
        for character in try raw() {
            switch (escaped, character) {
            case (false, "\\"):
                escaped = true
                continue
            case (false, _), (true, "\\"), (true, ","), (true, ";"): text.append(character)
            case (true, "n"), (true, "N"): text.append("\n")
            default: throw .unreadable(line: line)
            }
            escaped = false
        }
        guard !escaped else { throw .unreadable(line: line) }
        return text
    }

    /// A parameter's value without quotation marks; nil if the line does not have it.
    func parameter(_ name: String) throws(CalendarError) -> String? {
        var found: String?
        for parameter in parameters {
            let halves = ContentLine.split(parameter, at: "=", most: 1)
            guard String(decoding: halves[0], as: UTF8.self).uppercased() == name else { continue }
            guard found == nil, halves.count == 2,
                var text = String(validating: halves[1], as: UTF8.self)
            else { throw .unreadable(line: line) }
            if text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
                text = String(text.dropFirst().dropLast())
            }
            found = text
        }
        return found
    }

    /// Parts at this mark wherever it stands outside quotation marks.
    private static func split(
        _ bytes: ArraySlice<UInt8>, at mark: Unicode.Scalar, most: Int = .max
    ) -> [ArraySlice<UInt8>] {
        var quoted = false
        return bytes.split(maxSplits: most, omittingEmptySubsequences: false) { byte in
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            return byte == UInt8(ascii: mark) && !quoted
        }
    }
}

/// The lines of a calendar file, unfolded: a line that begins with a blank or a tab goes on with the
/// one above. A fold may stand within a letter, so these are bytes and not yet text.
struct ContentLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var place: Int
    private var line = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// What is longer than ``ContentLine/longest`` is cut there.
    mutating func next() -> (line: Int, bytes: [UInt8])? {
        guard place < bytes.count else { return nil }
        let start = line + 1
        var content: [UInt8] = []
        while true {
            let end = bytes[place...].firstIndex(of: 10) ?? bytes.count
            let part = bytes[place..<end]
            content += (part.last == 13 ? part.dropLast() : part)
                .prefix(ContentLine.longest - content.count)
            line += 1
            place = Swift.min(end + 1, bytes.count)
            guard place < bytes.count, bytes[place] == 32 || bytes[place] == 9 else {
                return (start, content)
            }
            place += 1
        }
    }
}
