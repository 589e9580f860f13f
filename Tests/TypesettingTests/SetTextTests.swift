import Testing

@testable import Typesetting

@Suite struct `Set text` {
    private static let measure = 400.0

    private func set(_ text: String, in style: Style) throws -> SetText {
        try Compositor(paper: .letter).set(text, in: style, measure: Self.measure)
    }

    /// A hyphen at the end of a line would take the place of a letter, and would be typed.
    @Test func `breaks what is exact without hyphens`() throws {
        let fits = try #require(
            (1...400).last { try set(String(repeating: "k", count: $0), in: .exact).count == 1 })
        #expect(fits > 50)
        for lines in 2...4 {
            let key = String(repeating: "k", count: lines * fits)
            #expect(try set(key, in: .exact).count == lines)
        }
    }

    @Test func `stays within its measure`() throws {
        let letters = String(repeating: "Wi", count: 400)
        let words = String(repeating: "Words and ", count: 40)
        for style in [Style.title, .text, .label, .value, .exact, .command, .bar, .footer] {
            for text in [letters, words] {
                let text = try set(text, in: style)
                #expect(text.count > 1)
                #expect(text.width > Self.measure / 2 && text.width <= Self.measure)
            }
        }
    }

    @Test func `begins a line at each line end, also at the last`() throws {
        #expect(try set("", in: .text).count == 1)
        #expect(try set("one\ntwo\n\nfour", in: .text).count == 4)
    }

    /// The families differ, and each is one of those that were asked for.
    @Test func `is in the fonts that were asked for`() throws {
        let text = "Hamburgefonstiv 0O1lI"
        let widths = try [Fonts.serif, Fonts.sans, Fonts.mono, "DejaVu Sans"].map { families in
            try set(text, in: Style(families: families, size: 10, leading: 12)).width
        }
        #expect(Set(widths).count == 4)
    }
}
