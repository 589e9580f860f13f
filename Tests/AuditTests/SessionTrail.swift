import Audit
import Sealing

/// A trail of format 2 as its owner writes it: sessions, each with a key of its own.
struct SessionTrail {
    /// What a leaf and its opening say; everything else follows.
    struct Act {
        var act: AuditAct
        /// The session whose key signs what comes after.
        var session: Int
        var salt: UInt8
        var isClosed = false
        /// The entry is of the format before.
        var isOld = false
    }

    var acts: [Act]
    /// Signs the checkpoint of each entry; by default the session before.
    var signers: [Int]
    /// Where checkpoints are left out, as in a trail that travels.
    var isSparse = false
    /// From this entry on another key signs in the place of the vault's.
    var withoutVaultKey: Int?
    var origin: String

    /// Sessions of these lengths: each begins with its opening, signed by the session before.
    init(_ lengths: [Int]) throws {
        acts = lengths.enumerated().flatMap { session, length in
            (0..<length).map { place in
                let act: AuditAct =
                    place > 0 ? .clientView : session > 0 ? .vaultOpen : .vaultCreate
                return Act(
                    act: act, session: session,
                    salt: UInt8(truncatingIfNeeded: session * 40 + place))
            }
        }
        signers = []
        origin = SessionKeys.origin(
            vaultID: SessionKeys.vaultID(
                key: try Trail.key().publicKey, first: try Self.key(0).publicKey))
        signers = rightSigners
    }

    static func key(_ session: Int) throws -> SigningKey {
        try signingKey([UInt8](repeating: UInt8(100 + session), count: 32))
    }

    /// The session before signs the entry that announces the next.
    var rightSigners: [Int] {
        acts.indices.map { $0 == 0 || acts[$0 - 1].isOld ? acts[$0].session : acts[$0 - 1].session }
    }

    func written() throws -> Trail {
        var trail = try Trail(0)
        trail.origin = origin
        var frontier = Frontier()
        var note: [UInt8] = []
        for (index, act) in acts.enumerated() {
            let isForged = withoutVaultKey.map { index >= $0 } ?? false
            let key = try isForged ? signingKey([UInt8](repeating: 9, count: 32)) : Trail.key()
            let entry = try entry(index, previous: Hash(of: note))
            let subtree = frontier.append(entry.leafHash)
            let checkpoint = try Checkpoint(origin: origin, frontier: frontier)
            note = Array(
                (try act.isOld
                    ? checkpoint.signed(by: key)
                    : checkpoint.signed(by: key, session: Self.key(signers[index]))).utf8)
            let next = index + 1
            let isNeeded =
                !isSparse || next == acts.count || acts[next].session != act.session
                || (index > 0 && acts[index - 1].session != act.session)
            trail.rows.append(
                Trail.Row(
                    number: UInt64(index), leaf: entry.bytes, leafHash: entry.leafHash.bytes,
                    subtree: subtree.bytes, checkpoint: isNeeded ? note : nil))
        }
        return trail
    }

    private func entry(_ index: Int, previous: Hash) throws -> AuditEntry {
        let act = acts[index]
        if act.isOld { return try Trail.entry(index) }
        let entry = try AuditEntry(
            number: UInt64(index), time: 1_795_431_600_000 + UInt64(index), zone: 60, act: act.act,
            ties: AuditEntry.Ties(
                pseudonym: [UInt8](repeating: 7, count: 16),
                sessionKey: try Self.key(act.session).publicKey.bytes, previous: previous,
                tables: Hash(of: [1]), header: Hash(of: [2]), storage: 3),
            actor: "practitioner", client: Array(0..<16),
            rows: [RowDigest(sequence: UInt64(index), sealed: [act.salt])],
            details: [AuditEntry.Detail(.count, "\(index)")],
            salt: [UInt8](repeating: act.salt, count: 32))
        return act.isClosed ? try entry.closed : entry
    }
}
