import Testing

@testable import Sealing

@Suite struct `Shares of a secret` {
    private static func split(
        _ seed: UInt8 = 1, needed: Int = 2, of count: Int = 3
    ) throws -> [ShareWords] {
        try SecretShares.split(
            try secret((0..<16).map { $0 &* seed }), needed: needed, of: count)
    }

    /// The same sheet with other fields or another share.
    private static func changed(
        _ sheet: ShareWords, _ head: ((inout ShareHead) -> Void)? = nil,
        _ value: ((inout [UInt8]) -> Void)? = nil
    ) throws -> ShareWords {
        var changedHead = sheet.head
        head?(&changedHead)
        var bytes = try SecretBytes(count: sheet.width) { sheet.write(to: $0) }
            .withBytes { Array($0) }
        value?(&bytes)
        return bytes.withUnsafeBytes { ShareWords(head: changedHead, value: $0) }
    }

    @Test(arguments: [(1, 1), (2, 2), (2, 3), (3, 5), (4, 4)])
    func `give it back, any that are enough and in any order`(needed: Int, of: Int) throws {
        let content = try Randomness.bytes(32)
        let sheets = try SecretShares.split(try secret(content), needed: needed, of: of)
        for choice in 0..<(1 << of) where choice.nonzeroBitCount == needed {
            let chosen = sheets.indices.filter { choice >> $0 & 1 == 1 }.map { sheets[$0] }
            for order in [chosen, chosen.reversed()] {
                #expect(try SecretShares.combine(order).equals(try secret(content)))
            }
        }
    }

    @Test(arguments: Array(stride(from: 16, through: 32, by: 2)))
    func `give back every even length`(size: Int) throws {
        for content in [[UInt8](repeating: 0, count: size), try Randomness.bytes(size)] {
            let sheets = try SecretShares.split(try secret(content), needed: 2, of: 2)
            let typed = try sheets.map {
                try ShareWords(typed: $0.words.joined(separator: "\n"))
            }
            #expect(try SecretShares.combine(typed).equals(try secret(content)))
        }
    }

    @Test(arguments: [
        (0, 0), (0, 1), (1, 0), (1, 2), (1, 16), (2, 1), (3, 2), (2, 17), (17, 17), (-1, 3),
        (2, -1), (.min, .max), (.max, .max),
    ]) func `are made only in numbers that work`(needed: Int, of: Int) throws {
        #expect(throws: ShareError.numbers) { try Self.split(needed: needed, of: of) }
    }

    @Test(arguments: [0, 1, 2, 14, 15, 17, 31, 33, 34, 64])
    func `are made only of 16 to 32 bytes`(size: Int) throws {
        #expect(throws: ShareError.numbers) {
            try SecretShares.split(
                try secret([UInt8](repeating: 1, count: size)), needed: 2, of: 3)
        }
    }

    @Test func `are new each time`() throws {
        let sets = try (0..<8).map { _ in try Self.split() }
        #expect(Set(sets.flatMap { $0.map(\.words) }).count == 24)
        #expect(sets.contains { $0[0].set % 256 != sets[0][0].set % 256 })
        #expect(sets.contains { $0[0].set / 256 != sets[0][0].set / 256 })
    }

    @Test func `say which are of different sets`() throws {
        let (ours, other) = (try Self.split(), try Self.split(2))
        let mixed = [ours[0], ours[1], other[2]]
        #expect(throws: ShareError.differentSets(1, 3)) { _ = try SecretShares.combine(mixed) }
        for change: (inout ShareHead) -> Void in [
            { $0.identifier ^= 1 }, { $0.identifier ^= 1 << 14 }, { $0.isExtendable = false },
            { $0.exponent = 0 }, { $0.groups = 2 }, { ($0.groups, $0.groupsNeeded) = (2, 2) },
            { $0.needed = 3 }, { $0.needed = 1 },
        ] {
            let sheets = [ours[0], try Self.changed(ours[1], change)]
            #expect(throws: ShareError.differentSets(1, 2)) { _ = try SecretShares.combine(sheets) }
        }
    }

    @Test func `say which was entered twice`() throws {
        let sheets = try Self.split(needed: 3, of: 5)
        let twice = [sheets[4], sheets[0], sheets[4]]
        #expect(throws: ShareError.twice(1, 3)) { _ = try SecretShares.combine(twice) }
    }

    @Test func `say how many are missing, or too many`() throws {
        let sheets = try Self.split(needed: 5, of: 6)
        #expect(throws: ShareError.tooFew(missing: 1)) { _ = try SecretShares.combine([]) }
        for count in 1..<5 {
            #expect(throws: ShareError.tooFew(missing: 5 - count)) {
                _ = try SecretShares.combine(Array(sheets.prefix(count)))
            }
        }
        #expect(throws: ShareError.tooMany(needed: 5)) { _ = try SecretShares.combine(sheets) }
        let many = (0..<100).flatMap { _ in sheets }
        #expect(throws: ShareError.twice(1, 7)) { _ = try SecretShares.combine(many) }
    }

    /// A sheet made by hand has a checksum that holds; the digest finds it, whatever was changed.
    @Test func `with any bit changed do not fit`() throws {
        let sheets = try Self.split()
        for bit in 0..<128 {
            let forged = try Self.changed(sheets[0], nil) { $0[bit / 8] ^= 1 << (bit % 8) }
            #expect(throws: ShareError.doNotFit, "bit \(bit)") {
                _ = try SecretShares.combine([forged, sheets[2]])
            }
        }
    }

    @Test func `with another place do not fit`() throws {
        let sheets = try Self.split()
        for place in 1..<16 {
            let moved = try Self.changed(sheets[0]) { $0.member = place }
            #expect(throws: ShareError.doNotFit) {
                _ = try SecretShares.combine([moved, sheets[1]])
            }
        }
    }

    /// The identifier has 15 bits, so two sets may bear the same one.
    @Test func `of two sets with one number do not fit`() throws {
        let (ours, other) = (try Self.split(), try Self.split(2))
        let set = ours[0].set
        let renamed = try Self.changed(other[1]) { $0.identifier = set }
        #expect(throws: ShareError.doNotFit) { _ = try SecretShares.combine([ours[0], renamed]) }
    }

    /// For any byte on one sheet of two, every secret byte is possible, and each by one other sheet.
    @Test(arguments: [UInt8(0), 1, 0x53, 0xff]) func `alone leave every secret byte possible`(
        own: UInt8
    ) throws {
        let all = Array(UInt8.min...UInt8.max)
        let points = try SharePoints(at: [0, 255], width: 256) { number, row in
            row.copyBytes(from: number == 0 ? [UInt8](repeating: own, count: 256) : all)
        }
        for place in [UInt8(1), 2, 15] {
            let others = try points.value(at: place).withBytes { Array($0) }
            #expect(others.sorted() == all)
            let together = try SharePoints(at: [0, place], width: 256) { number, row in
                row.copyBytes(from: number == 0 ? [UInt8](repeating: own, count: 256) : others)
            }
            #expect(try together.value(at: 255).withBytes { Array($0) } == all)
        }
    }

    /// Sheets of one secret, many times over: each byte on each sheet is even (chi-square with 255
    /// degrees of freedom; beyond 450 once in 10^12), so it is not what the secret makes it.
    @Test(arguments: [2, 3]) func `alone look like nothing but chance`(needed: Int) throws {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: 256), count: 3)
        let hidden = try secret([UInt8](repeating: 0, count: 16))
        for _ in 0..<2000 {
            let points = try SharePoints(hiding: hidden, needed: needed)
            for member in 0..<3 {
                try points.value(at: UInt8(member)).withBytes { row in
                    for byte in row { counts[member][Int(byte)] += 1 }
                }
            }
        }
        for member in counts {
            let square = member.map { Double(($0 - 125) * ($0 - 125)) / 125 }.reduce(0, +)
            #expect(square < 450)
        }
    }

    /// Twice the hash rounds for each exponent, as the reference has them; counted, not timed.
    @Test func `ask for a bounded amount of work`() throws {
        let sheet = try Self.split(needed: 1, of: 1)[0]
        #expect(sheet.head.exponent == 1 && sheet.head.isExtendable)
        for exponent in 0...15 {
            let words = try Self.changed(sheet) { $0.exponent = exponent }.words
            let typed = words.joined(separator: " ")
            if exponent <= ShareCipher.highestExponent {
                #expect(try ShareWords(typed: typed).head.exponent == exponent)
            } else {
                #expect(throws: ShareError.work(sheet: nil)) { try ShareWords(typed: typed) }
            }
        }
    }
}
