/// A size of paper, in points of 1/72 inch, upright.
package struct Paper: Hashable, Sendable {
    package let width: Double
    package let height: Double

    package static let letter = Paper(width: 612, height: 792)
    /// 210 × 297 mm.
    package static let a4 = Paper(width: 210 * millimetre, height: 297 * millimetre)

    static let millimetre = 72 / 25.4

    /// Clear at the left, at the right and above; printers reach to about 6 mm.
    var margin: Double { 18 * Self.millimetre }
    /// Clear below the line at the foot.
    var lowerMargin: Double { 12 * Self.millimetre }
    var column: Double { width - 2 * margin }
}
