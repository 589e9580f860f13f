/// One act in the audit trail: a leaf of the tree, and what else is said about it.
///
/// The leaf names no one: number, time, act, a pseudonym, and a commitment to the rest, which is
/// its ``opening``. So a whole trail can be shown with its openings withheld, single entries can be
/// opened, and those of a destroyed client are gone while the tree stays whole. Every value of this
/// type is within its bounds and has exactly one encoding (``bytes``).
package struct AuditEntry: Equatable, Sendable {
    package static let idSize = 16
    package static let longestActor = 64

    /// The entry's place in the trail, from 0.
    package let number: UInt64
    /// When it happened: milliseconds since 1970-01-01 UTC.
    package let time: UInt64
    /// The local clock's offset: minutes east of UTC, -1,080 to 1,080.
    package let zone: Int
    package let act: AuditAct
    /// How the leaf is tied to the trail around it; nil in format 1, where the leaf said it all.
    package let ties: Ties?

    /// Whether what follows is known: false where the opening is withheld or destroyed.
    package let isOpen: Bool
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
    /// Random bytes, so that nobody finds what was said by trying: 32, or 16 in format 1.
    package let salt: [UInt8]
    /// SHA-256 of the opening; nil in format 1.
    package let commitment: Hash?

    /// What a leaf says of the trail around it, and of the vault's file after the act.
    package struct Ties: Equatable, Sendable {
        package static let noClient = [UInt8](repeating: 0, count: idSize)

        /// Stands for the client, 16 bytes; zeros where the act is about none.
        package let pseudonym: [UInt8]
        /// The key that signs the checkpoints after this entry (see ``SessionKeys``), 32 bytes.
        package let sessionKey: [UInt8]
        /// SHA-256 of the signed checkpoint beside the entry before; of nothing for the first.
        package let previous: Hash
        /// SHA-256 of how many rows each table holds, so that a missing one shows at once.
        package let tables: Hash
        /// SHA-256 of the vault's header with its key slots.
        package let header: Hash
        /// The version of the storage library.
        package let storage: UInt64

        package init(
            pseudonym: [UInt8], sessionKey: [UInt8], previous: Hash, tables: Hash, header: Hash,
            storage: UInt64
        ) {
            self.pseudonym = pseudonym
            self.sessionKey = sessionKey
            self.previous = previous
            self.tables = tables
            self.header = header
            self.storage = storage
        }
    }

    /// An open entry; without ties one of format 1.
    ///
    /// Throws ``AuditError/unusableEntry`` when a field is out of bounds, or a row or a detail's
    /// key stands twice. Rows and details may come in any order.
    package init(
        number: UInt64, time: UInt64, zone: Int, act: AuditAct, ties: Ties? = nil, actor: String,
        client: [UInt8] = [], record: [UInt8] = [], rows: [RowDigest] = [],
        details: [Detail] = [], salt: [UInt8]
    ) throws(AuditError) {
        try self.init(
            number: number, time: time, zone: zone, act: act, ties: ties, actor: actor,
            client: client, record: record, rows: rows, details: details, salt: salt, read: nil)
    }

    /// The same from an opening that was read, with its hash. Fields have one encoding each, so that
    /// only their order is left to be looked at.
    init(
        number: UInt64, time: UInt64, zone: Int, act: AuditAct, ties: Ties?, actor: String,
        client: [UInt8], record: [UInt8], rows: [RowDigest], details: [Detail], salt: [UInt8],
        read hash: Hash?
    ) throws(AuditError) {
        let isRead = hash != nil
        let rows = isRead ? rows : rows.sorted { $0.sequence < $1.sequence }
        let details = isRead ? details : details.sorted { $0.key.rawValue < $1.key.rawValue }
        guard Self.fits(zone: zone, ties: ties),
            (1...Self.longestActor).contains(actor.utf8.count), actor.utf8.isToken,
            client.isEmpty || client.count == Self.idSize,
            record.isEmpty || record.count == Self.idSize,
            salt.count == (ties == nil ? Self.saltSizeOfFormat1 : Self.saltSize),
            rows.ascend({ $0.sequence < $1.sequence }),
            details.ascend({ $0.key.rawValue < $1.key.rawValue }),
            details.allSatisfy({ AuditDetail.accepts($0.value) })
        else { throw .unusableEntry }
        self.number = number
        self.time = time
        self.zone = zone
        self.act = act
        self.ties = ties
        isOpen = true
        self.actor = actor
        self.client = client
        self.record = record
        self.rows = rows
        self.details = details
        self.salt = salt
        commitment =
            ties.map { _ in
                hash
                    ?? Hash(
                        of: Self.opening(
                            salt: salt, actor: actor, client: client, record: record, rows: rows,
                            details: details))
            }
    }

    /// A leaf without its opening.
    init(
        number: UInt64, time: UInt64, zone: Int, act: AuditAct, ties: Ties, commitment: Hash
    ) throws(AuditError) {
        guard Self.fits(zone: zone, ties: ties) else { throw .unusableEntry }
        self.number = number
        self.time = time
        self.zone = zone
        self.act = act
        self.ties = ties
        isOpen = false
        actor = ""
        client = []
        record = []
        rows = []
        details = []
        salt = []
        self.commitment = commitment
    }

    /// The same entry with its opening withheld; one of format 1 can't be closed.
    package var closed: AuditEntry {
        get throws(AuditError) {
            guard let ties, let commitment else { throw .unusableEntry }
            return try AuditEntry(
                number: number, time: time, zone: zone, act: act, ties: ties,
                commitment: commitment)
        }
    }

    private static func fits(zone: Int, ties: Ties?) -> Bool {
        guard (-1080...1080).contains(zone) else { return false }
        guard let ties else { return true }
        return ties.pseudonym.count == idSize && ties.sessionKey.count == Hash.size
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
