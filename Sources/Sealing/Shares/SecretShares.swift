/// Divides a secret into sheets of words so that some of them together give it back (SLIP-0039).
///
/// Fewer sheets than needed tell nothing but what the digest in them excludes: of 2^128 secrets of
/// 16 bytes, 2^96 stay possible. One sheet that stands alone (1 of 1) is the secret in words.
package enum SecretShares {
    /// Makes `count` sheets, any `needed` of which give back a secret of 16 to 32 bytes (an even
    /// number): 20 words a sheet for 16 bytes, 33 for 32.
    package static func split(
        _ secret: borrowing SecretBytes, needed: Int, of count: Int
    ) throws(ShareError) -> [ShareWords] {
        guard (1...16).contains(count), (1...count).contains(needed), needed > 1 || count == 1,
            (16...32).contains(secret.count), secret.count.isMultiple(of: 2)
        else { throw .numbers }
        return try ShareError.lifting { () throws(SealingError) in
            let random = try Randomness.bytes(2)
            var head = ShareHead(
                identifier: Int(random[0] & 127) << 8 | Int(random[1]), member: 0, needed: needed)
            let encrypted = try ShareCipher.encrypted(secret, for: head)
            let points = try SharePoints(hiding: encrypted, needed: needed)
            var sheets: [ShareWords] = []
            for member in 0..<count {
                head.member = member
                let value = try points.value(at: UInt8(member))
                sheets.append(value.withBytes { ShareWords(head: head, value: $0) })
            }
            return sheets
        }
    }

    /// Gives back the secret of exactly as many sheets of one set as it needs, or throws; sheets of
    /// other programs too, also of several groups, where no passphrase was used.
    package static func combine(_ sheets: [ShareWords]) throws(ShareError) -> SecretBytes {
        try combine(sheets, passphrase: [])
    }

    static func combine(
        _ sheets: [ShareWords], passphrase: [UInt8]
    ) throws(ShareError) -> SecretBytes {
        let groups = try groups(of: sheets)
        return try ShareError.lifting { () throws(SealingError) in
            let head = groups[0][0].head
            let width = groups[0][0].width
            let groupPlaces = groups.map { UInt8($0[0].head.group) }
            let points = try SharePoints(at: groupPlaces, width: width) {
                (number, row) throws(SealingError) in
                let group = groups[number]
                let places = group.map { UInt8($0.head.member) }
                let members = try SharePoints(at: places, width: width) { group[$0].write(to: $1) }
                try members.hidden().withBytes { row.copyMemory(from: $0) }
            }
            return try ShareCipher.decrypted(points.hidden(), for: head, passphrase: passphrase)
        }
    }

    /// The sheets by group: as many groups, and as many sheets in each, as the set needs.
    private static func groups(of sheets: [ShareWords]) throws(ShareError) -> [[ShareWords]] {
        guard let first = sheets.first else { throw .tooFew(missing: 1) }
        for (number, sheet) in sheets.enumerated() {
            for (earlierNumber, earlier) in sheets[..<number].enumerated() {
                let pair = (earlierNumber + 1, number + 1)
                guard sheet != earlier else { throw .twice(pair.0, pair.1) }
                let isSameGroup = sheet.head.group == earlier.head.group
                guard sheet.head.set == earlier.head.set, sheet.width == earlier.width,
                    !isSameGroup || sheet.needed == earlier.needed
                else { throw .differentSets(pair.0, pair.1) }
                guard !isSameGroup || sheet.place != earlier.place else { throw .doNotFit }
            }
        }
        let groups = Dictionary(grouping: sheets, by: \.head.group).values
            .sorted { $0[0].head.group < $1[0].head.group }
        let groupsNeeded = first.head.groupsNeeded
        let missing = groups.map { max(0, $0[0].needed - $0.count) }.reduce(0, +)
        guard groups.count <= groupsNeeded, groups.allSatisfy({ $0.count <= $0[0].needed }) else {
            throw .tooMany(needed: groups.prefix(groupsNeeded).map(\.[0].needed).reduce(0, +))
        }
        guard missing == 0, groups.count == groupsNeeded else {
            throw .tooFew(missing: missing + groupsNeeded - groups.count)
        }
        return groups
    }
}
