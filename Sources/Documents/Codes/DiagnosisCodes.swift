/// The diagnoses of ICD-10-CM that a psychotherapist codes from, looked up in the text of one
/// release.
///
/// The text is a line for each code (code, 1 if complete, title, inclusion terms; tabs between),
/// sorted, after a line on the release and one on what it covers. Nothing is read before it is
/// asked for: opening the program costs two lines. The titles are those of the United States
/// release, not those of the DSM, which are not free.
package struct DiagnosisCodes: Equatable, Sendable {
    /// As a person calls it: ICD-10-CM, April 2026.
    package let release: String
    /// The first day on which these codes are to be used.
    package let effectiveFrom: Day
    package let source: String
    /// What codes begin with that are in the table; of all others only the form can be judged.
    package let covered: [String]
    private let lines: ArraySlice<UInt8>

    package struct Code: Equatable, Sendable {
        package let code: String
        package let title: String
        /// Complete; a code that is not needs more digits.
        package let isLeaf: Bool
    }

    package enum Verdict: Equatable, Sendable {
        case valid(Code)
        /// Needs more digits: the complete codes under it, as far as they are covered.
        case category(Code, leaves: [Code])
        /// Not in this release; the codes it may have been meant to be, likeliest first.
        case unknown(nearest: [Code])
        /// Beyond what the table covers: the form is right, and nothing else was checked.
        case notCovered
    }

    /// Nil unless the text begins with a release and what it covers.
    package init?(bytes: [UInt8]) {
        guard let release = DiagnosisCodes.head("#release", of: bytes[...]),
            release.fields.count == 3, let day = Day(iso: release.fields[1]),
            let covers = DiagnosisCodes.head("#covers", of: release.rest), !covers.fields.isEmpty
        else { return nil }
        self.release = release.fields[0]
        effectiveFrom = day
        source = release.fields[2]
        covered = covers.fields
        lines = covers.rest
    }

    package func title(of code: String) -> String? { row(of: code.uppercased())?.value.title }

    package func verdict(on code: String) -> Verdict {
        let code = code.uppercased()
        if let found = row(of: code)?.value {
            guard !found.isLeaf else { return .valid(found) }
            return .category(found, leaves: leaves { $0.code.hasPrefix(code) })
        }
        if DiagnosisCodes.isFormed(code), !covered.contains(where: code.hasPrefix) {
            return .notCovered
        }
        return .unknown(nearest: nearest(to: code))
    }

    /// A letter, a digit, a letter or digit; then a point and one to four letters or digits.
    package static func isFormed(_ code: String) -> Bool {
        let signs = Array(code.utf8)
        let isDigit = { (sign: UInt8) in (48...57).contains(sign) }
        let isLetter = { (sign: UInt8) in (65...90).contains(sign) }
        guard signs.count == 3 || (5...8).contains(signs.count), isLetter(signs[0]),
            isDigit(signs[1]), signs.count == 3 || signs[3] == UInt8(ascii: ".")
        else { return false }
        return (signs[2...2] + signs.dropFirst(4)).allSatisfy { isDigit($0) || isLetter($0) }
    }

    /// Complete codes of the same category, those that agree longest first; if there is no such
    /// category, those that differ in one character.
    private func nearest(to code: String) -> [Code] {
        guard (3...8).contains(code.utf8.count) else { return [] }
        let near = leaves { $0.code.hasPrefix(code.prefix(3)) }
        return (near.isEmpty ? leaves { EditDistance.between($0.code, code) == 1 } : near)
            .map { leaf in
                let agreeing = zip(leaf.code, code).prefix { $0 == $1 }.count
                return (leaf, (-agreeing, EditDistance.between(leaf.code, code), leaf.code))
            }
            .sorted { $0.1 < $1.1 }.prefix(6).map(\.0)
    }

    private func leaves(where fits: (Code) -> Bool) -> [Code] {
        var found: [Code] = []
        forEachRow { row in
            if row.isLeaf, fits(row.value) { found.append(row.value) }
        }
        return found
    }

    private func row(of code: String) -> Row? {
        var found: Row?
        let wanted = Array(code.utf8)
        forEachRow { row in
            if row.code.elementsEqual(wanted) { found = row }
        }
        return found
    }
}

extension DiagnosisCodes {
    /// One line, not yet made into texts.
    struct Row {
        let code: ArraySlice<UInt8>
        let isLeaf: Bool
        let title: ArraySlice<UInt8>
        let terms: ArraySlice<UInt8>

        var value: Code {
            Code(
                code: String(decoding: code, as: UTF8.self),
                title: String(decoding: title, as: UTF8.self), isLeaf: isLeaf)
        }
    }

    /// Every line in order; a line that is not one of a code is passed over.
    func forEachRow(_ body: (Row) -> Void) {
        var rest = lines
        while !rest.isEmpty {
            let (line, after) = DiagnosisCodes.cut(rest, at: UInt8(ascii: "\n"))
            rest = after
            let (code, afterCode) = DiagnosisCodes.cut(line, at: UInt8(ascii: "\t"))
            let (leaf, afterLeaf) = DiagnosisCodes.cut(afterCode, at: UInt8(ascii: "\t"))
            let (title, terms) = DiagnosisCodes.cut(afterLeaf, at: UInt8(ascii: "\t"))
            guard !code.isEmpty, !title.isEmpty else { continue }
            body(
                Row(
                    code: code, isLeaf: leaf.elementsEqual([UInt8(ascii: "1")]), title: title,
                    terms: terms))
        }
    }

    private static func head(
        _ name: String, of bytes: ArraySlice<UInt8>
    ) -> (fields: [String], rest: ArraySlice<UInt8>)? {
        let (line, rest) = cut(bytes, at: UInt8(ascii: "\n"))
        let fields = String(decoding: line, as: UTF8.self).split(separator: "\t").map(String.init)
        return fields.first == name ? (Array(fields.dropFirst()), rest) : nil
    }

    private static func cut(
        _ bytes: ArraySlice<UInt8>, at mark: UInt8
    ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        guard let place = bytes.firstIndex(of: mark) else {
            return (bytes, bytes[bytes.endIndex...])
        }
        return (bytes[..<place], bytes[(place + 1)...])
    }
}
