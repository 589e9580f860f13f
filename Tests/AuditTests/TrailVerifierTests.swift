import Audit
import Sealing
import Testing

@Suite struct `Trail verifier` {
    @Test(arguments: [0, 1, 2, 3, 7, 8, 33], Trail.Reader.allCases)
    func `finds nothing wrong with a sound trail`(_ size: Int, _ reader: Trail.Reader) throws {
        for stride in [1, 3, 100] {
            let trail = try Trail(size, checkpointEvery: stride)
            let report = try trail.report(reader)
            #expect(report.damage.isEmpty)
            #expect(report.firstBad == nil)
            #expect(report.size == UInt64(size) && report.signedSize == UInt64(size))
            #expect(report.root == MerkleTree.root(of: trail.hashes))
            try report.requireSound()
        }
    }

    @Test func `gives each entry back`() throws {
        var verifier = TrailVerifier(
            origin: Trail.origin, key: try Trail.key().publicKey, witnesses: [])
        for (index, row) in try Trail(5).rows.enumerated() {
            let entry = verifier.add(
                StoredEntry(
                    number: row.number, leaf: .opened(row.leaf), leafHash: row.leafHash,
                    subtree: row.subtree, checkpoint: row.checkpoint))
            #expect(try entry == Trail.entry(index))
        }
    }

    /// What someone may do to the file; each gives the first entry that is then not what was
    /// signed.
    enum Attack: CaseIterable, Sendable {
        case edit, swap, insert, duplicate, remove

        func apply(
            to leaves: inout [[UInt8]], with random: inout SeededRandomness
        ) throws -> Int {
            let place = Int.random(in: 0..<leaves.count - 1, using: &random)
            switch self {
            case .edit:
                leaves[place] = try Trail.entry(place, salt: 0xEE).bytes
            case .swap:
                leaves.swapAt(place, .random(in: place + 1..<leaves.count, using: &random))
            case .insert:
                leaves.insert(try Trail.entry(place, salt: 0xEE).bytes, at: place)
            case .duplicate:
                leaves.insert(leaves[place], at: place + 1)
                return place + 1
            case .remove:
                leaves.remove(at: place)
            }
            return place
        }

        func apply(
            to rows: inout [Trail.Row], with random: inout SeededRandomness
        ) throws -> Int {
            let place = Int.random(in: 0..<rows.count - 1, using: &random)
            switch self {
            case .edit:
                rows[place].leaf = try Trail.entry(place, salt: 0xEE).bytes
            case .swap:
                rows.swapAt(place, .random(in: place + 1..<rows.count, using: &random))
            case .insert:
                var row = rows[place]
                row.leaf = try Trail.entry(place, salt: 0xEE).bytes
                row.leafHash = MerkleTree.leafHash(row.leaf).bytes
                rows.insert(row, at: place)
            case .duplicate:
                rows.insert(rows[place], at: place + 1)
                return place + 1
            case .remove:
                rows.remove(at: place)
            }
            return place
        }
    }

    @Test(arguments: Attack.allCases, Trail.Reader.allCases)
    func `finds the first bad entry when all hashes were made to fit (attack 7)`(
        _ attack: Attack, _ reader: Trail.Reader
    ) throws {
        var random = SeededRandomness(7)
        for size in 2...34 {
            let sound = try Trail(size)
            for _ in 0..<4 {
                var trail = sound
                var leaves = sound.leaves
                let place = try attack.apply(to: &leaves, with: &random)
                trail.rehash(leaves)
                let report = try trail.report(reader)
                #expect(report.firstBad == UInt64(place), "\(attack) of \(size)")
                #expect(report.signedSize == UInt64(place))
                #expect(throws: AuditError.damagedTrail) { try report.requireSound() }
            }
        }
    }

    @Test(arguments: Attack.allCases)
    func `finds the first bad row when rows were moved as they are (attack 7)`(
        _ attack: Attack
    ) throws {
        var random = SeededRandomness(8)
        for size in 2...34 {
            let sound = try Trail(size)
            for keepsNumbers in [false, true] where attack != .swap || !keepsNumbers {
                var trail = sound
                let place = try attack.apply(to: &trail.rows, with: &random)
                if !keepsNumbers { trail.renumber() }
                let report = try trail.report()
                // A row that keeps its number and stands twice is told by that number.
                let bad = attack == .duplicate && keepsNumbers ? place - 1 : place
                #expect(report.firstBad == UInt64(bad), "\(attack) of \(size), \(keepsNumbers)")
            }
        }
    }

    /// With few checkpoints the place is a stretch, and everything before it is proven.
    @Test(arguments: Attack.allCases)
    func `narrows the damage down to the last good checkpoint`(_ attack: Attack) throws {
        var random = SeededRandomness(9)
        for size in 10...34 {
            var trail = try Trail(size, checkpointEvery: 5)
            var leaves = trail.leaves
            let place = try attack.apply(to: &leaves, with: &random)
            trail.rehash(leaves)
            let report = try trail.report(.withoutKey)
            let firstBad = try #require(report.firstBad)
            #expect(firstBad == UInt64(place / 5 * 5))
            #expect(report.signedSize == firstBad)
        }
    }

    @Test func `names one damaged entry and proves all others`() throws {
        for size in [1, 2, 9, 20] {
            for place in 0..<size {
                var trail = try Trail(size)
                trail.rows[place].leafHash[3] ^= 1
                let report = try trail.report()
                #expect(Set(report.damage.map(\.entries)) == [UInt64(place)..<UInt64(place) + 1])
                #expect(Set(report.damage.map(\.kind)) == [.changed, .hashes])
                #expect(report.signedSize == UInt64(size))
            }
        }
    }

    @Test func `names missing entries and proves all others as soon as a kept hash allows`() throws
    {
        var trail = try Trail(16)
        trail.rows.removeSubrange(5..<7)
        let report = try trail.report()
        #expect(report.damage == [TrailDamage(5..<7, .missing)])
        #expect(report.signedSize == 16)
    }

    /// The subtree over the entries before the gap stays known, so the next kept one is enough.
    @Test(arguments: [(13, 9), (12, 8), (24, 17), (2, 0)])
    func `names a missing entry wherever it stood`(_ size: Int, _ place: Int) throws {
        var trail = try Trail(size)
        trail.rows.remove(at: place)
        let report = try trail.report()
        #expect(report.damage == [TrailDamage(UInt64(place)..<UInt64(place) + 1, .missing)])
        #expect(report.signedSize == UInt64(size))
        #expect(try report.root == Trail(size).checkpoint(at: size).root)
    }

    @Test func `lists every kind of damage at once`() throws {
        var trail = try Trail(40)
        let sound = trail.rows
        trail.rows[3].subtree[0] ^= 1
        trail.rows[5].leafHash.removeLast()
        trail.rows[9].leaf.append(0)
        trail.rows[12].checkpoint = Array("nonsense\n".utf8)
        trail.rows[15].checkpoint = sound[14].checkpoint
        trail.rows[20].leaf = sound[21].leaf
        trail.rows.remove(at: 30)
        trail.rows.insert(sound[25], at: 28)
        let report = try trail.report()
        func one(_ number: UInt64, _ kind: TrailDamage.Kind) -> TrailDamage {
            TrailDamage(number..<number + 1, kind)
        }
        #expect(
            report.damage == [
                one(3, .hashes),
                TrailDamage(3..<4, .checkpointDisagrees),
                one(5, .hashes),
                one(7, .hashes),
                one(9, .changed), one(9, .malformed),
                one(12, .checkpointRefused),
                one(15, .checkpointMisplaced),
                one(20, .changed), one(20, .wrongNumber),
                one(25, .repeated),
                one(30, .missing),
            ])
        #expect(report.signedSize == 40)
    }

    @Test func `takes an entry that does not open for damage, a withheld one not`() throws {
        let rows = try Trail(3).rows
        for (leaf, kinds) in [
            (StoredEntry.Leaf.unreadable, [TrailDamage.Kind.unreadable]), (.withheld, []),
        ] {
            var verifier = TrailVerifier(
                origin: Trail.origin, key: try Trail.key().publicKey, witnesses: [])
            for row in rows {
                verifier.add(
                    StoredEntry(
                        number: row.number, leaf: row.number == 1 ? leaf : .opened(row.leaf),
                        leafHash: row.leafHash, subtree: row.subtree, checkpoint: row.checkpoint))
            }
            #expect(verifier.finish().damage.map(\.kind) == kinds)
        }
    }

    @Test func `says which entries no signature covers`() throws {
        var trail = try Trail(12)
        for index in 7..<12 { trail.rows[index].checkpoint = nil }
        let report = try trail.report()
        #expect(report.damage == [TrailDamage(7..<12, .unsigned)])
    }

    @Test func `does not take a checkpoint of another key or trail (attack 43)`() throws {
        var trail = try Trail(4)
        let root = MerkleTree.root(of: trail.hashes)
        let forger = try signingKey([UInt8](repeating: 9, count: 32))
        let forged = try Checkpoint(origin: Trail.origin, size: 4, root: root).signed(by: forger)
        let foreign = try Checkpoint(origin: "elsewhere", size: 4, root: root)
            .signed(by: Trail.key())
        for note in [forged, foreign] {
            trail.rows[3].checkpoint = Array(note.utf8)
            #expect(
                try trail.report().damage == [
                    TrailDamage(3..<4, .checkpointRefused), TrailDamage(3..<4, .unsigned),
                ])
        }
    }

    @Test func `notes a clock that went back and takes it for no damage`() throws {
        let times: [UInt64] = [100, 200, 199, 210, 210, 90]
        let trail = try Trail(
            leaves: times.enumerated().map { try Trail.entry($0, time: $1).bytes })
        let report = try trail.report()
        #expect(report.clockWentBack == [2, 5])
        try report.requireSound()
    }

    @Test(arguments: [UInt64.max, 1 << 62, 1 << 48])
    func `survives impossible row numbers`(_ number: UInt64) throws {
        var trail = try Trail(4)
        trail.rows[3].number = number
        let report = try trail.report()
        #expect(report.firstBad == 3)
        #expect(report.size == 3)
    }

    @Test func `jumps over a long gap without walking it`() throws {
        var trail = try Trail(4)
        trail.rows[3].number = 1 << 40
        let report = try trail.report()
        #expect(report.damage.first == TrailDamage(3..<1 << 40, .missing))
        #expect(report.root == nil)
    }
}
