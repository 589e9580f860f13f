internal import Sealing

extension AuditEntry {
    package static let label = "vault.audit.leaf/v1"

    /// The leaf: what is hashed into the tree and sealed in the store.
    ///
    /// ``CanonicalBytes`` with label `vault.audit.leaf/v1`, then format, number, time, zone
    /// (two's complement), act, actor, client, record, number of rows, each row's sequence and
    /// digest, number of details, each detail's key and value, salt. Numbers are 8 bytes.
    package var bytes: [UInt8] {
        var leaf = CanonicalBytes(label: Self.label)
        leaf.append(Self.format)
        leaf.append(number)
        leaf.append(time)
        leaf.append(UInt64(bitPattern: Int64(zone)))
        leaf.append(act.rawValue)
        leaf.append(actor)
        leaf.append(client)
        leaf.append(record)
        leaf.append(UInt64(rows.count))
        for row in rows {
            leaf.append(row.sequence)
            leaf.append(row.digest.bytes)
        }
        leaf.append(UInt64(details.count))
        for detail in details {
            leaf.append(detail.key.rawValue)
            leaf.append(detail.value)
        }
        leaf.append(salt)
        return leaf.bytes
    }

    /// SHA-256(0x00 ‖ ``bytes``), RFC 6962 §2.1.
    package var leafHash: Hash { MerkleTree.leafHash(bytes) }

    /// Reads a leaf; throws ``AuditError/malformedEntry`` for anything that ``bytes`` would not
    /// have written: an unknown format, act or key, a wrong order, a field too many.
    package init(bytes: [UInt8]) throws(AuditError) {
        let entry: AuditEntry
        do {
            entry = try Self.read(bytes)
        } catch {
            throw .malformedEntry
        }
        guard entry.bytes == bytes else { throw .malformedEntry }
        self = entry
    }

    private static func read(_ bytes: [UInt8]) throws -> AuditEntry {
        var leaf = try CanonicalReader(bytes, label: label)
        guard try leaf.number() == format else { throw AuditError.malformedEntry }
        let number = try leaf.number()
        let time = try leaf.number()
        let zone = Int(Int64(bitPattern: try leaf.number()))
        guard let act = AuditAct(rawValue: try leaf.text()) else {
            throw AuditError.malformedEntry
        }
        let actor = try leaf.text()
        let client = try leaf.field()
        let record = try leaf.field()
        var rows: [RowDigest] = []
        // A hostile count ends the loop when the bytes run out, not the memory.
        for _ in 0..<(try leaf.number()) {
            rows.append(
                RowDigest(sequence: try leaf.number(), digest: try Hash(try leaf.field())))
        }
        var details: [Detail] = []
        for _ in 0..<(try leaf.number()) {
            guard let key = AuditDetail(rawValue: try leaf.text()) else {
                throw AuditError.malformedEntry
            }
            details.append(Detail(key, try leaf.text()))
        }
        let salt = try leaf.field()
        try leaf.finish()
        return try AuditEntry(
            number: number, time: time, zone: zone, act: act, actor: actor, client: client,
            record: record, rows: rows, details: details, salt: salt)
    }
}
