internal import CPango

/// A text in one style, broken into lines no wider than a measure: ragged right and never
/// hyphenated, because a hyphen that nobody typed changes a key or a command.
///
/// Owns its Pango layout, and through it the lines.
final class SetText {
    let style: Style
    /// Of the widest line, in points.
    let width: Double
    private let layout: OpaquePointer
    private let lines: [UnsafeMutablePointer<PangoLayoutLine>]

    var count: Int { lines.count }

    /// Pango counts 1/1024 points in 32 bits; a longer text could run over that and off the paper.
    static let mostBytes = 20_000

    /// Throws ``TypesettingError/unknownCharacter`` rather than print an empty box, and
    /// ``TypesettingError/tooLong`` rather than run over the measure.
    init(
        _ text: String, in style: Style, measure: Double?, context: OpaquePointer
    ) throws(TypesettingError) {
        guard text.utf8.count <= Self.mostBytes else { throw .tooLong }
        guard let layout = pango_layout_new(context) else { throw .failed }
        self.style = style
        self.layout = layout
        pango_layout_set_text(layout, text, -1)
        style.apply(to: layout)
        if let measure { pango_layout_set_width(layout, Int32(measure * Double(PANGO_SCALE))) }
        var size: (Int32, Int32) = (0, 0)
        pango_layout_get_size(layout, &size.0, &size.1)
        width = Double(size.0) / Double(PANGO_SCALE)
        lines = Self.items(pango_layout_get_lines_readonly(layout))
        guard lines.allSatisfy(Self.isWhole) else { throw .unknownCharacter }
        guard width >= 0, width <= (measure ?? .infinity) + 1 else { throw .tooLong }
    }

    /// Whether each glyph is one of a font's: Pango marks what no font has, and fonts with a shaper
    /// of their own give their glyph 0, the empty box.
    private static func isWhole(_ line: UnsafeMutablePointer<PangoLayoutLine>) -> Bool {
        items(line.pointee.runs).allSatisfy { (run: UnsafeMutablePointer<PangoLayoutRun>) in
            guard let glyphs = run.pointee.glyphs else { return true }
            return UnsafeBufferPointer(
                start: glyphs.pointee.glyphs, count: Int(glyphs.pointee.num_glyphs)
            ).allSatisfy { $0.glyph != 0 && $0.glyph & unknownFlag == 0 }
        }
    }

    /// `PANGO_GLYPH_UNKNOWN_FLAG`, a macro with a cast that Swift does not see.
    private static let unknownFlag: PangoGlyph = 0x1000_0000

    private static func items<Item>(
        _ list: UnsafeMutablePointer<GSList>?
    ) -> [UnsafeMutablePointer<Item>] {
        var items: [UnsafeMutablePointer<Item>] = []
        var next = list
        while let link = next {
            if let item = link.pointee.data {
                items.append(item.assumingMemoryBound(to: Item.self))
            }
            next = link.pointee.next
        }
        return items
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Draws one line where the pen of `context` is.
    func show(line: Int, on context: OpaquePointer) {
        pango_cairo_show_layout_line(context, lines[line])
    }
}

extension Style {
    fileprivate func apply(to layout: OpaquePointer) {
        let font = pango_font_description_new()
        defer { pango_font_description_free(font) }
        pango_font_description_set_family(font, families)
        pango_font_description_set_weight(font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_wrap(layout, isExact ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR)

        let attributes = pango_attr_list_new()
        defer { pango_attr_list_unref(attributes) }
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        if isExact {
            pango_attr_list_insert(
                attributes, pango_attr_font_features_new("liga=0, clig=0, calt=0"))
        }
        pango_layout_set_attributes(layout, attributes)
    }
}
