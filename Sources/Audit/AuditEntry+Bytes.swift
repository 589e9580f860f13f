internal import Sealing

/// The bytes of an entry.
///
/// Format 2, the leaf, always of one size: ``CanonicalBytes`` with label `vault.audit.leaf/v2`,
/// then number, time, zone (two's complement), act (filled with zeros to 32 bytes), pseudonym,
/// session key, previous checkpoint, tables, header, storage, commitment. Its opening: label `vault.audit.opening/v1`, then
/// salt, actor, client, record, number of rows, each row's sequence and digest, number of details,
/// each detail's key and value. Numbers are 8 bytes.
///
/// Format 1, written before: label `vault.audit.leaf/v1`, then format, number, time, zone, act,
/// and what now is the opening, the salt last.
extension AuditEntry {
    package static let label = "vault.audit.leaf/v2"
    package static let labelOfFormat1 = "vault.audit.leaf/v1"
    package static let openingLabel = "vault.audit.opening/v1"
    static let saltSize = 32
    static let saltSizeOfFormat1 = 16
    /// The act's width: no word of ``AuditAct`` is longer.
    static let actSize = 32
    /// How long every leaf of format 2 is.
    package static let leafSize = 4 + label.utf8.count + 4 * 12 + (4 + actSize) + 20 + 5 * 36

    /// Everything that is known of the entry: the leaf, and behind it the opening.
    package var bytes: [UInt8] { leaf + (opening ?? []) }

    /// What is hashed into the tree.
    package var leaf: [UInt8] {
        guard let ties, let commitment else { return leafOfFormat1 }
        var leaf = CanonicalBytes(label: Self.label, capacity: Self.leafSize)
        leaf.append(number)
        leaf.append(time)
        leaf.append(UInt64(bitPattern: Int64(zone)))
        let act = Array(act.rawValue.utf8)
        leaf.append(act + [UInt8](repeating: 0, count: Self.actSize - act.count))
        leaf.append(ties.pseudonym)
        leaf.append(ties.sessionKey)
        leaf.append(ties.previous.bytes)
        leaf.append(ties.tables.bytes)
        leaf.append(ties.header.bytes)
        leaf.append(ties.storage)
        leaf.append(commitment.bytes)
        return leaf.bytes
    }

    /// What the leaf commits to; nil where it is not known, and in format 1.
    package var opening: [UInt8]? {
        guard isOpen, ties != nil else { return nil }
        return Self.opening(
            salt: salt, actor: actor, client: client, record: record, rows: rows,
            details: details)
    }

    /// SHA-256(0x00 ‖ ``leaf``), RFC 6962 §2.1.
    package var leafHash: Hash { MerkleTree.leafHash(leaf) }

    /// The part of ``bytes`` that is the leaf, whether or not it can be read.
    package static func leaf(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        isOfFormat2(bytes) ? bytes.prefix(leafSize) : bytes[...]
    }

    /// The number that a leaf says; nil where there is none.
    static func number(in leaf: [UInt8]) -> UInt64? {
        // Behind the label, and behind the format of those that have one, each with its length.
        let place = 4 + label.utf8.count + (isOfFormat2(leaf) ? 4 : 16)
        guard leaf.count >= place + 8 else { return nil }
        return UInt64(octets: leaf[place..<place + 8])
    }

    static func opening(
        salt: [UInt8], actor: String, client: [UInt8], record: [UInt8], rows: [RowDigest],
        details: [Detail]
    ) -> [UInt8] {
        var opening = CanonicalBytes(label: openingLabel)
        opening.append(salt)
        append(
            to: &opening, actor: actor, client: client, record: record, rows: rows,
            details: details)
        return opening.bytes
    }

    private static func append(
        to bytes: inout CanonicalBytes, actor: String, client: [UInt8], record: [UInt8],
        rows: [RowDigest], details: [Detail]
    ) {
        bytes.append(actor)
        bytes.append(client)
        bytes.append(record)
        bytes.append(UInt64(rows.count))
        for row in rows {
            bytes.append(row.sequence)
            bytes.append(row.digest.bytes)
        }
        bytes.append(UInt64(details.count))
        for detail in details {
            bytes.append(detail.key.rawValue)
            bytes.append(detail.value)
        }
    }

    private var leafOfFormat1: [UInt8] {
        var leaf = CanonicalBytes(label: Self.labelOfFormat1)
        leaf.append(1)
        leaf.append(number)
        leaf.append(time)
        leaf.append(UInt64(bitPattern: Int64(zone)))
        leaf.append(act.rawValue)
        Self.append(
            to: &leaf, actor: actor, client: client, record: record, rows: rows,
            details: details)
        leaf.append(salt)
        return leaf.bytes
    }
}

extension AuditEntry {
    /// Reads an entry, open or closed; throws ``AuditError/malformedEntry`` for anything that
    /// ``bytes`` would not have written: an unknown format, act or key, a wrong order, a field too
    /// many, an opening that the leaf does not commit to.
    package init(bytes: [UInt8]) throws(AuditError) {
        do {
            self = try Self.isOfFormat2(bytes) ? Self.read(bytes) : Self.readFormat1(bytes)
        } catch {
            throw .malformedEntry
        }
    }

    private static let labelField = CanonicalBytes(label: label).bytes

    private static func isOfFormat2(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: labelField)
    }

    private static func read(_ bytes: [UInt8]) throws -> AuditEntry {
        var leaf = try CanonicalReader(
            bytes, in: 0..<min(leafSize, bytes.count), label: label)
        let number = try leaf.number()
        let time = try leaf.number()
        let zone = Int(Int64(bitPattern: try leaf.number()))
        let word = try leaf.field()
        let letters = word.prefix { $0 != 0 }
        guard word.count == actSize, word[letters.endIndex...].allSatisfy({ $0 == 0 }),
            let act = AuditAct(rawValue: String(decoding: letters, as: UTF8.self))
        else { throw AuditError.malformedEntry }
        let ties = Ties(
            pseudonym: try leaf.field(), sessionKey: try leaf.field(),
            previous: try Hash(try leaf.field()), tables: try Hash(try leaf.field()),
            header: try Hash(try leaf.field()), storage: try leaf.number())
        let commitment = try Hash(try leaf.field())
        try leaf.finish()
        guard bytes.count > leafSize else {
            return try AuditEntry(
                number: number, time: time, zone: zone, act: act, ties: ties,
                commitment: commitment)
        }
        guard Hash(of: bytes[leafSize...]) == commitment else { throw AuditError.malformedEntry }
        var opening = try CanonicalReader(bytes, in: leafSize..<bytes.count, label: openingLabel)
        let salt = try opening.field()
        let said = try Said(&opening)
        try opening.finish()
        return try AuditEntry(
            number: number, time: time, zone: zone, act: act, ties: ties, actor: said.actor,
            client: said.client, record: said.record, rows: said.rows, details: said.details,
            salt: salt, read: commitment)
    }

    private static func readFormat1(_ bytes: [UInt8]) throws -> AuditEntry {
        var leaf = try CanonicalReader(bytes, label: labelOfFormat1)
        guard try leaf.number() == 1 else { throw AuditError.malformedEntry }
        let number = try leaf.number()
        let time = try leaf.number()
        let zone = Int(Int64(bitPattern: try leaf.number()))
        guard let act = AuditAct(rawValue: try leaf.text()) else {
            throw AuditError.malformedEntry
        }
        let said = try Said(&leaf)
        let salt = try leaf.field()
        try leaf.finish()
        let entry = try AuditEntry(
            number: number, time: time, zone: zone, act: act, actor: said.actor,
            client: said.client, record: said.record, rows: said.rows, details: said.details,
            salt: salt)
        guard entry.leaf == bytes else { throw AuditError.malformedEntry }
        return entry
    }

    /// The fields that both formats have in the same order.
    private struct Said {
        let actor: String
        let client: [UInt8]
        let record: [UInt8]
        var rows: [RowDigest] = []
        var details: [Detail] = []

        init(_ reader: inout CanonicalReader) throws {
            actor = try reader.text()
            client = try reader.field()
            record = try reader.field()
            // A hostile count ends the loop when the bytes run out, not the memory.
            for _ in 0..<(try reader.number()) {
                rows.append(
                    RowDigest(
                        sequence: try reader.number(), digest: try Hash(try reader.field())))
            }
            for _ in 0..<(try reader.number()) {
                guard let key = AuditDetail(rawValue: try reader.text()) else {
                    throw AuditError.malformedEntry
                }
                details.append(Detail(key, try reader.text()))
            }
        }
    }
}
