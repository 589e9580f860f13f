/// What a sheet says about itself: the forty bits of its first four words (SLIP-0039).
///
///     bits  15          1           4         4      4             4       4       4
///           identifier  extendable  exponent  group  groupsNeeded  groups  member  needed
///
/// Counts are written less one; `group` and `member` are places on a polynomial, from 0. We make
/// sets of one group only, but read sets of several.
struct ShareHead: Equatable {
    /// The same on all sheets of a set, and random.
    var identifier: Int
    /// The identifier does not salt the encryption: one secret may have several sets.
    var isExtendable = true
    /// 10,000 · 2^exponent rounds of hashing (see ``ShareCipher``).
    var exponent = 1
    var group = 0
    var groupsNeeded = 1
    var groups = 1
    var member: Int
    var needed: Int

    /// What sheets of one set have in common.
    var set: ShareHead {
        var set = self
        (set.group, set.member, set.needed) = (0, 0, 0)
        return set
    }

    /// The four words, ten bits each.
    var numbers: [UInt16] {
        var bits = UInt64(identifier) << 1 | (isExtendable ? 1 : 0)
        for field in [exponent, group, groupsNeeded - 1, groups - 1, member, needed - 1] {
            bits = bits << 4 | UInt64(field)
        }
        return [30, 20, 10, 0].map { UInt16(bits >> $0 & 1023) }
    }
}

extension ShareHead {
    init(numbers: ArraySlice<UInt16>) {
        let bits = numbers.reduce(UInt64(0)) { $0 << 10 | UInt64($1) }
        func field(_ shift: Int) -> Int { Int(bits >> shift & 15) }
        self.init(
            identifier: Int(bits >> 25), isExtendable: bits >> 24 & 1 == 1, exponent: field(20),
            group: field(16), groupsNeeded: field(12) + 1, groups: field(8) + 1, member: field(4),
            needed: field(0) + 1)
    }
}
