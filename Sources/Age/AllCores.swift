internal import Dispatch

/// Work on the chunks of a batch, which do not need each other, on all cores.
enum AllCores {
    /// Fewer pieces are done sooner than other threads would be awake.
    static let fewest = 8

    /// What `work` gives for each index below `count`, in order; it runs on any thread while this
    /// one is busy with `meanwhile`. Both are done when this returns or throws.
    static func map<Piece: Sendable>(
        _ count: Int, _ work: @escaping @Sendable (Int) -> Piece, meanwhile: () throws -> Void
    ) throws -> [Piece] {
        guard count >= fewest else {
            try meanwhile()
            return (0..<count).map(work)
        }
        var pieces = [Piece?](repeating: nil, count: count)
        try pieces.withUnsafeMutableBufferPointer { pieces in
            // Each place is written once, by one thread, before the group is left.
            nonisolated(unsafe) let places = pieces
            let group = DispatchGroup()
            DispatchQueue.global().async(group: group) {
                DispatchQueue.concurrentPerform(iterations: count) { places[$0] = work($0) }
            }
            defer { group.wait() }
            try meanwhile()
        }
        return pieces.compactMap(\.self)
    }
}
