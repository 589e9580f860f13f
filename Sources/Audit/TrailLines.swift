/// A whole trail as a text, one entry a line: the Base64 of its bytes (``AuditEntry/bytes``).
///
/// It travels with everything that leaves for good. Read as it goes by, so that a long one takes no
/// memory; whether it is the signed one shows its ``frontier`` at the end.
package struct TrailLines {
    /// An entry that tells of a hundred thousand rows has about six million characters.
    private static let longest = 1 << 25

    package private(set) var frontier = Frontier()
    private var lines = PassingLines()

    package init() {}

    /// An entry as a line.
    package static func line(of entry: AuditEntry) -> String {
        Base64.encode(entry.bytes) + "\n"
    }

    /// Takes the next bytes and lends each entry that is complete with them. Throws
    /// ``AuditError/malformedEntry`` for what is no line of ``line(of:)``, or is out of its order.
    package mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ body: (AuditEntry) throws -> Void
    ) throws {
        var frontier = frontier
        defer { self.frontier = frontier }
        try lines.add(bytes) { line in
            guard let leaf = Base64.decode(line) else { throw AuditError.malformedEntry }
            let entry = try AuditEntry(bytes: leaf)
            guard entry.number == frontier.size else { throw AuditError.malformedEntry }
            frontier.append(entry.leafHash)
            try body(entry)
        }
        guard lines.unfinished <= Self.longest else { throw AuditError.malformedEntry }
    }

    package var isAtEnd: Bool { lines.unfinished == 0 }

    /// Whether nothing is left over and this is the trail that the checkpoint was signed over.
    package func leads(to checkpoint: Checkpoint) -> Bool {
        isAtEnd && frontier.size == checkpoint.size && frontier.root == checkpoint.root
    }
}
