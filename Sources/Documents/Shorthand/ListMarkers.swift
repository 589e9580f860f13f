/// “1. mood better 2. sleep poor”: the numbers of a list are not part of what it says.
enum ListMarkers {
    static func removed(from pieces: [Piece]) -> [Piece] {
        guard starts(pieces, 0, 1) else { return pieces }
        var kept: [Piece] = []
        var expected = 1
        var index = 0
        while index < pieces.count {
            if starts(pieces, index, expected) {
                let range = pieces[index].range.lowerBound..<pieces[index + 1].range.upperBound
                kept.append(Piece(text: ";", range: range, kind: .mark))
                expected += 1
                index += 2
            } else {
                kept.append(pieces[index])
                index += 1
            }
        }
        return covering(kept)
    }

    private static func starts(_ pieces: [Piece], _ index: Int, _ number: Int) -> Bool {
        guard pieces.indices.contains(index + 2), pieces[index].text == String(number) else {
            return false
        }
        return (pieces[index + 1].isMark(".") || pieces[index + 1].isMark(")"))
            && pieces[index + 1].range.lowerBound == pieces[index].range.upperBound
    }

    /// The word after a marker stands for the marker too, so that every byte is told.
    private static func covering(_ pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for index in pieces.indices.dropLast() where pieces[index].isMark(";") {
            let marker = pieces[index].range
            guard marker.count > 1 else { continue }
            pieces[index + 1].range = marker.lowerBound..<pieces[index + 1].range.upperBound
        }
        return pieces
    }
}
