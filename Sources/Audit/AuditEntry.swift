/// One act in the audit trail: a leaf of the tree.
///
/// It names no one: the client and the record are opaque 16-byte ids, the details are tokens. The
/// random salt keeps someone who knows only the leaf's hash from guessing its content. Every value
/// of this type is within its bounds and has exactly one encoding (``bytes``).
package struct AuditEntry: Equatable, Sendable {
    package static let format: UInt64 = 1
    package static let idSize = 16
    package static let saltSize = 16
    package static let longestActor = 64

    /// The entry's place in the trail, from 0.
    package let number: UInt64
    /// When it happened: milliseconds since 1970-01-01 UTC.
    package let time: UInt64
    /// The local clock's offset: minutes east of UTC, -1,080 to 1,080.
    package let zone: Int
    package let act: AuditAct
    /// Who did it: an opaque word of up to 64 printable ASCII characters without spaces.
    package let actor: String
    /// The client's id, 16 bytes, or empty.
    package let client: [UInt8]
    /// The record's id, 16 bytes, or empty.
    package let record: [UInt8]
    /// Every sealed row committed together with this entry, by ascending sequence.
    package let rows: [RowDigest]
    /// What else is said, by ascending key, each key once.
    package let details: [Detail]
    /// 16 random bytes.
    package let salt: [UInt8]

    /// Throws ``AuditError/unusableEntry`` when a field is out of bounds, or a row or a detail's
    /// key stands twice. Rows and details may come in any order.
    package init(
        number: UInt64, time: UInt64, zone: Int, act: AuditAct, actor: String,
        client: [UInt8] = [], record: [UInt8] = [], rows: [RowDigest] = [],
        details: [Detail] = [], salt: [UInt8]
    ) throws(AuditError) {
        let rows = rows.sorted { $0.sequence < $1.sequence }
        let details = details.sorted { $0.key.rawValue < $1.key.rawValue }
        guard (-1080...1080).contains(zone),
            (1...Self.longestActor).contains(actor.utf8.count), actor.utf8.isToken,
            client.isEmpty || client.count == Self.idSize,
            record.isEmpty || record.count == Self.idSize,
            salt.count == Self.saltSize,
            zip(rows, rows.dropFirst()).allSatisfy({ $0.sequence < $1.sequence }),
            zip(details, details.dropFirst()).allSatisfy({ $0.key != $1.key }),
            details.allSatisfy({ AuditDetail.accepts($0.value) })
        else { throw .unusableEntry }
        self.number = number
        self.time = time
        self.zone = zone
        self.act = act
        self.actor = actor
        self.client = client
        self.record = record
        self.rows = rows
        self.details = details
        self.salt = salt
    }

    /// The value of a detail, if the entry has it.
    package subscript(key: AuditDetail) -> String? {
        details.first { $0.key == key }?.value
    }

    /// A detail: what is said, and the token that says it.
    package struct Detail: Hashable, Sendable {
        package let key: AuditDetail
        package let value: String

        package init(_ key: AuditDetail, _ value: String) {
            self.key = key
            self.value = value
        }
    }
}

/// A sealed row that was committed with an entry: its number in the store, and its SHA-256.
package struct RowDigest: Hashable, Sendable {
    package let sequence: UInt64
    package let digest: Hash

    package init(sequence: UInt64, digest: Hash) {
        self.sequence = sequence
        self.digest = digest
    }

    /// Of the sealed bytes as they stand in the row.
    package init(sequence: UInt64, sealed: [UInt8]) {
        self.init(sequence: sequence, digest: Hash(of: sealed))
    }
}
