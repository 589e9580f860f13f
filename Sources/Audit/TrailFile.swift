/// A whole trail as it travels to whoever checks it with the public key alone.
///
///     vault.trail/v1
///     NAME+ID+BASE64                     the vault's public key (C2SP verifier key)
///     BASE64(entry)                      one a line: AuditEntry.bytes, with its opening or without
///     BASE64(entry) BASE64(note)         where a signed checkpoint is needed
///
/// Checkpoints stand where the sessions' keys change and at the end: the others would prove nothing
/// more.
package enum TrailFile {
    package static let label = "vault.trail/v1"

    package static func heading(_ key: VerifierKey) -> String { "\(label)\n\(key.encoded)\n" }

    package static func line(of entry: AuditEntry, note: String?) -> String {
        let note = note.map { " " + Base64.encode(Array($0.utf8)) } ?? ""
        return Base64.encode(entry.bytes) + note + "\n"
    }

    /// Whether an entry's checkpoint must travel along.
    fileprivate static func needsNote(
        _ entry: AuditEntry, after before: AuditEntry?, before next: AuditEntry?
    ) -> Bool {
        guard let next else { return true }
        let key = entry.ties?.sessionKey
        return key != next.ties?.sessionKey || (before != nil && key != before?.ties?.sessionKey)
    }
}

/// Writes a ``TrailFile`` as entries come by: the line of one is known when the next one is there.
package struct TrailFileWriter {
    private var before: AuditEntry?
    private var waiting: (entry: AuditEntry, isOpened: Bool, note: String)?

    package init() {}

    /// Takes the next entry with its checkpoint, and gives the line of the one before; one that is
    /// not opened travels as its leaf, but in format 1, where the leaf says it all.
    package mutating func add(
        _ entry: AuditEntry, isOpened: Bool, note: String
    ) throws(AuditError) -> String {
        let line = try line(before: entry)
        waiting = (entry, isOpened, note)
        return line
    }

    /// The last line.
    package mutating func finish() throws(AuditError) -> String { try line(before: nil) }

    private mutating func line(before next: AuditEntry?) throws(AuditError) -> String {
        guard let (entry, isOpened, note) = waiting else { return "" }
        let isClosed = entry.isOpen && entry.ties != nil && !isOpened
        let isNeeded = TrailFile.needsNote(entry, after: before, before: next)
        (before, waiting) = (entry, nil)
        return TrailFile.line(
            of: isClosed ? try entry.closed : entry, note: isNeeded ? note : nil)
    }
}

/// Reads a ``TrailFile`` as it goes by and finds everything that is wrong with it.
package struct TrailFileReader {
    /// An entry that tells of a hundred thousand rows has about six million characters.
    private static let longest = 1 << 25

    /// Whom the trail must be of; nil to take the key that it names.
    private let expected: VerifierKey?
    /// Signed checkpoints that were seen earlier.
    private let seen: [[UInt8]]
    private var lines = PassingLines()
    private var headed = false
    private var reading: (key: VerifierKey, verifier: TrailVerifier)?
    private var size: UInt64 = 0

    package init(of expected: VerifierKey?, seen: [[UInt8]]) {
        self.expected = expected
        self.seen = seen
    }

    /// Takes the next bytes and lends each entry that could be read.
    ///
    /// Throws ``AuditError/malformedTrail`` for what is no trail, ``AuditError/otherKey`` for
    /// one of another key, and what ``Checkpoint`` throws for those that were seen earlier.
    package mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ body: (AuditEntry) throws -> Void
    ) throws {
        var passing = lines
        lines = PassingLines()
        defer { lines = passing }
        try passing.add(bytes) { try take($0, body) }
        guard passing.unfinished <= Self.longest else { throw AuditError.malformedTrail }
    }

    private mutating func take(_ line: [UInt8], _ body: (AuditEntry) throws -> Void) throws {
        guard headed else {
            guard line.elementsEqual(TrailFile.label.utf8) else { throw AuditError.malformedTrail }
            headed = true
            return
        }
        guard reading != nil else { return try begin(line) }
        let blank = line.place(of: UInt8(ascii: " "))
        let entry = Base64.decode(line[..<(blank ?? line.endIndex)])
        let note = blank.flatMap { Base64.decode(line[($0 + 1)...]) }
        let isLine = entry != nil && (blank == nil) == (note == nil)
        let number = AuditEntry.number(in: entry ?? []) ?? size
        let read = reading?.verifier.add(
            StoredEntry(
                number: number, leaf: isLine ? .opened(entry ?? []) : .unreadable,
                leafHash: isLine ? nil : [], subtree: nil, checkpoint: note))
        size = max(size, number < .max ? number + 1 : number)
        if let read { try body(read) }
    }

    private mutating func begin(_ line: [UInt8]) throws {
        let key: VerifierKey
        do {
            key = try VerifierKey(encoded: String(decoding: line, as: UTF8.self))
        } catch {
            throw AuditError.malformedTrail
        }
        guard expected == nil || expected == key else { throw AuditError.otherKey }
        let witnesses = try seen.map {
            try Checkpoint(verifying: $0, origin: key.name, key: key.publicKey)
        }
        let verifier = TrailVerifier(
            origin: key.name, key: key.publicKey, witnesses: witnesses)
        reading = (key, verifier)
    }

    /// The report, once the file is through; throws ``AuditError/malformedTrail`` where it has no
    /// entry, or ended in the middle of a line.
    package consuming func finish() throws(AuditError) -> (key: VerifierKey, report: TrailReport) {
        guard lines.unfinished == 0, let reading, size > 0 else { throw .malformedTrail }
        return (reading.key, reading.verifier.finish())
    }
}
