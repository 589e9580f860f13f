internal import Documents
internal import GRDB
internal import Sealing

/// The newest revision of every record as one sealed file, so that a list opens one envelope
/// instead of thousands.
///
/// Kept in the state folder under the practice's key, bound to the signed checkpoint of the trail it
/// was made at: it counts only where the present file carries that very checkpoint, and rows after
/// it are read from the file. Losing it costs a slower list. `vault verify` never looks at it.
struct SummarySnapshot {
    /// The checkpoint's signed note at the moment of making.
    var note: String
    /// The number of that entry.
    var entry: Int64
    /// All rows up to this one are covered.
    var sequence: Int64
    var all: [RecordSummary]

    /// Nothing is covered yet.
    static let empty = SummarySnapshot(note: "", entry: -1, sequence: .min, all: [])

    /// More rows than this after a snapshot are worth the next one.
    static let stale = 64

    /// A word is kept as its place among all words, so another list of words is another format.
    private static let label =
        (["vault.summaries/v3"] + types.map(\.rawValue) + states.map(\.rawValue)
        + facts.map(\.rawValue)).joined(separator: " ")

    init(note: String, entry: Int64, sequence: Int64, all: [RecordSummary]) {
        self.note = note
        self.entry = entry
        self.sequence = sequence
        self.all = all
    }

    /// Label, note, entry, sequence, then all summaries in one field of fixed and short parts.
    var bytes: [UInt8] {
        var encoder = CanonicalBytes(label: Self.label, capacity: 128 * all.count + 512)
        encoder.append(note)
        encoder.append(UInt64(bitPattern: entry))
        encoder.append(UInt64(bitPattern: sequence))
        var packed = PackedWriter(capacity: 128 * all.count)
        for summary in all {
            let header = summary.header
            packed.append(summary.record.bytes)
            packed.append(summary.owner.bytes)
            packed.append(summary.revision)
            packed.append(UInt64(bitPattern: summary.sequence))
            packed.append(header.number)
            packed.append(header.writtenAt)
            packed.append([
                Self.code(header.type, Self.types), Self.code(header.state, Self.states),
            ])
            packed.appendShort(Array(header.day.utf8))
            packed.appendShort(Array(header.label.utf8))
            packed.append([header.parent == nil ? 0 : 1])
            if let parent = header.parent { packed.append(parent.bytes) }
            packed.append([UInt8(header.facts.count)])
            for (fact, text) in header.facts.all {
                packed.append([Self.code(fact, Self.facts)])
                packed.appendShort(Array(text.utf8))
            }
        }
        encoder.append(packed.bytes)
        return encoder.bytes
    }

    init(bytes: [UInt8]) throws(SealingError) {
        var reader = try CanonicalReader(bytes, label: Self.label)
        note = try reader.text()
        entry = Int64(bitPattern: try reader.number())
        sequence = Int64(bitPattern: try reader.number())
        let packed = try reader.field()
        try reader.finish()
        all = []
        all.reserveCapacity(packed.count / 96)
        var part = PackedReader(packed)
        // Records of a type mostly share their label; a shared one is not made anew.
        var labels = Self.types.map { _ in "" }
        while !part.isAtEnd {
            let record = try part.record()
            let owner = try part.record()
            let revision = try part.number()
            let sequence = Int64(bitPattern: try part.number())
            let number = try part.number()
            let writtenAt = try part.number()
            let type = Int(try part.byte()) - 1
            let state = Int(try part.byte()) - 1
            guard Self.types.indices.contains(type), state < Self.states.count else {
                throw .malformed
            }
            let day = try part.shortText()
            labels[type] = try part.shortText(unless: labels[type])
            all.append(
                RecordSummary(
                    record: record, owner: owner, revision: revision, sequence: sequence,
                    header: RecordHeader(
                        type: Self.types[type], number: number,
                        state: state < 0 ? nil : Self.states[state], day: day,
                        label: labels[type], parent: try part.byte() == 0 ? nil : part.record(),
                        writtenAt: writtenAt, facts: try Self.facts(&part))))
        }
    }

    fileprivate static let types = RecordType.allCases
    fileprivate static let states = DocumentState.allCases
    fileprivate static let facts = RecordFact.allCases
}

extension SummarySnapshot {
    private static func facts(
        _ part: inout PackedReader
    ) throws(SealingError) -> RecordFacts {
        let count = Int(try part.byte())
        var facts = RecordFacts(capacity: count)
        for _ in 0..<count {
            let fact = Int(try part.byte()) - 1
            guard Self.facts.indices.contains(fact) else { throw .malformed }
            facts.append(Self.facts[fact], try part.shortText())
        }
        return facts
    }

    /// A case's place among its kind, from 1; 0 is none.
    private static func code<T: Equatable>(_ value: T?, _ all: [T]) -> UInt8 {
        guard let value, let place = all.firstIndex(of: value) else { return 0 }
        return UInt8(place + 1)
    }
}

/// Fixed numbers and mostly short parts, one after the other: a part's length takes one byte, or
/// 255 and eight more.
private struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func append(_ part: [UInt8]) { bytes += part }

    mutating func append(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func appendShort(_ part: [UInt8]) {
        bytes.append(UInt8(min(part.count, 255)))
        if part.count >= 255 { append(UInt64(part.count)) }
        bytes += part
    }
}

private struct PackedReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func record() throws(SealingError) -> RecordID {
        guard let id = try range(16).withUnsafeBytes(RecordID.init(rawBytes:)) else {
            throw .malformed
        }
        return id
    }

    mutating func number() throws(SealingError) -> UInt64 {
        let part = try range(8)
        return part.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
    }

    mutating func byte() throws(SealingError) -> UInt8 {
        guard offset < bytes.count else { throw .malformed }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Bytes that were sealed as text; what is no text in them would be shown as �.
    mutating func shortText() throws(SealingError) -> String {
        Self.text(try shortRange())
    }

    /// The same; gives `known` back if it is that.
    mutating func shortText(unless known: String) throws(SealingError) -> String {
        let part = try shortRange()
        return known.utf8.elementsEqual(part) ? known : Self.text(part)
    }

    private static func text(_ part: ArraySlice<UInt8>) -> String {
        String(unsafeUninitializedCapacity: part.count) { target in
            part.withUnsafeBufferPointer { source in
                _ = target.update(fromContentsOf: source)
            }
            return part.count
        }
    }

    private mutating func shortRange() throws(SealingError) -> ArraySlice<UInt8> {
        let count = try byte()
        return try range(count < 255 ? Int(count) : Int(clamping: try number()))
    }

    private mutating func range(_ count: Int) throws(SealingError) -> ArraySlice<UInt8> {
        guard bytes.count - offset >= count else { throw .malformed }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }
}

extension Vault {
    private var snapshotContext: SealContext {
        keys.context("summaries", record: [], owner: KeyRing.practice, revision: 1)
    }

    /// The kept snapshot, if there is one and it is of this very trail.
    func snapshot(_ database: Database) throws -> SummarySnapshot? {
        guard let sealed = try state.snapshot() else { return nil }
        let kept: SummarySnapshot
        do {
            kept = try SummarySnapshot(
                bytes: try Envelope.open(sealed, with: keys.practiceKey, for: snapshotContext))
        } catch {
            // Another version's, or damaged: it is only a copy, and is made anew.
            return nil
        }
        let row = try Row.fetchOne(
            database, sql: "SELECT checkpoint FROM audit_entry WHERE number = ?",
            arguments: [kept.entry])
        guard let row, try row.text(0) == kept.note else { return nil }
        // One that still tells of a destroyed client counts for nothing.
        let isWhole = kept.all.allSatisfy {
            $0.header.type != .client || keys.holds(keyOf: $0.owner.bytes)
        }
        return isWhole ? kept : nil
    }

    /// Keeps a snapshot. A full or read-only disk only means that the next list is slower.
    func keepSnapshot(_ summaries: [RecordSummary], through sequence: Int64, _ database: Database) {
        do {
            let row = try Row.fetchOne(
                database,
                sql: "SELECT number, checkpoint FROM audit_entry ORDER BY number DESC LIMIT 1")
            guard let row else { return }
            let snapshot = SummarySnapshot(
                note: try row.text(1), entry: try row.number(0), sequence: sequence,
                all: summaries)
            let sealed = try Envelope.seal(
                snapshot.bytes, with: keys.practiceKey, for: snapshotContext)
            try state.keepSnapshot(sealed)
        } catch {
            return
        }
    }
}
