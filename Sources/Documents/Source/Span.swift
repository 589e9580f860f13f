/// A stretch of one source entry, in UTF-8 bytes.
package struct Span: Codable, Hashable, Sendable {
    package let entry: String
    package let start: Int
    package let end: Int

    package init(entry: String, start: Int, end: Int) {
        self.entry = entry
        self.start = start
        self.end = end
    }

    init(entry: String, _ range: Range<Int>) {
        self.init(entry: entry, start: range.lowerBound, end: range.upperBound)
    }
}
