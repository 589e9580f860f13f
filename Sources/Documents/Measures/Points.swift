/// A score, or the difference between two: 12, 51.5, -6. Exact, as a whole number of tenths.
///
/// Most scores are whole; T scores, visual scales and a few cut-offs have one decimal. In JSON it is
/// a plain number. Nothing beyond ten thousand is a score, so sums of a few can't overflow.
package struct Points: Hashable, Sendable {
    package let tenths: Int

    private static let largest = 100_000

    package init?(tenths: Int) {
        guard (-Points.largest...Points.largest).contains(tenths) else { return nil }
        self.tenths = tenths
    }

    package init?(_ whole: Int) {
        guard (-Points.largest / 10...Points.largest / 10).contains(whole) else { return nil }
        tenths = whole * 10
    }

    /// Reads exactly `12` or `12.5`.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...4).contains(parts[0].count),
            parts.dropFirst().allSatisfy({ $0.count == 1 }),
            parts.joined().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let digits = parts.joined().reduce(0) { $0 * 10 + Int($1) - 48 }
        self.init(tenths: parts.count == 2 ? digits : digits * 10)
    }

    private init(unchecked tenths: Int) { self.tenths = tenths }

    package var text: String {
        let size = abs(tenths)
        let fraction = size % 10 == 0 ? "" : ".\(size % 10)"
        return (tenths < 0 ? "-" : "") + String(size / 10) + fraction
    }

    package var magnitude: Points { Points(unchecked: abs(tenths)) }

    package static func + (left: Points, right: Points) -> Points {
        Points(unchecked: left.tenths + right.tenths)
    }

    package static func - (left: Points, right: Points) -> Points {
        Points(unchecked: left.tenths - right.tenths)
    }
}

extension Points: Comparable, ExpressibleByIntegerLiteral {
    package static func < (left: Points, right: Points) -> Bool { left.tenths < right.tenths }

    package init(integerLiteral value: Int) { self.init(unchecked: value * 10) }
}

extension Points: Codable {
    package init(from decoder: any Decoder) throws {
        let number = try decoder.singleValueContainer().decode(Double.self)
        guard abs(number) <= Double(Points.largest) / 10,
            let points = Points(tenths: Int((number * 10).rounded())),
            Double(points.tenths) / 10 == number
        else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a score"))
        }
        self = points
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Double(tenths) / 10)
    }
}
