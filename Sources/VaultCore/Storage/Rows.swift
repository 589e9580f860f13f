internal import GRDB
internal import Sealing

/// A row of `revision` with its body when it was asked for, still sealed.
struct RevisionRow {
    var sequence: Int64
    var record: [UInt8]
    var revision: Int64
    var owner: [UInt8]
    var header: [UInt8]
    var body: [UInt8]?

    init(
        sequence: Int64, record: [UInt8], revision: Int64, owner: [UInt8], header: [UInt8],
        body: [UInt8]?
    ) {
        self.sequence = sequence
        self.record = record
        self.revision = revision
        self.owner = owner
        self.header = header
        self.body = body
    }

    init(_ row: Row) throws {
        sequence = try row.number(0)
        record = try row.bytes(1)
        revision = try row.number(2)
        owner = try row.bytes(3)
        header = try row.bytes(4)
        body = row.count > 5 ? try row.optionalBytes(5) : nil
    }

    /// What the audit leaf says of this row: SHA-256 over every column, with a label.
    var digest: [UInt8] {
        var encoder = CanonicalBytes(label: "vault.row.revision/v1")
        encoder.append(UInt64(bitPattern: sequence))
        encoder.append(record)
        encoder.append(UInt64(bitPattern: revision))
        encoder.append(owner)
        encoder.append(header)
        encoder.append(body ?? [])
        return Digest.sha256(encoder.bytes)
    }
}

/// A row of `owner_key`, sealed.
struct OwnerKeyRow {
    var sequence: Int64
    var owner: [UInt8]
    var sealed: [UInt8]

    init(sequence: Int64, owner: [UInt8], sealed: [UInt8]) {
        self.sequence = sequence
        self.owner = owner
        self.sealed = sealed
    }

    init(_ row: Row) throws {
        sequence = try row.number(0)
        owner = try row.bytes(1)
        sealed = try row.bytes(2)
    }

    var digest: [UInt8] {
        var encoder = CanonicalBytes(label: "vault.row.owner-key/v1")
        encoder.append(UInt64(bitPattern: sequence))
        encoder.append(owner)
        encoder.append(sealed)
        return Digest.sha256(encoder.bytes)
    }
}

/// A row of `psychotherapy_note`, sealed.
struct PsychotherapyRow {
    var sequence: Int64
    var record: [UInt8]
    /// 0 for a client's key, under the client's own id.
    var revision: Int64
    var owner: [UInt8]
    var sealed: [UInt8]

    init(sequence: Int64, record: [UInt8], revision: Int64, owner: [UInt8], sealed: [UInt8]) {
        self.sequence = sequence
        self.record = record
        self.revision = revision
        self.owner = owner
        self.sealed = sealed
    }

    init(_ row: Row) throws {
        sequence = try row.number(0)
        record = try row.bytes(1)
        revision = try row.number(2)
        owner = try row.bytes(3)
        sealed = try row.bytes(4)
    }

    static func all(_ database: Database) throws -> [PsychotherapyRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT sequence, record, revision, owner, sealed FROM psychotherapy_note
                ORDER BY sequence
                """
        ).map(PsychotherapyRow.init)
    }

    var digest: [UInt8] {
        var encoder = CanonicalBytes(label: "vault.row.psychotherapy-note/v1")
        encoder.append(UInt64(bitPattern: sequence))
        encoder.append(record)
        encoder.append(UInt64(bitPattern: revision))
        encoder.append(owner)
        encoder.append(sealed)
        return Digest.sha256(encoder.bytes)
    }
}

/// A row of `audit_entry`.
struct AuditRow {
    var number: Int64
    var leafHash: [UInt8]
    var subtree: [UInt8]
    var sealed: [UInt8]
    var checkpoint: String
    /// What the entry says beyond its leaf, sealed; nil in format 1.
    var opening: [UInt8]?

    static let columns = "number, leaf_hash, subtree, sealed, checkpoint, opening"

    init(_ row: Row) throws { try self.init(row, checkpoint: try row.text(4)) }

    init(_ row: Row, checkpoint: String) throws {
        number = try row.number(0)
        guard number >= 0 else { throw VaultError.damaged("an audit entry's number") }
        leafHash = try row.bytes(1)
        subtree = try row.bytes(2)
        sealed = try row.bytes(3)
        self.checkpoint = checkpoint
        opening = try row.optionalBytes(5)
    }

    init(
        number: Int64, leafHash: [UInt8], subtree: [UInt8], sealed: [UInt8], checkpoint: String
    ) {
        self.number = number
        self.leafHash = leafHash
        self.subtree = subtree
        self.sealed = sealed
        self.checkpoint = checkpoint
    }
}

/// Reads columns without trusting their type: a tampered file may hold anything anywhere.
extension Row {
    func number(_ index: Int) throws -> Int64 {
        guard case .int64(let value) = (self[index] as DatabaseValue).storage else {
            throw VaultError.damaged("a number in a table is something else")
        }
        return value
    }

    func bytes(_ index: Int) throws -> [UInt8] {
        guard let bytes = try optionalBytes(index) else {
            throw VaultError.damaged("sealed bytes in a table are missing")
        }
        return bytes
    }

    func optionalBytes(_ index: Int) throws -> [UInt8]? {
        switch (self[index] as DatabaseValue).storage {
        case .blob(let data): Array(data)
        case .null: nil
        default: throw VaultError.damaged("sealed bytes in a table are something else")
        }
    }

    func text(_ index: Int) throws -> String {
        guard case .string(let value) = (self[index] as DatabaseValue).storage else {
            throw VaultError.damaged("a text in a table is something else")
        }
        return value
    }
}
