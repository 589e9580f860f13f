import Audit
import Sealing
import Testing

@Suite struct `Session keys` {
    private func kinds(_ report: TrailReport) -> Set<TrailDamage.Kind> {
        Set(report.damage.map(\.kind))
    }

    @Test(arguments: [[1], [5], [1, 1, 1], [3, 4, 5], [2, 300, 1], [600]], [false, true])
    func `vouch for every entry of a sound trail`(_ lengths: [Int], _ isSparse: Bool) throws {
        var trail = try SessionTrail(lengths)
        trail.isSparse = isSparse
        let report = try trail.written().report()
        try report.requireSound()
        #expect(report.signedSize == UInt64(lengths.reduce(0, +)))
        #expect(report.sessions.keys == lengths.count)
        #expect(report.sessions.isBound)
        #expect(report.sessions.breaks.isEmpty)
    }

    @Test func `are bound to the vault's id from the first`() throws {
        var trail = try SessionTrail([3, 3])
        trail.origin = Trail.origin
        #expect(try !trail.written().report().sessions.isBound)
        try trail.written().report().requireSound()
    }

    /// Someone has learned the passphrase: he holds the vault's key and that of the session that is
    /// open now, and signs everything from an old entry on again.
    @Test(arguments: [false, true])
    func `of the present session cannot sign an earlier one again`(_ isSparse: Bool) throws {
        for place in 1..<8 {
            var trail = try SessionTrail([4, 4, 4])
            trail.acts[place].salt = 0xEE
            trail.isSparse = isSparse
            for index in place..<12 { trail.signers[index] = 2 }
            let report = try trail.written().report()
            #expect(kinds(report).contains(.sessionRefused))
            let session = UInt64(place / 4 * 4)
            let firstBad = try #require(report.firstBad)
            #expect(isSparse ? (session...session + 4).contains(firstBad) : firstBad == place)
        }
    }

    /// Someone holds the keys of all sessions, and not the vault's.
    @Test(arguments: [false, true])
    func `vouch for nothing without the vault's key (attack 43)`(_ isSparse: Bool) throws {
        for place in 0..<12 {
            var trail = try SessionTrail([4, 4, 4])
            trail.withoutVaultKey = place
            trail.isSparse = isSparse
            let report = try trail.written().report()
            #expect(kinds(report).isSuperset(of: [.checkpointRefused, .unsigned]))
            #expect(report.signedSize <= UInt64(place))
            if !isSparse { #expect(report.firstBad == UInt64(place)) }
        }
    }

    @Test func `that are named anew show where`() throws {
        for place in 1..<8 {
            var trail = try SessionTrail([4, 4, 4])
            for index in place..<12 {
                trail.acts[index].session = 2
                trail.signers[index] = 2
            }
            let report = try trail.written().report()
            #expect(report.sessions.breaks == [SessionBreak(UInt64(place), .unannounced)])
            #expect(!report.sessions.breaks.isEmpty && report.damage.isEmpty)
        }
    }

    /// The forger leaves out the checkpoints that he can't make.
    @Test func `must have vouched for their session before a break`() throws {
        for place in 2..<8 {
            var trail = try SessionTrail([4, 4, 4])
            trail.acts[place - 1].salt = 0xEE
            for index in place..<12 {
                trail.acts[index].session = 2
                trail.signers[index] = 2
            }
            var rows = try trail.written()
            rows.rows[place - 1].checkpoint = nil
            #expect(kinds(try rows.report()) == [.sessionRefused])
        }
    }

    @Test func `are not replaced by leaving out the checkpoint that announces the next`() throws {
        var trail = try SessionTrail([4, 4]).written()
        trail.rows[4].checkpoint = nil
        #expect(kinds(try trail.report()) == [.sessionRefused])
    }

    @Test func `after a restored backup are told as such`() throws {
        var trail = try SessionTrail([4, 4])
        trail.acts[4].act = .vaultRestore
        trail.signers[4] = 1
        let report = try trail.written().report()
        try report.requireSound()
        #expect(report.sessions.breaks == [SessionBreak(4, .restored)])
        #expect(report.sessions.keys == 2)
    }

    @Test func `are introduced to a trail that had none, and never left again`() throws {
        var trail = try SessionTrail([8])
        for index in 0..<4 { trail.acts[index].isOld = true }
        trail.signers = trail.rightSigners
        let report = try trail.written().report()
        try report.requireSound()
        #expect(report.sessions.breaks == [SessionBreak(4, .introduced)])
        #expect(!report.sessions.isBound)
        trail.acts[6].isOld = true
        #expect(kinds(try trail.written().report()).contains(.sessionRefused))
    }

    @Test func `hold over entries whose opening is withheld`() throws {
        var trail = try SessionTrail([4, 4])
        for index in 2..<6 { trail.acts[index].isClosed = true }
        let report = try trail.written().report()
        try report.requireSound()
        #expect(report.root == (try SessionTrail([4, 4]).written().report().root))
    }

    @Test func `do not cover an opening that was exchanged`() throws {
        var trail = try SessionTrail([4]).written()
        let other = try AuditEntry(bytes: SessionTrail([4, 1]).written().rows[3].leaf)
        let closed = try AuditEntry(bytes: trail.rows[2].leaf).closed
        trail.rows[2].leaf = closed.bytes + (other.opening ?? [])
        let report = try trail.report()
        #expect(report.damage == [TrailDamage(2..<3, .opening)])
    }

    @Test func `notice each changed byte of a checkpoint in the middle of a session`() throws {
        let sound = try SessionTrail([12]).written()
        let note = try #require(sound.rows[5].checkpoint)
        for place in note.indices {
            var trail = sound
            trail.rows[5].checkpoint?[place] ^= 1
            let report = try trail.report()
            #expect(report.firstBad == 5, "\(place)")
            #expect(kinds(report).contains(.checkpointExchanged))
            #expect(report.signedSize == 12)
        }
    }

    @Test func `find the first entry that was changed in a long session`() throws {
        let sound = try SessionTrail([700]).written()
        for place in [0, 1, 255, 256, 300, 699] {
            var trail = sound
            var entry = try AuditEntry(bytes: trail.rows[place].leaf)
            entry = try AuditEntry(
                number: entry.number, time: entry.time, zone: entry.zone, act: .clientChange,
                ties: entry.ties, actor: entry.actor, salt: entry.salt)
            var leaves = trail.leaves
            leaves[place] = entry.bytes
            var frontier = Frontier()
            for index in leaves.indices {
                let hash = MerkleTree.leafHash(AuditEntry.leaf(in: leaves[index]))
                trail.rows[index].leaf = leaves[index]
                trail.rows[index].leafHash = hash.bytes
                trail.rows[index].subtree = frontier.append(hash).bytes
            }
            let report = try trail.report()
            #expect(report.firstBad == UInt64(place))
            #expect(report.signedSize == UInt64(place))
        }
    }

    @Test func `take an opening in its one encoding only`() throws {
        let details: [AuditEntry.Detail] = [.init(.count, "1"), .init(.digest, "ab")]
        let entry = try AuditEntry(
            number: 1, time: 2, zone: 3, act: .clientView,
            ties: AuditEntry.Ties(
                pseudonym: AuditEntry.Ties.noClient, sessionKey: Array(0..<32),
                previous: Hash(of: []), tables: Hash(of: []), header: Hash(of: []), storage: 0),
            actor: "practitioner", details: details, salt: [UInt8](repeating: 1, count: 32))
        func opening(_ details: [AuditEntry.Detail]) -> [UInt8] {
            var opening = CanonicalBytes(label: AuditEntry.openingLabel)
            opening.append(entry.salt)
            for text in [entry.actor, "", ""] { opening.append(text) }
            opening.append(UInt64(0))
            opening.append(UInt64(details.count))
            for detail in details {
                opening.append(detail.key.rawValue)
                opening.append(detail.value)
            }
            return opening.bytes
        }
        #expect(try AuditEntry(bytes: entry.leaf + opening(details)) == entry)
        for other in [details.reversed(), Array(details.prefix(1)), []] {
            #expect(throws: AuditError.malformedEntry) {
                try AuditEntry(bytes: entry.leaf + opening(other))
            }
        }
    }

    @Test func `give leaves of one size, whatever is said`() throws {
        let sizes = try AuditAct.allCases.map { act in
            try AuditEntry(
                number: 1, time: 2, zone: 3, act: act,
                ties: AuditEntry.Ties(
                    pseudonym: AuditEntry.Ties.noClient, sessionKey: Array(0..<32),
                    previous: Hash(of: []), tables: Hash(of: []), header: Hash(of: []), storage: 0),
                actor: "practitioner",
                details: [.init(.reason, String(repeating: "r", count: act.rawValue.count))],
                salt: [UInt8](repeating: 1, count: 32)
            ).leaf.count
        }
        #expect(Set(sizes) == [AuditEntry.leafSize])
    }
}
