import Audit
import Sealing
import Testing
import Wording

@Suite struct `A witness's memory` {
    static func key() throws -> VerifierKey {
        try VerifierKey(name: Trail.origin, publicKey: Trail.key().publicKey)
    }

    static func note(_ trail: Trail, _ size: Int) throws -> [UInt8] {
        try #require(trail.rows[size - 1].checkpoint)
    }

    static func proof(_ trail: Trail, _ old: Int, _ size: Int) throws -> GrowthProof {
        let nodes = TreeNodes(Array(trail.hashes.prefix(size)))
        return GrowthProof(
            try nodes.consistencyProof(from: UInt64(old)),
            checkpoint: String(decoding: try note(trail, size), as: UTF8.self))
    }

    static func memory(_ trail: Trail, seen: Int?) throws -> WitnessMemory {
        try WitnessMemory(key: key(), seen: seen.map { try trail.checkpoint(at: $0) })
    }

    /// A trail and another one by the same owner that shares its first entries.
    static func forked(_ common: Int, _ size: Int) throws -> (Trail, Trail) {
        let shared = try (0..<common).map { try Trail.entry($0).bytes }
        let mine = try (common..<size).map { try Trail.entry($0).bytes }
        let other = try (common..<size).map { try Trail.entry($0, salt: 0xEE).bytes }
        return (try Trail(leaves: shared + mine), try Trail(leaves: shared + other))
    }

    @Test func `takes the longest checkpoint at the first visit`() throws {
        let trail = try Trail(9)
        let notes = try [3, 9, 5].map { try Self.note(trail, $0) }
        let judged = try Self.memory(trail, seen: nil).judge(notes, proofs: [])
        #expect(judged.checkpoint == (try trail.checkpoint(at: 9)))
        #expect(judged.note == notes[1])
        #expect(judged.verdict == .firstSight)
    }

    @Test(arguments: 1...17, 1...17)
    func `takes any growth with its proof`(_ old: Int, _ size: Int) throws {
        guard old <= size else { return }
        let trail = try Trail(size)
        let memory = try Self.memory(trail, seen: old)
        let proofs = old < size ? [try Self.proof(trail, old, size)] : []
        let judged = try memory.judge([try Self.note(trail, size)], proofs: proofs)
        #expect(judged.checkpoint.size == UInt64(size) && judged.verdict == .consistent)
        if old < size {
            #expect(throws: WitnessRefusal.proofMissing(from: UInt64(old))) {
                try memory.judge([try Self.note(trail, size)], proofs: [])
            }
        }
    }

    /// Attack 44, and a proof of another pair of sizes.
    @Test(arguments: [(3, 9), (4, 9), (8, 16), (7, 8), (1, 2)])
    func `takes no other proof`(_ old: Int, _ size: Int) throws {
        let trail = try Trail(size)
        let memory = try Self.memory(trail, seen: old)
        let right = try Self.proof(trail, old, size)
        var paths: [[Hash]] = [
            [], Array(right.path.dropLast()), Array(right.path.dropFirst()),
            right.path + [right.path[0]], [right.path[0]] + right.path,
        ]
        if right.path.count > 1 { paths.append(right.path.reversed()) }
        for path in paths where path != right.path {
            let changed = GrowthProof(
                ConsistencyProof(oldSize: UInt64(old), newSize: UInt64(size), path: path),
                checkpoint: right.checkpoint)
            #expect(throws: WitnessRefusal.proofFails(from: UInt64(old))) {
                try memory.judge([try Self.note(trail, size)], proofs: [changed])
            }
        }
        guard old > 1 else { return }
        #expect(throws: WitnessRefusal.proofMissing(from: UInt64(old))) {
            try memory.judge(
                [try Self.note(trail, size)], proofs: [try Self.proof(trail, old - 1, size)])
        }
    }

    @Test func `looks at the checkpoint inside a proof as at any other`() throws {
        let (mine, other) = try Self.forked(4, 9)
        let memory = try Self.memory(mine, seen: 7)
        let proof = try Self.proof(mine, 7, 9)
        #expect(try memory.judge([], proofs: [proof]).checkpoint.size == 9)
        #expect(throws: WitnessRefusal.forked(at: 9)) {
            try memory.judge([try Self.note(other, 9)], proofs: [proof])
        }
    }

    @Test func `refuses a shorter trail (attack 6)`() throws {
        let trail = try Trail(9)
        #expect(throws: WitnessRefusal.shorter(seen: 9, shown: 8)) {
            try Self.memory(trail, seen: 9).judge([try Self.note(trail, 8)], proofs: [])
        }
    }

    @Test func `refuses a fork of the same length, and one told by an earlier checkpoint`() throws {
        let (mine, other) = try Self.forked(4, 9)
        let memory = try Self.memory(mine, seen: 7)
        // Attack 8: the other trail's program shows what it signed at the length that was seen.
        #expect(throws: WitnessRefusal.forked(at: 7)) {
            try memory.judge(
                [try Self.note(other, 7), try Self.note(other, 9)],
                proofs: [try Self.proof(other, 7, 9)])
        }
        #expect(throws: WitnessRefusal.forked(at: 9)) {
            try Self.memory(mine, seen: 9).judge([try Self.note(other, 9)], proofs: [])
        }
        // Two of one length on one stick, though neither was seen before.
        #expect(throws: WitnessRefusal.forked(at: 8)) {
            try Self.memory(mine, seen: 3).judge(
                [try Self.note(mine, 8), try Self.note(other, 8)], proofs: [])
        }
        // Without that checkpoint the proof does not lead from what was seen.
        #expect(throws: WitnessRefusal.proofFails(from: 7)) {
            try memory.judge([try Self.note(other, 9)], proofs: [try Self.proof(other, 7, 9)])
        }
    }

    @Test func `refuses what says it is of this trail and isn't signed with its key`() throws {
        let trail = try Trail(3)
        let forger = try signingKey([UInt8](repeating: 9, count: 32))
        let forged = try trail.checkpoint(at: 3).signed(by: forger)
        let memory = try Self.memory(trail, seen: nil)
        #expect(throws: AuditError.unknownSigner) {
            try memory.judge([Array(forged.utf8)], proofs: [])
        }
        var changed = try Self.note(trail, 3)
        changed[Trail.origin.utf8.count + 1] = UInt8(ascii: "4")
        #expect(throws: AuditError.badSignature) { try memory.judge([changed], proofs: []) }
    }

    @Test func `leaves the notes of other trails alone`() throws {
        let trail = try Trail(3)
        let memory = try Self.memory(trail, seen: nil)
        let other = try SignedNote(signing: "other\n3\nx\n", as: "other", with: Trail.key())
        let notes = [Array(other.encoded.utf8), Array("\n".utf8), []]
        #expect(throws: WitnessRefusal.nothingShown) { try memory.judge(notes, proofs: []) }
        let judged = try memory.judge(notes + [try Self.note(trail, 2)], proofs: [])
        #expect(judged.checkpoint.size == 2)
    }

    @Test(arguments: [
        WitnessRefusal.nothingShown, .shorter(seen: 9, shown: 8), .forked(at: 7),
        .proofMissing(from: 4), .proofFails(from: 4),
    ])
    func `says in plain words why not`(_ refusal: WitnessRefusal) throws {
        #expect(refusal.code.hasPrefix("witness."))
        for sentence in [refusal.problem, refusal.nextStep] {
            #expect(sentence.hasSuffix(".") && !sentence.dropLast().contains(". "))
        }
        let contradicts = refusal == .shorter(seen: 9, shown: 8) || refusal == .forked(at: 7)
        #expect((refusal.exitCode == .olderCopy) == contradicts)
    }
}

@Suite struct `A proof of growth` {
    @Test(arguments: [(1, 2), (3, 9), (8, 17), (9, 9)])
    func `reads what it writes`(_ old: Int, _ size: Int) throws {
        let proof = try `A witness's memory`.proof(Trail(size), old, size)
        #expect(try GrowthProof(Array(proof.text.utf8)) == proof)
        #expect(proof.text.hasPrefix("old \(old)\n"))
        #expect(proof.text.hasSuffix("\n\n" + proof.checkpoint))
    }

    @Test func `has the published form`() throws {
        // C2SP tlog-witness, add-checkpoint; the note is not ours.
        let text = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=

            example.com/behind-the-sofa
            """
        let proof = try GrowthProof(Array(text.utf8))
        #expect(proof.oldSize == 20_852_014 && proof.path.count == 2)
        #expect(proof.text == text)
    }

    static let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw="

    @Test(arguments: [
        "", "old 3", "old 3\n", "old 3\n\(hash)\n", "old 03\n\nx\n", "old -3\n\nx\n", "old\n\nx\n",
        "old  3\n\nx\n", "Old 3\n\nx\n", "old 3 \n\nx\n", "old 3\r\n\r\nx\n",
        "old 18446744073709551616\n\nx\n", "old 3\n\(hash.dropLast())\n\nx\n",
        "old 3\n\(hash.dropLast(4))\n\nx\n", "old 3\n \(hash)\n\nx\n", "old 3\nAAAA\n\nx\n",
        "old 3\n" + String(repeating: hash + "\n", count: 64) + "\nx\n", "\n\nx\n",
    ])
    func `refuses any other text`(_ text: String) {
        #expect(throws: AuditError.malformedProof) { try GrowthProof(Array(text.utf8)) }
    }
}
