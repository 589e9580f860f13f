internal import CQRencode

/// A QR code as a square of dark and light modules, without its quiet zone.
///
/// Error correction is level Q: a quarter of it may be stained or folded away.
struct QRSymbol {
    /// How many modules wide and high.
    let size: Int
    private let isDark: [Bool]

    /// Modules of white that a reader needs on each side.
    static let quietZone = 4

    init(_ payload: String) throws(TypesettingError) {
        let bytes = Array(payload.utf8)
        guard let count = Int32(exactly: bytes.count),
            let code = QRcode_encodeData(count, bytes, 0, QR_ECLEVEL_Q)
        else { throw .code }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        // The lowest bit is the colour; the others tell libqrencode what the module is for.
        isDark = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map {
            $0 & 1 == 1
        }
    }

    /// The dark runs of each row, in modules.
    var runs: [(column: Int, row: Int, length: Int)] {
        var runs: [(column: Int, row: Int, length: Int)] = []
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while column < size, isDark[row * size + column] { column += 1 }
                if column > start { runs.append((start, row, column - start)) }
                column += 1
            }
        }
        return runs
    }
}
