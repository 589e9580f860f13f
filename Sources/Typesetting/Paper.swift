/// A size of paper, in points of 1/72 inch, upright.
package struct Paper: Hashable, Sendable {
    package let width: Double
    package let height: Double
    /// Clear at the left, at the right and above; printers reach to about 6 mm.
    private(set) var margin: Double = 18 * millimetre

    package static let letter = Paper(width: 612, height: 792)
    /// 210 × 297 mm.
    package static let a4 = Paper(width: 210 * millimetre, height: 297 * millimetre)

    static let millimetre = 72 / 25.4

    /// Clear below the line at the foot.
    var lowerMargin: Double { 12 * Self.millimetre }
    var column: Double { width - 2 * margin }

    func with(margin: Double) -> Paper {
        var paper = self
        paper.margin = margin
        return paper
    }
}
