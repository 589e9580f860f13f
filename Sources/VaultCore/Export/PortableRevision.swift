internal import Documents
internal import Sealing

/// A revision of a record as a line of `records.jsonl`: what another vault needs to have it again.
///
/// A JSON object whose last member `body` is the record's own JSON, byte for byte; so the line, and
/// with it the file's digest, is the same from whichever vault it comes. An attached file has its
/// title, type, size and SHA-256 for a body, and `file` names where its bytes lie.
struct PortableRevision: Equatable {
    var record: RecordID
    var owner: RecordID
    var revision: UInt64
    var header: RecordHeader
    var file: String?
    var body: [UInt8]

    /// What is portable of an attached file's record.
    struct AttachedFile: Codable, Equatable {
        var title: String
        var mediaType: String
        var bytes: Int
        var digest: String
    }

    private struct Head: Codable {
        var record: RecordID
        var owner: RecordID
        var revision: UInt64
        var type: String
        var number: UInt64
        var state: String?
        var day: String
        var label: String
        var parent: RecordID?
        var writtenAt: UInt64
        var facts: [[String]]
        var file: String?
    }

    /// Ends in a newline.
    func line() throws -> [UInt8] {
        let head = Head(
            record: record, owner: owner, revision: revision, type: header.type.rawValue,
            number: header.number, state: header.state?.rawValue, day: header.day,
            label: header.label, parent: header.parent, writtenAt: header.writtenAt,
            facts: header.facts.all.map { [$0.fact.rawValue, $0.text] }, file: file)
        // JSON has no raw line break within a value, and ours none between them.
        guard !body.contains(UInt8(ascii: "\n")) else {
            throw VaultError.damaged("a record is not in a form this program knows")
        }
        return try JSON.bytes(head).dropLast() + Self.beforeBody + body + Array("}\n".utf8)
    }

    private struct AnyValue: Decodable {
        init(from decoder: any Decoder) {}
    }

    /// No practice has as many records of one type.
    private static let mostNumbers: UInt64 = 1 << 31

    private static let beforeBody = Array(",\"body\":".utf8)

    /// Reads a line without its newline; throws ``TakeOverError/unknownForm`` for anything that
    /// ``line()`` would not have written.
    init(line: [UInt8]) throws {
        do {
            // Within a JSON string a quotation mark is escaped, so this stands nowhere before it.
            guard let place = line.firstRange(of: Self.beforeBody), line.last == UInt8(ascii: "}")
            else { throw TakeOverError.unknownForm }
            let head = try JSON.value(
                Head.self, from: line[..<place.lowerBound] + [UInt8(ascii: "}")])
            guard let type = RecordType(rawValue: head.type),
                (1...Self.mostNumbers).contains(head.number), head.revision >= 1,
                head.day.isEmpty || Day(iso: head.day) != nil
            else { throw TakeOverError.unknownForm }
            var header = RecordHeader(
                type: type, number: head.number, state: head.state.flatMap(DocumentState.init),
                day: head.day, label: head.label, parent: head.parent, writtenAt: head.writtenAt)
            for fact in head.facts {
                guard fact.count == 2, let word = RecordFact(rawValue: fact[0]) else {
                    throw TakeOverError.unknownForm
                }
                // One of each, in order, none empty; anything else is another line than ours.
                header.facts[word] = fact[1]
            }
            self.init(
                record: head.record, owner: head.owner, revision: head.revision, header: header,
                file: head.file, body: Array(line[place.upperBound...].dropLast()))
            // Whatever the type makes of it later, it is JSON.
            _ = try JSON.value(AnyValue.self, from: body)
            guard try self.line() == line + [UInt8(ascii: "\n")] else {
                throw TakeOverError.unknownForm
            }
        } catch {
            throw TakeOverError.unknownForm
        }
    }

    init(
        record: RecordID, owner: RecordID, revision: UInt64, header: RecordHeader, file: String?,
        body: [UInt8]
    ) {
        self.record = record
        self.owner = owner
        self.revision = revision
        self.header = header
        self.file = file
        self.body = body
    }
}
