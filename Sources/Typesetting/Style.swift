/// How a piece of text looks: its font, its size and the height of its lines, in points.
struct Style {
    let families: String
    let size: Double
    let leading: Double
    var isBold = false
    /// Set letter by letter without ligatures, and broken anywhere: for what is compared or typed
    /// character by character.
    var isExact = false

    static let title = Style(families: Fonts.serif, size: 23, leading: 27, isBold: true)
    static let heading = Style(families: Fonts.sans, size: 12, leading: 15, isBold: true)
    static let text = Style(families: Fonts.serif, size: 10.5, leading: 14)
    static let label = Style(families: Fonts.sans, size: 9.5, leading: 13)
    static let value = Style(families: Fonts.serif, size: 9.5, leading: 13)
    static let exact = Style(families: Fonts.mono, size: 7.7, leading: 13, isExact: true)
    static let command = Style(families: Fonts.mono, size: 9.5, leading: 15, isExact: true)
    static let word = Style(
        families: Fonts.sans, size: 16, leading: 23, isBold: true, isExact: true)
    static let number = Style(families: Fonts.sans, size: 11, leading: 23)
    static let bar = Style(families: Fonts.sans, size: 13, leading: 16, isBold: true)
    static let letter = Style(families: Fonts.serif, size: 11.5, leading: 16)
    /// A note is denser than a letter, so that one session is one page.
    static let note = Style(families: Fonts.serif, size: 10.5, leading: 14.5)
    static let practice = Style(families: Fonts.serif, size: 16, leading: 21, isBold: true)
    static let place = Style(families: Fonts.sans, size: 9.5, leading: 13)
    static let document = Style(families: Fonts.serif, size: 18, leading: 23, isBold: true)
    static let mark = Style(families: Fonts.sans, size: 10.5, leading: 15, isBold: true)
    static let subject = Style(families: Fonts.serif, size: 11.5, leading: 16, isBold: true)
    static let section = Style(families: Fonts.sans, size: 11, leading: 15, isBold: true)
    static let cell = Style(families: Fonts.serif, size: 10.5, leading: 14.5)
    static let cellLabel = Style(families: Fonts.sans, size: 9.5, leading: 14.5)
    static let tableTitle = Style(families: Fonts.sans, size: 9.5, leading: 13, isBold: true)
    static let column = Style(families: Fonts.sans, size: 8, leading: 11.5, isBold: true)
    static let item = Style(families: Fonts.sans, size: 8, leading: 11.5)
    static let fine = Style(families: Fonts.sans, size: 8.5, leading: 12)
    static let verbatim = Style(families: Fonts.mono, size: 9, leading: 12, isExact: true)
    static let footer = Style(families: Fonts.sans, size: 8.5, leading: 11)
}
