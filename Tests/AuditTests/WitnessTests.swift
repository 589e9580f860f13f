import Audit
import Sealing
import Testing

@Suite struct `Witnesses` {
    /// A trail and another one by the same owner that shares its first entries.
    static func forks(_ common: Int, _ left: Int, _ right: Int) throws -> (Trail, Trail) {
        let shared = try (0..<common).map { try Trail.entry($0).bytes }
        let mine = try (common..<left).map { try Trail.entry($0).bytes }
        let other = try (common..<right).map { try Trail.entry($0, salt: 0xEE).bytes }
        return (try Trail(leaves: shared + mine), try Trail(leaves: shared + other))
    }

    /// The same judgement from the whole trail and from the kept hashes alone.
    static func reports(
        on trail: Trail, _ witnesses: [Checkpoint]
    ) throws -> [WitnessReport] {
        let rows = trail.rows
        let nodes = TreeNodes(
            size: UInt64(rows.count),
            leaf: { Hash.read(rows[Int($0)].leafHash) },
            subtree: { Hash.read(rows[Int($0)].subtree) })
        let head = try trail.checkpoint(at: rows.count)
        return [
            try trail.report(witnesses: witnesses).witnesses,
            WitnessReport(witnesses, head: head, nodes: nodes),
        ]
    }

    @Test(arguments: 1...33)
    func `are consistent with a trail that only grew`(_ size: Int) throws {
        let trail = try Trail(size)
        let seen = try (1...size).map { try trail.checkpoint(at: $0) }
        for report in try Self.reports(on: trail, seen.shuffled()) {
            #expect(report.findings.map(\.checkpoint) == seen)
            #expect(report.findings.allSatisfy { $0.verdict == .consistent })
            #expect(report.verdict == .consistent)
            #expect(report.commonSize == UInt64(size))
            try report.requireConsistent()
        }
    }

    @Test func `without any it is first sight, never consistent`() throws {
        let trail = try Trail(5)
        for seen in [[], [try trail.checkpoint(at: 0)]] {
            for report in try Self.reports(on: trail, seen) {
                #expect(report.verdict == .firstSight)
                #expect(report.commonSize == 0)
                try report.requireConsistent()
            }
        }
    }

    @Test(arguments: [(12, 11), (12, 1), (12, 0), (33, 32)])
    func `tell a trail that was cut (attack 6)`(_ seen: Int, _ left: Int) throws {
        let whole = try Trail(seen)
        var cut = whole
        cut.rows.removeLast(seen - left)
        #expect(try cut.report().damage.isEmpty, "a cut trail is sound in itself")
        let witnesses = try [whole.checkpoint(at: seen), whole.checkpoint(at: left)]
        for report in try Self.reports(on: cut, witnesses) {
            #expect(report.verdict == .shorter(by: UInt64(seen - left)))
            #expect(report.commonSize == UInt64(left))
            #expect(throws: AuditError.olderCopy) { try report.requireConsistent() }
        }
    }

    @Test(arguments: [(8, 12, 15), (8, 12, 12), (0, 3, 3), (5, 6, 20), (16, 17, 33)])
    func `tell a fork and the last common size known (attack 8)`(
        _ common: Int, _ left: Int, _ right: Int
    ) throws {
        let (mine, present) = try Self.forks(common, left, right)
        var witnesses = [try mine.checkpoint(at: left)]
        if common > 2 { witnesses.append(try mine.checkpoint(at: common - 1)) }
        for report in try Self.reports(on: present, witnesses) {
            #expect(report.verdict == .forked)
            #expect(report.commonSize == UInt64(common > 2 ? common - 1 : 0))
            #expect(throws: AuditError.forkedTrail) { try report.requireConsistent() }
        }
        #expect(try present.report().damage.isEmpty, "a fork is sound in itself")
    }

    @Test func `count no larger size as common than the first fork`() throws {
        let (mine, present) = try Self.forks(6, 9, 12)
        let seen = try [
            mine.checkpoint(at: 4), mine.checkpoint(at: 9), present.checkpoint(at: 11),
            mine.checkpoint(at: 5),
        ]
        for report in try Self.reports(on: present, seen) {
            #expect(
                report.findings.map(\.verdict) == [.consistent, .consistent, .forked, .consistent])
            #expect(report.commonSize == 5)
        }
    }

    @Test func `a fork weighs more than a missing end`() throws {
        let (mine, present) = try Self.forks(6, 20, 12)
        let seen = try [mine.checkpoint(at: 20), mine.checkpoint(at: 9), mine.checkpoint(at: 15)]
        for report in try Self.reports(on: present, seen) {
            #expect(report.findings.map(\.verdict) == [.forked, .shorter(by: 3), .shorter(by: 8)])
            #expect(report.verdict == .forked)
        }
    }

    /// Someone pastes the kept hashes of the trail the witness saw into the file of another one.
    @Test func `are not fooled by kept hashes of another trail`() throws {
        let (mine, present) = try Self.forks(3, 8, 13)
        var patched = present
        for index in 0..<8 {
            patched.rows[index].subtree = mine.rows[index].subtree
            patched.rows[index].leafHash = mine.rows[index].leafHash
        }
        let nodes = TreeNodes(
            size: 13, leaf: { Hash.read(patched.rows[Int($0)].leafHash) },
            subtree: { Hash.read(patched.rows[Int($0)].subtree) })
        let report = WitnessReport(
            [try mine.checkpoint(at: 8)], head: try present.checkpoint(at: 13), nodes: nodes)
        #expect(report.verdict == .unjudged)
        #expect(throws: AuditError.damagedTrail) { try report.requireConsistent() }
    }

    @Test func `are not judged where the hashes are missing`() throws {
        var trail = try Trail(9)
        let seen = [try trail.checkpoint(at: 3), try trail.checkpoint(at: 8)]
        trail.rows.remove(at: 1)
        let report = try trail.report(witnesses: seen).witnesses
        #expect(report.findings.map(\.verdict) == [.unjudged, .consistent])
        #expect(report.verdict == .unjudged)
    }
}

extension Hash {
    fileprivate static func read(_ bytes: [UInt8]) -> Hash? {
        do { return try Hash(bytes) } catch { return nil }
    }
}
