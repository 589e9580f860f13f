/// The lines of a text that goes by in parts of any size.
package struct PassingLines {
    private var line: [UInt8] = []

    package init() {}

    /// How long the line is that is not complete yet; 0 at the end of a whole text. Whoever reads
    /// what others wrote keeps it within bounds.
    package var unfinished: Int { line.count }

    /// Takes the next bytes and lends each line that is complete with them, without its end.
    package mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ body: ([UInt8]) throws -> Void
    ) throws {
        var rest = bytes
        while let end = rest.place(of: UInt8(ascii: "\n")) {
            line.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<end]))
            rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
            try body(line)
            line.removeAll(keepingCapacity: true)
        }
        line.append(contentsOf: rest)
    }
}
