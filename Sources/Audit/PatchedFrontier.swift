/// A frontier that goes on behind damage: what can't be known is nil until a kept hash fills it.
///
/// Where a kept subtree root is given it is taken even when it disagrees, so that one damaged entry
/// is reported once and does not make all later ones look damaged. That never hides anything: each
/// disagreement is reported, and the roots must still be the signed ones.
struct PatchedFrontier {
    private(set) var size: UInt64 = 0
    private var nodes: [Hash?] = []

    /// Adds a leaf and its kept subtree root; false when the two are known and disagree.
    mutating func append(_ leaf: Hash?, kept: Hash?) -> Bool {
        var node = leaf
        for _ in 0..<(~size).trailingZeroBitCount {
            let left = nodes.removeLast()
            node = Self.join(left, node)
        }
        nodes.append(kept ?? node)
        size += 1
        guard let node, let kept else { return true }
        return node == kept
    }

    /// Goes on at a larger size: the entries between are missing. Subtrees that lie wholly before
    /// the gap stay known.
    mutating func skip(to target: UInt64) {
        let differing = UInt64(UInt64.bitWidth - (size ^ target).leadingZeroBitCount)
        let known = (target >> differing).nonzeroBitCount
        let unknown = target.nonzeroBitCount - known
        nodes = nodes.prefix(known) + Array(repeating: nil, count: unknown)
        size = target
    }

    /// The root, unless a part of it is unknown.
    var root: Hash? {
        guard let last = nodes.last else { return MerkleTree.emptyRoot }
        return nodes.dropLast().reversed().reduce(last) { Self.join($1, $0) }
    }

    private static func join(_ left: Hash?, _ right: Hash?) -> Hash? {
        guard let left, let right else { return nil }
        return MerkleTree.nodeHash(left, right)
    }
}
