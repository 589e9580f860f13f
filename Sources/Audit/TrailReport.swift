/// What is wrong with the trail, and where.
package struct TrailDamage: Equatable, Sendable {
    /// The entries in which the damage lies; one, where it can be told.
    package let entries: Range<UInt64>
    package let kind: Kind

    package init(_ entries: Range<UInt64>, _ kind: Kind) {
        self.entries = entries
        self.kind = kind
    }

    package enum Kind: String, CaseIterable, Sendable {
        /// Rows are missing.
        case missing
        /// A row stands where another one of the same or a higher number stood already.
        case repeated
        /// The sealed entry does not open.
        case unreadable
        /// The entry opens, but its bytes are no entry.
        case malformed
        /// The entry says another number than its place.
        case wrongNumber = "wrong-number"
        /// The entry's bytes do not have the hash kept beside them.
        case changed
        /// The entry says what its leaf does not commit to.
        case opening
        /// The kept leaf hash does not lead to the kept subtree root.
        case hashes
        /// A checkpoint is no valid note of this trail's key.
        case checkpointRefused = "checkpoint-refused"
        /// A valid checkpoint stands beside an entry it was not made at.
        case checkpointMisplaced = "checkpoint-misplaced"
        /// A valid checkpoint has another root than the trail: what it covers was rewritten.
        case checkpointDisagrees = "checkpoint-disagrees"
        /// A checkpoint is another one than the next entry names.
        case checkpointExchanged = "checkpoint-exchanged"
        /// The session's key did not sign what is said to be of that session.
        case sessionRefused = "session-refused"
        /// No valid checkpoint covers the entries.
        case unsigned

        /// One sentence for the report.
        package var problem: String {
            switch self {
            case .missing: "Entries are missing."
            case .repeated: "An entry stands in the trail a second time."
            case .unreadable: "The entry cannot be opened."
            case .malformed: "The entry is not in this program's format."
            case .wrongNumber: "The entry belongs to another place in the trail."
            case .changed: "The entry does not fit its hash."
            case .opening: "What the entry says is not what was committed to."
            case .hashes: "The hashes kept with the entry do not fit each other."
            case .checkpointRefused: "The checkpoint was not signed with this vault's key."
            case .checkpointMisplaced: "The checkpoint belongs to another place in the trail."
            case .checkpointDisagrees: "The entries are not the ones that were signed."
            case .checkpointExchanged: "The checkpoint is not the one that the next entry names."
            case .sessionRefused: "The entries were not signed with the key of their session."
            case .unsigned: "The entries are not covered by a valid signature."
            }
        }
    }
}

/// The outcome of reading a whole trail: everything that is wrong with it, at once.
package struct TrailReport: Equatable, Sendable {
    /// How many entries the trail has, missing ones counted.
    package let size: UInt64
    /// The root over them, unless damage leaves it unknown.
    package let root: Hash?
    /// How many entries the last valid checkpoint covers that agrees with the trail.
    package let signedSize: UInt64
    /// In the order of the trail.
    package let damage: [TrailDamage]
    /// Entries whose time is before that of the entry before; noted, not damage.
    package let clockWentBack: [UInt64]
    package let sessions: SessionReport
    package let witnesses: WitnessReport

    /// The first entry at which the trail is not what was signed.
    package var firstBad: UInt64? { damage.first?.entries.lowerBound }

    /// Throws ``AuditError/damagedTrail`` when anything is damaged, then what
    /// ``WitnessReport/requireConsistent()`` throws.
    package func requireSound() throws(AuditError) {
        guard damage.isEmpty else { throw .damagedTrail }
        try witnesses.requireConsistent()
    }
}
